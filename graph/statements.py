"""A claim in one line, for people.

Li6PS5Cl ionic_conductivity 1.9 mS/cm (temperature: RT)
LPSC stands for Li6PS5Cl
Li10GeP2S12 against Li gives Li2S
Li10GeP2S12 against Li forms an interphase: MIEC
strategy interlayer_ex_situ: Al2O3 (ALD) on LLZO; improves wettability; mitigates dendrite_growth
garnet suffers from poor_wettability
void_formation causes poor_contact
not: garnet suffers from air_instability
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..ontology.material_names import POTENTIAL
from .measurements import written_value

Json = Mapping[str, Any]


def statement(claim: Json) -> str:
    """The claim (its JSON) as one line of text."""
    text = _KINDS[claim["kind"]](claim)
    return f"not: {text}" if claim.get("negated") else text


def _names(participants: Any) -> str:
    return ", ".join(sorted(participant["name"] for participant in participants))


def _against(claim: Json) -> str:
    if "against" not in claim:
        return ""
    name = claim["against"]["name"]
    return f" {'at' if POTENTIAL.fullmatch(name) else 'against'} {name}"


def _property(claim: Json) -> str:
    conditions = "; ".join(sorted(f"{entry['name']}: {entry['text']}" for entry in claim.get("conditions", ())))
    goal = f" [{claim['role']}]" if "role" in claim else ""
    suffix = f" ({conditions})" if conditions else ""
    return f"{claim['subject']['name']} {claim['property']} {written_value(claim)}{suffix}{goal}"


def _strategy(claim: Json) -> str:
    done = [_names(claim["agents"])] if claim.get("agents") else []
    if claim.get("method"):
        done += [f"({claim['method']})"] if done else [claim["method"]]
    done += [f"on {_names(claim['targets'])}"] if claim.get("targets") else []
    verbs = [verb for verb in ("improves", "worsens", "mitigates") if claim.get(verb)]
    effects = [f"{verb} {', '.join(sorted(claim[verb]))}" for verb in verbs]
    head = f"strategy {claim['category']}" + (f": {' '.join(done)}" if done else "")
    return "; ".join([head, *effects])


def _interphase(claim: Json) -> str:
    return f"{claim['subject']['name']}{_against(claim)} forms an interphase: {claim['interphase_kind']}"


def _end(name: str) -> str:
    """One end of a causes claim; of the id of a material or class, its name."""
    return name.removeprefix("material:").removeprefix("class:")


_KINDS: Mapping[str, Callable[[Json], str]] = {
    "property": _property,
    "alias": lambda claim: f"{claim['short']} stands for {claim['long']}",
    "decomposition": lambda claim: f"{claim['subject']['name']}{_against(claim)} gives {claim['product']['name']}",
    "interphase": _interphase,
    "strategy": _strategy,
    "limitation": lambda claim: f"{claim['subject']['name']} suffers from {claim['failure']}",
    "causes": lambda claim: f"{_end(claim['cause'])} causes {_end(claim['effect'])}",
}
