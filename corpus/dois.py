"""DOIs as papers and converters write them, into the form that a resolver wants."""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"'“”‘’{}|\\^`]+(?:\s?(?<=[(/.-])\n?)?", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BROKEN = re.compile(
    r"(?P<left>10\.\d{4,9}(?:\.\d+)*/[^\s<>\"]*[-/.(_]|10\.\d{4,9}/|10\.\d{4,9}|doi\.org/|https?://doi\.|10\.)\s*\n\s*(?P<right>[\w(/.][^\s<>\"]*)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\[(?P<label>(?:[^\[\]\n]|\\[\[\]]){1,600})\]\((?P<target>(?:[^()\s]|\((?:[^()\s]|\([^()\s]*\))*\)){1,600})\)"
)
_ADDRESS = re.compile(r"<?https?://(?:\s?(?:dx\.)?doi\.org/\s?)?\S*>?|\bdoi:?\s?10\.\S+", re.IGNORECASE)
_ANGLE = re.compile(r"<(?P<address>(?:https?://|doi:)[^\s<>]{4,500})>")
_APART = re.compile(
    r"(?P<left>doi\.org/|/doi/|doi:\s?)\s?(?P<prefix>10\.)\s?(?P<registrant>\d{4,9}/)\s?(?P<name>[^\s<>\"]+)"
    r"(?:(?:(?<=[A-Za-z]\.)|(?<=[/(-]))\s(?P<rest>[\w.()/-]*\d[\w.()/-]*)"
    r"|(?<=\d\.)\s(?P<end>\d{4,})(?=\.?\s*$))?",
    re.IGNORECASE | re.MULTILINE,
)
"""A DOI that a converter cut at the end of a line of its column. Matches `doi.org/10. 1016/j.matt. 2023.04`."""
_TAIL = ".,;:!?*_'\"”’]}"
_RESOLVER = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)


def find_dois(text: str) -> list[str]:
    r"""All DOIs in a piece of source text, normal form, in order, each once.

    Args:
        text: source text: Markdown links, angle brackets and line ends inside a DOI are undone.

    Example:
        >>> find_dois(r"see [https://doi.org/10.1016/0025-5408\(80\)90012-4](https://doi.org/10.1016/0025-5408(80)90012-4).")
        ['10.1016/0025-5408(80)90012-4']
    """
    if "10." not in text:
        return []
    text = _LINK.sub(lambda match: f" {match['target'] if '10.' in match['target'] else match['label']} ", text)
    text = _ANGLE.sub(r" \g<address> ", text)
    text = _ESCAPE.sub(r"\1", text)
    text = _APART.sub(_close, text)
    for _ in range(3):
        text = _BROKEN.sub(r"\g<left>\g<right>", text)
    return list(dict.fromkeys(normal_doi(match.group()) for match in _DOI.finditer(text)))


def _close(match: re.Match[str]) -> str:
    """An address without the spaces in it."""
    return "".join(group for group in match.groups() if group)


def without_addresses(text: str) -> str:
    """A text without its DOIs and the addresses of pages, in whatever form."""
    return _ADDRESS.sub("", _APART.sub("", text))


def normal_doi(text: str) -> str:
    """A DOI in lower case, without a resolver's address, escapes and what the sentence put behind it.

    Example:
        >>> normal_doi("https://doi.org/10.1002/(SICI)1521-4095(1998)10:6%3C439::AID-ADMA439%3E3.0.CO;2-I.")
        '10.1002/(sici)1521-4095(1998)10:6<439::aid-adma439>3.0.co;2-i'
    """
    doi = _RESOLVER.sub("", unquote(text.strip())).strip()
    while doi:
        last = doi[-1]
        if (
            last in _TAIL
            or (last == ")" and doi.count(")") > doi.count("("))
            or (last == ">" and doi.count(">") > doi.count("<"))
        ):
            doi = doi[:-1]
        else:
            break
    return doi.lower()
