"""Locks between processes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from lithograph.app.locks import locked
from lithograph.errors import LibraryLockedError

HOLDER = """
import sys, time
from pathlib import Path
from lithograph.app.locks import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with locked(lock), pytest.raises(LibraryLockedError), locked(lock):
        pass
    with locked(lock):
        pass


def test_a_shared_lock_is_held_by_many(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with locked(lock, shared=True), locked(lock, shared=True), pytest.raises(LibraryLockedError), locked(lock):
        pass


def test_a_lock_keeps_readers_out(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with locked(lock), pytest.raises(LibraryLockedError), locked(lock, shared=True):
        pass


def test_waiting_ends(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with locked(lock):
        start = time.monotonic()
        with pytest.raises(LibraryLockedError), locked(lock, timeout_s=0.2):
            pass
        assert time.monotonic() - start >= 0.15


def test_a_lock_goes_with_its_process(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(lock)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LibraryLockedError, match="another process"), locked(lock):
            pass
        holder.kill()
    with locked(lock):
        pass


def test_a_place_that_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(LibraryLockedError, match="cannot be locked"), locked(tmp_path / "nowhere" / "lock"):
        pass
