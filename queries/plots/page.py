"""A picture as a page: one HTML file that loads nothing, in which each mark shows its sentences and links.

What papers and users wrote is put in escaped; the page's policy lets nothing but its own script run, and no address
be opened that the reader does not click.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from urllib.parse import quote

from .labels import marked_up
from .marks import Mark, Source, without_controls

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{question}</title>
<style>
{style}</style>
</head>
<body>
<h1>{question}</h1>
<p>{caption}</p>
<figure>
{svg}</figure>
{notes}<div id="panel" hidden></div>
<script>{script}</script>
</body>
</html>
"""

_NOTES = """<p class="hint">Point at a mark to see what says so; click to keep it open and follow its links.</p>
<details>
<summary>All marks and their sources</summary>
<ol class="notes">
{items}
</ol>
</details>
"""


def picture_page(question: str, caption: str, svg: str, marks: Iterable[Mark]) -> str:
    """The page; the same for the same picture.

    Args:
        question: that the picture answers.
        caption: what it shows.
        svg: the picture, its marks without titles.
        marks: in the order in which the page lists them.
    """
    folder = files(__package__)
    script = folder.joinpath("page.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    items = "\n".join(map(_item, marks))
    return _PAGE.format(
        digest=digest,
        question=_text(question),
        style=folder.joinpath("page.css").read_text(encoding="utf-8"),
        caption=_text(caption),
        svg=svg,
        notes=_NOTES.format(items=items) if items else "",
        script=script,
    )


def _item(mark: Mark) -> str:
    """One mark: its title, and each sentence once with all works that it cites."""
    sentences: dict[tuple[str, str, int, str], list[Source]] = {}
    for source in mark.sources:
        key = (source.statement, source.sentence, source.line, source.paper)
        sentences.setdefault(key, []).append(source)
    said = "".join(_sentence(mark, sources) for sources in sentences.values())
    return f'<li data-mark="{_text(mark.key)}"><strong>{marked_up(without_controls(mark.title))}</strong>{said}</li>'


def _sentence(mark: Mark, sources: list[Source]) -> str:
    first = sources[0]
    statement = f"<div>{_text(first.statement)}</div>" if first.statement not in ("", mark.title) else ""
    works = "".join(f"<li>{_work(source)}</li>" for source in _with_works(sources))
    cited = f"<ul>{works}</ul>" if works else ""
    place = f"{_text(first.paper)}, line {first.line} · {_text(first.claim)}"
    if not first.sentence:
        return statement + cited
    quoted = f"<blockquote>{_text(first.sentence)}</blockquote>"
    return f'{statement}{quoted}<div class="place">{place}</div>{cited}'


def _with_works(sources: Iterable[Source]) -> Iterable[Source]:
    return (source for source in sources if source.doi or source.work)


def _work(source: Source) -> str:
    """The work cited, linked by its DOI where it has one."""
    label = _text(source.work or source.doi or "")
    if not source.doi:
        return label
    address = f"https://doi.org/{quote(source.doi, safe='/:;().-_')}"
    return f'<a href="{_text(address)}" rel="noopener noreferrer" target="_blank">{label}</a>'


def _text(text: str) -> str:
    return escape(without_controls(text))
