"""A paper that tells of the work of others does not retell its own."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document

REFERENCES = "\n".join(f"{number}. Noether, E. Salts. J. Made {number}, 1-9 (2020)." for number in range(1, 9))
OWN = "An Al2O3 layer on LLZO suppresses dendrites and lowers the interfacial resistance."
AGAIN = "An Al2O3 layer on LLZO suppresses dendrites as well."
OTHERS = (
    "A ZnO layer on LLZO lowers the interfacial resistance [{}]. A LiF layer on LGPS suppresses side reactions [{}]. "
    "A Ge layer on LLZTO improves the wettability [{}]."
)


@pytest.mark.parametrize(("others", "claims"), [(OTHERS.format(1, 2, 3), 2), ("", 1)], ids=["review", "article"])
def test_a_strategy_told_twice_is_one_only_in_a_paper_on_it(others: str, claims: int) -> None:
    text = f"# A paper\n\n## One\n\n{OWN}\n\n{others}\n\n## Two\n\n{AGAIN}\n\n## References\n\n{REFERENCES}\n"
    found = [each for each in extract_document(read_text(text, name="note.md")).claims if each.kind == "strategy"]
    told = [each for each in found if each.agents[0].name == "Al2O3"]
    assert len(told) == claims
    assert sum(len(each.evidence) for each in told) == 2
