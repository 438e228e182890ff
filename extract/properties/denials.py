"""Whether a value is denied, or wanted and not reached."""

from __future__ import annotations

from ..annotations import Sentence
from ..quantities import Quantity
from .value_words import value_words

_REACH = 60
_FAR = 90


def is_denied_value(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the words before a value deny it: `does not reach 1 mS cm-1`; not `is not oxidised below 4 V`."""
    before = sentence.before(quantity.start, _REACH)
    words = value_words()
    if words.nothing.search(sentence.before(quantity.start, _FAR)):
        return True
    return words.denying.search(before) is not None and words.no_denial.search(before) is None


def is_goal(sentence: Sentence, start: int, value: int) -> bool:
    """Whether the words before a value make it a goal and not a result.

    Args:
        sentence: the sentence.
        start: clean start of the statement: of the value, or of its property's name before it.
        value: clean start of the value.
    """
    return value_words().wanting.search(sentence.before(start, _FAR) + sentence.between(start, value)) is not None


def is_called_for(sentence: Sentence, end: int) -> bool:
    """Whether the words behind a value or its property make it a goal: `1 mS cm-1 is required`."""
    return value_words().wanted.search(sentence.after(end, _REACH)) is not None
