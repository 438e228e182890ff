"""Ways to break a good export in N-Quads, each with what is then said to be wrong and to be expected."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

Break = Callable[[str], str]


def drop(predicate: str) -> Break:
    """Without every statement of a predicate, such as `ofProperty`."""
    return lambda text: re.sub(rf"^\S+ <[^>]*[/#]{predicate}> .*\n", "", text, flags=re.MULTILINE)


def drop_type(name: str) -> Break:
    return lambda text: re.sub(rf"^\S+ <[^>]*#type> <[^>]*[/#]{name}> .*\n", "", text, flags=re.MULTILINE)


def change(predicate: str, old: str, new: str) -> Break:
    """With another object in the first statement of a predicate; `old` is a pattern."""
    return lambda text: re.sub(
        rf"^(\S+ <[^>]*[/#]{predicate}>) {old} ", lambda found: f"{found[1]} {new} ", text, count=1, flags=re.MULTILINE
    )


def again(predicate: str, new: str) -> Break:
    """With a second object beside the first one."""
    return lambda text: re.sub(
        rf"^(\S+ <[^>]*[/#]{predicate}>) (.*?) (<[^>]*> )?\.$",
        lambda found: f"{found[0]}\n{found[1]} {new} {found[3] or ''}.",
        text,
        count=1,
        flags=re.MULTILINE,
    )


def rename(predicate: str, new: str) -> Break:
    return lambda text: text.replace(f"/{predicate}>", f"/{new}>")


def both(*breaks: Break) -> Break:
    def apply(text: str) -> str:
        for each in breaks:
            text = each(text)
        return text

    return apply


def deny(text: str) -> str:
    """The claim that has a failure is said to be denied."""
    claim = re.search(r"suffersFrom> \S+ <(\S+)/assertion>", text)
    assert claim
    return text + f'<{claim[1]}> <https://w3id.org/lithograph/negated> "true"^^<{XSD}boolean> <{claim[1]}/head> .\n'


XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBER = f'"[^"]*"\\^\\^<{XSD}double>'
WHOLE = f'"[^"]*"\\^\\^<{XSD}integer>'
IRI = "<[^>]*>"
BROKEN = [
    pytest.param(
        both(drop("hasUnit"), drop("unitText")), "has unit is missing", "a unit, as a node or as written", id="no unit"
    ),
    pytest.param(
        change("hasUnit", IRI, "<http://qudt.org/vocab/unit/FURLONG>"),
        "has unit is http://qudt.org/vocab/unit/FURLONG",
        "a unit of QUDT or EMMO",
        id="unknown unit",
    ),
    pytest.param(
        change("confidence", NUMBER, f'"1.4"^^<{XSD}double>'),
        "confidence is 1.4",
        "one number from 0 to 1",
        id="confidence above 1",
    ),
    pytest.param(
        change("confidence", NUMBER, f'"-0.1"^^<{XSD}double>'),
        "confidence is -0.1",
        "one number from 0 to 1",
        id="confidence below 0",
    ),
    pytest.param(
        drop("hasSelector"), "hasSelector is missing", "the range of characters", id="evidence without selector"
    ),
    pytest.param(
        drop("hasTarget"), "hasTarget is missing", "exactly one place in a document", id="evidence without place"
    ),
    pytest.param(
        change("end", WHOLE, f'"0"^^<{XSD}integer>'),
        ", which is too great",
        "and before the end",
        id="end before start",
    ),
    pytest.param(
        change("sourceStart", WHOLE, f'"999"^^<{XSD}integer>'),
        "source start is 999, which is too great",
        "before the source end",
        id="source end before source start",
    ),
    pytest.param(
        change("valueStart", WHOLE, f'"999"^^<{XSD}integer>'),
        "value start is 999, which is too great",
        "before the value end",
        id="value end before value start",
    ),
    pytest.param(drop("evidencedBy"), "evidenced by is missing", "one or more places", id="claim without evidence"),
    pytest.param(
        drop("hasReading"), "has reading is missing", "what each document says", id="claim that no document states"
    ),
    pytest.param(
        change("claimKind", '"[^"]*"', '"gossip"'), "claim kind is gossip", "limitation or causes", id="unknown kind"
    ),
    pytest.param(
        again("numericValue", f'"7.0"^^<{XSD}double>'),
        "numeric value stands more often than it may",
        "at most one number",
        id="two numbers",
    ),
    pytest.param(
        drop("numericValue"), "quantity value is missing", "a number, or a least or greatest value", id="no number"
    ),
    pytest.param(
        change("numericValue", NUMBER, '"two"'), "numeric value is two", "at most one number", id="words for a number"
    ),
    pytest.param(
        change("minValue", NUMBER, f'"99.0e12"^^<{XSD}double>'),
        ", which is too great",
        "not above maxValue",
        id="range upside down",
    ),
    pytest.param(drop("ofProperty"), "of property is missing", "exactly one property", id="measurement of no property"),
    pytest.param(
        drop("quantityValue"), "quantity value is missing", "the value as written", id="measurement without value"
    ),
    pytest.param(
        drop("hasMeasurement"), "has measurement is missing", "a material or a class", id="measurement of nothing"
    ),
    pytest.param(
        drop_type("Document"),
        "which is something else or is not described",
        "exactly one document that was read",
        id="missing document",
    ),
    pytest.param(
        drop("document"), "document is missing", "exactly one document that was read", id="reading of no document"
    ),
    pytest.param(
        change("hasMeasurement", IRI, '"2 mS/cm"'),
        "has measurement is 2 mS/cm, a literal where a node belongs",
        "each a measurement",
        id="literal for a node",
    ),
    pytest.param(
        change("suffersFrom", IRI, "<https://w3id.org/lithograph/property/shear_modulus>"),
        "suffers from is property:shear_modulus, which is something else",
        "each a failure mechanism",
        id="node of another class",
    ),
    pytest.param(change("line", WHOLE, '"one"'), "line is one", "exactly one whole number", id="wrong datatype"),
    pytest.param(
        change("hasPublicationYear", "\\S+", f'"2019"^^<{XSD}integer>'),
        "has publication year is 2019",
        "at most one year",
        id="number for a year",
    ),
    pytest.param(drop("number"), "number is missing", "exactly one whole number", id="reference without number"),
    pytest.param(
        drop_type("Reference"),
        "denotes is document:doi:10.5555/made/reference/1, which is something else",
        "one entry of the document's reference list",
        id="number that the list has not",
    ),
    pytest.param(
        change("denotes", IRI, "<https://w3id.org/lithograph/document/x/reference/9>"),
        "denotes is document:x/reference/9",
        "one entry of the document's reference list",
        id="pointer to nowhere",
    ),
    pytest.param(
        drop("hasProvenance"), "hasProvenance is missing", "exactly one graph", id="nanopublication without provenance"
    ),
    pytest.param(drop("hasBody"), "hasBody is missing", "the claim that is stated there", id="evidence for nothing"),
    pytest.param(change("qualifier", '"="', '"≈"'), "qualifier is ≈", "word of =, ~", id="unknown qualifier"),
    pytest.param(change("support", WHOLE, f'"0"^^<{XSD}integer>'), "support is 0", "1 or more", id="no source"),
    pytest.param(
        change("exact", '"[^"]*"', '"' + "much " * 50 + '"'), "exact is much", "one short text", id="long quotation"
    ),
    pytest.param(
        drop("identifiedAs"),
        "identified as is missing",
        "exactly one node that is a material",
        id="participant that is nothing",
    ),
    pytest.param(
        rename("line", "row"),
        "lithograph:row is no term of Lithograph",
        "a class or predicate of the ontology",
        id="unknown term",
    ),
    pytest.param(deny, "the claim is denied, but its assertion says", "no such relation", id="denied and asserted"),
]
