"""What an engine gives is held against the document: a claim that cannot have been read there is refused.

Checked is what can be checked without understanding the text: places, numbers, references, words of the vocabularies
and the claim's identity. Whether the text says so is the engine's own business, and its confidence.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from ...corpus.document import Document
from ...errors import LithographError
from ...ontology.claims import AnyClaim, arguments_of, claim_id
from ...ontology.model import (
    Claim,
    Evidence,
    Finding,
    InterphaseClaim,
    LimitationClaim,
    PropertyClaim,
    Severity,
    StrategyClaim,
)
from ...ontology.possible import why_impossible
from ...ontology.units import parse_unit, to_si
from ...ontology.vocabulary import failures, interphase_kinds, properties, strategies
from .base import EngineInfo, EngineReading

_NUMBER = re.compile(r"\d[\d.,]*")
"""Digits with points and commas. Matches `1,000.5`; must not match the sign or exponent of `-1`."""

_GAP = re.compile(r"(?<=[\d.,])\s+(?=[\d.,])")
"""A space that a converter left inside a number. Matches in `1 . 2`; must not match in `2 mS`."""

_ROUNDING = 1e-4
"""Relative difference up to which a value in SI units is that of the value as written."""


def checked(reading: EngineReading, document: Document, info: EngineInfo) -> tuple[EngineReading, list[Finding]]:
    """A reading without the claims that cannot stand, and a finding for each of those.

    Raises:
        TypeError: it is no reading, or holds what is no claim.
    """
    if not isinstance(reading, EngineReading):
        raise TypeError(f"it gave {type(reading).__name__}, not a reading")
    taken: list[AnyClaim] = []
    refused: list[Finding] = []
    for claim in reading.claims:
        if not isinstance(claim, Claim):
            raise TypeError(f"it gave {type(claim).__name__} as a claim")
        reason = why_refused(claim, document, info)
        if reason is None:
            taken.append(claim)
        else:
            refused.append(_refusal(claim, document, info, reason))
    return replace(reading, claims=tuple(taken)), refused


def why_refused(claim: AnyClaim, document: Document, info: EngineInfo) -> str | None:
    """Why a claim cannot have been read in a document by an engine; None where it can."""
    try:
        return next(_faults(claim, document, info), None)
    except LithographError as error:
        return str(error)


def _faults(claim: AnyClaim, document: Document, info: EngineInfo) -> Iterator[str]:
    if claim.kind not in info.kinds:
        yield f"the engine does not declare claims of the kind {claim.kind}"
    if claim.id != claim_id(claim.kind, arguments_of(claim)):
        yield "its id is not that of its arguments"
    if not claim.evidence:
        yield "it has no evidence"
    for piece in claim.evidence:
        yield from _faults_of_place(piece, document, info)
        if isinstance(claim, PropertyClaim):
            yield from _faults_of_numbers(claim, piece, document)
    yield from _faults_of_words(claim)
    if isinstance(claim, PropertyClaim):
        yield from _faults_of_units(claim)
        if reason := why_impossible(claim.property, (claim.low, claim.high), claim.unit):
            yield reason


def _faults_of_place(piece: Evidence, document: Document, info: EngineInfo) -> Iterator[str]:
    start, end = piece.source_start, piece.source_end
    if piece.document != document.id:
        yield f"its evidence is of another document, {piece.document}"
    if not piece.engine.startswith(f"{info.name}/"):
        yield f"its evidence names the engine {piece.engine}"
    if not 0 <= start < end <= len(document.source):
        yield f"its sentence is at {start} to {end}, outside of the source"
    if not piece.sentence.strip():
        yield "its sentence is empty"
    if not piece.rule:
        yield "its evidence names no rule"
    unknown = set(piece.references) - document.bibliography.keys()
    if unknown and document.bibliography:
        yield f"it cites {', '.join(map(str, sorted(unknown)))}, which the reference list does not have"
    if piece.value_start is not None and not start <= piece.value_start < (piece.value_end or 0) <= end:
        yield f"its value is at {piece.value_start} to {piece.value_end}, outside of its sentence"


def _faults_of_numbers(claim: PropertyClaim, piece: Evidence, document: Document) -> Iterator[str]:
    """A number of the claim that does not stand where its value is said to stand."""
    if piece.value_start is None:
        yield "it is a value, and its evidence does not say where it stands"
        return
    written = _digits_in(document.source[piece.value_start : piece.value_end])
    low, high, unit = claim.low, claim.high, claim.unit
    if piece.value_low is not None:
        low, high, unit = piece.value_low, piece.value_high, piece.value_unit or ""
        if not _is_same((low, high), unit, claim):
            yield f"its evidence has the value {low:g} {unit}, the claim {claim.low:g} {claim.unit}"
    for number in (low, high):
        if number is not None and (not math.isfinite(number) or _digits(number) not in written):
            yield f"the number {number:g} does not stand at {piece.value_start} to {piece.value_end}"


def _is_same(here: tuple[float, float | None], unit: str, claim: PropertyClaim) -> bool:
    """Whether a value as one place writes it is that of the claim, which may be written in another unit."""
    if claim.si_low is None or unit == claim.unit:
        return here == (claim.low, claim.high)
    return all(
        (number is None) == (si is None) and (number is None or _is_close(to_si(number, unit), si or 0.0))
        for number, si in zip(here, (claim.si_low, claim.si_high), strict=True)
    )


def _is_close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=_ROUNDING)


def _digits_in(text: str) -> set[str]:
    """The digits of every number in a text, without zeros before and behind: `0.40 - 1,200` has 4 and 12."""
    plain = unicodedata.normalize("NFKC", text)
    numbers = [*_NUMBER.findall(plain), *_NUMBER.findall(_GAP.sub("", plain))]
    return {number.replace(".", "").replace(",", "").strip("0") for number in numbers}


def _digits(number: float) -> str:
    """The digits of a number in the same way."""
    return f"{abs(number):.12e}".partition("e")[0].replace(".", "").strip("0")


def _faults_of_words(claim: AnyClaim) -> Iterator[str]:
    """A word of a claim that its vocabulary does not have."""
    if isinstance(claim, PropertyClaim):
        words, known = [claim.property], properties().keys()
    elif isinstance(claim, LimitationClaim):
        words, known = [claim.failure], failures().keys()
    elif isinstance(claim, InterphaseClaim):
        words, known = [claim.interphase_kind], interphase_kinds().keys()
    elif isinstance(claim, StrategyClaim):
        words, known = [claim.category], strategies().keys()
    else:
        return
    yield from (f"{word!r} is not in the vocabulary" for word in words if word not in known)


def _faults_of_units(claim: PropertyClaim) -> Iterator[str]:
    """A unit that is none, or a value in SI units that is another than the one as written."""
    if claim.si_low is None:
        return
    parse_unit(claim.unit)
    for written, si in ((claim.low, claim.si_low), (claim.high, claim.si_high)):
        if written is not None and si is not None:
            expected = to_si(written, claim.unit)
            if not _is_close(si, expected):
                yield f"{written:g} {claim.unit} is {expected:g} in SI units, not {si:g}"


def _refusal(claim: AnyClaim, document: Document, info: EngineInfo, reason: str) -> Finding:
    first = claim.evidence[0] if claim.evidence else None
    inside = first is not None and 0 <= first.source_start < first.source_end <= len(document.source)
    return Finding(
        code="engine-claim-refused",
        severity=Severity.warning,
        message=f"a {claim.kind} claim of the engine {info.name} was refused: {reason}",
        source_start=first.source_start if first is not None and inside else None,
        source_end=first.source_end if first is not None and inside else None,
        line=first.line if first is not None and inside else None,
    )
