"""A document's own abbreviations, by which what its names mean is kept."""

from __future__ import annotations

from collections.abc import Mapping


class OwnNames:
    """Abbreviations with their long forms, all in plain spelling; equal where they say the same.

    Its hash is worked out once: every name of a document is looked up together with all its abbreviations.

    Args:
        long_forms: abbreviation to long form.
    """

    __slots__ = ("_hash", "_without", "long_forms")

    def __init__(self, long_forms: Mapping[str, str]) -> None:
        self.long_forms = dict(long_forms)
        self._hash = hash(frozenset(self.long_forms.items()))
        self._without: dict[str, OwnNames] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnNames) and self.long_forms == other.long_forms

    def __hash__(self) -> int:
        return self._hash

    def without(self, short: str) -> OwnNames:
        """All but one of them; many names have the same abbreviation in them."""
        if short not in self._without:
            self._without[short] = OwnNames({name: long for name, long in self.long_forms.items() if name != short})
        return self._without[short]
