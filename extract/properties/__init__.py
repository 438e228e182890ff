"""Stated values of properties: which property a value is of, whose it is, and under which conditions.

`claims` reads a sentence: `values` finds the property, `subjects` the subject (by `subject_rules`, then grammar, then
`discourse`), `assembly` puts the claim together.
"""
