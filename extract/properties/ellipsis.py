"""Treated materials whose host is left unsaid: `graphite- and carbon-coated Al`, `the carbon-coated cells`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..annotations import Sentence
from ..materials import MaterialMention
from .coordination import lists
from .references import reference_words

_TREATMENT = re.compile(r"^-?(coated|doped|modified|protected|infiltrated|substituted)\b|^-(?=\s(?:and|or)\s)")
"""Behind a name that is a coating or dopant only. Matches `-coated`; must not match ` coating`."""

_UNKNOWN = re.compile(
    r"\b(?P<coating>[a-z]+)-(?P<how>coated|modified|protected) (?:CCs?|(?:current )?collectors?|foils?|cells?"
    r"|electrodes?|ones?)\b"
)
"""A treated thing whose host is unsaid. Matches `carbon-coated cells`; must not match `carbon-coated Al`."""

_FULL = re.compile(r"^(?P<treatment>.+-(?:coated|doped|modified|protected|infiltrated|substituted)) (?P<host>\S.*)$")
"""A treated material with its host. Matches `carbon-coated Al`."""


_BARE = re.compile(
    r"\b(?:bare|uncoated|untreated|pristine) (?:CCs?|(?:current )?collectors?|foils?|cells?|electrodes?)\b"
)
"""The untreated thing, its host unsaid. Matches `bare CCs`; must not match `bare Al`."""


_IN_BRACKETS = re.compile(r"\([^()]*\d[^()]*$")
"""Before what a bracket tells the share of. Matches `(10 at% `."""

_ANION = re.compile(r"\b[Tt]he (?P<anion>[a-z]+ides?)(?=\s(?!ions?\b|anions?\b|anode|cathode)|,)")
"""One of two that is called by its anion. Matches `the bromide `; must not match `the bromide ions`."""

_OF_TWO = re.compile(r"\b[Tt]he (?P<which>former|latter)\b(?=,?\s)")
"""One of two that were named. Matches `the latter `."""


def pair_of(sentence: Sentence, mentions: Sequence[MaterialMention]) -> tuple[MaterialMention, MaterialMention] | None:
    """The two that `the former` and `the latter` mean behind a sentence: a list of two, else the only two it names."""
    pairs = [members for members in lists(sentence, mentions) if len(members) == 2]
    named = [each for each in mentions if not _IN_BRACKETS.search(sentence.before(each.start, 16))]
    chosen = pairs[-1] if pairs else tuple(named) if len(named) == 2 else None
    return (chosen[0], chosen[1]) if chosen is not None else None


def told_apart(
    sentence: Sentence,
    mentions: tuple[MaterialMention, ...],
    pair: tuple[MaterialMention, MaterialMention] | None,
) -> tuple[MaterialMention, ...]:
    """The mentions of a sentence with `the former` and `the latter` as mentions of what they mean.

    Args:
        sentence: the sentence.
        mentions: of it, in order.
        pair: the two that the sentence before named.
    """
    found = list(mentions)
    for match in _OF_TWO.finditer(sentence.text, sentence.start, sentence.end):
        named = [mention for mention in mentions if mention.end <= match.start()]
        two = (pair_of(sentence, named) if named else None) or pair
        if two is not None:
            one = two[match["which"] == "latter"]
            found.append(replace(one, start=match.start(), end=match.end(), text=match.group()))
    found.extend(_by_anion(sentence, mentions, pair) if pair is not None else ())
    return tuple(sorted(found, key=lambda mention: mention.start))


def _by_anion(
    sentence: Sentence, mentions: Sequence[MaterialMention], pair: tuple[MaterialMention, MaterialMention]
) -> Iterator[MaterialMention]:
    """The two of the sentence before where the anions that tell them apart are all that is said (`the bromide`)."""
    symbols = reference_words().anions
    for match in _ANION.finditer(sentence.text, sentence.start, sentence.end):
        symbol = symbols.get(match["anion"])
        if symbol is None or any(each.start < match.end() and match.start() < each.end for each in mentions):
            continue
        those = [each for each in pair if each.kind == "compound" and re.search(rf"{symbol}(?![a-z])", each.name)]
        if len(those) == 1:
            yield replace(those[0], start=match.start(), end=match.end(), text=match.group())


def is_of_two(mention: MaterialMention) -> bool:
    """Whether a mention is `the former` or `the latter`."""
    return mention.text.lower() in ("the former", "the latter")


def host_of(mentions: Iterable[MaterialMention]) -> str | None:
    """The host of the last treated material among the mentions, or None."""
    hosts = [match["host"] for mention in mentions if (match := _FULL.match(mention.name))]
    return hosts[-1] if hosts else None


def complete(
    text: str, mentions: Iterable[MaterialMention], host: str | None, *, start: int = 0, end: int | None = None
) -> list[MaterialMention]:
    """The mentions with unsaid hosts filled in; a coating of which no host is known is left as it is.

    Args:
        text: clean text of the mentions.
        mentions: of one sentence, in order.
        host: the host last spoken of before the sentence.
        start: clean start of the sentence.
        end: its clean end; the end of the text if not given.
    """
    found: list[MaterialMention] = []
    for mention in reversed(list(mentions)):
        full = _FULL.match(mention.name)
        treatment = _TREATMENT.match(text[mention.end : mention.end + 16])
        if full:
            host = full["host"]
        elif treatment and host is not None and mention.kind != "class":
            name = f"{mention.name}-{treatment[1] or 'coated'} {host}"
            found.append(replace(mention, end=mention.end + treatment.end(), name=name, kind="name"))
            continue
        found.append(mention)
    unsaid = [*_bare(text, found, host), *_unknown(text, found, host, (start, end or len(text)))]
    return sorted([*found, *unsaid], key=lambda mention: mention.start)


def _unknown(
    text: str, found: Sequence[MaterialMention], host: str | None, within: tuple[int, int]
) -> Iterator[MaterialMention]:
    """`the carbon-coated cells`, where what the coating is of is no material that is known by name."""
    if host is None:
        return
    for match in _UNKNOWN.finditer(text, *within):
        if all(match.end() <= mention.start or mention.end <= match.start() for mention in found):
            name = f"{match['coating']}-{match['how']} {host}"
            yield MaterialMention(match.start(), match.end("how"), match.group(), name, "name")


def _bare(text: str, found: Sequence[MaterialMention], host: str | None) -> Iterator[MaterialMention]:
    """`bare CCs` behind or before treated ones."""
    if host is None or not found:
        return
    first, last = min(mention.start for mention in found), max(mention.end for mention in found)
    for match in _BARE.finditer(text, max(0, first - 60), last + 60):
        yield MaterialMention(match.start(), match.end(), match.group(), f"bare {host}", "name")
