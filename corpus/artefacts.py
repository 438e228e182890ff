"""Mends for what PDF converters break inside a line: ligatures, raised exponents, spaced units and charges.

Each mend is a regular expression over the whole paragraph that edits a `MappedText`. What depends on the document as a
whole (do its numbers after words cite? are its indices spaced?) is decided elsewhere and comes in as `Dialect`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .lexicon import word_lists
from .mapped import Edit, Lean, MappedText

GLYPH_NAME = re.compile(r"(?P<left> ?)/u(?:ni)?(?P<code>1?[0-9A-F]{4})(?P<right> ?)(?P<rest>[a-zé]*)")
"""A glyph written by its name. Matches `speci /uniFB01 c`, not `/usr/bin`."""

UNITS_BEFORE_POWER = (
    "cm|mm|nm|µm|km|dm|kg|mg|µg|g|mol|mmol|kJ|J|eV|meV|S|mS|µS|K|Pa|kPa|MPa|GPa|s|min|h|L|mL|l|A|mA|V|mV|W|mW|Ω|atom|N|"
    "Hz|C|F|T|m|ppm|dec|decade|year|day|cycle|°|Å|molcm"
)
_POWER_OF_UNIT = re.compile(
    rf"(?<=[\s\d(/·µA-Za-z°Ω])(?:{UNITS_BEFORE_POWER})( ?)[-–]( ?)[1-4](?![\d.]|[-–]\d|[A-Za-z])"  # noqa: RUF001
)
_DASHED_POWER = re.compile(rf"(?<=[\s\d(/·µA-Za-z°Ω])(?:{UNITS_BEFORE_POWER}) ?(–)[1-4](?![\d.]|[A-Za-z])")  # noqa: RUF001
_SQUARE_OF_UNIT = re.compile(r"(?<=[\s\d/·(µA-ZΩ])(?:cm|mm|nm|µm|km|dm)( )[23](?=[\s.,;:)\]/·\ue000]|$)")
_POWER_OF_TEN = re.compile(r"(?P<times>[×x·] ?)?(?<![\d.,])10(?P<gap> ?)(?P<sign>[-–]) ?(?P<power>\d{1,2})(?![\d.%])")  # noqa: RUF001
_RAISED_TEN = re.compile(r"[×x~≈≥≤<>] ?10( )\d{1,2}(?= [A-Za-zµΩ°])")  # noqa: RUF001
_TIMES_TEN = re.compile(r"(?<=\d)( ?)[×x·*]( ?)(?=10(?:\^| ?[-–]?\d))")  # noqa: RUF001
_MICRO_SPACE = re.compile(r"(?<=[\d\s(≈~])[µμ]( )(?=(?:[mlLgSAVWsΩFNJM]|Ah|Acm|Ahcm|Wh|mol|Pa)(?:[^a-z]|$|thick|and|or))")
_DEGREE_SPACE = re.compile(r"(?<=[\d\s])(?:°|º)( )(?=[CFK]\b)")
_DEGREE = re.compile(r"º(?=\s?[CFK]\b)|(?<=\d)\s?o(?=C\b)")
_CHARGE = re.compile(
    r"(?<![A-Za-z])(?:Li|Na|K|H|Ag|Cs|Cu|Mg|Ca|Zn|Al|F|Cl|Br|I|O|S|Ti|Ge|Zr|Sb|W|Nb|Ta|Sn|Si|Fe|Mn|Co|Ni|Ar\d*|X|M)"
    r"( )(?:[2-6]( ?))?[+](?=[\s/|,.;:)\]\ue000]|$)"
)
_AFTER_CHARGE = re.compile(r"(?<=(?<![A-Za-z])(?:Li|Na)[+])( )(?=/ ?(?:Li|Na)\b)|(?<=(?<![A-Za-z])(?:Li|Na)[+]/)( )(?=(?:Li|Na)\b)")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])( )['’]( )(?=s\b)")  # noqa: RUF001
_THOUSANDS = re.compile(r"(?<![\w.,^-])[1-9]\d{0,2}(?: \d{3})*( )(?=\d\d0(?!\d|[.,]\d))")
_PERCENT = re.compile(r"(?<=\d)( )%(?=[\s.,;:)])")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a whole document does, as found by reading it once.

    Args:
        spaced_scripts: indices and exponents stand apart from their symbol (`Li 2 S`, `cm -1`).
        raised_citations: a free number after a word is a citation that lost its height.
        words: the document's own words, lower case, for mending cut ones.
    """

    spaced_scripts: bool = False
    raised_citations: bool = False
    words: frozenset[str] = frozenset()


def mend_glyph_names(mapped: MappedText) -> None:
    """Write out `/uniFB01` and its like, and close the spaces that the converter put around a ligature."""
    if "/u" not in mapped.text:
        return
    edits: list[Edit] = []
    for match in GLYPH_NAME.finditer(mapped.text):
        character = unicodedata.normalize("NFKC", chr(int(match["code"], 16)))
        if not character.isprintable():
            continue
        start, end = match.start(), match.end("code")
        ligature = character.isascii() and character.isalpha()
        if ligature and match["rest"]:
            end = match.end("right")
        if match["left"] and not (ligature and _inside_word(mapped.text, start, match["rest"], character)):
            start += 1
        edits.append(Edit(start, end, character))
    mapped.edit(edits)


def _inside_word(text: str, end: int, rest: str, ligature: str) -> bool:
    """Whether the letters before `end` and a ligature belong to one word."""
    before = re.search(r"[A-Za-zÀ-ž-]{1,30}$", text[max(0, end - 30) : end])
    if before is None:
        return False
    lists = word_lists("artefacts.yaml")
    word = before.group().lower()
    if word == "in":
        return rest in lists["word_rests_after_in"]
    if word == "of":
        return ligature == "ffi" or rest in ("ce", "cer", "cial")
    if word in lists["words_before_ligature"]:
        return False
    part = word.rsplit("-", 1)[-1]
    return part in lists["word_parts_before_ligature"] or (not rest and not word.endswith(("ed", "ing", "ion", "ly")))


def mend_units(mapped: MappedText) -> None:
    """Close the gaps inside units, powers of ten and charges: `S cm -1`, `10 -3`, `µ m`, `° C`, `Li + /Li`."""
    mapped.replace(_DEGREE, "°")
    mapped.cut(_DEGREE_SPACE, 1)
    mapped.cut(_MICRO_SPACE, 1)
    for _ in range(2):
        mapped.cut(_POWER_OF_UNIT, 1, 2)
    _dashes_to_minus(mapped)
    mapped.cut(_SQUARE_OF_UNIT, 1)
    _mend_powers_of_ten(mapped)
    mapped.cut(_CHARGE, 1, 2)
    mapped.cut(_AFTER_CHARGE, 1, 2)
    mapped.cut(_APOSTROPHE, 1, 2)
    for _ in range(2):
        mapped.cut(_THOUSANDS, 1)


def _dashes_to_minus(mapped: MappedText) -> None:
    edits = [Edit(match.start(1), match.end(1), "-") for match in _DASHED_POWER.finditer(mapped.text)]
    if edits:
        mapped.edit(edits)


def _mend_powers_of_ten(mapped: MappedText) -> None:
    edits = []
    for match in _POWER_OF_TEN.finditer(mapped.text):
        if match["times"] or _is_power(match):
            start, end = match.start("gap"), match.start("power")
            edits.append(Edit(start, end, "^-"))
    if edits:
        mapped.edit(edits)
    edits = []
    for match in _RAISED_TEN.finditer(mapped.text):
        edits.append(Edit(match.start(1), match.end(1), "^"))
    if edits:
        mapped.edit(edits)


def _is_power(match: re.Match[str]) -> bool:
    """`10 -3 S` is a power, `10 -25 mV` and `10-20 nm` are ranges."""
    if not match["gap"] or int(match["power"]) > 12:
        return False
    following = match.string[match.end() : match.end() + 8]
    if int(match["power"]) < 10:
        return True
    return bool(re.match(r" ?(?:m?S|Ω|cm2? s|Pa|mbar)\b", following))


def mend(mapped: MappedText) -> None:
    """All mends that need no knowledge of the rest of the document."""
    mend_units(mapped)


__all__ = ["Dialect", "Lean", "mend", "mend_glyph_names", "mend_units"]
