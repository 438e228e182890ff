"""Commands that fill and keep a library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import ConfigError
from .cli_engines import EngineOption, EngineSettingOption, chosen_engines, engine_options, note_report
from .cli_options import JsonOption, LibraryOption, open_library
from .cli_push import DatabaseOption, PasswordOption, StoreOption, StoresOption, UserOption, opened_graph
from .output import line, note, print_table, progress, working, write_json

if TYPE_CHECKING:
    from .ingest import IngestEntry, IngestReport
    from .library import Library
    from .status import DocumentStatus, Status, StoredDocument

    AnyStatus = Status[DocumentStatus] | Status[StoredDocument]


def ingest(
    ctx: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Papers: Markdown or plain text.", show_default=False)
    ],
    json: JsonOption = False,
    library: LibraryOption = None,
    engine: EngineOption = None,
    engine_option: EngineSettingOption = None,
) -> None:
    """Read papers into the library.

    The library is made where there is none. A file that is there already changes nothing; a changed file takes the
    place of the older one. A file that cannot be read never stops the others: the table shows which it was, a line
    says why, and the exit code is 1.

    The library keeps the engines that are named, with their options: papers that come later, or are read again, are
    read by them as well, until others are named. A paper that another set of engines read is read again by this one,
    and what only the others said goes. Engines that open connections have to be named each time.
    """
    names = chosen_engines(engine)
    options = engine_options(engine_option, names)
    with open_library(ctx, library, create=True) as opened:
        report = _ingest(opened, files, names, options)
    if json:
        write_json([_ingest_row(entry) for entry in report.entries])
    else:
        _print_report(report)
    for entry in report.failed:
        note(f"error: {entry.error}")
    if report.failed:
        raise typer.Exit(1)


def load(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Linked data of `lithograph export`.", show_default=False)
    ],
    json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Take the documents of an export into the library, with all that they state.

    The library is made where there is none. It has the same claims, evidence and references as the one that was
    exported; of sentences it has what was quoted. Other linked data is refused, and so is a file that is truncated or
    was changed: the library then stays as it was.
    """
    with open_library(ctx, library, create=True) as opened, working("loading"):
        report = opened.load(file)
    if json:
        write_json([_ingest_row(entry) for entry in report.entries])
    else:
        _print_report(report)


def status(
    ctx: typer.Context,
    json: JsonOption = False,
    findings: Annotated[bool, typer.Option("--findings", help="List what could not be read, or only in part.")] = False,
    library: LibraryOption = None,
    store: StoreOption = None,
    database: DatabaseOption = None,
    user: UserOption = None,
    password: PasswordOption = None,
    stores: StoresOption = None,
) -> None:
    """Say what the library holds, or a server.

    Documents with what each gave and the versions of the reader and pipeline that read it; claims by kind, pieces of
    evidence, nodes and relations of the graph.
    """
    if findings:
        if store is not None:
            raise ConfigError("--findings", "are kept by the library; leave --store out")
        with open_library(ctx, library) as opened:
            _print_findings(opened, json)
        return
    with opened_graph(ctx, library, store, database, user, password, stores) as graph, working("counting"):
        answer = graph.status()
    if json:
        write_json(answer.to_dict())
    else:
        _print_status(answer)


def remove(
    ctx: typer.Context,
    document: Annotated[
        str, typer.Argument(help="Its id, DOI or file name; `lithograph status` lists them.", show_default=False)
    ],
    library: LibraryOption = None,
) -> None:
    """Take a document out of the library.

    Its evidence goes, and with it every claim and node that no other document supports.
    """
    with open_library(ctx, library) as opened:
        line(f"removed {opened.remove(document)}")


def rebuild(ctx: typer.Context, library: LibraryOption = None) -> None:
    """Build the graph again from the claims.

    No paper is read again: the claims of every document are kept in the library.
    """
    with open_library(ctx, library) as opened:
        with working("building the graph"):
            opened.rebuild()
        line(f"rebuilt {opened.path}")


def _ingest(
    library: Library, files: list[Path], names: Sequence[str] | None, options: Mapping[str, Mapping[str, str]]
) -> IngestReport:
    """Ingest with a progress bar; `files` may name one twice."""
    with progress([path.name for path in files]) as advance:
        return library.ingest(
            files, engines=names, options=options, progress=lambda entry: advance(), reported=note_report
        )


def _ingest_row(entry: IngestEntry) -> dict[str, object]:
    return {
        "file": str(entry.path),
        "status": entry.status,
        "document": entry.document,
        "claims": dict(entry.claims),
        "evidence": entry.evidence,
        "references": entry.references,
        "findings": entry.findings,
        "error": entry.error,
    }


def _print_report(report: IngestReport) -> None:
    columns = ("file", "status", "document", "claims", "evidence", "references", "findings")
    rows = [
        (
            str(entry.path),
            entry.status,
            entry.document,
            sum(entry.claims.values()),
            entry.evidence,
            entry.references,
            entry.findings,
        )
        if entry.error is None
        else (str(entry.path), entry.status, None, None, None, None, None)
        for entry in report.entries
    ]
    print_table(columns, rows)


def _print_status(answer: AnyStatus) -> None:
    _print_documents(answer.documents)
    line(f"documents  {len(answer.documents)}")
    line(f"claims     {_counted(answer.claims)}")
    line(f"evidence   {answer.evidence}")
    line(f"nodes      {_counted(answer.nodes)}")
    line(f"relations  {_counted(answer.relations)}")


def _print_documents(documents: Sequence[DocumentStatus | StoredDocument]) -> None:
    """A row for each; a store of its own knows less of a document than its library."""
    fields = ("claims", "evidence", "references", "findings", "reader", "pipeline")
    known = [field for field in fields if not documents or hasattr(documents[0], field)]
    rows = [(one.id, one.name, *(_total(getattr(one, field)) for field in known)) for one in documents]
    print_table(("document", "file", *known), rows)


def _total(value: object) -> object:
    return sum(value.values()) if isinstance(value, Mapping) else value


def _counted(counts: Mapping[str, int]) -> str:
    """`12 (alias 4, property 8)`."""
    parts = ", ".join(f"{name} {count}" for name, count in counts.items() if count)
    return f"{sum(counts.values())} ({parts})" if parts else "0"


def _print_findings(library: Library, json: bool) -> None:
    found = library.findings()
    if json:
        write_json(
            [{"document": item.document, "file": item.name, **item.finding.model_dump(mode="json")} for item in found]
        )
        return
    if not found:
        line("nothing was left unread")
        return
    columns = ("file", "line", "severity", "code", "message")
    print_table(
        columns, [(f.name, f.finding.line, str(f.finding.severity), f.finding.code, f.finding.message) for f in found]
    )
