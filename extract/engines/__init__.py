"""Engines: what reads a document and gives claims. The rules are one of them; others plug in as entry points.

`base` is the contract, `installed` finds and opens engines, `running` lets several read one document, `checking`
refuses what an engine cannot have read there.
"""
