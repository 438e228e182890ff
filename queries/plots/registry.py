"""The plots by name: what each shows, which question of the catalogue it asks, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Protocol

from ...errors import ConfigError
from ..answer import Answer
from ..catalogue import Parameter, Question, catalogue
from .picture import Picture
from .style import Width

Ask = Callable[..., Answer]
"""Asks a question of the catalogue by its name with parameters, as `run_question` does."""


class Drawing(Protocol):
    """Draws the answer to a plot's question."""

    def __call__(self, name: str, question: str, answer: Answer, settings: Mapping[str, Any], width: Width) -> Picture:
        """The picture.

        Args:
            name: of the plot.
            question: that the picture answers.
            answer: to the plot's question of the catalogue.
            settings: every parameter by name, of the question (as given) and of the plot (checked).
            width: of the figure.
        """


@dataclass(frozen=True, slots=True)
class Choice:
    """A parameter of a plot itself: one of a few words, or a whole number above zero."""

    name: str
    help: str
    default: str | int
    words: tuple[str, ...] = ()

    def checked(self, plot: str, value: object) -> str | int:
        """A value as given, as the plot takes it.

        Raises:
            ConfigError: it is none of the words, or no number above zero.
        """
        if self.words:
            fitting = [word for word in self.words if word.casefold() == str(value).casefold()]
            if not fitting:
                raise ConfigError(
                    f"plot {plot}", f"parameter {self.name}: {value!r} is none of {', '.join(self.words)}"
                )
            return fitting[0]
        text = str(value)
        if isinstance(value, bool) or not text.isascii() or not text.isdigit() or int(text) == 0:
            raise ConfigError(f"plot {plot}", f"parameter {self.name}: {value!r} is not a whole number from 1 up")
        return int(text)


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot.

    Args:
        name: as one asks for it.
        question: that the picture answers.
        asks: the question of the catalogue from which every number in it comes; the plot takes its parameters.
        width: where nobody asks for another.
        drawn_by: module of this package and function, a `Drawing`; imported when it is needed.
        own: parameters that the plot has besides.
    """

    name: str
    question: str
    asks: str
    width: Width
    drawn_by: tuple[str, str]
    own: tuple[Choice, ...] = ()

    @property
    def parameters(self) -> dict[str, Parameter]:
        """Those of its question, then its own, by name."""
        own = (
            Parameter(choice.name, "text" if choice.words else "integer", choice.help, choice.default)
            for choice in self.own
        )
        return {**self.asked.parameters, **{parameter.name: parameter for parameter in own}}

    @property
    def asked(self) -> Question:
        """The question of the catalogue."""
        return catalogue()[self.asks]

    def to_dict(self) -> dict[str, Any]:
        """What a person needs to ask for it, as plain data for JSON."""
        parameters = [asdict(parameter) for parameter in self.parameters.values()]
        return {
            "name": self.name,
            "question": self.question,
            "parameters": parameters,
            "asks": self.asks,
            "width": str(self.width),
        }


_PLOTS = (
    Plot(
        "conductivity-temperature",
        "Which ionic conductivities are stated at which temperature?",
        "transport",
        Width.SINGLE,
        ("conductivity", "draw_against_temperature"),
        (Choice("unit", "of the temperature axis: C or K", "C", ("C", "K")),),
    ),
    Plot(
        "conductivity-family",
        "Which ionic conductivities are stated of which family of materials?",
        "transport",
        Width.DOUBLE,
        ("conductivity", "draw_by_family"),
    ),
    Plot(
        "strategies-failures",
        "Which strategies act against which failures, and how many different sources say so?",
        "mitigations",
        Width.DOUBLE,
        ("heatmap", "draw_heat_map"),
    ),
    Plot(
        "causes",
        "What leads to which failure, and what does it lead to?",
        "origins",
        Width.DOUBLE,
        ("causes", "draw_causes"),
        (Choice("most", "arrows at most, those with most sources", 60),),
    ),
    Plot(
        "neighbourhood",
        "With what do claims link a material?",
        "links",
        Width.DOUBLE,
        ("neighbourhood", "draw_neighbourhood"),
        (Choice("most", "boxes in a column at most, those with most sources", 12),),
    ),
    Plot(
        "timeline",
        "From which years are the works cited?",
        "years",
        Width.SINGLE,
        ("timeline", "draw_timeline"),
    ),
)


@cache
def plots() -> Mapping[str, Plot]:
    """Every plot by name, in the order of the list."""
    return MappingProxyType({plot.name: plot for plot in _PLOTS})


def find_plot(name: str) -> Plot:
    """A plot by its name.

    Raises:
        ConfigError: there is none; the message says which there are.
    """
    if name in plots():
        return plots()[name]
    near = get_close_matches(name, plots(), n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise ConfigError(f"plot {name}", f"no such plot{hint}; there are {', '.join(plots())}")


def draw(ask: Ask, name: str, given: Mapping[str, Any], *, width: str | None = None) -> Picture:
    """Ask a plot's question and draw the answer.

    Args:
        ask: asks the library.
        name: of the plot.
        given: parameter name to value, those of the question and of the plot.
        width: `single` (85 mm) or `double` (170 mm); the plot's own where none is given.

    Raises:
        ConfigError: no such plot, parameter or width.
        QueryError: a parameter of the question is missing or ill-typed.
        MissingExtraError: matplotlib is not installed.
    """
    plot = find_plot(name)
    unknown = sorted(set(given) - set(plot.parameters))
    if unknown:
        takes = ", ".join(plot.parameters) or "none"
        raise ConfigError(f"plot {name}", f"no parameter {unknown[0]!r}; it takes {takes}")
    if width is not None and width not in tuple(Width):
        raise ConfigError("width", f"{width!r} is none of {', '.join(Width)}")
    own = {choice.name: choice.checked(name, given.get(choice.name, choice.default)) for choice in plot.own}
    answer = ask(plot.asks, **{key: value for key, value in given.items() if key not in own})
    module, function = plot.drawn_by
    drawing: Drawing = getattr(import_module(f".{module}", __package__), function)
    settings = {key: given.get(key, parameter.default) for key, parameter in plot.parameters.items()} | own
    return drawing(name, plot.question, answer, settings, Width(width) if width else plot.width)
