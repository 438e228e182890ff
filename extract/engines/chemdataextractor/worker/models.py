"""Property models in ChemDataExtractor's own terms: quantity models with compounds, and their parsers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, reduce
from pathlib import Path
from typing import Any

import yaml
from chemdataextractor.model.base import ModelType, StringType
from chemdataextractor.model.model import Compound
from chemdataextractor.model.units.quantity_model import QuantityModel
from chemdataextractor.parse.actions import join
from chemdataextractor.parse.auto import AutoTableParser
from chemdataextractor.parse.elements import R
from chemdataextractor.parse.template import MultiQuantityModelTemplateParser, QuantityModelTemplateParser

from .dimensions import DIMENSIONS

_FILE = Path(__file__).with_name("models.yaml")


class _Placed:
    """A sentence parser that notes on a record from which tokens it was made.

    It keeps its grammar, which ChemDataExtractor puts together again for each sentence.
    """

    @cached_property
    def grammar(self) -> Any:
        """The grammar of the parser's model."""
        parser: Any = self
        return parser.root

    def parse_sentence(self, sentence: Any) -> Iterator[Any]:
        """The records of a sentence, each with its `tokens`; none where nothing names the property."""
        parser: Any = self
        if not any(True for _ in parser.model.specifier.parse_expression.scan(sentence.tokens)):
            return
        for result, start, end in self.grammar.scan(sentence.tokens):
            for record in parser.interpret(result, start, end):
                record.tokens = sentence.tokens[start:end]
                record.reader = parser.name
                yield record


class Template(_Placed, QuantityModelTemplateParser):  # type: ignore[misc]
    """One value, one specifier, one compound, in the orders of ChemDataExtractor's templates."""

    name = "template"


class MultiTemplate(_Placed, MultiQuantityModelTemplateParser):  # type: ignore[misc]
    """Several values or compounds: lists, chains, `respectively`."""

    name = "multi-template"


class Cells(AutoTableParser):  # type: ignore[misc]
    """A table's cell with its heads; a record carries the cell that it was made from, and the grammar is kept."""

    @cached_property
    def root(self) -> Any:
        """The grammar of the parser's model."""
        return super().root

    def parse_cell(self, cell: Any) -> Iterator[Any]:
        """The records of one cell, each with its `cell`."""
        for record in super().parse_cell(cell):
            record.cell = cell
            yield record


def read_models(path: Path = _FILE) -> Mapping[tuple[str, str], Any]:
    """The models of a file, by property and dimension."""
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        (entry["property"], dimension): _model(entry["property"], dimension, entry["specifiers"])
        for entry in entries
        for dimension in entry["dimensions"]
    }


def _model(name: str, dimension: str, specifiers: Sequence[Sequence[str]]) -> Any:
    expression = reduce(lambda one, other: one | other, map(_specifier, specifiers))
    fields = {
        "dimensions": DIMENSIONS[dimension],
        "specifier": StringType(parse_expression=expression, required=True, contextual=False),
        "compound": ModelType(Compound, required=True, contextual=False),
        "parsers": [MultiTemplate(), Template(), Cells()],
    }
    return type(QuantityModel)(name, (QuantityModel,), fields)


def _specifier(tokens: Sequence[str]) -> Any:
    elements = [R(f"^(?:{token})$", flags=re.IGNORECASE) for token in tokens]
    return reduce(lambda one, other: one + other, elements).add_action(join)
