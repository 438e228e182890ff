"""How large words are in a figure, and places in millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .style import MM_PER_INCH

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def text_size_mm(figure: Figure, text: str) -> tuple[float, float]:
    """Width and height of some text (as matplotlib takes it) in the figure's font, in millimetres."""
    drawn = figure.text(0, 0, text)
    box = drawn.get_window_extent()
    drawn.remove()
    mm_per_pixel = MM_PER_INCH / figure.dpi
    return box.width * mm_per_pixel, box.height * mm_per_pixel


def axes_in_mm(figure: Figure, left: float, bottom: float, width: float, height: float) -> Axes:
    """Axes at a place of a figure, in millimetres from its lower left corner."""
    across, up = figure.get_figwidth() * MM_PER_INCH, figure.get_figheight() * MM_PER_INCH
    return figure.add_axes((left / across, bottom / up, width / across, height / up))
