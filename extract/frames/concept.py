"""A failure or a quality as it is said: what it is, where it stands, on which side it is, and whether it is denied."""

from __future__ import annotations

from dataclasses import replace

from ..value_class import value_class
from .meanings import Meaning

METALS = frozenset({"Li", "Na", "K"})
"""Metals of anodes."""


@value_class
class Concept:
    """A failure or quality that a noun phrase names.

    Args:
        meaning: what it is.
        start: clean start of the words that name it, degree included.
        end: clean end.
        level: high, low, or empty where nothing is said of it.
        side: good, bad or empty.
        prevented: the phrase speaks of its suppression.
        denied: `no dendrites`.
    """

    meaning: Meaning
    start: int
    end: int
    level: str = ""
    side: str = ""
    prevented: bool = False
    denied: bool = False

    @property
    def failure(self) -> str | None:
        """The failure that is meant: the event, or the quality on its bad side."""
        return self.meaning.fails if self.meaning.event or self.side == "bad" else None

    @property
    def cause_name(self) -> str | None:
        """The name under which causes know it: the failure, else the property with `high_` or `low_`."""
        failure = self.failure or self.meaning.causes
        if failure and not self.meaning.by_level:
            return failure
        return f"{self.level}_{self.meaning.property}" if self.level and self.meaning.property else None

    def deny(self) -> Concept:
        """The concept, denied."""
        return replace(self, denied=not self.denied)

    def beyond(self) -> Concept:
        """The concept when it is exceeded: beyond the critical current density, the current density is high."""
        limit = self.meaning.limit_of
        meaning = Meaning(limit, property=limit) if limit else self.meaning
        return replace(self, meaning=meaning, level="high", side="" if limit else self.side)

    def becomes(self, turn: str) -> Concept:
        """The concept after a change: a fall of what may be lost is a failure (`the decay of the capacity`)."""
        if turn in ("low", "bad") and self.meaning.lost and not self.level:
            lost = Meaning(self.meaning.lost, fails=self.meaning.lost, event=True, side="bad")
            return replace(self, meaning=lost, side="bad")
        return self.turned(turn)

    def turned(self, turn: str) -> Concept:
        """The concept after something was done to it: high, low, good, bad or prevent."""
        if turn == "prevent":
            return replace(self, prevented=not self.prevented)
        if self.meaning.event:
            averted = turn in ("low", "good") and not self.prevented
            return replace(self, prevented=True) if averted else self
        if turn in ("high", "low"):
            level = turn
            side = (
                "" if self.meaning.better not in ("high", "low") else "good" if turn == self.meaning.better else "bad"
            )
            return self._at(level, side)
        if turn in ("even", "uneven"):
            return replace(self, side="good" if turn == "even" else "bad") if self.meaning.better == "even" else self
        if self.meaning.better == "even":
            return replace(self, side=turn)
        if self.meaning.amount:
            return self._at({"good": "high", "bad": "low"}[turn], "")
        worse = {"high": "low", "low": "high"}.get(self.meaning.better, "")
        return self._at(self.meaning.better if turn == "good" else worse, turn)

    def _at(self, level: str, side: str) -> Concept:
        """The concept on a level and a side."""
        return Concept(self.meaning, self.start, self.end, level, side, self.prevented, self.denied)
