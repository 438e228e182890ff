"""Values with circumstances in one cell, in the order that the head gives: `85/200` below `Retention (%)/cycles`."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import alternatives

_KINDS = {
    "listed_cycles": "cycles",
    "listed_rate": "C",
    "listed_temperature": "°C",
    "listed_current": "mA cm-2",
    "listed_areal": "mAh cm-2",
    "listed_pressure": "MPa",
}
"""Lists of `head_words.yaml` to the unit of what they name."""

_SIGN = re.compile(r"\s*(?:[/;@(]|,(?!\d{3}(?!\d)))\s*")
"""Between a value and a circumstance. Matches ` / `, `, `; must not match in `1,200`."""

_NUMBER_FIRST = re.compile(r"(?:[~≈>@]|at\s|after\s)?\s?(?:\d|C/\d|RT\b)")
"""What a circumstance begins with. Matches `100 cycles`, `C/5`; must not match `g`."""

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
"""A cycle by its number alone. Matches `200th`."""

_ARROW = re.compile(r"\s*(?:→|⟶|➝|-+>|–>)\s*")
_SLASH = re.compile(r"(?<=\d)\s*/\s*(?=[~≈<>]?\s?\d)")
"""Between the ends of a change; the second only where the head says so."""

_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:and|at|for|under)\s+|/(?=\s?\d)")
"""Between two circumstances. Matches `, `, ` and `, `/` before a number; must not match in `mA/cm2`."""


@cache
def _listing() -> re.Pattern[str]:
    words = alternatives(__package__, "head_words.yaml")
    kinds = "|".join(f"(?P<{name}>{words[name]})" for name in _KINDS)
    bracketed = "|".join(f"(?P<in_{name}>{words[name]})" for name, unit in _KINDS.items() if "cm" not in unit)
    return re.compile(
        rf"\s*(?:(?:[/,;@]|\b(?:and|after|at)\b)\s*(?:{kinds})(?=\s*(?:[/,;@)\]]|$))|\((?:{bracketed})\))"
    )


def listed_in(head: str) -> tuple[str, tuple[str, ...]]:
    """A head without the circumstances that it lists behind its property, and the units of these.

    Args:
        head: its clean text.

    Example:
        >>> listed_in("Capacity retention (%)/cycles")
        ('Capacity retention (%)', ('cycles',))
    """
    units: list[str] = []
    for match in _listing().finditer(head):
        kind = next(name for name, text in match.groupdict().items() if text is not None)
        units.append(_KINDS[kind.removeprefix("in_")])
    return (_listing().sub("", head), tuple(units)) if units else (head, ())


def parted(text: str, units: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The value that a cell begins with, and the texts of the circumstances behind it.

    Args:
        text: of the cell.
        units: of the circumstances that the head lists, in order.

    Returns:
        The whole text and nothing where the cell does not state what the head lists.

    Example:
        >>> parted("195/100/0.5", ("cycles", "C"))
        ('195', ('100 cycles', '0.5 C'))
    """
    value, *behind = _SIGN.split(text.rstrip(" )"))
    if not 0 < len(behind) <= len(units) or not all(_NUMBER_FIRST.match(each) for each in behind):
        return text, ()
    named = (
        each if any(map(str.isalpha, each)) else f"{each} {unit}" for each, unit in zip(behind, units, strict=False)
    )
    return value, tuple(named)


def circumstances_in(text: str) -> tuple[str, ...]:
    """The circumstances that stand together behind a value: `0.1 mA cm-2, 25 °C`."""
    found = (each.strip(" )]") for each in _BETWEEN.split(text))
    return tuple(f"{each} cycle" if _ORDINAL.fullmatch(each) else each for each in found if each)


def ends_of_change(text: str, *, told: bool) -> tuple[str, str] | None:
    """The two values of a cell that states a change, the second behind as many spaces as stand before it.

    Args:
        text: of the cell.
        told: whether the head says that the cells below state changes.

    Example:
        >>> ends_of_change("0.2 → 1.1", told=False)
        ('0.2', '      1.1')
    """
    signs = list((_SLASH if told and not _ARROW.search(text) else _ARROW).finditer(text))
    if len(signs) != 1:
        return None
    return text[: signs[0].start()], " " * signs[0].end() + text[signs[0].end() :]
