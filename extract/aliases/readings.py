"""The ways to read a long form: its letters, its elements, its quantity, or what the text says outright."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...ontology.materials import identify
from .letters import Match, formula_symbols, match_formula, match_words
from .mentions import QUOTES, SYMBOL, AliasMention, Range, can_be_given_name, is_short, make_mention
from .text import drop_generic_end, noun_phrase_start, window_start
from .words import word_list

Found = tuple[Range, str, float]
"""Where a long form is, the reading that found it, and how sure that is."""

_NAMES = re.compile(r"[A-Z][\w-]*")
_POLYMORPH = re.compile(r"(?<!\w)[α-ω]'?\s*[-–‐]?\s*\Z")
"""A polymorph's letter that a converter set apart. Matches the beginning of `β -Li3PS4`."""

_DOPED = re.compile(r"(?<!\w)([A-Z][a-z]?)[-–‐](?:co-?)?(?:doped|substituted|stabili[sz]ed|containing)\s+\Z")
"""A dopant named before its host. Matches `Ta-doped `."""

_SHARED = re.compile(r"([\w-]+)(?:\s*/\s*|\s+(?:and|or)\s+)([\w-]+)\s+(\w+)\s*\Z")
"""Two modifiers of one noun. Matches `counter/reference electrode`."""


_CHEMICAL = re.compile(
    r"[a-z\d,()\[\]'-]{9,}(?:ane|ene|ol|ate|ide|ite|ile|one|ine|ether|oxide)s?\Z", re.IGNORECASE
)  # fmt: skip
"""A systematic or trivial chemical name of one word. Matches `methoxyperfluorobutane`; not `membrane`."""


def read_before(text: str, position: int, short: Range, *, explicit: bool, rule: str) -> Iterator[AliasMention]:
    """The long form ends at `position`; the strictest reading that fits."""
    written = text[slice(*short)]
    start = window_start(text, position)
    end = start + len(text[start:position].rstrip(" " + QUOTES))
    if start >= end:
        yield from _behind_parenthesis(text, start, short, rule)
        return
    if is_short(written):
        found = _by_formula(text, start, end, written) or _by_symbol(text, start, end, written)
        found = found or _by_letters(text, start, end, written) or _by_parts(text, start, end, written)
        found = found or _by_knowledge(text, start, end, written) or _by_chemical_name(text, start, end, written)
        if found:
            (long_start, long_end), reading, confidence = found
            yield make_mention(text, (long_start, long_end), short, f"{rule}-{reading}", confidence)
            return
    if not explicit:
        yield from _over_parenthesis(text, start, short, rule)
    elif 2 <= len(written) <= 40 and can_be_given_name(written):
        long_start = noun_phrase_start(text, start, end)
        if long_start < end:
            yield make_mention(text, (long_start, end), short, f"{rule}-said", 0.8)


def _over_parenthesis(text: str, position: int, short: Range, rule: str) -> Iterator[AliasMention]:
    """`counter (and reference) electrode (CE)`: the words around an earlier parenthesis are one long form."""
    opening = text.rfind("(", 0, position)
    rest = text[position : short[0] - 1]
    if not rest.strip() or opening < 1 or text[position - 1] != ")" or not is_short(text[slice(*short)]):
        return
    start = window_start(text, opening)
    joined = text[start:opening].rstrip() + " " + rest.strip()
    found = match_words(text[slice(*short)], joined)
    if found and found.cost == 0 and found.start < opening - start:
        alias = make_mention(joined, (found.start, found.end), (0, 0), f"{rule}-around", 0.85)
        end = position + len(rest.rstrip())
        yield replace(
            alias,
            short=text[slice(*short)],
            start=start + found.start,
            end=end,
            short_start=short[0],
            short_end=short[1],
        )


def _behind_parenthesis(text: str, position: int, short: Range, rule: str) -> Iterator[AliasMention]:
    """`(ethylene carbonate) (EC)`: what the first parenthesis holds; `PVDF-LiFSI (a salt) (PL)`: the word before it."""
    opening = text.rfind("(", 0, position)
    if opening < 0 or text[position - 1] != ")" or text[position : short[0] - 1].strip():
        return
    written = text[slice(*short)]
    if not is_short(written):
        return
    before = text[:opening].rstrip()
    for start, end in ((opening + 1, position - 1), (before.rfind(" ") + 1, len(before))):
        found = match_words(written, text[start:end])
        if found and found.cost == 0 and found.start == 0:
            yield make_mention(text, (start, start + found.end), short, f"{rule}-behind", 0.85)
            return


def read_shared_head(text: str, opening: int, shorts: Range) -> Iterator[AliasMention]:
    """`counter/reference electrode (CE/RE)`, `valence and conduction bands (VB and CB)`: one noun for two."""
    names = list(_NAMES.finditer(text, *shorts))
    start = window_start(text, opening)
    found = _SHARED.search(text[start:opening])
    if len(names) != 2 or found is None or not all(is_short(name[0]) for name in names):
        return
    for name, modifier in zip(names, found.group(1, 2), strict=True):
        match = match_words(name[0], f"{modifier} {found[3]}")
        if match is None or match.cost > 0 or match.start > 0:
            return
    for name, modifier in zip(names, found.group(1, 2), strict=True):
        long = f"{modifier} {found[3].rstrip('s')}"
        yield AliasMention(
            name[0], long, start + found.start(), start + found.end(3), *name.span(), "alias-shared-head", 0.9
        )


def _by_formula(text: str, start: int, end: int, short: str) -> Found | None:
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    keep = len(words) - drop_generic_end([text[slice(*word)] for word in words])
    formula = words[keep - 1]
    if not match_formula(short, text[slice(*formula)].lstrip("-–‐")):
        return _by_doped_formula(text, start, formula, short)
    polymorph = _POLYMORPH.search(text, start, formula[0])
    return (polymorph.start() if polymorph else formula[0], formula[1]), "formula", 0.97


def _by_doped_formula(text: str, start: int, formula: Range, short: str) -> Found | None:
    """`Ta-doped Li7La3Zr2O12 (LLZTO)`: the dopant has a letter too."""
    doped = _DOPED.search(text, start, formula[0])
    if doped is None or not match_formula(short, f"{text[slice(*formula)]}0.1{doped[1]}"):
        return None
    return (doped.start(), formula[1]), "formula", 0.93


def _by_symbol(text: str, start: int, end: int, short: str) -> Found | None:
    head = text[start:end].rsplit(maxsplit=1)[-1].casefold()
    singular = f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")
    if not SYMBOL.match(short) or word_list("quantity").isdisjoint((head, singular)):
        return None
    first = noun_phrase_start(text, start, end)
    return ((first, end), "symbol", 0.88) if first < end and " " in text[first:end] else None


def _by_letters(text: str, start: int, end: int, short: str) -> Found | None:
    found = _best_match(short, text[start:end])
    if found is None:
        return None
    return (start + found.start, start + found.end), "letters", 0.97 if found.cost < 0.2 else 0.9


def _best_match(short: str, text: str, *, from_start: bool = False) -> Match | None:
    plural = len(short) > 2 and short.endswith("s") and (short[-2].isupper() or short[-2].isdigit())
    found = match_words(short[:-1], text, from_start=from_start) if plural else None
    if found is None and formula_symbols(short):
        short = re.sub(r"[\d.]", "", short)
    return found or match_words(short, text, from_start=from_start)


def _by_parts(text: str, start: int, end: int, short: str) -> Found | None:
    """`graphite-protected Li (Li/G)`: each part of the abbreviation begins one word, in any order."""
    parts = [part.casefold() for part in short.split("/")]
    if len(parts) < 2 or "" in parts:
        return None
    first = noun_phrase_start(text, start, end)
    words = [word.casefold() for word in re.split(r"[\s–-]+", text[first:end])]
    fits = bool(words) and all(any(word.startswith(part) for word in words) for part in parts)
    return ((first, end), "parts", 0.8) if fits and len(words) <= 2 * len(parts) else None


def _by_knowledge(text: str, start: int, end: int, short: str) -> Found | None:
    """Two names that the vocabulary knows for one material, whatever their letters."""
    known = identify(short)
    if known.kind == "name" or formula_symbols(short):
        return None
    for word in reversed(list(re.finditer(r"\S+", text[start:end]))[-5:]):
        name = text[start + word.start() : end]
        if name != short and identify(name).id == known.id:
            return (start + word.start(), end), "known", 0.9
    return None


def _by_chemical_name(text: str, start: int, end: int, short: str) -> Found | None:
    """`methoxyperfluorobutane (HFE)`: a trade or class abbreviation after a chemical name of one long word."""
    word = text[start:end].rsplit(maxsplit=1)[-1]
    if not re.fullmatch(r"[A-Z]{2,6}", short) or not _CHEMICAL.match(word):
        return None
    return (end - len(word), end), "chemical-name", 0.7


def read_after(
    text: str, short: Range, long: Range, *, rule: str, most_cost: float, whole: bool = False
) -> Iterator[AliasMention]:
    """The long form begins at `long[0]`."""
    written, words = text[slice(*short)], text[slice(*long)]
    first = words.split(" ", 1)[0]
    if match_formula(written, words if whole else first):
        yield make_mention(text, (long[0], long[0] + len(words if whole else first)), short, rule, 0.95)
        return
    found = _best_match(written, words, from_start=True)
    if found and found.cost <= most_cost and not (whole and found.end < len(words)):
        yield make_mention(text, (long[0] + found.start, long[0] + found.end), short, rule, 0.93)
