"""The facts beside the sample papers and the development texts are well formed and stated where they say so."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lithograph.corpus.reading import read_document
from lithograph.corpus.samples import NAMES, facts_path, sample_paths
from lithograph.ontology.units import parse_unit
from lithograph.ontology.vocabulary import effects, failures, interphase_kinds, properties, strategies

SAMPLES = dict(zip(NAMES, sample_paths(), strict=True))
DEVELOPMENT = {
    facts.name.removesuffix(".facts.jsonl"): facts.with_name(facts.name.replace(".facts.jsonl", ".md"))
    for facts in sorted((Path(__file__).parents[1] / "fixtures" / "papers").glob("*.facts.jsonl"))
}
PAPERS = SAMPLES | DEVELOPMENT

Fact = dict[str, Any]

FIELDS = {
    "alias": {"short", "long"},
    "property": {"subject", "property", "value", "unit", "qualifier", "conditions"},
    "decomposition": {"subject", "against", "product"},
    "interphase": {"subject", "against", "kind"},
    "limitation": {"subject", "failure"},
    "causes": {"cause", "effect"},
    "strategy": {"category", "agent", "method", "target", "improves", "mitigates"},
}
QUOTED = FIELDS.keys() - {"alias", "property"}


def stated(name: str) -> list[Fact]:
    lines = facts_path(PAPERS[name]).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def lines_of(name: str) -> list[str]:
    return PAPERS[name].read_text(encoding="utf-8").splitlines()


@cache
def cited_on(name: str) -> dict[int, set[int]]:
    """Source line to the numbers of the references that it cites."""
    document = read_document(PAPERS[name])
    cells = [cell for block in document.blocks if block.table for row in block.table.rows for cell in row]
    cited: dict[int, set[int]] = defaultdict(set)
    markers = [marker for block in document.blocks for marker in block.citations]
    for marker in [*markers, *(marker for cell in cells for marker in cell.citations)]:
        cited[document.source.count("\n", 0, marker.source_start) + 1] |= set(marker.numbers)
    return cited


@cache
def allowed_words() -> dict[str, Set[str]]:
    """Field of a fact to the words that may stand in it."""
    tendencies = {f"{degree}_{name}" for degree in ("high", "low") for name in properties()}
    return {
        "property": properties().keys(),
        "qualifier": {"=", "~", ">", "<", ">=", "<="},
        "kind": interphase_kinds().keys(),
        "failure": failures().keys(),
        "cause": failures().keys() | tendencies,
        "effect": failures().keys() | tendencies,
        "category": strategies().keys(),
    }


def digits_of(number: float | str) -> str:
    """The digits that count, so that 0.00046 and 4.6 are the same."""
    return re.sub(r"e.*|\.", "", f"{float(number):.6e}").strip("0")


def stands_in_quote(fact: Fact, field: str) -> bool:
    """An end of a cause may be a material, if the quote names it, be it with spaces in its formula."""
    return field in {"cause", "effect"} and fact[field].casefold() in fact["quote"].replace(" ", "").casefold()


def names_in(fact: Fact) -> list[str]:
    """Every material that a fact names."""
    named = [fact[field] for field in ("subject", "against", "product", "short", "long") if fact.get(field)]
    return [*named, *fact.get("agent", ()), *fact.get("target", ())]


@pytest.mark.parametrize("name", PAPERS)
def test_facts_have_the_fields_of_their_type(name: str) -> None:
    for fact in stated(name):
        wanted = {"type", "line", "refs"} | FIELDS[fact["type"]]
        if fact["type"] in QUOTED or name in DEVELOPMENT:
            wanted |= {"quote"}
        assert wanted <= fact.keys() <= wanted | {"also", "negated", "worsens", "role"}, fact
        assert fact["type"] == "strategy" or "worsens" not in fact, fact
        assert fact.get("role", "requirement") == "requirement", fact
        assert fact["type"] == "property" or "role" not in fact, fact
        assert all(material.isascii() for material in names_in(fact)), fact


@pytest.mark.parametrize("name", PAPERS)
def test_facts_use_the_words_of_the_vocabularies(name: str) -> None:
    for fact in stated(name):
        words_of = {field: words for field, words in allowed_words().items() if field in fact}
        assert all(fact[field] in words or stands_in_quote(fact, field) for field, words in words_of.items()), fact
        better_or_worse = {*fact.get("improves", ()), *fact.get("worsens", ())}
        assert better_or_worse <= properties().keys() | effects().keys(), fact
        assert set(fact.get("mitigates", ())) <= failures().keys(), fact
        if fact["type"] == "property":
            parse_unit(fact["unit"])


@pytest.mark.parametrize("name", PAPERS)
def test_facts_are_stated_on_their_lines(name: str) -> None:
    lines = lines_of(name)
    for fact in stated(name):
        places = {fact["line"], *fact.get("also", ())}
        assert all(lines[line - 1].strip() for line in places), fact
        assert set(fact["refs"]) <= set().union(*(cited_on(name)[line] for line in places)), fact
        assert fact.get("quote", "") in lines[fact["line"] - 1], fact
        if fact["type"] == "property":
            values = fact["value"] if isinstance(fact["value"], list) else [fact["value"]]
            written = re.findall(r"\d+(?:\.\d+)?", lines[fact["line"] - 1])
            assert {digits_of(value) for value in values} <= {digits_of(word) for word in written}, fact


@pytest.mark.parametrize("name", PAPERS)
def test_no_fact_is_given_twice(name: str) -> None:
    bare = [json.dumps({**fact, "line": 0, "refs": 0, "also": 0, "quote": 0}, sort_keys=True) for fact in stated(name)]
    assert len(bare) == len(set(bare))
