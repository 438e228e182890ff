"""The command that lists engines, and the options by which commands choose among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import ConfigError
from .cli_options import JsonOption
from .engine_file import kept_options
from .output import counted, line, note, print_table, write_json

if TYPE_CHECKING:
    from ..extract.engines.base import EngineInfo
    from ..extract.engines.running import EngineReport

EngineOption = Annotated[
    list[str] | None,
    typer.Option(
        "--engine",
        metavar="NAME,…",
        help="Engines that read, such as rules,chemdataextractor; `lithograph engines` lists them.",
        show_default=False,
    ),
]
EngineSettingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--engine-option",
        metavar="ENGINE.OPTION=VALUE",
        help="An option of an engine, such as llm.model=NAME; repeat for more. Others are in the file of options, "
        "~/.config/lithograph/engines.yaml or the one that LITHOGRAPH_ENGINES names.",
        show_default=False,
    ),
]


def engines(json: JsonOption = False) -> None:
    """List the engines that can read papers.

    What each is, what it costs, and what is missing where one cannot run here. `--engine` of `ingest` and `extract`
    takes their names.
    """
    from ..extract.engines.installed import engine_infos

    infos = engine_infos()
    if json:
        write_json([_info_row(info) for info in infos])
        return
    rows = [
        (i.name, i.version, "missing" if i.missing else "ready", "yes" if i.network else "no", i.cost) for i in infos
    ]
    print_table(("engine", "version", "state", "network", "cost"), rows)
    for info in infos:
        line(f"{info.name}: {info.summary}")
        if info.missing:
            line(f"  missing: {info.missing}")
    options = [(f"{info.name}.{name}", text) for info in infos for name, text in info.options.items()]
    if options:
        print_table(("option", "meaning"), options)


def chosen_engines(given: Sequence[str] | None) -> list[str] | None:
    """The names in `--engine rules,llm --engine other`; None where the option is not given.

    Example:
        >>> chosen_engines(["rules, llm", "other"])
        ['rules', 'llm', 'other']
    """
    if given is None or not given:
        return None
    return [name.strip() for text in given for name in text.split(",") if name.strip()]


def engine_options(given: Sequence[str] | None, engines: Sequence[str] | None) -> dict[str, dict[str, str]]:
    """The options in `--engine-option llm.model=NAME`, by engine, over those of the file of options.

    Args:
        given: as typed.
        engines: that are named; an option is for one of them.

    Raises:
        ConfigError: one is not of this form, comes twice, or is for an engine that is not named; the file is wrong.

    Example:
        >>> engine_options(["llm.model=small", "llm.endpoint=http://localhost:8000/v1"], ["llm"])["llm"]["model"]
        'small'
    """
    options: dict[str, dict[str, str]] = {}
    for text in given or ():
        key, equals, value = text.partition("=")
        engine, dot, name = key.partition(".")
        if not (engine and dot and name and equals):
            raise ConfigError("--engine-option", f"{text!r} is not ENGINE.OPTION=VALUE, such as llm.model=NAME")
        if engine not in (engines or ()):
            raise ConfigError("--engine-option", f"{key!r} is for an engine that is not named; add --engine {engine}")
        if name in options.setdefault(engine, {}):
            raise ConfigError("--engine-option", f"{key!r} is given twice")
        options[engine][name] = value
    kept = kept_options()
    return {name: {**kept.get(name, {}), **options.get(name, {})} for name in (*kept, *options)}


def note_report(report: EngineReport) -> None:
    """Say on standard error what an engine that is not the rules did with a document, and what it used."""
    from ..extract.engines.rules import NAME as RULES

    if report.error is not None:
        note(f"{report.document}: {report.engine} did not read it: {' '.join(report.error.split())}")
    elif report.engine != RULES:
        refused = f", {report.refused} refused" if report.refused else ""
        used = "".join(f", {name} {amount:g}" for name, amount in sorted(report.usage.items()))
        claims = counted(report.claims, "claim")
        note(f"{report.document}: {report.engine}: {claims}{refused}, {report.seconds:.1f} s{used}")


def _info_row(info: EngineInfo) -> dict[str, object]:
    return {
        "name": info.name,
        "version": info.version,
        "summary": info.summary,
        "kinds": sorted(info.kinds),
        "network": info.network,
        "cost": info.cost,
        "options": dict(info.options),
        "missing": info.missing,
    }
