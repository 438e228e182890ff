"""One reader a format, found through the `lithograph.readers` entry points."""
