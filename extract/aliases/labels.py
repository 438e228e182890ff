"""What a paper calls its electrolytes by without a bracket: `electrolytes called ABC-0 and ABC-25`, `Li|ABC-5|Li`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...ontology.materials import identify

_LABEL = r"(?=[\w-]*[A-Z][\w-]*[A-Z0-9])[A-Z][A-Za-z0-9]*(?:[-\u2010-\u2013]\d+(?:\.\d+)?)?"
"""A short name of capitals, with a number behind a dash or not. Matches `ABC-5`, `CPE`; must not match `Sample`."""

_CALLED = re.compile(
    r"\b(?:electrolytes?|membranes?|separators?|SPEs?|CPEs?|CSEs?|SEs?|SSEs?)\b[^.;]{0,80}?\b(?:are|is|was|were|being)?\s?"
    r"(?:called|denoted|named|labell?ed|designated|termed|abbreviated|referred to)\s(?:hereafter\s)?(?:as\s)?"
    rf"(?P<labels>{_LABEL}(?:(?:,\s(?:and\s)?|\sand\s|\sto\s|\sor\s){_LABEL})*)(?![\w-])"
)
"""Electrolytes with what they are called. Matches `the electrolytes are denoted as ABC-0, ABC-5 and ABC-10`."""

_LAYER = re.compile(
    rf"(?<![\w|∣])(?:Li|Na|K|Li-In|In|Cu|SS)\s?[|∣‖∥│]{{1,2}}\s?(?P<label>{_LABEL})\s?[|∣‖∥│]{{1,2}}\s?\w"
)
"""What stands between the electrodes of a cell. Matches `Li|ABC-5|LFP`."""


def labels_of(texts: Sequence[str]) -> frozenset[str]:
    """What a paper calls its electrolytes by, where nothing more is known of the name.

    Args:
        texts: clean texts of a document.

    Example:
        >>> sorted(labels_of(["The electrolytes are called ABC-0 and ABC-5.", "Li|XYZ|Li and Li|LLZO|Li cells"]))
        ['ABC-0', 'ABC-5', 'XYZ']
    """
    return frozenset(label for text in texts for label in _labels(text) if identify(label).kind == "name")


def _labels(text: str) -> Iterator[str]:
    if "|" in text or "∣" in text or "‖" in text:
        yield from (match["label"] for match in _LAYER.finditer(text))
    for match in _CALLED.finditer(text):
        yield from re.findall(_LABEL, match["labels"])
