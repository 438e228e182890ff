"""Questions in SPARQL over a library as linked data, answered without a server."""
