r"""Citations that are links, however a converter cut them: `[\[2,](#b2)[3\]](#b3)` is `[2,3]`."""

from __future__ import annotations

import re

from .mapped import Edit, MappedText
from .numbered import LIST

_PIECE = r"(?:\\?[\[\]]|[\d,;\s–−-]|</?sup>){1,40}"
_TARGET = r"\((?:#|https?:)[^()\s]{0,300}\)"
_LINK = rf"\[{_PIECE}\]{_TARGET}"
_LINKS = re.compile(rf"(?:\\?\[)?{_LINK}(?:[\s,;–−-]{{0,3}}{_LINK}){{0,40}}(?:\\?\])?")
"""Links that hold nothing but parts of one marker, side by side."""

_ANCHOR = re.compile(r"<a\b[^<>]{0,300}>\s*([\d,;\s–−-]{1,40})\s*</a>")
"""A link of HTML around numbers."""

_NO_NUMBER = re.compile(rf"\\|[\[\]]|</?sup>|{_TARGET}")
_NUMBERS = re.compile(LIST)


def join_links(mapped: MappedText) -> None:
    """Write every citation that is made of links as one marker: in brackets, or raised where it is.

    Args:
        mapped: the text with its markup; edited.
    """
    text = mapped.text
    if "](" in text:
        mapped.edit([edit for match in _LINKS.finditer(text) if (edit := _joined(match)) is not None])
    if "<a" in text:
        anchors = _ANCHOR.finditer(mapped.text)
        mapped.edit([Edit(match.start(), match.end(), match[1].strip()) for match in anchors if match[1].strip()])


def without_links(text: str) -> str:
    """A text of which only the way of citing is of interest, its links joined."""
    mapped = MappedText.from_slices(text, [(0, len(text))])
    join_links(mapped)
    return mapped.text


def _joined(match: re.Match[str]) -> Edit | None:
    numbers = _NO_NUMBER.sub("", match.group()).strip(" ,;\n\t")
    if not _NUMBERS.fullmatch(numbers):
        return None
    before = match.string[max(0, match.start() - 8) : match.start()]
    if before.endswith("<sup>"):
        return Edit(match.start(), match.end(), numbers)
    raised = "<sup>" in match.group()
    return Edit(match.start(), match.end(), f"<sup>{numbers}</sup>" if raised else f"[{numbers}]")
