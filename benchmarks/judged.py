"""What the program states in papers whose facts readers wrote down, each statement judged right or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inputs import REVIEW, ROOT, SHARED, paper

from lithograph.app.evaluation.comparison import Names
from lithograph.app.evaluation.facts import TYPES, Fact, make_fact, read_facts
from lithograph.corpus.reading import read_document
from lithograph.corpus.samples import NAMES, facts_path, sample_paths
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import iter_facts

TUNED_LINES = (1, 240)
"""Lines of the review on which rules were made; the annotated rest was kept apart."""

KEPT_APART = ("cathode-side", "solid-state-outlook")
"""Texts of `tests/fixtures/papers` on which no rule may be made, and from which no rule's precision is measured."""


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A paper, or a part of it, with its gold facts.

    Args:
        name: for people.
        paper: the file.
        gold: file of gold facts.
        kinds: fact types that were annotated in it.
        lines: first and last line that count, or None for all.
    """

    name: str
    paper: Path
    gold: Path
    kinds: tuple[str, ...]
    lines: tuple[int, int] | None = None

    def has(self, fact: Fact) -> bool:
        """Whether a fact is stated in it, and of a type that was annotated."""
        if fact.type not in self.kinds:
            return False
        return self.lines is None or fact.line is None or self.lines[0] <= fact.line <= self.lines[1]


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement of the program: who made it how surely, and whether it is right."""

    text: str
    type: str
    rule: str
    hedged: bool
    confidence: float
    right: bool


def sample_texts() -> list[AnnotatedText]:
    """The sample papers."""
    golds = {name: facts_path(path) for name, path in zip(NAMES, sample_paths(), strict=True)}
    kinds = {fact.type for gold in golds.values() for fact in read_facts(gold)}
    some = tuple(kind for kind in TYPES if kind in kinds)
    return [
        AnnotatedText(f"sample {name}", path, golds[name], some)
        for name, path in zip(NAMES, sample_paths(), strict=True)
    ]


def written_texts() -> list[AnnotatedText]:
    """Texts written for the project (`tests/fixtures/papers`), those kept apart last."""
    golds = sorted((ROOT / "tests" / "fixtures" / "papers").glob("*.facts.jsonl"))
    papers = ((gold, gold.with_name(gold.name.replace(".facts.jsonl", ".md"))) for gold in golds)
    texts = [AnnotatedText(f"text {path.stem}", path, gold, tuple(TYPES)) for gold, path in papers]
    return sorted(texts, key=_is_kept_apart)


def _is_kept_apart(text: AnnotatedText) -> bool:
    return text.paper.stem in KEPT_APART


def shared_text(name: str, lines: tuple[int, int] | None = None) -> AnnotatedText | None:
    """A paper that lies beside the checkout, or None where it does not."""
    path = paper(name)
    if path is None:
        return None
    shown = f"{name}, lines {lines[0]}-{lines[1]}" if lines else name
    return AnnotatedText(shown, path, SHARED / "gold" / f"{name}.dev.jsonl", tuple(TYPES), lines)


def tuning_texts() -> list[AnnotatedText]:
    """Texts on which rules may be made and measured."""
    shared = (shared_text(REVIEW, TUNED_LINES), shared_text("aktekin-2023"), shared_text("park-2025"))
    written = [text for text in written_texts() if not _is_kept_apart(text)]
    return [*sample_texts(), *written, *(text for text in shared if text is not None)]


def unseen_texts() -> list[AnnotatedText]:
    """Texts written for the project that nobody read while making rules; their scores were looked at."""
    return list(filter(_is_kept_apart, written_texts()))


def kept_apart_texts() -> list[AnnotatedText]:
    """What nobody read of the shared papers while making rules; the scores were looked at."""
    shared = (shared_text(REVIEW, (TUNED_LINES[1] + 1, 283)), shared_text("hayashi-2019"))
    return [text for text in shared if text is not None]


@cache
def statements(path: Path) -> tuple[tuple[Fact, bool], ...]:
    """What the program states in a paper, each with whether it is hedged."""
    claims = extract_document(read_document(path)).claims
    hedged = [bool(evidence.hedged) for claim in claims for evidence in claim.evidence]
    return tuple(zip(map(make_fact, iter_facts(claims)), hedged, strict=True))


def facts_of(path: Path) -> list[Fact]:
    """What the program states in a paper."""
    return [fact for fact, _ in statements(path)]


def judged(text: AnnotatedText) -> Iterator[Judged]:
    """Every statement of the program in a text, repeats as well; denials and requirements are not judged.

    A statement is right if a gold fact of the text is the same. The part of a paper is judged by its own gold facts
    alone, abbreviations among them.
    """
    gold = [fact for fact in read_facts(text.gold) if text.has(fact)]
    names = Names(gold)
    stated = [names.comparable(fact) for fact in gold if not fact.negated]
    for fact, hedged in statements(text.paper):
        if not text.has(fact) or fact.negated or fact.requirement:
            continue
        given = names.comparable(fact)
        same = [known for known in stated if given.is_same(known)]
        if same and all(known.fact.requirement for known in same):
            continue
        yield Judged(text.name, fact.type, fact.data["rule"], hedged, fact.confidence, bool(same))


def all_judged(texts: Sequence[AnnotatedText]) -> list[Judged]:
    """Every statement of the program in several texts."""
    return [statement for text in texts for statement in judged(text)]
