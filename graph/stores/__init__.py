"""One graph store a file."""
