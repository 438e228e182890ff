"""Treated parts by labels: `LiF@Li` and `SnF2-Li` say with what, `ZF-Li` is a name that a paper gives its anode."""

from __future__ import annotations

import re

from ...frames.phrases import NounPhrase
from ...materials import MaterialMention
from ...names import Names
from .agents import METALS, Party
from .categories import sort_of
from .intervention import Intervention, told_by

LABELLED = "labelled-host"
"""The rule of a part whose label does not say with what it was treated."""

_LABEL = re.compile(r"[A-Z][A-Za-z0-9]{0,5}")
"""A label before the name of a metal. Matches `ZF`; must not match `0.5Mg`."""

_TREATED = frozenset({"anode", "ceramic"})
"""Sorts of what is covered."""


def labelled_in(phrase: NounPhrase, names: Names) -> Intervention | None:
    """The intervention that the label of a treated part tells, or None.

    Args:
        phrase: that may name one.
        names: of the document.
    """
    for word in phrase.words:
        mention = word.mention
        if not isinstance(mention, MaterialMention) or mention.kind != "composite":
            continue
        first, sign, last = _taken_apart(mention.name)
        host, agent = (first, last) if first in METALS and sign == "@" else (last, first)
        if not sign or sort_of(host, names) not in _TREATED:
            continue
        target = Party(host, mention.start, mention.end)
        if _is_added(agent, sign, names):
            party = Party(agent, mention.start, mention.end)
            return told_by("interlayer_ex_situ", [party], [target], phrase, word, ("at-host", 0.6))
        if host in METALS and _LABEL.fullmatch(agent) and names.identify(agent).kind == "name":
            return told_by("interlayer_ex_situ", (), [target], phrase, word, (LABELLED, 0.55))
    return None


def _taken_apart(name: str) -> tuple[str, str, str]:
    """The parts of a label and the sign between them: `@`, else the last hyphen."""
    return name.rpartition("@") if "@" in name else name.rpartition("-")


def _is_added(name: str, sign: str, names: Names) -> bool:
    """Whether a part of a label is what was laid on the other: a compound; beside `@` also an element or an alloy."""
    if name in METALS or names.is_electrolyte(name) or names.is_cathode(name):
        return False
    kind = names.identify(name).kind
    alloy = "-" in name and all(names.identify(part).kind == "element" for part in name.split("-"))
    return kind == "compound" or (sign == "@" and (kind == "element" or alloy))
