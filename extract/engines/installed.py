"""Which engines are installed, and how they are opened by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points

from ...errors import ConfigError, EngineError, LithographError
from .base import Engine, EngineInfo
from .rules import NAME as RULES
from .running import Engines

GROUP = "lithograph.engines"
"""Entry points of this group name the factories of engines."""

Options = Mapping[str, Mapping[str, str]]
"""Engine name to its options by name."""

_NOT_IN_NAMES = frozenset("+/,. \t\n")
"""What would end a name in a pipeline, an option or a list of names."""


def engine_infos() -> tuple[EngineInfo, ...]:
    """What each installed engine says of itself, the rules first; one that cannot even be imported says so."""
    return tuple(_info(entry) for entry in _entries().values())


def open_engines(names: Sequence[str], options: Options | None = None) -> Engines:
    """Open engines to read with; the caller closes them.

    Args:
        names: of installed engines; one that is named twice counts once.
        options: engine name to its options; those of engines that are not named are not looked at.

    Raises:
        ConfigError: no such engine or option, or none was named.
        EngineError: an engine cannot run here.
    """
    entries = _entries()
    wanted = ordered(names)
    if not wanted:
        raise ConfigError("--engine", f"names no engine; installed: {', '.join(entries)}")
    for name in wanted:
        if name not in entries:
            reason = f"there is no engine {name!r}; installed: {', '.join(entries)} (`lithograph engines` says more)"
            raise ConfigError("--engine", reason)
    opened: list[Engine] = []
    try:
        opened.extend(_opened(entries[name], (options or {}).get(name, {})) for name in wanted)
    except BaseException:
        Engines(opened).close()
        raise
    return Engines(opened)


def ordered(names: Sequence[str]) -> list[str]:
    """Names as pipelines have them: the rules first, then the others by name, each once.

    Example:
        >>> ordered(["llm", "rules", "chemdataextractor", "llm"])
        ['rules', 'chemdataextractor', 'llm']
    """
    return sorted(set(names), key=lambda name: (name != RULES, name))


def _entries() -> dict[str, EntryPoint]:
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    return {name: found[name] for name in ordered(list(found))}


def _opened(entry: EntryPoint, options: Mapping[str, str]) -> Engine:
    engine = _made(entry, options)
    try:
        _check_options(engine.info, options)
        if engine.info.missing is not None:
            raise EngineError(entry.name, engine.info.missing)
    except LithographError:
        Engines([engine]).close()
        raise
    return engine


def _made(entry: EntryPoint, options: Mapping[str, str]) -> Engine:
    """The engine of an entry point.

    Raises:
        ConfigError: its factory refuses an option.
        EngineError: its factory fails, or does not keep the contract.
    """
    try:
        factory: Callable[[Mapping[str, str]], Engine] = entry.load()
        engine = factory(options)
        info = engine.info
    except LithographError:
        raise
    except Exception as error:  # somebody else's code: whatever it raises, it cannot be opened
        reason = f"cannot be opened: {type(error).__name__}: {' '.join(str(error).split())} (entry point {entry.value})"
        raise EngineError(entry.name, reason) from error
    if info.name != entry.name or _NOT_IN_NAMES & set(info.name):
        raise EngineError(entry.name, f"calls itself {info.name!r}; its entry point has to have its name")
    if not info.version or {"+", " "} & set(info.version):
        raise EngineError(entry.name, f"its version {info.version!r} is empty or has a `+` or a space in it")
    return engine


def _info(entry: EntryPoint) -> EngineInfo:
    try:
        engine = _made(entry, {})
    except LithographError as error:
        reason = error.reason if isinstance(error, EngineError) else str(error)
        return EngineInfo(entry.name, "unknown", "cannot be opened", frozenset(), missing=reason)
    Engines([engine]).close()
    return engine.info


def _check_options(info: EngineInfo, options: Mapping[str, str]) -> None:
    for name in options:
        if name not in info.options:
            known = ", ".join(info.options) or "none"
            raise ConfigError(f"{info.name}.{name}", f"the engine has no such option; it has: {known}")
