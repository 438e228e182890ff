"""How every YAML file that stands beside the code is read."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick loader where libyaml is there, else the slow one that reads the same."""


def read_yaml(path: Traversable) -> Any:
    """What a YAML file holds.

    Args:
        path: such as `resources.files(__package__) / "words.yaml"`.

    Raises:
        OSError: the file cannot be opened.
        UnicodeDecodeError: it is not UTF-8.
        yaml.YAMLError: it is not YAML.
    """
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
