"""Markdown, as PDF converters and people write it."""

from __future__ import annotations

import re

from ..composing import compose
from ..document import Document

_SIGNS = re.compile(
    r"^#{1,6} \S|^\s*\|.*\|\s*$|!\[[^\]]*\]\(|\*\*[^*\n]+\*\*|\$[^$\n]*\\[a-z]+[^$\n]*\$|</su[bp]>|<t(?:able|r|d)[\s>]",
    re.MULTILINE,
)


class MarkdownReader:
    """Reads Markdown with LaTeX maths, HTML indices, pipe, tab-separated and HTML tables."""

    name = "markdown"
    version = "3"

    def score(self, head: str, suffix: str) -> float:
        """See `Reader.score`."""
        hint = 0.6 if suffix in (".md", ".markdown", ".mmd", ".mdown", ".mkd") else 0.0
        signs = min(4, sum(1 for _, _ in zip(_SIGNS.finditer(head), range(4), strict=False)))
        return min(1.0, hint + 0.15 * signs)

    def read(self, source: str, *, name: str, content_hash: str) -> Document:
        """See `Reader.read`."""
        return compose(
            source, name=name, content_hash=content_hash, reader=f"{self.name}/{self.version}", markdown=True
        )
