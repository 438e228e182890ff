"""Are different materials kept apart, and the spellings of one material together?

Takes the list of near-alike materials of the field that the tests use (`tests/fixtures/materials.yaml`: one line a
material, with its spellings in LaTeX, HTML, Unicode, plain and abbreviated form) and counts identifiers.

    .venv/bin/python benchmarks/distinct_materials.py

Exit code 1 if two materials share an identifier or one material has several. Figures go to
`benchmarks/results/distinct_materials.json`.
"""

from __future__ import annotations

import sys
from collections import defaultdict

import yaml
from figures import save
from inputs import ROOT

from lithograph.ontology.materials import identify


def main() -> int:
    """Count and print."""
    text = (ROOT / "tests" / "fixtures" / "materials.yaml").read_text(encoding="utf-8")
    materials: list[list[str]] = yaml.safe_load(text)
    owners: dict[str, set[str]] = defaultdict(set)
    split = []
    for spellings in materials:
        found = {identify(spelling).id for spelling in spellings}
        if len(found) > 1:
            split.append((spellings[0], sorted(found)))
        for one in found:
            owners[one].add(spellings[0])
    shared = {one: sorted(names) for one, names in owners.items() if len(names) > 1}
    spelled = sum(map(len, materials))
    print(f"{len(materials)} materials in {spelled} spellings: {len(owners)} identifiers")
    for one, names in shared.items():
        print(f"shared: {one} by {', '.join(names)}")
    for name, ids in split:
        print(f"split: {name} into {', '.join(ids)}")
    save("distinct_materials", {"materials": len(materials), "spellings": spelled, "shared": shared, "split": split})
    return 1 if shared or split else 0


if __name__ == "__main__":
    sys.exit(main())
