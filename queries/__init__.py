"""The catalogue of questions and their runner. May import `ontology` and `graph`."""
