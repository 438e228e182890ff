"""What several tests of the graph start from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from lithograph.graph.assembly import contributions
from lithograph.graph.ledger import Ledger
from lithograph.tests.graph.made_values import bundle


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """A ledger of one document with one value."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ledger = Ledger(connection)
    ledger.create()
    ledger.put(1, contributions(bundle(1)))
    yield ledger
    connection.close()
