"""A paper's reference list as `Reference` objects, whichever of the field's styles it is written in.

An entry is read from both ends: its authors stand first, in one of two orders; journal, volume, pages and year stand
last, in one of a few; what is between is the title, where the style prints one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..ontology.model import Author, Reference
from .accents import mend_accents
from .artefacts import mend_glyph_names, mend_units
from .dois import find_dois, without_addresses
from .entry_names import UPPER, parse_names
from .mapped import MappedText
from .markup import clean_markup, collapse_spaces, drop_private
from .reflist import Entry

_LETTERED = re.compile(r"a\)\s*")
_SECOND = re.compile(r";?\s*b\)\s")

_PAGES = (
    r"(?:pp?\.\s?|[Nn]o\.\s|[Aa]rt(?:icle|\.)\s)?"
    r"(?P<pages>[A-Za-z]{0,4}\d\w*(?:\.\d\w*)?(?:\s?[-–−]\s?[A-Za-z]{0,3}\d\w*)?)"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)[a-z]?"
_ISSUE = r"(?:\s?\((?P<issue>[^()]{1,20})\))?"
_VOLUME = r"(?P<volume>[A-Z]{0,2}\d{1,5}[A-Z]?(?:\s?[-–&]\s?\d{1,4}(?=\s?[,(]))?)"
_TAILS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?<=\s)|(?<=,)){_VOLUME}{_ISSUE}(?:\([^()]*\))?\s?,\s?{_PAGES},?\s?\({_YEAR}\)",
        rf"(?<![\d–-]){_YEAR}\s?,\s?(?:{_VOLUME}{_ISSUE}\s?[,:]\s?)?{_PAGES}(?=\s*[.;,]|\s*$)",
        rf"(?<=\s){_VOLUME}{_ISSUE}\s\({_YEAR}\)[,:]?\s?{_PAGES}",
        rf"(?:[Vv]ol\.\s?){_VOLUME}(?:,\s?[Nn]o\.\s?(?P<issue>\w+))?,\s?(?:Art\. no\. )?{_PAGES},[^,]{{0,20}}\s{_YEAR}",
        rf"{_YEAR}[\w\s]{{0,10}};\s?{_VOLUME}{_ISSUE}\s?:\s?{_PAGES}",
        rf"{_YEAR}\.\s{_VOLUME}{_ISSUE}\s?:\s?{_PAGES}",
        rf"(?<=,\s){_VOLUME}{_ISSUE},\s{_PAGES}",
        rf"(?<=\s){_YEAR}[;,]\s?pp?\.?\s(?P<pages>\d+(?:\s?[-–−]\s?\d+)?)",
        rf"(?<=[a-z.]\s)(?P<pages>\d+\s?[-–−]\s?\d+)\s?\({_YEAR}\)",
        rf"(?<=\s){_VOLUME}{_ISSUE}\s\({_YEAR}\)",
        rf"[,(\s]\(?{_YEAR}\)?(?=[.,;)\s]|$)",
    )
)
_YEAR_AMID = (2, 9)
"""Of these, the ones with the year in parentheses behind the volume, before the pages if there are some."""
_EARLY_TAILS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<=\s){_VOLUME}{_ISSUE}\s?[,:]\s?{_PAGES}(?=\s*[.;,]|\s*$)",
        rf"(?<=[a-z.]\s){_VOLUME}{_ISSUE}\s?\.?\s*$",
    )
)
"""The same where the year stands behind the authors. Matches `21, 1189-1192`."""
_EARLY_YEAR = re.compile(r"^\s*(?:\((?=[^()]*\))|(?=\d{4}[a-z]?\.\s))((?:1[89]|20)\d\d)[a-z]?(?:\)\.?|\.)\s*")
_ANY_YEAR = re.compile(r"(?<![\d./–-])(?:1[89]|20)\d\d(?![\d–-])")
_ITALIC = re.compile(r"(?<![*\\])\*([^*\n]{2,120})\*(?!\*)")
_ABBREVIATED = re.compile(
    rf"(?:[{UPPER}][\w&:'’-]*\.?:?|of|and|the|in|für|et|de|for|&|[a-z]*[A-Z]\w*|\([A-Z][\w. ]*\)|[A-Z]-?)"
)


_TYPE_MARK = re.compile(r"\s?\[[A-Z](?:/OL)?\](?=[.,])")
"""The kind of a work, as Chinese styles mark it. Matches `[J]`."""
_WITH_PUBLISHER = re.compile(r"(?P<title>[^()]{3,300})\s\((?P<place>[^()]{3,80})$")
"""A book with its publisher. Matches `Rings (Sea Press`, before its year."""
_IN_BOOK = re.compile(r"(?P<title>.*?)[,.]?\s?\b[Ii]n:?\s[^()]{3,200}\(Eds?\.\),?\s(?P<book>[^,]{3,200})")
"""A part of a book. Matches `in: E. Noether (Ed.), Rings, …`."""
_PUBLISHED_AT = re.compile(
    r"[,.;]\s(?P<place>(?:(?:The\s)?(?:[A-Z][\w.-]+\s){0,3}(?:University|Universität|Université|Institute)\b"
    r"|Springer|John Wiley|Wiley|Elsevier|CRC Press|Academic Press|Ph\.?D\.? [Tt]hesis)[^;]*)$"
)
"""The university or publisher at the end of what is no paper. Matches `, University of Basel, Basel`."""


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
    mend_accents(mapped)
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
    text = re.sub(r"(?<=[A-Z]) \.(?=[\s,-])", ".", text)
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
    plain = _TYPE_MARK.sub("", without_addresses(plain)).strip()
    authors, position = parse_names(plain)
    early = _EARLY_YEAR.match(plain[position:])
    if early:
        position += early.end()
    tail = _find_tail(plain, position, _EARLY_TAILS if early else _TAILS)
    title, journal = _split_middle(plain[position : tail.start], italics, tail)
    year = int(early[1]) if early else tail.year
    return ParsedReference(authors, title, journal, year, tail.volume, tail.issue, tail.pages)


def _find_tail(text: str, position: int, tails: Sequence[re.Pattern[str]]) -> _Tail:
    for number, pattern in enumerate(tails):
        matches = list(pattern.finditer(text, position))
        if matches:
            match = matches[-1]
            fields = match.groupdict()
            year = int(fields["year"]) if fields.get("year") else _any_year(text, position)
            pages = fields.get("pages")
            pages = pages.rstrip(".") if pages else None
            amid = tails is _TAILS and number in _YEAR_AMID
            return _Tail(match.start(), fields.get("volume"), fields.get("issue"), pages, year, amid)
    return _Tail(len(text), None, None, None, _any_year(text, position))


def _any_year(text: str, position: int) -> int | None:
    years = _ANY_YEAR.findall(text, position)
    return int(years[-1]) if years else None


def _split_middle(middle: str, italics: Sequence[str], tail: _Tail) -> tuple[str | None, str | None]:
    """Title and journal out of what stands between authors and volume."""
    middle = middle.strip(" ,;.:") + ("." if middle.rstrip(" ,;:").endswith(".") else "")
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
    book = _IN_BOOK.match(middle)
    if book:
        return _title(book["title"]), book["book"].strip()
    place = (_PUBLISHED_AT.search(middle) or _WITH_PUBLISHER.match(middle)) if tail.volume is None else None
    if place:
        return _title(middle[: place.start("place")].rstrip(" (")), place["place"].strip(" ,.")
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
        abbreviated = all(_ABBREVIATED.fullmatch(word.rstrip(",")) for word in words)
        if not words or len(words) > 3 or not abbreviated or earlier == 0:
            break
        start = earlier
    between = [position for position in comma if position < start]
    if between:
        words, rest = middle[between[-1] : start].split(), middle[between[-1] :].split()
        if (commas and all(word.endswith(".") for word in words)) or (
            len(rest) > 1 and all(word.endswith(".") for word in rest)
        ):
            start = between[-1]
    later = [position for position in comma if position > start]
    if later and not _is_journal(middle[start:]) and _is_journal(middle[later[-1] :]):
        return later[-1]
    return start
