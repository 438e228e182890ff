"""What a query in SPARQL may be: one that reads, here.

The grammar of SPARQL 1.1 (section 19.8) is looked at token by token, so that a word in a text, an IRI or a comment is
no keyword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import QueryError

NAME = "sparql"
"""By which errors name a query of one's own."""

_TOKEN = re.compile(
    r"""
    <[^<>"{}|^`\\\x00-\x20]*>                # an IRI
    | \"{3}(?:\\.|\"{0,2}[^"\\])*\"{3}       # a long text
    | '{3}(?:\\.|'{0,2}[^'\\])*'{3}
    | "(?:\\.|[^"\\\n\r])*"                  # a text
    | '(?:\\.|[^'\\\n\r])*'
    | \#[^\n\r]*                             # a comment
    | [?$]\w+                                # a variable
    | @\w+                                   # a language
    | [\w.-]*:[\w.:%-]*                      # a name with a prefix
    | (?P<word>[A-Za-z]+)                    # a keyword
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
"""Matches every token; `word` is `SERVICE` in `{ SERVICE <…> }`, not in `?service`, `ex:service` or `"service"`."""

_READING = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_WRITING = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)  # SPARQL 1.1 Update, section 3
_PROLOGUE = frozenset({"BASE", "PREFIX"})


def check_reads(text: str) -> str:
    """The form of a query: `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`.

    Raises:
        QueryError: it would write, or ask or load from elsewhere.

    Example:
        >>> check_reads("PREFIX x: <http://example.org/service> SELECT * { ?service x:from 'LOAD' }")
        'SELECT'
    """
    words = [word for word in _words(text) if word not in _PROLOGUE]
    form = words[0] if words else ""
    if form in _WRITING:
        raise QueryError(NAME, f"updates are refused ({form}): a library changes by `lithograph ingest` alone")
    if form not in _READING:
        raise QueryError(NAME, "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, after its prefixes")
    if "SERVICE" in words:
        raise QueryError(NAME, "SERVICE is refused: no other server is asked; load both data sets into one store")
    if "FROM" in words:
        raise QueryError(
            NAME, "FROM is refused: nothing is loaded from elsewhere; say GRAPH <…> { … } for a graph of it"
        )
    return form


def _words(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if match["word"]:
            yield match["word"].upper()
