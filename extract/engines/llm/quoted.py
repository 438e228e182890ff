"""A quotation in its paragraph, and what our own reading finds in it: names, values, denials."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....corpus.document import Block
from ....errors import FactRefusedError, UnitError
from ....ontology.model import Participant
from ....ontology.notation import plain_name
from ....ontology.units import parse_unit
from ...annotations import Sentence
from ...materials import MaterialMention
from ...names import Names
from ...quantities import Quantity
from .quotations import find_quotation

_JOINER = re.compile(r"[|/@+:]+|(?<=[A-Z0-9)])-(?=[A-Z])")
"""Between the parts of a composite or a cell. Matches in `Li|LLZO|Li`, `PEO-LLZO`; must not match in `beta-Li3PS4`."""

_WORDS = re.compile(r"[a-z]{4}")
"""A name with a word in it, which may begin with a capital. Matches `solid electrolyte`; must not match `NaCl`."""


_LONGEST_NAME = 200
"""Characters of a name, cells of many layers included."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a fact as the text has it.

    Args:
        participant: under the name that stands in the text.
        start: clean start.
        end: clean end.
    """

    participant: Participant
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in running text.

    Args:
        block: the paragraph.
        sentences: the sentences that it touches, annotated, one after the other.
        start: clean start of the quotation.
        end: clean end.
        names: how the document's names are understood.
    """

    block: Block
    sentences: tuple[Sentence, ...]
    start: int
    end: int
    names: Names

    @property
    def text(self) -> str:
        """As it stands in the paragraph."""
        return self.block.text[self.start : self.end]

    def materials(self) -> list[MaterialMention]:
        """The materials that the quotation names as a whole."""
        every = [each for sentence in self.sentences for each in sentence.materials]
        return [each for each in every if self.start <= each.start and each.end <= self.end]

    def named(self, name: str) -> Named:
        """A material, class, cell or other thing, which has to stand in the quotation.

        Raises:
            FactRefusedError: it does not, neither as written nor under another of its names.
        """
        if len(name) > _LONGEST_NAME:
            raise FactRefusedError("a name is longer than names are")
        inside = self.materials()
        wanted = plain_name(name)
        found = next((each for each in inside if wanted and wanted in (each.name, plain_name(each.text))), None)
        if found is None and wanted and (known := self.names.identify(wanted)).kind != "name":
            found = next((each for each in inside if self.names.identify(each.name).id == known.id), None)
        if found is not None:
            return Named(self.names.participant(found.name), found.start, found.end)
        part = self._part(wanted, inside) or self._words(name)
        if part is None:
            raise FactRefusedError(f"{name!r} does not stand in the quotation")
        return part

    def _part(self, wanted: str, mentions: list[MaterialMention]) -> Named | None:
        """A layer of a cell or a part of a composite."""
        for mention in mentions:
            if wanted and wanted in _JOINER.split(plain_name(mention.text)):
                return Named(self.names.participant(wanted), mention.start, mention.end)
        return None

    def _words(self, name: str) -> Named | None:
        """Words that name no material that we know, beside the names of those that we do."""
        mentions = [each for sentence in self.sentences for each in sentence.materials]
        ignore = re.IGNORECASE if _WORDS.search(name) else re.NOFLAG
        written = r"[\s\u2010-\u2015-]+".join(map(re.escape, re.split(r"[\s\u2010-\u2015-]+", name.strip())))
        pattern = re.compile(rf"(?<![\w@/|+.-]){written}(?:s|es)?(?![\w@/|+]|-[A-Z]|\.\d)", ignore)
        for found in pattern.finditer(self.block.text, self.start, self.end) if name.strip() else ():
            if not any(each.start < found.end() and found.start() < each.end for each in mentions):
                return Named(self.names.participant(name.strip()), found.start(), found.end())
        return None

    def holds(self, words: str) -> bool:
        """Whether words stand in the quotation, or a name in its plain spelling."""
        forms = ((words, self.text), (plain_name(words), plain_name(self.text)))
        return any(find_quotation(each, text) is not None for each, text in forms)

    def quantities(self) -> Iterator[tuple[Sentence, Quantity]]:
        """The quantities that stand in the quotation with their unit."""
        for sentence in self.sentences:
            for _, members in itertools.groupby(sentence.quantities, key=lambda quantity: quantity.group):
                listed = list(members)
                whole = listed[-1].end <= self.end
                for quantity in listed:
                    unit_inside = whole or has_own_unit(self.block.text, quantity)
                    if self.start <= quantity.start and quantity.end <= self.end and unit_inside:
                        yield sentence, quantity

    def value(self, given: object, unit: str) -> tuple[Sentence, Quantity]:
        """The value of a fact as our own reading has it, its sign and its place.

        Raises:
            FactRefusedError: the value does not stand in the quotation, or not in this unit.
        """
        same = [each for each in self.quantities() if is_value(each[1], given)]
        if not same:
            raise FactRefusedError(f"the value {shown_value(given)} does not stand in the quotation")
        for sentence, quantity in same:
            if is_unit(quantity, unit):
                return sentence, quantity
        raise FactRefusedError(f"the value {shown_value(given)} does not stand in the quotation with the unit {unit!r}")


def has_own_unit(text: str, quantity: Quantity) -> bool:
    """Whether a quantity has a unit of its own, and leaves it to no later one of its list."""
    return text[quantity.value_end : quantity.end].strip() != ""


def is_value(quantity: Quantity, given: object) -> bool:
    """Whether a quantity is the number or the range that a fact gives."""
    low, high = (given[0], given[-1]) if isinstance(given, list) and len(given) == 2 else (given, None)
    if not isinstance(low, int | float) or (quantity.high is None) != (high is None):
        return False
    return _same(quantity.low, low) and (high is None or _same(quantity.high, high))


def _same(one: float | None, other: object) -> bool:
    return one is not None and isinstance(other, int | float) and math.isclose(one, other, rel_tol=1e-9, abs_tol=0.0)


def is_unit(quantity: Quantity, unit: str) -> bool:
    """Whether a unit as a fact writes it is that of a quantity: the same unit, not only one of its kind."""
    try:
        return quantity.unit != "RT" and parse_unit(unit) == parse_unit(quantity.unit)
    except UnitError:
        return False


def shown_value(given: object) -> str:
    """A value for people."""
    return "-".join(f"{each:.10g}" for each in given) if isinstance(given, list) else f"{given:.10g}"
