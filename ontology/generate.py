"""Write the artefacts that follow from the LinkML schema; run it after every change of the schema.

``python -m lithograph.ontology.generate`` needs the development extra (LinkML). What it writes is checked in, so that
users never need LinkML, and a test generates again and compares.
"""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
SCHEMA = HERE / "schema" / "lithograph.yaml"

_HEADER = '"""Pydantic model of the schema: written by `python -m lithograph.ontology.generate`, not by hand."""\n\n'
_BASE = '''class ConfiguredBaseModel(BaseModel):
    """Frozen, strict about unknown fields; enums are kept as their plain values."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True, validate_default=True)
'''


def pydantic_model() -> str:
    """The source of `ontology/model.py`: LinkML's own output, made frozen and with lists that are never None."""
    from linkml.generators.pydanticgen import PydanticGenerator
    from linkml.generators.pydanticgen.pydanticgen import MetadataMode

    text = PydanticGenerator(str(SCHEMA), empty_list_for_multivalued_slots=True, metadata_mode=MetadataMode.NONE).serialize()
    text = re.sub(r"class ConfiguredBaseModel\(BaseModel\):.*?\n\n\n+(?=\S)", _BASE + "\n\n", text, count=1, flags=re.S)
    text = re.sub(r"class LinkMLMeta.*?(?=class ClaimKind)", "", text, flags=re.S)
    text = re.sub(r"Optional\[(list\[.*\])\] = Field\(default=\[\]", r"\1 = Field(default_factory=list", text)
    body = text.split("from pydantic import", 1)[1].split(")\n", 1)[1]
    imports = "from enum import Enum\nfrom typing import Literal, Optional, Union\n\nfrom pydantic import BaseModel, ConfigDict, Field\n"
    return _HEADER + "from __future__ import annotations\n\n" + imports + body.rstrip() + "\n"


def json_schema() -> str:
    """The JSON Schema of one document's claims."""
    from linkml.generators.jsonschemagen import JsonSchemaGenerator

    return str(JsonSchemaGenerator(str(SCHEMA), top_class="DocumentClaims").serialize()).rstrip() + "\n"


def artefacts() -> dict[Path, str]:
    """Every generated file with its text."""
    return {HERE / "model.py": pydantic_model(), HERE / "schema" / "lithograph.schema.json": json_schema()}


def main() -> None:
    """Write every artefact in place."""
    for path, text in artefacts().items():
        path.write_text(text, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
