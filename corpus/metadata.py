"""A paper's own title, authors, journal, year and DOI, as far as its file states them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..ontology.model import DocumentMetadata
from .author_line import parse_authors
from .dois import find_dois
from .lexicon import first_of
from .pieces import Piece, PieceKind, ends_sentence, reads_as_text
from .sections import is_main_heading

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
_CITE_THIS = re.compile(r"[Cc]ite [Tt]his:\s*(?P<journal>(?:[A-Z][\w&]*\.?,?\s){1,7}?),?\s?(?P<year>(?:19|20)\d\d)\b")
"""Matches `Cite this: RSC Adv. , 2014`."""
_RUNNING = re.compile(
    r"et al\., (?P<journal>[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,4}) \d+ ?, ?\d+ ?[-–] ?\d+[^\n]{0,20}?(?P<year>20\d\d)"
)
"""Matches `Noether et al., Matter 7 , 485-499 February 7, 2024`."""
_LISTED = re.compile(r"Contents lists available at ScienceDirect\s+#*\s*(?P<journal>[A-Z][A-Za-z &,]{3,60})\n")
"""The journal below a line of Elsevier's title pages."""
_PUBLISHED_BY = re.compile(r"\. (?P<journal>(?:[A-Z][A-Za-z&]+ |of |and |in ){1,8})published by ")
_THANKS = re.compile(
    r"\b(?P<journal>(?:[A-Z][a-z]+ ){1,5})thanks (?:the )?(?:[A-Z][\w-]+ )*.{0,200}(?:review|contribution)"
)
_FRONT_PIECES = 60
"""Pieces at the beginning of a paper among which its title stands, wherever a converter put it."""
_MANY = 3
"""So many names in a line are authors, wherever among the first pieces it stands."""
_FUNDERS = "10.13039/"
"""DOIs of funders (Crossref's registry), never of papers."""
_HEAD = 12_000
"""Characters at the beginning of a paper in which its journal names itself."""
_OPENING = 2000
"""Characters at the beginning of a paper in which a lone DOI is its own."""
_OWN_DOI_LINE = re.compile(r"(?:doi:?\s*|DOI:?\s*|https?://(?:dx\.)?doi\.org/)10\.\d{4,9}/\S+$")
_OWN_DOI_CONTEXT = re.compile(
    r"(?:\bdoi\b\s*:?|cite this|article can be found under|downloaded from|citation:"
    r"|supplementary (?:information|materials?)[^.]{0,80}(?:available|at)\b)",
    re.IGNORECASE,
)


_MAY_NAME = (PieceKind.PARAGRAPH, PieceKind.FRONT, PieceKind.LIST_ITEM)
"""What the line of the authors may be taken for."""


def find_title(pieces: Sequence[Piece], source: str) -> Piece | None:
    """The piece that is the paper's title, or None: a heading right above the authors, else the first of its own name.

    The name of a journal or of a kind of article may stand above it, and even the beginning of the text; a heading that
    stands on two pages is taken for furniture, but has its level still.
    """
    begin = [piece for piece in pieces[:_FRONT_PIECES] if piece.kind is not PieceKind.FURNITURE or piece.level]
    for piece, below in pairwise(begin):
        if (
            piece.level
            and below.kind in _MAY_NAME
            and _names_itself(piece, source)
            and len(parse_authors(below.text(source))) > 1
        ):
            return piece
    for piece in pieces[:25]:
        text = piece.text(source).strip("*_ ")
        if piece.kind is PieceKind.HEADING and _names_itself(piece, source):
            return piece
        if piece.kind is PieceKind.HEADING and is_main_heading(_unnumbered(text)):
            return None
        if piece.kind is PieceKind.PARAGRAPH and len(text) > 250:
            return None
    return None


def _names_itself(heading: Piece, source: str) -> bool:
    """Whether a heading is none of those that every paper may have."""
    plain = _unnumbered(heading.text(source).strip("*_ "))
    return len(plain) > 8 and not first_of("structure.yaml", "generic_headings").fullmatch(plain)


def _unnumbered(text: str) -> str:
    return re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", text)


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
    for piece in pieces[:_FRONT_PIECES]:
        if piece.kind in _MAY_NAME and len(parse_authors(piece.text(source))) >= _MANY:
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
        journal=_journal(front, rest, source[:_HEAD]),
        year=_year(front, rest),
        doi=_own_doi(front, rest),
    )


def _journal(front: str, rest: str, head: str) -> str | None:
    for pattern, text in (
        (_CITE_THIS, head),
        (_RUNNING, head),
        (_LISTED, head),
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
        (_CITE_THIS, front),
        (_RUNNING, front),
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
