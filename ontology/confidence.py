"""How sure a rule is of a statement: a number from 0 to 1, and the least that somebody asks for."""

from __future__ import annotations

import math
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
