"""Circumstances under which a value holds: quantities that a text introduces as such.

`find_conditions` marks them; which value they belong to is for the caller. What counts:

- rates (`0.1 C`, `C/3`), room temperature and numbered cycles (`the 100th cycle`), wherever they stand;
- a temperature, current density, potential, pressure or scan rate behind `at`, `@`, `under` or the like, also by its
  name (`at a current density of 0.2 mA cm-2`, `under a stack pressure of 10 MPa`);
- a number of cycles or a time behind `after`, `for`, `over`, `during`, `within`;
- in brackets (`(1 C, 25 °C)`), unless the bracket follows the name of what it measures (`modulus (4.2 GPa)`);
- what is joined to a condition by `and`, a comma or a slash (`at 0.5 mA cm-2 and 60 °C`).

A temperature or a pressure of preparation (`sintered at`, `pressed under`) gets a name of its own, `heat_treatment` or
`forming_pressure`, so that nobody takes it for one of measurement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...ontology.model import Condition
from ...ontology.units import parse_unit, to_si
from .condition_words import condition_words
from .finding import Quantity, find_quantities

_NAMES = {
    "temperature": "temperature",
    "current_density": "current_density",
    "specific_current": "specific_current",
    "c_rate": "c_rate",
    "count": "cycles",
    "potential": "potential",
    "pressure": "pressure",
    "time": "duration",
    "potential_rate": "scan_rate",
    "areal_capacity": "areal_capacity",
}
"""Dimension of a quantity to the name of the condition that it may be."""

_WORDS = frozenset({"weeks", "months", "years"})
"""Units that keep the number they are written in (`1 week`)."""
_SYMBOLS = {"degC": "°C"}

_SYMBOL = re.compile(r"(?<!\w)T\s?=\s?$")
_BRACKET = re.compile(r"[(\[](?:[^()\[\]]{0,40}[,;/]\s?)?(?:at\s|@\s?)?$")
_JOINED = re.compile(
    r"\)?\s?(?:,|and|&|/|, and|\+|with)\s?(?:at\s|under\s|@\s?)?(?:an?\s)?$|\s(?:and|with)\s(?:an?\s\w+\s\w*\s?of\s)?$"
)
"""Between two circumstances. Matches `, `, ` and at `, `/`; must not match ` gives `."""
_AT = re.compile(r"\s(?:at|under|@)\s")
"""Between a value and its circumstance. Matches ` at `."""
_SENTENCE_END = re.compile(r"[.;]\s")
_REACH = 90
_DEFINED = re.compile(r"\s?=")
"""Behind a rate that is being defined (`1 C = 170 mA g-1`)."""
_BRACKETED = frozenset({"temperature", "current_density", "specific_current", "pressure", "count", "time", "c_rate"})


_JOINABLE = (_BRACKETED | {"areal_capacity", "potential_rate"}) - {"time"}


_MILD = 40
"""Degrees Celsius up to which nothing is prepared by heat."""


@dataclass(frozen=True, slots=True)
class ConditionMention:
    """A quantity that is introduced as a circumstance.

    Args:
        start: clean start of the quantity.
        end: clean end.
        name: `temperature`, `current_density`, `specific_current`, `c_rate`, `cycles`, `potential`, `pressure`,
            `duration`, `scan_rate`, `areal_capacity`, `heat_treatment` or `forming_pressure`.
        text: in plain form: `25 °C`, `RT`, `C/3`, `1 C`, `200` (cycles), `10 MPa`, `0.2 mA/cm2`.
        si_value: in `si_unit`, None for a range.
        si_unit: coherent SI unit; `C` for rates, `1` for cycles.
        index: position of the quantity in the sequence that was given.
    """

    start: int
    end: int
    name: str
    text: str
    si_value: float | None
    si_unit: str
    index: int


def find_conditions(text: str, quantities: Sequence[Quantity]) -> list[ConditionMention]:
    """Which of the quantities are introduced as circumstances.

    Args:
        text: clean text in which the quantities' offsets count.
        quantities: in order; those of one sentence, or of a whole text.

    Example:
        >>> text = "It delivers 150 mAh g-1 at 0.1 C and 60 °C after 200 cycles."
        >>> [(found.name, found.text) for found in find_conditions(text, find_quantities(text))]
        [('c_rate', '0.1 C'), ('temperature', '60 °C'), ('cycles', '200')]
    """
    found: list[ConditionMention] = []
    for index, quantity in enumerate(quantities):
        name = _NAMES.get(quantity.dimension)
        if name is None:
            continue
        before = _SENTENCE_END.split(text[max(0, quantity.mention_start - _REACH) : quantity.mention_start])[-1]
        last = found[-1] if found else None
        listed = last is not None and quantities[last.index].group == quantity.group and quantity.change is None
        again = last is not None and _goes_on(text, quantities, last.index, index)
        joined = listed or (last is not None and not again and _is_joined(text, last, quantity))
        if joined or _is_introduced(text, quantity, before):
            found.append(_mention(text, quantity, _kind(name, before, is_room=_is_mild(quantity)), index))
    return found


def read_condition(text: str) -> Condition | None:
    """The condition that a short text states, such as a table's `RT` or `at 30 °C`; None where it states none."""
    for quantity in find_quantities(text):
        name = _NAMES.get(quantity.dimension)
        if name is not None:
            mention = _mention(text, quantity, name, 0)
            return Condition(name=name, text=mention.text, si_value=mention.si_value, si_unit=mention.si_unit)
    return None


def _is_introduced(text: str, quantity: Quantity, before: str) -> bool:
    if quantity.dimension == "c_rate":
        return _DEFINED.match(text, quantity.end) is None
    if quantity.unit == "RT" or quantity.ordinal:
        return True
    if quantity.dimension in ("count", "time"):
        return _is_span(text, quantity, before)
    if quantity.dimension in _BRACKETED and _is_bracketed(before):
        return _is_telling(text, quantity, before)
    words = condition_words()
    if quantity.dimension == "temperature" and (_SYMBOL.search(before) or words.heated.search(before)):
        return True
    if words.at.search(before):
        return True
    return quantity.dimension != "areal_capacity" and words.named.search(before) is not None


def _is_span(text: str, quantity: Quantity, before: str) -> bool:
    """Whether a count or a time is one over which something holds."""
    qualified = text[quantity.mention_start : quantity.start]
    return (
        condition_words().during.search(before) is not None
        or condition_words().during_qualifier.match(qualified) is not None
        or _is_bracketed(before)
        or before.endswith("@")
    )


def _is_bracketed(before: str) -> bool:
    bracket = _BRACKET.search(before)
    if bracket is None:
        return False
    words = condition_words()
    return words.measured.search(before) is None or words.at.search(_without(before, bracket)) is not None


def _without(before: str, bracket: re.Match[str]) -> str:
    """The words before a bracket, as if the quantity stood outside of it."""
    return before[: bracket.start()].rstrip() + " "


def _is_telling(text: str, quantity: Quantity, before: str) -> bool:
    """Whether a bracket states a circumstance: a lone pressure is as likely a modulus, a current the critical one."""
    if quantity.dimension == "pressure":
        bracket = _BRACKET.search(before)
        told = bracket is not None and condition_words().at.search(_without(before, bracket)) is not None
        return told or text[quantity.end : quantity.end + 1] in (",", ";")
    return quantity.dimension != "current_density" or condition_words().critical.search(before) is None


def _goes_on(text: str, quantities: Sequence[Quantity], last: int, index: int) -> bool:
    """Whether a quantity is one more value with a circumstance of its own: `2 mA cm-2 at 1 MPa, 3 mA cm-2 at 5 MPa`."""
    if last != index - 1 or index < 2 or quantities[index - 2].dimension != quantities[index].dimension:
        return False
    first = text[quantities[index - 2].end : quantities[last].start]
    return _AT.match(first) is not None and _AT.match(text, quantities[index].end) is not None


def _is_joined(text: str, last: ConditionMention, quantity: Quantity) -> bool:
    """Whether nothing but a conjunction stands between a condition and this quantity."""
    gap = text[last.end : quantity.mention_start]
    if quantity.dimension == "areal_capacity" and last.name == "current_density" and gap.strip() == "(":
        return True
    if len(gap) > _REACH or quantity.dimension not in _JOINABLE or _JOINED.match(gap) is None:
        return False
    return quantity.dimension != "areal_capacity" or last.name == "current_density"


def _is_mild(quantity: Quantity) -> bool:
    """Whether a temperature is that of a room, or not much above."""
    return quantity.unit == "RT" or (quantity.unit == "degC" and quantity.low <= _MILD)


def _kind(name: str, before: str, *, is_room: bool) -> str:
    """Preparation has names of its own; nothing is prepared by the heat of a room."""
    if name == "temperature" and not is_room and condition_words().heated.search(before):
        return "heat_treatment"
    if name == "pressure" and condition_words().pressed.search(before):
        return "forming_pressure"
    return name


def _mention(text: str, quantity: Quantity, name: str, index: int) -> ConditionMention:
    single = quantity.high is None
    return ConditionMention(
        start=quantity.start,
        end=quantity.end,
        name=name,
        text=_plain(text, quantity),
        si_value=to_si(quantity.low, quantity.unit) if single else None,
        si_unit=parse_unit(quantity.unit).si_unit,
        index=index,
    )


def _plain(text: str, quantity: Quantity) -> str:
    """The one plain spelling of a condition."""
    if quantity.unit == "RT":
        return "RT"
    if quantity.unit == "C" and text[quantity.value_start] == "C":
        return text[quantity.start : quantity.end]
    number = f"{quantity.low:.10g}" + ("" if quantity.high is None else f"-{quantity.high:.10g}")
    if quantity.dimension == "count":
        return number
    if quantity.unit in _WORDS:
        return f"{number} {text[quantity.value_end : quantity.end].strip(' -')}"
    return f"{number} {_SYMBOLS.get(quantity.unit, quantity.unit)}"
