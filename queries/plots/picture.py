"""A picture that was drawn: its figure, and for each of its marks what it shows and which sentences say so."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from ...errors import ConfigError
from ...whole_files import replacing
from .marks import Mark, without_controls
from .style import MM_PER_INCH, new_figure, styled

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "html")
"""Endings of the files that a picture can be."""

_PNG_DPI = 300

_PREAMBLE = re.compile(r"^.*?(?=<svg)|<!--.*?-->\s*|<metadata>.*?</metadata>\s*", re.DOTALL)
"""Matches what stands before `<svg`, comments (they repeat the texts) and metadata; never what is drawn."""

_UNSEEN, _UNSEEN_BUT_FELT = 'style="fill: none"', 'style="fill: none; stroke-width: 7; pointer-events: stroke"'
"""How matplotlib writes a line without a colour, and one that feels the pointer: thin arrows are hard to hit."""


@dataclass(frozen=True)
class Picture:
    """A picture, to be saved or shown in a notebook.

    Args:
        name: of the plot.
        question: that it answers.
        caption: what it shows, how many of them, and what was left out.
        figure: of matplotlib.
        marks: in the order in which the page lists them.
        is_empty: whether the library has nothing to show.
    """

    name: str
    question: str
    caption: str
    figure: Figure = field(repr=False)
    marks: Sequence[Mark] = field(default=(), repr=False)
    is_empty: bool = False

    def to_dict(self) -> dict[str, Any]:
        """What a program needs to know of it, as plain data for JSON."""
        told = {"name": self.name, "question": self.question, "caption": self.caption}
        return {**told, "marks": len(self.marks), "is_empty": self.is_empty}

    def svg(self, *, titled: bool = True) -> str:
        """The picture as one SVG element, its text as outlines.

        Args:
            titled: give each mark its title, which viewers show when one points at it.
        """
        drawn = io.StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        with styled():
            self.figure.savefig(drawn, format="svg", metadata=nothing)
        text = _PREAMBLE.sub("", drawn.getvalue())
        text = text.replace(_UNSEEN, _UNSEEN_BUT_FELT)
        if titled:
            titles = {mark.key: _xml(mark.title) for mark in self.marks}
            text = re.sub(r'<g id="(mark-\d+)">', lambda found: _titled(found[1], titles), text)
        head = f'role="img"><title>{_xml(self.question)}</title><desc>{_xml(self.caption)}</desc>'
        return re.sub(r">", lambda _: f" {head}", text, count=1)

    def png(self) -> bytes:
        """The picture at 300 dots per inch."""
        drawn = io.BytesIO()
        with styled():
            self.figure.savefig(drawn, format="png", dpi=_PNG_DPI, metadata={"Software": None})
        return drawn.getvalue()

    def html(self) -> str:
        """A page of its own that needs nothing else: the picture, and the sources of each mark."""
        from .page import picture_page

        return picture_page(self.question, self.caption, self.svg(titled=False), self.marks)

    def save(self, file: str | Path) -> Path:
        """Write the picture; the file's ending says how.

        Args:
            file: to be written; an existing one is replaced when the new one is complete.

        Raises:
            ConfigError: the ending is none of `FORMATS`, or the file cannot be written.
        """
        path = Path(file)
        form = format_of(path)
        content = self.png() if form == "png" else (self.svg() if form == "svg" else self.html()).encode("utf-8")
        try:
            with replacing(path) as partial:
                partial.write_bytes(content)
        except OSError as error:
            raise ConfigError(str(path), f"cannot be written: {error.strerror or error}") from error
        return path

    def _repr_svg_(self) -> str:
        """For notebooks."""
        return self.svg()


def format_of(path: Path) -> str:
    """The format that a file's ending names.

    Raises:
        ConfigError: it names none.
    """
    form = path.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        endings = ", ".join(f".{known}" for known in FORMATS)
        raise ConfigError(str(path), f"a plot is written to a file that ends in one of {endings}")
    return form


def empty_picture(name: str, question: str, reason: str, width_mm: float) -> Picture:
    """A picture that says in words that there is nothing to show."""
    import textwrap

    with styled():
        figure = new_figure(width_mm, 30.0, laid_out=False)
        lines = textwrap.wrap(reason, int(width_mm / MM_PER_INCH * 16))
        figure.text(0.5, 0.5, "\n".join(lines).replace("$", r"\$"), ha="center", va="center")
    return Picture(name, question, reason, figure, is_empty=True)


def _titled(key: str, titles: Mapping[str, str]) -> str:
    return f'<g id="{key}"><title>{titles.get(key, "")}</title>'


def _xml(text: str) -> str:
    return escape(without_controls(text))
