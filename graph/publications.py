"""Who a work is: the identity of publications, and what is known of one."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from ..ontology.model import Author, DocumentClaims, DocumentMetadata, Reference
from .rows import with_value

_NOT_A_WORD = re.compile(r"[^0-9a-z]+")
"""Matches `, ` and `-`, not `s41560`."""


def publication_id(reference: Reference) -> str:
    """`doi:` and the DOI; without one `ref:` and a hash of what marks the work in every style of reference list.

    Volume and first page with the first author's family name and the year identify an article however its journal
    is abbreviated; where they are missing the title does, then the whole entry.
    """
    if reference.doi:
        return f"doi:{reference.doi.lower()}"
    family = _plain(reference.authors[0].family) if reference.authors else ""
    first_page = re.split(r"[-–—]", reference.pages)[0] if reference.pages else ""
    if reference.volume and first_page and (family or reference.year):
        marks = [family, str(reference.year or ""), _plain(reference.volume), _plain(first_page)]
    elif reference.title:
        marks = [family, str(reference.year or ""), _plain(reference.title)]
    else:
        marks = [_plain(reference.text)]
    return "ref:" + hashlib.sha256("\x1f".join(marks).encode()).hexdigest()[:32]


def reference_data(reference: Reference) -> dict[str, Any]:
    """What a reference list says of a work."""
    return with_value(
        {
            "doi": reference.doi,
            "title": reference.title,
            "authors": author_names(reference.authors),
            "journal": reference.journal,
            "year": reference.year,
            "volume": reference.volume,
            "issue": reference.issue,
            "pages": reference.pages,
            "text": reference.text,
        }
    )


def document_data(bundle: DocumentClaims) -> dict[str, Any]:
    """What a paper that was read says of itself."""
    about: DocumentMetadata = bundle.metadata
    return with_value(
        {
            "doi": about.doi,
            "title": about.title,
            "authors": author_names(about.authors),
            "journal": about.journal,
            "year": about.year,
            "read": True,
            "file": bundle.name,
        }
    )


def author_names(authors: Iterable[Author]) -> list[str]:
    """`Family, Given` of each author."""
    return [f"{author.family}, {author.given}" if author.given else author.family for author in authors]


def _plain(text: str) -> str:
    """Lower case, without accents, spaces and punctuation."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_A_WORD.sub("", "".join(char for char in decomposed if not unicodedata.combining(char)))
