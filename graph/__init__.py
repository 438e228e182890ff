"""Claims become a graph: identity, merging, support; stores; RDF, GraphML and JSON out. May import `ontology`."""
