"""Write what follows from the LinkML schemas and the vocabularies; run it after every change of either.

``python -m lithograph.ontology.generate`` needs the development extra (LinkML). What it writes is checked in, so that
users never need LinkML, and a test generates again and compares.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
CLAIMS = HERE / "schema" / "lithograph.yaml"
GRAPH = HERE / "schema" / "graph.yaml"
PAGE = HERE.parent / "docs" / "vocabulary.md"

_MODEL_HEAD = '''\
"""Pydantic model of the schema: written by `python -m lithograph.ontology.generate`, not by hand."""

from __future__ import annotations

from enum import Enum
from typing import Literal, Optional, Union

from pydantic import BaseModel, ConfigDict, Field


'''
_BASE = '''class ConfiguredBaseModel(BaseModel):
    """Frozen, strict about unknown fields; enums are kept as their plain values."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True, validate_default=True)
'''
_HEAD = "# Written by `python -m lithograph.ontology.generate` from the schemas and vocabularies, not by hand.\n"


def pydantic_model() -> str:
    """The source of `ontology/model.py`: LinkML's own output, made frozen and with lists that are never None."""
    from linkml.generators.pydanticgen import PydanticGenerator
    from linkml.generators.pydanticgen.pydanticgen import MetadataMode

    generator = PydanticGenerator(str(CLAIMS), empty_list_for_multivalued_slots=True, metadata_mode=MetadataMode.NONE)
    text = generator.serialize()
    text = text[text.index("class ConfiguredBaseModel") :]
    text = re.sub(
        r"class ConfiguredBaseModel\(BaseModel\):.*?\n\n\n+(?=\S)", _BASE + "\n\n", text, count=1, flags=re.DOTALL
    )
    text = re.sub(r"class LinkMLMeta.*?(?=class ClaimKind)", "", text, flags=re.DOTALL)
    text = re.sub(r"Optional\[(list\[.*\])\] = Field\(default=\[\]", r"\1 = Field(default_factory=list", text)
    text = text.split("# Model rebuild", 1)[0]  # Pydantic resolves the annotations when a class is first used
    return _MODEL_HEAD + text.rstrip() + "\n"


def json_schema() -> str:
    """The JSON Schema of one document's claims."""
    from linkml.generators.jsonschemagen import JsonSchemaGenerator

    schema = json.loads(JsonSchemaGenerator(str(CLAIMS), top_class="DocumentClaims").serialize())
    del schema["metamodel_version"]  # LinkML's own, of no use to a reader
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def claims_context() -> str:
    """The JSON-LD context under which a claims file is linked data."""
    return _context(CLAIMS)


def graph_context() -> str:
    """The JSON-LD context of the graph's nodes."""
    return _context(GRAPH)


def export_shapes() -> str:
    """The SHACL shapes of an export."""
    from .shapes import shapes_file

    return _HEAD + shapes_file()


def owl_file() -> str:
    """The OWL ontology of our own terms."""
    from .ontology_files import owl_ontology

    return _HEAD + owl_ontology().serialize(format="turtle")


def skos_file() -> str:
    """The vocabularies as SKOS concept schemes."""
    from .ontology_files import skos_vocabularies

    return _HEAD + skos_vocabularies().serialize(format="turtle")


def vocabulary_page() -> str:
    """The reference page of the vocabularies."""
    from .vocabulary_page import vocabulary_page as page

    return page()


ARTEFACTS: dict[Path, Callable[[], str]] = {
    HERE / "model.py": pydantic_model,
    HERE / "schema" / "lithograph.schema.json": json_schema,
    HERE / "schema" / "lithograph.context.jsonld": claims_context,
    HERE / "schema" / "graph.context.jsonld": graph_context,
    HERE / "schema" / "export.shacl.ttl": export_shapes,
    HERE / "schema" / "lithograph.owl.ttl": owl_file,
    HERE / "schema" / "vocabularies.skos.ttl": skos_file,
    PAGE: vocabulary_page,
}
"""Every generated file with the function that gives its text."""


def _context(schema: Path) -> str:
    from linkml.generators.jsonldcontextgen import ContextGenerator

    context = json.loads(ContextGenerator(str(schema), metadata=False).serialize())
    return json.dumps(context, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write every artefact in place."""
    logging.disable(logging.WARNING)  # LinkML warns of every attribute name that two classes share
    for path, text in ARTEFACTS.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text(), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
