"""Words grouped into noun phrases, verb groups and the marks between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..materials import MaterialMention
from ..quantities import Quantity
from .grammar import VerbSense, grammar
from .place import is_plural
from .word import NOUNS, Word

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_EXAMPLES = frozenset(
    {"e . g .", "i . e .", "such as", "like", "including", "for example", "for instance", "namely", "especially"}
)
_INSIDE = frozenset({"'", "’", "'s", "’s", '"', "“", "”", "/", "*", "%", "·"})
"""Signs that do not end a noun phrase."""

_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ful", "able", "ible", "less", "ary")
"""Endings that make an adjective, but for the nouns of `no_adjectives`."""

_BOUNDS = frozenset({"at", "below", "above", "beyond", "under", "over"})
"""Prepositions before a quantity under which something is the case."""

_SUBJECTS = frozenset({"it", "they", "we", "he", "she"})
"""Pronouns before a past that is the verb of their clause."""

_SURROUNDINGS = frozenset({"air", "Ar", "N2", "O2", "CO2", "H2O", "water", "argon"})
"""Names of what surrounds a material, behind which a further one begins a phrase of its own."""

_LOOK_AHEAD = 16
"""How many words behind a verb are looked at for its particle and for a verb still to come."""

_HEDGES = frozenset({"may", "might", "could", "likely", "possibly", "presumably", "perhaps", "probably", "potentially"})


@dataclass(slots=True, eq=False)
class NounPhrase:
    """A noun with what belongs to it; equal to itself alone.

    Args:
        words: determiner, modifiers and head, in order; without brackets.
        prep: the preposition before it, empty if none.
        modifiers: phrases behind it that a preposition ties to it (`of LLZO`, `between A and B`).
        examples: names given for it behind `such as`, or so in brackets.
        asides: other names in brackets behind it.
        concepts: what `concepts.find_concepts` found in it, kept from when it was first asked for.
        negated: it stands behind `nor`, or behind `hardly any`.
        told_by: statements of participles behind it (`stress caused by swelling`).
    """

    words: list[Word]
    prep: str = ""
    modifiers: list[NounPhrase] = field(default_factory=list)
    examples: list[NounPhrase] = field(default_factory=list)
    asides: list[NounPhrase] = field(default_factory=list)
    concepts: list[Any] | None = field(default=None, repr=False)
    negated: bool = False
    told_by: list[Any] = field(default_factory=list, repr=False)
    _materials: tuple[MaterialMention, ...] | None = field(default=None, init=False, repr=False)

    @property
    def start(self) -> int:
        """Clean start."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Clean end, modifiers left out."""
        return self.words[-1].end

    @property
    def determiner(self) -> str:
        """The first determiner, or an empty string."""
        return self.words[0].text if self.words[0].part == "det" else ""

    @property
    def is_denied(self) -> bool:
        """`no dendrites`, `without dendrites`."""
        return (
            self.negated or self.determiner in ("no", "neither", "few") or self.prep in ("without", "in the absence of")
        )

    @property
    def materials(self) -> tuple[MaterialMention, ...]:
        """Materials among its own words."""
        if self._materials is None:
            self._materials = tuple(
                word.mention for word in self.words if word.mention and isinstance(word.mention, MaterialMention)
            )
        return self._materials

    @property
    def quantities(self) -> list[Quantity]:
        """Quantities among its own words."""
        return [word.mention for word in self.words if isinstance(word.mention, Quantity)]

    def tree(self) -> Iterator[NounPhrase]:
        """Itself and every phrase that modifies it, however deep."""
        yield self
        for modifier in self.modifiers:
            yield from modifier.tree()


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries.

    Args:
        words: in order.
        lemma: base form of the main verb, `be` for a predicate without one.
        form: finite, ing, en (a participle alone), infinitive.
        passive: whether it stands in the passive.
        senses: what it says, given the words behind it.
        denied: `not`, `cannot`, `fails to`.
        hedged: `may`, `likely`.
    """

    words: list[Word]
    lemma: str
    form: str
    passive: bool
    senses: frozenset[str]
    denied: bool = False
    hedged: bool = False

    @property
    def start(self) -> int:
        """Clean start."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Clean end."""
        return self.words[-1].end

    @property
    def is_base(self) -> bool:
        """A base form without auxiliary, which may go on a list of infinitives (`to improve A and reduce B`)."""
        verb = self.words[-1].verb
        return verb is not None and verb.form == "base" and self.words[0].part not in ("aux", "modal")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands between phrases: prep, comma, conj, sub, rel, to, stop or adv, with its word."""

    kind: str
    word: Word


Item = NounPhrase | VerbGroup | Mark


def find_phrases(words: Sequence[Word]) -> list[Item]:
    """The phrases and marks of a sentence, in order; what stands in brackets goes to the noun phrase before."""
    items: list[Item] = []
    index = 0
    while index < len(words):
        index = _take_brackets(words, index, items) if words[index].depth else _take(words, index, items)
    return items


def _take(words: Sequence[Word], index: int, items: list[Item]) -> int:
    """Add the item that begins at `index`; the index behind it."""
    word = words[index]
    if word.part in ("verb", "aux", "modal"):
        return _take_verbs(words, index, items)
    if word.part in NOUNS or word.part in ("det", "pron") or _grades_adjective(words, index):
        return _take_nouns(words, index, items)
    kind = {",": "comma", ";": "stop", ":": "stop"}.get(word.text) if word.part == "punct" else word.part
    if kind is not None:
        items.append(Mark(kind, word))
    return index + 1


def _take_brackets(words: Sequence[Word], index: int, items: list[Item]) -> int:
    """Names in brackets: examples where they are introduced so, else asides of the phrase before."""
    end = index
    while end < len(words) and words[end].depth:
        end += 1
    inside = [word for word in words[index:end] if word.text not in "()[]"]
    if items and isinstance(items[-1], NounPhrase) and inside:
        introduced = inside[0].text in _EXAMPLES or inside[0].part == "prep"
        named = [NounPhrase([word]) for word in inside if word.part == "material"]
        (items[-1].examples if introduced else items[-1].asides).extend(named)
    return end


def _take_nouns(words: Sequence[Word], index: int, items: list[Item]) -> int:
    taken: list[Word] = []
    asides: list[NounPhrase] = []
    while index < len(words):
        word = words[index]
        if word.depth:
            behind = _behind_name(words, index) if taken and taken[-1].part in NOUNS else None
            if behind is None:
                break
            asides += [NounPhrase([each]) for each in words[index:behind] if each.part == "material"]
            index = behind
            continue
        if _ends_before(words, index, taken, items):
            break
        if taken and (_joins_adjectives(words, index, taken[-1]) or _is_graded(words, index)):
            index += 1
            continue
        if word.part not in NOUNS and word.part not in ("det", "pron", "adv"):
            if word.text not in _INSIDE:
                break
            index += 1
            continue
        if word.part in ("det", "pron") and any(each.part in NOUNS or each.part == "pron" for each in taken):
            break
        taken.append(word)
        index += 1
    if taken:
        items.append(NounPhrase(taken, asides=asides))
    return index + (not taken)


def _may_act(word: Word) -> bool:
    """Whether a noun behind a quantity rather begins a clause of its own: a plural, lithium, `plating`."""
    lists = grammar().lists
    metal = word.part == "material" and word.text not in lists["surrounding_names"]
    return is_plural(word) or metal or word.text in lists["process_nouns"]


def _is_bound(items: Sequence[Item], word: Word) -> bool:
    """Whether a quantity stands behind the preposition of a bound."""
    before = items[-1] if items else None
    return (
        word.part == "quantity" and isinstance(before, Mark) and before.kind == "prep" and before.word.text in _BOUNDS
    )


def _behind_name(words: Sequence[Word], index: int) -> int | None:
    """The index behind a name in brackets within a noun phrase (`a silver-carbon (Ag-C) layer`), or None.

    So it is in `polyethylene oxide (PEO)-based electrolytes`.
    """
    end = index
    while end < len(words) and words[end].depth:
        end += 1
    inside = [word for word in words[index:end] if word.text not in "()[]"]
    after = words[end] if end < len(words) else None
    mention = after.mention if after is not None else None
    noun = after is not None and after.part == "noun" and (not after.joined or after.text == "based")
    goes_on = noun or (isinstance(mention, MaterialMention) and mention.kind == "class")
    is_name = bool(inside) and inside[0].part in ("noun", "material") and all(word.joined for word in inside[1:])
    return end if goes_on and is_name else None


def _joins_adjectives(words: Sequence[Word], index: int, before: Word) -> bool:
    """Whether a comma or `and` joins adjectives of one noun: `robust and secure electrolytes`, `a thin, dense one`."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.part != "noun" or not is_adjective(before):
        return False
    return words[index].text in ("and", "or") or (words[index].text == "," and is_adjective(after))


def is_adjective(word: Word) -> bool:
    """Whether a word is an adjective, by its ending or by the list.

    Args:
        word: of a noun phrase.
    """
    if word.part != "noun" or word.joined:
        return False
    lists = grammar().lists
    return word.text in lists["adjectives"] or (
        word.text.endswith(_ADJECTIVE_ENDINGS) and word.text not in lists["no_adjectives"]
    )


def _is_graded(words: Sequence[Word], index: int) -> bool:
    """Whether an article stands behind its adjective: `too high a pressure`."""
    return words[index].text in ("a", "an") and index > 1 and words[index - 2].text in ("too", "so")


def _ends_before(words: Sequence[Word], index: int, taken: Sequence[Word], items: Sequence[Item]) -> bool:
    """Whether a noun phrase has ended: before an adverb that is not in it, before what is surrounded by it.

    So it has before the voids of `below 5 MPa voids form`.
    """
    word = words[index]
    if word.part == "adv":
        return not (_goes_on(words, index) if taken else _grades_adjective(words, index))
    if len(taken) == 1 and _is_bound(items, taken[0]) and _may_act(word):
        return True
    return bool(taken) and _is_surrounding(taken[-1]) and word.part == "material" and not word.joined


def _grades_adjective(words: Sequence[Word], index: int) -> bool:
    """Whether an adverb says how well something does what an adjective names (`poorly conducting Li2CO3`)."""
    if words[index].part != "adv" or not _goes_on(words, index) or words[index + 1].depth:
        return False
    return words[index].text in grammar().lists["grades"] and words[index + 1].text in grammar().lists["graded"]


def _is_surrounding(word: Word) -> bool:
    """Whether a word is a material that only surrounds others (`in humid air LLZO reacts`)."""
    return isinstance(word.mention, MaterialMention) and word.mention.name in _SURROUNDINGS


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether an adverb stands inside a noun phrase (`a highly conductive layer`)."""
    return index + 1 < len(words) and words[index + 1].part in NOUNS


def _take_verbs(words: Sequence[Word], index: int, items: list[Item]) -> int:
    taken: list[Word] = []
    while index < len(words) and words[index].part in ("aux", "modal", "adv", "verb") and not words[index].depth:
        word = words[index]
        if word.part == "verb" and any(each.part == "verb" for each in taken):
            break
        taken.append(word)
        index += 1
        if word.part == "verb" and word.verb is not None and word.verb.form in ("base", "s"):
            break
    while taken[-1].part == "adv" and taken[-1].text not in grammar().lists["negators"]:
        taken.pop()
        index -= 1
    group, consumed = _verb_group(taken, words[index:], items)
    items.append(group)
    return index + consumed


def _verb_group(taken: list[Word], behind: Sequence[Word], items: list[Item]) -> tuple[VerbGroup, int]:
    """The group, and how many words behind it belong to its sense."""
    main = next((word for word in taken if word.part == "verb"), None)
    lemma, form = (main.verb.lemma, main.verb.form) if main is not None and main.verb is not None else ("be", "s")
    passive = form in ("ed", "en") and any(word.text in _BE for word in taken)
    senses, consumed, of_be = _senses(lemma, main if form in ("ed", "en") else None, main is None, behind[:8])
    has_aux = any(word.part in ("aux", "modal") for word in taken)
    if items and (_awaits_infinitive(items[-1]) or _is_made(items, taken)):
        kind = "infinitive"
    elif form in ("s", "base") or (has_aux and taken[0].text not in ("being", "having")):
        kind = "finite"
    elif form == "ing" or taken[0].text in ("being", "having"):
        kind = "ing"
    else:
        kind = "finite" if form == "ed" and not of_be and _is_past(lemma, items, behind) else "en"
    negators = grammar().lists["negators"]
    group = VerbGroup(
        taken,
        lemma,
        kind,
        passive or kind == "en",
        senses,
        any(word.text in negators for word in taken),
        any(word.text in _HEDGES for word in taken),
    )
    group.passive = group.passive and not of_be
    return group, consumed


def _is_past(lemma: str, items: list[Item], behind: Sequence[Word]) -> bool:
    """Whether a form that looks like a past is one: always where the participle has another, else by its neighbours."""
    if lemma in grammar().strong or (items and isinstance(items[-1], Mark) and items[-1].kind == "rel"):
        return True
    may_be_past = _is_main_past(items) or _goes_on_to_object(items, behind)
    return may_be_past and not _has_verb_to_come(behind[:_LOOK_AHEAD])


def _awaits_infinitive(item: Item) -> bool:
    """Whether a base form follows as an infinitive: behind `to`, or behind `tends to` (its `to` is taken)."""
    if isinstance(item, Mark):
        return item.kind == "to"
    return isinstance(item, VerbGroup) and bool(item.senses & {"start", "fail"})


def _is_made(items: Sequence[Item], taken: Sequence[Word]) -> bool:
    """Whether a bare base form tells what an object is made to do: `makes the layer crack`."""
    base = len(taken) == 1 and taken[0].verb is not None and taken[0].verb.form == "base"
    verb = items[-2] if base and len(items) > 1 and isinstance(items[-1], NounPhrase) else None
    return isinstance(verb, VerbGroup) and verb.lemma in grammar().lists["makers"] and not verb.passive


def _is_main_past(items: list[Item]) -> bool:
    """Whether a form that is past or participle is the verb of its clause: a subject before it, and no verb yet."""
    given = [item for item in items if not (isinstance(item, Mark) and item.kind == "adv")]
    if given and isinstance(given[-1], Mark) and given[-1].kind == "rel":
        return True
    if given and isinstance(given[-1], Mark) and given[-1].kind in ("conj", "comma"):
        return _goes_on_in_past(given)
    if given and isinstance(given[-1], NounPhrase) and given[-1].words[-1].text in _SUBJECTS:
        return True
    given = given[: _before_relative(given)]
    has_subject = False
    for index in range(len(given) - 1, -1, -1):
        item, before = given[index], given[index - 1] if index else None
        if isinstance(item, VerbGroup):
            if item.form in ("finite", "infinitive"):
                return False
            continue
        if isinstance(item, Mark) and item.kind in ("stop", "sub", "rel", "conj"):
            break
        has_subject |= isinstance(item, NounPhrase) and not (isinstance(before, Mark) and before.kind == "prep")
    return has_subject


def _before_relative(given: Sequence[Item]) -> int:
    """Where a clause ends before a relative clause with its verb: `the voids that formed there | raised`."""
    for index in range(len(given) - 1, 0, -1):
        item = given[index]
        if isinstance(item, Mark) and item.kind == "rel":
            finite = any(isinstance(each, VerbGroup) and each.form == "finite" for each in given[index:])
            return index if finite and isinstance(given[index - 1], NounPhrase) else len(given)
        if isinstance(item, Mark) and item.kind in ("comma", "stop", "sub", "conj"):
            break
    return len(given)


def _goes_on_to_object(items: Sequence[Item], behind: Sequence[Word]) -> bool:
    """Whether a form behind `and` has an object, which a participle has not (`was deposited and reduced the`)."""
    joined = bool(items) and isinstance(items[-1], Mark) and items[-1].kind == "conj"
    after = next((word for word in behind if word.part != "adv"), None)
    return joined and after is not None and after.part in ("det", *NOUNS)


def _goes_on_in_past(items: Sequence[Item]) -> bool:
    """Whether the verb before is a past in the active, which another goes on from (`prevented A and enabled B`)."""
    verb = next((item for item in reversed(items) if isinstance(item, VerbGroup)), None)
    last = verb.words[-1].verb if verb is not None else None
    return verb is not None and verb.form == "finite" and not verb.passive and last is not None and last.form == "ed"


def _has_verb_to_come(behind: Sequence[Word]) -> bool:
    """Whether the clause's own verb follows, so that a participle only describes: `a layer placed on LLZO prevents`."""
    for index, word in enumerate(behind):
        if word.part in ("sub", "rel", "to") or word.text in (",", ";", ":"):
            return False
        before = next((each for each in reversed(behind[:index]) if each.part != "adv"), None)
        goes_on = before is not None and before.part == "conj"
        finite = word.part in ("aux", "modal") or (
            word.part == "verb" and word.verb and word.verb.form in ("s", "base")
        )
        past = word.part == "verb" and word.verb is not None and word.verb.form == "ed" and not goes_on
        fails = word.verb is not None and word.verb.lemma in grammar().lists["failing_verbs"]
        if finite or (past and (fails or _has_object(behind, index))):
            return not goes_on
    return False


def _has_object(behind: Sequence[Word], index: int) -> bool:
    """Whether a noun phrase follows, so that a form that is past or participle is a past (`improved the stability`)."""
    return index + 1 < len(behind) and behind[index + 1].part in (*NOUNS, "det")


def _senses(
    lemma: str, participle: Word | None, bare: bool, behind: Sequence[Word]
) -> tuple[frozenset[str], int, bool]:
    """What the verb says: the senses with the longest particle that stands behind it; how many words that takes.

    A participle and a bare `be` are first looked up as predicates (`limited by`, `due to`), with `True` in the answer.
    """
    rules = grammar().senses
    if participle is not None or bare:
        for sense in _predicates(participle, behind):
            consumed = _consumed(sense.particle[participle is not None :], behind)
            if consumed is not None and not _only_falls(sense.name, behind[consumed:]):
                return frozenset({sense.name}), consumed, True
    found = [(sense, _consumed(sense.particle, behind)) for sense in rules.get(lemma, ())]
    matching = [(sense, n) for sense, n in found if n is not None and not _only_falls(sense.name, behind[n:])]
    longest = max((len(sense.particle) for sense, _ in matching), default=0)
    chosen = [(sense, consumed) for sense, consumed in matching if len(sense.particle) == longest]
    return frozenset(sense.name for sense, _ in chosen), max((n for _, n in chosen), default=0), False


def _predicates(participle: Word | None, behind: Sequence[Word]) -> Sequence[VerbSense]:
    """The senses of `be` that begin with a participle, or with one of the words behind it."""
    predicates = grammar().predicates
    if participle is not None:
        return predicates.get(participle.text, ())
    begin = set()
    for word in behind:
        begin.add(word.text.partition(" ")[0])
        if word.part != "adv":
            break
    if begin.isdisjoint(predicates):
        return ()
    return [sense for sense in grammar().senses["be"] if sense.particle and sense.particle[0] in begin]


def _only_falls(sense: str, behind: Sequence[Word]) -> bool:
    """Whether something is reduced to a value (`to 20 ohm cm2`), which is no decomposition."""
    if sense != "decompose":
        return False
    named = next((word for word in behind if word.part in NOUNS), None)
    return named is not None and named.part == "quantity"


def _consumed(particle: Sequence[str], behind: Sequence[Word]) -> int | None:
    """How many words behind a verb make up its particle, adverbs between left out; None if it is not there."""
    if not particle:
        return 0
    wanted = list(particle)
    for count, word in enumerate(behind, 1):
        parts = word.text.split()
        if parts == wanted[: len(parts)]:
            del wanted[: len(parts)]
        elif word.part != "adv":
            return None
        if not wanted:
            return count
    return None
