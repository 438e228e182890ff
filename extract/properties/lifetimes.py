"""How long a cell lasted: numbers of cycles and times that are results, told from those that are circumstances.

`ran for 800 h` and `a lifespan of 500 cycles` are results; `80% after 500 cycles` and `annealed for 5 h` are not.
"""

from __future__ import annotations

import re

from ..annotations import Sentence
from ..quantities import Quantity
from .mentions import PropertyMention
from .references import reference_words

NAMES = {"count": "cycle_life", "time": "cycling_duration"}
"""Dimension of a duration to the property that it is a value of."""

_SHORTEST = {"h": 10.0, "d": 1.0, "weeks": 1.0, "months": 1.0, "cycles": 5.0}
"""What is shorter is a step of an experiment."""

_OTHER_CYCLES = re.compile(r"re-?dox|thermal|heat|CV|duty|pressure", re.IGNORECASE)
"""Cycles that are none of charge. Matches in `12 redox cycles`."""

_REACH = 170
_BEHIND = 60

_OPERATING = re.compile(
    r"\b(?:cycl(?:e|es|ed|ing|abilit(?:y|ies))(?:[ -](?:li(?:fe|ves)(?:times?|spans?)?|stabilit(?:y|ies)"
    r"|performances?|times?"
    r"|numbers?|durations?))?(?!\w)|li(?:fe|ves)(?:[- ]?(?:times?|spans?))?|operat(?:e|es|ed|ing|ion)|r[au]ns?"
    r"|running"
    r"|work(?:s|ed|ing)?|last(?:s|ed|ing)?|surviv(?:e|es|ed|ing)|endur(?:e|es|ed|ing|ance)|persist(?:s|ed|ing)?"
    r"|continu(?:e|es|ed|ing)|function(?:s|ed|ing)?|sustain(?:s|ed|ing)?|proceed(?:s|ed|ing)?|stab(?:le|ly|ility)"
    r"|stead(?:y|ily)|durability|longevity|(?:plat(?:e|ed|ing)|stripp(?:ed|ing)|electro-?deposition|deposition)"
    r"|(?:no|without(?: any| an?)?|free (?:of|from)|devoid of)\s(?:[\w-]+\s){0,2}(?:short[\w -]{0,12}circuit\w*"
    r"|failures?|dendrites?|voltage \w+"
    r"|degradation|fluctuations?|breakdown))\b",
    re.IGNORECASE,
)
"""What a cell does while it lives, or says that it did not die. Matches `cycled`, `lifespan`, `no short circuit`."""

_REACHES = re.compile(
    r"\b(?:for|over|of|to|up to|beyond|than|exceed\w*|reach\w*|surpass\w*|throughout|within|across|above|least"
    r"|nearly|about|is|was|are|were"
    r"|last(?:s|ed|ing)?|surviv(?:e|es|ed|ing)|endur(?:e|es|ed|ing)|cycled|stable|additional|sustain(?:s|ed"
    r"|ing)?)\s"
    r"(?:(?!(?:the|first|initial|after)\b)[\w-]+\s){0,3}[~≈><≥≤∼]?\s?$"
)
"""Right before a result. Matches `for more than `, `lasted `; must not match `for the first `, `after `."""

_AT_CIRCUMSTANCE = re.compile(
    r"\b(?:after|following|upon|during|before|every|in|at|by)\s(?:[\w-]+\s){0,2}[~≈><≥≤∼]?\s?$"
)
"""Right before a circumstance. Matches `after `, `during the first `."""

_DIED = re.compile(
    r"\b(?:fail(?:s|ed)?|short(?:s|ed)?|short-?circuit(?:s|ed)?|died|dies|broke down|collapsed)"
    r"(?:\s(?:the|its)\s(?:cells?|batter(?:y|ies)))?(?:\s(?:only|already|abruptly|suddenly|early|again))?"
    r"\safter\s(?:only\s|just\s|merely\s|about\s|less than\s)?[~≈<]?\s?$"
)
"""How long a cell lived until it failed. Matches `short-circuited after only `; must not match `imaged after `."""

_UNDER_OTHERS = re.compile(r"^\s(?:at|under)\s[^,;()]{3,40}?,?\s?(?:and|or)\s(?:for\s)?[~≈>]?\s?$")
"""Between two lives under different circumstances. Matches ` at 0.1 mA cm-2 and `; must not match ` and after `."""

_WORDS_OF_SUBJECT = 6
"""How many words before a failure may say whose it was."""

_FROM = re.compile(r"\bfrom\s(?:about |only |just )?[~≈]?\s?$")
"""Before the first end of a change. Matches `from about `."""

_AFTERWARDS = re.compile(r"\b(?:after|upon|during|following|before|prior to|when)\s(?:[\w-]+\s){0,2}$")
"""Before what a cell does, where that is a circumstance itself. Matches `after long `."""

_NO_LIFE = re.compile(
    r"\b(?:mill\w*|stirr\w*|dri(?:ed|es)|drying|anneal\w*|sinter\w*|heat(?:ed|ing)|press(?:ed|ing)|mix(?:ed|ing)"
    r"|stor(?:e|ed|age|ing)|ag(?:ed|ing|eing)"
    r"|rest(?:ed|ing)?|soak\w*|immers\w*|expos\w*|irradiat\w*|sputter\w*|evaporat\w*|wash\w*|rpm|air|moisture"
    r"|humid\w*|water|dry room"
    r"|equilibrat\w*|held|calcin\w*|quench\w*|dispers\w*|record\w*|measured|collected|retention|retain\w*)\b",
    re.IGNORECASE,
)
"""What takes time without being a life, or has a number of cycles as its circumstance."""

_LIFE_BEHIND = re.compile(
    r"^(?:[- ](?:long)?)?\s?(?:of\s)?(?:(?:stable|continuous|reversible|long-term|galvanostatic|steady)\s)*"
    r"(?:cycling|cycle[- ]life|cycl(?:e|ing) (?:life|stability)|life(?:time|span)?|operation|plating|stripping)\b"
    r"|^,?\s(?:[\w-]+\s){0,2}?without\s(?:(?:any|an?|obvious|noticeable|apparent|signs?|of|internal|significant"
    r"|evident)\s){0,4}"
    r"(?:short|fail|dendrit|degrad|voltage|fluctuat|breakdown|polari|soft)",
    re.IGNORECASE,
)
"""Behind a life. Matches ` of stable cycling`, `-h cycle life`, ` without any short circuit`."""

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
    if quantity.ordinal or quantity.low < _SHORTEST.get(quantity.unit, float("inf")):
        return None
    if _OTHER_CYCLES.search(sentence.between(quantity.start, quantity.end + 1)):
        return None
    name = NAMES[quantity.dimension]
    before = sentence.before(quantity.start, _REACH).rpartition(";")[2]
    died = _DIED.search(before)
    if died is not None:
        begin = quantity.start - len(before)
        who = set(re.findall(r"\w+", before[: died.start()].lower())[-_WORDS_OF_SUBJECT:])
        if who & {*reference_words().contrasted, "without"}:
            return None
        return PropertyMention(begin + died.start(), begin + died.end(), name)
    lived = _goes_on(sentence, quantity)
    if lived is not None:
        return lived
    if _AT_CIRCUMSTANCE.search(before) and not _REACHES.search(before):
        return None
    behind = _LIFE_BEHIND.match(sentence.after(quantity.end, _BEHIND))
    if behind is not None and not _AT_CIRCUMSTANCE.search(before):
        return PropertyMention(quantity.end + behind.start(), quantity.end + behind.end(), name)
    if not _REACHES.search(before) and not (quantity.change == "before" and _FROM.search(before)):
        return None
    operating = _last_operating(sentence, quantity, before)
    return None if operating is None else PropertyMention(*operating, name)


def _goes_on(sentence: Sentence, quantity: Quantity) -> PropertyMention | None:
    """`for 900 h at 0.1 mA cm-2 and 300 h at 1 mA cm-2`: a further life under other circumstances."""
    lives = [each for each in sentence.quantities if each.dimension == quantity.dimension and each.end < quantity.start]
    if not lives or not _UNDER_OTHERS.match(sentence.text[lives[-1].end : quantity.start]):
        return None
    return lifetime_of(sentence, lives[-1])


def _last_operating(sentence: Sentence, quantity: Quantity, before: str) -> tuple[int, int] | None:
    """Where the clause before a span says what the cell does, if nothing stands between that claims the span."""
    begin = quantity.start - len(before)
    matches = list(_OPERATING.finditer(before))
    if not matches:
        return None
    last = matches[-1]
    between = before[last.end() :]
    if _AFTERWARDS.search(before[: last.start()]) or _NO_LIFE.search(between) or len(between.split()) > 16:
        return None
    start, end = begin + last.start(), begin + last.end()
    for other in sentence.quantities:
        if end <= other.start < quantity.start and other.dimension in _OF_THE_CLAUSE and other.change is None:
            return None
    return start, end
