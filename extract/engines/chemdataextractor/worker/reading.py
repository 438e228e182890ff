"""Sentences and tables read by ChemDataExtractor, its records as plain data with places in the text that was given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chemdataextractor.doc.table import Table
from chemdataextractor.doc.text import Caption, RichToken, Sentence
from chemdataextractor.nlp.dependency import IndexTagger
from chemdataextractor.nlp.lexicon import Lexicon
from chemdataextractor.nlp.new_cem import CemTagger
from chemdataextractor.nlp.subsentence import NoneSubsentenceExtractor
from chemdataextractor.nlp.tag import NER_TAG_TYPE, POS_TAG_TYPE, BaseTagger
from chemdataextractor.nlp.tokenize import ChemWordTokenizer

from .models import read_models

Record = dict[str, Any]

_NUMBER = re.compile(r"[-+−]?\d[\d.,]*")


class NameTokenizer(ChemWordTokenizer):  # type: ignore[misc]
    """ChemDataExtractor's tokenizer, which leaves a text whole that is a name.

    Args:
        names: what is a name.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        super().__init__()
        self.names = frozenset(names)

    def span_tokenize(self, text: str, additional_regex: Any = None) -> list[tuple[int, int]]:
        """Ranges of the tokens."""
        if text in self.names:
            return [(0, len(text))]
        spans: list[tuple[int, int]] = super().span_tokenize(text, additional_regex)
        return spans


class NameTagger(BaseTagger):  # type: ignore[misc]
    """Tags the names that the text came with as chemical.

    Args:
        names: what is a name wherever it stands.
        network: ChemDataExtractor's own tagger, for the other tokens.
    """

    tag_type = NER_TAG_TYPE

    def __init__(self, names: Iterable[str] = (), network: Any = None) -> None:
        self._names, self._network = frozenset(names), network

    def tag(self, tokens: Sequence[Any]) -> Iterator[tuple[Any, str | None]]:
        """A tag for each token: `B-CM` for a name, else what the network says."""
        told = [None] * len(tokens) if self._network is None else self._told(tokens)
        for token, other in zip(tokens, told, strict=True):
            is_name = token.text in self._names or token.__dict__.get("is_name", False)
            yield token, "B-CM" if is_name else other

    def _told(self, tokens: Sequence[Any]) -> list[Any]:
        return [tag for _, tag in self._network.tag_for_type(tokens, NER_TAG_TYPE)]


class PlainTagger(BaseTagger):  # type: ignore[misc]
    """Tags numbers, signs and words, which is all that the quantity parsers ask for."""

    tag_type = POS_TAG_TYPE

    def tag(self, tokens: Sequence[Any]) -> Iterator[tuple[Any, str]]:
        """A tag for each token."""
        for token in tokens:
            yield token, "CD" if _NUMBER.fullmatch(token.text) else "NN" if token.text.isalnum() else "SYM"


class NamedSentence(Sentence):  # type: ignore[misc]
    """A sentence in which each name is one token."""

    word_tokenizer = ChemWordTokenizer()
    taggers = [PlainTagger(), NameTagger(), IndexTagger()]  # noqa: RUF012 (as its base class has it)
    lexicon = Lexicon()
    subsentence_extractor = NoneSubsentenceExtractor()
    abbreviation_detector = None


def named_sentence(text: str, names: Sequence[tuple[int, int]], models: Sequence[Any]) -> Any:
    """A sentence with its tokens: those of ChemDataExtractor's tokenizer outside of names.

    Args:
        text: the sentence.
        names: ranges of the materials' names in it, in order.
        models: to read with.
    """
    sentence = NamedSentence(text, models=models)
    spans: list[tuple[int, int, bool]] = []
    position = 0
    for start, end in names:
        spans += _outside(text, position, start)
        spans.append((start, end, True))
        position = end
    spans += _outside(text, position, len(text))
    sentence._tokens = sentence.__dict__["tokens"] = [_token(sentence, *span) for span in spans]
    return sentence


def _outside(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    part = text[start:end]
    found = NamedSentence.word_tokenizer.span_tokenize(part) if part.strip() else []
    return [(start + first, start + last, False) for first, last in found if last > first]


def _token(sentence: Any, start: int, end: int, is_name: bool) -> Any:
    written = sentence.text[start:end]
    token = RichToken(written if is_name else written.replace("^", ""), start, end, sentence.lexicon, sentence)
    token.is_name = is_name
    return token


class Reader:
    """Reads with the models whose dimensions or properties are asked for.

    Args:
        network: whether ChemDataExtractor's own network tags what we know no name for; it is tried at once.
    """

    def __init__(self, *, network: bool) -> None:
        self._models = read_models()
        if network:
            tagger = CemTagger()
            NamedSentence.taggers = [PlainTagger(), tagger, NameTagger(network=tagger), IndexTagger()]
            self.sentence("The conductivity of LLZO is 0.4 mS cm-1.", [(20, 24)], ["conductivity"])

    def sentence(self, text: str, names: Sequence[tuple[int, int]], dimensions: Iterable[str]) -> list[Record]:
        """What ChemDataExtractor reads in a sentence.

        Args:
            text: the sentence.
            names: ranges of its materials' names.
            dimensions: of the quantities in it: models of others are not tried.
        """
        wanted = set(dimensions)
        found = []
        for (name, dimension), model in self._models.items():
            if dimension in wanted:
                sentence = named_sentence(text, names, [model])
                found += [placed for record in sentence.records for placed in _placed(record, name, dimension)]
        return found

    def table(
        self, rows: list[list[str]], names: Iterable[str], caption: str, properties: Iterable[str]
    ) -> list[Record]:
        """What ChemDataExtractor reads in a table.

        Args:
            rows: texts of the cells, the head first.
            names: of materials in the cells.
            caption: of the table.
            properties: that it has values of: other models are not tried.
        """
        _prepare_cells(names)
        found = []
        for (name, dimension), model in self._models.items():
            if name not in properties:
                continue
            table = Table(Caption(caption), table_data=rows, models=[model])
            for group in table.cde_tables:
                for cells in group:
                    records = table._parse_table(model.parsers[-1], cells)
                    found += [_cell_record(record, name, dimension) for record in records]
        return found


def _prepare_cells(names: Iterable[str]) -> None:
    """Let the sentences that ChemDataExtractor makes of cells use our names: it takes no other way to tell it."""
    Sentence.lexicon = NamedSentence.lexicon
    Sentence.word_tokenizer = NameTokenizer(names)
    Sentence.taggers = [PlainTagger(), NameTagger(names), IndexTagger()]
    Sentence.subsentence_extractor = NamedSentence.subsentence_extractor
    Sentence.abbreviation_detector = None


def _cell_record(record: Any, name: str, dimension: str) -> Record:
    return {
        "property": name,
        "dimension": dimension,
        "cell": record.cell.data,
        "rows": list(record.cell.row_categories),
        "columns": list(record.cell.col_categories),
        "value": record.raw_value,
        "names": sorted(record.compound.names) if record.compound else [],
    }


def _placed(record: Any, name: str, dimension: str) -> Iterator[Record]:
    """A record as plain data, if each part of it is found again among the tokens that it was made from."""
    if not getattr(record, "tokens", None) or not record.raw_value or not record.compound:
        return
    tokens = record.tokens
    value = _find(tokens, record.raw_value, record.raw_units)
    names = [token for token in tokens if token.__dict__.get("is_name") and token.text in record.compound.names]
    if value is None or not names:
        return
    yield {
        "property": name,
        "dimension": dimension,
        "reader": record.reader,
        "value": value,
        "names": sorted({(token.start, token.end) for token in names}),
        "written": f"{record.raw_value} {record.raw_units}",
        "si": _standard(record),
        "specifier": record.specifier,
    }


def _standard(record: Any) -> list[float] | None:
    """The values in the standard units of ChemDataExtractor's unit system."""
    try:
        record.convert_to_standard()
    except (AttributeError, TypeError, ValueError, ZeroDivisionError):
        return None
    return None if record.value is None else [float(value) for value in record.value]


def _find(tokens: Sequence[Any], value: str, units: str | None) -> tuple[int, int] | None:
    """Range of a value with its unit behind it, or None unless it stands exactly once among the tokens."""
    wanted, behind = "".join(value.split()), "".join((units or "").split())
    places: set[tuple[int, int]] = set()
    for first in range(len(tokens)):
        last = _spelled(tokens, first, wanted)
        if last is not None and "".join(token.text for token in tokens[last : last + 12]).startswith(behind):
            places.add((tokens[first].start, tokens[last - 1].end))
    return places.pop() if len(places) == 1 else None


def _spelled(tokens: Sequence[Any], first: int, wanted: str) -> int | None:
    """Where the tokens from `first` on that spell a text end."""
    text = ""
    for index in range(first, len(tokens)):
        text += tokens[index].text
        if text == wanted:
            return index + 1
        if not wanted.startswith(text):
            return None
    return None


def readings(reader: Reader, request: Mapping[str, Any]) -> list[Record]:
    """What a request asks for: the records of its sentence, or of its table."""
    if "rows" in request:
        return reader.table(request["rows"], request["names"], request["caption"], request["properties"])
    return reader.sentence(request["text"], request["names"], request["dimensions"])
