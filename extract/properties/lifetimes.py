"""How long a cell lasted: numbers of cycles and times that are results, told from those that are circumstances.

`ran for 800 h` and `a lifespan of 500 cycles` are results; `80% after 500 cycles` and `annealed for 5 h` are not.
"""

from __future__ import annotations

import re

from ..annotations import Sentence
from ..quantities import Quantity
from .lifetime_words import lifetime_words
from .mentions import PropertyMention
from .references import reference_words

NAMES = {"count": "cycle_life", "time": "cycling_duration"}
"""Dimension of a duration to the property that it is a value of."""

_SHORTEST = {"h": 10.0, "d": 1.0, "weeks": 1.0, "months": 1.0, "cycles": 5.0}
"""What is shorter is a step of an experiment."""

_REACH = 170
_BEHIND = 60

_UNDER_OTHERS = re.compile(
    r"^\s(?:at|under)\s[^,;()]{3,40}?,?\s?(?:and|or|followed by|(?:and )?then)\s(?:for\s)?(?:another\s|a further\s)?"
    r"[~≈>]?\s?$"
)
"""Between two lives under different circumstances. Matches ` at 0.1 mA cm-2 and `; must not match ` and after `."""

_PLAIN_METAL = re.compile(r"\b(?:bare|pristine|untreated|unmodified)\s(?=(?:li|lithium|na|sodium)\b)")
"""Before a metal that is named, though it is the one that others are set against. Matches `bare ` of `bare lithium`."""

_FROM = re.compile(r"\bfrom\s(?:about |only |just )?[~≈]?\s?$")
"""Before the first end of a change. Matches `from about `."""

_BEFORE = re.compile(r"\bbefore\s(?:the\s)?(?:cycle\s)?$", re.IGNORECASE)
"""Before the cycle that a cell did not live to see. Matches `before the `."""

_WORDS_OF_SUBJECT = 6
"""How many words before a failure may say whose it was."""

_WORDS_OPENING = 3
"""How many words may stand before a span that opens its sentence (`For more than`)."""

_LONGEST_BETWEEN = 16
"""How many words may stand between what a cell does and how long."""


_OF_THE_CLAUSE = frozenset(
    {"fraction", "specific_capacity", "specific_energy", "energy_density_volume", "count", "time"}
)
"""Values that a number of cycles is rather a circumstance of, where they stand between it and what the cell does."""


def lifetime_of(sentence: Sentence, quantity: Quantity) -> PropertyMention | None:
    """What a cell is said to do for so long, under the name of the property; None where the span is no result.

    Args:
        sentence: with its quantities.
        quantity: a number of cycles or a time.
    """
    if _is_step(sentence, quantity):
        return None
    words, name = lifetime_words(), NAMES[quantity.dimension]
    start = _begin_of_list(sentence, quantity)
    before = sentence.before(start, _REACH).rpartition(";")[2]
    begin = start - len(before)
    failed = words.died.search(before)
    if failed is not None and _is_of_another(before[: failed.start()]):
        return None
    ended = failed or (None if quantity.ordinal else words.alive.search(before))
    if ended is not None:
        return PropertyMention(begin + ended.start("told"), begin + ended.end(), name)
    return None if quantity.ordinal else _goes_on(sentence, quantity) or _lasting(sentence, quantity, before)


def _begin_of_list(sentence: Sentence, quantity: Quantity) -> int:
    """Where the list begins that a span stands in (`for 24 and 50 h`): the words before that are those before it."""
    if quantity.change is not None or quantity.index == 0:
        return quantity.start
    return min(each.start for each in sentence.quantities if each.group == quantity.group)


def _is_step(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a span is too short for a life, of other cycles or one that something was only kept for."""
    words = lifetime_words()
    short = quantity.low < _SHORTEST.get(quantity.unit, float("inf"))
    kept = words.kept.search(sentence.after(quantity.end, _BEHIND))
    return short or bool(kept or words.other_cycles.search(sentence.between(quantity.start, quantity.end + 1)))


def _is_of_another(before: str) -> bool:
    """Whether what failed is said to be without the treatment that the paper is about."""
    who = set(re.findall(r"\w+", _PLAIN_METAL.sub("", before.lower()))[-_WORDS_OF_SUBJECT:])
    return bool(who & {*reference_words().contrasted, "without"})


def _lasting(sentence: Sentence, quantity: Quantity, before: str) -> PropertyMention | None:
    """What a cell does for so long, named before or behind the span."""
    words, name = lifetime_words(), NAMES[quantity.dimension]
    reaches, circumstance = words.reaches.search(before), words.circumstance.search(before)
    if circumstance and not reaches:
        return None
    attained = _attained(sentence, quantity, before) if quantity.dimension == "count" else None
    if attained is not None and not (circumstance and attained.start > quantity.end):
        return attained
    behind = words.life_behind.match(sentence.after(quantity.end, _BEHIND))
    if behind is not None and not circumstance:
        return PropertyMention(quantity.end + behind.start(), quantity.end + behind.end(), name)
    if not (reaches or words.in_brackets.search(before)) and not (quantity.change == "before" and _FROM.search(before)):
        return None
    operating = _last_operating(sentence, quantity, before) or _then_operating(sentence, quantity, before)
    return None if operating is None else PropertyMention(*operating, name)


def _attained(sentence: Sentence, quantity: Quantity, before: str) -> PropertyMention | None:
    """The verb that says a number of cycles to be a result (`achieved 500 cycles`, `500 cycles were recorded`)."""
    words, name = lifetime_words(), NAMES[quantity.dimension]
    found = words.attained.search(before)
    if found is not None and not words.begun.search(before[: found.start("told")]):
        begin = quantity.start - len(before)
        return PropertyMention(begin + found.start("told"), begin + found.end("told"), name)
    then = words.then_attained.match(sentence.after(quantity.end, 2 * _BEHIND))
    if then is None:
        return None
    return PropertyMention(quantity.end + then.start("told"), quantity.end + then.end("told"), name)


def _then_operating(sentence: Sentence, quantity: Quantity, before: str) -> tuple[int, int] | None:
    """What the clause behind a span that opens the sentence says the cell does (`For 900 h, A cycled at`)."""
    if len(before.split()) > _WORDS_OPENING or sentence.text[quantity.end : quantity.end + 1] != ",":
        return None
    clause, words = sentence.after(quantity.end, _BEHIND), lifetime_words()
    found = words.operating.search(clause)
    if found is None or words.no_life.search(clause):
        return None
    return quantity.end + found.start(), quantity.end + found.end()


def is_short_of(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a cell is said to have failed before a cycle, so that it lived less than that."""
    return quantity.ordinal and _BEFORE.search(sentence.before(quantity.start, 24)) is not None


def _goes_on(sentence: Sentence, quantity: Quantity) -> PropertyMention | None:
    """`for 900 h at 0.1 mA cm-2 and 300 h at 1 mA cm-2`: a further life under other circumstances."""
    lives = [each for each in sentence.quantities if each.dimension == quantity.dimension and each.end < quantity.start]
    if not lives or not _UNDER_OTHERS.match(sentence.text[lives[-1].end : quantity.start]):
        return None
    return lifetime_of(sentence, lives[-1])


def _last_operating(sentence: Sentence, quantity: Quantity, before: str) -> tuple[int, int] | None:
    """Where the clause before a span says what the cell does, if nothing stands between that claims the span."""
    words = lifetime_words()
    begin = _begin_of_list(sentence, quantity) - len(before)
    operating = words.recharged if quantity.dimension == "count" else words.operating
    matches = list(operating.finditer(before))
    if not matches:
        return None
    last = matches[-1]
    between = before[last.end() :]
    if words.begun.search(before[: last.start()]) or words.no_life.search(between):
        return None
    start, end = begin + last.start("told" if last["told"] else 0), begin + last.end()
    if len(between.split()) > _LONGEST_BETWEEN:
        return None
    for other in sentence.quantities:
        if (
            end <= other.start < quantity.start
            and other.group != quantity.group
            and other.dimension in _OF_THE_CLAUSE
            and other.change is None
        ):
            return None
    return start, end
