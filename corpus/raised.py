"""Raised numbers: the citations of a document that sets them as superscripts, however its converter wrote these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from .numbered import expand

_LIST = r"[\d,;\s–−-]"
_TAGS = r"<(?!/?su[bp])[^<>\n]{1,200}>"
_ONE = rf"<sup>(?:{_LIST}|{_TAGS}|\*){{1,80}}</sup>"

_RAISED = re.compile(
    rf"(?P<html>{_ONE}(?:\s?[,;–−-]?\s?{_ONE}){{0,20}})"
    rf"|\$\s*(?:\{{\s*\}}\s*)?\^\{{?\s*(?:\\\w+\s*\{{)?\s*(?P<latex>[1-9](?:{_LIST}|\{{-\}}){{0,60}})\s*\}}{{0,2}}\s*\$"
    rf"|\^(?P<pandoc>[1-9](?:{_LIST}|\\){{0,60}})\^"
    r"|[(\[]\s?[Rr]efs?\.?\s?(?P<named>[1-9][\d,;\s–−-]{0,60})[)\]]"
    r"|(?<![⁻⁺ᐟ⁰¹²³⁴-⁹])(?P<unicode>[¹²³⁴-⁹][¹²³⁴-⁹⁰,˒⁻–]{0,40})(?!ᐟ)"
)
"""Raised numbers, and `(refs 1, 2)` beside them. Matches `films¹²`, `<sup>1</sup><sup>,</sup><sup>2</sup>`, `^3^`; must
not match the `¹` of `cm⁻¹` nor of `m¹ᐟ²`, which are powers."""

_TAG = re.compile(r"<[^<>]*>|[*\\{}]")
_MEASURE = re.compile(r"(?:\b(?:c?m|mm|nm|[µμ]m|km|dm|kg|s|g|mol|[A-Z][a-z]?)|\d|[})>]|\}\$)\s*$")
"""Before a power. Matches `cm`, `10`."""
_ENDS_NAME = re.compile(r"(?:[A-Z][A-Za-z()\d.]*[A-Za-z](?:\d{1,2}|<sub>[\d.]{1,4}</sub>)|\([^()]*[^()\s]\s[^()]*\))$")
"""The index of a formula, or a parenthesis with words, behind which a raised number cites. Matches `Li7P3S11`."""
_CHARGE = re.compile(r"[-–−+]\s*$")
_BEFORE = 60

_APART = re.compile(r"(?:^|[\s(\[–-])$")
"""Before a raised number that belongs to what stands behind it: `of <sup>7</sup>Li`."""


def raised_in(text: str, known: Collection[int]) -> Iterator[tuple[re.Match[str], tuple[int, ...]]]:
    """Raised numbers that the bibliography has, and that are no powers or isotopes.

    Args:
        text: with its markup.
        known: numbers of the bibliography.

    Yields:
        Where each stands, and its numbers, ranges written out.
    """
    for match in _RAISED.finditer(text):
        content = next(group for group in match.groups() if group is not None)
        plain = unicodedata.normalize("NFKC", _TAG.sub("", content).replace("˒", ","))
        found = expand(plain)
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not found or not all(number in known for number in found) or _CHARGE.search(plain):
            continue
        if _MEASURE.search(before[-6:]) and not _ENDS_NAME.search(before):
            continue
        if not (_APART.search(before[-1:]) and text[match.end() : match.end() + 1].isalpha()):
            yield match, found
