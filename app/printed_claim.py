"""A claim with its evidence as text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .output import line, terminal_width
from .tables import cell_text, json_text, short_ids, wrapped

if TYPE_CHECKING:
    from .shown import CitedWork, ShownClaim, ShownEvidence


def print_claim(claim: ShownClaim) -> None:
    """The claim on standard output: statement, arguments, and every place with the works cited there."""
    line(claim.id)
    line(_wrapped(claim.statement, "  "))
    doubt = "the paper denies it; " if claim.negated else ""
    line(f"  {claim.kind}; {doubt}confidence {claim.confidence:.2f}; support {claim.support}")
    for name, value in _arguments(claim).items():
        text = _argument_text(value)
        if text:
            line(_wrapped(f"{name}: {text}", "  "))
    for number, evidence in enumerate(claim.evidence, start=1):
        _print_evidence(number, evidence)


def _arguments(claim: ShownClaim) -> Mapping[str, Any]:
    """The arguments of a claim; the numbers of a value in one line."""
    given = dict(claim.arguments)
    if "low" not in given:
        return given
    low, high, unit = (given.pop(name, None) for name in ("low", "high", "unit"))
    si_low, si_high, si_unit = (given.pop(name, None) for name in ("si_low", "si_high", "si_unit"))
    qualifier = given.pop("qualifier", "=")
    value = f"{'' if qualifier == '=' else f'{qualifier} '}{_range(low, high)} {unit}".strip()
    si = f" ({_range(si_low, si_high)} {si_unit})" if si_low is not None and si_unit != unit else ""
    first: dict[str, Any] = {name: given.pop(name) for name in ("subject", "property") if name in given}
    return {**first, "value": value + si, **given}


def _range(low: float, high: float | None) -> str:
    return cell_text(low) if high is None else f"{cell_text(low)} to {cell_text(high)}"


def _argument_text(value: Any) -> str:
    """A participant as `name (id)`, a condition as `name text`, a list of them with commas."""
    if isinstance(value, Mapping):
        if "id" in value:
            return f"{value['name']} ({value['id']})"
        return f"{value['name']} {value['text']}" if "text" in value else json_text(value)
    if isinstance(value, list | tuple):
        return ", ".join(map(_argument_text, value))
    return cell_text(value)


def _print_evidence(number: int, evidence: ShownEvidence) -> None:
    line()
    line(_wrapped(f"{_cited(evidence.paper)} [{short_ids(evidence.paper.id)}]", f"{number}. "))
    place = f"line {evidence.line}, characters {evidence.source[0]}-{evidence.source[1]}"
    value = f", value at {evidence.value[0]}-{evidence.value[1]}" if evidence.value else ""
    line(_wrapped(f"{evidence.section or 'no section'}, {place}{value}", "   "))
    line(_wrapped(f"“{evidence.sentence}”", "   "))
    hedged = ", hedged" if evidence.hedged else ""
    line(f"   read by {evidence.engine}, rule {evidence.rule}, confidence {evidence.confidence:.2f}{hedged}")
    for work in evidence.cites:
        line(_wrapped(f"[{work.number}] {_cited(work)}", "   "))


def _cited(work: CitedWork) -> str:
    """The text of a work and its DOI link."""
    return f"{work.text} {work.url}" if work.url and work.url not in work.text else work.text


def _wrapped(text: str, indent: str) -> str:
    """Text wrapped for a terminal; in a pipe one line stays one line."""
    return wrapped(text, indent, " " * len(indent), width=terminal_width())
