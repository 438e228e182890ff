"""Strategies as research articles tell their own: by labels, by how a part was made, again and again."""

from __future__ import annotations

import pytest

from .test_strategies import Told, shown, strategies_of

PLACED: list[tuple[str, Told]] = [
    (
        "A thin film of MgO between LAGP and Li lowered the interfacial resistance to 12 ohm cm2.",
        ("interlayer_ex_situ", "MgO", "LAGP Li", "interfacial_resistance"),
    ),
    (
        "We covered the LATP disc with a layer of AlF3, which cut the interfacial resistance against sodium.",
        ("interlayer_ex_situ", "AlF3", "LATP", "interfacial_resistance"),
    ),
    (
        "The MgF2/Li3P interphase on Li suppresses dendrites.",
        ("interlayer_in_situ", "Li3P MgF2", "Li", "dendrite_growth"),
    ),
    (
        "A lithium citrate layer shields the lithium anode from LGPS.",
        ("interlayer_ex_situ", "lithium citrate", "LGPS Li", "side_reaction"),
    ),
    (
        "A mixture of MgO and AlN passivates lithium and suppresses dendrites.",
        ("interlayer_ex_situ", "AlN MgO", "Li", "dendrite_growth"),
    ),
    (
        "The film of SnF2 between garnet-type LLZTO electrolyte and lithium improves the wettability.",
        ("interlayer_ex_situ", "SnF2", "LLZTO Li", "wettability"),
    ),
]

TREATED: list[tuple[str, Told]] = [
    (
        "The GeCl4-treated lithium foil shows a lower interfacial resistance than the bare foil.",
        ("surface_conditioning", "GeCl4", "Li", "interfacial_resistance"),
    ),
    (
        "A Zn-alloyed lithium anode keeps intimate contact with LPSC.",
        ("anode_alloying", "Zn", "Li", "contact"),
    ),
    (
        "The LATP discs were hot-pressed at 600 C, which raised the relative density.",
        ("densification", "", "LATP", "relative_density"),
    ),
    (
        "Zinc particles were dispersed in graphene to form a composite anode that suppresses dendrites.",
        ("anode_composite", "Zn graphene", "", "dendrite_growth"),
    ),
    (
        "The addition of 2 wt% of Li4GeO4 as a sintering aid raised the relative density of LLZTO.",
        ("densification", "Li4GeO4", "LLZTO", "relative_density"),
    ),
    (
        "Doping the lithium phosphorus sulfide (Li7P3S11) electrolyte with TaCl5 improves the air stability.",
        ("doping", "TaCl5", "Li7P3S11", "air_stability"),
    ),
]

NO_STRATEGY = [
    "The oxygen plasma-treated holder was kept in vacuum.",
    "The hot-pressed pellets were stored in argon.",
    "The lithium rate capability was tested.",
    "Steel protects the cell.",
]


@pytest.mark.parametrize(("text", "expected"), [*PLACED, *TREATED])
def test_strategy_of_an_article(text: str, expected: Told) -> None:
    assert [shown(fact) for fact in strategies_of(text)] == [expected]


@pytest.mark.parametrize("text", NO_STRATEGY)
def test_what_is_no_strategy(text: str) -> None:
    assert not strategies_of(text)


REPEATED = (
    "We coated LATP with ZnO. The ZnO coating on LATP lowers the interfacial resistance and suppresses dendrites.\n\n"
    "## Results\n\nWith the ZnO coating on LATP, the interfacial resistance is reduced."
)


def test_what_is_only_told_again_is_the_same_claim() -> None:
    facts = strategies_of(REPEATED)
    assert len({fact["claim"] for fact in facts}) == 1
    assert [fact["also"] for fact in facts if fact["line"] == 7] == [[3]]


def test_what_others_did_is_told_apart_from_what_the_paper_did() -> None:
    cited = REPEATED.replace("is reduced.", "is reduced [1].") + "\n\n# References\n\n[1] A. Be, J. Power 2001, 1, 1."
    assert len({fact["claim"] for fact in strategies_of(cited)}) == 2


def test_what_is_told_with_more_effects_is_a_claim_of_its_own() -> None:
    assert len({fact["claim"] for fact in strategies_of(REPEATED.replace("is reduced", "and voids are avoided"))}) == 2
