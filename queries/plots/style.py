"""How figures look: sizes of a printed page, one font that comes with matplotlib, colours from `style.yaml`."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ...errors import MissingExtraError
from ...ontology.yaml_files import read_yaml

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MM_PER_INCH = 25.4

FONT_SIZE_PT = 7.0
"""Of every word in a figure; subscripts are smaller."""

INK, QUIET, GRID = "#1A1A1A", "#595959", "#DDDDDD"
"""Colours of what is to be read, of what stands behind it, and of lines that only guide the eye."""

OTHER = "other"
"""The class in `style.yaml` of materials whose own class is unknown or not in it."""

_SETTINGS: Mapping[str, Any] = MappingProxyType(
    {
        "font.family": "DejaVu Sans",  # comes with matplotlib: the same picture on every machine
        "font.size": FONT_SIZE_PT,
        "axes.labelsize": FONT_SIZE_PT,
        "axes.titlesize": FONT_SIZE_PT,
        "xtick.labelsize": FONT_SIZE_PT,
        "ytick.labelsize": FONT_SIZE_PT,
        "legend.fontsize": FONT_SIZE_PT,
        "axes.linewidth": 0.6,
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "text.color": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "xtick.major.width": 0.6,
        "ytick.major.width": 0.6,
        "xtick.minor.width": 0.4,
        "ytick.minor.width": 0.4,
        "xtick.major.size": 2.5,
        "ytick.major.size": 2.5,
        "xtick.minor.size": 1.5,
        "ytick.minor.size": 1.5,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.unicode_minus": True,
        "legend.frameon": False,
        "figure.facecolor": "white",
        "savefig.facecolor": "white",
        "svg.fonttype": "path",
        "svg.hashsalt": "lithograph",
        "path.simplify": False,
    }
)


class Width(StrEnum):
    """How wide a figure is: one column of a journal, or the page."""

    SINGLE = "single"
    DOUBLE = "double"

    @property
    def mm(self) -> float:
        """Millimetres."""
        return 85.0 if self is Width.SINGLE else 170.0


@contextmanager
def styled() -> Iterator[None]:
    """Matplotlib set as all figures want it, and as it was again afterwards.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        from matplotlib import rc_context, rcParamsDefault
    except ImportError as error:
        raise MissingExtraError("plots", "a plot") from error
    settings: dict[Any, Any] = {name: value for name, value in rcParamsDefault.items() if name != "backend"}
    settings.update(_SETTINGS)
    with rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"Glyph .* missing from")  # drawn as a box; the page has the letter
        yield


def new_figure(width_mm: float, height_mm: float, *, laid_out: bool = True) -> Figure:
    """A figure of a given size.

    Args:
        width_mm: of the paper.
        height_mm: of the paper.
        laid_out: let matplotlib find room for the axes; else the caller places them.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width_mm / MM_PER_INCH, height_mm / MM_PER_INCH), dpi=100)
    if laid_out:
        figure.set_layout_engine("constrained", w_pad=0.03, h_pad=0.03)
    FigureCanvasAgg(figure)
    return figure


@cache
def looks(of: str) -> Mapping[str, Mapping[str, Any]]:
    """The entries of one part of `style.yaml`: `classes` or `nodes`."""
    read: dict[str, dict[str, dict[str, Any]]] = read_yaml(files(__package__).joinpath("style.yaml"))
    return MappingProxyType(read[of])


def class_name(given: str | None) -> str:
    """The class under which the legend has a material."""
    return given if given is not None and given in looks("classes") else OTHER
