"""Schema files: LinkML source and what is generated from it."""
