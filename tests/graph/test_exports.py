"""What is exported can be read by others, and is the same bytes for the same graph."""

from __future__ import annotations

import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import networkx as nx
import pytest

from lithograph.errors import ConfigError
from lithograph.graph.assembly import contributions
from lithograph.graph.exports import EXPORTERS, read_graph, to_networkx
from lithograph.graph.ledger import Ledger
from lithograph.ontology.materials import identify
from lithograph.tests.graph.made_values import NAME, SENTENCE, bundle


def exported(ledger: Ledger, format: str) -> str:
    target = io.StringIO()
    EXPORTERS[format](ledger, target)
    return target.getvalue()


@pytest.mark.parametrize("format", EXPORTERS)
def test_an_export_is_the_same_whatever_came_first(format: str, ledger: Ledger) -> None:
    ledger.put(2, contributions(bundle(2, qualifier=">")))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        other = Ledger(connection)
        other.create()
        other.put(1, contributions(bundle(2, qualifier=">")))
        other.put(2, contributions(bundle(1)))
        assert exported(ledger, format) == exported(other, format)


@pytest.mark.parametrize("format", ["graphml", "json"])
def test_a_graph_is_read_back_with_all_attributes(format: str, ledger: Ledger, tmp_path: Path) -> None:
    ledger.put(1, contributions(bundle(1, sentence=SENTENCE.replace("\x0c", " "))))
    odd = 'One\r\ntwo\u2028three\x85\tfour; ["five"] <six>&'
    ledger.put(2, contributions(bundle(2, qualifier=">", sentence=odd)))
    path = tmp_path / "graph"
    path.write_text(exported(ledger, format), encoding="utf-8", newline="\n")
    graph = read_graph(path)
    assert nx.utils.graphs_equal(graph, to_networkx(ledger))
    publication = graph.nodes["doi:10.5555/1"]
    assert (publication["label"], publication["year"], publication["read"]) == ("Publication", 2024, True)
    assert graph.nodes[identify(NAME).id]["names"] == [NAME]
    evidence = next(data for _, data in graph.nodes(data=True) if data["label"] == "Evidence")
    assert (evidence["line"], evidence["confidence"], evidence["hedged"]) == (3, 0.75, False)


def test_others_read_the_files_as_the_same_graph(ledger: Ledger) -> None:
    graph = to_networkx(ledger)
    assert nx.utils.graphs_equal(nx.node_link_graph(json.loads(exported(ledger, "json")), edges="edges"), graph)
    read = nx.parse_graphml(exported(ledger, "graphml"), force_multigraph=True)
    assert sorted(read.nodes) == sorted(graph.nodes)
    assert sorted(read.edges()) == sorted(graph.edges())
    relations = [sorted((s, t, data.items()) for s, t, data in g.edges(data=True)) for g in (read, graph)]
    assert str(relations[0]) == str(relations[1])


def test_every_relation_has_an_id_of_its_own_in_graphml(ledger: Ledger) -> None:
    ledger.put(2, contributions(bundle(2)))
    ids = re.findall(r'<edge [^>]*id="([^"]*)"', exported(ledger, "graphml"))
    assert len(ids) == len(set(ids)) == to_networkx(ledger).number_of_edges()


def test_what_xml_cannot_hold_becomes_a_space(ledger: Ledger) -> None:
    assert "µ and a \x0c long" in SENTENCE
    assert "and a   long" in exported(ledger, "graphml")


@pytest.mark.parametrize("text", ["", "{", "{}", "<graphml>", "a line", '{"nodes": [1]}'])
def test_another_file_is_no_graph(text: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="is neither GraphML nor node-link JSON"):
        read_graph(tmp_path / "file")


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        read_graph(tmp_path / "missing")
