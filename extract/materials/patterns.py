"""Patterns of material names in clean text: formulas, glasses, what joins names, what stands before and after them."""

from __future__ import annotations

import re

from ...ontology.elements import elements, symbol_of_name
from .words import any_of

_DASHES = r"\-\u2010\u2011\u2012\u2013\u2212"
DASH = f"[{_DASHES}]"
"""Hyphen, non-breaking hyphen, figure dash, en dash, minus."""

_NUMBER = r"\d+(?:\.\d+)?(?:/\d+)?"
_VARIABLE = r"(?:delta|δ|i{1,3}|[abmnpq-z])(?![a-z])"
_VACANCIES = rf"(?:\s?[+±]\s?|\s?{DASH}\s?)(?:δ|delta\b|d\b)"
_TAIL = rf"(?:{_VACANCIES}|(?:[+±]|{DASH})(?:{_NUMBER})?{_VARIABLE})"
_HEAD = rf"(?:{_NUMBER}(?:{_VARIABLE})?|{_VARIABLE}|\({_NUMBER}\)(?:\({_NUMBER}\))?)"
_AMOUNT = rf"(?:{_HEAD}{_TAIL}*|\({_NUMBER}{_TAIL}+\))"
_ATOM = rf"(?>[A-Z][a-z]?['′]?(?:{_AMOUNT})?)"  # atomic: a symbol is never tried in two ways, so no run takes long
_SITE = rf"(?>[(\[](?:{_ATOM},?)++[)\]](?:{_AMOUNT})?)"
_GROUP = rf"(?>[(\[](?:(?:{_ATOM}|{_SITE}),?)++[)\]](?:{_AMOUNT})?)"
_BODY = rf"(?>(?:{_ATOM}|{_GROUP})+)"
FORMULA = re.compile(rf"(?=[A-Z(\[])(?<![A-Za-z0-9.]){_BODY}(?![a-z])")
"""A candidate formula, to be checked by the parser: `Li1+xAlxTi2−x(PO4)3`; not the start of `Lithium`."""

_REST = rf"\((?:{_NUMBER}|[xyz])(?:{DASH}(?:{_NUMBER})?[xyz])+\)"
_SHARE = rf"(?:\d+(?:\.\d+)?|[xyz]|{_REST})(?:\s?(?:mol|at)?\.?\s?%\s?)?"
_AND = rf"(?:{DASH}|[·•⋅∙:*])"
MIXTURE = re.compile(
    rf"(?=[A-Z\dxyz(\[])(?<![\w.])(?:{_SHARE}\s?{_BODY}(?:\s?{_AND}\s?(?:{_SHARE})?\s?{_BODY})+"
    rf"|{_BODY}(?:{_AND}(?:{_SHARE})\s?{_BODY})+)(?![a-z])"
)
"""A candidate glass or solid solution: `75%Li2S–24%P2S5–1%P2O5`, `xLi2S·(100−x)P2S5`; not `Li2S–P2S5`."""

_METAL = "|".join(sorted((s for s, e in elements().items() if e.kind in ("metal", "metalloid")), key=len, reverse=True))
_SOME = r"[A-Z][a-z]?\d?[0-9.]*"
MASKED = re.compile(
    r"\b(?=[A-Zv])(?:"  # a look at the first letter: the choices are many, and most words begin none
    rf"\b(?:vs\.?|versus)\s+\(?{_SOME}(?:\s?[-–/]\s?{_SOME})*\s?(?:\d?\+)?(?:\s?/\s?{_SOME}\+?)?"
    rf"|\b(?:{_METAL})\s?/\s?(?:{_METAL})\d?\s?\^?\+(?!\s?[A-Z0-9])|\b(?:{_METAL})\d?\s?\^?\+\s?/\s?(?:{_METAL})0?\b"
    r"|\b[A-Z][a-z]?[\s-]?(?:K ?[αβ]\d?|K[ab]\d|[1-5][spdf](?:[1-7]/2)?)\b|\b[A-Z][a-z]? [KLM][- ]edge"
    r"|\b(?:Figs?|Tables?|Eqs?|Refs?)\.?\s?S?\d+[a-z]?|\b(?:Co|In|As|At|No|Os)\.(?=\s|,))"
)
"""Where no material is named: reference electrodes (`vs. Li/Li+`, `vs. Li–In`), lines (`Cu Kα`, `S 2p`), labels."""

CHARGE = re.compile(
    rf"\s?\^\d*(?:\+|{DASH})|\s?\d*\s?\+(?![\s]*[A-Z0-9(])|\s\+(?=\s?/)"
    rf"|\d?{DASH}(?![\w(])(?!\s(?:based|type|rich|free|and|or|doped)\b)"
)
"""What makes the name before it an ion: the `+` of `Ti4+`, the `−` of `S2−`; not the dash of `Ca- and Co-doped`."""

IONIC = re.compile(
    rf"\[[A-Z]|{DASH}(?:S|O2|CO2|air|sulfur|sulphur|oxygen)\b|(?:{DASH}|\s)(?:{any_of('elements_not_meant')})"
)
"""What follows the name of an element that is not meant as the material: `Li-ion`, `lithium salts`, `Li–S`, `Li[Ni`."""

_NAME = "|".join(sorted(symbol_of_name(), key=len, reverse=True))
COMPOUND_NAME = re.compile(
    rf"\b(?:{_NAME})(?:[- ](?:{_NAME})){{0,6}}[- ](?:oxy|thio|hydro|per)?(?:{any_of('anions')})s?\b", re.IGNORECASE
)
"""A compound by its English name: `strontium molybdate`, `lithium lanthanum titanate`; not `lithium`."""

DASHED = re.compile(rf"(?:{DASH}|/)(?:{'|'.join(sorted(symbol_of_name(), key=len, reverse=True))})\b")
"""A further element by its name behind one: `carbon–silver`; not `carbon-coated`."""

DASHED_BEFORE = re.compile(rf"(?<=[a-z])(?:{DASH}|/)")
"""A dash between two words, at the place of the dash."""

JOIN = re.compile(rf"\s?[|∣‖∥│]+\s?|//|\s/\s|/|{DASH}|@|:|\+|[·•⋅∙]")
"""What joins two names to a composite or a cell, when nothing else stands between them."""

PART_AFTER = re.compile(rf"(?:{DASH}|@)([A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*)(?![\w(])")
"""An acronym joined to a name before it: the `LiMNT` of `PEC–LiMNT`; not `-based`."""

PART_BEFORE = re.compile(rf"(?<![\w.{_DASHES}/])([A-Z]{{2,}}[a-z0-9]*|[A-Z][a-z][A-Z]{{2,}}){DASH}$")
"""An acronym joined to a name behind it: the `SIPE` of `SIPE–PAN`; not `Li-`."""

DEVICE = re.compile(
    rf"(?:[\w\u03bc]+{DASH})?(?:{any_of('not_parts')}|[A-Z]{{0,4}}FCs?|[A-Z]{{0,5}}SS[A-Z]{{0,3}}Bs?|[AS]{{1,2}}L[A-Z]{{0,2}}Bs?|L[A-Z]{{1,2}}Bs?)"
)
"""A kind of cell by its acronym: `SOFCs`, `ASSLBs`, `LIBs`; not `LPSB`, which the lexicon knows."""

PHASE_BEFORE = re.compile(
    rf"(?:[αβγδεθκ][′″']*{DASH}?\s?|(?:alpha|beta|gamma|delta)[′″']*{DASH}|\b[ctoam]{DASH}"
    rf"|\b(?:{any_of('phases')})(?:[- ]phase)? )$"
)
"""The phase of what follows: `β-`, `cubic `."""

GAS_AFTER = re.compile(r" (?:gas|atmosphere|flow|stream|bubbling)\b")
"""What makes the name of a gas a material and not an element."""

GLASS_AFTER = re.compile(r" (?:glass(?:y)?[- ]ceramics?|glass(?:es)?)\b")
"""A glass or glass-ceramic of what precedes."""

FORM_AFTER = re.compile(r" metal(?:lic)?\b(?: (?:foil|sheet)s?\b)?| (?:foil|current collector)s?\b")
"""A form in which a material stays the same: `Al foil`, `Li metal`."""

ANODE_AFTER = re.compile(r"(?: metal(?:lic)?)?(?: negative)? (?:anode|electrode)s?\b")
"""What belongs to the name of an alkali metal: `Li metal anode`."""

METALLIC_BEFORE = re.compile(r"\b(?:metallic|molten) $", re.IGNORECASE)
"""The element as a metal: `metallic Li`."""

BARE_BEFORE = re.compile(r"\b(?:bare|uncoated|undoped) $", re.IGNORECASE)
"""What was not treated, told from what was: `bare Al`."""

ALLOY_AFTER = re.compile(r" alloys?\b")
"""Belongs to a pair of elements: `Li–Ge alloy`."""

TREATED = re.compile(rf"\s?{DASH}?\s?(?:co{DASH}?)?(?:{any_of('treatments')})\s(?=[A-Za-z(0-9])")
"""Between a dopant or coating and its host: `Ta-doped LLZO`, `Sm doped CeO2`."""

TREATED_BEFORE = re.compile(rf"{DASH}(?:co{DASH}?)?(?:{any_of('treatments')}) $")
"""The same where what it was treated with is no material that is known: `primer-coated Al`."""

_NO_COATING = "un|re|pre|co|over|non|multi|self|well|as"
GLUED_BEFORE = re.compile(rf"(?<![\w{_DASHES}])(?:carbon )?(?!{_NO_COATING})[a-z]{{4,}}?(?:{any_of('treatments')}) $")
"""The same where a broken line lost the dash: `graphitecoated Al`; not `uncoated Al`."""

GLUED = re.compile(rf"\b(?!{_NO_COATING})([a-z]{{4,}}?)({any_of('treatments')})(?= [A-Z])")
"""A coating and what was done with it, glued. Matches in `graphitecoated Al`."""

WORD_BEFORE_TREATED = re.compile(rf"(?<![\w{_DASHES}])([a-z]+(?: black)?|[A-Z][a-z]?(?:/[A-Z][a-z]?)?)$")
"""That word."""

_ACRONYM = r"([A-Z0-9][A-Za-z0-9]*(?:[-–][A-Z][A-Za-z0-9]*)*)"
_SAID = "hereafter|hereinafter|denoted|abbreviated|referred to|designated|named|labell?ed|called|termed|as|by|:"
DEFINED_AFTER = re.compile(rf"\s?[(\[](?:(?:{_SAID}) )*{_ACRONYM}\s?(?:[,;][^()]{{0,60}})?[)\]]")
"""A name defined right behind a material: `SrCo0.8Nb0.2O3−δ (SCN20)`."""

DEFINED_BEFORE = re.compile(rf"{_ACRONYM} ?[(\[](?:i\.e\.,? )?$")
"""A name defined right before a material in brackets: `LPS (Li3PS4)`."""

TOKEN = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9\-\u2010\u2011\u2013]")
"""Words and signs for the lexicon; dashes and spaces between words do not count."""

STACK = re.compile(r"(?<![\w|∣])(?![^\s()]*\))[\wµ@()./+–-]+(?:(?:\s?[|∣‖∥│]{1,2}\s?)[\wµ@()./+–-]+)+")
"""Layers joined by bars, known or not: `Li|PCEE|Cu`; must not match `a|` alone, nor `20 µm)|SCNT`."""

METAL_BEHIND = re.compile(r"\s?[/|∣]\s?(?:Li|Na)(?![\w/|∣-])")
METAL_BEFORE = re.compile(r"(?<![\w/|∣-])(?:Li|Na)\s?[/|∣]\s?$")
"""The metal on a class of electrolytes: `garnet/Li`, `Li|garnet`; not `garnet/Li/garnet`."""

ALLOY_NAME = re.compile(r"^((?:[A-Z][a-z]?-)+[A-Z][a-z]?) alloys$")
"""The alloys of a pair of metals, which are named by the pair: `Li-In alloys`; not `Li-In alloy`, which is one."""

SIZE_BEFORE = re.compile(r"(?<![A-Za-z-])(?:(?:[Nn]ano|[Mm]icro|[Ss]ubmicro)[-\u2010-\u2013]|[\u00b5\u03bc])$")
"""A size of particles right before a name, which keeps it: `nano-Si`, `µSi`; not `5 µm`."""

INDEXED = re.compile(r"\d*\.\d+(?:[A-Z][a-z]?\d*(?:\.\d+)?)*")
"""Amounts behind an abbreviation that make it another material (`LPSCl0.3F0.7`); must not match the citation `17`."""
