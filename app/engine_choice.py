"""Which engines read papers into a library: those that are named, else those that it was last read with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import ConfigError
from ..extract.engines.installed import open_engines, ordered
from ..extract.engines.rules import NAME as RULES
from ..extract.engines.running import Engines
from .manifest import Manifest

_SETTING = "engines"


@dataclass(frozen=True, slots=True)
class Choice:
    """Engines and their options, as a library keeps them.

    Args:
        names: the rules first, then the others by name.
        options: engine name to the options that were given for it.
        named: whether they were named now, and not only kept.
    """

    names: tuple[str, ...]
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    named: bool = True


def choose(manifest: Manifest, names: Sequence[str] | None, options: Mapping[str, Mapping[str, str]] | None) -> Choice:
    """The engines for the papers that are given now.

    Args:
        manifest: of the library, which keeps those of last time.
        names: that were named; None for those of last time, or the rules in a new library.
        options: engine name to options; what is not given stays as last time.
    """
    kept = json.loads(manifest.setting(_SETTING) or "{}")
    chosen = ordered(names if names is not None else kept.get("names", [RULES]))
    older, newer = kept.get("options", {}), options or {}
    joined = {name: {**older.get(name, {}), **newer.get(name, {})} for name in chosen}
    return Choice(tuple(chosen), {name: given for name, given in joined.items() if given}, names is not None)


def open_choice(choice: Choice) -> Engines:
    """Open the engines of a choice.

    Raises:
        ConfigError: no such engine or option, or one opens connections and was not named now.
        EngineError: an engine cannot run here.
    """
    opened = open_engines(choice.names, choice.options)
    outside = [info.name for info in opened.infos if info.network]
    if outside and not choice.named:
        opened.close()
        reason = (
            f"the library's engines are {','.join(choice.names)}, and {', '.join(outside)} sends text to a server: "
            f"name them again to do so: --engine {','.join(choice.names)}"
        )
        raise ConfigError("--engine", reason)
    return opened


def keep_choice(manifest: Manifest, choice: Choice) -> None:
    """Let the library keep a choice that was named; the rules alone are kept only where another set was."""
    if not choice.named or (choice.names == (RULES,) and manifest.setting(_SETTING) is None):
        return
    text = json.dumps({"names": choice.names, "options": choice.options}, sort_keys=True)
    if text != manifest.setting(_SETTING):
        with manifest.transaction():
            manifest.set_setting(_SETTING, text)
