"""Three hundred facts from sentences written for the tests: 240 that the text bears out, and 60 that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Fact = dict[str, Any]

MATERIALS = ("Li6PS5Cl", "Li10GeP2S12", "Li7La3Zr2O12", "Li3YCl6", "Li3InCl6", "Li7P3S11", "Li6PS5Br", "Li3PS4")
VALUES = (
    ("ionic_conductivity", "ionic conductivity", "mS cm-1", "mS/cm",
     (1.9, 12.0, 0.31, 4.7, 2.25, 17.0, 0.68, 3.4)),
    ("activation_energy", "activation energy", "eV", "eV",
     (0.31, 0.22, 0.35, 0.40, 0.29, 0.27, 0.33, 0.38)),
    ("critical_current_density", "critical current density", "mA cm−2", "mA/cm2",
     (0.4, 1.2, 0.9, 2.1, 0.55, 0.7, 1.6, 3.3)),
    ("elastic_modulus", "Young's modulus", "GPa", "GPa",
     (22.1, 21.7, 150.5, 30.2, 28.9, 18.5, 25.3, 19.4)),
    ("relative_density", "relative density", "%", "%",
     (92.5, 95.1, 97.4, 88.3, 90.6, 93.7, 89.9, 91.2)),
    ("electronic_conductivity", "electronic conductivity", "S cm-1", "S/cm",
     (1e-8, 3e-9, 2e-10, 5e-9, 4e-8, 6e-9, 7e-8, 8e-9)),
    ("capacity_retention", "capacity retention", "%", "%",
     (80.2, 85.3, 91.8, 77.7, 88.4, 93.1, 82.6, 79.5)),
    ("interfacial_resistance", "interfacial resistance", "Ω cm²", "ohm cm2",
     (12.5, 900.0, 34.0, 55.5, 210.0, 8.4, 73.0, 140.0)),
)  # fmt: skip
"""Property, as the text names it, unit as the text and as the fact writes it, and a value for each material."""

PRODUCTS = ("Li2S", "Li3P", "LiCl", "Li2O", "GeS2", "P2S5", "Li3N", "LiF")
FAILURES = (
    ("dendrite_growth", "dendrite growth"),
    ("poor_wettability", "poor wettability"),
    ("air_instability", "poor air stability"),
    ("brittleness", "brittleness"),
)
STRATEGIES = ("Al2O3", "LiNbO3", "ZnO", "AlF3", "Li3N", "LiF", "MgO", "SnO2")
CAUSES = (
    ("void_formation", "Void formation", "poor_contact", "poor contact"),
    ("volume_change", "Volume changes", "mechanical_failure", "cracking"),
    ("poor_contact", "Poor contact", "high_interfacial_resistance", "a high interfacial resistance"),
    ("dendrite_growth", "Dendrite growth", "short_circuit", "short circuits"),
)


@dataclass(frozen=True)
class Made:
    """A fact of a paragraph.

    Args:
        paragraph: which shows it, in plain text with its citation.
        fact: as a model gives it.
    """

    paragraph: str
    fact: Fact


def number(value: float) -> str:
    """A value as papers write it: with a power of ten where it is small."""
    if value >= 0.001:
        return f"{value:g}"
    mantissa, _, power = f"{value:.0e}".partition("e")
    return f"{mantissa} × 10^{int(power)}"


def borne_out() -> list[Made]:
    """240 facts that stand in their paragraph: 64 values in two forms each, and 112 relations."""
    return [*_properties(), *_decompositions(), *_interphases(), *_limitations(), *_strategies(), *_causes()]


def invented() -> list[Made]:
    """60 facts made wrong: of every kind of change as many, each beside the paragraph that it pretends to be from."""
    right = list(_properties())
    made: list[Made] = []
    for index, (paragraph, fact) in enumerate((each.paragraph, each.fact) for each in right[:36]):
        change = index % 3
        if change == 0:
            value = fact["value"]
            changed: Fact = {"value": value * (10 if index % 2 else -1)}
        elif change == 1:
            changed = {"unit": {"mS/cm": "S/cm", "eV": "meV", "mA/cm2": "A/cm2", "GPa": "MPa"}.get(fact["unit"], "V")}
        else:
            changed = {"subject": "Na3PS4" if index % 2 else fact["subject"].replace("Li", "Na")}
        made.append(Made(paragraph, {**fact, **changed}))
    for each in right[36:48]:
        quotation = each.fact["quotation"].replace(" ", " very ", 2)
        made += [Made(each.paragraph, {**each.fact, "quotation": quotation})]
    made += [Made(each.paragraph, {**each.fact, "refs": [77]}) for each in right[48:60]]
    return made


def _properties() -> Iterator[Made]:
    """128: one sentence with the name before, one with the value first."""
    for row, (name, words, written, unit, values) in enumerate(VALUES):
        for column, (material, value) in enumerate(zip(MATERIALS, values, strict=True)):
            cited = 1 + (row * 8 + column) % 40
            base = {"type": "property", "subject": material, "property": name, "value": value, "unit": unit}
            rest = {"conditions": [], "negated": False, "role": None, "refs": [cited]}
            first = f"Cold-pressed {material} shows an average {words} of {number(value)} {written}"
            yield Made(f"{first} [{cited}]. Nothing else was tried.", {**base, **rest, "quotation": first})
            second = f"An {words} of {number(value)} {written} at 25 °C was found for {material}"
            warm = {"conditions": [{"name": "temperature", "text": "25 °C"}]}
            yield Made(
                f"In series {row}{column}, all was dry. {second} [{cited}].",
                {**base, **rest, **warm, "quotation": second},
            )


def _decompositions() -> Iterator[Made]:
    """40."""
    for column, material in enumerate(MATERIALS[:5]):
        for product in PRODUCTS:
            said = f"In contact with Li, {material} decomposes into {product}"
            fact = {"type": "decomposition", "subject": material, "against": "Li", "product": product}
            yield Made(f"{said} [{column + 1}]. Run {product}.", {**fact, "negated": False, "quotation": said})


def _interphases() -> Iterator[Made]:
    """16."""
    for material in MATERIALS:
        for kind, words in (("stable", "a stable interphase"), ("MIEC", "a mixed conducting interphase")):
            said = f"{material} forms {words} against Li"
            fact = {"type": "interphase", "subject": material, "against": "Li", "kind": kind, "negated": False}
            yield Made(f"It was seen that {said} [3].", {**fact, "quotation": said})


def _limitations() -> Iterator[Made]:
    """32."""
    for material in MATERIALS:
        for failure, words in FAILURES:
            said = f"{material} suffers from {words}"
            fact = {"type": "limitation", "subject": material, "failure": failure, "negated": False}
            yield Made(f"By all accounts {said} [7].", {**fact, "quotation": said})


def _strategies() -> Iterator[Made]:
    """16."""
    for material in MATERIALS[:2]:
        for agent in STRATEGIES:
            said = f"A layer of {agent} made by ALD on {material} improves the wettability and stops dendrite growth"
            fact = {
                "type": "strategy", "category": "interlayer_ex_situ", "agent": [agent], "target": [material],
                "method": "ALD", "improves": ["wettability"], "worsens": [], "mitigates": ["dendrite_growth"],
                "negated": False,
            }  # fmt: skip
            yield Made(f"{said} [9].", {**fact, "quotation": said})


def _causes() -> Iterator[Made]:
    """8."""
    for place in ("in the cathode", "at the anode"):
        for cause, left, effect, right in CAUSES:
            said = f"{left} {place} leads to {right}"
            fact = {"type": "causes", "cause": cause, "effect": effect, "negated": False}
            yield Made(f"{said} [11].", {**fact, "quotation": said})
