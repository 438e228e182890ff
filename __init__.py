"""Lithograph: a literature knowledge graph with extraction for solid-state batteries."""

__version__ = "0.1.0"
