"""How one document's names are understood: its own abbreviations first, then the field's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..ontology.materials import Material, identify
from ..ontology.model import Participant
from .lexicon import subject_words


@dataclass(frozen=True, slots=True)
class Names:
    """A document's abbreviations and what its names mean.

    Args:
        aliases: what the document's own abbreviations stand for.
    """

    aliases: Mapping[str, str]
    _known: dict[str, Material] = field(default_factory=dict, repr=False, compare=False)

    def identify(self, name: str) -> Material:
        """What a name means in this document."""
        if name not in self._known:
            self._known[name] = identify(name, self.aliases)
        return self._known[name]

    def participant(self, name: str) -> Participant:
        """A material as an argument of a claim; `bare LLZO` is LLZO."""
        plain = name.removeprefix("bare ").removeprefix("pristine ").removeprefix("pure ")
        if plain != name and self.is_electrolyte(plain):
            name = plain
        return Participant(name=name, id=self.identify(name).id)

    def is_electrolyte(self, name: str) -> bool:
        """Whether a name means a solid electrolyte, or a class of them."""
        material = self.identify(name)
        families = subject_words().electrolyte_families
        if material.kind == "class":
            return material.name in families
        if material.family is not None:
            return material.family in families
        ternary = material.composition is not None and len(material.composition) >= 3
        return material.material_class in ("polymer", "hydroborate") or (
            material.material_class == "halide" and ternary and not {"P", "B"} & set(material.composition or ())
        )

    def material(self, name: str) -> Participant | None:
        """The material that a name means, or None where it is no material as far as is known."""
        material = self.identify(name)
        return Participant(name=name, id=material.id) if material.kind != "name" else None
