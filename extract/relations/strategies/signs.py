"""Effects told without the name of a failure or a quality: `kept from being reduced`, `cycled for 500 h`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from ...frames.concepts import find_concepts
from ...frames.meanings import concept_words
from ...frames.outcomes import turn_of
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from .agents import METALS
from .words import has_any, in_list, matter_of, strategy_words

Sign = tuple[str, str, int]
"""Kind (improves or mitigates), name, clean position."""

Rule = Callable[[Statement], Iterator[Sign]]


def signs_in(statement: Statement) -> Iterator[Sign]:
    """The effects that a statement tells in other words.

    Args:
        statement: one that is not denied.
    """
    for rule in _woken_by(statement.verb.lemma):
        yield from rule(statement)


@lru_cache(maxsize=16384)
def _woken_by(lemma: str) -> tuple[Rule, ...]:
    """The rules that a verb wakes, in the order in which they are asked."""
    return tuple(
        rule for rule, verbs in _RULES if not verbs or lemma in verbs or any(in_list(name, lemma) for name in verbs)
    )


def _of_things(statement: Statement) -> Iterator[Sign]:
    """`stabilizes the interface`, `forms a stable SEI`, `prevents the reduction of LATP`, `blocks electrons`."""
    turn = turn_of(statement)
    shields = in_list("shields", statement.verb.lemma)
    makes = turn == "good" or bool(statement.verb.senses & {"form", "enable", "cause"})
    for phrase in statement.patients:
        last = phrase.words[-1].text
        if find_concepts(phrase):
            continue
        better = turn == "good" or shields or _is_good(phrase)
        if (makes or shields) and in_list("stable_things", last) and better:
            stiffens = in_list("stiffens", statement.verb.lemma) and not in_list("seis", last)
            yield "improves", "mechanical_strength" if stiffens else "interfacial_stability", phrase.start
        if turn == "prevent" and in_list("reactions", last):
            yield "mitigates", "side_reaction", phrase.start
        if turn == "prevent" and has_any("electrons", phrase.words):
            yield "mitigates", "electronic_leakage", phrase.start


def _is_good(phrase: NounPhrase) -> bool:
    degrees = concept_words().degrees
    return any(degrees.get(word.text) == "good" for word in phrase.words)


def _kept_from(statement: Statement) -> Iterator[Sign]:
    """`keeps LATP from being reduced`, `protects Al from corrosion`, `protects LPSC from moisture`."""
    doing = statement.parent if statement.link == "gerund" and statement.subordinator == "from" else None
    reacts = statement.verb.passive and in_list("reacting", statement.verb.lemma)
    if doing is not None and reacts and in_list("keeps_from", doing.verb.lemma):
        yield "mitigates", "side_reaction", statement.start
    if not in_list("keeps_from", statement.verb.lemma):
        return
    behind = [each for phrase in statement.objects for each in phrase.tree() if each.prep in ("from", "against")]
    for phrase in (*behind, *statement.oblique("from", "against")):
        if has_any("airs", phrase.words):
            yield "improves", "air_stability", phrase.start
        if in_list("reactions", phrase.words[-1].text):
            yield "mitigates", "side_reaction", phrase.start
        for concept in find_concepts(phrase):
            if concept.failure is not None and not concept.prevented:
                yield "mitigates", concept.failure, concept.start
        if in_list("shields", statement.verb.lemma) and phrase.materials and not has_any("airs", phrase.words):
            yield "mitigates", "side_reaction", phrase.start


def _of_pressure(statement: Statement) -> Iterator[Sign]:
    """`enables operation at low stack pressure`, `reduces the stack pressure`: less pressure is needed."""
    places = statement.oblique("at", "under") if statement.verb.senses & {"enable", "improve"} else []
    lowered = statement.patients if turn_of(statement) in ("low", "prevent") else []
    for phrase in statement.oblique("without"):
        for concept in (concept for each in phrase.tree() for concept in find_concepts(each)):
            if concept.meaning.name == "pressure" and concept.level == "high":
                yield "improves", "pressure", concept.start
    enabled = [each for each in statement.objects if statement.verb.senses & {"enable", "improve"}]
    runs = [each for each in enabled if in_list("operations", each.words[-1].text)]
    for phrase in (*places, *lowered, *runs):
        for concept in find_concepts(phrase):
            lower = phrase in lowered and concept.level != "high"
            if concept.meaning.name == "pressure" and (lower or concept.level == "low"):
                yield "improves", "pressure", concept.start


def _of_cycling(statement: Statement) -> Iterator[Sign]:
    """`the cells cycled stably`, `ran for more than 1000 h`, `survived 500 cycles`."""
    if not in_list("running", statement.verb.lemma) or statement.verb.passive:
        return
    stably = any(word.text in ("stably", "steadily") for word in statement.verb.words) or "stably" in statement.adverbs
    told = (*statement.oblique("for", "over", "at"), *statement.objects)
    phrases = [each for phrase in told for each in phrase.tree()]
    spans = [quantity for phrase in phrases for quantity in phrase.quantities if quantity.unit in ("h", "cycles")]
    if stably or spans:
        yield "improves", "cycling_stability", statement.start


def _of_dirt(statement: Statement) -> Iterator[Sign]:
    """`The acid dissolved the carbonates`; what was dissolved in it may be a step of a synthesis."""
    for phrase in () if statement.verb.passive else statement.objects:
        if has_any("contaminants", matter_of(phrase)):
            yield "mitigates", "surface_contamination", phrase.start


def _of_barriers(statement: Statement) -> Iterator[Sign]:
    """`acts as a barrier against dendrites`, `provides protection against moisture`."""
    for phrase in (*statement.objects, *statement.oblique("as")):
        if in_list("barriers", phrase.words[-1].text):
            for each in (one for one in phrase.modifiers if one.prep in ("against", "to", "from", "for")):
                if has_any("airs", each.words):
                    yield "improves", "air_stability", each.start
                for concept in find_concepts(each):
                    if concept.failure is not None and not concept.prevented:
                        yield "mitigates", concept.failure, concept.start


_MEANT = {
    "conductivity": ("ionic_conductivity", "high"),
    "areal_resistance": ("interfacial_resistance", "low"),
    "current_density": ("critical_current_density", "high"),
}
"""Dimension of a number to the property that `it` stands for, and the side on which a change of it is good."""


def _of_it(statement: Statement) -> Iterator[Sign]:
    """`increases it to 1 mS/cm`: the unit tells what the pronoun stands for."""
    for phrase in statement.patients:
        if phrase.words[-1].text not in ("it", "this", "them"):
            continue
        every = [each for part in (phrase, *statement.obliques) for each in part.tree()]
        for quantity in (quantity for each in every for quantity in each.quantities):
            name, good = _MEANT.get(quantity.dimension, ("", ""))
            if name and turn_of(statement) in (good, "good"):
                yield "improves", name, phrase.start


def _of_gaps(statement: Statement) -> Iterator[Sign]:
    """`closes most of the voids`, `closes pores`."""
    if not in_list("closes", statement.verb.lemma):
        return
    for phrase in statement.patients:
        for each in phrase.tree():
            if has_any("pores", each.words):
                yield "mitigates", "void_formation", each.start
            for concept in find_concepts(each):
                if concept.failure is not None and in_list("gaps", concept.failure) and not concept.prevented:
                    yield "mitigates", concept.failure, concept.start


def _kept_away(statement: Statement) -> Iterator[Sign]:
    """`keeps voids away`, `keeps electrons out of the grain boundaries`."""
    if statement.verb.lemma not in ("keep", "hold"):
        return
    for phrase in statement.objects:
        behind = any(
            each.prep in ("out of", "off", "away from", "from") for each in (*phrase.tree(), *statement.obliques)
        )
        if not (behind or in_list("away", phrase.words[-1].text)):
            continue
        if has_any("electrons", phrase.words):
            yield "mitigates", "electronic_leakage", phrase.start
        for concept in find_concepts(phrase):
            if concept.failure is not None and not concept.prevented:
                yield "mitigates", concept.failure, concept.start


def _of_retention(statement: Statement) -> Iterator[Sign]:
    """`retained 91% of its capacity`, `96% of the capacity was left`."""
    stays = in_list("keeps", statement.verb.lemma) or (statement.verb.passive and statement.verb.lemma == "leave")
    if not (stays or statement.verb.lemma == "remain"):
        return
    for phrase in (*statement.objects, *statement.subjects):
        of_capacity = any(
            concept.meaning.name == "capacity" for each in phrase.tree() for concept in find_concepts(each)
        )
        if of_capacity and any(quantity.unit == "%" for quantity in phrase.quantities):
            yield "improves", "capacity_retention", phrase.start


def _of_evenness(statement: Statement) -> Iterator[Sign]:
    """`Li is deposited uniformly`, `spreads the current evenly`."""
    words = {*statement.adverbs, *(word.text for word in statement.verb.words)}
    if not words & strategy_words().lists["evenly"]:
        return
    flows = any(concept.meaning.name in _FLOWS for phrase in statement.objects for concept in find_concepts(phrase))
    if flows or in_list("deposits", statement.verb.lemma):
        yield "improves", "uniform_deposition", statement.start


def _of_sheets(statement: Statement) -> Iterator[Sign]:
    """`Li is plated as a dense sheet`, `deposits in a smooth layer`."""
    if not in_list("deposits", statement.verb.lemma):
        return
    for phrase in statement.oblique("as", "in", "into"):
        if any(concept_words().degrees.get(word.text) == "even" for word in phrase.words[:-1]):
            yield "improves", "uniform_deposition", phrase.start


def _of_conducting(statement: Statement) -> Iterator[Sign]:
    """`conducts better`."""
    if statement.verb.lemma == "conduct" and {"better", "faster"} & {
        *statement.adverbs,
        *(word.text for phrase in statement.objects for word in phrase.words),
    }:
        yield "improves", "ionic_conductivity", statement.start


_OF_ENERGY = frozenset({"energy_density_volume", "specific_energy"})
"""Dimensions of an energy density."""


def _of_energy(statement: Statement) -> Iterator[Sign]:
    """`offers more than 900 Wh/L`."""
    if in_list("ensures", statement.verb.lemma):
        every = [each for phrase in statement.objects for each in phrase.tree()]
        if any(quantity.dimension in _OF_ENERGY for each in every for quantity in each.quantities):
            yield "improves", "energy_density", statement.start


_FLOWS = frozenset({"current_density", "deposition"})
"""Qualities that are better even."""


def _of_loads(statement: Statement) -> Iterator[Sign]:
    """`takes up the load`, `bears the stress of swelling`."""
    if in_list("carries", statement.verb.lemma):
        for phrase in statement.patients:
            if has_any("loads", phrase.words):
                yield "improves", "mechanical_strength", phrase.start


def _of_currents(statement: Statement) -> Iterator[Sign]:
    """`survives a current of 2 mA cm-2`, `tolerates 3 mA cm-2`."""
    if in_list("bears", statement.verb.lemma) and not statement.verb.passive:
        every = [each for phrase in statement.objects for each in phrase.tree()]
        if any(quantity.dimension == "current_density" for each in every for quantity in each.quantities):
            yield "improves", "critical_current_density", statement.start


def _of_releases(statement: Statement) -> Iterator[Sign]:
    """`releases less H2S`, `sets free hardly any H2S`."""
    if in_list("releases", statement.verb.lemma):
        for phrase in statement.patients:
            words = {*statement.adverbs, *(word.text for word in phrase.words)}
            if words & strategy_words().lists["fewer"] and any(mention.name == "H2S" for mention in phrase.materials):
                yield "improves", "air_stability", phrase.start


def _of_wetting(statement: Statement) -> Iterator[Sign]:
    """`wets the garnet`, `turns LLZO from lithiophobic to lithiophilic`."""
    wets = statement.verb.lemma == "wet" and any(phrase.materials for phrase in statement.patients)
    metal = any(mention.name in METALS for phrase in statement.subjects for mention in phrase.materials)
    wets = wets or (metal and statement.verb.lemma == "wet")
    if wets or (metal and statement.verb.lemma == "spread"):
        yield "improves", "wettability", statement.start
    for phrase in statement.oblique("to", "into"):
        for concept in find_concepts(phrase) if statement.verb.lemma in ("turn", "change", "go") else ():
            if concept.meaning.name == "wettability" and concept.side == "good":
                yield "improves", "wettability", concept.start


def _of_what_is_replaced(statement: Statement) -> Iterator[Sign]:
    """`replacing flammable liquid electrolytes with …`: a failure of what is replaced goes with it."""
    if not in_list("swaps", statement.verb.lemma):
        return
    for phrase in statement.patients:
        texts = {text for mention in phrase.materials for text in mention.text.lower().split()}
        if texts & strategy_words().lists["flammable"]:
            yield "improves", "nonflammability", phrase.start
        for concept in find_concepts(phrase):
            if concept.failure is not None and not concept.prevented:
                yield "mitigates", concept.failure, concept.start


_RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (_of_things, frozenset()),
    (_kept_from, frozenset({"keeps_from", "reacting"})),
    (_of_pressure, frozenset()),
    (_of_cycling, frozenset({"running"})),
    (_of_dirt, frozenset({"takes_off"})),
    (_of_barriers, frozenset({"stands_there"})),
    (_of_it, frozenset()),
    (_of_gaps, frozenset({"closes"})),
    (_kept_away, frozenset({"keep", "hold"})),
    (_of_retention, frozenset({"keeps", "leave", "remain"})),
    (_of_evenness, frozenset()),
    (_of_wetting, frozenset({"wet", "spread", "turn", "change", "go"})),
    (_of_loads, frozenset({"carries"})),
    (_of_currents, frozenset({"bears"})),
    (_of_releases, frozenset({"releases"})),
    (_of_sheets, frozenset({"deposits"})),
    (_of_conducting, frozenset({"conduct"})),
    (_of_energy, frozenset({"ensures"})),
    (_of_what_is_replaced, frozenset({"swaps"})),
)
"""The rules, each with the verbs that wake it, by base form or by the list that has them; with none every verb does."""
