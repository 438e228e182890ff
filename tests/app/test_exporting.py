"""An export without doubtful claims is that of a library that never had them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from lithograph.app.library import Library
from lithograph.errors import ConfigError
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    AliasClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    LimitationClaim,
    Participant,
    Reference,
)

FORMATS = ("turtle", "graphml", "json")
PAPERS = ("doi:10.5555/one", "doi:10.5555/two")


def evidence(document: str, line: int, confidence: float) -> Evidence:
    return Evidence(
        document=document,
        sentence=f"Sentence {line}.",
        source_start=100 * line,
        source_end=100 * line + 20,
        line=line,
        references=[1],
        engine="test",
        rule="test",
        confidence=confidence,
    )


def limitation(document: str, name: str, failure: str, line: int, confidence: float) -> AnyClaim:
    subject = Participant(name=name, id=identify(name).id)
    place = evidence(document, line, confidence)
    return make_claim(LimitationClaim, kind="limitation", evidence=[place], subject=subject, failure=failure)


def alias(document: str, short: str, long: str, line: int, confidence: float) -> AnyClaim:
    material = Participant(name=long, id=identify(long).id)
    place = evidence(document, line, confidence)
    return make_claim(AliasClaim, kind="alias", evidence=[place], short=short, long=long, material=material)


def paper(document: str, claims: Sequence[AnyClaim]) -> DocumentClaims:
    return DocumentClaims(
        document=document,
        name=f"{document[-3:]}.md",
        content_hash=document,
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title=document),
        references=[Reference(number=1, doi="10.1000/1", text="Work 1", source_start=0, source_end=1, line=9)],
        claims=list(claims),
    )


def sure(document: str) -> list[AnyClaim]:
    """Claims that stay; the second is doubtful in one paper and sure in the other."""
    certain = 0.9 if document == PAPERS[0] else 0.3
    return [
        limitation(document, "Li6PS5Cl", "air_instability", 1, 0.8),
        limitation(document, "Li7La3Zr2O12", "poor_wettability", 2, certain),
    ]


def doubtful(document: str) -> list[AnyClaim]:
    """Claims that go, with a name, a material, its class and a failure that nothing else has."""
    return [
        alias(document, "LPSC", "Li6PS5Cl", 3, 0.5),
        limitation(document, "Li3YCl6", "air_instability", 4, 0.5),
        limitation(document, "Li6PS5Cl", "brittleness", 5, 0.79),
    ]


def library_of(path: Path, claims: dict[str, list[AnyClaim]]) -> Library:
    library = Library(path)
    library.ingest([paper(document, some) for document, some in claims.items()])
    return library


@pytest.mark.parametrize("format", FORMATS)
def test_doubtful_claims_are_left_out_with_what_only_they_support(format: str, tmp_path: Path) -> None:
    every = {document: [*sure(document), *doubtful(document)] for document in PAPERS}
    few = {document: sure(document) for document in reversed(PAPERS)}
    with library_of(tmp_path / "every", every) as whole, library_of(tmp_path / "few", few) as part:
        part.export(format, tmp_path / "part")
        whole.export(format, tmp_path / "sure", min_confidence=0.8)
        whole.export(format, tmp_path / "whole")
        whole.export(format, tmp_path / "none", min_confidence=0.0)
    assert (tmp_path / "sure").read_bytes() == (tmp_path / "part").read_bytes()
    assert (tmp_path / "none").read_bytes() == (tmp_path / "whole").read_bytes()
    assert "Li3YCl6" in (tmp_path / "whole").read_text(encoding="utf-8")
    assert "Li3YCl6" not in (tmp_path / "sure").read_text(encoding="utf-8")


def test_a_library_is_as_before_after_such_an_export(tmp_path: Path) -> None:
    with library_of(tmp_path / "library", {PAPERS[0]: [*sure(PAPERS[0]), *doubtful(PAPERS[0])]}) as library:
        before = library.status()
        assert library.to_networkx(min_confidence=0.85).number_of_nodes() < sum(before.nodes.values())
        assert library.to_networkx().number_of_nodes() == sum(before.nodes.values())
        assert library.status() == before


def test_papers_and_their_references_stay(tmp_path: Path) -> None:
    with library_of(tmp_path / "library", {PAPERS[0]: sure(PAPERS[0])}) as library:
        graph = library.to_networkx(min_confidence=1)
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"Publication"}
    assert {data["name"] for _, _, data in graph.edges(data=True)} == {"REFERENCES"}


@pytest.mark.parametrize("value", [-1, 2, "much"])
def test_a_least_confidence_is_from_0_to_1(value: float, tmp_path: Path) -> None:
    with Library(tmp_path / "library") as library, pytest.raises(ConfigError, match="from 0 to 1"):
        library.export("json", tmp_path / "out", min_confidence=value)
    assert not (tmp_path / "out").exists()
