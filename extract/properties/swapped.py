"""Cells that are told by one part alone, the others being those of the cell that was spoken of.

Behind `Li|A|Li`, `cells with B` are `Li|B|Li`, `full cells with C` are `Li|A|C`, and `the one with bare sodium` is
`Na|A|Na`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..annotations import Sentence
from ..materials import MaterialMention
from ..names import Names
from . import subject_patterns as patterns
from .references import reference_words

_CELL_WITH = re.compile(
    r"\b(?P<cell>[a-z]+)\s(?:(?:made|built|assembled|equipped|constructed|fabricated)\s)?"
    r"(?:with|using|of|from|containing|employing|comprising|based on)\s"
    r"(?:(?:an?|the|its|bare|pristine|untreated|plain|pure|unmodified|uncoated)\s){0,2}(?:[a-z-]+\s){0,2}$"
)
"""Before the part that tells a cell. Matches `cells with bare `, `counterpart using a `."""

_IN_PLACE = re.compile(r"^\s(?:[\w-]+\s)?(?:in (?:its|their) (?:place|stead)|instead)\b")
"""Behind a part that takes the place of another. Matches ` in its place`."""

_CELL_BEHIND = re.compile(r"^[ -](?:(?:symmetric(?:al)?|full|half|pouch|coin)[ -])*(?:cells?|batter(?:y|ies))\b")
"""Behind the part that a cell is called by. Matches ` cell`, ` symmetric cells`."""

_BARE = re.compile(
    r"\b(?:[Bb]are|[Pp]ristine|[Uu]ntreated|[Uu]nmodified|[Uu]ncoated|[Uu]nprotected|[Pp]lain|[Pp]ure)\s$"
)
"""Before a plain metal that is set against a treated one. Matches `bare `."""

_SYMMETRIC = re.compile(r"\bsymmetric(?:al)?\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
"""Before the noun of a cell of two like electrodes."""

_OF_TWO_KINDS = re.compile(r"\b(?:full|pouch|half|coin full)[- ](?:[\w-]+\s)?$", re.IGNORECASE)
"""Before the noun of a cell whose electrodes are not alike."""

_LAYERS = 3
"""So many layers make a cell; two are an interface."""


def named_for(sentence: Sentence, names: Sequence[MaterialMention], end: int) -> MaterialMention | None:
    """The last material before a place that a cell is told by (`cells with A, whose skin is B, ran`).

    Args:
        sentence: with its materials.
        names: of it, in order.
        end: clean end of what is searched.
    """
    before = [name for name in names if name.end <= end]
    return next((name for name in reversed(before) if _tells_cell(sentence, name)), None)


def _tells_cell(sentence: Sentence, mention: MaterialMention) -> bool:
    told = None if _is_layer(sentence, mention) else _CELL_WITH.search(sentence.before(mention.start, 60))
    return told is not None and _is_cell_word(told["cell"])


def swapped(
    sentence: Sentence, mention: MaterialMention, cell: MaterialMention | None, names: Names
) -> MaterialMention | None:
    """The cell that a part tells, None where the part is not told as one or no cell was spoken of.

    Args:
        sentence: with its materials.
        mention: what may be no more than a part.
        cell: the one spoken of.
        names: how the document's names are understood.
    """
    if cell is None or mention.kind in ("cell", "class") or _is_layer(sentence, mention):
        return None
    before = sentence.before(mention.start, 60)
    told = _CELL_WITH.search(before)
    of_cell = told is not None and _is_cell_word(told["cell"])
    called = _CELL_BEHIND.match(sentence.after(mention.end, 30)) is not None
    bare = mention.name in ("Li", "Na") and _BARE.search(before) is not None
    if not (of_cell or called or bare or _IN_PLACE.match(sentence.after(mention.end, 40))):
        return None
    kind = sentence.before(mention.start - len(before) + told.start("cell")) if told is not None else ""
    alike = len(set(cell.name.split("|"))) < _LAYERS
    others = any(each is not mention and names.is_any_electrolyte(each.name) for each in sentence.materials)
    if others or (alike and _OF_TWO_KINDS.search(kind) and not names.is_cathode(mention.name)):
        return None
    return with_part(cell, mention, names, symmetric=_SYMMETRIC.search(kind) is not None)


def with_part(
    cell: MaterialMention, part: MaterialMention, names: Names, *, symmetric: bool = False
) -> MaterialMention | None:
    """A cell with one part in the place of its like: an electrolyte, a cathode or an anode.

    Args:
        cell: written out.
        part: what takes the place.
        names: how the document's names are understood.
        symmetric: whether both electrodes are to be the same.

    Returns:
        None if the cell has no such place, as one of more than three layers.
    """
    layers = cell.name.split("|")
    if len(layers) != _LAYERS or names.is_electrolyte(layers[0]) or names.is_electrolyte(layers[2]):
        return None
    if names.is_electrolyte(part.name):
        layers[1] = part.name
    elif names.is_cathode(part.name):
        layers[2] = part.name
    elif symmetric or layers[0] == layers[2]:
        layers[0] = layers[2] = part.name
    else:
        place = 2 if names.is_cathode(layers[0]) else 0
        layers[place] = part.name
    return replace(part, name="|".join(layers), kind="cell")


def _is_layer(sentence: Sentence, mention: MaterialMention) -> bool:
    """Whether a part is put between the others and takes the place of none (`the cell with an A interlayer`)."""
    return patterns.LAYER_BEHIND.match(sentence.after(mention.end, 40)) is not None


def _is_cell_word(noun: str) -> bool:
    words = reference_words()
    return words.kinds.get(noun) == "cell" or noun in words.stand_ins or noun == "those"
