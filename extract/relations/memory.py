"""What a sentence leaves to be understood from those before it, and from the heading of its section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...ontology.vocabulary import material_classes
from ..frames.concept import METALS
from ..frames.concepts import find_concepts
from ..frames.grammar import grammar
from ..frames.outcomes import turn_of
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from ..frames.word import Word
from ..materials import MaterialMention
from ..names import Names
from ..value_class import value_class
from .circles import is_kept, is_met_by, is_reaction
from .contacts import Pair, Pool
from .ends import End, as_ends
from .events import events
from .form_words import is_of
from .told import Draft, Told

_LAYERS = re.compile(r"\s?[|∣‖∥│]+\s?")
"""Between the layers of a cell: `Li|LPSC|Li`."""


@value_class
class Memory:
    """What has been spoken of.

    Args:
        names: how the document's names are understood.
        section: materials and classes that the headings name, outermost heading first.
        topic: what the sentence before was about.
        failures: failures that the sentence before ended with (names), for `this leads to`.
        challenged: materials or classes of whose challenges the sentence before spoke.
        pair: materials that the sentence before said to meet.
        layered: whether the sentence before spoke of an interphase.
        recent: materials that the sentence before named.
        metal: the metal of the anode that was spoken of last, for what is said to be reduced.
        home: the metal that the paper's title names.
        spoken: what the last sentence of the paragraph with a topic was about.
        solid: the electrolyte that was named last, in whatever paragraph.
    """

    names: Names
    section: tuple[MaterialMention, ...] = ()
    topic: tuple[MaterialMention, ...] = ()
    failures: tuple[str, ...] = ()
    challenged: tuple[MaterialMention, ...] = ()
    pair: Pair | None = None
    layered: bool = False
    recent: tuple[MaterialMention, ...] = ()
    metal: str | None = None
    home: str | None = None
    spoken: tuple[MaterialMention, ...] = ()
    solid: str | None = None

    def at_section(self, headings: Sequence[str]) -> Memory:
        """The memory at the start of a section."""
        named = tuple(mention for heading in headings for mention in self.names.in_heading(heading))
        return Memory(self.names, named, metal=metal_of(named) or self.home, home=self.home, solid=self.solid)

    @classmethod
    def of_paper(cls, names: Names, title: str) -> Memory:
        """The memory at the start of a paper."""
        metal = metal_of(names.in_heading(title))
        return cls(names, metal=metal, home=metal)

    def at_paragraph(self) -> Memory:
        """The memory at the start of a paragraph, in which no pair and no failure is spoken of yet."""
        return replace(self, pair=None, layered=False, recent=(), spoken=(), failures=(), challenged=())

    def after(self, told: Told, drafts: Sequence[Draft] = ()) -> Memory:
        """The memory for the next sentence.

        Args:
            told: the sentence.
            drafts: what was read in it.
        """
        topic = next((found for statement in told.statements if (found := subjects_of(statement.subjects))), ())
        return replace(
            self,
            topic=topic or self.topic,
            spoken=topic or self.spoken,
            failures=_said_last(told, self.names),
            challenged=_challenged(told),
            pair=self._met(told, drafts),
            layered=_speaks_of_layer(told),
            recent=told.sentence.materials or self.recent,
            metal=metal_of(told.sentence.materials) or self.metal,
            solid=self._solid_of(told.sentence.materials) or self.solid,
        )

    def _solid_of(self, mentions: Sequence[MaterialMention]) -> str | None:
        """The last electrolyte among mentions that is a material, of a cell that in it."""
        names = [name for each in reversed(mentions) if each.kind != "class" for name in parts_of(each)]
        return next((name for name in names if self.names.is_electrolyte(name)), None)

    def _met(self, told: Told, drafts: Sequence[Draft]) -> Pair | None:
        """The pair of which the sentence says that it reacts, else the one before, if no other material was named."""
        formed = [draft.arguments for draft in drafts if draft.kind in ("decomposition", "interphase")]
        if formed:
            against = next((each["against"].name for each in formed if each["against"] is not None), None)
            return Pair(tuple(dict.fromkeys(each["subject"].name for each in formed)), against)
        pool = Pool(self.names)
        for statement in told.statements:
            meets = is_reaction(statement) or is_kept(statement) or is_met_by(statement)
            if meets or _forms_layer(statement) or self._is_tested(statement):
                pool.add((*statement.opening, *statement.subjects, *statement.obliques, *statement.objects))
        found = pool.pair() or self._at_interface(told) or self._in_cell(told)
        return found if found is not None else None if told.sentence.materials else self.pair

    def _is_tested(self, statement: Statement) -> bool:
        """Whether a statement sets something against a cathode (`LPSCl after 10 cycles against NCM`)."""
        tied = (each for phrase in statement.phrases() for each in phrase.tree() if each.prep in ("against", "versus"))
        return any(self.names.is_cathode(mention.name) for each in tied for mention in each.materials)

    def _at_interface(self, told: Told) -> Pair | None:
        """The pair of which a sentence names the interface or the interphase (`the LLZO|LCO interface was imaged`)."""
        phrases = (each for statement in told.statements for phrase in statement.phrases() for each in phrase.tree())
        for phrase in phrases:
            mixed = is_of(phrase, "mixtures")
            if mixed or phrase.words[-1].text in grammar().lists["interface_nouns"]:
                pool = Pool(self.names)
                pool.add([phrase])
                pair = pool.pair()
                if pair is not None and pair.against is not None and (not mixed or pool.is_cathode(pair.against)):
                    return pair
        return None

    def _in_cell(self, told: Told) -> Pair | None:
        """The pair of a cell that a sentence writes out (`Li|Li3PS4|Li cells were opened`)."""
        for mention in told.sentence.materials:
            if mention.kind == "cell":
                return Pool.of_names(parts_of(mention), self.names).pair()
        return None

    def pairs_with(self, against: str | None) -> Iterator[tuple[Pair, float]]:
        """The pairs that a sentence may leave to be understood, the likeliest first, each with a share of confidence.

        Args:
            against: the counterpart that the sentence names itself, if any.
        """
        recent = self._pool(self.recent)
        if self.pair is not None:
            near = next((name for name in recent.counterparts if name not in self.pair.subjects), None)
            yield replace(self.pair, against=against or self.pair.against or near), 0.8
        fresh = any(mention.name == other.name for mention in self.spoken for other in self.recent)
        last = (self._pool(self.spoken), recent) if fresh else (recent, self._pool(self.spoken))
        beside = next(iter(recent.counterparts), None) if fresh else None
        for pool, sure in zip((*last, self._pool(self.section[-1:])), (0.75, 0.65, 0.6), strict=True):
            pair = pool.pair()
            if pair is not None and pool.own:
                yield replace(pair, against=against or pair.against or beside), sure

    def _pool(self, mentions: Sequence[MaterialMention]) -> Pool:
        """What mentions name, without kinds of cells, and without classes where materials are named."""
        named = [each for each in mentions if each.label != "DEVICE"]
        known = [each for each in named if each.kind != "class"] or named
        return Pool.of_names([name for each in known for name in parts_of(each)], self.names)


def _forms_layer(statement: Statement) -> bool:
    """`LiPON forms an interphase with lithium`."""
    return "form" in statement.verb.senses and any(is_of(each, "reaction_layers") for each in statement.objects)


def _speaks_of_layer(told: Told) -> bool:
    phrases = (each for statement in told.statements for phrase in statement.phrases() for each in phrase.tree())
    return any(is_of(each, "reaction_layers") for each in phrases)


def parts_of(mention: MaterialMention) -> list[str]:
    """The materials of a cell as it is written, else the material itself."""
    return _LAYERS.split(mention.name) if mention.kind == "cell" else [mention.name]


def metal_of(mentions: Sequence[MaterialMention]) -> str | None:
    """The last metal of an anode among mentions."""
    return next((mention.name for mention in reversed(mentions) if mention.name in METALS), None)


def classes_of(phrases: Sequence[NounPhrase]) -> tuple[MaterialMention, ...]:
    """The classes on which cells are based (`sulfide-based cells`)."""
    return tuple(
        MaterialMention(word.start, word.end, word.text, word.text, "class")
        for phrase in phrases
        for word, based in pairwise(phrase.words)
        if based.text == "based" and based.joined and word.text in material_classes()
    )


def subjects_of(phrases: Sequence[NounPhrase]) -> tuple[MaterialMention, ...]:
    """The materials that noun phrases name."""
    return tuple(mention for phrase in phrases for mention in cells_called(phrase) or specific_materials(phrase))


def cells_called(phrase: NounPhrase) -> list[MaterialMention]:
    """The kind of cells that brackets behind their long name call (`lithium metal batteries (LMBs)`).

    Args:
        phrase: the noun phrase.
    """
    if phrase.words[-1].text not in grammar().lists["cell_nouns"]:
        return []
    return [each for aside in phrase.asides for each in aside.materials if each.label == "DEVICE"]


_SHARES = frozenset({"rich", "poor", "deficient", "free", "containing"})
"""Words behind a hyphen that say how much of an element is in something (`nickel-rich cathodes`)."""


def specific_materials(phrase: NounPhrase) -> list[MaterialMention]:
    """The materials that a phrase names; of `the argyrodite Li6PS5Cl` and `the LPSC solid electrolyte` not the class.

    Args:
        phrase: the noun phrase.
    """
    found = list(phrase.materials)
    rich = {id(word.mention) for word, behind in pairwise(phrase.words) if behind.text in _SHARES and behind.joined}
    if rich:
        found = [mention for mention in found if id(mention) not in rich]
    if any(word.text == "based" and word.joined for word in phrase.words):
        found = [mention for mention in found if mention.name != "solid electrolyte"] or found
    if len(found) < 2:
        return found
    called = {id(word.mention) for word, behind in pairwise(phrase.words) if _is_called(word, behind)}
    called |= {id(behind.mention) for word, behind in pairwise(phrase.words) if _is_what_it_is(word, behind)}
    return [mention for mention in found if id(mention) not in called]


def _is_called(word: Word, behind: Word) -> bool:
    """Whether a word is the class of the material right behind it, which that only calls by name."""
    before, named = word.mention, behind.mention
    if getattr(named, "label", "") == "DEVICE":
        return False
    return (
        isinstance(before, MaterialMention)
        and isinstance(named, MaterialMention)
        and before.kind == "class" != named.kind
        and named.name not in METALS
        and not behind.joined
    )


def _is_what_it_is(word: Word, behind: Word) -> bool:
    """Whether a word only says of the material before it that it is an electrolyte (`the LPSC solid electrolyte`)."""
    named, said = word.mention, behind.mention
    if not isinstance(named, MaterialMention) or not isinstance(said, MaterialMention) or behind.joined:
        return False
    return said.name == "solid electrolyte" and named.label == "MATERIAL" and named.name not in METALS


def _said_last(told: Told, names: Names) -> tuple[str, ...]:
    """Failures that a sentence ends with: of its last statement that tells any, else those that do something in it."""
    for statement in reversed(told.statements):
        found = [end for end in events(statement, names) if end.kind != "way"]
        if found:
            return _failures(found)
    last = told.statements[-1] if told.statements else None
    if last is None or last.verb.passive or last.verb.denied or last.verb.lemma == "be" or turn_of(last):
        return ()
    return _failures([end for phrase in last.subjects for end in as_ends(find_concepts(phrase))])


def _failures(ends: Sequence[End]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(end.name for end in ends if end.kind == "failure" and not end.denied))


def _challenged(told: Told) -> tuple[MaterialMention, ...]:
    """The materials for which a sentence speaks of challenges (`pose challenges for sulfide-based cells`)."""
    nouns = grammar().lists["challenge_nouns"]
    for statement in told.statements:
        if any(phrase.words[-1].text in nouns for phrase in (*statement.objects, *statement.subjects)):
            behind = [phrase for phrase in statement.phrases() if phrase.prep in ("for", "of", "to", "in")]
            return classes_of(behind) or subjects_of(behind) or subjects_of(statement.subjects)
    return ()
