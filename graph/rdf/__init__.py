"""The graph as linked data, written and read back: see docs/linked-data.md for the shape."""
