"""The commands' way to a store of one's own, such as a Neo4j server, and the command that fills it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_options import JsonOption, LibraryOption, open_library
from .output import counted, line, working, write_json

if TYPE_CHECKING:
    from ..graph.stores.base import Store
    from .library import Library
    from .stored_graph import StoredGraph

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URI",
        help="A store beside the library, such as bolt://localhost:7687, or its name in the file of stores.",
        show_default=False,
    ),
]
DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="NAME",
        envvar="LITHOGRAPH_DATABASE",
        help="Database of the server; the user's own where none is named.",
        show_default=False,
    ),
]
UserOption = Annotated[
    str | None,
    typer.Option(
        "--user", metavar="NAME", envvar="LITHOGRAPH_USER", help="Who we are on the server.", show_default=False
    ),
]
PasswordOption = Annotated[
    str | None,
    typer.Option(
        "--password",
        metavar="TEXT",
        envvar="LITHOGRAPH_PASSWORD",
        show_envvar=True,
        help="Of the user; others can see a command line, so better in the environment or the file of stores.",
        show_default=False,
    ),
]
StoresOption = Annotated[
    Path | None,
    typer.Option(
        "--stores",
        metavar="FILE",
        envvar="LITHOGRAPH_STORES",
        help="File of named stores with their users and passwords.  [default: ~/.config/lithograph/stores.yaml]",
        show_default=False,
    ),
]


@contextmanager
def opened_store(
    store: str | None, database: str | None, user: str | None, password: str | None, stores: Path | None
) -> Iterator[tuple[Store, str]]:
    """The store that the options mean, open while the block runs, and its URI.

    Raises:
        ConfigError: no store is named, or its address is wrong.
        MissingExtraError: it needs a package that is not installed.
    """
    from ..graph.stores.opening import open_store
    from .addresses import Given, find_address

    address = find_address(Given(store, database, user, password, stores))
    opened = open_store(address)
    try:
        yield opened, address.uri
    finally:
        opened.close()


@contextmanager
def opened_graph(
    ctx: typer.Context,
    library: Path | None,
    store: str | None,
    database: str | None,
    user: str | None,
    password: str | None,
    stores: Path | None,
) -> Iterator[Library | StoredGraph]:
    """What is to be asked: the store that the options mean, where one is named, else the library."""
    if store is None:
        with open_library(ctx, library) as opened:
            yield opened
        return
    from .stored_graph import StoredGraph

    with opened_store(store, database, user, password, stores) as (remote, uri):
        yield StoredGraph(remote, uri)


def push(
    ctx: typer.Context,
    store: StoreOption = None,
    database: DatabaseOption = None,
    user: UserOption = None,
    password: PasswordOption = None,
    stores: StoresOption = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Take the graph away from the server; what is not ours stays.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take the place of another library's graph, if there is one.")
    ] = False,
    json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Bring the graph of the library into a server, or take it away from there.

    What the server holds already is not written again, so the same command brings later changes, and finishes what
    was cut off. Other data on the server stays as it is.
    """
    with opened_store(store, database, user, password, stores) as (opened, uri):
        if remove:
            with working("removing"):
                opened.wipe()
        else:
            with open_library(ctx, library) as source, working("pushing"):
                source.push(opened, replace=replace)
        with working("counting"):
            counts = opened.counts()
    if json:
        write_json(counts)
    else:
        nodes, relations = (sum(counts[kind].values()) for kind in ("nodes", "relations"))
        line(f"{uri} holds {counted(nodes, 'node')} and {counted(relations, 'relation')} of ours")
