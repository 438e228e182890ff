"""What an intervention is said to bring: properties for the better or worse, failures done away with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ...frames.concept import Concept
from ...frames.concepts import find_concepts, predicate_concept
from ...frames.happenings import happenings, states, told_by_verb
from ...frames.meanings import Meaning, concept_words
from ...frames.outcomes import outcomes, turn_of, with_examples
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from .amounts import by_numbers, plain_concepts, reached, set_against
from .owners import is_supposed
from .signs import signs_in
from .words import in_list

_CHANGES = frozenset({"increase", "decrease", "improve", "worsen"})
"""Senses of verbs whose subject changes where they have no object (`the resistance decreased`)."""

_HOLDS = frozenset({"keep", "hold"})
"""Verbs whose objects may be kept away as well as kept."""

_REACTS = Meaning("side_reaction", fails="side_reaction", event=True, side="bad")
"""What an anode that `hardly reduces sulfides` does not bring."""

_OF_THE_LAYER = frozenset({"ionic_conductivity", "electronic_conductivity", "modulus", "shear_modulus"})
"""Qualities that a layer is said to have itself."""


@dataclass(slots=True)
class Effects:
    """Names of what gets better, worse and prevented, in the order of the text.

    Args:
        improves: properties and effects for the better.
        worsens: for the worse.
        mitigates: failures done away with.
        denied: the same statements denied (`does not improve wettability`).
    """

    improves: dict[str, int] = field(default_factory=dict)
    worsens: dict[str, int] = field(default_factory=dict)
    mitigates: dict[str, int] = field(default_factory=dict)
    denied: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.improves or self.mitigates or self.worsens)

    def take(self, concept: Concept) -> None:
        """Add what a statement says of a failure or quality."""
        kind, name = _kind(concept)
        if not name:
            return
        if concept.denied and kind != "absent":
            self.denied.append((kind, name))
            return
        table = {"improves": self.improves, "worsens": self.worsens}.get(kind, self.mitigates)
        table.setdefault(name, concept.start)

    def repeats(self, other: Effects) -> bool:
        """Whether another sentence said more than half of it."""
        said = [
            name in theirs
            for mine, theirs in (
                (self.improves, other.improves),
                (self.worsens, other.worsens),
                (self.mitigates, other.mitigates),
            )
            for name in mine
        ]
        return 2 * sum(said) > len(said)

    def add(self, other: Effects) -> None:
        """Unite with the effects of another sentence."""
        for mine, theirs in (
            (self.improves, other.improves),
            (self.worsens, other.worsens),
            (self.mitigates, other.mitigates),
        ):
            for name, place in theirs.items():
                mine.setdefault(name, place)
        self.denied.extend(other.denied)


def _kind(concept: Concept) -> tuple[str, str]:
    """What a concept says about an intervention: improves, worsens, mitigates or absent (`no dendrites`); its name."""
    meaning = concept.meaning
    if concept.failure:
        if concept.prevented:
            return "mitigates", concept.failure
        if concept.denied:
            return "absent", concept.failure
        return ("worsens", meaning.improves or "") if not meaning.event else ("", "")
    if concept.side == "good" and not concept.prevented:
        fails = "" if in_list("no_failures", meaning.name) else meaning.fails or ""
        return ("improves", meaning.improves) if meaning.improves else ("mitigates", fails)
    if concept.side == "bad" and meaning.improves:
        return "worsens", meaning.improves
    return "", ""


def said_of(statement: Statement, category: str = "") -> list[Concept]:
    """The failures and qualities that a statement says something about, as they are said to become.

    Args:
        statement: the statement.
        category: of the intervention; how well a layer itself conducts is none of its effects.
    """
    found = list(outcomes(statement))
    if statement.verb.lemma in _HOLDS:
        found = [concept for concept in found if not concept.meaning.event]
    if in_list("evens", statement.verb.lemma):
        named = [concept for phrase in statement.patients for concept in find_concepts(phrase)]
        found = found or [concept for concept in named if concept.meaning.better == "even"]
    if not found and not statement.objects and statement.verb.senses & _CHANGES and not statement.verb.passive:
        found = outcomes(statement, statement.subjects)
    found = [*reached(statement), *found]
    if not found and statement.verb.lemma not in _HOLDS:
        found = [concept for concept in _of_subject(statement) if not concept.meaning.event or concept.denied]
    found = list(set_against(statement)) or found
    found = [_ensured(concept, statement) for concept in found]
    told = any(concept.side or concept.level or concept.meaning.event for concept in found)
    found = found if told else by_numbers(statement) or found
    if category == "densification":
        found = [_denser(concept, statement) for concept in found] or list(_dense(statement))
    elif statement.verb.lemma in _RENDERS:
        found = [_rendered(concept, statement) for concept in found]
    if "caused_by" in statement.verb.senses:
        found += [concept for phrase in statement.subjects for concept in find_concepts(phrase) if _is_good(concept)]
    found += [concept for phrase in statement.objects if (concept := predicate_concept(phrase)) is not None]
    found += _beside(statement)
    if category.startswith("interlayer") and "have" in statement.verb.senses:
        return [concept for concept in found if concept.meaning.name not in _OF_THE_LAYER]
    return found


def _beside(statement: Statement) -> Iterator[Concept]:
    """The good that stands behind a preposition: `with a low resistance`, `without dendrites`.

    What is only described by it is not bettered, unless it is what the intervention gives.
    """
    described = [each for phrase in (*statement.subjects, *statement.objects) for each in phrase.tree()]
    gives = in_list("gives_layer", statement.verb.lemma) or in_list("equips", statement.verb.lemma)
    gives = gives and not statement.verb.passive
    for phrase in (*statement.obliques, *statement.opening):
        if phrase.prep == "with" and not gives and any(phrase is each for each in described):
            continue
        if phrase.prep in ("for", "with", "toward", "towards", "without", "to"):
            yield from (each for each in find_concepts(phrase) if _is_good(each) and _is_head(each, phrase))


def _of_subject(statement: Statement) -> Iterator[Concept]:
    """What a statement without an outcome says of its subject.

    `no voids were seen`, `the cell did not short-circuit`, `the contact is intimate`, `the overpotential stayed flat`,
    `hardly reduces sulfides`.
    """
    told = told_by_verb(statement)
    if told is not None:
        yield told
    elif statement.verb.denied and (absent := [concept for concept in happenings(statement) if concept.denied]):
        yield from absent
    elif statement.verb.denied and in_list("reacting", statement.verb.lemma) and _names_material(statement.patients):
        yield Concept(_REACTS, statement.start, statement.verb.end, side="bad", denied=True)
    elif statement.verb.lemma == "be" or "be" in statement.verb.senses:
        yield from states(statement)
        steady = any(in_list("steady", word.text) for phrase in statement.objects for word in phrase.words)
        for concept in plain_concepts(statement.subjects) if steady and statement.verb.lemma != "be" else ():
            yield concept.turned("good")
    elif statement.verb.passive or not statement.objects:
        yield from (concept for phrase in statement.subjects for concept in find_concepts(phrase) if concept.denied)


def _names_material(phrases: Iterable[NounPhrase]) -> bool:
    return any(phrase.materials for phrase in phrases)


def _denser(concept: Concept, statement: Statement) -> Concept:
    """The density of what is densified is its relative density, which is good where it is nearly that of a crystal."""
    if concept.meaning.name == "relative_density" and not (concept.side or concept.level):
        every = [quantity for phrase in statement.phrases() for quantity in phrase.quantities if quantity.unit == "%"]
        return concept.turned("good") if any(quantity.low >= _DENSE for quantity in every) else concept
    if concept.meaning.name != "density" or concept.level != "high":
        return concept
    return replace(concept, meaning=_DENSITY, side="good")


def _dense(statement: Statement) -> Iterator[Concept]:
    """`Spark plasma sintering produced dense LATP`, `LATP was densified to 97%`."""
    for phrase in statement.oblique("to") if in_list("densifies", statement.verb.lemma) else ():
        if any(quantity.unit == "%" and quantity.low >= _DENSE for quantity in phrase.quantities):
            yield Concept(_DENSITY, phrase.start, phrase.end, side="good", denied=statement.verb.denied)
    for phrase in statement.objects if statement.verb.senses & {"form", "enable"} else ():
        for word in phrase.words[:-1]:
            if in_list("dense", word.text) and not statement.verb.denied:
                yield Concept(_DENSITY, word.start, word.end, side="good")


_RENDERS = frozenset({"make", "render", "keep"})
"""Verbs behind whose object stands how it is made."""


def _rendered(concept: Concept, statement: Statement) -> Concept:
    """`makes the contact conformal`: the quality with the side that is told behind it."""
    for phrase in statement.objects:
        degree = concept_words().degrees.get(phrase.words[-1].text, "") if phrase.start <= concept.start else ""
        if (
            degree in ("good", "bad", "high", "low")
            and concept.end < phrase.end
            and not (concept.side or concept.level)
        ):
            return concept.turned(degree)
    return concept


_DENSE = 90.0
"""Percent of the density of a crystal from which on a pellet is dense."""

_DENSITY = Meaning("relative_density", improves="relative_density")


def _ensured(concept: Concept, statement: Statement) -> Concept:
    """`ensures contact`, `tolerates a high current`: what is made possible is meant in its good side."""
    if in_list("bears", statement.verb.lemma) and concept.meaning.better == "high" and not concept.meaning.event:
        return concept.turned("good")
    if concept.meaning.better == "even" and not concept.side:
        evens = in_list("evens", statement.verb.lemma) or turn_of(statement) == "good"
        return concept.turned("even") if evens else concept
    if concept.side or concept.level or concept.meaning.better != "high" or concept.meaning.event:
        return concept
    kept = in_list("keeps", statement.verb.lemma) and concept.meaning.name in _OF_THE_LAYER
    return concept.turned("good") if in_list("ensures", statement.verb.lemma) and not kept else concept


def _is_head(concept: Concept, phrase: NounPhrase) -> bool:
    """Whether a phrase is about a quality, and not only described by it (`with flexible substrates`)."""
    return concept.meaning.event or concept.end >= phrase.end or concept.start >= phrase.end


def _is_bad(concept: Concept) -> bool:
    return concept.side == "bad" and not concept.meaning.event and not concept.prevented and not concept.denied


def _is_good(concept: Concept) -> bool:
    failure = concept.failure is not None
    return (concept.side == "good" and not concept.prevented) or (failure and (concept.prevented or concept.denied))


def effects_of(statements: Iterable[Statement], category: str = "") -> Effects:
    """What statements say together."""
    effects = Effects()
    for statement in (each for each in statements if not is_supposed(each)):
        kept_from = statement.link == "gerund" and statement.subordinator == "from"
        kept_from = kept_from or (statement.verb.denied and "cause" in statement.verb.senses)
        for concept in () if kept_from else said_of(statement, category):
            if not _is_bad(concept) or turn_of(statement) in ("bad", "high", "low"):
                effects.take(concept)
        for kind, name, place in () if statement.verb.denied else signs_in(statement):
            table = effects.improves if kind == "improves" else effects.mitigates
            table.setdefault(name, place)
    return effects


def overcomes_these(statements: Iterable[Statement]) -> bool:
    """Whether statements say that what was just named is done away with (`to overcome these issues`)."""
    return any(
        phrase.determiner in ("these", "this", "such", "those", "both") and in_list("troubles", phrase.words[-1].text)
        for statement in statements
        if "prevent" in statement.verb.senses and not statement.verb.denied
        for phrase in statement.patients
    )


def solves_trouble(statements: Iterable[Statement]) -> bool:
    """Whether an intervention is said to do away with what is only called a problem (`This problem is solved`)."""
    solved = (each.patients for each in statements if "prevent" in each.verb.senses and not each.verb.denied)
    return any(in_list("troubles", phrase.words[-1].text) for phrases in solved for phrase in phrases)


def troubles_in(statements: Iterable[Statement]) -> dict[str, int]:
    """The failures that statements speak of as such, with their places."""
    found: dict[str, int] = {}
    for statement in statements:
        for phrase in with_examples(statement.phrases()):
            for each in with_examples(phrase.tree()):
                for concept in find_concepts(each):
                    if concept.failure is not None and not (concept.prevented or concept.denied):
                        found.setdefault(concept.failure, concept.start)
    return found


def effects_of_lack(statements: Iterable[Statement]) -> Effects:
    """What is done away with by what statements say to happen without it (`Without the layer, dendrites grew`)."""
    effects = Effects()
    for statement in statements:
        for concept in happenings(statement):
            if concept.failure is not None and not (concept.denied or concept.prevented):
                effects.mitigates.setdefault(concept.failure, concept.start)
    return effects


def is_said_to_work(statements: Iterable[Statement]) -> bool:
    """Whether an intervention is said to be effective, without saying for what (`has proven effective`)."""
    return any(
        in_list("effective", word.text)
        for statement in statements
        if not statement.verb.denied and (statement.verb.lemma == "be" or statement.verb.senses & {"be", "have"})
        for phrase in statement.objects
        for word in phrase.words
    )
