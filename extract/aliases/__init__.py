"""Abbreviations that a text defines: by letters, elements or words (`letters`), in both orders (`readings`)."""

from .finding import find_aliases, find_document_aliases
from .mapping import alias_map, find_conflicts, singular
from .mentions import AliasMention

__all__ = ["AliasMention", "alias_map", "find_aliases", "find_conflicts", "find_document_aliases", "singular"]
