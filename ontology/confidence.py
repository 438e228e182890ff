"""How sure a rule is of a statement: a number from 0 to 1, and the least that somebody asks for."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from ..errors import ConfigError


def check_confidence(value: Any, name: str = "min_confidence") -> float:
    """A least confidence as a number.

    Args:
        value: as somebody gave it.
        name: of the setting, for the message.

    Raises:
        ConfigError: it is no number from 0 to 1.

    Example:
        >>> check_confidence("0.5")
        0.5
    """
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not 0.0 <= number <= 1.0:
        raise ConfigError(name, f"{value!r} is not a number from 0 to 1")
    return number


_SHARE = 0.3
"""What a second engine adds: this part of its confidence in what the first left open. For independent engines it would
be 1; engines that read the same sentence err on the same ones."""

_MOST = 0.99
"""No number of engines makes a claim surer than this."""


def combined_confidence(places: Iterable[tuple[str, float]]) -> float:
    """How sure a claim is that engines made at these places.

    With one engine, the confidence c1 of its best place. Each further engine, the surer first, adds to it: from c to
    c + (1 - c) * 0.3 * ck, with ck its best place, to three digits and at most 0.99. It never falls below c1, grows
    with every ck, and stays below what independent engines would give, c + (1 - c) * ck.

    Args:
        places: the engine of each place, with or without its version, and the confidence there; at least one.

    Example:
        >>> combined_confidence([("rules/1", 0.8), ("rules/1", 0.6)])
        0.8
        >>> combined_confidence([("rules/1", 0.8), ("llm/1", 0.6)])
        0.836
    """
    best: dict[str, float] = {}
    for engine, confidence in places:
        name = engine.partition("/")[0]
        best[name] = max(best.get(name, 0.0), confidence)
    first, *others = sorted(best.values(), reverse=True)
    total = first
    for confidence in others:
        total += (1 - total) * _SHARE * confidence
    return max(first, min(round(total, 3), _MOST)) if others else first
