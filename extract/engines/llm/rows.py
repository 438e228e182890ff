"""Facts of a model held against a table: the quotation is a row, the unit may stand in the head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ....corpus.document import Block, BlockKind, Cell, Document, SourceMap, Table
from ....errors import FactRefusedError
from ....ontology.claims import AnyClaim
from ....ontology.model import Evidence
from ....ontology.vocabulary import find_terms, properties
from ...annotations import Sentence
from ...materials import find_materials
from ...names import Names
from ...properties.assembly import assemble_property
from ...quantities import Quantity, find_quantities
from ...tables.heads import HeadUnit, find_unit
from ...tables.reading import row_place, row_references, with_unit
from .circumstances import verified_conditions
from .passages import Passage
from .quotations import find_quotation
from .quoted import Quoted, is_unit, is_value, shown_value
from .verification import MEANT, WRITTEN, Fact, check_dimension, check_references

_APART = "\n"
"""Between the cells of a row, so that no name or value goes over two of them."""


@dataclass(frozen=True, slots=True)
class TableWitness:
    """Where facts of one table are held against it.

    Args:
        document: the paper.
        passage: the table.
        names: how the document's names are understood.
        engine: name and version of the engine, for the evidence.
    """

    document: Document
    passage: Passage
    names: Names
    engine: str

    def claim(self, fact: Fact) -> AnyClaim:
        """The claim of a fact.

        Args:
            fact: of the answer's schema, `refs` aside.

        Raises:
            FactRefusedError: the table does not bear it out.
        """
        if fact["type"] != "property":
            raise FactRefusedError("of a table only values of properties are taken")
        table = self.passage.block.table
        assert table is not None
        for row in table.rows:
            text = _APART.join(cell.text for cell in row)
            if (found := find_quotation(fact["quotation"], text, dropped="|")) is not None:
                return self._property(fact, table, row, self._quoted(row, text, *found))
        raise FactRefusedError("the quotation is no row of the table")

    def _quoted(self, row: tuple[Cell, ...], text: str, start: int, end: int) -> Quoted:
        known = (*self.names.aliases, *self.names.things)
        materials = tuple(
            replace(mention, start=mention.start + at, end=mention.end + at)
            for at, cell in _places(row)
            for mention in find_materials(cell.text, known)
        )
        block = Block(BlockKind.TABLE, text, (), SourceMap((), ()), self.passage.block.line, ())
        return Quoted(block, (Sentence(text, 0, len(text), materials, ()),), start, end, self.names)

    def _property(self, fact: Fact, table: Table, row: tuple[Cell, ...], quoted: Quoted) -> AnyClaim:
        subject = quoted.named(fact["subject"])
        index, quantity = _value(fact, table, row, quoted)
        name = fact["property"]
        check_dimension(name, quantity)
        head = table.header[index].text if index < len(table.header) else ""
        stated = _APART.join((table.caption, head, quoted.block.text))
        own = next((cell for at, cell in _places(row) if at <= subject.start <= at + len(cell.text)), row[index])
        known = any(name in hit.names for hit in find_terms(f"{head}{_APART}{table.caption}", properties()))
        return assemble_property(
            subject.participant,
            name,
            quantity,
            conditions=verified_conditions(fact.get("conditions") or (), stated),
            evidence=self._evidence(fact, row, own, row[index], quantity, known=known),
            negated=bool(fact.get("negated")),
            requirement=fact.get("role") is not None,
        )

    def _evidence(
        self, fact: Fact, row: tuple[Cell, ...], own: Cell, cell: Cell, quantity: Quantity, *, known: bool
    ) -> Evidence:
        references = row_references(row, own, cell)
        check_references(fact, set(references))
        text, start, end = row_place(row)
        value_start, value_end = cell.to_source(quantity.value_start, quantity.value_end)
        return Evidence(
            document=self.document.id,
            section=list(self.passage.block.section),
            sentence=text,
            source_start=start,
            source_end=end,
            value_start=value_start,
            value_end=value_end,
            line=cell.line or self.passage.block.line,
            references=[number for number in references if number in self.document.bibliography],
            engine=self.engine,
            rule="llm-table" + ("" if known else "-meant"),
            confidence=WRITTEN if known else MEANT,
        )


def _places(row: tuple[Cell, ...]) -> Iterator[tuple[int, Cell]]:
    """The cells of a row, each with where it begins in the row's text."""
    at = 0
    for cell in row:
        yield at, cell
        at += len(cell.text) + len(_APART)


def _value(fact: Fact, table: Table, row: tuple[Cell, ...], quoted: Quoted) -> tuple[int, Quantity]:
    """The value as our own reading has it, with the index of its column; offsets are those of the cell.

    Raises:
        FactRefusedError: no quoted cell has it, or its unit is another.
    """
    seen = False
    for index, (at, cell) in enumerate(_places(row)):
        if not cell.text or not quoted.start <= at or at + len(cell.text) > quoted.end:
            continue
        unit = find_unit(table.header[index].text) if index < len(table.header) else None
        for quantity in _quantities(cell.text.partition("@")[0], unit):
            if is_value(quantity, fact["value"]):
                seen = True
                if is_unit(quantity, fact["unit"]):
                    return index, quantity
    unit_too = f" with the unit {fact['unit']!r}" if seen else ""
    raise FactRefusedError(f"the value {shown_value(fact['value'])} does not stand in the row{unit_too}")


def _quantities(written: str, unit: HeadUnit | None) -> list[Quantity]:
    """What a cell states: with its own unit, else with that of the head; a plain number where there is neither."""
    own = [quantity for quantity in find_quantities(written) if quantity.unit]
    if own or unit is not None:
        return own or with_unit(written, unit)
    return find_quantities(written) or find_quantities(re.sub(r"^\s*(\d+)\s*$", r"\1.0", written))
