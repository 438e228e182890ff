"""A Markdown or text file into pieces: what each stretch of lines was on the page, before anything is cleaned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .html_tables import part_at_tables
from .lexicon import first_of, word_lists
from .lines import Line
from .pipe_rows import PIPE_RULE, bare_pipe_rows


class PieceKind(StrEnum):
    """What a piece was on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    TABLE = "table"
    IMAGE = "image"
    FURNITURE = "furniture"
    FRONT = "front"


@dataclass(slots=True)
class Piece:
    """Consecutive lines of one kind.

    Args:
        kind: what they were on the page.
        start: source offset of the first character that belongs to the text.
        end: source offset after the last.
        lines: the lines.
        level: of a heading, 1 to 6.
        marker: of a list item, its number or letter as written.
    """

    kind: PieceKind
    start: int
    end: int
    lines: list[Line] = field(repr=False)
    level: int = 0
    marker: str = ""

    def text(self, source: str) -> str:
        """The piece as it stands in the source."""
        return source[self.start : self.end]


_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_IMAGE = re.compile(r"\s*(?:!\[[^\]]{0,500}\]\([^)]{0,2000}\)\s*|<img\b[^>]{0,2000}>\s*|<!--.{0,2000}-->\s*)+$")
_LIST_ITEM = re.compile(
    r"[ \t]{0,12}(?:[-*+•▪◦‣][ \t]+(?=\S)(?P<mark>\((?:\d{1,2}|[ivx]{1,4}|[a-z])\)[ \t]+)?"
    r"|(?P<number>\d{1,2}[.)]|\((?:\d{1,2}|[ivx]{1,4})\))[ \t]+(?=\S))"
)
_PIPE_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$|[ \t]*[^|\s][^|]*(?:\|[^|]*){2,}$")
_PLAIN_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z][^.;]{2,70}$")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
CAPTION = re.compile(
    r"(?:\*\*|__)?(?:(?:Supplementary|Extended Data)\s+)?"
    r"(?:Fig(?:ure)?s?\.?|Table|Scheme|Chart|Box|FIG(?:URE)?\.?|TABLE|SCHEME)\s?(?:S?\d{1,3}|[IVX]{1,5})"
    r"(?:\.?\*\*|__|\s?[.:|│∣](?=\s)|\s(?=\s?[A-Z][a-z]* (?!and\b|shows?\b)|[A-Z]{2,}|$))"
)
"""The start of a caption. Matches `**Fig. 2** …`, `Fig. 1 | …`, `Table 3. …`, not `Figure 1 shows`."""
_AUTHOR_INITIALS = re.compile(
    r"(?:[A-Z]\s?\.\s?-?){1,4}\s?[A-Z][\w'-]+(?:,? (?:(?:and |& )?(?:[A-Z]\s?\.\s?-?){1,4} ?[A-Z][\w'-]+))*\*?,?$"
)
_NUMBERED_PLACE = re.compile(r"^(?:<sup>)?(?P<number>\d{1,2})?(?(number)(?:</sup>)?\s{0,2}|[a-h](?:</sup>|\s)\s?)[A-Z]")
"""The mark of an address. Matches `1 Institute`, `c Department`."""
_TOLD = re.compile(r"\b(?:is|was|are|were|has|have|by|we|this)\b")
"""Words of a sentence, which no address has."""
_PERSON_AT = re.compile(
    r"^(?:[A-ZÀ-Ž][\w.'’-]*\s){1,4}[-–—]\s?[A-Z]|^(?:(?:[A-Z]\s?\.\s?-?){1,4}\s?[A-ZÀ-Ž][\w'’-]+,?\s){1,20}[A-Z]"
)
"""Authors with an address. Matches `Emmy Noether -Department`, `E. Noether, M. Curie Institute`."""
SIGNS = "■●▪□◆"
"""Signs that some journals set before their headings."""
_HEADER_ADDRESS = re.compile(r"((?:www\.|https?://)\S+)\s+(?=\S)")
_ABBREVIATION_END = re.compile(
    r"(?:^|[\s(])(?:i\.e|e\.g|et al|vs|cf|ca|approx|Figs?|Eqs?|Refs?|Tab|Nos?|resp)\.,?(?:\s\d{1,3}[a-z]?)?\s*$"
)
_COMPANY_END = re.compile(r"\b(?:Ltd|Inc|Co|Corp|LLC)\.$")
_LITTLE_WORD = re.compile(
    r"\b(?:the|a|an|is|are|was|were|has|have|in|on|at|by|with|to|that|this|it|from|can|as|we|their|its)\b"
)
_MAIL = re.compile(r"\S@\s?\S+\.\w")
_POSTCODE = re.compile(r"\b\d{5,6}\b")
_LONGEST_PLACE = 160
"""A place is longer only if it has a post code."""
_LONGEST_MAIL = 300
"""A paragraph that gives a mail address is longer only if it names a place as well."""
_LONGEST_PLAIN_FRONT = 200
"""Plain text often holds a title page and the first sentence in one line; a longer line is kept whole."""
_TRAILING_CITATION = (
    r"(?:\s*\[[\d,–\s-]{1,40}\]|\s*<sup>[^<>]{1,40}</sup>|[¹²³⁰-⁹⁻,–]{1,20}|\s?\$\s?\^[^$]{1,40}\$"
    r"|\s\d{1,3}(?:[,–-]\d{1,3})*)"
)
_SENTENCE_END = re.compile(rf"[.!?:;…][\"'”’)\]]*{_TRAILING_CITATION}?\.?\s*$")


def find_pieces(source: str, lines: Sequence[Line], *, markdown: bool = True) -> list[Piece]:
    """Sort lines into pieces.

    Args:
        source: the file as read.
        lines: its lines, or some of them.
        markdown: `#`, `-` and `|` have Markdown's meaning; otherwise only paragraphs and captions are told apart.
    """
    furniture = find_furniture(lines)
    return [_classify(piece, source, furniture, markdown) for piece in _raw_pieces(lines, markdown)]


def _raw_pieces(lines: Sequence[Line], markdown: bool) -> Iterator[Piece]:
    """The pieces by the form of their lines alone."""
    if not markdown:
        groups: Iterable[tuple[str, list[Line]]] = _groups(lines, markdown)
        if _has_whole_lines(lines):
            groups = ((_line_kind(line.text, markdown), [line]) for line in lines if line.text.strip())
        yield from (_make_piece(kind, group, markdown) for kind, group in groups)
        return
    for stretch, is_table in part_at_tables(lines):
        if is_table:
            yield Piece(PieceKind.TABLE, stretch[0].start, stretch[-1].end, stretch)
        else:
            yield from (_make_piece(kind, group, markdown) for kind, group in _groups(stretch, markdown))


def _has_whole_lines(lines: Sequence[Line]) -> bool:
    """Whether each line of a text is a sentence or paragraph of its own, and not a part of one."""
    written = [line.text for line in lines if line.text and not line.text.isspace()]
    return len(written) > 2 and sum(map(ends_sentence, written)) >= 0.6 * len(written)


def _groups(lines: Sequence[Line], markdown: bool) -> Iterator[tuple[str, list[Line]]]:
    """Consecutive lines that belong together, and of what kind they are."""
    group: list[Line] = []
    mode = ""
    bare = bare_pipe_rows(lines) if markdown else frozenset()
    for line in lines:
        kind = "pipes" if line.number in bare else _line_kind(line.text, markdown)
        starts_new = kind != mode or kind in ("heading", "item", "image", "caption", "rule")
        if kind == "text" and mode in ("item", "caption") and group:
            starts_new = False
            kind = mode
        if group and line.number > group[-1].number + 1:  # what stood between was taken out, such as references
            starts_new = True
        if starts_new and group:
            yield mode, group
            group = []
        if kind not in ("blank", "rule"):
            group.append(line)
        mode = kind
    if group:
        yield mode, group


def _line_kind(text: str, markdown: bool) -> str:
    if not text or text.isspace():
        return "blank"
    if CAPTION.match(text):
        return "caption"
    if not markdown:
        return "text"
    if _HEADING.match(text):
        return "heading"
    if "\t" in text and len(text) < 1000 and (text[0] == "\t" or "\t" in text.strip()):
        return "tabs"
    if "|" in text and (text.lstrip()[0] == "|" or PIPE_RULE.match(text)) and _PIPE_ROW.match(text):
        return "pipes"
    if _IMAGE.match(text):
        return "image"
    if _RULE.match(text):
        return "rule"
    return "item" if _LIST_ITEM.match(text) else "text"


def _make_piece(kind: str, group: list[Line], markdown: bool) -> Piece:
    first = group[0]
    start = first.start + len(first.text) - len(first.text.lstrip())
    end = group[-1].start + len(group[-1].text.rstrip())
    if kind == "heading":
        match = _HEADING.match(first.text)
        level = len(match[1]) if match else 1
        return Piece(PieceKind.HEADING, first.start + (match.end() if match else 0), end, group, level)
    if kind == "item":
        item = _LIST_ITEM.match(first.text)
        if item is None:
            return Piece(PieceKind.LIST_ITEM, first.start, end, group, marker="")
        marker = item["mark"] or item["number"] or ""
        skip = item.end() - len(marker) - (1 if item["number"] else 0)
        return Piece(PieceKind.LIST_ITEM, first.start + skip, end, group, marker=marker.strip())
    if kind in ("tabs", "pipes"):
        return Piece(PieceKind.TABLE if len(group) > 1 else PieceKind.PARAGRAPH, first.start, end, group)
    if not markdown and len(group) == 1 and _is_plain_heading(first.text.strip()):
        return Piece(PieceKind.HEADING, start, end, group, first.text.split(" ")[0].strip(".").count(".") + 1)
    return Piece(
        {"caption": PieceKind.CAPTION, "image": PieceKind.IMAGE}.get(kind, PieceKind.PARAGRAPH), start, end, group
    )


def _is_plain_heading(text: str) -> bool:
    """Whether a line of plain text that stands alone is a heading."""
    if len(text) > 90 or ends_sentence(text):
        return False
    names = (first_of("structure.yaml", name) for name in ("main_headings", "end_headings", "reference_headings"))
    return bool(_PLAIN_NUMBERED.match(text)) or any(pattern.fullmatch(text.strip(" :")) for pattern in names)


def _classify(piece: Piece, source: str, furniture: frozenset[str], markdown: bool) -> Piece:
    text = piece.text(source)
    if piece.kind is PieceKind.TABLE:
        return piece
    if len(text) <= 700 and (normal_line(text) in furniture or is_furniture(text)):
        return replace(piece, kind=PieceKind.FURNITURE)
    header = _HEADER_ADDRESS.match(text)
    if header and (
        normal_line(header[1]) in furniture or (header[1].startswith("www.") and text[header.end()].islower())
    ):
        piece = replace(piece, start=piece.start + header.end())
        text = text[header.end() :]
    item = piece.kind is PieceKind.LIST_ITEM and any(each.search(text) for each in (_NUMBERED_PLACE, _PERSON_AT, _MAIL))
    plain = piece.kind is PieceKind.PARAGRAPH and (markdown or len(text) < _LONGEST_PLAIN_FRONT)
    if (item or plain) and is_front(text):
        return replace(piece, kind=PieceKind.FRONT)
    return piece


def normal_line(text: str) -> str:
    """A line as page furniture is compared: digits and white space made equal."""
    return re.sub(r"\d+", "0", " ".join(text.strip().lstrip("#").split()))


def find_furniture(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines without an end of sentence that come back: running headers and footers."""
    counts: Counter[str] = Counter()
    exact: dict[str, str] = {}
    numbered: set[str] = set()
    for line in lines:
        text = line.text
        if not 4 <= len(text) <= 160 or "\t" in text or "|" in text[:2] or _IMAGE.match(text):
            continue
        normal = normal_line(text)
        counts[normal] += 1
        stripped = text.strip().lstrip("# ")
        if exact.setdefault(normal, stripped) != stripped:
            numbered.add(normal)
    return frozenset(
        normal
        for normal, count in counts.items()
        if count > 1
        and re.search(r"[A-Za-z]{3}", normal)
        and not _SENTENCE_END.search(normal)
        and not CAPTION.match(exact[normal])
        and (normal not in numbered or re.search(r"\bpage\b|\(0\)|, ?0\b.*0|\| ?0|doi", normal, re.IGNORECASE))
    )


def is_furniture(text: str) -> bool:
    """Whether a line is page furniture by its form alone."""
    return first_of("structure.yaml", "furniture_lines").fullmatch(text.strip().lstrip("# ")) is not None


def is_front(text: str) -> bool:
    """Whether a paragraph is part of a title page: addresses, mail, dates, names; wherever it stands."""
    plain = text.strip().lstrip("*_ ")
    if len(plain) > 900:
        return False
    if first_of("structure.yaml", "front_lines").match(plain):
        return True
    if len(plain) < 250 and _AUTHOR_INITIALS.match(plain):
        return True
    lower = plain.lower()
    words = word_lists("structure.yaml")["affiliation_words"]
    is_place = any(word in lower for word in words)
    if _MAIL.search(plain) and (is_place or len(plain) < _LONGEST_MAIL):
        return True
    told = _TOLD.search(lower) is not None
    marked = _NUMBERED_PLACE.match(plain)
    if is_place and ((marked and marked["number"]) or ((marked or _PERSON_AT.match(plain)) and not told)):
        return True
    long = len(plain) >= _LONGEST_PLACE and not _POSTCODE.search(plain)
    if not is_place or long or (ends_sentence(plain) and not _COMPANY_END.search(plain)):
        return False
    return not told


def reads_as_text(text: str) -> bool:
    """Whether a short line holds the little words of a sentence, which names, addresses and labels do without."""
    return bool(_LITTLE_WORD.search(text))


def ends_sentence(text: str) -> bool:
    """Whether a piece ends where a sentence may end."""
    end = text[-80:]
    return bool(_SENTENCE_END.search(end)) and not _ABBREVIATION_END.search(end)
