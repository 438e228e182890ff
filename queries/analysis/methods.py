"""Which function makes the answer of which question of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from .central import central
from .cocited import cocited
from .communities import communities
from .neighbourhood import neighbourhood
from .path import path
from .similar import similar

Method = Callable[[Sequence[Mapping[str, Any]], Mapping[str, Any]], Iterable[Sequence[Any]]]
"""From the rows of the query and the values of the parameters to the rows of the answer."""

METHODS: Mapping[str, Method] = {
    "central": central,
    "cocited": cocited,
    "communities": communities,
    "neighbourhood": neighbourhood,
    "path": path,
    "similar": similar,
}
"""By name of the question."""
