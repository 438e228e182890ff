"""The reference page of the catalogue of questions, written from the heads of the Cypher files.

``python -m lithograph.app.questions_page`` writes `docs/questions.md` of a checkout; a test compares.
"""

from __future__ import annotations

from pathlib import Path

from ..queries.catalogue import Question, catalogue
from ..queries.sparql.runner import sparql_questions
from .explained import default_text, typed
from .output import line

PAGE = Path(__file__).parent.parent / "docs" / "questions.md"

_HEAD = """# Questions

<!-- Written by `make docs` from the heads of queries/cypher/*.cypher and queries/sparql/*.rq. -->

The catalogue: `lithograph query NAME --param PARAMETER=VALUE`, or `library.query("NAME", parameter=value)` in Python.
A parameter without a default has to be given. A `material` is named as any paper writes it (`LLZO`, `Li7La3Zr2O12`);
the name of a class (`garnet`, `sulfide electrolytes`) stands for all that belongs to it, where the question says so.
A `class`, `property`, `failure`, `strategy` or kind of claim is named as the [vocabulary](vocabulary.md) has it, the
first four also as papers write them; a `factor` is a failure, a property or a material, a `node` also a class or a work
by its DOI. `lithograph query NAME --explain` shows the Cypher.

A number says its unit: `number in S/cm`, `number in unit` where the column `unit` has it, `number in 1` where it has
none; a `fraction` is a number from 0 to 1. A column of type `claim` or `claims` leads on: `lithograph show CLAIM` gives
the sentences and the works cited there, and `--evidence` (`evidence=True` in Python) puts them beside the rows, one row
for each sentence. Every question leaves out what rests on claims below a confidence if asked to:
`--min-confidence 0.8`, or `min_confidence=0.8` in Python. Answers are tables, CSV, JSON, Markdown or Parquet
(`--format`, `-o FILE`).
"""

_SPARQL = """## In SPARQL

`lithograph sparql NAME` asks the library as [linked data](linked-data.md). These questions are in both languages and
give the same rows (in SPARQL they have no `limit`): {shared}. The others are in SPARQL alone.
"""


def questions_page() -> str:
    """The page in Markdown."""
    own = [question for name, question in sparql_questions().items() if name not in catalogue()]
    shared = ", ".join(f"`{name}`" for name in sparql_questions() if name in catalogue())
    sections = [_section(question) for question in catalogue().values()]
    return "\n".join(
        [_HEAD, *sections, _SPARQL.format(shared=shared), *(_section(question, "###") for question in own)]
    )


def _section(question: Question, level: str = "##") -> str:
    parts = [f"{level} {question.name}", "", question.question, ""]
    if question.method:
        parts += [f"An [analysis](analysis.md): {question.method}.", ""]
    if question.parameters:
        parts += ["| parameter | type | default | |", "| --- | --- | --- | --- |"]
        for parameter in question.parameters.values():
            default = f"`{default_text(parameter)}`" if default_text(parameter) else ""
            parts.append(f"| `{parameter.name}` | {typed(parameter)} | {default} | {parameter.help} |")
        parts.append("")
    parts += ["| column | type | |", "| --- | --- | --- |"]
    parts += [f"| `{column.name}` | {typed(column)} | {column.help} |" for column in question.columns.values()]
    return "\n".join([*parts, ""])


def main() -> None:
    """Write the page."""
    PAGE.write_text(questions_page(), encoding="utf-8")
    line(str(PAGE))


if __name__ == "__main__":
    main()
