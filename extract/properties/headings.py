"""What the headings above a text, or its title, say that it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..materials import MaterialMention
from ..names import Names

ANY_ELECTROLYTE = ("solid electrolyte", "composite electrolyte")
"""Classes that tell nothing of what an electrolyte is made of."""


def electrolyte_of(headings: Sequence[str], title: str, names: Names) -> MaterialMention | None:
    """The one electrolyte that the innermost heading names, of those that name any; else the one of the title.

    Args:
        headings: outermost first.
        title: of the document; a class in it is too wide.
        names: how the document's names are understood.
    """
    for heading in reversed(headings):
        found = _named_in(heading, names, names.is_electrolyte)
        if found:
            return found[0] if len(found) == 1 and found[0].name not in ANY_ELECTROLYTE else None
    found = _named_in(title, names, names.is_electrolyte)
    return found[0] if len(found) == 1 and found[0].kind != "class" else None


def anode_of(headings: Sequence[str], names: Names) -> MaterialMention | None:
    """The anode of its own kind that the innermost heading names (`Silicon`), plain lithium and sodium left out."""
    found = _named_in(headings[-1], names, names.is_anode) if headings else []
    return found[0] if len(found) == 1 and found[0].kind != "class" and found[0].name not in ("Li", "Na") else None


def _named_in(heading: str, names: Names, fits: Callable[[str], bool]) -> list[MaterialMention]:
    """What a heading names that fits, each once, and no class where a member is named."""
    mentions = names.in_heading(heading)
    found = {mention.name: mention for mention in mentions if fits(mention.name)}
    return [mention for mention in found.values() if mention.kind != "class"] or list(found.values())
