"""Markup of a document into plain text: Markdown emphasis and links, HTML, entities, LaTeX, odd Unicode.

Every function edits a `MappedText`; none can fail, whatever is unbalanced.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

from .formulas import element_pattern
from .latex import clean_latex, tighten
from .mapped import Edit, Lean, MappedText

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]{0,2000}\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)")
_LINK = re.compile(r"(\[)(?:[^\[\]\n]|\\[\[\]]){1,1000}(\]\((?:[^()\n]|\([^()\n]{0,200}\)){1,1000}\))")
_AUTOLINK = re.compile(r"(<)(?:https?://|mailto:)[^\s<>]{1,1000}(>)")
_EMPHASIS = re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*\n]{1,3000})(?<=[^\s*\\])(\1)(?!\*)")
_UNDERLINED = re.compile(r"(?<![\w\\])(__?)(?=[^\s_])([^_\n]{1,500})(?<=[^\s_\\])(\1)(?!\w)")
_PANDOC_INDEX = re.compile(r"(?<=[A-Za-z)\]])(~)[\d.xyzδ+−–-]{1,9}(~)")
"""Matches the tildes of `Li~6~PS~5~Cl`."""
_PANDOC_POWER = re.compile(r"(?<=\d)\^[-−–+]?\d{1,3}(\^)")
"""Matches the second caret of `10^-4^`, whose first one stays."""
_PANDOC_RAISED = re.compile(r"(?<=[A-Za-z)\]])(\^)[-−–+]?\d{0,3}[-−–+]?(\^)")
"""Matches the carets of `cm^-2^` and `Li^+^`."""
_PLAIN_INDEX = re.compile(
    r"(?<![A-Z]{3})(?:(?<=[A-Z])|(?<=[A-Z][a-z])|(?<=[)\]]))(_\{?)(?!0\d)(?:\d{1,3}(?:\.\d{1,4})?|[xyzδ](?![a-z]))(?:[-−–+][xyzδ])?(\}?)(?![a-z])"
)
"""Matches the signs of `Li_6PS_{5}Cl`, outside of maths; must not match in `file_2`."""
_CODE = re.compile(r"(?<!`)(`)(?=[^\s`])[^`\n]{1,500}(?<=[^\s`])(`)(?!`)")
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>sub|sup|i|b|em|strong|u|s|p|br|span|div|small|big|font|a|tt|code|cite|mark|inf|hr|img)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_PRIVATE = re.compile("[\ue000-\ue0ff]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SPACES = re.compile(r"\s+")
_ODD_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r\n\v\f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\ufffc]+")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ]+")
_SUBSCRIPT = re.compile("[₀-₎ₐ-ₜᵢᵣᵤᵥᵦᵧᵨᵩᵪ]+")
_LOOKALIKE = re.compile("[\u2212‐‑﹣－∼˜～∣│❘ǀ⋅∙・\u2126\u212bµμℓ⩽⩾≦≧＋＝％＜＞ﬀ-ﬆ′＝′ʹ𝐀-𝟿]")
_LOOKALIKES = {
    "−": "-", "‐": "-", "‑": "-", "﹣": "-", "－": "-", "∼": "~", "˜": "~", "～": "~", "∣": "|", "│": "|", "❘": "|",
    "ǀ": "|", "⋅": "·", "∙": "·", "・": "·", "\u2126": "Ω", "\u212b": "Å", "µ": "µ", "μ": "μ", "ℓ": "l", "⩽": "≤",
    "⩾": "≥", "≦": "≤", "≧": "≥", "′": "'", "ʹ": "'",
}  # fmt: skip
_MICRO = re.compile("μ(?=[AmSLlgsVWΩFNJMh](?![a-z]{2})|Ah|Wh|mol|Pa|\\s?[AmSLgV]\\b)")


def clean_markup(mapped: MappedText, *, markdown: bool = True) -> None:
    """Take the markup out of a paragraph, cell or entry.

    Args:
        mapped: the text as in the source; edited.
        markdown: also take Markdown's own signs (emphasis, links, escapes) and LaTeX for markup.
    """
    if markdown:
        _clean_markdown(mapped)
    if "<" in mapped.text:
        mapped.cut(_COMMENT)
        mapped.cut(_AFTER_SPACED_SCRIPT, 1)
        mapped.cut(_last_symbol(), 1)
        mapped.cut(_SCRIPT_SPACE, 1)
        _clean_tags(mapped)
    if "&" in mapped.text:
        mapped.replace(_ENTITY, _entity)
    clean_unicode(mapped)
    tighten(mapped)


def drop_private(mapped: MappedText) -> None:
    """Take out the private-use characters that later steps use as marks."""
    if not mapped.text.isascii():
        mapped.cut(_PRIVATE)


def _clean_markdown(mapped: MappedText) -> None:
    text = mapped.text
    if "](" in text:
        mapped.cut(_IMAGE)
        mapped.edit(_bracketed(_LINK, mapped.text))
    if "<" in text:
        mapped.edit(_bracketed(_AUTOLINK, mapped.text))
    clean_latex(mapped)
    if "~" in mapped.text:
        mapped.cut(_PANDOC_INDEX, 1, 2)
    if "^" in mapped.text:
        mapped.cut(_PANDOC_POWER, 1)
        mapped.cut(_PANDOC_RAISED, 1, 2)
    if "_" in mapped.text:
        mapped.cut(_PLAIN_INDEX, 1, 2)
    if "*" in mapped.text:
        for _ in range(2):
            mapped.cut(_EMPHASIS, 1, 3)
    if "_" in mapped.text:
        mapped.cut(_UNDERLINED, 1, 3)
    if "`" in mapped.text:
        mapped.cut(_CODE, 1, 2)


def _bracketed(pattern: re.Pattern[str], text: str) -> list[Edit]:
    edits = []
    for match in pattern.finditer(text):
        content = text[match.end(1) : match.start(2)]
        if content.strip("0123456789,;-– "):
            edits.append(Edit(match.start(1), match.end(1), "", Lean.NEXT))
            edits.append(Edit(match.start(2), match.end(2), "", Lean.PREVIOUS))
        else:  # a linked citation marker keeps its brackets
            edits.append(Edit(match.start(2) + 1, match.end(2), "", Lean.PREVIOUS))
    return edits


def _clean_tags(mapped: MappedText) -> None:
    text = mapped.text
    edits = []
    for match in _TAG.finditer(text):
        name, closing = match["name"].lower(), bool(match["close"])
        if name == "br":
            new = " "
        else:
            new = "^" if name == "sup" and not closing and _is_power(text, match.start(), match.end()) else ""
        edits.append(Edit(match.start(), match.end(), new, Lean.PREVIOUS if closing else Lean.NEXT))
    mapped.edit(edits)


_AFTER_SPACED_SCRIPT = re.compile(
    r"(?<=\s)<sub>[^<>\n]{1,12}</sub>([ \t]+)(?=\(?(?:[A-Z][a-z]?){1,4}(?:\s*<sub>|\s*[\[(]|\)|\s*$|-)|\)[A-Z\s]*<sub>)"
)


@cache
def _last_symbol() -> re.Pattern[str]:
    """Space between an index that a converter set apart and the end of the formula. Matches in `<sub>5</sub> Cl is`."""
    symbols = rf"(?!(?:In|I|As|At|No|He|Be)\b)(?:{element_pattern()})+"
    return re.compile(rf"(?<=\s)<sub>[^<>\n]{{1,12}}</sub>([ \t]+)(?={symbols}(?:[\s.,;:)/|-]|$))")


_SCRIPT_SPACE = re.compile(r"(?<=[A-Za-z0-9)\]>])([ \t]+)<su[bp]>(?!\d{1,3}</sup>[A-Z])", re.IGNORECASE)
"""Space that a converter left before a script. Matches in `Li <sub>3</sub>`; must not match in `of <sup>7</sup>Li`."""


def _is_power(text: str, start: int, end: int) -> bool:
    """Whether a raised text after position `start` would be read as part of a number without a caret."""
    before = re.sub(r"(?:</su[bp]>)?\s*$", "", text[max(0, start - 12) : start])
    return before[-1:].isdigit() and text[end : end + 1] in frozenset("0123456789+-−–")


def _entity(match: re.Match[str]) -> str | None:
    character = html.unescape(match.group())
    return None if character == match.group() else character


def clean_unicode(mapped: MappedText) -> None:
    """Bring Unicode's many spaces, signs, ligatures and raised digits into one plain form."""
    if mapped.text.isascii():
        mapped.replace(_ODD_SPACE, " ")
        mapped.cut(_INVISIBLE)
        return
    mapped.replace(_ODD_SPACE, " ")
    mapped.cut(_INVISIBLE)
    mapped.replace(_SUPERSCRIPT, _raised)
    mapped.replace(_SUBSCRIPT, lambda match: unicodedata.normalize("NFKC", match.group()).replace("−", "-"))
    mapped.replace(
        _LOOKALIKE, lambda match: _LOOKALIKES.get(match.group()) or unicodedata.normalize("NFKC", match.group())
    )
    mapped.replace(_MICRO, "µ")


def _raised(match: re.Match[str]) -> str:
    plain = unicodedata.normalize("NFKC", match.group()).replace("−", "-")
    before = match.string[match.start() - 1 : match.start()]
    return f"^{plain}" if before and before in "0123456789₀₁₂₃₄₅₆₇₈₉" else plain


def collapse_spaces(mapped: MappedText) -> None:
    """One space for every run of white space, none at the ends."""
    mapped.replace(_SPACES, " ")
    mapped.strip()
