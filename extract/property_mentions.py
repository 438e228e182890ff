"""Where a text names a property, by the ways of writing of the properties vocabulary."""

from __future__ import annotations

import re
from functools import cache

from ..ontology.vocabulary import properties
from .annotations import PropertyMention


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, tuple[str, tuple[str, ...]]]]:
    """One alternation of all ways of writing, a named group for each property, and what each group means."""
    meanings = {f"p{number}": term for number, term in enumerate(properties().values())}
    branches = [
        f"(?P<{group}>{'|'.join(f'(?:{fragment})' for fragment in term.written)})" for group, term in meanings.items()
    ]
    pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(branches)})(?![A-Za-z0-9])", re.IGNORECASE)
    return pattern, {group: (term.name, tuple(term.dimensions)) for group, term in meanings.items()}


def find_properties(text: str) -> list[PropertyMention]:
    """Names of properties in a clean text, in order, not overlapping."""
    pattern, meanings = _pattern()
    return [
        PropertyMention(match.start(), match.end(), *meanings[match.lastgroup])
        for match in pattern.finditer(text)
        if match.lastgroup
    ]
