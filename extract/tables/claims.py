"""Property claims from the tables of a document, with the row as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...corpus.document import Block, Document
from ...ontology.model import Condition, Evidence, PropertyClaim
from ..confidences import confidence_of
from ..evidence import ENGINE
from ..names import Names
from ..properties.assembly import assemble_property, unit_of
from ..quantities.conditions import read_condition
from .reading import TableValue, read_table, row_place

_STATE = re.compile(r"(before|after)\b(?!.*\d)(?! cycl)(?!.*\b(?:before|after)\b)")
"""Which end of a change a head is about. Matches `after coating`; must not match `after 100 cycles`."""

TABLE_CONFIDENCE = 0.97
"""Confidence of a value whose property and unit the head names, where it was not measured."""


def find_table_claims(document: Document, block: Block, names: Names) -> Iterator[PropertyClaim]:
    """Every property claim of a table block; nothing if the block has no table.

    Args:
        document: the paper.
        block: a table.
        names: how the document's names are understood.
    """
    if block.table is None:
        return
    for value in read_table(block.table):
        yield claim_of_value(document, block, value, names)


def claim_of_value(document: Document, block: Block, value: TableValue, names: Names) -> PropertyClaim:
    """The claim of one value of a table block.

    Args:
        document: the paper.
        block: the table.
        value: read in it.
        names: how the document's names are understood.
    """
    return assemble_property(
        names.participant(value.subject),
        value.property,
        value.quantity,
        conditions=_conditions(value, block.table.caption if block.table is not None else ""),
        evidence=_evidence(document, block, value),
    )


def _evidence(document: Document, block: Block, value: TableValue) -> Evidence:
    assert block.table is not None
    text, start, end = row_place(value.place)
    known = document.bibliography
    rule = "table-cell" if unit_of(value.quantity) else "table-cell-bare"
    rule = "table-cell-power" if value.scaled else rule
    value_start, value_end = value.cell.to_source(value.quantity.value_start, value.quantity.value_end)
    return Evidence(
        document=document.id,
        section=list(block.section),
        sentence=text,
        source_start=start,
        source_end=end,
        value_start=value_start,
        value_end=value_end,
        line=value.cell.line or block.line,
        references=[number for number in value.references if not known or number in known],
        engine=ENGINE,
        rule=rule,
        confidence=confidence_of(rule, TABLE_CONFIDENCE),
    )


def _conditions(value: TableValue, caption: str) -> list[Condition]:
    """Conditions of the cell or the head, else the temperature of the caption; and the remark behind the name."""
    found = list({each.name: each for text in reversed(value.conditions) if (each := read_condition(text))}.values())
    told = any(each.name == "temperature" for each in found)
    of_all = None if told else read_condition(caption)
    if of_all is not None and of_all.name == "temperature":
        found.append(of_all)
    states = {match[1] for text in value.conditions if (match := _STATE.match(text))}
    if len(states) == 1 and not any(each.name == "cycles" for each in found):
        found.append(Condition(name="state", text=states.pop()))
    if value.aside:
        found.append(Condition(name="form", text=value.aside))
    return found
