"""Abbreviations that a text defines: every sentence here was written for the test."""

from __future__ import annotations

import pytest

from lithograph.extract.aliases import find_aliases, find_document_aliases
from lithograph.extract.aliases.letters import formula_symbols, match_formula, match_words
from lithograph.extract.aliases.mapping import alias_map, find_conflicts, unify_spelling
from lithograph.time_limit import call_within

DEFINED = {
    "plural": ("Thin solid electrolytes (SEs) are wanted.", [("SEs", "solid electrolytes")]),
    "two at once": (
        "We compare lithium-ion batteries (LIBs) with solid-state batteries (SSBs).",
        [("LIBs", "lithium-ion batteries"), ("SSBs", "solid-state batteries")],
    ),
    "formula": ("A pellet of Li6PS5Cl (LPSC) was pressed.", [("LPSC", "Li6PS5Cl")]),
    "formula reversed": ("Cold-pressed LGPS (Li10GeP2S12) is dense.", [("LGPS", "Li10GeP2S12")]),
    "group of a formula": ("The phase Na3(B12H12)(BH4) conducts.", []),
    "formula with a phase": ("The perovskite Li0.33La0.56TiO3 phase (LLTO) forms.", [("LLTO", "Li0.33La0.56TiO3")]),
    "formula in another order": ("Coated LiNi0.6Co0.2Mn0.2O2 (NMC622) was used.", [("NMC622", "LiNi0.6Co0.2Mn0.2O2")]),
    "formula pair": ("One argyrodite (Li6PS5Cl, LPSCl) was bought.", [("LPSCl", "Li6PS5Cl")]),
    "polymorph": ("Crystals of β-Li3PS4 (LPS) grew.", [("LPS", "beta-Li3PS4")]),
    "words reversed": ("Each SEI (solid electrolyte interphase) differs.", [("SEI", "solid electrolyte interphase")]),
    "polymer": ("Chains of poly(ethylene oxide) (PEO) move.", [("PEO", "poly(ethylene oxide)")]),
    "polymer reversed": ("A PEO (poly(ethylene oxide)) film.", [("PEO", "poly(ethylene oxide)")]),
    "salt": (
        "with Li bis(fluorosulfonyl)imide (LiFSI) dissolved",
        [("LiFSI", "Li bis(fluorosulfonyl)imide")],
    ),
    "locants": ("A drop of 1,2-dimethoxyethane (DME) wets it.", [("DME", "1,2-dimethoxyethane")]),
    "one long word": ("Soft succinonitrile (SN) flows.", [("SN", "succinonitrile")]),
    "en dash": (
        "the metastable interphase–electrolyte layer (M–IEL)",
        [("M-IEL", "metastable interphase-electrolyte layer")],
    ),
    "symbol": ("It has a low glass transition temperature (Tg).", [("Tg", "glass transition temperature")]),
    "symbol without its letters": (
        "The film showed a lower charge-transfer resistance (Rct) on cycling.",
        [("Rct", "charge-transfer resistance")],
    ),
    "technique with a noun behind": (
        "X-ray photoelectron spectroscopy measurements (XPS) were made.",
        [("XPS", "X-ray photoelectron spectroscopy")],
    ),
    "glue words": ("The density of states (DOS) is flat.", [("DOS", "density of states")]),
    "an element": ("Sheets of copper (Cu) corrode.", [("Cu", "copper")]),
    "a compound": ("The lithium sulfide (Li2S) dissolves.", [("Li2S", "lithium sulfide")]),
    "denoted": ("The powder Li3InCl6, hereafter denoted as LIC, was dried.", [("LIC", "Li3InCl6")]),
    "said outright": (
        "Copper-clad polymer foils (often referred to as 'light' CCs) save weight.",
        [("light CCs", "Copper-clad polymer foils")],
    ),
    "origin": (
        "LISICONs, originating from lithium superionic conductors, are oxides.",
        [("LISICON", "lithium superionic conductor")],
    ),
    "stands for": ("Here SHE stands for the standard hydrogen electrode.", [("SHE", "standard hydrogen electrode")]),
    "respectively": (
        "CE and WE denote counter electrode and working electrode, respectively.",
        [("CE", "counter electrode"), ("WE", "working electrode")],
    ),
    "gloss": (
        "SE: solid electrolyte; LE: liquid electrolyte.",
        [("SE", "solid electrolyte"), ("LE", "liquid electrolyte")],
    ),
    "shared head": (
        "between the valence and conduction bands (VB and CB)",
        [("VB", "valence band"), ("CB", "conduction band")],
    ),
    "around a parenthesis": ("the counter (and reference) electrode (CE)", [("CE", "counter electrode")]),
    "dopant": ("dense Ta-doped Li7La3Zr2O12 (LLZTO) plates", [("LLZTO", "Ta-doped Li7La3Zr2O12")]),
    "plural quantity": ("Lower activation energies (Ea) help.", [("Ea", "activation energies")]),
    "head noun without a letter": (
        "by energy-dispersive X-ray spectroscopy (EDX)",
        [("EDX", "energy-dispersive X-ray spectroscopy")],
    ),
    "polymorph set apart": ("powders of β -Li3PS4 (LPS)", [("LPS", "beta-Li3PS4")]),
    "panel mark": ("c) Linear sweep voltammetry (LSV) of the cell", [("LSV", "Linear sweep voltammetry")]),
    "in the following": ("films of Li6PS5Cl (in the following LPSC) were", [("LPSC", "Li6PS5Cl")]),
    "name in a parenthesis of its own": ("a drop of (ethylene carbonate) (EC)", [("EC", "ethylene carbonate")]),
    "part of a compound": (
        "A PVDF-LiTFSI (lithium bis(trifluoromethanesulfonyl)imide) film was cast.",
        [("LiTFSI", "lithium bis(trifluoromethanesulfonyl)imide")],
    ),
    "behind another parenthesis": (
        "Films of PVDF-LiTFSI-EC (ethylene carbonate) (PLE) are soft.",
        [("EC", "ethylene carbonate"), ("PLE", "PVDF-LiTFSI-EC")],
    ),
    "after a comma": ("Besides glass, polyimide (PI) resists heat.", [("PI", "polyimide")]),
}


@pytest.mark.parametrize(("text", "pairs"), DEFINED.values(), ids=DEFINED.keys())
def test_find_aliases_reads_a_definition(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(alias.short, alias.long) for alias in find_aliases(text)] == pairs


NOT_DEFINED = {
    "figure": "The scan in another work (Fig. 2) shows it.",
    "see": "Sintering helps solid electrolytes (see SI).",
    "number": "Three steps follow (1).",
    "temperature": "kept in an oven (25 °C)",
    "roman": "It is stable in its interphase (i) and inexpensive (II).",
    "range": "with tin instead of germanium (0 < x < 2)",
    "elements": "M substitutes phosphorus (M = Ge, Ti).",
    "ion": "the lithium ion (Li+) moves",
    "examples": "metals with sulfides (e.g. Fe, Cr)",
    "unit": "the maximum pressure applied (MPa)",
    "company": "The powder came from a company (Neware).",
    "another material": "the active material (Li2S)",
    "institution": "the National Institute of Battery Research (NIBR)",
    "product": "supported by PEO (LiTFSI) films",
    "alkali metal": "Foils of lithium (Li) and of sodium (Na) creep in lithium-ion (Li-ion) cells.",
    "sentence that means": "This means that a higher modulus is needed.",
    "two parentheses": "the film (a blend of two) (SEM) was cut",
    "unbalanced": "an open parenthesis (SEI and no end",
    "empty": "",
}


@pytest.mark.parametrize("text", NOT_DEFINED.values(), ids=NOT_DEFINED.keys())
def test_find_aliases_leaves_other_parentheses(text: str) -> None:
    assert find_aliases(text) == []


def test_find_aliases_gives_the_places_of_both_sides() -> None:
    text = "Dense garnet Li7La3Zr2O12 (LLZO) and M–SEI (metastable solid–electrolyte interphase) layers."
    garnet, interphase = find_aliases(text)
    assert text[garnet.start : garnet.end] == "Li7La3Zr2O12"
    assert text[garnet.short_start : garnet.short_end] == "LLZO"
    assert text[interphase.short_start : interphase.short_end] == "M–SEI"
    assert text[interphase.start : interphase.end] == "metastable solid–electrolyte interphase"


def test_find_aliases_comes_back_from_unbalanced_parentheses() -> None:
    text = "((((" * 20_000 + "a (" * 20_000
    assert call_within(60, lambda: find_aliases(text)) == []  # two seconds; hours if quadratic


@pytest.mark.parametrize(
    ("short", "text", "cost"),
    [
        ("SEI", "a solid electrolyte interphase", 0.0),
        ("NASICON", "sodium super ion conductor", None),
        ("2D", "two-dimensional", 0.0),
        ("PTFE", "polytetrafluoroethylene", None),
    ],
)
def test_match_words_ends_with_the_text(short: str, text: str, cost: float | None) -> None:
    found = match_words(short, text)
    assert found is not None
    assert found.end == len(text)
    assert cost is None or found.cost == cost


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Li7La3Zr2O12", ["Li", "La", "Zr", "O"]),
        ("LiNixMnyCo1-x-yO2", ["Li", "Ni", "Mn", "Co", "O"]),
        ("75Li2S·25P2S5", ["Li", "S", "P", "S"]),
        ("β-Li3PS4", ["Li", "P", "S"]),
        ("SEM", []),
        ("D50", []),
    ],
)
def test_formula_symbols(text: str, symbols: list[str]) -> None:
    assert formula_symbols(text) == symbols


@pytest.mark.parametrize(
    ("short", "formula", "fits"),
    [
        ("LLZO", "Li7La3Zr2O12", True),
        ("LPSCl", "Li6PS5Cl", True),
        ("LATP", "Li1.3Al0.3Ti1.7(PO4)3", True),
        ("LGPS", "Li6PS5Cl", False),
        ("LPSC", "Li6PS5Br", False),
        ("LLZO", "Li0.33La0.56TiO3", False),
    ],
)
def test_match_formula(short: str, formula: str, fits: bool) -> None:
    assert match_formula(short, formula) is fits


def test_alias_map_knows_singular_and_plural() -> None:
    known = alias_map(find_aliases("Solid electrolytes (SEs) and Li6PS5Cl (LPSC)."))
    assert known["SE"] == known["SEs"] == "Solid electrolyte"
    assert known["LPSC"] == "Li6PS5Cl"


def test_alias_map_leaves_out_what_is_no_substance() -> None:
    texts = ["X-ray diffraction (XRD) at room temperature (RT) with an activation energy (Ea)", "soft elastomer (SE)"]
    assert alias_map(alias for _, alias in find_document_aliases(texts)) == {
        "SE": "soft elastomer",
        "SEs": "soft elastomer",
    }


def test_two_names_of_formulas_do_not_stand_for_each_other() -> None:
    texts = ["We compare Li3InCl6 (LIC) with Li2Sc2InCl8 (LSIC).", "The energy between LIC (LSIC) and lithium is low."]
    found = [(alias.short, alias.long) for _, alias in find_document_aliases(texts)]
    assert found == [("LIC", "Li3InCl6"), ("LSIC", "Li2Sc2InCl8")]


def test_one_of_several_is_not_what_their_name_stands_for() -> None:
    assert find_aliases("A carbonate-based QPE (QPE-VC) was compared with LLZO (LLZO-1).") == []


def test_the_last_group_of_a_formula_is_no_name() -> None:
    assert find_aliases("The phase Na3(B12H12)(BH4) conducts well.") == []


def test_two_meanings_are_a_conflict_and_the_nearest_before_wins() -> None:
    blocks = ["Pure Li7La3Zr2O12 (LLZO) reacts.", "Here Li6.25Al0.25La3Zr2O12 (LLZO) is meant."]
    aliases = [(index, alias) for index, text in enumerate(blocks) for alias in find_aliases(text)]
    [conflict] = find_conflicts(alias for _, alias in aliases)
    assert conflict.longs == ("Li7La3Zr2O12", "Li6.25Al0.25La3Zr2O12")


def test_unify_spelling_takes_the_first_spelling() -> None:
    texts = ["solid electrolytes (SEs)", "Solid-electrolyte (SE)", "solid enamel (SE)"]
    unified = unify_spelling(alias for text in texts for alias in find_aliases(text))
    assert [(alias.short, alias.long) for alias in unified] == [
        ("SEs", "solid electrolytes"),
        ("SEs", "solid electrolytes"),
        ("SE", "solid enamel"),
    ]
