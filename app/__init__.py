"""What a person touches: the library on disk and the command line. May import every package."""
