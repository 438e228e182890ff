"""What a user may say about a language model, read from the options of the engine."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from ....errors import ConfigError

ENGINE = "llm"
"""Name of this engine."""

OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "endpoint": "base address of the server, such as http://localhost:11434/v1; required, there is no default",
        "model": "name of the model as the server knows it; required",
        "key_variable": "environment variable that holds the key (LITHOGRAPH_LLM_KEY)",
        "max_tokens": "most tokens for the whole run, in and out together (no limit)",
        "max_cost": "most money for the whole run, in the currency of the prices (no limit)",
        "price_in": "price of a million tokens that are sent (0)",
        "price_out": "price of a million tokens that are answered (0)",
        "estimate_only": "yes: say what a document would need, and send nothing (no)",
        "answer_tokens": "most tokens of one answer (4096)",
        "requests_per_minute": "most requests in a minute (no limit)",
        "timeout": "seconds for one answer (300)",
        "attempts": "how often a request is tried in all (5)",
        "retry_wait": "seconds before the second try, doubled before each further one (1)",
        "cache": "folder in which answers are kept (the user's cache folder)",
    }
)
"""Name of each option to one line for people, with its default."""

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
"""The name of an environment variable. Matches `OPENAI_API_KEY`; must not match a key such as `sk-12`."""


@dataclass(frozen=True, slots=True)
class LlmOptions:
    """The options with their types; `endpoint` and `model` are empty only where nothing was named at all.

    Args:
        endpoint: base address, without the `/chat/completions`.
        model: as the server knows it.
        key: from the environment; never shown.
        max_tokens: for the run, None for no limit.
        max_cost: for the run, None for no limit.
        price_in: per million tokens sent.
        price_out: per million tokens answered.
        estimate_only: send nothing.
        answer_tokens: most tokens of one answer.
        requests_per_minute: None for no limit.
        timeout_s: for one answer.
        attempts: tries of one request in all.
        retry_wait_s: before the second try.
        cache: folder of the answers.
    """

    endpoint: str
    model: str
    key: str | None = field(default=None, repr=False)
    max_tokens: int | None = None
    max_cost: float | None = None
    price_in: float = 0.0
    price_out: float = 0.0
    estimate_only: bool = False
    answer_tokens: int = 4096
    requests_per_minute: int | None = None
    timeout_s: float = 300.0
    attempts: int = 5
    retry_wait_s: float = 1.0
    cache: Path = Path()


def default_cache() -> Path:
    """The user's cache folder, as the XDG Base Directory Specification and Windows have it."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".cache") / "lithograph"


def read_options(given: Mapping[str, str]) -> LlmOptions:
    """The options that a user gave.

    Args:
        given: option name to text.

    Raises:
        ConfigError: an option is unknown, missing or out of its range.
    """
    for name in given:
        if name not in OPTIONS:
            raise ConfigError(f"{ENGINE}.{name}", f"the engine has no such option; it has: {', '.join(OPTIONS)}")
    reader = _Reader(given)
    options = LlmOptions(
        endpoint=_endpoint(given.get("endpoint", "")),
        model=given.get("model", "").strip(),
        key=_key(given.get("key_variable", "LITHOGRAPH_LLM_KEY")),
        max_tokens=reader.whole("max_tokens"),
        max_cost=reader.number("max_cost"),
        price_in=reader.number("price_in") or 0.0,
        price_out=reader.number("price_out") or 0.0,
        estimate_only=reader.yes("estimate_only"),
        answer_tokens=reader.whole("answer_tokens") or 4096,
        requests_per_minute=reader.whole("requests_per_minute"),
        timeout_s=reader.number("timeout") or 300.0,
        attempts=reader.whole("attempts") or 5,
        retry_wait_s=1.0 if (wait := reader.number("retry_wait")) is None else wait,
        cache=Path(given["cache"]).expanduser() if given.get("cache") else default_cache(),
    )
    if options.max_cost is not None and not (options.price_in or options.price_out):
        raise ConfigError(f"{ENGINE}.max_cost", "needs the prices: give llm.price_in and llm.price_out")
    return options


class _Reader:
    """Numbers and yes or no from texts."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given

    def number(self, name: str) -> float | None:
        text = self._given.get(name)
        if text is None:
            return None
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if not 0 <= value < float("inf"):
            raise ConfigError(f"{ENGINE}.{name}", f"{text!r} is not a number of 0 or more")
        return value

    def whole(self, name: str) -> int | None:
        value = self.number(name)
        if value is None:
            return None
        if value < 1 or value != int(value):
            raise ConfigError(f"{ENGINE}.{name}", f"{self._given[name]!r} is not a whole number of 1 or more")
        return int(value)

    def yes(self, name: str) -> bool:
        text = self._given.get(name, "no")
        if text not in ("yes", "no"):
            raise ConfigError(f"{ENGINE}.{name}", f"{text!r} is neither yes nor no")
        return text == "yes"


def _endpoint(text: str) -> str:
    """An address that can be called and has no secret in it; it is not repeated where it is refused."""
    if not text:
        return ""
    parts = urlsplit(text.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(f"{ENGINE}.endpoint", "is not the address of a server, such as http://localhost:11434/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigError(
            f"{ENGINE}.endpoint", "has a name, a password or a query in it; keys come from the environment"
        )
    return text.strip().rstrip("/")


def _key(variable: str) -> str | None:
    if not _VARIABLE.fullmatch(variable):
        raise ConfigError(f"{ENGINE}.key_variable", "is the name of an environment variable, never the key itself")
    return os.environ.get(variable) or None
