"""Patterns of material names in clean text: formulas, glasses, what joins names, what stands before and after them."""

from __future__ import annotations

import re

from ..ontology.elements import elements, symbol_of_name

_DASHES = r"\-\u2010\u2011\u2012\u2013\u2212"
DASH = f"[{_DASHES}]"
"""Hyphen, non-breaking hyphen, en dash, minus."""

_NUMBER = r"\d+(?:\.\d+)?(?:/\d+)?"
_VARIABLE = r"(?:delta|δ|i{1,3}|[abmnpq-z])(?![a-z])"
_TAIL = rf"(?:(?:\s?[+±]\s?|\s?{DASH}\s?)(?:δ|delta\b|d\b)|(?:[+±]|{DASH})(?:{_NUMBER})?{_VARIABLE})"
_AMOUNT = (
    rf"(?:(?:{_NUMBER}(?:{_VARIABLE})?|{_VARIABLE}|\({_NUMBER}\)(?:\({_NUMBER}\))?){_TAIL}*|\({_NUMBER}{_TAIL}+\))"
)
_ATOM = rf"(?>[A-Z][a-z]?['′]?(?:{_AMOUNT})?)"  # atomic: a symbol is never tried in two ways, so no run takes long
_SITE = rf"(?>[(\[](?:{_ATOM},?)++[)\]](?:{_AMOUNT})?)"
_GROUP = rf"(?>[(\[](?:(?:{_ATOM}|{_SITE}),?)++[)\]](?:{_AMOUNT})?)"
_BODY = rf"(?>(?:{_ATOM}|{_GROUP})+)"
FORMULA = re.compile(rf"(?<![A-Za-z0-9.])(?:{_BODY})(?![a-z])")
"""A candidate formula, to be checked by the parser: `Li1+xAlxTi2−x(PO4)3`; not the start of `Lithium`."""

_SHARE = rf"(?:\d+(?:\.\d+)?|[xyz]|\((?:{_NUMBER}|[xyz])(?:{DASH}(?:{_NUMBER})?[xyz])+\))(?:\s?(?:mol|at)?\.?\s?%\s?)?"
MIXTURE = re.compile(
    rf"(?<![\w.])(?:{_SHARE}\s?{_BODY}(?:\s?(?:{DASH}|[·•⋅∙:*])\s?(?:{_SHARE})?\s?{_BODY})+"
    rf"|{_BODY}(?:(?:{DASH}|[·•⋅∙:*])(?:{_SHARE})\s?{_BODY})+)(?![a-z])"
)
"""A candidate glass or solid solution: `75%Li2S–24%P2S5–1%P2O5`, `xLi2S·(100−x)P2S5`; not `Li2S–P2S5`."""

_METALS = "|".join(
    sorted((s for s, e in elements().items() if e.kind in ("metal", "metalloid")), key=len, reverse=True)
)

MASKED = re.compile(
    rf"\b(?:vs\.?|versus)\s+(?:\(?[A-Z][a-z]?[0-9.]*(?:\s?[-–/]\s?[A-Z][a-z]?\d?[0-9.]*)*\s?(?:\d?\+)?(?:\s?/\s?[A-Z][a-z]?\d?\+?)?)"
    rf"|\b(?:{_METALS})\s?/\s?(?:{_METALS})\d?\s?\+(?!\s?[A-Z0-9])|\b(?:{_METALS})\d?\s?\+\s?/\s?(?:{_METALS})0?\b"
    r"|\b[A-Z][a-z]?[\s-]?(?:K ?[αβ]\d?|K[ab]\d|[1-5][spdf](?:[1-7]/2)?)\b|\b[A-Z][a-z]? [KLM][- ]edge|\b(?:Figs?|Tables?|Eqs?|Refs?)\.?\s?S?\d+[a-z]?"
    r"|\b(?:Co|In|As|At|No|Os)\.(?=\s|,)"
)
"""Where no material is named: reference electrodes (`V vs. Li/Li+`, `vs. Li–In`), lines and edges (`Cu Kα`, `S 2p`), labels."""

CHARGE = re.compile(
    rf"\s?\^\d*(?:\+|{DASH})|\s?\d*\s?\+(?![\s]*[A-Z0-9(])|\s\+(?=\s?/)|\d?{DASH}(?![\w(])(?!\s(?:based|type|rich|free|and|or|doped)\b)"
)
"""What makes the name before it an ion: the `+` of `Ti4+`, the `−` of `S2−`; not the dash of `Ca- and Co-doped`."""

IONIC = re.compile(
    rf"{DASH}(?:S|O2|CO2|air|sulfur|sulphur|oxygen)\b|(?:{DASH}|\s)(?:ions?|ionic|salts?|batter(?:y|ies)|transference|transport\w*|conduct\w+|diffus\w+|migrat\w+|flux|vacanc\w+|sites?\b|atoms?\b|"
    rf"content|concentration|stoichiometry|inventory|NMR|isotope|partial pressure|reduction|evolution|non{DASH}?stoichiometry|surface exchange|permea\w+|"
    r"excess|loss|poisoning|tolerance|impurit\w+|uptake|release|plasma|chemical potential|K-edge|peaks?\b|signals?\b|spectr\w+|mapping|compounds?\b|binary|species)"
)
"""What follows the name of an element that is not meant as the material: `Li-ion`, `lithium salts`, `oxygen vacancies`."""

_NAMES = "|".join(sorted(symbol_of_name(), key=len, reverse=True))
COMPOUND_NAME = re.compile(
    rf"\b(?:{_NAMES})(?:[- ](?:{_NAMES})){{0,6}}[- ](?:(?:oxy|thio|hydro|per)?(?:oxide|sulfide|sulphide|nitride|phosphide|selenide|fluoride|chloride|bromide|iodide|"
    r"hydride|carbide|silicide|boride|phosphate|borate|silicate|titanate|zirconate|niobate|tantalate|aluminate|manganate|manganite|chromite|cobaltite|cobaltate|"
    r"ferrite|gallate|cerate|molybdate|tungstate|vanadate|nickelate|nickelite|stannate|carbonate|nitrate|sulfate|hydroxide|borohydride|halide))s?\b",
    re.IGNORECASE,
)
"""A compound by its English name: `strontium molybdate`, `lithium lanthanum titanate`."""

JOIN = re.compile(rf"\s?[|∣‖∥│]+\s?|//|\s/\s|/|{DASH}|@|:|\+|[·•⋅∙]")
"""What joins two names to a composite or a cell, when nothing else stands between them."""

LAYER = re.compile(r"\s?[|∣‖∥│]+\s?|//")
"""What joins the layers of a cell, known names or not."""

PART_AFTER = re.compile(rf"(?:{DASH}|@)(?=[A-Z])([A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*)(?![\w(])")
PART_BEFORE = re.compile(rf"(?<![\w.{_DASHES}/])([A-Z]{{2,}}[a-z0-9]*|[A-Z][a-z][A-Z]{{2,}}){DASH}$")
LAYER_WORD = re.compile(r"[A-Z][A-Za-z0-9]{0,8}(?![\w])")

NOT_A_PART = frozenset(
    "SE SEs SSE SSEs SEI SEIs CEI ASSB ASSBs ASSLB ASSLBs ASSLSB ASSLSBs SSB SSBs LIB LIBs LMB LMBs XPS XRD SEM TEM EIS NMR AFM SIMS MAS FTIR DFT"
    " MD AIMD SOFC SOFCs PCFC IT TPB XANES EXAFS EELS EDS EDX ALD PLD CVD".split()
)
"""Acronyms that stand beside a material and are none: batteries, interphases, methods."""

BATTERY_PAIRS = frozenset(
    "Li-S Li-O2 Li-air Li-CO2 Na-S Na-O2 Na-air Zn-air Li-P P-S Li-O Li-Cl lithium-sulfur lithium-air lithium-oxygen sodium-sulfur".split()
)
"""Pairs that name a kind of battery or a bond and no composite."""

RARE_EARTH_RANGE = re.compile(
    rf"(?:La|Ce|Pr|Nd|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu){DASH}(?:La|Ce|Pr|Nd|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu)"
)
"""A range of the periodic table: `La–Lu`."""

PHASE_BEFORE = re.compile(
    rf"(?:[αβγδεθκ][′″']*{DASH}?\s?|(?:alpha|beta|gamma|delta)[′″']*{DASH}|\b[ctoam]{DASH}"
    r"|\b(?:cubic|tetragonal|hexagonal|orthorhombic|monoclinic|amorphous|glassy|crystalline)(?:[- ]phase)? )$"
)
GAS_AFTER = re.compile(r" (?:gas|atmosphere|flow|stream|bubbling)\b")
GLASS_AFTER = re.compile(r" (?:glass(?:y)?[- ]ceramics?|glass(?:es)?)\b")
FORM_AFTER = re.compile(r" metal(?:lic)?\b(?: (?:foil|sheet)s?\b)?| (?:foil|current collector)s?\b")
ANODE_AFTER = re.compile(r"(?: metal(?:lic)?)?(?: negative)? (?:anode|electrode)s?\b")
ALKALI = frozenset({"Li", "lithium", "Lithium", "Na", "sodium", "Sodium"})
"""Metals whose anode is the metal: `Li anode` means lithium; a `Ni–YSZ anode` is more than its material."""

METALLIC_BEFORE = re.compile(r"\b(?:metallic|molten) $", re.IGNORECASE)
BARE_BEFORE = re.compile(r"\b(?:bare|uncoated|undoped) $", re.IGNORECASE)
ALLOY_AFTER = re.compile(r" alloys?\b")

TREATED = re.compile(
    rf"\s?{DASH}?\s?(?:(?:co{DASH}?)?doped|substituted|coated|modified|stabili[sz]ed|protected|infiltrated|impregnated|decorated)\s(?=[A-Za-z(0-9])"
)
"""Between a dopant or coating and its host: `Ta-doped LLZO`, `carbon-coated Al`, `Sm doped CeO2`."""

WORD_BEFORE_TREATED = re.compile(
    rf"(?<![\w{_DASHES}])([a-z]+(?: black)?|[A-Z][a-z]?|[A-Z][a-z]?{DASH}? (?:and|or) [A-Z][a-z]?|[A-Z][a-z]?/[A-Z][a-z]?)$"
)
TREATED_BEFORE = re.compile(
    rf"{DASH}(?:(?:co{DASH}?)?doped|substituted|coated|modified|protected|infiltrated|decorated) $"
)

DEFINED_AFTER = re.compile(
    r"\s?[(\[](?:hereafter |hereinafter |denoted |abbreviated |referred to |designated |named |labell?ed |called |termed |as |by |: )*"
    r"([A-Z0-9][A-Za-z0-9]*(?:[-–][A-Z][A-Za-z0-9]*)*)\s?(?:[,;][^()]{0,60})?[)\]]"
)
"""A name defined right behind a material: `SrCo0.8Nb0.2O3−δ (SCN20)`."""

DEFINED_BEFORE = re.compile(r"([A-Z0-9][A-Za-z0-9]*(?:[-–][A-Z][A-Za-z0-9]*)*) ?[(\[](?:i\.e\.,? )?$")
"""A name defined right before a material in brackets: `LPS (Li3PS4)`."""

TOKEN = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9\-\u2010\u2011\u2013]")
"""Words and signs for the lexicon; dashes and spaces between words do not count."""
