"""ChemDataExtractor's records as claims: accepted where our own reading of the place bears them out.

ChemDataExtractor gives strings without places, drops signs such as `>` and knows no citations; and it takes the nearest
compound for a value's. So a record becomes a claim only if its value stands where it says, is the same number in SI
units as we read there, has a unit of the property, is named there as that property, and its compound is a material that
our grammar of the sentence allows. Sign, range, conditions and citations are then those of the text.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from ....corpus.document import Block, BlockKind, Document, Table
from ....errors import ConfigError, EngineError, EngineWorkerError
from ....ontology.claims import AnyClaim
from ....ontology.model import ClaimKind, Finding, PropertyClaim, Severity
from ....ontology.units import to_si
from ...annotations import Sentence
from ...by_rules import Reading, read_text
from ...citing import accounts_begin
from ...evidence import Place, doubted
from ...materials import MaterialMention
from ...pipeline import sentences_of
from ...properties.claims import claim_of, subjects_of
from ...properties.discourse import Context
from ...properties.mentions import Assignment
from ...properties.subject_rules import Subject
from ...properties.values import assign_property
from ...quantities import Quantity
from ...quantities.conditions import find_conditions
from ...tables.claims import claim_of_value
from ...tables.reading import TableValue, read_table
from ..base import EngineInfo, EngineReading
from .environment import find_python, why_missing
from .process import Worker

NAME = "chemdataextractor"
VERSION = "1"

_LIMIT_S = 60.0
_MOST_FAILURES = 3
"""So many times the worker may end in one document before that is given up."""

_AGREEMENT = 1e-3
"""Relative difference up to which two readings of a number are the same."""

_CONFIDENCE = {"template": 0.8, "multi-template": 0.75, "cells": 0.9}
"""Of a claim by the parser of ChemDataExtractor that found it."""

_OPTIONS = {
    "python": "interpreter that has ChemDataExtractor 2; else LITHOGRAPH_CHEMDATAEXTRACTOR_PYTHON, else this one",
    "timeout": f"seconds for a sentence or a table, {_LIMIT_S:g} if not given",
}


class ChemDataExtractorEngine:
    """Reads with ChemDataExtractor 2 in a worker process, which is kept until `close`.

    Args:
        python: interpreter that has it.
        limit_s: seconds for a sentence or a table.
    """

    def __init__(self, python: str, limit_s: float) -> None:
        self.info = EngineInfo(
            name=NAME,
            version=VERSION,
            summary="ChemDataExtractor 2: its property models, sentence and template parsers and table reader",
            kinds=frozenset({ClaimKind.property.value}),
            cost="minutes of one core for a review",
            options=_OPTIONS,
            missing=why_missing(python),
        )
        self._worker = Worker(python, limit_s, NAME)

    def read(self, document: Document) -> EngineReading:
        """See `Engine.read`."""
        reader = _DocumentReader(document, self._worker)
        claims = tuple(reader.claims())
        return EngineReading(claims, tuple(reader.findings), {"requests": reader.requests, "records": reader.records})

    def close(self) -> None:
        """See `Engine.close`."""
        self._worker.close()


def open_chemdataextractor(options: Mapping[str, str]) -> ChemDataExtractorEngine:
    """The factory.

    Args:
        options: `python` and `timeout`.

    Raises:
        ConfigError: the time limit is no number above zero.
    """
    limit = options.get("timeout", str(_LIMIT_S))
    try:
        seconds = float(limit)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise ConfigError(f"{NAME}.timeout", f"is {limit!r}, and has to be a number of seconds above zero")
    return ChemDataExtractorEngine(find_python(options.get("python")), seconds)


class _DocumentReader:
    """Reads one document."""

    def __init__(self, document: Document, worker: Worker) -> None:
        self.document, self.worker = document, worker
        self.findings: list[Finding] = []
        self.answers: dict[str, list[dict[str, Any]]] = {}
        self.requests = self.records = self.failures = 0

    def claims(self) -> Iterator[AnyClaim]:
        """The claims of running text, then those of tables."""
        reading = read_text(self.document)
        context = Context(reading.names).at_section((), self.document.metadata.title or "")
        for block, annotated in reading.texts:
            if block.kind is not BlockKind.CAPTION:
                accounts = accounts_begin(block, annotated.sentences)
                for sentence, account in zip(sentences_of(annotated), accounts, strict=True):
                    place = Place(block, sentence.start, sentence.end, account=account)
                    yield from self._of_sentence(place, sentence, context)
        for block in self.document.blocks:
            if block.table is not None:
                yield from self._of_table(block, block.table, reading)
        if self.worker.missing_weights:
            self._find("engine-weights-incomplete", f"lacks {', '.join(self.worker.missing_weights)}: not used")

    def _of_sentence(self, place: Place, sentence: Sentence, context: Context) -> Iterator[PropertyClaim]:
        dimensions = {quantity.dimension for quantity in sentence.quantities if quantity.unit}
        if not sentence.materials or not dimensions:
            return
        request = {
            "text": sentence.text[sentence.start : sentence.end],
            "names": [(each.start - sentence.start, each.end - sentence.start) for each in sentence.materials],
            "dimensions": sorted(dimensions),
        }
        for record in self._ask(
            request, place.block.source.starts[sentence.start], place.block.line_at(sentence.start)
        ):
            found = _understood(record, sentence, context)
            if found is not None:
                claim = claim_of(self.document, place, sentence, context, *found)
                yield _own(claim, record["reader"])

    def _of_table(self, block: Block, table: Table, reading: Reading) -> Iterator[PropertyClaim]:
        """Claims of cells in which ChemDataExtractor and our table reader see the same."""
        values = list(read_table(table))
        if not values:
            return
        request = {
            "rows": [[cell.text for cell in row] for row in (table.header, *table.rows)],
            "names": sorted({value.subject for value in values}),
            "caption": table.caption,
            "properties": sorted({value.property for value in values}),
        }
        records = self._ask(request, block.source.starts[0] if block.text else 0, block.line)
        for value in values:
            if any(_same_cell(record, value, table) for record in records):
                yield _own(claim_of_value(self.document, block, value, reading.names), "cells")

    def _ask(self, request: Mapping[str, Any], start: int, line: int) -> list[dict[str, Any]]:
        """The records of a request; none, with a finding, where the worker fails on it.

        Raises:
            EngineError: the worker ended too often.
        """
        key = json.dumps(request)
        if key in self.answers:
            return self.answers[key]
        self.requests += 1
        try:
            records = self.worker.ask(request)
        except EngineWorkerError as error:
            self.failures += self.worker.pid is None  # it ended; where it lives, only this place cannot be read
            if self.failures > _MOST_FAILURES:
                raise EngineError(NAME, f"its worker ended {self.failures} times, at last: {error.reason}") from error
            self._find("engine-worker-failed", f"{error.reason}; the place is left out", start, line)
            return []
        self.records += len(records)
        self.answers[key] = records
        return records

    def _find(self, code: str, message: str, start: int | None = None, line: int | None = None) -> None:
        finding = Finding(
            code=code, severity=Severity.warning, message=f"{NAME}: {message}", source_start=start, line=line
        )
        self.findings.append(finding)


def _understood(record: Mapping[str, Any], sentence: Sentence, context: Context) -> tuple[Assignment, Subject] | None:
    """What a record says, in our terms, if the sentence bears it out."""
    quantity = _quantity(record, sentence)
    mention = _mention(record, sentence, context)
    if quantity is None or mention is None:
        return None
    conditions = {condition.index for condition in find_conditions(sentence.text, sentence.quantities)}
    is_condition = any(sentence.quantities[index] is quantity for index in conditions)
    assignment = assign_property(sentence, quantity, is_condition=is_condition)
    if assignment is None or assignment.name != record["property"] or assignment.mention is None:
        return None
    if mention.name not in {each.name for each in subjects_of(sentence, assignment, context)}:
        return None
    return assignment, Subject(mention, "compound", assignment.confidence)


def _quantity(record: Mapping[str, Any], sentence: Sentence) -> Quantity | None:
    """The quantity that stands where the record has its value, if both are the same in SI units."""
    start, end = (sentence.start + offset for offset in record["value"])
    found = [each for each in sentence.quantities if each.value_start < end and start < each.value_end]
    if len(found) != 1 or found[0].dimension != record["dimension"] or found[0].ordinal:
        return None
    own = [to_si(value, found[0].unit) for value in (found[0].low, found[0].high) if value is not None]
    told = record["si"] or []
    same = len(own) == len(told) and all(
        math.isclose(one, other, rel_tol=_AGREEMENT) for one, other in zip(own, sorted(told), strict=True)
    )
    return found[0] if same else None


def _mention(record: Mapping[str, Any], sentence: Sentence, context: Context) -> MaterialMention | None:
    """The material that the record has for compound, unless it has several or none that is known."""
    places = {(sentence.start + start, sentence.start + end) for start, end in record["names"]}
    found = [each for each in sentence.materials if (each.start, each.end) in places]
    if len({each.name for each in found}) != 1 or context.names.material(found[0].name) is None:
        return None
    return found[0]


def _same_cell(record: Mapping[str, Any], value: TableValue, table: Table) -> bool:
    """Whether a record was made from the cell of a value, and has its property and its material."""
    row, column = table.rows[value.row], table.rows[value.row].index(value.cell)
    return (
        record["property"] == value.property
        and record["cell"] == value.cell.text
        and table.header[column].text in record["columns"]
        and any(cell.text in record["rows"] for cell in row)
        and value.subject in record["names"]
    )


def _own(claim: PropertyClaim, reader: str) -> PropertyClaim:
    """A claim as this engine's."""
    pieces = [
        piece.model_copy(
            update={
                "engine": f"{NAME}/{VERSION}",
                "rule": reader,
                "confidence": doubted(_CONFIDENCE[reader], hedged=bool(piece.hedged)),
            }
        )
        for piece in claim.evidence
    ]
    return claim.model_copy(update={"evidence": pieces, "confidence": max(piece.confidence for piece in pieces)})
