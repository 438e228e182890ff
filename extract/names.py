"""How one document's names are understood: its own abbreviations first, then the field's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..ontology.elements import elements
from ..ontology.materials import identify_among, plain_aliases
from ..ontology.meaning import Material
from ..ontology.model import Participant
from ..ontology.own_names import OwnNames
from .lexicon import subject_words
from .materials import MaterialMention, find_materials

_PARTS = re.compile(r"[@/+:]|-(?=[A-Z])")
"""Between the parts of a composite. Matches in `Li2S@Li7P3S11`, `PEO-LLZO`; must not match in `Li7-x`."""

_GLASS = re.compile(r"(?:Li|Na)2S.{1,3}(?:P2S5|SiS2|GeS2|B2S3|SnS2)|(?:P2S5|SiS2|GeS2|B2S3|SnS2).{1,3}(?:Li|Na)2S")
"""The two sulfides of which a sulfide glass is made. Matches in `75Li2S-25P2S5`."""

_ALKALI = frozenset({"Li", "Na", "K"})
"""The ions that solid electrolytes conduct."""


@dataclass(frozen=True, slots=True)
class Names:
    """A document's abbreviations and what its names mean.

    Args:
        aliases: what the document's own abbreviations of materials stand for.
        things: the document's own abbreviations of cells, layers and the like, which name no material, singular and
            plural, each with the form in which the document defines it.
        labels: labels of samples that the document does not define, each with what is known of it: one of their series
            that it does define, or the class of all that it calls so.
    """

    aliases: Mapping[str, str]
    things: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    _plain: OwnNames = field(init=False, repr=False, compare=False)
    _known: dict[str, Material] = field(default_factory=dict, repr=False, compare=False)
    _electrolytes: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    _participants: dict[str, Participant] = field(default_factory=dict, repr=False, compare=False)
    _in_headings: dict[str, tuple[MaterialMention, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the abbreviations plain once, for all names."""
        object.__setattr__(self, "_plain", plain_aliases(self.aliases))

    def identify(self, name: str) -> Material:
        """What a name means in this document."""
        if name not in self._known:
            self._known[name] = identify_among(name, self._plain)
        return self._known[name]

    def in_heading(self, heading: str) -> tuple[MaterialMention, ...]:
        """The materials that a heading or a title names, which is asked again for every section below it."""
        if heading not in self._in_headings:
            self._in_headings[heading] = tuple(find_materials(heading, self.aliases))
        return self._in_headings[heading]

    def participant(self, name: str) -> Participant:
        """A material as an argument of a claim; `bare LLZO` is LLZO."""
        if name not in self._participants:
            self._participants[name] = self._as_participant(self.things.get(name, name))
        return self._participants[name]

    def _as_participant(self, name: str) -> Participant:
        plain = name.removeprefix("bare ").removeprefix("pristine ").removeprefix("pure ")
        if plain != name and self.is_electrolyte(plain):
            name = plain
        return Participant(name=name, id=self.identify(name).id)

    def is_electrolyte(self, name: str) -> bool:
        """Whether a name means a solid electrolyte, or a class of them."""
        if name not in self._electrolytes:
            self._electrolytes[name] = self._conducts(name)
        return self._electrolytes[name]

    def _conducts(self, name: str) -> bool:
        name = self.labels.get(name, name)
        material = self.identify(name)
        families = subject_words().electrolyte_families
        if material.id in subject_words().electrolytes:
            return True
        if material.kind == "class":
            return material.name in families
        if _takes_up_charge(material):
            return False
        if material.family is not None:
            return material.family in families
        if material.material_class in ("polymer", "hydroborate"):
            return True
        if material.kind == "composite" and _GLASS.search(name):
            return True
        if material.kind == "composite":
            return any(self.is_electrolyte(part) for part in _PARTS.split(name) if part and part != name)
        parts = set(material.composition or ())
        ternary = len(parts) >= 3 and bool(parts & _ALKALI)
        return ternary and (
            material.material_class == "sulfide" or (material.material_class == "halide" and not parts & {"P", "B"})
        )

    def is_any_electrolyte(self, name: str) -> bool:
        """Whether a name means an electrolyte of a battery, solid or not."""
        return self.is_electrolyte(name) or self.identify(name).name in subject_words().other_electrolytes

    def conducts_ions(self, name: str) -> bool:
        """Whether a name means an electrolyte that has ions to conduct: `SrTiO3` has only the structure of one."""
        material = self.identify(name)
        still = material.material_class == "oxide" and material.composition and not _ALKALI & set(material.composition)
        return self.is_electrolyte(name) and not still

    def is_agent(self, name: str) -> bool:
        """Whether a name means what is put on or into an electrolyte: no electrolyte, electrode, cell or device."""
        material = self.identify(name)
        if material.kind == "name":
            of_cell = self.is_anode(name) or self.is_electrolyte(name)
            return " " not in name and name not in self.things and not of_cell
        if material.kind not in ("compound", "composite", "polymer") or self.is_electrolyte(name):
            return False
        families, metals = subject_words().electrode_families, subject_words().redox_metals
        if material.composition and metals.isdisjoint(material.composition) and material.material_class == "oxide":
            return True  # LiAlO2 has the structure of a cathode, but nothing that changes its charge
        return material.family not in families and material.material_class not in families

    def is_cathode(self, name: str) -> bool:
        """Whether a name means the active material of a cathode."""
        material, words = self.identify(name), subject_words()
        return material.family in words.cathode_families or material.id in words.cathodes or _takes_up_charge(material)

    def is_anode(self, name: str) -> bool:
        """Whether a name means an anode that stands for its cell: lithium, an alloy of it, silicon, coated lithium."""
        material = self.identify(name)
        if material.material_class == "Li alloy" or material.id in subject_words().anodes:
            return True
        return name.endswith(("-coated Li", "-protected Li", "-modified Li"))

    def material(self, name: str) -> Participant | None:
        """The material that a name means, or None where it is no material as far as is known."""
        material = self.identify(name)
        return Participant(name=name, id=material.id) if material.kind != "name" else None


def _takes_up_charge(material: Material) -> bool:
    """Whether an oxide or phosphate of an alkali metal has no other metals than those that change their charge."""
    parts = set(material.composition or ())
    if not parts & _ALKALI or "O" not in parts:
        return False
    metals = {part for part in parts - _ALKALI if part in elements() and elements()[part].kind == "metal"}
    return bool(metals) and metals <= subject_words().redox_metals
