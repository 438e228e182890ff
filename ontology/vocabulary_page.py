"""The reference page of the vocabularies, `docs/vocabulary.md`, made from the YAML files themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from . import vocabulary
from .vocabulary import ConditionTerm, FailureTerm, MaterialClassTerm, PropertyTerm, Term

_HEAD = """\
<!-- Written by `python -m lithograph.ontology.generate` from ontology/vocabularies/*.yaml; do not edit by hand. -->
# Vocabulary

The controlled words of Lithograph: what a claim can be about, and how papers write it. The files are in
[`ontology/vocabularies/`](../ontology/vocabularies); there, `written` holds the full patterns, of which the column
*written, for example* shows a few matches. The column *elsewhere* names the nearest term of another vocabulary, read
from that vocabulary's own file: **exact** is the same meaning, **close** a neighbouring one, **broader** a wider one;
*under* names a superclass, where no vocabulary that was read has a term for it.
"""
_NOTES = {
    "Properties": """\
A property is told by its name in the text and by the kind of unit of its value: "capacity" in mAh/g is a specific, in
mAh/cm2 an areal one. Values are converted to SI for comparison; the unit as written is kept.""",
    "Conditions": "Under what a value holds. A condition without a unit is kept in the words of the paper.",
    "Material classes": "A material belongs to a class, and a class to the one above it.",
    "Failures and weaknesses": "What a material, interface or cell can suffer from.",
    "Strategies": "What is done to an interface, electrolyte or anode.",
    "Preparation methods": "How a layer, powder or pellet was made.",
    "Effects": "What a strategy improves or worsens, besides the properties.",
    "Interphase kinds": "What forms where two materials touch.",
    "Related quantities": """\
Quantities that papers state beside the properties. They make no claims; they are known so that their numbers are not
taken for values of a property.""",
}
"""What each section says above its table, in the order of the page."""


def vocabulary_page() -> str:
    """The whole page as Markdown."""
    with_unit = [_dimensions, _unit, _quantity_kind]
    tables = {
        "Properties": _table(vocabulary.properties(), [_dimensions, _unit, _possible, _quantity_kind]),
        "Conditions": _table(vocabulary.conditions(), with_unit),
        "Material classes": _table(vocabulary.material_classes(), [_parent]),
        "Failures and weaknesses": _table(vocabulary.failures(), [_property]),
        "Strategies": _table(vocabulary.strategies(), []),
        "Preparation methods": _table(vocabulary.methods(), []),
        "Effects": _table(vocabulary.effects(), []),
        "Interphase kinds": _table(vocabulary.interphase_kinds(), []),
        "Related quantities": _table(vocabulary.related_quantities(), with_unit),
    }
    body = "".join(f"\n## {title}\n\n{note}\n\n{tables[title]}" for title, note in _NOTES.items())
    return f"{_HEAD}{body}\n## Sources of terms\n\n{_sources()}"


_Column = Callable[[Any], tuple[str, str]]


def _dimensions(term: PropertyTerm | ConditionTerm) -> tuple[str, str]:
    return "kind of unit", ", ".join(term.dimensions)


def _unit(term: PropertyTerm | ConditionTerm) -> tuple[str, str]:
    return "canonical unit", term.canonical_unit or ""


def _possible(term: PropertyTerm) -> tuple[str, str]:
    return "possible", " to ".join(f"{bound:.15g}" for bound in term.possible)


def _quantity_kind(term: PropertyTerm | ConditionTerm) -> tuple[str, str]:
    return "quantity kind", _link(term.quantity_kind)


def _parent(term: MaterialClassTerm) -> tuple[str, str]:
    return "belongs to", term.parent or ""


def _property(term: FailureTerm) -> tuple[str, str]:
    return "seen in", f"`{term.property}`" if term.property else ""


def _table(terms: Mapping[str, Any], columns: Sequence[_Column]) -> str:
    rows = [_row(term, columns) for term in terms.values()]
    head = list(rows[0])
    return _markdown(head, ([row[name] for name in head] for row in rows))


def _row(term: Term, columns: Sequence[_Column]) -> dict[str, str]:
    row = {
        "name": f"`{term.name}`",
        "label": term.label,
        "definition": term.definition,
        "written, for example": "; ".join(term.examples),
    }
    row |= dict(column(term) for column in columns)
    row["elsewhere"] = f"{_link(term.iri)} {term.match}" if term.iri else _under(term)
    return row


def _under(term: Term) -> str:
    return f"*under* {_link(term.broader)}" if term.broader else ""


def _link(iri: str | None) -> str:
    return f"[{_names()[iri]}]({iri})" if iri else ""


def _names() -> Mapping[str, str]:
    return {term.iri: term.name for term in vocabulary.external_terms().values()}


def _sources() -> str:
    sources: dict[str, tuple[str, str, int]] = {}
    for term in vocabulary.external_terms().values():
        prefix = term.name.partition(":")[0]
        sources[prefix] = (term.source, term.version, sources.get(prefix, ("", "", 0))[2] + 1)
    rows = ([f"`{prefix}:`", title, version, str(count)] for prefix, (title, version, count) in sorted(sources.items()))
    return _markdown(["prefix", "vocabulary", "version", "terms used"], rows)


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
