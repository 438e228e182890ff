"""Facts as files hold them: JSON Lines, one fact a line, each checked before anything is compared."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...corpus.decoding import decode, read_bytes
from ...errors import DocumentParseError

Json = Mapping[str, Any]

_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
"""Extensions of files that hold facts, and no paper."""

_MADE = ("claim", "rule", "evidence")
"""Fields that Lithograph writes and no reader does."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact.

    Args:
        type: such as `property`; one of `TYPES`.
        data: the whole object as the file has it.
        lines: source lines that state it; None stands for a fact that names none.
        refs: numbers of the works cited for it.
        negated: the paper denies it.
        requirement: a goal, not a result.
    """

    type: str
    data: Json
    lines: frozenset[int | None]
    refs: frozenset[int]
    negated: bool
    requirement: bool

    @property
    def line(self) -> int | None:
        """The line that states it first."""
        line: int | None = self.data.get("line")
        return line

    @property
    def confidence(self) -> float:
        """As the program that made it says; 1 where nothing is said."""
        return float(self.data.get("confidence", 1.0))


def read_facts(path: Path) -> list[Fact]:
    """Read a file of facts.

    Args:
        path: JSON Lines.

    Raises:
        DocumentError: it is missing, empty, not JSON Lines, or a line is no fact; the message names file and line.
    """
    text, findings = decode(read_bytes(path), path)
    if findings:
        raise DocumentParseError(path, findings[0].line, "is not UTF-8; save it as UTF-8")
    facts = [_fact(line, path, number) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not facts:
        raise DocumentParseError(path, None, "is empty; it holds no facts")
    return facts


def system_facts(path: Path) -> list[Fact]:
    """The facts to be judged: those of a file, or those that Lithograph extracts from a paper.

    Raises:
        DocumentError: the file or paper cannot be read.
    """
    if path.suffix.lower() in _SUFFIXES or read_bytes(path).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return read_facts(path)
    from ...corpus.reading import read_document
    from ...extract.engine import extract_document
    from ...extract.facts import iter_facts

    return [make_fact(fact) for fact in iter_facts(extract_document(read_document(path)).claims)]


def check_order(gold: Iterable[Fact], facts: Iterable[Fact], path: Path) -> None:
    """Refuse gold facts that a program made, where those to be judged are not: the two files were swapped.

    Raises:
        DocumentParseError: they were; `path` is that of the gold facts.
    """
    if all(map(_is_made, gold)) and not any(map(_is_made, facts)):
        reason = "holds facts that Lithograph extracted, and FACTS does not; GOLD comes first, then FACTS"
        raise DocumentParseError(path, None, reason)


def make_fact(data: Json) -> Fact:
    """A fact from its JSON.

    Raises:
        ValueError: it is none; the message says why.
    """
    kind = data.get("type")
    if not isinstance(kind, str) or kind not in TYPES:
        raise ValueError(f"type {kind!r} is none of {', '.join(TYPES)}" if "type" in data else "'type' is missing")
    for name, check in {**_ARGUMENTS[kind], **_COMMON}.items():
        check(data, name)
    lines = frozenset([data.get("line"), *(data.get("also") or ())])
    refs = frozenset(data.get("refs") or ())
    return Fact(kind, data, lines, refs, bool(data.get("negated")), data.get("role") == "requirement")


def _is_made(fact: Fact) -> bool:
    return all(name in fact.data for name in _MADE)


def _fact(line: str, path: Path, number: int) -> Fact:
    try:
        data = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        reason = "is not JSON; a file of facts has one JSON object a line, and GOLD comes before FACTS"
        raise DocumentParseError(path, number, reason) from error
    if not isinstance(data, dict):
        raise DocumentParseError(path, number, "is not a JSON object; a file of facts has one object a line")
    try:
        return make_fact(data)
    except ValueError as error:
        raise DocumentParseError(path, number, str(error)) from error


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")


Check = Callable[[Json, str], None]


def _text(data: Json, name: str) -> None:
    if data.get(name) is None:
        raise ValueError(f"{name!r} is missing; a fact of type {data['type']} needs it")
    if not isinstance(data[name], str) or not data[name].strip():
        raise ValueError(f"{name!r} is {_shown(data[name])}, not a text")


def _optional_text(data: Json, name: str) -> None:
    if data.get(name) is not None and not isinstance(data[name], str):
        raise ValueError(f"{name!r} is {_shown(data[name])}, not a text")


def _texts(data: Json, name: str) -> None:
    value = data.get(name)
    if value is not None and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        raise ValueError(f"{name!r} is {_shown(value)}, not a list of texts")


def _value(data: Json, name: str) -> None:
    value = data.get(name)
    if value is None:
        raise ValueError(f"{name!r} is missing; a fact of type {data['type']} needs it")
    numbers = value if isinstance(value, list) and len(value) == 2 else [value]
    if not all(_is_number(number) for number in numbers):
        raise ValueError(f"{name!r} is {_shown(value)}, neither a number nor [low, high]")


def _line(data: Json, name: str) -> None:
    value = data.get(name)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise ValueError(f"{name!r} is {_shown(value)}, not the number of a line")


def _numbers(data: Json, name: str) -> None:
    value = data.get(name)
    whole = isinstance(value, list) and all(isinstance(n, int) and not isinstance(n, bool) for n in value)
    if value is not None and not whole:
        raise ValueError(f"{name!r} is {_shown(value)}, not a list of whole numbers")


def _boolean(data: Json, name: str) -> None:
    if data.get(name) not in (None, True, False):
        raise ValueError(f"{name!r} is {_shown(data[name])}, neither true nor false")


def _confidence(data: Json, name: str) -> None:
    value = data.get(name, 1.0)
    if not _is_number(value) or not 0 <= value <= 1:
        raise ValueError(f"{name!r} is {_shown(value)}, not a number from 0 to 1")


def _is_number(value: object) -> bool:
    """Whether a value is a number that a float can hold."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else text[:37] + "..."


_COMMON: Mapping[str, Check] = {
    "line": _line,
    "also": _numbers,
    "refs": _numbers,
    "negated": _boolean,
    "role": _optional_text,
    "confidence": _confidence,
}
"""Fields that every fact may have."""

_ARGUMENTS: Mapping[str, Mapping[str, Check]] = {
    "property": {"subject": _text, "property": _text, "value": _value, "unit": _optional_text},
    "decomposition": {"subject": _text, "product": _text, "against": _optional_text},
    "interphase": {"subject": _text, "kind": _text, "against": _optional_text},
    "strategy": {
        "category": _text,
        "agent": _texts,
        "target": _texts,
        "improves": _texts,
        "worsens": _texts,
        "mitigates": _texts,
    },
    "limitation": {"subject": _text, "failure": _text},
    "causes": {"cause": _text, "effect": _text},
    "alias": {"short": _text, "long": _text},
}

TYPES: Sequence[str] = tuple(_ARGUMENTS)
"""The fact types, in the order in which they are shown."""
