"""Where a store is and who we are there: from flags, else the environment, else a file of named stores.

The file is YAML, a name to an address:

    lab:
      uri: neo4j://graph.example.org
      database: neo4j
      user: me
      password: …
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from ..errors import ConfigError
from ..graph.stores.base import StoreAddress

DEFAULT_FILE = Path("~/.config/lithograph/stores.yaml")
"""The file of named stores where none is given."""

_KEYS = ("uri", "database", "user", "password")


@dataclass(frozen=True, slots=True)
class Given:
    """What a person said of a store on the command line; its text never shows the password."""

    store: str | None = None
    database: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    file: Path | None = None


def find_address(given: Given, environment: Mapping[str, str] | None = None) -> StoreAddress:
    """The address that is meant.

    Args:
        given: what was said; `store` is a URI or a name in the file.
        environment: `LITHOGRAPH_DATABASE`, `LITHOGRAPH_USER`, `LITHOGRAPH_PASSWORD` and `LITHOGRAPH_STORES`, the file;
            that of the process where none is given.

    Raises:
        ConfigError: no store is named, there is none of that name, or the file is wrong.
    """
    known = os.environ if environment is None else environment
    if not given.store:
        raise ConfigError("--store", "say where: a URI such as bolt://localhost:7687, or a name in the file of stores")
    entry = _entry(given.store, given.file, known)
    uri, told = _apart(entry.pop("uri", given.store))
    said = {
        name: getattr(given, name) or known.get(f"LITHOGRAPH_{name.upper()}") or entry.get(name) or told.get(name)
        for name in ("database", "user", "password")
    }
    return StoreAddress(uri, **said)


def _entry(store: str, file: Path | None, environment: Mapping[str, str]) -> dict[str, str]:
    """What the file says of a name, or of a URI."""
    named = file or (Path(environment["LITHOGRAPH_STORES"]) if environment.get("LITHOGRAPH_STORES") else None)
    entries = _read(named or DEFAULT_FILE.expanduser(), needed=named is not None)
    if "://" in store:
        fitting = [entry for entry in entries.values() if entry["uri"] == store]
        return dict(fitting[0]) if fitting else {}
    if store not in entries:
        names = ", ".join(sorted(entries)) or "none"
        raise ConfigError("--store", f"{store!r} is no URI such as bolt://localhost:7687, nor a named store ({names})")
    return dict(entries[store])


def _read(path: Path, *, needed: bool) -> dict[str, dict[str, str]]:
    import yaml

    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if not needed:
            return {}
        raise ConfigError("stores", f"{path} is not there") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("stores", f"{path} cannot be read") from error
    except yaml.YAMLError as error:  # its own message quotes the file, which may hold a password
        raise ConfigError("stores", f"{path} is not YAML") from error
    if not isinstance(raw or {}, dict):
        raise ConfigError("stores", f"{path} is not a mapping of names to addresses")
    return {str(name): _checked(path, str(name), entry) for name, entry in (raw or {}).items()}


def _checked(path: Path, name: str, entry: Any) -> dict[str, str]:
    if not isinstance(entry, dict) or "uri" not in entry:
        raise ConfigError("stores", f"{path}: {name} has no uri")
    unknown = sorted(set(map(str, entry)) - set(_KEYS))
    if unknown:
        raise ConfigError("stores", f"{path}: {name}: {unknown[0]!r} is none of {', '.join(_KEYS)}")
    return {key: str(value) for key, value in entry.items() if value is not None}


def _apart(uri: str) -> tuple[str, dict[str, str]]:
    """A URI without the user and password that it may hold, and these."""
    parts = urlsplit(uri)
    told, at, place = parts.netloc.rpartition("@")
    if not at:
        return uri, {}
    user, _, password = told.partition(":")
    return urlunsplit(parts._replace(netloc=place)), {"user": unquote(user), "password": unquote(password)}
