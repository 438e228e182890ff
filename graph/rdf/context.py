"""The JSON-LD context of the export: own predicates by their bare names, all other terms by a prefix.

`python -m lithograph.graph.rdf.context` writes it to `ontology/schema/linked_data.context.jsonld`, from where it is
published at `CONTEXT_IRI`. Every file has it within, so that reading one needs no network.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from ... import ontology
from ...ontology.own_terms import NAMESPACE, W3C, own_terms, prefixes

CONTEXT_IRI = NAMESPACE + "context.jsonld"
FILE = Path(ontology.__file__).parent / "schema" / "linked_data.context.jsonld"

COERCED = {"double": W3C["xsd"] + "double"}
"""Range of an own predicate to the datatype of its values, where JSON's own kind of value would not say it exactly."""


@cache
def context() -> dict[str, Any]:
    """The context (JSON-LD 1.1, section 3.1); a prefix is marked as one because some end in no `/` or `#`."""
    found: dict[str, Any] = {prefix: {"@id": iri, "@prefix": True} for prefix, iri in prefixes().items()}
    for name, known in own_terms().items():
        if not known.ranges:
            continue
        entry = {"@id": known.iri}
        if not known.is_literal:
            entry["@type"] = "@id"
        elif known.ranges[0] in COERCED:
            entry["@type"] = COERCED[known.ranges[0]]
        found[name] = entry
    return {"@version": 1.1, **found}


def context_text() -> str:
    """The file that is published."""
    return json.dumps({"@context": context()}, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(context_text(), encoding="utf-8")
