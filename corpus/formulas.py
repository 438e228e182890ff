"""Formulas that a converter pulled apart, put together again: `Li 6 PS 5 Cl` is `Li6PS5Cl`.

Only where the stretch cannot be read as words and numbers: an element or group, a number that stands where an index
would, and an element after it (`Li 2 S`), or a chain of these. `In 2019 No`, `after 5 h C 10` stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from .lexicon import word_lists
from .mapped import Edit, MappedText

_NUMBER = r"(?:\d{1,2}/\d{1,2}|\d{1,3}(?:\.\d{1,4})?)(?![\d./]\d|%)"
_SIGN = r"[-–+−]"
_VARIABLE = r"[xyzδ](?![A-Za-z0-9])"
_UNIT_SYMBOLS = frozenset("V K C W A M X H F".split())
"""Element symbols that are read as a unit or word when one stands alone after a number."""
_LONGEST = 120
"""Characters of the longest formula that is put together."""
_LIGANDS = ("O", "S", "Cl", "F", "Br", "I", "N", "H", "Se", "P", "B", "C", ")")
_ALLOYED = ("Sn", "Si", "Ge", "Sb", "Bi", "Al", "In", "Ga", "Pb", "Zn", "Mg", "Ag", "Au", "Te")
"""Last elements of intermetallic phases (`Na 15 Sn 4`), indexed only where another index stands before."""
_LONE_METAL = re.compile(r"(?:Li|Na|K)(?!1(?!\d))\d{1,2}(?:\.\d{1,3})?")
"""A metal with its index, which is no substance by itself: the first part of `Li6 PS5 Cl`."""
_HYDRIDE = re.compile(r"[BCN]\d*$")
"""The end of a part of a formula to which hydrogen belongs (`CB 11 H 12`)."""
_GROUP = re.compile(r"\((?:[A-Z][a-z]? ?\d{1,2} ?)+\)")
"""A group of elements that all have an index. Matches `(B12 H 12 )`."""
_HIGHEST_INDEX = 17
"""The highest last index that is one (`LiAl11O17`)."""
_HIGHEST_IN_LIST = 12
"""The same where a list of numbers goes on behind it: `Cl 24 , 25` has citations, `Zr 2 O 12 , 3 mol` an index."""
_LIST_BEHIND = re.compile(r" ?[,–-] ?\d{1,3}(?![\d.])")
"""A number that goes on a list. Matches ` , 25 `; must not match ` , 2.5`."""
_NO_INDEX_AFTER = re.compile(
    r"\s?(?:[%°µ×±~]|(?:[mkMGnp]?[VAWPSsgLhKMCJN]|min|mol|mmol|m?eV|[mnck]m|[mk]g|m[LlM]|[MGk]?Pa|[kMG]?Hz|[pdf]|wt|vol|equiv|ppm|rpm|cycles?|times"
    r"|days?|weeks?|months?|years?|hours?|minutes|samples|cells|layers|steps)\b)"
)


@cache
def element_pattern() -> str:
    """A pattern for the symbol of an element, or of what stands for some in a general formula."""
    lists = word_lists("formulas.yaml")
    symbols = sorted(lists["elements"] | lists["placeholders"], key=lambda symbol: (-len(symbol), symbol))
    return rf"(?:{'|'.join(symbols)})(?:(?![a-zδ])|(?=[xyzδ](?![a-z])))"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    element = element_pattern()
    inner = r"(?:\d+(?:\.\d+)?(?:[-+–][xyzδ](?![a-z]))?|[xyzδ](?![a-z]))"
    chunk = rf"(?:\( ?)?{element}(?:{element}|{inner}|\((?={element})|(?<=[A-Za-z0-9])\))*"
    return {
        "start": re.compile(
            rf"(?<![A-Za-z0-9.^])(?:\d{{1,3}}(?:\.\d+)?)?{chunk}"
            rf"(?= ?(?:[\d(]|{_SIGN} ?[xyzδ]|[xyzδ] |\(?{element}))(?=[ ])"
        ),
        "indexed": re.compile(
            rf" (?P<index>{_NUMBER}|{_VARIABLE}|\d(?:\.\d+)? ?{_SIGN} ?{_VARIABLE})(?P<gap> ?)"
            rf"(?P<chunk>{chunk})(?![a-zA-Z])"
        ),
        "signed": re.compile(rf" ?{_SIGN} ?[xyzδ](?![a-zA-Z])(?=[\s.,;:)(]|$|[A-Z])"),
        "chunk": re.compile(rf" (?P<chunk>{chunk})(?![a-zA-Z])"),
        "last": re.compile(r" (?P<index>\d{1,2}(?:\.\d{1,3})?)(?=[\s.,;:)\]/\ue000|-]|$)(?!\.\d)"),
        "bracket": re.compile(r"(?: (?:\d{1,2}/\d{1,2}|\d{1,2}(?:\.\d+)?))? ?\)(?: ?\d{1,2}(?:\.\d+)?(?![\d.]))?"),
        "charge": re.compile(
            rf"(?<![A-Za-z])(?:{element}\d{{0,2}}){{2,3}}(?P<gap> )(?P<charge>[1-4])(?P<minus> [-–])"
            r"(?=units?\b|ions?\b|tetra|group|poly| |[.,;)]|$)"
        ),
        "square": re.compile(rf"\[( ?(?:{element} ?(?:\d[\d./]* ?)?)+)\]"),
        "decimal": re.compile(r"\d\.\d+$"),
    }


@dataclass(slots=True)
class _Chain:
    """A formula as it is being put together: where the text goes on, and which spaces to close."""

    start: int
    position: int
    text: str
    numbers: int = 0
    closed: list[tuple[int, int]] = field(default_factory=list)

    def add(self, match: re.Match[str]) -> None:
        """Take a match into the formula and close the spaces in it."""
        written = match.group()
        for space in re.finditer(" +", written):
            self.closed.append((match.start() + space.start(), match.start() + space.end()))
        self.text += written.replace(" ", "")
        self.position = match.end()


def close_formulas(mapped: MappedText, *, spaced_scripts: bool) -> None:
    """Close the spaces inside formulas.

    Args:
        mapped: the text; edited.
        spaced_scripts: the whole document writes its indices apart, so that a lone last index (`LiFePO 4`) is one too.
    """
    edits: list[Edit] = []
    text = mapped.text
    if "[" in text:
        text = _patterns()["square"].sub(r"(\1)", text)
    position = 0
    while match := _patterns()["start"].search(text, position):
        chain = _follow(match, text, spaced_scripts)
        if chain.closed and _is_formula(chain):
            edits.extend(Edit(start, end) for start, end in chain.closed)
        position = max(chain.position if chain.closed else 0, match.end())
    if edits:
        mapped.edit(edits)
    _close_charges(mapped)


def _follow(match: re.Match[str], text: str, spaced_scripts: bool) -> _Chain:
    """As much of a formula as stands from `match` on."""
    patterns = _patterns()
    chain = _Chain(match.start(), match.end(), match.group())
    while len(chain.text) < _LONGEST:
        ends_in_digit = chain.text[-1].isdigit() or chain.text[-1] in "xyzδ"
        indexed = None if ends_in_digit else patterns["indexed"].match(text, chain.position)
        if indexed and _fits(chain, indexed, text):
            chain.numbers += 1
            chain.add(indexed)
        elif chain.text[-1].isdigit() and (signed := patterns["signed"].match(text, chain.position)):
            chain.numbers += 1
            chain.add(signed)
        elif (
            ends_in_digit and (chunk := patterns["chunk"].match(text, chain.position)) and _goes_on(chain, chunk, text)
        ):
            chain.add(chunk)
        elif chain.text.count("(") > chain.text.count(")") and (
            bracket := patterns["bracket"].match(text, chain.position)
        ):
            chain.add(bracket)
        else:
            break
    if not chain.text[-1].isdigit():
        _add_last(chain, text, spaced_scripts)
    return chain


def _fits(chain: _Chain, match: re.Match[str], text: str) -> bool:
    """Whether index and group after it can be part of the formula."""
    following = match["chunk"].lstrip("( ")
    hydride = following == "H" and _HYDRIDE.search(chain.text) is not None
    if following in _UNIT_SYMBOLS and not hydride and not _patterns()["indexed"].match(text, match.end()):
        return False
    return _reads_on(following, text, match.end())


def _reads_on(symbol: str, text: str, end: int) -> bool:
    """Whether a group that may also be a word (`In`, `As`, `I`) is none here."""
    if symbol not in ("In", "As", "At", "I", "He", "No", "Be"):
        return True
    after = re.match(r" ([a-z]+)\b", text[end : end + 16])
    return after is None or after[1] not in word_lists("formulas.yaml")["words_after"]


def _goes_on(chain: _Chain, match: re.Match[str], text: str) -> bool:
    group = match["chunk"].lstrip("( ")
    after = text[match.end() : match.end() + 4]
    if (
        match["chunk"].startswith("(")
        and not re.search(r"\)\d", group)
        and not re.match(r"[^()]{0,24}\) ?\d", text[match.end() : match.end() + 30])
        and not (")" in chain.text and _GROUP.match(text, match.start("chunk")))
    ):
        return False
    within = chain.text.count("(") > chain.text.count(")")
    if within and re.match(r" ?\d{1,2} ?\)", text[match.end() : match.end() + 6]):
        return True
    lone = _LONE_METAL.fullmatch(chain.text) and (group in _LIGANDS or any(map(str.isdigit, group)))
    if chain.numbers or chain.closed or lone:
        if group in _UNIT_SYMBOLS and not re.match(r" ?(?:\d|[xyzδ]\b)", after):
            return False
        starts_over = re.match(r"[\d.]*\(?([A-Z][a-z]?)", chain.text)
        another = re.match(r"-[A-Za-z]", after) and not group[-1].isdigit()
        if another or (starts_over and group == starts_over[1]):
            return False
        return _reads_on(group, text, match.end())
    decimal = _patterns()["decimal"]
    return bool(decimal.search(chain.text)) and bool(re.match(r"(?:[A-Z][a-z]?)+\d", group))


def _add_last(chain: _Chain, text: str, spaced_scripts: bool) -> None:
    match = _patterns()["last"].match(text, chain.position)
    if not match or _NO_INDEX_AFTER.match(text, match.end()) or _is_cited(match, text):
        return
    alloyed = bool(chain.numbers) and chain.text.endswith(_ALLOYED)
    if not alloyed and not chain.text.endswith(_LIGANDS):
        return
    several = len(re.findall("[A-Z]", chain.text)) > 1
    if (
        (several and spaced_scripts)
        or chain.numbers
        or (several and (chain.text + match["index"]).endswith(tuple(word_lists("formulas.yaml")["groups"])))
        or chain.text + match["index"] in word_lists("formulas.yaml")["known"]
    ):
        chain.numbers += 1
        chain.add(match)


def _is_cited(match: re.Match[str], text: str) -> bool:
    """Whether a number behind a formula cites: too large for an index, or the first of a list."""
    number = float(match["index"])
    return number > _HIGHEST_INDEX or (number > _HIGHEST_IN_LIST and _LIST_BEHIND.match(text, match.end()) is not None)


def _is_formula(chain: _Chain) -> bool:
    """The last check: one number after a word-like element makes no formula."""
    first = re.match(r"[\d.]*\(?([A-Z][a-z]?)", chain.text)
    lists = word_lists("formulas.yaml")
    if chain.text in lists["known"]:
        return True
    symbol = first[1] if first else ""
    symbol = symbol if symbol in lists["elements"] | lists["placeholders"] else symbol[:1]
    if symbol in lists["ambiguous"] and re.match(rf"[\d.]*{symbol}[\d.]", chain.text):
        return chain.numbers >= 2
    return True


def _close_charges(mapped: MappedText) -> None:
    edits = []
    for match in _patterns()["charge"].finditer(mapped.text):
        edits.append(Edit(match.start("gap"), match.end("gap"), "^"))
        follows = mapped.text[match.end() : match.end() + 1]
        edits.append(Edit(match.start("minus"), match.end("minus"), "- " if follows.isalpha() else "-"))
    if edits:
        mapped.edit(edits)
