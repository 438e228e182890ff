"""How well materials and quantities are found in text that no rule was written for: the SOFC-Exp corpus.

    .venv/bin/python benchmarks/mentions.py

Scores mentions inside of the annotated sentences, exactly and by overlap; the corpus is annotated nowhere else. Needs
`../shared/corpora/sofc-exp`. Figures go to `benchmarks/results/mentions.json`.

Source of the corpus: A. Friedrich et al., "The SOFC-Exp Corpus and Neural Approaches to Information Extraction in the
Materials Science Domain", ACL 2020, 10.18653/v1/2020.acl-main.116.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable

from figures import markdown_table, save
from inputs import SHARED, sofc_texts

from lithograph.corpus.reading import read_document
from lithograph.extract.mentions import iter_mentions

Range = tuple[int, int]
Spans = dict[tuple[str, str], set[Range]]

_SAME_LABEL = {"VALUE": "QUANTITY"}


def annotated() -> tuple[Spans, dict[str, list[Range]]]:
    """The annotated ranges by text and label, and the annotated sentences by text."""
    spans: Spans = defaultdict(set)
    sentences: dict[str, list[Range]] = {}
    for line in (SHARED / "corpora" / "sofc-exp" / "spans.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "sentences" in row:
            sentences[row["doc"]] = [(start, end) for start, end in row["sentences"]]
        else:
            spans[row["doc"], _SAME_LABEL.get(row["label"], row["label"])].add((row["start"], row["end"]))
    return spans, sentences


def found(sentences: dict[str, list[Range]]) -> Spans:
    """Our mentions inside of annotated sentences."""
    spans: Spans = defaultdict(set)
    for path in sofc_texts():
        ranges = sentences.get(path.stem, [])
        for mention in iter_mentions(read_document(path)):
            if any(start <= mention["start"] < end for start, end in ranges):
                spans[path.stem, mention["label"]].add((mention["start"], mention["end"]))
    return spans


def overlaps(one: Range, others: Iterable[Range]) -> bool:
    """Whether a range shares a character with any other."""
    return any(one[0] < end and start < one[1] for start, end in others)


def score(gold: Spans, system: Spans, texts: Iterable[str], label: str) -> dict[str, float]:
    """P, R and F1, exact and by overlap, of one label."""
    counted = dict.fromkeys(("gold", "system", "exact", "right", "covered"), 0)
    for text in texts:
        wanted, got = gold[text, label], system[text, label]
        counted["gold"] += len(wanted)
        counted["system"] += len(got)
        counted["exact"] += len(wanted & got)
        counted["right"] += sum(overlaps(one, wanted) for one in got)
        counted["covered"] += sum(overlaps(one, got) for one in wanted)
    exact = _prf(counted["exact"], counted["exact"], counted["system"], counted["gold"])
    loose = _prf(counted["right"], counted["covered"], counted["system"], counted["gold"])
    return {"exact F1": exact[2], "overlap P": loose[0], "overlap R": loose[1], "overlap F1": loose[2]}


def _prf(right: int, covered: int, system: int, gold: int) -> tuple[float, float, float]:
    precision, recall = right / max(system, 1), covered / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> int:
    """Score both labels."""
    if not sofc_texts():
        print(f"{SHARED}/corpora/sofc-exp is missing: nothing to measure")
        return 0
    gold, sentences = annotated()
    system = found(sentences)
    figures = {label: score(gold, system, sentences, label) for label in ("MATERIAL", "QUANTITY")}
    rows = [(label, *(f"{value:.3f}" for value in row.values())) for label, row in figures.items()]
    print(markdown_table(("label", *figures["MATERIAL"]), rows))
    save("mentions", figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
