"""What people get for Neo4j Browser: a style sheet, saved queries and a server to start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import lithograph
from lithograph.app.library import Library
from lithograph.corpus.samples import sample_paths
from lithograph.graph.schema import graph_schema
from lithograph.graph.stores.neo4j import Neo4jStore
from lithograph.graph.stores.neo4j_cypher import OURS

ROOT = Path(lithograph.__file__).parent
FAVOURITES = sorted((ROOT / "docs" / "neo4j" / "favourites").glob("*.cypher"))

LONGEST_TITLE = 26
"""Letters of a title that the list of favourites shows."""

RULE = re.compile(r"(node|relationship)(?:\.(\w+))? \{\n((?:  [\w-]+: [^;{}]+(?:\{\w+\}[^;{}]*)*;\n)+)\}\n")
"""A rule of a style sheet: Neo4j Browser's own reader knows neither comments nor lists of selectors."""


def style() -> dict[tuple[str, str], dict[str, str]]:
    text = (ROOT / "docs" / "neo4j" / "lithograph.grass").read_text(encoding="utf-8")
    assert RULE.sub("", text) == ""
    rules = RULE.findall(text)
    return {
        (kind, name): dict(line.strip(" ;").split(": ", 1) for line in body.splitlines()) for kind, name, body in rules
    }


def test_every_label_has_its_colour_and_caption() -> None:
    schema = graph_schema()
    rules = style()
    nodes = {name: rule for (kind, name), rule in rules.items() if kind == "node" and name}
    assert set(nodes) == set(schema.nodes)
    assert len({rule["color"] for rule in nodes.values()}) == len(nodes)
    for label, rule in nodes.items():
        (shown,) = re.findall(r"\{(\w+)\}", rule["caption"])
        assert shown in schema.nodes[label]
    assert {name for kind, name in rules if kind == "relationship" and name} <= set(schema.relations)


def brightness(colour: str) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines 2.2 define it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_captions_can_be_read_on_their_nodes() -> None:
    for (kind, name), rule in style().items():
        if kind == "node" and name:
            low, high = sorted((brightness(rule["color"]), brightness(rule["text-color-internal"])))
            assert (high + 0.05) / (low + 0.05) >= 3.4, name


def test_the_server_is_for_this_computer_and_has_no_password_in_the_file() -> None:
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    (service,) = yaml.safe_load(text)["services"].values()
    assert re.fullmatch(r"neo4j:5\.\d+-community", service["image"])
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert re.fullmatch(r"neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", service["environment"]["NEO4J_AUTH"])


@pytest.fixture
def filled(neo4j_store: Neo4jStore, tmp_path: Path) -> Iterator[Neo4jStore]:
    """A server with the samples on it, beside a node that is not ours."""
    neo4j_store.execute("CREATE (:Material {name: 'Li6PS5Cl', names: ['Li6PS5Cl']})-[:CAUSES]->(:Material {name: 'x'})")
    with Library(tmp_path / "library") as library:
        library.ingest(list(sample_paths()))
        library.push(neo4j_store)
    yield neo4j_store
    neo4j_store.execute(f"MATCH (n:Material) WHERE NOT n:{OURS} DETACH DELETE n")


def ids(value: Any) -> set[str]:
    """Of the nodes in an answer."""
    if isinstance(value, dict):
        return {value["id"]} if "id" in value else set().union(*map(ids, value.values()))
    return set().union(*map(ids, value)) if isinstance(value, list | tuple) else set()


@pytest.mark.neo4j
def test_every_saved_query_has_a_title_and_gives_rows_of_ours_only(filled: Neo4jStore) -> None:
    known = {row[0] for row in filled.query(f"MATCH (n:{OURS}) RETURN n.id").rows}
    assert len(FAVOURITES) >= 10
    for path in FAVOURITES:
        text = path.read_text(encoding="utf-8")
        title = text.splitlines()[0]
        assert title.startswith("// Lithograph: ")
        assert len(title) <= len("// ") + LONGEST_TITLE
        rows = filled.query(text, name=path.name).rows
        assert rows, path.name
        assert ids(list(rows)) <= known, path.name
