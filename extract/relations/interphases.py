"""Interphases: which kind (stable, mixed-conducting, metastable) a pair of materials forms where it meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..frames.concepts import METALS, singular
from ..frames.phrases import NounPhrase
from ..frames.statements import Statement
from .circles import circles, is_reaction
from .circumstances import is_electrode
from .contacts import Pair, Pool
from .decomposition import find_decompositions, is_asserted
from .form_words import has_any, is_of
from .givers import leaves_subject_open
from .interphase_words import interphase_words
from .memory import Memory
from .products import elements_of
from .told import Draft, Told

_UNDERSTOOD = 0.85
"""What is left of a confidence where the counterpart is the metal spoken of before."""

_EXCEPTIONS = ("except for", "except", "apart from")


@dataclass(frozen=True, slots=True)
class Described:
    """A kind of interphase where a sentence names it.

    Args:
        kind: stable, MIEC or M-SEI.
        start: clean start of the words that name it.
        statement: in which they stand.
        rule: name of the construction.
        confidence: of the rule.
        denied: the sentence says that it is none.
        last: clean position of the last character of the words.
    """

    kind: str
    start: int
    statement: Statement
    rule: str
    confidence: float
    denied: bool = False
    last: int = 0

    @property
    def phrase(self) -> NounPhrase | None:
        """The noun phrase in which the words stand."""
        return _phrase_at(self.statement, self.last)


def find_interphases(told: Told, memory: Memory) -> Iterator[Draft]:
    """The kinds of interphase that a sentence tells of.

    Args:
        told: the sentence.
        memory: what it leaves to be understood.
    """
    text = told.sentence.text[told.sentence.start : told.sentence.end]
    words = interphase_words()
    names_kind = words.any_kind.search(text) is not None
    may_be_stable, reacts = "stab" in text or "inert" in text or "compatib" in text, "react" in text
    if not (names_kind or (told.sentence.materials and (may_be_stable or reacts))):
        return
    spoken = set(re.findall(r"[a-z]+", text.casefold()))
    if spoken & words.wishes:
        return
    described: list[Described] = []
    if names_kind:
        described.extend(_by_kind(told))
    if may_be_stable:
        described.extend(_stable(told, spoken))
    if reacts:
        described.extend(_no_reaction(told))
    seen: set[tuple[str, str, bool]] = set()
    decomposed = list(find_decompositions(told, memory)) if described else []
    for each in described:
        for draft in _drafts(each, told, memory, decomposed):
            key = (draft.arguments["subject"].id, each.kind, draft.negated)
            if key not in seen:
                seen.add(key)
                yield draft


def _by_kind(told: Told) -> Iterator[Described]:
    """Words for a mixed-conducting or metastable interphase, tied to what they describe."""
    sentence = told.sentence
    for match in interphase_words().any_kind.finditer(sentence.text, sentence.start, sentence.end):
        kind = next(name for name, way in interphase_words().descriptors.items() if way.fullmatch(match.group()))
        last = match.end() - 1
        statement = _statement_at(told, last)
        if statement is None or not _is_told(statement):
            continue
        phrase = _phrase_at(statement, last)
        if phrase is not None and _head(phrase, last):
            denied = phrase.is_denied or statement.verb.denied
            yield Described(kind, match.start(), statement, "named-kind", 0.8, denied, last)
        elif _is_said_of_layer(statement, last):
            yield Described(kind, match.start(), statement, "described-kind", 0.7, statement.verb.denied, last)


def _is_said_of_layer(statement: Statement, position: int) -> bool:
    """Whether words without a noun of their own describe an interphase or a reaction, or what they do to a material."""
    layers = [each for subject in statement.subjects for each in (subject, *_grown(subject))]
    if any(_head(each, each.start) or is_of(each, "processes") for each in layers):
        return True
    verb = statement.verb
    if verb.start <= position < verb.end:
        told_of = (*statement.subjects, *statement.objects)
        return any(each.materials or is_of(each, "interphases", "products", "generic", "rests") for each in told_of)
    made = verb.lemma in ("make", "render", "leave", "keep")
    return made and any(has_any(each, "interphases", "processes", "pronouns") for each in statement.objects)


def _grown(phrase: NounPhrase) -> list[NounPhrase]:
    """What grows or forms: the interphase of `the growth of the interphase`."""
    return [each for each in phrase.modifiers if each.prep == "of"] if is_of(phrase, "formations") else []


def _is_told(statement: Statement) -> bool:
    """Asserted, and no goal."""
    goal = statement.link == "purpose" and (statement.parent is None or not is_reaction(statement.parent))
    blocks = statement.link in ("main", "clause") and statement.verb.lemma in ("block", "stop", "limit", "slow")
    return (is_asserted(statement) or blocks) and not goal


def _statement_at(told: Told, position: int) -> Statement | None:
    """The statement in one of whose phrases a position lies, else the last whose verb stands before it."""
    before = None
    for statement in told.statements:
        if _phrase_at(statement, position) is not None:
            return statement
        if statement.start <= position:
            before = statement
    return before or next(iter(told.statements), None)


def _phrase_at(statement: Statement, position: int) -> NounPhrase | None:
    return next((phrase for phrase in statement.phrases() if phrase.start <= position < phrase.end), None)


def _head(phrase: NounPhrase, position: int) -> bool:
    """Whether a noun phrase has, at or behind a position, a noun that a kind can be said of."""
    heads = interphase_words().heads
    return any(singular(word.text) in heads for word in phrase.words if word.end > position)


def _stable(told: Told, spoken: set[str]) -> Iterator[Described]:
    """`X is stable against Li`, `X and Li form a stable interface`; not `more stable`, `should be stable`."""
    words = interphase_words()
    sentence = told.sentence
    if spoken & words.treatments:
        return
    for name, pattern in words.stable.items():
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            before = sentence.before(match.start(), 24).replace("-", " ").split()
            compared = not before or before[-1] != "as" or sentence.after(match.end(), 4).startswith(" as ")
            if before and before[-1].casefold() in words.not_plain and compared:
                continue
            last = match.end() - 1
            statement = _statement_at(told, last)
            if statement is None or not _is_told(statement):
                continue
            bad = name in ("unstable", "instability")
            if _is_of_pair(statement, last, name):
                phrase = _phrase_at(statement, last)
                denied = (statement.verb.denied or (phrase is not None and phrase.is_denied)) != bad
                yield Described("stable", match.start(), statement, "stable-with", 0.75, denied, last)


def _is_of_pair(statement: Statement, position: int, name: str) -> bool:
    """Whether stability is said of a pair: a counterpart behind it, or an interphase that it describes."""
    phrase = _phrase_at(statement, position)
    if phrase is None:
        return False
    if statement.verb.lemma != "be" and not statement.verb.senses & {
        "be",
        "have",
        "form",
        "enable",
        "cause",
        "other",
        "serve",
    }:
        return False
    tied = [*statement.obliques, *phrase.modifiers]
    if any(quantity.unit == "V" for each in (phrase, *tied) for part in each.tree() for quantity in part.quantities):
        return False
    if any(each.prep in interphase_words().with_ and _names_counterpart(each) for each in tied):
        return True
    if any(each.prep in ("at", "of", "between") and is_of(each, "interphases") for each in tied):
        return True
    if name in ("words", "unstable"):
        head = phrase.words[-1].text
        return singular(head) in interphase_words().boundaries or head in ("stable", "unstable")
    return False


def _names_counterpart(phrase: NounPhrase) -> bool:
    return any(each.materials for each in phrase.tree())


def _no_reaction(told: Told) -> Iterator[Described]:
    """`X does not react with Li`, `no reaction occurs between X and Li`; not `they do not react with X`."""
    for statement in told.statements:
        taken_up = any(is_of(each, "pronouns") for each in statement.subjects)
        if taken_up and any(mention.name not in METALS for each in statement.objects for mention in each.materials):
            continue
        none = any(is_of(each, "processes") and each.determiner == "no" for each in statement.subjects)
        if ((statement.verb.lemma == "react" and statement.verb.denied) or none) and _is_told(statement):
            yield Described("stable", statement.start, statement, "does-not-react", 0.7)


def _drafts(described: Described, told: Told, memory: Memory, decomposed: list[Draft]) -> Iterator[Draft]:
    pair, confidence = _pair(described, told, memory, decomposed)
    if pair is None or pair.subjects[0] in ("Li", "Na", "solid electrolyte"):
        return
    short = _denied_in_short(told, memory)
    if pair.against is None and not _needs_no_counterpart(described, pair, memory):
        return
    if pair.against is None and (metal := memory.metal) is not None and metal not in pair.subjects:
        pair, confidence = replace(pair, against=metal), confidence * _UNDERSTOOD
    if pair.against is not None and not is_electrode(pair.against, memory):
        return
    for subject in dict.fromkeys((*pair.subjects, *short)):
        if _may_form(subject, described.kind, memory):
            turned = described.denied != (subject in short)
            yield _draft(described, subject, pair, confidence, memory, denied=turned)
    for subject in _exceptions(told, memory):
        yield _draft(described, subject, pair, confidence, memory, denied=not described.denied)


def _may_form(subject: str, kind: str, memory: Memory) -> bool:
    """Whether an interphase may be that of a material: of an element or, unless it is inert, a binary it is none."""
    material = memory.names.identify(subject)
    return material.kind != "element" and (kind == "stable" or len(material.composition or "many") > 2)


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
    return (known or reacted) and all(_conducts(subject, memory) for subject in pair.subjects)


def _conducts(name: str, memory: Memory) -> bool:
    return memory.names.is_electrolyte(name) or bool({"Li", "Na"} & elements_of(name, memory.names))


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
    pool = Pool(memory.names, frozenset(draft.at for draft in decomposed) | _part_starts(described))
    for phrases in circles(described.statement, told.statements):
        pool.add(phrases)
        pair = pool.pair()
        if pair is not None and pair.against is not None and not pair.against.endswith(" V"):
            return pair, 1.0
    own = tuple(pool.specific(list(dict.fromkeys(pool.own))))
    for statement in told.statements:
        pool.add(statement.phrases())
    against = next(iter(pool.counterparts), None) or _heard(memory, decomposed)
    if own:
        return Pair(own, against), 0.85
    if not leaves_subject_open(described.statement):
        return None, 0.0
    if decomposed:
        subjects = tuple(dict.fromkeys(draft.arguments["subject"].name for draft in decomposed))
        return Pair(subjects, against), 0.9
    pair = pool.pair()
    if pair is not None and all(memory.names.is_electrolyte(subject) for subject in pair.subjects):
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


def _exceptions(told: Told, memory: Memory) -> list[str]:
    """Materials that the sentence excepts."""
    pool = Pool(memory.names)
    for statement in told.statements:
        for phrase in statement.phrases():
            if phrase.prep in _EXCEPTIONS:
                pool.take(phrase)
    pair = pool.pair()
    return list(dict.fromkeys(pool.own)) if pair is not None else []
