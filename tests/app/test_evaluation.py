"""Facts against gold facts: figures worked out by hand, and those of the program that lies beside the shared papers."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from lithograph.app.evaluation.advice import advice
from lithograph.app.evaluation.comparison import Names, amount, plain_material
from lithograph.app.evaluation.facts import TYPES, check_order, make_fact, read_facts, system_facts
from lithograph.app.evaluation.scores import Evaluation, Score, evaluate
from lithograph.app.evaluation.shown import score_rows, statement_of
from lithograph.corpus.samples import NAMES, facts_path, sample_paths
from lithograph.errors import DocumentParseError, LithographError

SHARED = Path(__file__).parents[3] / "shared"

Data = dict[str, Any]


def value(subject: str, number: object, unit: str = "mS/cm", line: int = 1, **more: object) -> Data:
    given = {"subject": subject, "property": "ionic_conductivity", "value": number, "unit": unit}
    return {"type": "property", **given, "line": line, **more}


def strategy(category: str, agent: list[str], target: list[str], line: int, **more: object) -> Data:
    return {"type": "strategy", "category": category, "agent": agent, "target": target, "line": line, **more}


GOLD = [
    {"type": "alias", "short": "LGPS", "long": "Li10GeP2S12", "line": 1},
    {"type": "alias", "short": "SPEs", "long": "solid polymer electrolytes", "line": 1},
    value("LGPS", 12, line=2, refs=[1, 2]),
    value("Li3YCl6", 0.5, line=3, refs=[3]),
    value("solid electrolyte", 0.1, line=4, role="requirement"),
    value("Li2S", 1, line=5, negated=True),
    {"type": "decomposition", "subject": "LGPS", "against": "Li", "product": "Li2S", "line": 6},
    {"type": "interphase", "subject": "LGPS", "against": "Li", "kind": "MIEC", "line": 6},
    {"type": "limitation", "subject": "garnets", "failure": "poor_wettability", "line": 7},
    {"type": "causes", "cause": "void_formation", "effect": "poor_contact", "line": 8},
    strategy("interlayer_ex_situ", ["Al2O3"], ["LLZO"], 9, improves=["wettability"], mitigates=["dendrite_growth"]),
    strategy("doping", ["Ta"], ["LLZO"], 10, improves=["ionic_conductivity"]),
]
FACTS = [
    {"type": "alias", "short": "SPE", "long": "solid polymer electrolyte", "line": 1},
    {"type": "alias", "short": "LGPS", "long": "Li10GeP2S12", "line": 1},
    value("Li10GeP2S12", 0.012, "S/cm", line=2, refs=[2, 4]),
    value("LGPS", 12.1, line=20),
    value("Li3YCl6", 0.51, line=3),
    value("SEs", 0.1, line=4),
    value("Li2S", 1, line=5),
    {"type": "decomposition", "subject": "LGPS", "against": "air", "product": "Li_2 S", "line": 6},
    {"type": "interphase", "subject": "LGPS", "kind": "miec", "line": 6},
    {"type": "limitation", "subject": "garnet", "failure": "poor_wettability", "line": 70},
    {"type": "causes", "cause": "poor_contact", "effect": "void_formation", "line": 8},
    strategy("interlayer_ex_situ", ["Al2O3", "ZnO"], [], 9, improves=["wettability"], mitigates=["side_reaction"]),
    strategy("doping", [], ["LLZO"], 11),
]


def facts(data: Iterable[Data]) -> list[Any]:
    return [make_fact(item) for item in data]


def counts(evaluation: Evaluation) -> dict[str, tuple[int, int, int]]:
    return {kind: (score.gold, score.system, score.right) for kind, score in evaluation.types.items()}


@pytest.fixture
def evaluation() -> Evaluation:
    return evaluate(facts(GOLD), facts(FACTS))


def test_counts_are_those_worked_out_by_hand(evaluation: Evaluation) -> None:
    assert counts(evaluation) == {
        "property": (2, 3, 1),  # 12.1 repeats 0.012 S/cm; 0.51 is 2 % off; 0.1 is optional; 1 is denied
        "decomposition": (1, 1, 1),
        "interphase": (1, 1, 1),
        "strategy": (2, 2, 1),  # the other one stands on another line
        "limitation": (1, 1, 1),
        "causes": (1, 1, 0),  # the wrong way round
        "alias": (2, 2, 1),  # SPE is not SPEs
    }
    assert evaluation.total == Score(gold=10, system=11, right=6)


def test_rates_are_those_worked_out_by_hand(evaluation: Evaluation) -> None:
    assert evaluation.types["property"].rates() == {"P": 0.333, "R": 0.5, "F1": 0.4}
    assert evaluation.total.rates() == {"P": 0.545, "R": 0.6, "F1": 0.571}
    assert Score(0, 0, 0).rates() == {"P": 0.0, "R": 0.0, "F1": 0.0}


def test_references_effects_and_denied_facts_are_counted(evaluation: Evaluation) -> None:
    assert evaluation.references == Score(gold=2, system=2, right=1)
    assert evaluation.effects == Score(gold=2, system=2, right=1)
    assert (evaluation.denied, evaluation.asserted) == (1, 1)
    assert (evaluation.values.gold, evaluation.values.right) == (2, 1)


def test_what_is_missed_and_what_is_spurious_is_kept(evaluation: Evaluation) -> None:
    assert [statement_of(fact) for fact in evaluation.missed["property"]] == ["Li3YCl6 ionic_conductivity 0.5 mS/cm"]
    spurious = [statement_of(fact) for fact in evaluation.spurious["property"]]
    assert spurious == ["Li3YCl6 ionic_conductivity 0.51 mS/cm", "Li2S ionic_conductivity 1 mS/cm"]


def test_only_facts_of_some_lines_count() -> None:
    part = evaluate(facts(GOLD), facts(FACTS), lines=(2, 3))
    assert part.total == Score(gold=2, system=2, right=1)
    assert part.denied == 0


def test_the_table_shows_every_type_that_there_is() -> None:
    rows = {str(row[0]): row[1:] for row in score_rows(evaluate(facts(GOLD[:4]), facts(FACTS[:5])))}
    assert list(rows) == ["property", "alias", "property, subject ignored", "references of the right facts", "ALL"]
    assert rows["alias"] == (2, 2, 1, "0.500", "0.500", "0.500")


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_agrees_with_itself(name: str) -> None:
    path = facts_path(dict(zip(NAMES, sample_paths(), strict=True))[name])
    gold = read_facts(path)
    total = evaluate(gold, system_facts(path)).total
    assert total.gold == total.system == total.right
    lost = evaluate(gold, [fact for fact in gold if fact.type != "alias"])
    assert lost.total.precision == 1.0
    assert lost.types["alias"].recall == 0.0


def test_a_paper_is_extracted_first() -> None:
    path = sample_paths()[0]
    evaluation = evaluate(read_facts(facts_path(path)), system_facts(path))
    assert evaluation.types["alias"].f1 > 0.8
    assert all(fact.data["rule"] for some in evaluation.spurious.values() for fact in some)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Li metal", "metallic Li"),
        ("β-Li3PS4", "beta-Li3PS4"),
        ("Li 6 PS 5 Cl", "Li6PS5Cl"),
        ("LCO@LNO", "LCO-LNO"),
        ("Sulfide SEs", "sulfide"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert plain_material(one) == plain_material(other)


def test_aliases_of_the_gold_file_make_names_equal() -> None:
    chain = [{"type": "alias", "short": a, "long": b} for a, b in (("A1", "B1"), ("C1", "B1"), ("D1", "C1"))]
    names = Names(facts(chain))
    assert len({names.material(name) for name in ("A1", "B1", "C1", "D1")}) == 1
    assert names.material("E1") == "e1"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param((1.9, "mS/cm"), (1.9e-3, "S cm^-1"), False, id="another spelling is compared as written"),
        pytest.param((1.9, "mS/cm"), (1.9e-3, "S/cm"), True, id="units are converted"),
        pytest.param((5, "mA/cm2"), (50, "A/m2"), True, id="current density"),
        pytest.param((5, "mA/cm"), (5, "mA/cm2"), True, id="slip of a unit"),
        pytest.param((99, "%"), (0.99, ""), True, id="per cent"),
        pytest.param((99, "%"), (0.99, None), True, id="no unit"),
        pytest.param((25, "degC"), (298.15, "K"), False, id="temperatures are compared as written"),
        pytest.param((100, "V"), (101, "V"), True, id="one per cent"),
        pytest.param((100, "V"), (102, "V"), False, id="two per cent"),
        pytest.param(([1, 2], "V"), (1, "V"), False, id="range and value"),
        pytest.param(([1, 2], "V"), ([1000, 2000], "mV"), True, id="ranges"),
        pytest.param((1, "V"), (1, "Pa"), False, id="two dimensions"),
        pytest.param((3, "furlong"), (3, "Furlong"), True, id="unknown unit"),
        pytest.param((0, "V"), (0.0, "mV"), True, id="zero"),
    ],
)
def test_values_that_are_the_same(one: tuple[Any, str], other: tuple[Any, str], same: bool) -> None:
    assert amount(*one).is_close(amount(*other)) is same


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "is empty", id="empty"),
        pytest.param("\n \n", "holds no facts", id="blank lines"),
        pytest.param("# A paper\n", "gold.jsonl:1: is not JSON", id="a paper"),
        pytest.param('{"type": "alias"', "gold.jsonl:1: is not JSON", id="half a line"),
        pytest.param("[]\n", "gold.jsonl:1: is not a JSON object", id="a list"),
        pytest.param('\n{"short": "A", "long": "B"}', "gold.jsonl:2: 'type' is missing", id="no type"),
        pytest.param('{"type": "weather"}', r"type 'weather' is none of property, ", id="unknown type"),
        pytest.param('{"type": ["alias"]}', "is none of property, ", id="type is a list"),
        pytest.param('{"type": "alias", "short": "A"}', "'long' is missing; a fact of type alias", id="missing"),
        pytest.param('{"type": "alias", "short": "A", "long": 3}', "'long' is 3, not a text", id="no text"),
        pytest.param('{"type": "alias", "short": " ", "long": "B"}', "'short' is \" \", not a text", id="blank"),
        pytest.param(json.dumps(value("A", None)), "'value' is missing", id="no value"),
        pytest.param(json.dumps(value("A", "1.9")), "neither a number nor", id="value is a text"),
        pytest.param(json.dumps(value("A", [1, 2, 3])), "neither a number nor", id="three ends"),
        pytest.param(json.dumps(value("A", True)), "neither a number nor", id="value is a truth"),
        pytest.param(json.dumps(value("A", float("inf"))), "is not JSON", id="infinite"),
        pytest.param(json.dumps(value("A", 10**400)), "neither a number nor", id="too large"),
        pytest.param("[" * 100_000, "is not JSON", id="too deep"),
        pytest.param(json.dumps(value("A", 1, unit=3)), "'unit' is 3, not a text", id="unit"),  # type: ignore[arg-type]
        pytest.param(json.dumps(value("A", 1, line=0)), "not the number of a line", id="line"),
        pytest.param(json.dumps(value("A", 1, refs="1")), "not a list of whole numbers", id="refs"),
        pytest.param(json.dumps(value("A", 1, negated="no")), "neither true nor false", id="negated"),
        pytest.param(json.dumps(value("A", 1, confidence=7)), "not a number from 0 to 1", id="confidence"),
        pytest.param('{"type": "strategy", "category": "doping", "agent": "Ta"}', "not a list of texts", id="agent"),
    ],
)
def test_what_is_no_fact_is_said_with_file_and_line(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LithographError, match=reason) as caught:
        read_facts(path)
    assert "\n" not in str(caught.value)
    assert "gold.jsonl" in str(caught.value)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes('{"type": "alias", "short": "Ü", "long": "B"}'.encode("cp1252"))
    with pytest.raises(DocumentParseError, match=r"gold\.jsonl:1: is not UTF-8"):
        read_facts(path)


def test_separators_inside_a_text_end_no_line(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text('\ufeff{"type": "alias", "short": "A", "long": "B\u2028C"}\r\n', encoding="utf-8")
    assert [fact.data["long"] for fact in read_facts(path)] == ["B\u2028C"]


def test_swapped_files_are_refused() -> None:
    made = facts([{**GOLD[0], "claim": "claim:1", "rule": "alias-brackets", "evidence": {}}])
    with pytest.raises(DocumentParseError, match="GOLD comes first"):
        check_order(made, facts(GOLD), Path("facts.jsonl"))
    check_order(facts(GOLD), made, Path("gold.jsonl"))
    check_order(made, made, Path("facts.jsonl"))


def test_words_that_nothing_can_match_are_pointed_out() -> None:
    gold = [
        value("A", 1, "mS cm-1"),
        value("B", 1, "mS cm-1"),
        value("C", 1, "furlong", property="conductivity"),
        {"type": "limitation", "subject": "garnet", "failure": "poor_wetability"},
        {"type": "interphase", "subject": "garnet", "kind": "m-sei"},
        strategy("doping", ["Ta"], [], 1, improves=["wettability", "luck"], mitigates=["void_formation"]),
    ]
    assert advice(facts(gold)) == [
        "unit 'mS cm-1' is compared as written; write 'mS/cm' (2 facts)",
        "property 'conductivity' is not in the vocabulary; did you mean 'ionic_conductivity'?",
        "failure 'poor_wetability' is not in the vocabulary; did you mean 'poor_wettability'?",
        "improves 'luck' is not in the vocabulary",
    ]


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_the_samples_need_no_advice(path: Path) -> None:
    assert advice(read_facts(facts_path(path))) == []


def papers() -> list[tuple[Path, Path]]:
    """Gold facts and papers: the samples', and those that lie beside the checkout."""
    golds = sorted((SHARED / "gold").glob("*.jsonl"))
    shared = [(gold, next((SHARED / "papers").glob(f"{gold.name.partition('.')[0]}*"))) for gold in golds]
    return [*((facts_path(path), path) for path in sample_paths()), *shared]


PAPERS = pytest.mark.parametrize(("gold", "paper"), papers(), ids=lambda path: path.stem)
NEEDS_SHARED = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason=f"{SHARED}/gold is missing")


def reference_scores(gold: Path, found: Path, *options: str) -> Mapping[str, Mapping[str, float]]:
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(gold), str(found), "--json", *options]
    scores: Mapping[str, Mapping[str, float]] = json.loads(
        subprocess.run(command, check=True, capture_output=True).stdout
    )
    return scores


def our_scores(gold: Path, found: Path, lines: tuple[int, int] | None = None) -> dict[str, dict[str, Any]]:
    scores = evaluate(read_facts(gold), read_facts(found), lines=lines).to_dict()
    del scores["denied facts asserted"]["asserted"]
    return scores


def disturbed(data: Iterable[Data], seed: int) -> list[Data]:
    """Gold facts as a mediocre program would find them: some left out, repeated, changed or on another line."""
    rng = random.Random(seed)
    found = [disturbed_fact(item, rng) for item in data for _ in range(rng.choice([0, 1, 1, 1, 2]))]
    rng.shuffle(found)
    return found


def disturbed_fact(item: Data, rng: random.Random) -> Data:
    changes: list[Data] = [
        {},
        {"line": rng.randint(1, 283)},
        {"negated": not item.get("negated", False)},
        {"refs": [*item["refs"][1:], rng.randint(1, 99)]},
        {"role": "requirement"},
    ]
    if item["type"] == "property":
        changes += [{"value": 0.001, "unit": "S/cm"}, {"subject": "Li metal"}, {"subject": item["subject"].upper()}]
        if not isinstance(item["value"], list):
            changes += [{"value": item["value"] * 1.005}, {"value": item["value"] * 1.02}]
    if item["type"] == "strategy":
        changes += [{"agent": []}, {"target": [], "improves": ["wettability"]}]
    return {name: entry for name, entry in item.items() if name != "also"} | rng.choice(changes)


@NEEDS_SHARED
@PAPERS
@pytest.mark.parametrize("seed", range(2))
def test_figures_are_those_of_the_other_program(gold: Path, paper: Path, seed: int, tmp_path: Path) -> None:
    data = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = tmp_path / f"{paper.stem}.jsonl"
    found.write_text("".join(json.dumps(fact) + "\n" for fact in disturbed(data, seed)), encoding="utf-8")
    assert our_scores(gold, found) == reference_scores(gold, found)
    assert our_scores(gold, found, (20, 60)) == reference_scores(gold, found, "--lines", "20-60")


@NEEDS_SHARED
@PAPERS
def test_figures_of_an_extraction_are_those_of_the_other_program(gold: Path, paper: Path, tmp_path: Path) -> None:
    found = tmp_path / "facts.jsonl"
    found.write_text("".join(f"{json.dumps(fact.data)}\n" for fact in system_facts(paper)), encoding="utf-8")
    assert our_scores(gold, found) == reference_scores(gold, found)


def test_types_are_in_the_order_in_which_they_are_shown() -> None:
    assert list(evaluate([], []).types) == list(TYPES)
