"""A claim in one line, for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .measurements import written_value

Json = Mapping[str, Any]


def statement(claim: Json) -> str:
    """The claim (its JSON) as one line of text, such as `Li6PS5Cl ionic_conductivity 1.9 mS/cm (temperature: RT)`."""
    text = _KINDS[claim["kind"]](claim)
    return f"not: {text}" if claim.get("negated") else text


def _names(participants: Any) -> str:
    return ", ".join(sorted(participant["name"] for participant in participants))


def _against(claim: Json) -> str:
    return f" against {claim['against']['name']}" if "against" in claim else ""


def _property(claim: Json) -> str:
    conditions = "; ".join(sorted(f"{entry['name']}: {entry['text']}" for entry in claim.get("conditions", ())))
    goal = f" [{claim['role']}]" if "role" in claim else ""
    suffix = f" ({conditions})" if conditions else ""
    return f"{claim['subject']['name']} {claim['property']} {written_value(claim)}{suffix}{goal}"


def _strategy(claim: Json) -> str:
    parts = [claim["category"]]
    parts += [f"of {_names(claim['agents'])}"] if claim.get("agents") else []
    parts += [f"on {_names(claim['targets'])}"] if claim.get("targets") else []
    verbs = [verb for verb in ("improves", "worsens", "mitigates") if claim.get(verb)]
    parts += [f"{verb} {', '.join(sorted(claim[verb]))}" for verb in verbs]
    return " ".join(parts)


def _interphase(claim: Json) -> str:
    return f"{claim['subject']['name']}{_against(claim)} forms {claim['interphase_kind']} interphase"


_KINDS: Mapping[str, Callable[[Json], str]] = {
    "property": _property,
    "alias": lambda claim: f"{claim['short']} stands for {claim['long']}",
    "decomposition": lambda claim: f"{claim['subject']['name']}{_against(claim)} gives {claim['product']['name']}",
    "interphase": _interphase,
    "strategy": _strategy,
    "limitation": lambda claim: f"{claim['subject']['name']} suffers from {claim['failure']}",
    "causes": lambda claim: f"{claim['cause']} causes {claim['effect']}",
}
