"""What a sentence speaks of, and what it leaves to the sentences before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..annotations import Sentence
from ..lexicon import subject_words
from ..materials import MaterialMention
from ..names import Names
from . import subject_patterns as patterns
from .ellipsis import complete, host_of


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence leaves unsaid.

    Args:
        names: how the document's names are understood.
        topic: what the sentence before was about.
        electrolyte: the electrolyte last spoken of in the section.
        cell: the cell that the sentence before writes out.
        host: what the treated material last spoken of was made of.
    """

    names: Names
    topic: MaterialMention | None = None
    electrolyte: MaterialMention | None = None
    cell: MaterialMention | None = None
    host: str | None = None

    def complete(self, sentence: Sentence) -> Sentence:
        """The sentence with unsaid hosts of treated materials filled in."""
        return replace(sentence, materials=tuple(complete(sentence.text, sentence.materials, self.host)))

    def after(self, sentence: Sentence) -> Context:
        """The context of the next sentence."""
        spoken_of = candidates(sentence)
        electrolytes = [name for name in spoken_of if self.names.is_electrolyte(name.name)]
        named = [name for name in electrolytes if name.kind != "class"] or electrolytes
        cells = [name for name in sentence.materials if name.kind == "cell"]
        return Context(
            self.names,
            _topic(sentence, spoken_of) or self.topic,
            named[-1] if named else self.electrolyte,
            cells[-1] if cells else None,
            host_of(sentence.materials) or self.host,
        )

    def at_section(self) -> Context:
        """The context at the start of a section."""
        return Context(self.names, host=self.host)


def candidates(sentence: Sentence) -> list[MaterialMention]:
    """The mentions that can be subjects.

    Left out are surroundings, a class that only goes with the name beside it (`LLZO garnet electrolyte`, `the garnet
    LLZO`), and a metal that is part of another word (`Li dendrites`). An abbreviation in brackets behind its own long
    form is no second subject; where the long form is words, the abbreviation is the name.
    """
    found: list[MaterialMention] = []
    for mention in sentence.materials:
        gap = sentence.text[found[-1].end : mention.start] if found else "."
        if gap.strip() == "(" and sentence.text[mention.end : mention.end + 1] == ")":
            if found[-1].kind in ("name", "polymer", "class") or " " in found[-1].name:
                found[-1] = replace(found[-1], name=mention.name, kind=mention.kind)
            continue
        heads = mention.kind == "class" and gap in (" ", "-")
        part = mention.kind == "element" and patterns.PART_OF_WORD.match(sentence.after(mention.end, 30))
        if heads or part or mention.name in subject_words().surroundings:
            continue
        if gap == " " and found[-1].kind == "class":
            found.pop()
        found.append(mention)
    return found


def _topic(sentence: Sentence, spoken_of: list[MaterialMention]) -> MaterialMention | None:
    """What a sentence is about, for the sentence after it."""
    names = partners_left_out(sentence, spoken_of)
    return next((name for name in names if not in_phrase(sentence, name)), names[0] if names else None)


def is_counterpart(sentence: Sentence, mention: MaterialMention) -> bool:
    """Whether the words before a material make it the partner of the subject (`against A`)."""
    return patterns.COUNTERPART.search(sentence.before(mention.start)) is not None


def in_phrase(sentence: Sentence, mention: MaterialMention) -> bool:
    """Whether the words before a material make it an object and not the grammatical subject (`with A`)."""
    return patterns.PREPOSITION.search(sentence.before(mention.start, 60)) is not None


def partners_left_out(sentence: Sentence, names: list[MaterialMention]) -> list[MaterialMention]:
    """The names that are no partners; of `between A and B` both are."""
    kept: list[MaterialMention] = []
    partner: MaterialMention | None = None
    for name in names:
        joined = partner is not None and sentence.text[partner.end : name.start].strip() in ("and", "or", "anode and")
        if joined or is_counterpart(sentence, name):
            partner = name
        else:
            kept.append(name)
    return kept


def cannot_have(mention: MaterialMention, name: str) -> bool:
    """Whether an element is no subject of a property: no metal has an ionic conductivity, no voltage is that of Li."""
    if mention.kind != "element":
        return False
    return name in subject_words().never_of_an_element or (name == "voltage" and mention.name in ("Li", "Na"))
