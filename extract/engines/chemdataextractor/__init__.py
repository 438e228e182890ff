"""ChemDataExtractor 2 as an engine: its property models, parsers and table reader, in a worker process of its own.

`worker/` runs in that process, `process` starts it and talks with it, `engine` turns what it finds into claims.
"""
