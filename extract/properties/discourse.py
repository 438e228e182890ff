"""What a sentence speaks of, and what it leaves to the sentences before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ..annotations import Sentence
from ..lexicon import subject_words
from ..materials import MaterialMention
from ..names import Names
from ..value_class import value_class
from . import subject_patterns as patterns
from .coordination import coordinated
from .ellipsis import complete, host_of, pair_of, told_apart
from .headings import ANY_ELECTROLYTE, anode_of, electrolyte_of
from .roles import (
    anode_in,
    cells_built,
    electrolyte_met,
    formed_in,
    hosts_in,
    is_called_anode,
    is_counterpart,
    is_interface,
    is_special_anode,
    is_tested,
    layered_in,
)
from .swapped import with_part

_ABBREVIATED = re.compile(r"\s\([^()\s]{1,12}\)\s")
"""Between a name and the class that goes with it. Matches ` (LPSCl) `."""

_TO_CHOOSE = 2
"""So many names of electrolytes leave a choice."""


@value_class
class Context:
    """What a sentence leaves unsaid.

    Args:
        names: how the document's names are understood.
        topic: what the sentence before was about.
        electrolyte: the electrolyte last spoken of in the section.
        tested: the electrolyte last spoken of in the account of one study.
        anode: the anode last spoken of in the account of one study, where it is no plain lithium or sodium.
        cathode: the active material of a cathode last spoken of in that account.
        cell: the cell last written out in the account of one study.
        object: what the sentence that begins the account of a study names last, where English puts what is new.
        told: whose the last value of a cell or an interface was in that account.
        host: what the treated material last spoken of was made of.
        section: the electrolyte that the headings name, else the title.
        section_anode: the anode of its own kind that the innermost heading names.
        pair: the two that the sentence before named.
        built: the cell that the text last told how to build, which the sections beside that one are about as well.
        headings: those above.
        cited: whether the sentence before ends with the citation of a work, whose account it may close.
        added: names of what was said to be put into an electrolyte; no electrolytes themselves.
        layers: names of what was said to lie on something, to make up a layer or to form from others; no anodes.
    """

    names: Names
    topic: MaterialMention | None = None
    electrolyte: MaterialMention | None = None
    tested: MaterialMention | None = None
    anode: MaterialMention | None = None
    cathode: MaterialMention | None = None
    cell: MaterialMention | None = None
    object: MaterialMention | None = None
    told: MaterialMention | None = None
    host: str | None = None
    section: MaterialMention | None = None
    section_anode: MaterialMention | None = None
    layers: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    pair: tuple[MaterialMention, MaterialMention] | None = None
    built: MaterialMention | None = None
    headings: tuple[str, ...] = ()
    cited: bool = False

    def opened(self, sentence: Sentence) -> Context:
        """The context in which a sentence is read, without the study before where it opens the account of another."""
        start = sentence.after(sentence.start, 200)
        if not (patterns.OTHER_STUDY.search(start) or (self.cited and patterns.INDEFINITE.match(start))):
            return self
        return replace(
            self, topic=None, told=None, cell=None, object=None, tested=None, anode=self.section_anode, cathode=None
        )

    def complete(self, sentence: Sentence) -> Sentence:
        """The sentence with unsaid hosts of treated materials filled in, and the former and the latter understood."""
        whole = complete(sentence.text, sentence.materials, self.host, start=sentence.start, end=sentence.end)
        materials = told_apart(sentence, tuple(whole), self.pair)
        return sentence if materials == sentence.materials else replace(sentence, materials=materials)

    def after(
        self,
        sentence: Sentence,
        told: MaterialMention | None = None,
        conductor: MaterialMention | None = None,
        *,
        cited: bool = False,
    ) -> Context:
        """The context of the next sentence.

        Args:
            sentence: the sentence just read.
            told: whose the last value of a cell or an interface in it was.
            conductor: what it says to conduct ions, under a name that is not known for an electrolyte.
            cited: whether it ends with the citation of a work.
        """
        spoken_of = candidates(sentence)
        added = self.added | hosts_in(sentence, self.names).keys()
        own = [name for name in spoken_of if name.name not in added]
        electrolyte = conductor or self._electrolyte(sentence, own)
        built = cells_built(sentence, self.names)
        cells = [
            name for name in sentence.materials if name.kind == "cell" and not is_interface(sentence, name)
        ] + built
        formed = formed_in(sentence)
        products = {name.name for name in spoken_of if name.start in formed}
        layers = self.layers | layered_in(sentence) | products
        anodes = [
            name
            for name in spoken_of
            if name.start not in formed
            and is_special_anode(sentence, name, self.names, layers)
            and (name.kind != "element" or is_called_anode(sentence, name))
        ]
        anodes = anodes or [anode for cell in cells if (anode := anode_in(cell, self.names)) is not None]
        whole = [name for name in own if name.name not in layers] or spoken_of
        new = [name for name in whole if name.name not in self.names.things]
        topic = _topic(sentence, whole)
        known = self.electrolyte or self.section
        if topic is not None and known is not None and takes_up(sentence, topic, known, self.names):
            topic = known
        begins = patterns.NEW_STUDY.search(sentence.text, sentence.start, sentence.end) is not None
        return Context(
            self.names,
            topic or self.topic,
            electrolyte or self.electrolyte,
            electrolyte if electrolyte or begins else self.tested,
            anodes[-1] if anodes else self.section_anode if begins else self.anode,
            self._cathode(sentence, whole) or (None if begins else self.cathode),
            cells[-1] if cells else None if begins else self._cell_with(electrolyte),
            new[-1] if begins and new else None if begins else self.object,
            told or (None if begins or electrolyte or anodes else self.told),
            host_of(sentence.materials) or self.host,
            self.section,
            self.section_anode,
            layers,
            added,
            pair_of(sentence, spoken_of) or (None if spoken_of else self.pair),
            built[-1] if built else self.built,
            self.headings,
            cited,
        )

    def _cathode(self, sentence: Sentence, spoken_of: list[MaterialMention]) -> MaterialMention | None:
        """The cathode that a sentence is about: a treated one first, a subject before an object, no mere partner."""
        found = [
            name
            for name in partners_left_out(sentence, spoken_of)
            if name.kind in ("compound", "name", "composite") and self.names.is_cathode(name.name)
        ]
        found = [name for name in found if patterns.TREATED_HOST.search(name.name)] or found
        return next((name for name in found if not in_phrase(sentence, name)), found[-1] if found else None)

    def _cell_with(self, electrolyte: MaterialMention | None) -> MaterialMention | None:
        """The cell spoken of; with another electrolyte than that of the cell that was built, such a cell with that."""
        if electrolyte is None or self.built is None or self.cell is None or electrolyte.kind == "class":
            return self.cell
        meant = self.names.identify(electrolyte.name).id
        for cell in (self.cell, self.built):
            if any(self.names.identify(part).id == meant for part in cell.name.split("|")):
                return cell
        return with_part(self.built, electrolyte, self.names)

    def _electrolyte(self, sentence: Sentence, spoken_of: list[MaterialMention]) -> MaterialMention | None:
        """The electrolyte that a sentence is about: a named one before a class, a subject before an object."""
        met = (electrolyte_met(sentence, name, self.names) for name in spoken_of)
        found = [
            *(name for name in spoken_of if is_tested(sentence, name, self.names)),
            *(name for name in met if name),
        ]
        found = [name for name in found if name.kind != "class" or not _is_set_against(sentence, name)]
        named = [name for name in found if name.kind != "class"]
        before = self.electrolyte or self.section
        if not named and before is not None and any(takes_up(sentence, name, before, self.names) for name in found):
            return before
        named = named or found
        if len(named) < _TO_CHOOSE:
            return named[0] if named else None
        free = (name for name in named if not in_phrase(sentence, name) and not is_counterpart(sentence, name))
        return next(free, named[-1])

    def at_section(self, headings: Sequence[str], title: str = "") -> Context:
        """The context at the start of a section.

        Args:
            headings: those above it, outermost first.
            title: of the document, which is asked where no heading names an electrolyte.
        """
        electrolyte, anode = electrolyte_of(headings, title, self.names), anode_of(headings, self.names)
        beside = len(headings) > 1 and tuple(headings[:-1]) == self.headings[:-1]
        built = self.built if beside and electrolyte_of(headings[-1:], "", self.names) is None else None
        return Context(
            self.names,
            anode=anode,
            cell=built,
            host=self.host,
            section=electrolyte,
            section_anode=anode,
            built=built,
            headings=tuple(headings),
        )


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
            worded = found[-1].text.islower() and not any(character.isdigit() for character in found[-1].text)
            if found[-1].kind in ("name", "polymer", "class") or " " in found[-1].name or worded:
                found[-1] = replace(found[-1], name=mention.name, kind=mention.kind)
            continue
        owned = mention.kind == "element" and patterns.OWNED.search(sentence.before(mention.start, 8))
        heads = mention.kind == "class" and found and _is_said_of(sentence, found[-1], mention)
        part = mention.kind == "element" and patterns.PART_OF_WORD.match(sentence.after(mention.end, 30))
        share = patterns.SHARE_BEHIND.match(sentence.text, mention.end) is not None
        if heads or part or owned or share or mention.name in subject_words().surroundings:
            continue
        if found and found[-1].kind == "class" and (gap == " " or _is_apposed(sentence, found[-1], mention)):
            found.pop()
        found.append(mention)
    return found


def _is_apposed(sentence: Sentence, kind: MaterialMention, mention: MaterialMention) -> bool:
    """Whether a name between commas says which one of its class is meant (`a new garnet, A, is shown`)."""
    one = patterns.ONE_OF_KIND.search(sentence.before(kind.start, 40)) is not None
    joined = sentence.text[kind.end : mention.start] == ", "
    return one and joined and patterns.ASIDE_ENDS.match(sentence.after(mention.end)) is not None


def _is_said_of(sentence: Sentence, name: MaterialMention, mention: MaterialMention) -> bool:
    """Whether a class only tells what the name before it is (`A is a garnet`, `A-based polymer electrolytes`)."""
    gap = sentence.text[name.end : mention.start]
    if gap in (" ", "-") or _ABBREVIATED.fullmatch(gap):
        return True
    if name.kind == "class" and (mention.name not in ANY_ELECTROLYTE or name.name in ANY_ELECTROLYTE):
        return False
    return patterns.KIND_TOLD.fullmatch(sentence.text, name.end, mention.start) is not None


def _is_set_against(sentence: Sentence, mention: MaterialMention) -> bool:
    """Whether a class is only what others are compared with (`the highest among garnets`)."""
    return is_counterpart(sentence, mention) or patterns.AMONG.search(sentence.before(mention.start)) is not None


def takes_up(sentence: Sentence, mention: MaterialMention, before: MaterialMention, names: Names) -> bool:
    """Whether a class only takes up its member that was spoken of (`LLZO … the garnet`)."""
    if mention.kind != "class" or before.kind == "class" or mention.text.endswith("s"):
        return False
    member = names.identify(before.name)
    of_it = mention.name in (member.family, member.material_class, *ANY_ELECTROLYTE)
    return of_it and patterns.DEFINITE.search(sentence.before(mention.start, 40)) is not None


def _topic(sentence: Sentence, spoken_of: list[MaterialMention]) -> MaterialMention | None:
    """What a sentence is about, for the sentence after it."""
    names = partners_left_out(sentence, spoken_of)
    firsts = ((name, coordinated(sentence, names, index)[0]) for index, name in enumerate(names))
    return next((name for name, first in firsts if not in_phrase(sentence, first)), names[0] if names else None)


def in_phrase(sentence: Sentence, mention: MaterialMention) -> bool:
    """Whether the words before a material make it an object and not the grammatical subject (`with A`)."""
    return _is_governed(sentence.before(mention.start, 60))


@lru_cache(maxsize=64)  # asked for several reasons of each material of a sentence
def _is_governed(before: str) -> bool:
    return patterns.PREPOSITION.search(before.lower()) is not None


def subjects_among(sentence: Sentence, names: Sequence[MaterialMention]) -> list[MaterialMention]:
    """The names that no phrase makes an object; of `with A and B` neither is left."""
    kept: list[MaterialMention] = []
    last: MaterialMention | None = None
    for name in names:
        joined = last is not None and patterns.AND.fullmatch(sentence.text, last.end, name.start) is not None
        if joined or in_phrase(sentence, name):
            last = name
        else:
            kept.append(name)
            last = None
    return kept


def partners_left_out(sentence: Sentence, names: list[MaterialMention]) -> list[MaterialMention]:
    """The names that are no partners; of `between A and B` both are."""
    kept: list[MaterialMention] = []
    partner: MaterialMention | None = None
    for name in names:
        joined = partner is not None and sentence.text[partner.end : name.start].strip() in (
            "and",
            "or",
            "and/or",
            "anode and",
        )
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
