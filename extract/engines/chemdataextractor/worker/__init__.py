"""What runs inside of the worker process: ChemDataExtractor 2, our models for it, and nothing of Lithograph.

It runs under the Python interpreter that has ChemDataExtractor, which may be another than Lithograph's own; so the
modules here import ChemDataExtractor, what that needs itself, and one another.
"""
