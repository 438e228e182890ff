"""LaTeX maths, as PDF converters write it, into plain text: formulas, units, powers, Greek letters.

Linear in the length of the text, and nothing in it can fail: what is not understood stays as it is, without its
backslash; unbalanced braces and dollars are taken for what they look like.
"""

from __future__ import annotations

import re

from .mapped import Edit, Lean, MappedText
from .spaced_maths import close_maths

MATH = re.compile(
    r"\$\$(?P<display>[^$]{1,4000})\$\$"
    r"|(?<![\\$])\$(?P<inline>[^$\n]{1,2000})\$"
    r"|\\\((?P<paren>[^$\n]{1,2000}?)\\\)"
)
"""A stretch of maths. Matches `$\\text{Li}_3\\text{N}$`, not `costs $5.`."""

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|[_^{}]|[ \t\n]+|--?|[~']|[^\\_^{}\s~'-]+", re.DOTALL)
_PRICE = re.compile(r"\s*\d[\d,.]*\s[^\\_^{}]*[A-Za-z]{3,}")
_SILENT = frozenset(
    "text mathrm mathbf mathit mathsf mathcal mathtt mathbb rm bf it textrm textbf textit textsf operatorname left"
    " right big Big bigg Bigg overline bar hat tilde vec dot underline boldsymbol bm displaystyle textstyle limits mbox"
    " ce hbox nolimits tfrac dfrac frac textsubscript textsuperscript".split()
)
_SPACE = frozenset(("\\ ", "\\,", "\\;", "\\:", "\\>", "\\!", "\\\n", "quad", "qquad", "thinspace", "enspace"))
_SYMBOLS = {
    "times": "×", "cdot": "·", "sim": "~", "approx": "≈", "simeq": "≈", "cong": "≈", "geq": "≥", "ge": "≥",
    "geqslant": "≥", "leq": "≤", "le": "≤", "leqslant": "≤", "pm": "±", "mp": "∓", "circ": "°", "degree": "°",
    "rightarrow": "→", "to": "→", "leftarrow": "←", "leftrightarrow": "↔", "rightleftharpoons": "⇌",
    "longrightarrow": "→", "Rightarrow": "⇒", "infty": "∞", "propto": "∝", "neq": "≠", "ne": "≠", "equiv": "≡",
    "mid": "|", "vert": "|",
    "parallel": "∥", "perp": "⊥", "bullet": "•", "ldots": "…", "cdots": "…", "dots": "…", "prime": "'", "ll": "≪",
    "gg": "≫", "lt": "<", "gt": ">", "sum": "Σ", "prod": "Π", "int": "∫", "partial": "∂", "nabla": "∇", "sqrt": "√",
    "div": "÷", "ast": "*", "star": "*", "AA": "Å", "angstrom": "Å", "Angstrom": "Å", "percent": "%", "hbar": "ħ",
    "ell": "l", "langle": "⟨", "rangle": "⟩", "in": "∈", "square": "□", "Box": "□", "ohm": "Ω", "micro": "µ",
    "textmu": "µ", "textdegree": "°", "varnothing": "∅", "emptyset": "∅", "min": "min", "max": "max", "exp": "exp",
    "ln": "ln", "log": "log", "lim": "lim", "sin": "sin", "cos": "cos", "tan": "tan",
}  # fmt: skip
_GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi"
        " chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varepsilon vartheta varphi varrho"
        " varsigma".split(),
        "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩεθφρς",
        strict=True,
    )
)


def clean_latex(mapped: MappedText) -> None:
    """Write out every stretch of maths in `mapped`, and the backslash escapes outside of it."""
    if "$" not in mapped.text and "\\" not in mapped.text:
        return
    close_maths(mapped, MATH)
    edits: list[Edit] = []
    for match in MATH.finditer(mapped.text):
        group = match.lastgroup or "inline"
        if group == "inline" and _PRICE.match(match.group(group)):
            continue
        edits.append(Edit(match.start(), match.start(group), "", Lean.NEXT))
        edits.extend(_math(mapped.text, match.start(group), match.end(group)))
        edits.append(Edit(match.end(group), match.end(), "", Lean.PREVIOUS))
    mapped.edit(edits)
    mapped.cut(_ESCAPE, 1, lean=Lean.NEXT)


_ESCAPE = re.compile(r"(\\)[!-/:-@\[-`{-~]")


class _Writer:
    """Edits for one stretch of maths; keeps the last character written and the open super- and subscripts.

    `subscripts` says of each open script whether it is a subscript, `bare_subscript` that one without braces follows,
    and `after_subscript` that one was written last.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        self.tokens = list(_TOKEN.finditer(text, start, end))
        self.edits: list[Edit] = []
        self.last = text[start - 2 : start - 1] if start > 1 else ""
        self.depth = 0
        self.script_depths: list[int] = []
        self.subscripts: list[bool] = []
        self.after_subscript = self.bare_subscript = False
        self.fraction_depths: list[int] = []

    def write(self, match: re.Match[str], new: str) -> None:
        """Replace a token."""
        if new != match.group():
            self.edits.append(Edit(match.start(), match.end(), new, Lean.NEXT))
        if new:
            self.last = new[-1]
        if new.strip():
            index = self.bare_subscript and (new.isdigit() or len(new) == 1)
            self.after_subscript = index or bool(self.subscripts and self.subscripts[-1])
            self.bare_subscript = False

    def close(self, match: re.Match[str]) -> None:
        """Drop a closing brace."""
        self.edits.append(Edit(match.start(), match.end(), "", Lean.PREVIOUS))
        self.depth -= 1
        if self.script_depths and self.script_depths[-1] > self.depth:
            self.script_depths.pop()
            self.after_subscript = self.subscripts.pop()


def _math(text: str, start: int, end: int) -> list[Edit]:
    writer = _Writer(text, start, end)
    tokens = writer.tokens
    for number, match in enumerate(tokens):
        token = match.group()
        following = tokens[number + 1].group() if number + 1 < len(tokens) else ""
        if token == "{":
            writer.depth += 1
            writer.write(match, "")
        elif token == "}":
            _close(writer, match, following)
        elif token in "_^":
            _script(writer, match, token, following, tokens[number + 2].group() if number + 2 < len(tokens) else "")
        elif token[0] == "\\":
            _command(writer, match, token, following)
        elif token.isspace() or token == "~":
            silent = writer.script_depths or _silent_space(writer, number) or _goes_on_formula(writer, number)
            writer.write(match, "" if silent else " ")
        elif token == "--":
            writer.write(match, "–")
        else:
            writer.write(match, token)
    return writer.edits


def _close(writer: _Writer, match: re.Match[str], following: str) -> None:
    writer.close(match)
    if writer.fraction_depths and writer.fraction_depths[-1] == writer.depth:
        writer.fraction_depths.pop()
        if following == "{":
            writer.edits[-1] = Edit(match.start(), match.end(), "/")
            writer.last = "/"


def _script(writer: _Writer, match: re.Match[str], token: str, following: str, after: str) -> None:
    """A power of a number keeps its caret (`10^-4`), every other index is written on the line (`cm-2`, `Li3`)."""
    content = after if following == "{" else following
    keeps = token == "^" and (writer.last.isdigit() or writer.last == ")") and content[:1] not in ("'", "*", "}", "")
    writer.write(match, "^" if keeps and content not in ("\\circ", "\\prime", "\\degree", "\\ast") else "")
    if following == "{":
        writer.script_depths.append(writer.depth + 1)
        writer.subscripts.append(token == "_")
    writer.bare_subscript = token == "_" and following != "{"


def _command(writer: _Writer, match: re.Match[str], token: str, following: str) -> None:
    name = token[1:].rstrip("*")
    if token in _SPACE or name in _SPACE:
        writer.write(match, " ")
    elif name in _SILENT:
        if name.endswith("frac"):
            writer.fraction_depths.append(writer.depth)
        writer.write(match, "")
    else:
        writer.write(match, _SYMBOLS.get(name) or _GREEK.get(name) or name)


def _silent_space(writer: _Writer, number: int) -> bool:
    """Whether maths would not show the white space at token `number`: between a command and its argument."""
    if number == 0:
        return False
    before = writer.tokens[number - 1].group()
    return before[0] == "\\" and before[1:] in _SILENT


def _goes_on_formula(writer: _Writer, number: int) -> bool:
    r"""Whether white space at token `number` only parts what maths shows as one: `Li_3 \mathrm{PS}_4`, `Li / Li^+`."""
    if writer.last == "/":
        return True
    shown = next((token.group() for token in writer.tokens[number + 1 :] if _is_shown(token.group())), "")
    return shown[:1] == "/" or (writer.after_subscript and (shown[:1].isupper() or shown[:1] == "("))


def _is_shown(token: str) -> bool:
    """Whether a token of maths leaves a mark on the page."""
    return token not in "{}~" and not token.isspace() and not (token[0] == "\\" and token[1:] in _SILENT)


def tighten(mapped: MappedText) -> None:
    """Close the spaces that maths leaves inside formulas: `60Li2S · 40P2S5`, `~ 17`, `·(100 - x) P2S5`."""
    mapped.replace(_TIGHT_DOT, "·")
    mapped.cut(_APPROXIMATE)
    mapped.cut(_VARIABLE_PART, 1, 2, 3)


_TIGHT_DOT = re.compile(r"(?<=[A-Za-z0-9)]) ?· ?(?=[0-9(A-Zx])")
_APPROXIMATE = re.compile(r"(?<=[~≈]) (?=[\d.])")
_VARIABLE_PART = re.compile(r"(?<![\w.])\(\d{1,3}( ?)[-–]( ?)[xyz]\)( ?)(?=[A-Z])")
