"""What relations does the program state in texts of another field, and how many of a random fifty are right?

    .venv/bin/python benchmarks/relations_sofc.py [--unjudged]

Extracts the texts of the SOFC corpus (papers on solid oxide fuel cells, beside the checkout), counts the claims of
every relation, and draws fifty of them. The draw is random and yet the same each time: those whose hash comes first, so
that a change of a few claims changes the draw by a few. Each is printed with its sentence for a reader to judge, who
writes `right` or `wrong` as its verdict, with a reason, into `benchmarks/results/relations_sofc.json`. There the draw
is kept without sentences, which are the papers' own; verdicts stay as long as the claim is drawn.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from figures import markdown_table, save
from inputs import RESULTS, SHARED, sofc_texts

from lithograph.app.evaluation.facts import make_fact
from lithograph.app.evaluation.shown import statement_of
from lithograph.corpus.reading import read_document
from lithograph.extract.engine import extract_document
from lithograph.extract.facts import iter_facts

RELATIONS = ("decomposition", "interphase", "strategy", "limitation", "causes")

DRAWN = 50
"""Claims to be judged."""

_SEED = "relations 1"
"""Another text draws other claims."""

_NOT_JUDGED = "not judged"

_LONGEST = 1_000
"""Characters of a sentence that are printed: a reference list without line breaks is one sentence."""

_NAME = "relations_sofc"
_NOT_ARGUMENTS = frozenset({"type", "line", "refs", "claim", "confidence", "rule", "evidence"})

Claim = dict[str, Any]


def stated() -> Iterator[tuple[Claim, str]]:
    """Every relation that is stated in the texts, as it is kept, with its sentence."""
    for path in sofc_texts():
        for fact in iter_facts(extract_document(read_document(path)).claims):
            if fact["type"] in RELATIONS:
                kept = {
                    "document": path.name,
                    "type": fact["type"],
                    "arguments": {name: value for name, value in fact.items() if name not in _NOT_ARGUMENTS},
                    "rule": fact["rule"],
                    "confidence": fact["confidence"],
                    "source": fact["evidence"]["source"],
                }
                yield kept, fact["evidence"]["sentence"]


def identity(claim: Claim) -> str:
    """What makes a claim the same when it is drawn again, whatever rule made it and how surely."""
    return json.dumps([claim[name] for name in ("document", "type", "arguments", "source")], sort_keys=True)


def draw(claims: Sequence[tuple[Claim, str]]) -> list[tuple[Claim, str]]:
    """Some claims at random, in the order of the texts."""
    hashed = {hashlib.sha256((_SEED + identity(claim)).encode()).hexdigest(): (claim, text) for claim, text in claims}
    chosen = [hashed[key] for key in sorted(hashed)[:DRAWN]]
    return sorted(chosen, key=lambda pair: (pair[0]["document"], pair[0]["source"], identity(pair[0])))


def verdicts() -> dict[str, Claim]:
    """The verdicts that a reader wrote down, by the identity of the claim."""
    path = RESULTS / f"{_NAME}.json"
    kept = json.loads(path.read_text(encoding="utf-8"))["drawn"] if path.exists() else []
    return {identity(claim): {name: claim[name] for name in ("verdict", "reason")} for claim in kept}


def show(number: int, claim: Claim, sentence: str) -> None:
    """Print one claim for a reader."""
    fact = make_fact({"type": claim["type"], **claim["arguments"]})
    denied = "not: " if fact.negated else ""
    print(f"{number:2}. {claim['type']}: {denied}{statement_of(fact)}")
    print(
        f"    {claim['document']} {claim['source']}, {claim['rule']}, {claim['confidence']}: {claim['verdict'] or '?'}"
    )
    print(f"    {sentence if len(sentence) <= _LONGEST else sentence[:_LONGEST] + ' …'}\n")


def judged(drawn: Sequence[Claim]) -> dict[str, Mapping[str, int]]:
    """Verdicts by type, and of all."""
    found = {kind: Counter(claim["verdict"] for claim in drawn if claim["type"] == kind) for kind in RELATIONS}
    total = Counter(claim["verdict"] for claim in drawn)
    counted = {**found, "all": total}
    return {
        kind: {"right": some["right"], "wrong": some["wrong"], _NOT_JUDGED: some[""]} for kind, some in counted.items()
    }


def table(counts: Mapping[str, int], found: Mapping[str, Mapping[str, int]]) -> str:
    """Claims by type, and how many of those drawn are right."""
    rows = [
        (kind, counts[kind], sum(some.values()), some["right"], some["wrong"], some[_NOT_JUDGED])
        for kind, some in found.items()
    ]
    return markdown_table(("relation", "claims", "drawn", "right", "wrong", _NOT_JUDGED), rows)


def main() -> int:
    """Count, draw, print and save."""
    if not sofc_texts():
        print(f"{SHARED}/corpora/sofc-exp is missing: nothing to read")
        return 0
    claims = list(stated())
    known = verdicts()
    drawn = draw(claims)
    for claim, _ in drawn:
        claim.update(known.get(identity(claim), {"verdict": "", "reason": ""}))
    for number, (claim, sentence) in enumerate(drawn, start=1):
        if not claim["verdict"] or "--unjudged" not in sys.argv:
            show(number, claim, sentence)
    kept = [claim for claim, _ in drawn]
    counts = Counter(claim["type"] for claim, _ in claims) + Counter({"all": len(claims)})
    found = judged(kept)
    print(table(counts, found))
    by_type = {kind: counts[kind] for kind in (*RELATIONS, "all")}
    save(_NAME, {"texts": len(sofc_texts()), "claims": by_type, "judged": found["all"], "drawn": kept})
    return 0


if __name__ == "__main__":
    sys.exit(main())
