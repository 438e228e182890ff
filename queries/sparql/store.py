"""The triples of a library in a store of their own, built when they are first asked for and kept until they change.

A store is a folder whose name says which state of the graph it holds, in which mapping. It gets that name when it is
complete, so a crash leaves nothing that could be taken for one; folders of other states go when a new one is there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from importlib.resources import files
from pathlib import Path

from pyoxigraph import Quad, Store

from ...errors import StoreUnavailableError

_PREFIX = "triples-"

_MAPPING = ("lithograph.graph.rdf", "lithograph.ontology.vocabularies")
"""Packages whose files say how a graph becomes triples."""


def open_triples(
    folder: Path, *, state: str, quads: Iterable[Quad], lock: Callable[[], AbstractContextManager[None]] = nullcontext
) -> Store:
    """The store for a state of the graph, for reading.

    Args:
        folder: in which the stores are.
        state: of the graph.
        quads: that it is to hold, taken where there is no such store yet.
        lock: held while one is built.

    Raises:
        StoreUnavailableError: it cannot be written.
    """
    target = folder / f"{_PREFIX}{_digest(state)}"
    with suppress(OSError):
        return Store.read_only(str(target))
    with lock():
        try:
            _build(target, quads)
            return Store.read_only(str(target))
        except OSError as error:
            raise StoreUnavailableError(str(target), " ".join(str(error).split())) from error


def remove_triples(folder: Path, *, but: Path | None = None) -> None:
    """Take away the stores in a folder, and what a crash left of one.

    Args:
        folder: in which the stores are.
        but: one that stays.
    """
    for path in folder.glob(f"{_PREFIX}*"):
        if path != but:
            shutil.rmtree(path, ignore_errors=True)


def _build(target: Path, quads: Iterable[Quad]) -> None:
    partial = target.with_name(f"{_PREFIX}building-{os.getpid()}")
    shutil.rmtree(partial, ignore_errors=True)
    store = Store(str(partial))
    store.bulk_extend(quads)
    store.flush()
    del store  # lets go of the folder, which then may be moved
    shutil.rmtree(target, ignore_errors=True)
    partial.rename(target)
    remove_triples(target.parent, but=target)


def _digest(state: str) -> str:
    """Of the state, and of the mapping with its terms: an upgrade that maps otherwise builds anew."""
    digest = hashlib.sha256(state.encode())
    for package in _MAPPING:
        for path in sorted(files(package).iterdir(), key=lambda path: path.name):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
