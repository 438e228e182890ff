"""Claims on disk: the same bytes for the same claims, and a damaged file is named."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from lithograph.app.claims_files import read_claims, write_claims
from lithograph.errors import LibraryCorruptError
from lithograph.ontology.model import (
    AliasClaim,
    Author,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    Finding,
    Reference,
    Severity,
)


def bundle() -> DocumentClaims:
    evidence = Evidence(
        document="doi:10.5555/1",
        sentence="Line one\u2028and two: µ, \U0001d70e.",
        source_start=0,
        source_end=5,
        line=1,
        engine="test",
        rule="test",
        confidence=0.1,
    )
    claim = AliasClaim(
        id="claim:1", kind="alias", short="SE", long="solid electrolyte", confidence=0.1, evidence=[evidence]
    )
    reference = Reference(
        number=1, authors=[Author(family="Grün")], text="Grün, 2020", source_start=0, source_end=1, line=9
    )
    return DocumentClaims(
        document="doi:10.5555/1",
        name="paper.md",
        content_hash="00",
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title="A title"),
        references=[reference],
        claims=[claim],
        findings=[Finding(code="odd", severity=Severity.info, message="odd")],
    )


def test_claims_come_back(tmp_path: Path) -> None:
    assert read_claims(tmp_path / write_claims(tmp_path, bundle())) == bundle()


def test_the_same_claims_are_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    name = write_claims(one, bundle())
    assert write_claims(other, bundle()) == name
    assert (one / name).read_bytes() == (other / name).read_bytes()
    assert [path.name for path in one.iterdir()] == [name]


def test_other_claims_are_another_file(tmp_path: Path) -> None:
    first = write_claims(tmp_path, bundle())
    assert write_claims(tmp_path, bundle().model_copy(update={"name": "other.md"})) != first


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:40], id="cut"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"no gzip", id="other"),
        pytest.param(lambda data: gzip.compress(gzip.decompress(data).replace(b"paper", b"taper")), id="changed"),
    ],
)
def test_a_damaged_file_is_named(damage: object, tmp_path: Path) -> None:
    path = tmp_path / write_claims(tmp_path, bundle())
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    with pytest.raises(LibraryCorruptError, match=path.name):
        read_claims(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryCorruptError, match=r"gone\.jsonl\.gz"):
        read_claims(tmp_path / "gone.jsonl.gz")
