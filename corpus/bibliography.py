"""A paper's reference list as `Reference` objects, whichever of the field's styles it is written in.

An entry is read from both ends: its authors stand first, in one of two orders; journal, volume, pages and year stand
last, in one of a few; what is between is the title, where the style prints one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..ontology.model import Author, Reference
from .artefacts import mend_glyph_names, mend_units
from .dois import find_dois
from .mapped import MappedText
from .markup import clean_markup, collapse_spaces, drop_private
from .reflist import Entry

_UPPER, _LETTER = "A-ZÀ-ÖØ-ÞŁŚŠŽČĆŐĐİ", r"\w'’‑-"
_PARTICLES = r"(?:(?:van|von|der|den|de|del|della|di|la|le|du|da|dos|ter|ten|zu|zur|el|al|bin|ben|van't)\s)*"
FAMILY = (
    rf"(?:{_PARTICLES}|Van |Von |De |Le |La |El |Al-|O'|d')[{_UPPER}][{_LETTER}]*"
    rf"(?:[\s-](?:{_PARTICLES})?[{_UPPER}][{_LETTER}]+){{0,2}}"
)
_DOTTED = rf"[{_UPPER}][a-z]{{0,2}}\s?\.(?:[\s-]{{0,2}}[{_UPPER}][a-z]{{0,2}}\s?\.|-[a-z]\.){{0,4}}"
_FAMILY_FIRST = re.compile(rf"(?P<family>{FAMILY}),\s(?P<given>{_DOTTED})(?:,? (?:Jr|Sr|II|III)\.?)?")
_GIVEN_FIRST = re.compile(rf"(?P<given>{_DOTTED})\s?(?P<family>{FAMILY})(?=\s*(?:[,;:]|&|and\b|et\s?al|$))")
_BARE_INITIALS = re.compile(rf"(?P<family>{FAMILY})\s(?P<given>[{_UPPER}]{{1,3}})(?=[,.;])")
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)?\s*(?:(?:&|and)\s+)?")
_ET_AL = re.compile(r"[,;]?\s*(?:\bet\s?al\b\.?|\band others\b|…)\s*[,;:]?\s*")
_LETTERED = re.compile(r"a\)\s*")
_SECOND = re.compile(r";?\s*b\)\s")

_PAGES = r"(?:pp?\.\s?)?(?P<pages>[A-Za-z]{0,4}\d\w*(?:\.\d\w*)?(?:\s?[-–−]\s?[A-Za-z]{0,3}\d\w*)?)"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)[a-z]?"
_ISSUE = r"(?:\s?\((?P<issue>[^()]{1,20})\))?"
_VOLUME = r"(?P<volume>[A-Z]{0,2}\d{1,5}[A-Z]?)"
_TAILS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?<=\s)|(?<=,)){_VOLUME}{_ISSUE}(?:\([^()]*\))?\s?,\s?{_PAGES},?\s?\({_YEAR}\)",
        rf"(?<![\d–-]){_YEAR}\s?,\s?(?:{_VOLUME}{_ISSUE}\s?[,:]\s?)?{_PAGES}(?=\s*[.;,]|\s*$)",
        rf"(?<=\s){_VOLUME}{_ISSUE}\s\({_YEAR}\)[,:]?\s?{_PAGES}",
        rf"(?:[Vv]ol\.\s?){_VOLUME}(?:,\s?[Nn]o\.\s?(?P<issue>\w+))?,\s?(?:Art\. no\. )?{_PAGES},[^,]{{0,20}}\s{_YEAR}",
        rf"{_YEAR}[\w\s]{{0,10}};\s?{_VOLUME}{_ISSUE}\s?:\s?{_PAGES}",
        rf"(?<=,\s){_VOLUME}{_ISSUE},\s{_PAGES}",
        rf"[,(\s]\(?{_YEAR}\)?(?=[.,;)\s]|$)",
    )
)
_YEAR_AMID = 2
"""Of these, the one with the year in parentheses before the pages."""
_EARLY_YEAR = re.compile(r"^\s*\(((?:1[89]|20)\d\d)[a-z]?\)\.?\s*")
_ANY_YEAR = re.compile(r"(?<![\d./–-])(?:1[89]|20)\d\d(?![\d–-])")
_ITALIC = re.compile(r"(?<![*\\])\*([^*\n]{2,120})\*(?!\*)")
_ADDRESS = re.compile(r"<?(?:https?://|doi:?\s?)\S+>?|\bdoi:?\s*10\.\S+", re.IGNORECASE)
_ABBREVIATED = re.compile(
    rf"(?:[{_UPPER}][\w&:'’-]*\.?:?|of|and|the|in|für|et|de|for|&|[a-z]*[A-Z]\w*|\([A-Z][\w. ]*\)|[A-Z]-?)"
)


class _Tail(NamedTuple):
    start: int
    volume: str | None
    issue: str | None
    pages: str | None
    year: int | None
    year_amid: bool = False
    """Whether the year stands in parentheses between volume and pages, in styles that end a title by a comma."""


def read_bibliography(entries: Sequence[Entry], source: str, *, markdown: bool) -> Mapping[int, Reference]:
    """References by their number, in the order of the list.

    Args:
        entries: the list's entries.
        source: the file as read.
        markdown: take Markdown's signs for markup.
    """
    return {entry.number: read_entry(entry, source, markdown=markdown) for entry in entries}


def read_entry(entry: Entry, source: str, *, markdown: bool = True) -> Reference:
    """One entry as a reference; what cannot be made out stays None."""
    slices = entry.slices()
    raw = "\n".join(source[start:end] for start, end in slices)
    mapped = MappedText.from_slices(source, slices)
    drop_private(mapped)
    clean_markup(mapped, markdown=markdown)
    mend_glyph_names(mapped)
    collapse_spaces(mapped)
    mend_units(mapped)
    text = _settle(mapped.text)
    italics = [_settle(match[1].replace("\\", "")) for match in _ITALIC.finditer(raw)]
    dois = find_dois(raw)
    parsed = parse_reference(text, italics=italics)
    return Reference(
        number=entry.number,
        doi=dois[0] if dois else None,
        text=text,
        source_start=slices[0][0],
        source_end=slices[-1][1],
        line=entry.lines[0].number,
        authors=parsed.authors,
        title=parsed.title,
        journal=parsed.journal,
        year=parsed.year,
        volume=parsed.volume,
        issue=parsed.issue,
        pages=parsed.pages,
    )


def _settle(text: str) -> str:
    """Close the gaps that converters leave before punctuation and around dashes of ranges."""
    text = re.sub(r"\s+([,.;:)](?:\s|$))", r"\1", text)
    text = re.sub(r"(?<=[A-Z]) \.(?=[\s-])", ".", text)
    return re.sub(r"(?<=\d) ?([-–]) ?(?=[A-Z]?\d)", r"\1", text).strip()


class ParsedReference(NamedTuple):
    """What an entry says, apart from its DOI."""

    authors: list[Author]
    title: str | None
    journal: str | None
    year: int | None
    volume: str | None
    issue: str | None
    pages: str | None


def parse_reference(text: str, *, italics: Sequence[str] = ()) -> ParsedReference:
    """Authors, title, journal, year, volume, issue and pages of one entry.

    Args:
        text: the entry without its number.
        italics: what it prints in italics; the journal is mostly among them.
    """
    plain = _LETTERED.sub("", text, count=1) if text.startswith("a)") else text
    second = _SECOND.search(plain)
    if second and text.startswith("a)"):
        plain = plain[: second.start()]
    plain = _ADDRESS.sub("", plain).strip()
    authors, position = parse_names(plain)
    early = _EARLY_YEAR.match(plain[position:])
    if early:
        position += early.end()
    tail = _find_tail(plain, position)
    title, journal = _split_middle(plain[position : tail.start], italics, tail)
    year = int(early[1]) if early else tail.year
    return ParsedReference(authors, title, journal, year, tail.volume, tail.issue, tail.pages)


def parse_names(text: str) -> tuple[list[Author], int]:
    """The authors at the start of an entry, and where they end.

    Example:
        >>> names, end = parse_names("Noether, E. & Curie, M. S. Title")
        >>> [(name.family, name.given) for name in names], end
        ([('Noether', 'E.'), ('Curie', 'M. S.')], 27)
    """
    best: tuple[list[Author], int] = ([], 0)
    for pattern in (_FAMILY_FIRST, _GIVEN_FIRST, _BARE_INITIALS):
        found = _names(text, pattern)
        if found[1] > best[1]:
            best = found
    return best


def _names(text: str, pattern: re.Pattern[str]) -> tuple[list[Author], int]:
    authors: list[Author] = []
    position = end = 0
    last = False
    while match := pattern.match(text, position):
        authors.append(Author(family=match["family"].strip(), given=" ".join(match["given"].split())))
        end = match.end()
        et_al = _ET_AL.match(text, end)
        if et_al:
            end = et_al.end()
            break
        between = _BETWEEN.match(text, end)
        position = between.end() if between else end
        if position == end or last:
            break
        last = pattern is _GIVEN_FIRST and between is not None and ("&" in between[0] or "and" in between[0])
    while authors and end < len(text) and text[end] in ",;:. ":
        end += 1
    return authors, end


def _find_tail(text: str, position: int) -> _Tail:
    for number, pattern in enumerate(_TAILS):
        matches = list(pattern.finditer(text, position))
        if matches:
            match = matches[-1]
            fields = match.groupdict()
            year = int(fields["year"]) if fields.get("year") else _any_year(text, position)
            pages = fields.get("pages")
            pages = pages.rstrip(".") if pages else None
            return _Tail(match.start(), fields.get("volume"), fields.get("issue"), pages, year, number == _YEAR_AMID)
    return _Tail(len(text), None, None, None, _any_year(text, position))


def _any_year(text: str, position: int) -> int | None:
    years = _ANY_YEAR.findall(text, position)
    return int(years[-1]) if years else None


def _split_middle(middle: str, italics: Sequence[str], tail: _Tail) -> tuple[str | None, str | None]:
    """Title and journal out of what stands between authors and volume."""
    middle = middle.strip(" ,;.:") + ("." if middle.rstrip().endswith(".") else "")
    middle = middle.removesuffix(", vol.").strip()
    if not middle.strip("."):
        return None, None
    for italic in reversed(italics):
        start = middle.rfind(italic)
        if start >= 0 and len(middle) - start - len(italic) <= 12:
            return _title(middle[:start]), middle[start:].strip(" ,")
    quoted = re.match(r"[\"“](.{4,400}?)[,.]?[\"”],?\s*(?:in )?(.*)$", middle)
    if quoted:
        return quoted[1], quoted[2].strip(" ,") or None
    if _is_journal(middle):
        return None, middle
    if tail.volume is None and tail.pages is None:
        return _title_and_place(middle)
    start = _journal_start(middle, commas=tail.year_amid)
    return _title(middle[:start]), middle[start:].strip(" ,") or None


def _title_and_place(middle: str) -> tuple[str | None, str | None]:
    """An entry without volume and pages: a thesis, a book, a paper not yet printed."""
    start = _journal_start(middle)
    return (_title(middle), None) if start >= len(middle) else (_title(middle[:start]), middle[start:].strip(" ,."))


def _title(text: str) -> str | None:
    return text.strip(" ,;.:") or None


def _is_journal(text: str) -> bool:
    words = text.split()
    if any(len(segment.split()) > 3 for segment in text.split(". ")[:-1]):
        return False
    return len(words) <= 9 and all(_ABBREVIATED.fullmatch(word.strip(",")) for word in words)


def _journal_start(middle: str, *, commas: bool = False) -> int:
    """Where the journal begins: after the last end of a sentence, abbreviated words before it included.

    Args:
        middle: title and journal.
        commas: whether a comma ends the title, so that `J. Power Sources` behind one is the journal.
    """
    breaks = [match.end() for match in re.finditer(r"(?<=[.?!])\s+(?=[\w(])", middle)]
    comma = [match.end() for match in re.finditer(r",\s+(?=[A-Z])", middle)]
    if not breaks:
        return comma[-1] if comma and _is_journal(middle[comma[-1] :]) else len(middle)
    start = breaks[-1]
    for earlier in reversed([0, *breaks[:-1]]):
        words = middle[earlier:start].split()
        if not words or len(words) > 3 or not all(_ABBREVIATED.fullmatch(word) for word in words) or earlier == 0:
            break
        start = earlier
    between = [position for position in comma if position < start]
    if commas and between and all(word.endswith(".") for word in middle[between[-1] : start].split()):
        start = between[-1]
    later = [position for position in comma if position > start]
    if later and not _is_journal(middle[start:]) and _is_journal(middle[later[-1] :]):
        return later[-1]
    return start
