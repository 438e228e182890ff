"""Stated values in tables: the head names property and unit, the row the material, the cell the value."""
