"""Which citations of a text stand behind a statement: how far each of them reaches.

How reviews cite, and what follows for a statement:

- at the end of a sentence or clause: for all of it that has no citation of its own (`A reaches 1, B 2 mS cm-1 [1]`);
- between clauses: for what stands before it (`A is reduced [1]; B is stable [2]`), and not for the other side of a
  contrast (`Although A is reduced [1], B has 2 mS cm-1`);
- behind the names of authors, or as a name itself: for the clause that goes on (`Kim et al. [1] found that …`, `In
  Ref. [1], …`), whatever is cited later for what it agrees with;
- behind the name of a material in a list: for that material (`A [1], B [2] and C [3] reach …`);
- as many numbers as values that belong to things named in order: each for its own (`A and B have 1 and 2 mS cm-1,
  respectively [1,2]`);
- behind what another is likened to: for that alone (`Compared with A [1], B has 2 mS cm-1`);
- once for several sentences: behind the last of those that take each other up (`A film was made. This film … [1]`), or
  behind the authors in the first (`Kim et al. [1] made a film. They found …`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..corpus.document import Block, Citation
from .lexicon import alternatives
from .value_class import value_class

_NAMES_LENGTH = 40
"""Characters before a citation in which the names of authors are looked for."""

_PHRASE_LENGTH = 60
"""Characters before a citation in which words of likening are looked for."""

_WITH_NAME = re.compile(r"\)?(?:[ -][a-z-]+){0,2}\)?\s?")
"""Between a name and its own citation. Matches ` glass`; must not match ` (RT) shows`."""

_OTHER_CLAUSE = re.compile(r"[,;:]|\b(?:than|while|whereas|but)\b")
"""What parts a value from a citation of something else."""

_POINTS = frozenset({",", ";", ":", "."})

_ASIDE = re.compile(r",\s(?:which|that|who|first|originally|initially|as|an?|the|\w+ed)\b[^,;]*\bby\b[^,;]*$")
"""Authors in passing. Matches `, which was introduced by Kim et al.`; must not match `As reported by Kim et al.`"""

_OF_THE_OTHER = re.compile(r"\b(?:than|that of|those of)\b[^()]*\([^()]*$")
"""A parenthesis behind what something is compared with. Matches `than that of LLZO (0.4 mS cm-1`."""

_WITH_VALUE = re.compile(r"\)?\s?(?:(?!(?:which|agree\w*)\b)[\w-]+\s?){0,3}\)?")
"""Between a value and its own citation. Matches ` for LLZO`; must not match `, in line with`."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of `citing_words.yaml`, compiled.

    Args:
        contrast: anywhere between two sides.
        conceding: at the start of a sentence.
        likening: before a name, up to the end of what is searched.
        authors: what a citation is the work of, or that it stands for the work, up to the end of what is searched.
        named: authors anywhere.
        their: at the start of a sentence.
        own: anywhere.
    """

    contrast: re.Pattern[str]
    conceding: re.Pattern[str]
    likening: re.Pattern[str]
    authors: re.Pattern[str]
    named: re.Pattern[str]
    their: re.Pattern[str]
    own: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    either = alternatives(__package__, "citing_words.yaml")
    any_case = re.IGNORECASE
    return _Patterns(
        contrast=re.compile(rf"\b(?:{either['contrast']})\b", any_case),
        conceding=re.compile(rf"(?:{either['conceding']})\b", any_case),
        likening=re.compile(rf"\b(?:{either['likening']})\s[^,;:()]*$", any_case),
        authors=re.compile(rf"\b(?:{either['authors']}|{either['noun']})[,.]?\s*$", any_case),
        named=re.compile(rf"\b(?:{either['authors']})(?!\w)", any_case),
        their=re.compile(rf"(?:(?:{either['leading']}),?\s)?(?:{either['their']})\b", any_case),
        own=re.compile(rf"\b(?:{either['own']})\b", any_case),
    )


@value_class
class Passage:
    """How far the citations of other sentences reach to a sentence.

    Args:
        start: clean start of the account that the sentence goes on with.
        end: clean end of the sentences that take it up.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Own:
    """What of a sentence belongs to one of its statements.

    Args:
        named: clean end of the name of what it is said of, behind which it may have a citation.
        index: its place among the statements that the sentence makes in order, `respectively`.
        count: how many these are, each of which may have one of as many numbers.
    """

    named: int | None = None
    index: int = 0
    count: int = 1


NO_OWN = Own()
"""Of a statement that shares the whole sentence with the others."""


def accounts_begin(block: Block, sentences: Sequence[tuple[int, int]]) -> list[int]:
    """For each sentence of a block, the start of the one whose named authors it goes on about; else its own.

    Args:
        block: with its citations.
        sentences: clean start and end of each, in order.
    """
    words = _patterns()
    begins: list[int] = []
    account: int | None = None
    for start, end in sentences:
        if any(start < citation.position <= end + 1 for citation in block.citations):
            account = start if words.named.search(block.text, start, end) else None
        elif account is not None and words.own.search(block.text, start, end):
            account = None
        goes_on = account is not None and words.their.match(block.text, start, end) is not None
        begins.append(account if goes_on and account is not None else start)
    return begins


def cited_for(
    block: Block,
    sentence: tuple[int, int],
    position: int,
    known: Collection[int],
    *,
    own: Own = NO_OWN,
    passage: Passage | None = None,
) -> list[int]:
    """Numbers cited for a statement, as the module tells.

    Numbers that the bibliography does not have are left out; of a text without one they are all there is to be known.

    Args:
        block: where it stands.
        sentence: clean start and end of its sentence.
        position: clean end of what is stated.
        known: the numbers of the bibliography.
        own: what of the sentence is the statement's.
        passage: the sentences around whose citations are for it as well, if its own has none.
    """
    reach = _Reach(block, sentence, position)
    chosen = reach.own_of(own.named) or reach.behind() or reach.before()
    if not reach.inside and passage is not None:
        chosen = reach.around(passage)
    numbers = list(dict.fromkeys(number for citation in chosen for number in citation.numbers))
    if len(numbers) == own.count > 1:
        numbers = numbers[own.index : own.index + 1]
    return sorted(number for number in numbers if not known or number in known)


class _Reach:
    """The citations of one sentence as seen from one place in it."""

    def __init__(self, block: Block, sentence: tuple[int, int], position: int) -> None:
        self.text = block.text
        self.every = [_before_point(block.text, citation) for citation in block.citations]
        self.start, self.end = sentence
        self.position = position
        self.inside = self._within(self.start, self.end)

    def _within(self, start: int, end: int) -> list[Citation]:
        """The citations of some text, those right behind its full stop included."""
        opening = start == 0  # `[1] reports …`
        return [citation for citation in self.every if start - opening < citation.position <= end + 1]

    def behind(self) -> list[Citation]:
        """The first behind the place, unless it is for others or the authors named before go on."""
        found = [citation for citation in self.inside if citation.position >= self.position]
        if not found or self._is_of_others(found[0].position) or self._has_part_of_its_own(found[0].position):
            return []
        leading = [each for each in self.inside if each.position < self.position and self._tells(each)]
        if leading and not _WITH_VALUE.fullmatch(self.text, self.position, found[0].position):
            since = self.text[leading[-1].position : self.position]
            if ";" not in since and not _patterns().contrast.search(since):
                return _run(self.text, leading[-1:])
        return _run(self.text, found)

    def before(self) -> list[Citation]:
        """The last before the place, unless it is for another clause or for what is only likened."""
        found = [citation for citation in self.inside[::-1] if citation.position < self.position]
        return [] if not found or self._is_parted(found[0]) else _run(self.text, found)

    def own_of(self, named: int | None) -> list[Citation]:
        """The citation right behind the name of what is spoken of, unless the statement has a nearer one."""
        if named is None or named >= self.position:
            return []
        behind = [citation for citation in self.inside if citation.position >= self.position]
        nearer = behind and not _OTHER_CLAUSE.search(self.text, self.position, behind[0].position)
        if nearer and not self._is_of_others(behind[0].position):
            return []
        later = [citation for citation in self.inside if citation.position >= named]
        if not later or not _WITH_NAME.fullmatch(self.text, named, later[0].position):
            return []
        return _run(self.text, later)

    def around(self, passage: Passage) -> list[Citation]:
        """The first citation of the sentences that take this one up, else the last of the account it goes on with."""
        after = [each for each in self.every if self.end < each.position <= passage.end + 1]
        if after or passage.start == self.start:
            return _run(self.text, after)
        return _run(self.text, self._within(passage.start, self.start - 1)[:1])

    def _of_authors(self, citation: Citation) -> bool:
        begin = max(self.start, citation.position - _NAMES_LENGTH)
        return _patterns().authors.search(self.text, begin, citation.position) is not None

    def _has_part_of_its_own(self, cited: int) -> bool:
        """Whether a citation stands behind a semicolon, and the part before it has another."""
        part = self.text.rfind(";", self.start, self.position)
        since = max(part, self.start)
        return ";" in self.text[self.position : cited] and any(
            since < citation.position < self.position for citation in self.inside
        )

    def _tells(self, citation: Citation) -> bool:
        """Whether it belongs to authors of whom the sentence tells, and not of whom it only says in passing."""
        aside = _ASIDE.search(self.text, self.start, citation.position)
        return self._of_authors(citation) and not (
            aside and self.text[citation.position : citation.position + 1] == ","
        )

    def _is_of_others(self, cited: int) -> bool:
        """Whether it belongs to authors who are named behind the statement: `…, whereas Kim et al. [3] found`."""
        words = _patterns()
        if _OF_THE_OTHER.search(self.text, self.position, cited):
            return True
        if words.authors.search(self.text, self.position, cited) is None:
            return False
        return words.contrast.search(self.text, self.position, cited) is not None

    def _is_parted(self, citation: Citation) -> bool:
        """Whether a citation before the place is for another clause, or for what is only likened."""
        words, cited = _patterns(), citation.position
        begin = max(self.start, cited - _PHRASE_LENGTH)
        if words.likening.search(self.text, begin, cited):
            return True
        if words.conceding.match(self.text, self.start) and self.text[cited : cited + 1] == ",":
            return True
        return not self._of_authors(citation) and words.contrast.search(self.text, cited, self.position) is not None


def _before_point(text: str, citation: Citation) -> Citation:
    """A citation with the place it would have in brackets: raised, it stands behind commas and full stops."""
    before = text[max(citation.position - 3, 0) : citation.position]
    if before[-1:] not in _POINTS or before == "al.":
        return citation
    return replace(citation, position=citation.position - 1)


def _run(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The first citation and those that follow it with no word between."""
    run = list(citations[:1])
    for citation in citations[1:]:
        low, high = sorted((run[-1].position, citation.position))
        if any(character.isalnum() for character in text[low:high]):
            break
        run.append(citation)
    return run
