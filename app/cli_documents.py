"""Commands that need no library: what one file says, and how a name is understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import ConfigError
from .cli_engines import EngineOption, EngineSettingOption, chosen_engines, engine_options, note_report
from .cli_options import JsonOption, MinConfidenceOption, OutputOption
from .output import counted, note, print_table, working, write_json, write_json_lines, write_text

if TYPE_CHECKING:
    from ..corpus.document import Document
    from ..ontology.meaning import Material
    from ..ontology.model import DocumentClaims, Finding


class ExtractFormat(StrEnum):
    """What `extract` writes."""

    FACTS = "facts"
    CLAIMS = "claims"
    MENTIONS = "mentions"


class BibliographyFormat(StrEnum):
    """What `bibliography` writes."""

    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"


PaperArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="The paper: Markdown or plain text.", show_default=False)
]


def extract(
    file: PaperArgument,
    form: Annotated[
        ExtractFormat,
        typer.Option(
            "--format", help="facts: flat statements; claims: with all of their evidence; mentions: names and values."
        ),
    ] = ExtractFormat.FACTS,
    min_confidence: MinConfidenceOption = 0.0,
    output: OutputOption = None,
    findings: Annotated[bool, typer.Option("--findings", help="List on the screen what could not be read.")] = False,
    engine: EngineOption = None,
    engine_option: EngineSettingOption = None,
) -> None:
    """Write what one paper states, as JSON Lines.

    No library is needed. Every fact has its sentence, its line, the reference numbers cited for it, and `source` and
    `value`: where in the file the sentence and the value stand (characters counted from 0, end not included). A fact
    has the confidence of its place, a claim that of its best place, and more where several engines read it.

    The rules read it where no engine is named.
    """
    from ..corpus.reading import read_document

    if form is ExtractFormat.MENTIONS and min_confidence:
        raise ConfigError("--min-confidence", "mentions have no confidence; leave it out, or ask for facts or claims")
    engines = chosen_engines(engine)
    if form is ExtractFormat.MENTIONS and engines is not None:
        raise ConfigError("--engine", "mentions are found by the rules; leave it out, or ask for facts or claims")
    options = engine_options(engine_option, engines)
    with working(f"reading {file.name}"):
        rows, found = _extracted(read_document(file), form, engines, options)
        rows = [row for row in rows if row.get("confidence", 1.0) >= min_confidence]
    write_json_lines(rows, output)
    _note_findings(file, found, every=findings)


def bibliography(
    file: PaperArgument,
    form: Annotated[
        BibliographyFormat, typer.Option("--format", help="For reference managers and word processors, or for LaTeX.")
    ] = BibliographyFormat.CSL_JSON,
    output: OutputOption = None,
) -> None:
    """Write a paper's own reference list.

    For reference managers (CSL-JSON) or LaTeX (BibTeX). `citation-number` holds the number under which the paper
    cites each work.
    """
    from ..corpus.reading import read_document
    from .bibliography_export import to_bibtex, to_csl

    with working(f"reading {file.name}"):
        document = read_document(file)
    references = [document.bibliography[number] for number in sorted(document.bibliography)]
    if form is BibliographyFormat.CSL_JSON:
        write_json(to_csl(references), output)
    else:
        write_text(to_bibtex(references), output)
    _note_findings(file, document.findings, every=False)


def material(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="As a paper writes it.", show_default=False)],
    json: JsonOption = False,
) -> None:
    """Say how names of materials are understood.

    Two names with the same id are the same material, and one node in the graph.
    """
    from ..ontology.materials import identify

    rows = [_material_row(name, identify(name)) for name in names]
    if json:
        write_json_lines(rows)
        return
    columns = list(rows[0])
    print_table(columns, [[_joined(row[column]) for column in columns] for row in rows])


def _extracted(
    document: Document,
    form: ExtractFormat,
    engines: Sequence[str] | None,
    options: Mapping[str, Mapping[str, str]],
) -> tuple[list[Mapping[str, Any]], list[Finding]]:
    """The rows of a format, and what could not be read."""
    if form is ExtractFormat.MENTIONS:
        from ..extract.mentions import iter_mentions

        return list(iter_mentions(document)), list(document.findings)
    bundle = _read(document, engines, options)
    if form is ExtractFormat.FACTS:
        from ..extract.facts import iter_facts

        return list(iter_facts(bundle.claims)), bundle.findings
    return [claim.model_dump(mode="json") for claim in bundle.claims], bundle.findings


def _read(
    document: Document, engines: Sequence[str] | None, options: Mapping[str, Mapping[str, str]]
) -> DocumentClaims:
    """What the rules give, or the engines that are named, which say what they used."""
    if engines is None:
        from ..extract.engine import extract_document

        return extract_document(document)
    from ..extract.engines.installed import open_engines

    with open_engines(engines, options) as opened:
        return opened.extract(document, reported=note_report)


def _note_findings(file: Path, findings: Iterable[Finding], *, every: bool) -> None:
    """Say on standard error what was read only in part."""
    found = list(findings)
    if every:
        for finding in found:
            where = f"{file}:{finding.line}" if finding.line else f"{file}"
            note(f"{where}: {finding.severity}: {finding.message} [{finding.code}]")
    elif found:
        codes = ", ".join(
            f"{code} {count}" for code, count in sorted(Counter(finding.code for finding in found).items())
        )
        note(f"{file}: {counted(len(found), 'finding')} ({codes}); `lithograph extract --findings` lists them")


def _material_row(written: str, found: Material) -> dict[str, Any]:
    return {
        "written": written,
        "name": found.name,
        "id": found.id,
        "kind": found.kind,
        "formula": found.formula,
        "composition": dict(found.composition) if found.composition is not None else None,
        "family": found.family,
        "class": found.material_class,
        "stands_for": found.stands_for,
    }


def _joined(value: object) -> object:
    """A composition as people write it: `Li 6, P 1, S 5, Cl 1`."""
    if isinstance(value, Mapping):
        return ", ".join(f"{element} {amount}" for element, amount in value.items())
    return value
