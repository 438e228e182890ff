"""A document with one value, written in characters that formats have to escape."""

from __future__ import annotations

from lithograph.ontology.claims import make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    Author,
    Condition,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    Participant,
    PropertyClaim,
    Reference,
)

NAME = "Li1+xAlxTi2-x(PO4)3"


SENTENCE = 'It was "high": ' + "µ and a \x0c long text. " * 20


def bundle(
    number: int,
    *,
    qualifier: str = "=",
    unit: str = "mS/cm",
    high: float | None = None,
    sentence: str = SENTENCE,
) -> DocumentClaims:
    document = f"doi:10.5555/{number}"
    evidence = Evidence(
        document=document,
        section=["Results"],
        sentence=sentence,
        source_start=10,
        source_end=400,
        value_start=20,
        value_end=23,
        line=3,
        references=[1],
        engine="test",
        rule="test",
        confidence=0.75,
    )
    claim = make_claim(
        PropertyClaim,
        kind="property",
        evidence=[evidence],
        subject=Participant(name=NAME, id=identify(NAME).id),
        property="ionic_conductivity",
        low=1.5,
        high=high,
        qualifier=qualifier,
        unit=unit,
        conditions=[Condition(name="temperature", text="RT", si_value=298.15, si_unit="K")],
    )
    reference = Reference(
        number=1,
        authors=[Author(family="Grün", given="A.")],
        journal="J. Test",
        year=2019,
        volume="3",
        pages="7",
        text='Grün, A., "J. Test" 3, 7 (2019) \\ end',
        source_start=0,
        source_end=1,
        line=1,
    )
    return DocumentClaims(
        document=document,
        name="paper.md",
        content_hash="0",
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title="A title", doi=f"10.5555/{number}", year=2024, journal="J. Test"),
        references=[reference],
        claims=[claim],
    )
