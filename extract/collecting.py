"""Fewer runs of Python's garbage collector while a document is read."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 100_000
"""So many more objects are made than freed before the collector runs; Python's own number is 700."""

_Numbers = tuple[int, int, int]
"""As `gc.set_threshold` takes them."""


class _Threshold:
    """That of this process, which several readers may want to be higher at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._readers = 0
        self._usual: _Numbers = gc.get_threshold()

    def raise_(self) -> None:
        """Make it higher for one more reader."""
        with self._lock:
            if not self._readers:
                self._usual = gc.get_threshold()
                gc.set_threshold(*_raised(self._usual))
            self._readers += 1

    def put_back(self) -> None:
        """Once for every `raise_`."""
        with self._lock:
            self._readers -= 1
            if not self._readers and gc.get_threshold() == _raised(self._usual):
                gc.set_threshold(*self._usual)


_threshold = _Threshold()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let the garbage collector run less often inside the block, and as before behind it.

    What reading a document makes is kept (vocabularies, patterns, annotations, claims) or freed at once, as hardly any
    of it refers to itself; the collector finds nothing and takes a tenth of the time. It is not stopped: what other
    threads leave behind is still found. Its threshold holds for the whole process, so the last of several blocks at a
    time puts it back, unless somebody else has set another one meanwhile.

    Example:
        >>> before = gc.get_threshold()
        >>> with seldom_collected():
        ...     gc.get_threshold()[0]
        100000
        >>> gc.get_threshold() == before
        True
    """
    _threshold.raise_()
    try:
        yield
    finally:
        _threshold.put_back()


def _raised(usual: _Numbers) -> _Numbers:
    """With a higher first number; a process that never collects (0), or more seldom, goes on so."""
    return (max(usual[0], _NEW_OBJECTS) if usual[0] else 0, *usual[1:])
