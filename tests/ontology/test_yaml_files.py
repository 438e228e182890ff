"""The reader of YAML gives what PyYAML gives, and refuses what word lists do without."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest
import yaml

from lithograph.ontology.yaml_files import read_yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _files(folder: Traversable) -> list[Traversable]:
    parts = [part for part in folder.iterdir() if not part.name.startswith(".")]
    inner = [file for part in parts if part.is_dir() and part.name != "tests" for file in _files(part)]
    return [*(part for part in parts if part.name.endswith(".yaml")), *inner]


@pytest.mark.parametrize("file", _files(resources.files("lithograph")), ids=lambda file: file.name)
def test_read_yaml_reads_every_file_as_pyyaml_does(file: Traversable) -> None:
    assert read_yaml(file) == yaml.load(file.read_text(encoding="utf-8"), LOADER)


@pytest.mark.slow
def test_both_loaders_of_pyyaml_read_every_file() -> None:
    for file in _files(resources.files("lithograph")):
        text = file.read_text(encoding="utf-8")
        assert yaml.load(text, yaml.SafeLoader) == read_yaml(file), file.name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("# nothing\n", id="comment"),
        pytest.param("word", id="scalar"),
        pytest.param("[a, [b, {c: d}], {}]", id="flow"),
        pytest.param("a: 1\nb: '1'\nc: 1.5\nd:\ne: ~\nf: yes\ng: 2020-01-01\nh: no\ni: 0x1F\n1: j", id="types"),
        pytest.param("a: >-\n  folded\n  text\nb: |\n  kept\n  lines\n", id="blocks"),
        pytest.param("a: 1\na: 2", id="a key that comes again"),
    ],
)
def test_read_yaml_reads_as_pyyaml_does(text: str, tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    assert read_yaml(path) == yaml.load(text, LOADER)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[a", id="no YAML"),
        pytest.param("a: 1\n---\nb: 2\n", id="two documents"),
        pytest.param("? [a]\n: b", id="a key that is a list"),
        pytest.param("<<: {a: 1}", id="merged"),
        pytest.param("a: !!int '2'", id="named type"),
        pytest.param("!!set {a}", id="type of a mapping"),
        pytest.param("a: &x 1", id="anchor"),
        pytest.param("- a\n- *x", id="what an anchor stands for"),
    ],
)
def test_read_yaml_refuses(text: str, tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(yaml.YAMLError):
        read_yaml(path)
