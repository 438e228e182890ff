"""What a material's name means, as one value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Material:
    """What a name means.

    Args:
        id: the same for every name of the material; case counts.
        name: the name in plain ASCII; abbreviations stay, an English name becomes the usual short name.
        formula: plain formula, where it has one.
        composition: element symbol to exact amount (`{"Li": "7-x"}`), where it has a formula.
        kind: compound, glass, composite, cell, class, element, polymer, potential or name.
        family: structure family (garnet, argyrodite, …), where known.
        material_class: chemical class (sulfide, oxide, polymer, …), where known.
        stands_for: the long form, for an abbreviation.
    """

    id: str
    name: str
    formula: str | None = None
    composition: Mapping[str, str] | None = field(default=None, hash=False)
    kind: str = "name"
    family: str | None = None
    material_class: str | None = None
    stands_for: str | None = None

    @property
    def core(self) -> str:
        """The identifier without its prefix."""
        return self.id.partition(":")[2]


def folded(name: str) -> str:
    """A name that nothing is known of: English words in lower case, acronyms and formulas as they are."""
    return re.sub(r"\b[A-Z][a-z]{3,}\b", lambda match: match[0].lower(), name)
