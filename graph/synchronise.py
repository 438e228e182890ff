"""Bring a store to what the ledger says: by a change of what is stale, or by loading everything anew."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..errors import ConfigError
from .assembly import ASSEMBLY_VERSION, is_claim, is_shared_node
from .ledger import Copy, Ledger, Written
from .rows import NodeRow, RelationRow, Rows
from .schema import graph_schema
from .stores.base import Change, Store

_ANEW_ABOVE = 5_000
"""Stale units above which loading everything may be quicker than a change."""

_ANEW_SHARE = 0.25
"""Share of stale units above which it is."""


def state_prefix() -> str:
    """What the states of stores written by this version begin with."""
    return f"schema {graph_schema().version}, assembly {ASSEMBLY_VERSION}, "


def pushed_prefix(library: str) -> str:
    """What the states of stores begin with into which a library, named by its id, was pushed."""
    return f"{state_prefix()}library {library}, "


def synchronise(ledger: Ledger, store: Store, *, state: str | None) -> str:
    """Make the library's own store hold what the ledger says.

    The store's state changes in the store's own transaction; the caller then keeps the returned state and commits the
    ledger. If the process ends between the two, the states differ at the next call and everything is loaded anew.

    Args:
        ledger: the units as they should be.
        store: to be written.
        state: that the caller kept after the last call, or None.

    Returns:
        The state of the store, to be kept.

    Raises:
        StoreError: the store cannot be written.
    """
    sound = state is not None and state.startswith(state_prefix()) and store.state() == state
    return _write(ledger, store, ledger.own_copy(), state=state if sound else None, prefix=state_prefix())


def push(ledger: Ledger, store: Store, *, library: str, replace: bool = False) -> None:
    """Make another store, such as a server, hold what the ledger says.

    What it holds is known by the state that it names: if the ledger knows that one, what changed since is written;
    else the store is loaded, and finds out itself what it has already. A push that is cut off leaves another state,
    or that of before or after.

    Args:
        ledger: the units as they should be; the caller keeps others from changing it meanwhile.
        store: to be written.
        library: id of the library that pushes.
        replace: the graph of another library may go.

    Raises:
        StoreError: the store cannot be reached or written.
        ConfigError: it holds the graph of another library.
    """
    found = store.state()
    if found is not None and f"library {library}, " not in found and not replace:
        raise ConfigError("--store", "it holds the graph of another library; `--replace` puts this one in its place")
    copy = ledger.copy(found)
    sound = copy.is_known and found is not None and found.startswith(state_prefix())
    _write(ledger, store, copy, state=found if sound else None, prefix=pushed_prefix(library))


def _write(ledger: Ledger, store: Store, copy: Copy, *, state: str | None, prefix: str) -> str:
    """Write what is stale, or everything where the store is in no known `state`; note it, and give the new state."""
    stale = copy.stale_count()
    if state is not None and not stale:
        return state
    new_state = prefix + uuid.uuid4().hex
    if state is not None and stale <= max(_ANEW_ABOVE, _ANEW_SHARE * copy.unit_count()):
        _apply(ledger, store, copy, new_state)
    else:
        written: list[tuple[str, Written]] = []
        store.load(_all_rows(ledger, written), state=new_state)
        copy.note(new_state, written, anew=True)
    return new_state


def _all_rows(ledger: Ledger, written: list[tuple[str, Written]]) -> Iterator[Rows]:
    """The rows of every unit; what was given out is in `written` then."""
    for key, rows in ledger.iter_units():
        written.append((key, _written(rows)))
        yield rows


@dataclass(slots=True)
class _Draft:
    """A change in the making."""

    removed: dict[str, list[str]] = field(default_factory=dict)
    unlinked_claims: dict[str, list[str]] = field(default_factory=dict)
    unlinked_nodes: dict[str, list[str]] = field(default_factory=dict)
    updated: list[NodeRow] = field(default_factory=list)
    nodes: list[NodeRow] = field(default_factory=list)
    relations: list[RelationRow] = field(default_factory=list)

    def take_out(self, key: str, written: Written) -> None:
        """Take away a unit, with every relation at its nodes; those of a claim between other nodes go by its id."""
        if key.startswith("references:"):
            self.unlinked_nodes.setdefault("Publication", []).append(key.partition(":")[2])
        for label, node_id in written.owned:
            self.removed.setdefault(label, []).append(node_id)
        if is_claim(key):
            self._unlink(key, written)

    def put_in(self, rows: Rows) -> None:
        """Put in a unit that is not there."""
        self.nodes.extend(rows.nodes)
        self.relations.extend(rows.relations)

    def change(self, key: str, written: Written, rows: Rows) -> None:
        """Put a unit in the place of its older form; its nodes stay, with the relations that others make to them."""
        known = set(written.owned)
        self.updated.extend(node for node in rows.nodes if (node.label, node.id) in known)
        self.nodes.extend(node for node in rows.nodes if (node.label, node.id) not in known)
        for label, node_id in known - {(node.label, node.id) for node in rows.nodes}:
            self.removed.setdefault(label, []).append(node_id)
        if is_claim(key):
            self._unlink(key, written)
        else:
            for label, node_id in written.owned:
                if "BELONGS_TO" in written.relations:
                    self.unlinked_nodes.setdefault(label, []).append(node_id)
        self.relations.extend(rows.relations)

    def _unlink(self, claim: str, written: Written) -> None:
        for name in written.relations:
            self.unlinked_claims.setdefault(name, []).append(claim)


def _apply(ledger: Ledger, store: Store, copy: Copy, new_state: str) -> None:
    draft = _Draft()
    written: list[tuple[str, Written]] = []
    gone: list[str] = []
    for key in copy.stale_keys():
        rows, known = ledger.unit(key), copy.written(key)
        if not (rows.nodes or rows.relations):
            if known is not None:
                draft.take_out(key, known)
                gone.append(key)
            continue
        now = _written(rows)
        if known is None:
            draft.put_in(rows)
        elif known.digest == now.digest:
            continue
        elif is_claim(key) or is_shared_node(key):
            draft.change(key, known, rows)
        else:
            draft.take_out(key, known)
            draft.put_in(rows)
        written.append((key, now))
    added = Rows(tuple(draft.nodes), tuple(draft.relations))
    change = Change(draft.removed, draft.unlinked_claims, draft.unlinked_nodes, draft.updated, added)
    store.apply(change, state=new_state)
    copy.note(new_state, written, gone)


def _written(rows: Rows) -> Written:
    text = repr([(node.label, node.id, sorted(node.properties.items())) for node in rows.nodes]) + repr(
        [(r.name, r.source, r.target, sorted(r.properties.items())) for r in rows.relations]
    )
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    owned = tuple((node.label, node.id) for node in rows.nodes)
    return Written(digest, owned, tuple(sorted({relation.name for relation in rows.relations})))
