"""Options of engines that a person keeps in a file, so that they need not be typed each time.

The file is YAML, an engine's name to its options:

    llm:
      endpoint: http://localhost:11434/v1
      model: qwen2.5:7b
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import ConfigError

DEFAULT_FILE = Path("~/.config/lithograph/engines.yaml")
"""The file where `LITHOGRAPH_ENGINES` names no other."""


def kept_options(environment: Mapping[str, str] | None = None) -> dict[str, dict[str, str]]:
    """The options in the file, by engine; none where there is no file.

    Args:
        environment: `LITHOGRAPH_ENGINES` names the file; that of the process where none is given.

    Raises:
        ConfigError: the file that is named is not there, or the file is wrong.
    """
    import yaml

    named = (os.environ if environment is None else environment).get("LITHOGRAPH_ENGINES")
    path = Path(named) if named else DEFAULT_FILE.expanduser()
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if not named:
            return {}
        raise ConfigError("engines", f"{path} is not there") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("engines", f"{path} cannot be read") from error
    except yaml.YAMLError as error:
        raise ConfigError("engines", f"{path} is not YAML") from error
    if not isinstance(raw or {}, dict):
        raise ConfigError("engines", f"{path} is not a mapping of engines to their options")
    return {str(name): _checked(path, str(name), options) for name, options in (raw or {}).items()}


def _checked(path: Path, engine: str, options: Any) -> dict[str, str]:
    if not isinstance(options, dict):
        raise ConfigError("engines", f"{path}: {engine} is not a mapping of options to values")
    return {str(name): _text(path, f"{engine}.{name}", value) for name, value in options.items()}


def _text(path: Path, key: str, value: Any) -> str:
    """A value as it would be typed; YAML takes `yes` for true."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)
    raise ConfigError("engines", f"{path}: {key} is not one value")
