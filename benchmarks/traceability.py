"""Does the source hold every number that a claim states, at the place that its evidence names?

Every claim of every paper at hand is taken; the slice of the source file from `value_start` to `value_end` is read by
the small parser below, which knows nothing of the extraction, and has to hold each number of the claim: as digits, or
as digits with a power of ten in whatever markup the file has.

    .venv/bin/python benchmarks/traceability.py

Exit code 1 if any number is not there. Figures go to `benchmarks/results/traceability.json`.
"""

from __future__ import annotations

import html
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import markdown_table, save
from inputs import everything

from lithograph.corpus.reading import read_document
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import Evidence, PropertyClaim
from lithograph.ontology.units import to_si

_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_MARKUP = re.compile(r"</?[a-z]+>|\\(?:text|mathrm|mathbf|,|;|!|:| )|[{}$~]|\\(?=%)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_TIMES = r"(?:\\times|\\cdot|×|·|⋅|x|\*)"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPACED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")
_POWER = re.compile(
    rf"(?:(\d+(?:\.\d+)?)\s*(?:±\s*[\d.]+\s*)?{_TIMES}\s*)?10\s*(?:\^\s*([-+]?)|([-+]))\s*(\d{{1,2}})(?![\d.])"
)
_GAP = re.compile(r"(?<=[\d.])\s(?=[\d.])")
"""A space that maths does not show. Matches in `1 . 2`."""
_TABLE = 20_000
"""Characters before a row in which the head of its table is looked for."""
_EXPONENT = re.compile(r"(\d+(?:\.\d+)?)[eE]([-+]?\d+)")


def _plain(source: str) -> str:
    """A slice of a source file without its markup."""
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+", lambda found: "^" + found[0].translate(_SUPERSCRIPTS), html.unescape(source))
    text = re.sub(r"<sup>\s*", "^", text)
    return re.sub(r"\s+", " ", _DASHES.sub("-", _MARKUP.sub("", text)))


def numbers_in(source: str) -> Iterator[float]:
    """Every number that a slice of a source file can be read as, in any markup."""
    text = _plain(source)
    yield from (float(number) for word, number in _WORDS.items() if re.search(rf"\b{word}\b", text, re.IGNORECASE))
    yield from (float(mantissa) * 10 ** int(exponent) for mantissa, exponent in _EXPONENT.findall(text))
    powers = []
    for mantissa, caret_sign, sign, exponent in _POWER.findall(text):
        powers.append(int(f"{caret_sign or sign}{exponent}"))
        yield float(mantissa or 1) * 10.0 ** powers[-1]
    yield from (float(found.replace(" ", "")) for found in _SPACED.findall(text))
    for found in _NUMBER.finditer(text):
        for value in _readings(found[0]):
            yield value
            yield from (value * 10.0**power for power in powers)  # "1-5 × 10^-4": the power goes with every member


def _readings(digits: str) -> Iterator[float]:
    yield from (float(part) for part in digits.split(",") if part.count(".") <= 1)
    joined = digits.replace(",", "")
    if "," in digits and joined.count(".") <= 1:
        yield float(joined)
        if digits.count(",") == 1:
            yield float(digits.replace(",", ".")) if "." not in digits else float(joined)


def is_held(value: float, source: str) -> bool:
    """Whether the slice holds the number, its sign apart."""
    numbers = (*numbers_in(source), *numbers_in(_GAP.sub("", source)))
    return any(math.isclose(abs(value), abs(number), rel_tol=1e-6, abs_tol=1e-30) for number in numbers)


def is_held_below(value: float, source: str, above: str) -> bool:
    """Whether the slice holds the number without a power of ten that stands in the head of its table."""
    found = _POWER.findall(_plain(above))
    powers = {float(f"1e{caret_sign or sign}{exponent}") for _, caret_sign, sign, exponent in found}
    return any(is_held(value / power, source) for power in powers)


def stated_numbers(claim: PropertyClaim, evidence: Evidence) -> list[float]:
    """The numbers of a claim's value in the unit of this place; they have to mean what the claim says."""
    low, high = evidence.value_low, evidence.value_high
    if low is None or evidence.value_unit is None:
        return [claim.low] if claim.high is None else [claim.low, claim.high]
    if claim.si_low is not None and not math.isclose(to_si(low, evidence.value_unit), claim.si_low, rel_tol=1e-5):
        return [math.nan]
    return [low] if high is None else [low, high]


def slice_of(source: str, evidence: Evidence) -> str:
    """What the evidence points at; nothing where it does not point at a value."""
    if evidence.value_start is None or evidence.value_end is None:
        return ""
    return source[evidence.value_start : evidence.value_end]


def check(path: Path) -> tuple[int, list[str]]:
    """How many numbers a paper's claims state, and those that are not where they should be."""
    document = read_document(path)
    checked, failures = 0, []
    for claim in extract_document(document).claims:
        if not isinstance(claim, PropertyClaim):
            continue
        for evidence in claim.evidence:
            held = slice_of(document.source, evidence)
            above = document.source[max(0, evidence.source_start - _TABLE) : evidence.source_start]
            for value in stated_numbers(claim, evidence):
                checked += 1
                below = evidence.rule == "table-cell-power" and is_held_below(value, held, above)
                if not (is_held(value, held) or below):
                    failures.append(f"{path.name}:{evidence.line}: {value!r} {claim.unit} is not in {held!r}")
    return checked, failures


def main() -> int:
    """Check every paper at hand."""
    rows, every = [], []
    for path in everything():
        checked, failures = check(path)
        rows.append((path.name, checked, len(failures)))
        every += failures
    total = sum(row[1] for row in rows)
    print(markdown_table(("paper", "numbers", "not held"), [*rows, ("all", total, len(every))]))
    for failure in every:
        print(failure)
    save("traceability", {"numbers": total, "not_held": len(every), "papers": {name: n for name, n, _ in rows}})
    return 1 if every or not total else 0


if __name__ == "__main__":
    sys.exit(main())
