"""What a whole document's definitions add up to: one spelling for each pair, one meaning for each abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...ontology.materials import identify
from .mentions import AliasMention
from .words import word_list

_CHEMICAL = re.compile(r"[a-z\d()]{4,}(?:ane|ene|ol|ate|ide|ite|ile|one|ine|ether)\Z")
"""The last word of a chemical's name. Matches `polyurethane`, `difluoride`; not `resistance`."""


@dataclass(frozen=True, slots=True)
class AliasConflict:
    """An abbreviation that a document defines more than once, differently.

    Args:
        short: the abbreviation, singular.
        longs: its long forms in the order of the text.
    """

    short: str
    longs: tuple[str, ...]


def alias_map(aliases: Iterable[AliasMention]) -> dict[str, str]:
    """Abbreviations of substances to their long forms, with the singular of every plural and the other way round.

    Abbreviations of quantities, techniques and devices are left out: nothing in a text that looks like them is a
    material.

    Args:
        aliases: a document's definitions, or those that stand before a position, in reading order.

    Returns:
        What each abbreviation stands for; of two definitions the surer one, and of two as sure the first. Plurals lead
        to the singular long form. `find_conflicts` tells of abbreviations with two.
    """
    chosen: dict[str, AliasMention] = {}
    for alias in aliases:
        short = singular(alias.short)
        if not _is_substance(alias) or _says_more(short, alias):
            continue
        if short not in chosen or alias.confidence > chosen[short].confidence:
            chosen[short] = alias
    found: dict[str, str] = {}
    for short, alias in chosen.items():
        long = _singular_long(alias)
        found[short] = found[alias.short] = long
        if short[-1:].isupper():
            found[short + "s"] = long
    return found


def find_conflicts(aliases: Iterable[AliasMention]) -> list[AliasConflict]:
    """The abbreviations that a document defines differently at different places."""
    longs: dict[str, dict[str, str]] = {}
    for alias in aliases:
        longs.setdefault(singular(alias.short), {}).setdefault(_key(_singular_long(alias)), alias.long)
    return [AliasConflict(short, tuple(found.values())) for short, found in longs.items() if len(found) > 1]


def unify_spelling(aliases: Iterable[AliasMention]) -> list[AliasMention]:
    """Give every definition the spelling of the first one that says the same.

    `solid electrolyte (SE)` and `Solid-electrolytes (SEs)` are one statement, and so are a long form and its rest
    behind a broken line (`collectors (CC)`); the offsets stay those of each place.
    """
    given = list(aliases)
    known: dict[str, dict[str, AliasMention]] = {}
    for alias in given:
        known.setdefault(singular(alias.short), {}).setdefault(_key(_singular_long(alias)), alias)
    unified = []
    for alias in given:
        key, others = _key(_singular_long(alias)), known[singular(alias.short)]
        whole = next((other for other in others if other.endswith(key) and len(other) > len(key)), key)
        unified.append(replace(alias, short=others[whole].short, long=others[whole].long))
    return unified


def _is_substance(alias: AliasMention) -> bool:
    if alias.rule.endswith(("-formula", "-chemical-name", "-pair")):
        return True
    last = re.split(r"[\s-]", _singular_long(alias))[-1].casefold()
    known = identify(_singular_long(alias)).kind != "name"
    return known or last in word_list("substances") or bool(_CHEMICAL.match(last))


def _says_more(short: str, alias: AliasMention) -> bool:
    """Whether a formula in brackets tells what a name of nothing known is (`lithium phosphorus sulfide (Li7P3S11)`)."""
    return len(identify(short).composition or ()) > 1 and identify(_singular_long(alias)).kind == "name"


def singular(short: str) -> str:
    """An abbreviation without its plural s.

    Example:
        >>> singular("SEs"), singular("GITTs"), singular("Cs"), singular("SES")
        ('SE', 'GITT', 'Cs', 'SES')
    """
    plural = len(short) > 2 and short.endswith("s") and (short[-2].isupper() or short[-2].isdigit())
    return short[:-1] if plural else short


def _singular_long(alias: AliasMention) -> str:
    long = alias.long
    if singular(alias.short) == alias.short or not long.endswith("s"):
        return long
    if long.endswith("ies"):
        return long[:-3] + "y"
    return long if long.endswith("ss") else long[:-1]


def _key(long: str) -> str:
    """Long forms that differ by case, hyphens, spaces or the last word's ending (`microscope`, `-y`) have one key."""
    key = re.sub(r"[\s-]+", "", long).casefold()
    return re.sub(r"(?<=[a-z]{4})(?:ies|ers|ry|er|es|y|e|s)\Z", "", key)
