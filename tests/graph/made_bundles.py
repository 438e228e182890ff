"""Claims of made-up documents, for tests of what changes in a graph when documents come, change and go."""

from __future__ import annotations

from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    AliasClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    LimitationClaim,
    Participant,
    PropertyClaim,
    Reference,
)


def material(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)


def evidence(document: str, at: int, references: list[int]) -> Evidence:
    return Evidence(
        document=document,
        section=["Results"],
        sentence=f'It said "{at}",\nand so on.',
        source_start=at,
        source_end=at + 20,
        line=at,
        references=references,
        engine="test",
        rule="test",
        confidence=0.5 + at / 100,
    )


def reference(number: int, year: int | None = None) -> Reference:
    doi = f"10.1000/{number}"
    return Reference(number=number, doi=doi, year=year, text=f"Work {number}", source_start=0, source_end=1, line=1)


def bundle(number: int) -> DocumentClaims:
    """Documents that share claims, materials and works, and differ in others."""
    document = f"doi:10.5555/{number}"
    claims: list[AnyClaim] = [
        make_claim(
            AliasClaim,
            kind="alias",
            evidence=[evidence(document, 1, [])],
            short="LPSC",
            long="Li6PS5Cl",
            material=material("Li6PS5Cl"),
        ),
        make_claim(
            PropertyClaim,
            kind="property",
            evidence=[evidence(document, 2, [1 + number % 2])],
            subject=material("Li6PS5Cl" if number % 2 else "LPSC"),
            property="ionic_conductivity",
            low=2.0,
            qualifier="=",
            unit="mS/cm",
            si_low=0.2,
            si_unit="S/m",
        ),
        make_claim(
            PropertyClaim,
            kind="property",
            evidence=[evidence(document, 3, [3])],
            subject=material(["Li7La3Zr2O12", "Li3YCl6", "Li10GeP2S12"][number % 3]),
            property="activation_energy",
            low=0.3 + number / 100,
            qualifier="~",
            unit="eV",
        ),
    ]
    if number % 2:
        claims.append(
            make_claim(
                LimitationClaim,
                kind="limitation",
                evidence=[evidence(document, 4, [])],
                subject=material("Li7La3Zr2O12"),
                failure="dendrite_growth",
            )
        )
    return DocumentClaims(
        document=document,
        name=f"paper-{number}.md",
        content_hash=f"{number:064}",
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title=f"Paper {number}", doi=f"10.5555/{number}"),
        references=[reference(1), reference(2, year=2020 if number > 2 else None), reference(3)],
        claims=claims,
    )
