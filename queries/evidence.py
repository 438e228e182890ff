"""Evidence beside the rows of an answer: for each claim of a row the sentences that state it, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import QueryError
from ..graph.stores.base import Store
from .answer import Answer
from .catalogue import Column, Question

_PLACES = """
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
WHERE c.id IN $claims
OPTIONAL MATCH (e)-[r:CITES]->(w:Publication)
RETURN c.id AS claim, e.id AS evidence, e.sentence AS sentence, e.document AS paper, d.doi AS paper_doi,
  e.section AS section, e.line AS line, e.source_start AS source_start, e.source_end AS source_end,
  w.id AS work, w.doi AS doi
ORDER BY claim, paper, source_start, source_end, evidence, r.number, work
"""

COLUMNS = (
    Column("evidence_claim", "claim", "that the sentence states"),
    Column("evidence_sentence", "text", "that states it, or the row of a table"),
    Column("evidence_doi", "texts", "of the works cited there, or of the paper where it cites none"),
    Column("evidence_paper", "paper", "the paper read"),
    Column("evidence_section", "text", "headings above it"),
    Column("evidence_line", "integer", "in the file as read"),
    Column("evidence_start", "integer", "first character of the sentence in the file as read, from 0"),
    Column("evidence_end", "integer", "first character behind it"),
)
"""What is added to an answer."""


@dataclass(slots=True)
class _Place:
    """One piece of evidence."""

    claim: str
    sentence: str
    paper: str
    paper_doi: str | None
    section: str | None
    line: int
    start: int
    end: int
    works: dict[str, str | None] = field(default_factory=dict)

    @property
    def values(self) -> tuple[Any, ...]:
        """In the order of `COLUMNS`."""
        known = list(self.works.values()) if self.works else [self.paper_doi]
        dois = [doi for doi in dict.fromkeys(known) if doi]
        return self.claim, self.sentence, dois, self.paper, self.section, self.line, self.start, self.end

    def agrees(self, row: Mapping[str, Any], question: Question) -> bool:
        """Whether it is of the paper, the source and the line that a row speaks of, where it speaks of any."""
        by_type: dict[str, list[Any]] = {"paper": [self.paper], "source": list(self.works) or [self.paper]}
        by_name: dict[str, list[Any]] = {"line": [self.line], "sentence": [self.sentence]}
        for column in question.columns.values():
            known = by_type.get(column.type) or by_name.get(column.name)
            if known and row[column.name] is not None and row[column.name] not in known:
                return False
        return True


def check_evidence(question: Question) -> None:
    """Refuse a question whose rows name no claims.

    Raises:
        QueryError: they do not.
    """
    if not question.claim_columns:
        raise QueryError(question.name, "its rows name no claims, so there is no evidence to show beside them")


def with_evidence(store: Store, question: Question, answer: Answer) -> Answer:
    """The answer with one row for each piece of evidence of each claim of a row.

    A row that speaks of one paper, source, line or sentence gets the evidence from there alone.

    Args:
        store: that answered.
        question: that was asked.
        answer: to it.

    Raises:
        QueryError: the rows of the question name no claims.
    """
    check_evidence(question)
    names = question.claim_columns
    claims = sorted({claim for row in answer for claim in _claims(row, names)})
    places = _places(store, claims) if claims else {}
    rows: list[tuple[Any, ...]] = []
    for row in answer:
        found = [place for claim in _claims(row, names) for place in places.get(claim, ())]
        if len(names) == 1:
            found = [place for place in found if place.agrees(row, question)] or found
        values = tuple(row.values())
        rows += [values + place.values for place in found] or [values + (None,) * len(COLUMNS)]
    described = answer.described | {column.name: column for column in COLUMNS}
    return Answer((*answer.columns, *(column.name for column in COLUMNS)), rows, described=described)


def _claims(row: Mapping[str, Any], names: Sequence[str]) -> Iterator[str]:
    """The claims of a row, each once."""
    found: dict[str, None] = {}
    for name in names:
        value = row[name]
        found |= dict.fromkeys(value if isinstance(value, list) else [value] if value else [])
    yield from found


def _places(store: Store, claims: list[str]) -> dict[str, list[_Place]]:
    """Every piece of evidence by claim, in the order of papers and places."""
    found: dict[str, _Place] = {}
    for row in store.ask(_PLACES, {"claims": claims}, name="evidence").rows:
        claim, evidence, sentence, paper, paper_doi, section, line, start, end, work, doi = row
        place = found.setdefault(evidence, _Place(claim, sentence, paper, paper_doi, section, line, start, end))
        if work is not None:
            place.works[work] = doi
    places: dict[str, list[_Place]] = {}
    for place in found.values():
        places.setdefault(place.claim, []).append(place)
    return places
