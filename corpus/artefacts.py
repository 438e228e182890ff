"""Mends for what PDF converters break inside a line: ligatures, raised exponents, spaced units and charges.

Each mend is a regular expression over the whole paragraph that edits a `MappedText`. What depends on the document as a
whole (do its numbers after words cite? are its indices spaced?) is decided elsewhere and comes in as `Dialect`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .fonts import mend_signs
from .lexicon import word_lists
from .mapped import Edit, MappedText

GLYPH_NAME = re.compile(r"(?P<left> ?)/u(?:ni)?(?P<code>1?[0-9A-F]{4})(?P<right> ?)(?P<rest>[a-zé]*)")
"""A glyph written by its name. Matches `speci /uniFB01 c`, not `/usr/bin`."""

UNITS_BEFORE_POWER = (
    "cm|mm|nm|µm|km|dm|kg|mg|µg|g|mol|mmol|kJ|J|eV|meV|S|mS|µS|K|Pa|kPa|MPa|GPa|s|min|h|L|mL|l|A|mA|V|mV|W|mW|Ω|atom|N|"
    "Hz|C|F|T|m|ppm|dec|decade|year|day|cycle|°|Å|molcm"
)
_UNIT_END = re.compile(rf"(?:^|[\s\d(/·µA-Za-z°Ω])(?:{UNITS_BEFORE_POWER})$")
_POWER_OF_UNIT = re.compile(r"( ?)[-–]( ?)[1-4](?![\d.]|[-–]\d|[A-Za-z])")
_DASHED_POWER = re.compile(r" ?(–)[1-4](?![\d.]|[A-Za-z])")
_LENGTH_END = re.compile(r"[\s\d/·(µA-ZΩ](?:cm|mm|nm|µm|km|dm)$")
_SQUARE_OF_UNIT = re.compile(r"( )[23](?=[\s.,;:)\]/·\ue000]|$)")
_LOST_SIGN = re.compile(
    r"(?<=\d)[ \u2009](?:[mµμ]?A(?: ?h)?|mg|mW(?: ?h)?) ?cm( ?)2(?!\.?\d)|(?<=\d)[ \u2009][mµμ]?S ?cm( ?)1(?![.,]?\d)"
    r"|(?<=\d)[ \u2009](?:m?A(?: ?h)? ?g|m?W ?h ?(?:kg|[Ll]))( ?)1(?![.,]?\d)"
)
"""A unit that is only ever by something, whose power lost its sign. Matches `2 mA cm 2`, `9 mAh g1`; not `9 Ω cm2`."""

_RAISED_IN_BRACKETS = re.compile(r"(?<=[Ω\s]cm)(\()[23](\))")
"""A power in brackets, as in abstracts of indexes. Matches in `9 Ω cm(2)`."""

_RANGE_OF_UNITS = re.compile(rf"\d ?(?:{UNITS_BEFORE_POWER}|mAh|µAh|µA)(?:-[1-3])?( -)(?=\d)")
_POWER_OF_TEN = re.compile(r"(?P<times>[×x·] ?)?(?<![\d.,])10(?P<gap> ?)(?P<sign>[-–]) ?(?P<power>\d{1,2})(?![\d.%])")
_RAISED_TEN = re.compile(r"[×x~≈≥≤<>] ?10( )\d{1,2}(?= [A-Za-zµΩ°])")
_MICRO_SPACE = re.compile(r"(?<=[\d\s(≈~])[µμ]( )(?=(?:[mlLgSAVWsΩFNJM]|Ah|Acm|Ahcm|Wh|mol|Pa)(?:[^a-z]|$))")
_MICRO_GLUED = re.compile(r"(?<=\d µ) m(?!ol)(?=[a-z]{3})|(?<=\d μ) m(?!ol)(?=[a-z]{3})")
_DEGREE_SPACE = re.compile(r"(?<=[\d\s])(?:°|º)( )(?=[CFK]\b)")
_DEGREE = re.compile(r"[º◦○∘](?=\s?[CFK]\b)|(?<=\d)\s?o(?=C\b)|(?<=(?<![\d.])\d\d )1(?= C(?:[\s.,;)]|$))")
"""What was a degree sign. Matches `◦` in `30 ◦ C`, the 1 of `60 1 C`; must not match that of `at 1 C`."""
_ION_END = re.compile(
    r"(?<![A-Za-z])(?:Li|Na|K|H|Ag|Cs|Cu|Mg|Ca|Zn|Al|F|Cl|Br|I|O|S|Ti|Ge|Zr|Sb|W|Nb|Ta|Sn|Si|Fe|Mn|Co|Ni|Ar\d*|X|M)$"
)
_CHARGE = re.compile(r"( )(?:[2-6]( ?))?[+](?=[/|,.;:)\]\ue000]|\s(?![A-Z\d])|$)")
_AFTER_CHARGE = re.compile(
    r"(?<=(?<![A-Za-z])(?:Li|Na)[+])( )(?=/ ?(?:Li|Na)\b)|(?<=(?<![A-Za-z])(?:Li|Na)[+]/)( )(?=(?:Li|Na)\b)"
)
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])( )['’]( )(?=s\b)")
_THOUSANDS = re.compile(r"(?<![\w.,^-])[1-9]\d{0,2}(?: \d{3})*( )(?=\d\d0(?!\d|[.,]\d))")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a whole document does, as found by reading it once.

    Args:
        spaced_scripts: indices and exponents stand apart from their symbol (`Li 2 S`, `cm -1`).
        words: the document's own words, lower case, for mending cut ones.
    """

    spaced_scripts: bool = False
    words: frozenset[str] = frozenset()


def mend_glyph_names(mapped: MappedText) -> None:
    """Write out `/uniFB01`, `/C0` and their like, and close the spaces that the converter put around a ligature."""
    mend_signs(mapped)
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
        inside = character.startswith("ff") or _inside_word(mapped.text, start, match["rest"], character)
        if match["left"] and not (ligature and inside):  # no word begins with ff
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


_BEFORE_POINT = re.compile(r"(?<=\d)( )\.\d")
"""A space before the point of a decimal. Matches in `17 .3`; must not match in `at 17 . 3 cells`."""


_TIMES_AS_THREE = re.compile(r"(?<=\d )3(?= 10 ?[-–−] ?\d{1,2}(?![\d.]))")
"""A sign of multiplication that a font made a 3. Matches in `4 3 10 -3 S`; must not match in `3 10 mg discs`."""

_SPACED_POINT = re.compile(
    rf"(?<![\w.])0( )\.( )\d|(?<=[A-Z][a-z] \d)( )\.( )(?=\d+ [A-Z][a-z]? \d)"
    rf"|(?<=\d)( )\.( )(?=\d++ ?(?:{UNITS_BEFORE_POWER}|mAh|µAh|µA|%|×)(?![A-Za-z]))"
    rf"|\b(?:of|is|to|at|as|than|about|from|[~≈><]) ?\d++\.( )"
    rf"(?=\d++ ?(?:{UNITS_BEFORE_POWER}|ohm|mAh|µA|%)(?![A-Za-z]))"
)
"""Spaces around the point of a decimal. Matches in `0 . 28`, `as 16. 8 ohm`; must not match in `at 17 . 3 cells`."""


def mend_units(mapped: MappedText) -> None:
    """Close the gaps inside units, powers of ten and charges: `S cm -1`, `10 -3`, `µ m`, `° C`, `Li + /Li`."""
    mapped.replace(_DEGREE, "°")
    mapped.cut(_DEGREE_SPACE, 1)
    if "µ" in mapped.text or "μ" in mapped.text:
        mapped.replace(_MICRO_GLUED, "m ")
        mapped.cut(_MICRO_SPACE, 1)
    for _ in range(2):
        _cut_after(mapped, _POWER_OF_UNIT, _UNIT_END)
    _dashes_to_minus(mapped)
    _cut_after(mapped, _SQUARE_OF_UNIT, _LENGTH_END)
    mapped.cut(_RAISED_IN_BRACKETS, 1, 2)
    mapped.put(_LOST_SIGN, "-")
    mapped.replace(_TIMES_AS_THREE, "×")
    _mend_powers_of_ten(mapped)
    _cut_after(mapped, _CHARGE, _ION_END)
    mapped.cut(_AFTER_CHARGE, 1, 2)
    mapped.cut(_APOSTROPHE, 1, 2)
    for _ in range(2):
        mapped.cut(_THOUSANDS, 1)
    mapped.cut(_BEFORE_POINT, 1)
    mapped.cut(_SPACED_POINT, 1, 2, 3, 4, 5, 6, 7)


def _cut_after(mapped: MappedText, pattern: re.Pattern[str], before: re.Pattern[str]) -> None:
    """Remove the groups of every match that stands right after what `before` finds."""
    text = mapped.text
    edits = [
        Edit(*match.span(group))
        for match in pattern.finditer(text)
        if before.search(text, max(0, match.start() - 9), match.start())
        for group in range(1, pattern.groups + 1)
        if match.end(group) > match.start(group)
    ]
    if edits:
        mapped.edit(edits)


def _dashes_to_minus(mapped: MappedText) -> None:
    text = mapped.text
    edits = [
        Edit(match.start(1), match.end(1), "-")
        for match in _DASHED_POWER.finditer(text)
        if _UNIT_END.search(text, max(0, match.start() - 9), match.start())
    ]
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


_DROP_CAP = re.compile(r"^[B-HJ-Z]( )(?=[a-z]{3,} )")
_BEFORE_PUNCTUATION = re.compile(r"(?<=\S)( )(?=[,;)\]](?:[\s,.;:)\ue000-]|$)|[.:](?:\s|$|\ue000))|(?<=[(\[])( )(?=\S)")
_SPACED_RANGE = re.compile(r"(?<![\w.^-])(?P<low>\d+(?:\.\d+)?)(?P<dash> -| ?– ?)(?P<high>\d+(?:\.\d+)?)(?![\d^])")
_POWER_RANGE = re.compile(r"(?<=\^-\d)( ?– ?)(?=\d)")
_SPACED_DASH = re.compile(
    r"(?<=[A-Za-z0-9)\]α-ωΑ-Ω+])(?P<dash> [-–])(?P<word>[A-Za-zα-ω(][A-Za-z0-9]*)(?!-(?:[\s,;.)]|$))"
)
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_CUT_WORD = re.compile(
    r"(?<![A-Za-zÀ-ž])(?P<left>[A-Za-zÀ-ž]{2,})(?P<hyphen>-)(?P<gap> )(?=(?P<right>[a-zà-ž]{2,})(?![A-Za-zÀ-ž]))"
)


def mend_words(mapped: MappedText, words: frozenset[str]) -> None:
    """Undo hyphens at line ends, close the gaps before punctuation and around dashes that were cut loose.

    Args:
        mapped: the text; edited.
        words: the document's own words, lower case.
    """
    mapped.cut(_DROP_CAP, 1)
    _mend_cut_words(mapped, words)
    mapped.cut(_BEFORE_PUNCTUATION, 1, 2)
    mapped.replace(_POWER_RANGE, "–")
    mapped.put(_RANGE_OF_UNITS, "–")
    edits = [
        Edit(match.start("dash"), match.end("dash"), "–")
        for match in _SPACED_RANGE.finditer(mapped.text)
        if match["dash"] != "–" and float(match["low"]) < float(match["high"])
    ]
    if edits:
        mapped.edit(edits)
    function_words = word_lists("artefacts.yaml")["words_that_want_more"]
    edits = []
    for match in _SPACED_DASH.finditer(mapped.text):
        left = _LAST_WORD.search(mapped.text, max(0, match.start() - 12), match.start())
        if left and left.group().lower() in function_words and match["word"][0].isupper():
            continue
        loose = match["word"].lower() in function_words
        edits.append(Edit(match.start("dash"), match.end("dash"), " – " if loose else match["dash"].strip()))
    if edits:
        mapped.edit(edits)


def _mend_cut_words(mapped: MappedText, words: frozenset[str]) -> None:
    if "- " not in mapped.text:
        return
    lists = word_lists("artefacts.yaml")
    edits = []
    for match in _CUT_WORD.finditer(mapped.text):
        left, right = match["left"].lower(), match["right"]
        if right in ("and", "or", "to", "as", "nor", "versus") or match["left"] in lists["anions"]:
            continue
        starts = left in words or left in lists["compound_starts"]
        is_compound = right in lists["compound_ends"] or left in lists["prefixes"] or (starts and right in words)
        drops = left + right in words or not is_compound
        edits.append(Edit(match.start("hyphen") if drops else match.start("gap"), match.end("gap")))
    if edits:
        mapped.edit(edits)


_INDEXED = r"(?<![A-Za-z])(?:Li|Na|Al|La|PS|PO|SiO|TiO|FePO|CoO)"
_SPACED_SCRIPT = re.compile(rf"{_INDEXED} \d(?:\.\d+)? ?(?:[A-Z]|[.,;)])")
_CLOSED_SCRIPT = re.compile(rf"{_INDEXED}\d")


def has_spaced_scripts(text: str, *, mostly: bool = False) -> bool:
    """Whether a document writes the indices of its formulas apart (`Li 2 S`), as some converters do.

    Args:
        text: the document's text.
        mostly: only where it hardly has others, as a number behind a formula may also be a citation.
    """
    spaced = len(_SPACED_SCRIPT.findall(text))
    return spaced >= 3 and (not mostly or spaced > len(_CLOSED_SCRIPT.findall(text)))
