"""A paper's own reference list for reference managers: CSL-JSON and BibTeX."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase
from typing import Any

from ..ontology.model import Author, Reference

_BIBTEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
"""Characters that TeX would not print as they are."""

_PAGE_RANGE = re.compile(r"(?<=\w)\s*[-\u2010-\u2015\u2212]+\s*(?=\w)")
"""Matches the dash of `12-19` and of `e12 - e19`, not that of `12-`."""


def to_csl(references: Sequence[Reference]) -> list[dict[str, Any]]:
    """References as CSL-JSON items; `citation-number` is the number under which the paper cites each.

    Source:
        Citation Style Language 1.0.2, appendix IV (variables) and the CSL-JSON schema.
    """
    return [_csl_item(reference, key) for reference, key in zip(references, citation_keys(references), strict=True)]


def to_bibtex(references: Sequence[Reference]) -> str:
    """References as a BibTeX file in UTF-8; `citation-number` is the number under which the paper cites each."""
    keys = citation_keys(references)
    return "\n".join(_bibtex_entry(reference, key) for reference, key in zip(references, keys, strict=True))


def citation_keys(references: Iterable[Reference]) -> list[str]:
    """One key for each reference: first author and year, then a letter where that is not unique.

    Keys are plain ASCII, and the same list always gets the same keys.
    """
    stems = [_key_stem(reference) for reference in references]
    counts = Counter(stems)
    seen: Counter[str] = Counter()
    keys = []
    for stem in stems:
        keys.append(stem + _letters(seen[stem]) if counts[stem] > 1 else stem)
        seen[stem] += 1
    return keys


def _key_stem(reference: Reference) -> str:
    family = reference.authors[0].family if reference.authors else ""
    ascii_family = unicodedata.normalize("NFKD", family).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]", "", ascii_family.lower())
    return f"{name}{reference.year or ''}" if name else f"ref{reference.number}"


def _letters(index: int) -> str:
    """0 is `a`, 25 is `z`, 26 is `aa`."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = ascii_lowercase[rest] + text
    return text


def _is_bare(reference: Reference) -> bool:
    """Nothing but the text could be read, so the text has to stand in for it."""
    return not (reference.authors or reference.title or reference.journal or reference.doi)


def _csl_item(reference: Reference, key: str) -> dict[str, Any]:
    fields: Mapping[str, Any] = {
        "author": [_csl_name(author) for author in reference.authors],
        "title": reference.title,
        "container-title": reference.journal,
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "DOI": reference.doi,
        "note": reference.text if _is_bare(reference) else None,
    }
    kind = "article-journal" if reference.journal else "document"
    item = {"id": key, "type": kind, "citation-number": reference.number}
    return item | {name: value for name, value in fields.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    return {"family": author.family, "given": author.given} if author.given else {"family": author.family}


def _bibtex_entry(reference: Reference, key: str) -> str:
    fields: Mapping[str, str | None] = {
        "author": " and ".join(map(_bibtex_name, reference.authors)),
        "title": f"{{{_escaped(reference.title)}}}" if reference.title else None,
        "journal": _escaped(reference.journal),
        "year": str(reference.year) if reference.year else None,
        "volume": _escaped(reference.volume),
        "number": _escaped(reference.issue),
        "pages": _PAGE_RANGE.sub("--", _escaped(reference.pages)),
        "doi": _verbatim(reference.doi),
        "note": _escaped(reference.text) if _is_bare(reference) else None,
        "citation-number": str(reference.number),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    kind = "article" if reference.journal else "misc"
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


def _bibtex_name(author: Author) -> str:
    """`Family, Given`, in braces where a comma or an `and` of the name's own would be misread."""
    family, given = _escaped(author.family), _escaped(author.given)
    if re.search(r",|\band\b", family) or (" " in family and not given):
        family = f"{{{family}}}"
    return f"{family}, {given}" if given else family


def _escaped(text: str | None) -> str:
    return " ".join((text or "").split()).translate(_BIBTEX_ESCAPES)


def _verbatim(doi: str | None) -> str | None:
    """A DOI stands as it is; only what would end the field is percent-encoded."""
    return doi.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D") if doi else None
