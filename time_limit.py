"""A call that may not come back, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


def call_within(limit_s: float, call: Callable[[], _T]) -> _T:
    """What a call returns or raises, if it does so in time.

    Its thread ends with the process at the latest; nothing waits for it.

    Args:
        limit_s: seconds.
        call: what is to be done.

    Raises:
        TimeoutError: it did not come back.

    Example:
        >>> call_within(1.0, lambda: "done")
        'done'
    """
    results: list[_T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(call())
        except BaseException as error:  # noqa: BLE001 (raised again where it was called for)
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(limit_s)
    if thread.is_alive():
        raise TimeoutError(f"not done within {limit_s:g} s")
    if errors:
        raise errors[0]
    return results[0]
