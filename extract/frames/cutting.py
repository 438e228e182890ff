"""How the phrases of a sentence are cut into statements: one walk over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .nouns import place_noun
from .opening import open_statement
from .phrases import Item, Mark, NounPhrase
from .statements import Statement
from .walk import Walk


def find_statements(items: Sequence[Item]) -> list[Statement]:
    """The statements of a sentence in order.

    Args:
        items: its phrases and marks, as `chunking.find_phrases` gives them.
    """
    walk = Walk()
    for item in items:
        _take(walk, item)
    if walk.adverbs and walk.statements:
        walk.statements[-1].adverbs = (*walk.statements[-1].adverbs, *walk.adverbs)
    _finish(walk)
    return walk.statements


def _take(walk: Walk, item: Item) -> None:
    """One phrase or mark more."""
    if isinstance(item, Mark):
        if item.kind == "rel" and item.word.text == "that" and walk.statements and walk.last is None:
            walk.new_clause()
        if item.kind == "rel":
            walk.antecedent = replace(walk.last, prep=walk.prep()) if walk.last is not None else None
            walk.marks = [mark for mark in walk.marks if mark.kind != "prep"]
            walk.held = walk.held or (walk.waiting if walk.open else [])
        if item.kind in ("comma", "sub", "stop"):
            _close_adverbs(walk)
        walk.marks.append(item)
        if item.kind == "adv" and walk.statements and walk.last is None and len(walk.marks) == 1:
            walk.statements[-1].adverbs = (*walk.statements[-1].adverbs, item.word.text)
        elif item.kind == "adv":
            walk.adverbs.append(item.word.text)
        if item.kind == "sub":
            walk.subordinator = item.word.text
        if item.kind in ("sub", "stop"):
            _part_clauses(walk, item)
        return
    if isinstance(item, NounPhrase):
        reasoned = bool(walk.marks) and walk.prep() == "for" and "comma" in walk.kinds
        place_noun(walk, item)
        walk.reasoned = walk.last if reasoned else None
    else:
        open_statement(walk, item)
    walk.marks = []


def _part_clauses(walk: Walk, mark: Mark) -> None:
    if mark.kind == "stop":
        _open_list(walk, mark)
        walk.last = None
    walk.suspended = walk.waiting if mark.kind == "sub" and walk.open else []
    walk.new_clause()


def _finish(walk: Walk) -> None:
    """Settle what the end of the sentence settles."""
    _close_adverbs(walk)
    _close_list(walk)


def _open_list(walk: Walk, stop: Mark) -> None:
    """Remember what a colon stands behind, of which a list may follow (`two flaws: brittleness and high cost`)."""
    _close_list(walk)
    walk.announced = (walk.last or _told_of(walk)) if stop.word.text == ":" else None


def _told_of(walk: Walk) -> NounPhrase | None:
    """Whom a verb right before a colon is about (`Two flaws are known: …`)."""
    before = walk.statements[-1] if walk.statements else None
    told = before is not None and before.verb.passive and not before.objects and before.verb.form == "finite"
    return before.subjects[-1] if told and before is not None and before.subjects else None


def _close_list(walk: Walk) -> None:
    """Give a list that no verb follows to what announced it, as examples."""
    if walk.announced is not None and walk.open and walk.waiting:
        walk.announced.examples.extend(walk.waiting)
    walk.announced = None


def _close_adverbs(walk: Walk) -> None:
    """Give adverbs that end a clause to its verb (`lithium wets it poorly, so …`)."""
    ends = walk.statements and walk.marks and all(mark.kind == "adv" for mark in walk.marks)
    if ends and walk.last is not None and walk.adverbs:
        walk.statements[-1].adverbs = (*walk.statements[-1].adverbs, *walk.adverbs)
        walk.adverbs = []
