"""Where clean text names materials: single names (`atoms`), joined to composites and cells (`finding`)."""

from .finding import MaterialMention, find_materials, learn_names

__all__ = ["MaterialMention", "find_materials", "learn_names"]
