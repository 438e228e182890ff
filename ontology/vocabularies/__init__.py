"""The vocabularies, as YAML."""
