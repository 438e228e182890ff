"""A `Document` becomes `Claim`s: materials, quantities, properties, tables, aliases, with their evidence.

May import `ontology` and `corpus`.
"""
