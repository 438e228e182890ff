"""What a model is asked: instructions with the vocabularies, and one passage between marks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from ....ontology import vocabulary
from ....ontology.vocabulary import Term
from ....ontology.yaml_files import read_yaml
from .answer_schema import answer_schema
from .passages import Passage

Message = dict[str, str]


def messages_for(passage: Passage) -> list[Message]:
    """The messages for one passage: nothing in them is of any other passage.

    Args:
        passage: to be read.
    """
    section = " > ".join(passage.block.section) or "-"
    shown = _instructions()["passage"].format(section=_one_line(section), mark=passage.mark, text=passage.text)
    return [{"role": "system", "content": _system()}, {"role": "user", "content": shown}]


def in_words(messages: list[Message]) -> list[Message]:
    """The same messages for a server that cannot be given a schema: the schema is told in words."""
    told = _instructions()["by_words"].format(schema=json.dumps(answer_schema(), separators=(",", ":")))
    first, *others = messages
    return [{**first, "content": f"{first['content']}\n{told}"}, *others]


@cache
def _instructions() -> dict[str, Any]:
    instructions: dict[str, Any] = read_yaml(resources.files(__package__) / "instructions.yaml")
    return instructions


@cache
def _system() -> str:
    lists = {
        "Properties": vocabulary.properties(),
        "Failures": vocabulary.failures(),
        "Categories of strategies": vocabulary.strategies(),
        "Effects of strategies, besides properties": vocabulary.effects(),
        "Kinds of interphases": vocabulary.interphase_kinds(),
    }
    words = "\n\n".join(f"{title}:\n{_listed(terms.values())}" for title, terms in lists.items())
    text: str = _instructions()["system"].format(words=words)
    return text


def _listed(terms: Iterable[Term]) -> str:
    return "\n".join(f"- {term.name}: {term.definition}" for term in terms)


def _one_line(text: str) -> str:
    return " ".join(text.split())
