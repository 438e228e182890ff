"""What a confidence means: how often a rule was right on texts whose facts readers wrote down.

The figures are in `confidences.yaml`, which `benchmarks/calibration.py` measures. A rule that was never seen there has
the confidence that its author gave it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..ontology.yaml_files import read_yaml

PARTS = "/"
"""What joins the names of two rules that make a claim together, such as those of the property and of the subject."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How often a rule was right.

    Args:
        precision: share that was right, drawn towards what is known of more cases where there were few.
        right: claims that were right.
        seen: claims.
    """

    precision: float
    right: int
    seen: int


@dataclass(frozen=True, slots=True)
class Confidences:
    """The figures of all rules.

    Args:
        rules: by the full name of a rule.
        parts: by one part of a name, whatever the other part.
    """

    rules: Mapping[str, Measured]
    parts: Mapping[str, Measured]

    def of(self, rule: str, default: float) -> float:
        """The confidence of a rule.

        Args:
            rule: its full name. One that was not seen is as sure as the weaker of its parts.
            default: where a part of it was not seen either.
        """
        if rule in self.rules:
            return self.rules[rule].precision
        parts = rule.split(PARTS)
        if all(part in self.parts for part in parts):
            return min(self.parts[part].precision for part in parts)
        return default


@cache
def measured_confidences() -> Confidences:
    """The figures of `confidences.yaml`."""
    data = read_yaml(resources.files(__package__) / "confidences.yaml")
    rules, parts = (
        {name: Measured(**figures) for name, figures in (data[group] or {}).items()} for group in ("rules", "parts")
    )
    return Confidences(rules, parts)


def confidence_of(rule: str, default: float) -> float:
    """The measured confidence of a rule, or `default`, its author's, where nothing was measured.

    Args:
        rule: as evidence names it, such as `property-before-value/subject-before`.
        default: from 0 to 1.
    """
    return measured_confidences().of(rule, default)
