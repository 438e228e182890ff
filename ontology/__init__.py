"""The words: classes, relations, properties, failures, strategies, material names and units. Imports no other package.

Parts: `schema/` (LinkML, one source), `model` (generated Pydantic types), `vocabularies/` (YAML), `materials` and
`formula` (what a material's name means), `units` (what a unit means).
"""
