"""The form of an answer, made from the schema of the ontology and its vocabularies, and whether an answer has it.

A fact is flat: the arguments of its claim under the names that extracts use, participants by name, and a quotation.
The schema keeps to what servers that hold a model to a schema understand: every field is required, an absent one is
null, no field is added.

Source: JSON Schema 2020-12; the subset of the OpenAI reference, "Structured outputs: supported schemas".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from ....ontology import schema as ontology_schema
from ....ontology import vocabulary
from ....ontology.model import ClaimKind

Schema = dict[str, Any]

_OF_OURS = frozenset({"id", "confidence", "evidence", "measurements", "material", "kind", "qualifier", "high"})
"""Arguments of claims that we work out ourselves, or ask for under another name."""

_NAMES = {"agents": "agent", "targets": "target", "low": "value", "interphase_kind": "kind"}
"""Arguments whose names in flat facts are others than in claims."""

_LARGEST = 1e300
"""Larger numbers are none of a paper, and may be none of the machine's either."""

_NUMBER_OR_RANGE: Schema = {"anyOf": [{"type": "number"}, {"type": "array", "items": {"type": "number"}}]}


@cache
def answer_schema() -> Schema:
    """The JSON Schema of a whole answer: an object with the list of facts."""
    facts = {"type": "array", "items": {"anyOf": [fact_schema(kind.value) for kind in ClaimKind]}}
    return _object({"facts": facts})


@cache
def fact_schema(kind: str) -> Schema:
    """The JSON Schema of a fact of one kind of claim."""
    claim = _definitions()[f"{kind.capitalize()}Claim"]
    fields: dict[str, Schema] = {"type": {"type": "string", "enum": [kind]}}
    for name, given in claim["properties"].items():
        if name not in _OF_OURS and not name.startswith("si_"):
            fields[_NAMES.get(name, name)] = _field(kind, name, given)
    return _object({**fields, "quotation": {"type": "string"}})


def offered_conditions() -> list[str]:
    """Names of the conditions that are asked for; `state` is told from the text alone."""
    return [name for name in vocabulary.conditions() if name != "state"]


@cache
def _words() -> Mapping[tuple[str, str], list[str]]:
    """Which words an argument can be, by kind of claim and argument."""
    properties, effects = list(vocabulary.properties()), list(vocabulary.effects())
    failures = list(vocabulary.failures())
    return {
        ("property", "property"): properties,
        ("property", "role"): ["requirement"],
        ("interphase", "interphase_kind"): list(vocabulary.interphase_kinds()),
        ("strategy", "category"): list(vocabulary.strategies()),
        ("strategy", "improves"): [*properties, *effects],
        ("strategy", "worsens"): [*properties, *effects],
        ("strategy", "mitigates"): failures,
        ("limitation", "failure"): failures,
    }


@cache
def _definitions() -> Mapping[str, Any]:
    text = (resources.files(ontology_schema) / "lithograph.schema.json").read_text(encoding="utf-8")
    definitions: Mapping[str, Any] = json.loads(text)["$defs"]
    return definitions


def _object(fields: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _field(kind: str, name: str, given: Schema) -> Schema:
    """The field of a fact for the argument of a claim."""
    words = _words().get((kind, name))
    text: Schema = {"type": "string", "enum": words} if words is not None else {"type": "string"}
    if name == "low":
        return _NUMBER_OR_RANGE
    if name == "conditions":
        condition = _object({"name": {"type": "string", "enum": offered_conditions()}, "text": {"type": "string"}})
        return {"type": "array", "items": condition}
    if "items" in given:
        return {"type": "array", "items": text}
    if name == "negated":
        return {"type": "boolean"}
    optional = "null" in given.get("type", ()) or {"type": "null"} in given.get("anyOf", ())
    return {"anyOf": [text, {"type": "null"}]} if optional else text


_TYPES: dict[str, type | tuple[type, ...]] = {"string": str, "array": list, "object": dict, "boolean": bool}


def misfit(value: Any, schema: Schema, where: str = "") -> str | None:
    """Why a value is not of a schema of the kind made here, in one line; None where it is.

    Fields that may be null may be left out, as a model that was asked in words alone does.

    Args:
        value: from JSON.
        schema: of `answer_schema` or a part of it.
        where: name of the value, for the line.
    """
    if "anyOf" in schema:
        reasons = [misfit(value, each, where) for each in schema["anyOf"]]
        return None if None in reasons else reasons[0]
    kind = schema["type"]
    if not _is_of(value, kind):
        return f"{where or 'the answer'} is no {kind}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{where} {value!r} is not in the vocabulary"
    if kind == "array":
        return next((each for item in value if (each := misfit(item, schema["items"], where))), None)
    return _misfit_object(value, schema) if kind == "object" else None


def _is_of(value: Any, kind: str) -> bool:
    if kind == "null":
        return value is None
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _LARGEST
    return isinstance(value, _TYPES[kind])


def _misfit_object(value: dict[str, Any], schema: Schema) -> str | None:
    fields = schema["properties"]
    if unknown := [name for name in value if name not in fields]:
        return f"it has the unknown field {unknown[0]!r}"
    for name, field in fields.items():
        if name in value:
            if (reason := misfit(value[name], field, name)) is not None:
                return reason
        elif not _may_be_left_out(field):
            return f"it has no {name!r}"
    return None


def _may_be_left_out(field: Schema) -> bool:
    return field.get("type") in ("array", "boolean") or {"type": "null"} in field.get("anyOf", ())
