"""Plain text: paragraphs between empty lines, or one paragraph or sentence a line."""

from __future__ import annotations

from ..composing import compose
from ..document import Document


class TextReader:
    """Reads plain text."""

    name = "text"
    version = "3"

    def score(self, head: str, suffix: str) -> float:
        """See `Reader.score`."""
        return 0.5 if suffix in (".txt", ".text") else 0.3

    def read(self, source: str, *, name: str, content_hash: str) -> Document:
        """See `Reader.read`."""
        return compose(
            source, name=name, content_hash=content_hash, reader=f"{self.name}/{self.version}", markdown=False
        )
