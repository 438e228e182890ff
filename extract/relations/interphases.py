"""Interphases: which kind (stable, mixed-conducting, metastable) a pair of materials forms where it meets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..frames.concept import METALS
from ..frames.own_concepts import singular
from .circles import circles
from .circumstances import is_electrode
from .contacts import Pair, Pool
from .decomposition import find_decompositions
from .form_words import is_of
from .givers import leaves_subject_open
from .inertness import find_no_reaction, find_stable
from .interphase_kinds import BINARY, Described, find_effects, find_kinds
from .interphase_words import interphase_words
from .memory import Memory
from .products import elements_of
from .told import Draft, Told

_UNDERSTOOD = 0.85
"""What is left of a confidence where the counterpart is the metal spoken of before."""

_TAKES_UP = frozenset({"the", "this", "these", "both", "such", "its", "their"})
"""Words before an interface that was spoken of."""

_SAID = 0.9
"""Confidence of a pair that the sentence itself names."""

_DOPED = ("dopant", "doped", "doping", "substitut")
"""Words of a sentence that speaks of a changed material, where what was spoken of before is the plain one."""

_CONTRASTS = frozenset({"whereas", "while", "whilst"})

_EXCEPTIONS = ("except for", "except", "apart from")


def find_interphases(told: Told, memory: Memory) -> Iterator[Draft]:
    """The kinds of interphase that a sentence tells of.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    text = told.sentence.text[told.sentence.start : told.sentence.end]
    words = interphase_words()
    lower = text.lower()
    names_kind = words.any_kind_in_lower.search(lower) is not None and words.any_kind.search(text) is not None
    may_be_stable = any(part in text for part in ("stab", "inert", "compatib", "intact"))
    reacts, acts = words.reacting.search(lower) is not None, words.acting.search(lower) is not None
    named = told.sentence.materials or memory.pair is not None
    if not (names_kind or (named and (may_be_stable or reacts or acts))):
        return
    in_names = {word for each in told.sentence.materials for word in re.findall(r"[a-z]+", each.text.casefold())}
    spoken = set(re.findall(r"[a-z]+", text.casefold())) - in_names
    if spoken & words.wishes and not (spoken & words.wishes <= {"must", "should"} and words.verdict.search(text)):
        return
    described: list[Described] = []
    if names_kind:
        described.extend(find_kinds(told, memory))
    if acts:
        described.extend(find_effects(told))
    if may_be_stable:
        described.extend(find_stable(told, spoken))
    if reacts:
        described.extend(find_no_reaction(told, spoken))
    seen: set[tuple[str, str, bool]] = set()
    decomposed = list(find_decompositions(told, memory)) if described else []
    for each in described:
        for draft in _drafts(each, told, memory, decomposed):
            key = (draft.arguments["subject"].id, each.kind, draft.negated)
            if key not in seen:
                seen.add(key)
                yield draft


def _drafts(described: Described, told: Told, memory: Memory, decomposed: list[Draft]) -> Iterator[Draft]:
    pair, confidence = _pair(described, told, memory, decomposed)
    if pair is None or pair.subjects[0] in ("Li", "Na", "solid electrolyte"):
        return
    said = any(mention.name == pair.against for mention in told.sentence.materials)
    if pair.against in METALS and not said and not _is_of(pair.against, pair, memory):
        pair = replace(pair, against=None)
    short = _denied_in_short(told, memory)
    if pair.against is None and not _needs_no_counterpart(described, pair, memory):
        return
    metal = memory.metal
    if pair.against is None and metal is not None and metal not in pair.subjects and _is_of(metal, pair, memory):
        pair, confidence = replace(pair, against=metal), confidence * _UNDERSTOOD
    if pair.against is not None and not is_electrode(pair.against, memory):
        return
    for subject in dict.fromkeys((*pair.subjects, *short)):
        if _may_form(subject, described.kind, memory):
            turned = described.denied != (subject in short)
            yield _draft(described, subject, pair, confidence, memory, denied=turned)
    for subject in _exceptions(told, memory):
        yield _draft(described, subject, pair, confidence, memory, denied=not described.denied)


def _is_of(metal: str, pair: Pair, memory: Memory) -> bool:
    """Whether a metal that is left to be understood is the one whose ions the materials conduct."""
    alkali = [METALS & elements_of(subject, memory.names) for subject in pair.subjects]
    return all(metal in each or not each for each in alkali)


def _may_form(subject: str, kind: str, memory: Memory) -> bool:
    """Whether an interphase may be that of a material: of an element or, unless it is inert, a binary it is none."""
    material = memory.names.identify(subject)
    simple = material.material_class == "Li alloy" or len(material.composition or "many") <= BINARY
    return material.kind != "element" and (kind == "stable" or not simple)


def _denied_in_short(told: Told, memory: Memory) -> tuple[str, ...]:
    """Materials for which a sentence denies what it says of others (`…, but LATP does not`)."""
    pool = Pool(memory.names)
    for each in told.statements:
        verbless = each.verb.lemma == "be" and all(word.part != "verb" for word in each.verb.words)
        if verbless and each.verb.denied and not (each.objects or each.obliques):
            pool.add(each.subjects)
    pair = pool.pair()
    return pair.subjects if pair is not None else ()


def _needs_no_counterpart(described: Described, pair: Pair, memory: Memory) -> bool:
    """A kind said of an interphase, of products or of what a reaction left, of materials that conduct Li or Na."""
    phrase = described.phrase
    said_of = [*described.statement.subjects, *([phrase] if phrase is not None else ())]
    layers = interphase_words().layers
    known = any(singular(word.text) in layers for each in said_of for word in each.words)
    above = described.statement.parent
    reacted = described.statement.link == "which" and above is not None and "decompose" in above.verb.senses
    taken_up = [each for each in said_of if each.determiner in _TAKES_UP and is_of(each, "interphases")]
    known = known or bool(taken_up) or described.rule == "products-conduct"
    return (known or reacted) and all(_conducts(subject, memory) for subject in pair.subjects)


def _conducts(name: str, memory: Memory) -> bool:
    return memory.names.is_electrolyte(name) or bool({"Li", "Na"} & elements_of(name, memory.names))


def _conduct(subjects: Sequence[str], memory: Memory) -> bool:
    return all(memory.names.is_electrolyte(subject) for subject in subjects)


def _draft(described: Described, subject: str, pair: Pair, confidence: float, memory: Memory, *, denied: bool) -> Draft:
    arguments = {
        "subject": memory.names.participant(subject),
        "against": memory.names.participant(pair.against) if pair.against else None,
        "interphase_kind": described.kind,
    }
    rule, sure = described.rule, described.confidence * confidence
    return Draft("interphase", arguments, described.start, rule, sure, negated=denied)


def _pair(described: Described, told: Told, memory: Memory, decomposed: list[Draft]) -> tuple[Pair | None, float]:
    """The pair that the statement names; what it leaves out from the rest of the sentence, or from what was before."""
    skip = frozenset(draft.at for draft in decomposed) | _part_starts(described) | _conductor_starts(described, memory)
    pool = Pool(memory.names, skip)
    first: Pair | None = None
    for phrases in circles(described.statement, told.statements):
        pool.add(phrases)
        pair = pool.pair()
        if first is None and pair is not None and _conduct(pair.subjects, memory):
            first = pair
        if pair is not None and pair.against is not None and not pair.against.endswith(" V"):
            return replace(pair, subjects=(first or pair).subjects), 1.0
    own = tuple(pool.specific(list(dict.fromkeys(pool.own)))) or (first.subjects if first is not None else ())
    for statement in told.statements:
        if statement.subordinator not in _CONTRASTS or statement is described.statement:
            pool.add(statement.phrases())
    against = next(iter(pool.counterparts), None) or _heard(memory, decomposed)
    if own:
        return Pair(own, against), 0.85
    if leaves_subject_open(described.statement):
        pair, sure = _pair_taken_up(pool, against, memory, decomposed)
        return (None, 0.0) if pair is not None and sure < _SAID and told.says(*_DOPED) else (pair, sure)
    grows = any(phrase is described.phrase for phrase in described.statement.subjects)
    pair = pool.pair() if grows and described.kind != "stable" else None
    if pair is None or pair.against is None or not _conduct(pair.subjects, memory):
        return None, 0.0
    return pair, 0.75


def _pair_taken_up(
    pool: Pool, against: str | None, memory: Memory, decomposed: list[Draft]
) -> tuple[Pair | None, float]:
    """The pair that a statement takes up: of what decomposes in the sentence, of all that it names, or spoken of."""
    if decomposed:
        subjects = tuple(dict.fromkeys(draft.arguments["subject"].name for draft in decomposed))
        return Pair(subjects, against), 0.9
    pair = pool.pair()
    if pair is not None and _conduct(pair.subjects, memory):
        return replace(pair, against=against), 0.75
    before, sure = next(iter(memory.pairs_with(against)), (None, 0.0))
    if before is not None and before.against is not None and before.against.endswith(" V"):
        before = replace(before, against=None)
    return before, sure


def _heard(memory: Memory, decomposed: list[Draft]) -> str | None:
    """The counterpart of what decomposes, or of the sentences before; no potential."""
    told = [draft.arguments["against"].name for draft in decomposed if draft.arguments["against"] is not None]
    before = [pair.against for pair, _ in memory.pairs_with(None) if pair.against is not None]
    return next((name for name in (*told, *before) if is_electrode(name, memory) and not name.endswith(" V")), None)


def _part_starts(described: Described) -> frozenset[int]:
    """Clean starts of what an interphase is named by (`a stable LiF interphase`), unless it is a pair."""
    phrase = described.phrase
    if phrase is None or not is_of(phrase, "interphases"):
        return frozenset()
    return frozenset(mention.start for mention in phrase.materials if mention.kind not in ("cell", "composite"))


def _conductor_starts(described: Described, memory: Memory) -> frozenset[int]:
    """Clean starts of products that decide how a layer conducts (`the Li-Ge alloy makes the layer conductive`)."""
    if described.kind == "stable" or described.rule == "named-kind":
        return frozenset()
    named = (mention for phrase in described.statement.subjects for mention in phrase.materials)
    kinds = ("cell", "class", "composite")
    simple = (each for each in named if each.kind not in kinds and each.name not in METALS)
    return frozenset(each.start for each in simple if not _may_form(each.name, described.kind, memory))


def _exceptions(told: Told, memory: Memory) -> list[str]:
    """Materials that the sentence excepts."""
    pool = Pool(memory.names)
    for statement in told.statements:
        for phrase in statement.phrases():
            if phrase.prep in _EXCEPTIONS:
                pool.take(phrase)
    pair = pool.pair()
    return list(dict.fromkeys(pool.own)) if pair is not None else []
