"""The properties of a measurement node, from the arguments of a property claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .rows import Value

_SI_PROPERTY = {
    "temperature": "temperature_K",
    "current_density": "current_density_A_per_m2",
    "potential": "potential_V",
    "pressure": "pressure_Pa",
}
"""Condition name to the property that holds it as a number in SI."""

_WRITTEN = ("temperature", "current_density", "c_rate", "cycles", "potential", "pressure", "state")


def measurement_properties(claim: Mapping[str, Any]) -> dict[str, Value]:
    """Value, unit, SI form and conditions of a property claim (its JSON)."""
    taken = ("low", "high", "qualifier", "unit", "si_low", "si_high", "si_unit", "role")
    properties: dict[str, Value] = {name: claim.get(name) for name in taken}
    properties |= {"text": written_value(claim), "negated": bool(claim.get("negated"))}
    conditions = sorted(claim.get("conditions", ()), key=lambda entry: (entry["name"], entry["text"]))
    for name in _WRITTEN:
        texts = [entry["text"] for entry in conditions if entry["name"] == name]
        properties[name] = ", ".join(texts) or None
    for entry in conditions:
        si_property = _SI_PROPERTY.get(entry["name"])
        if si_property and "si_value" in entry:
            properties.setdefault(si_property, entry["si_value"])
    properties["conditions"] = "; ".join(f"{entry['name']}: {entry['text']}" for entry in conditions) or None
    return properties


def written_value(claim: Mapping[str, Any]) -> str:
    """Such as `~ 1.9 mS/cm` or `2 to 3 V`."""
    qualifier = "" if claim["qualifier"] == "=" else f"{claim['qualifier']} "
    value = f"{claim['low']:.15g}" + (f" to {claim['high']:.15g}" if claim.get("high") is not None else "")
    return f"{qualifier}{value} {claim['unit']}".rstrip()
