"""Catalogue questions, one Cypher file each."""
