"""A paper's own title, authors, journal, year and DOI, as far as its file states them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..ontology.model import Author, DocumentMetadata
from .dois import find_dois
from .lexicon import first_of
from .pieces import Piece, PieceKind, ends_sentence, reads_as_text
from .sections import is_main_heading

_MARKS = re.compile(r"<sup>.{0,60}?</sup>|\$\s*\^\{?[^$]{0,40}\$|[⁰¹²³⁴-⁹*†‡§¶✉#]+|\\\*")
_NUMBERS = re.compile(r"(?<=[A-Za-zÀ-ž.])\s?\d[\d,\s]*(?=\s*(?:[,;·&]|and\b|$))")
_NAME_SPLIT = re.compile(r"\s*(?:[,;·•|]|&amp;|&|\band\b)\s*")
_PARTICLES = "van|von|der|den|de|del|di|la|le|du|da|dos|bin|al|el|ter|zu|zur"
_NAME = re.compile(rf"(?:[A-ZÀ-Ž][\w'’.-]*|(?:{_PARTICLES})\b)(?:[\s-]+(?:[A-ZÀ-Ž][\w'’.-]*|{_PARTICLES})){{1,5}}$")
_PARTICLE = re.compile(rf"(?:{_PARTICLES})$")
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,60}?((?:19|20)\d\d)", re.IGNORECASE)
_DATED = re.compile(r"(?:published|accepted|received|revised)[^\n]{0,30}?((?:19|20)\d\d)", re.IGNORECASE)
_JOURNAL_LINE = re.compile(
    r"(?P<journal>(?:[A-Z][\w.]*\.? ){1,6}?)(?P<year>(?:19|20)\d\d) ?, ?(?:\d+ ?, ?)?(?:\d+ ?[(,:] ?)?[e\d][\w–-]*\s*$",
    re.MULTILINE,
)
_JOURNAL_VOLUME = re.compile(
    r"(?P<journal>[A-Z][\w&]*\.?,? (?:(?:[A-Z][\w&]*\.?,?|of|and|in|for|the) ){0,7})\|?\s?"
    r"\(?(?P<year>(?:19|20)\d\d)\)? \d+ ?: ?\d+"
)
_PUBLISHED_BY = re.compile(r"\. (?P<journal>(?:[A-Z][A-Za-z&]+ |of |and |in ){1,8})published by ")
_THANKS = re.compile(
    r"\b(?P<journal>(?:[A-Z][a-z]+ ){1,5})thanks (?:the )?(?:[A-Z][\w-]+ )*.{0,200}(?:review|contribution)"
)
_FUNDERS = "10.13039/"
"""DOIs of funders (Crossref's registry), never of papers."""
_OPENING = 2000
"""Characters at the beginning of a paper in which a lone DOI is its own."""
_OWN_DOI_LINE = re.compile(r"(?:doi:?\s*|DOI:?\s*|https?://(?:dx\.)?doi\.org/)10\.\d{4,9}/\S+$")
_OWN_DOI_CONTEXT = re.compile(
    r"(?:\bdoi\b\s*:?|cite this|article can be found under|downloaded from|citation:"
    r"|supplementary (?:information|materials?)[^.]{0,80}(?:available|at)\b)",
    re.IGNORECASE,
)


def find_title(pieces: Sequence[Piece], source: str) -> Piece | None:
    """The piece that is the paper's title, or None."""
    generic = first_of("structure.yaml", "generic_headings")
    for piece in pieces[:25]:
        text = piece.text(source).strip("*_ ")
        plain = re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", text)
        if piece.kind is PieceKind.HEADING and not generic.fullmatch(plain) and len(plain) > 8:
            return piece
        if piece.kind is PieceKind.HEADING and is_main_heading(plain):
            return None
        if piece.kind is PieceKind.PARAGRAPH and len(text) > 250:
            return None
    return None


_MAY_NAME = (PieceKind.PARAGRAPH, PieceKind.FRONT, PieceKind.LIST_ITEM)


def mark_front(pieces: Sequence[Piece], title: Piece | None, source: str) -> list[Piece]:
    """Find the title page: author lines, dates and what stands among addresses become `PieceKind.FRONT`.

    Returns:
        The pieces that name the authors.
    """
    authors: list[Piece] = []
    start = pieces.index(title) + 1 if title is not None else 0
    for piece in pieces[start : start + 12]:
        text = piece.text(source)
        if piece.kind is PieceKind.HEADING or title is None:
            break
        running = piece.kind is PieceKind.PARAGRAPH
        named = not authors and piece.kind in _MAY_NAME and bool(parse_authors(text))
        if named:
            authors.append(piece)
        if running and not named and ends_sentence(text) and len(text) > 60:
            break
        if named or (running and len(text) < 120 and not ends_sentence(text) and not reads_as_text(text)):
            piece.kind = PieceKind.FRONT
    _spread(pieces, source)
    _spread(pieces[::-1], source)
    return authors


def _spread(pieces: Sequence[Piece], source: str) -> None:
    """Short lines without an end of sentence next to an address belong to it."""
    beside = False
    for piece in pieces:
        if piece.kind is PieceKind.FRONT:
            beside = True
        elif piece.kind is PieceKind.PARAGRAPH and beside:
            text = piece.text(source)
            beside = len(text) < 80 and not ends_sentence(text) and not text[0].islower() and not reads_as_text(text)
            if beside:
                piece.kind = PieceKind.FRONT
        elif piece.kind is not PieceKind.FURNITURE:
            beside = False


def parse_authors(text: str) -> list[Author]:
    """The names in an author line, affiliation marks taken off; empty where the line is none.

    Example:
        >>> [author.family for author in parse_authors("Ada B. Lovelace<sup>1,2</sup> · Emmy Noether<sup>2</sup>")]
        ['Lovelace', 'Noether']
    """
    if len(text) > 4000 or "\n\n" in text:
        return []
    plain = _NUMBERS.sub(" ", _MARKS.sub(" ", text.replace("**", "").replace("\n", " ")))
    parts = [part.strip(" .") for part in _NAME_SPLIT.split(plain)]
    parts = [part for part in parts if part and not re.fullmatch(r"[\d\s]*[a-z]?|[A-Z]", part)]
    names = [part for part in parts if _NAME.match(part) and len(part) < 60]
    if not names or len(names) < 0.8 * len(parts) or (len(parts) == 1 and not re.search(r"\d|<sup>|\*", text)):
        return []
    if first_of("structure.yaml", "affiliation_names").search(plain):
        return []
    return [_author(" ".join(name.split())) for name in names]


def _author(name: str) -> Author:
    words = name.split(" ")
    cut = len(words) - 1
    while cut > 1 and _PARTICLE.match(words[cut - 1]):
        cut -= 1
    return Author(family=" ".join(words[cut:]), given=" ".join(words[:cut]) or None)


def read_metadata(title: str | None, authors: Sequence[Piece], source: str, front: str, rest: str) -> DocumentMetadata:
    """What the paper says about itself.

    Args:
        title: clean title.
        authors: the pieces that name the authors.
        source: the file as read.
        front: raw text of the title page and the page furniture.
        rest: raw text of what is neither that nor the reference list.
    """
    names = parse_authors(authors[0].text(source)) if authors else []
    return DocumentMetadata(
        title=title,
        authors=names,
        journal=_journal(front, rest),
        year=_year(front, rest),
        doi=_own_doi(front, rest),
    )


def _journal(front: str, rest: str) -> str | None:
    for pattern, text in (
        (_JOURNAL_LINE, front),
        (_PUBLISHED_BY, front),
        (_JOURNAL_VOLUME, front),
        (_PUBLISHED_BY, rest),
        (_THANKS, rest),
    ):
        match = pattern.search(text)
        if match:
            return _full_name(match["journal"].strip(" ,|"), front, rest)
    return None


def _full_name(journal: str, front: str, rest: str) -> str:
    match = _PUBLISHED_BY.search(front) or _PUBLISHED_BY.search(rest)
    return match["journal"].strip() if match and "." in journal else journal


def _year(front: str, rest: str) -> int | None:
    tail = rest[-3000:]
    for pattern, text in (
        (_COPYRIGHT_YEAR, front),
        (_JOURNAL_LINE, front),
        (_JOURNAL_VOLUME, front),
        (_COPYRIGHT_YEAR, tail),
        (_DATED, front),
    ):
        found = [int(match["year"] if "year" in pattern.groupindex else match[1]) for match in pattern.finditer(text)]
        if found:
            return max(found) if pattern is _DATED else found[0]
    return None


def _own_doi(front: str, rest: str) -> str | None:
    for text, whole_lines in ((front, True), (front, False), (rest, False)):
        for line in text.split("\n"):
            plain = line.strip()
            match = _OWN_DOI_LINE.match(plain) if whole_lines else _OWN_DOI_CONTEXT.search(plain)
            dois = [doi for doi in find_dois(plain[match.start() :]) if not doi.startswith(_FUNDERS)] if match else []
            if dois:
                return dois[0]
    opening = [doi for doi in find_dois(rest[:_OPENING]) if not doi.startswith(_FUNDERS)]
    return opening[0] if len(opening) == 1 else None
