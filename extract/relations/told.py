"""One sentence as the rules of relations see it, and a claim in the making."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from ...corpus.document import Block
from ..annotations import Sentence
from ..evidence import Place
from ..frames.reading import statements_of
from ..frames.statements import Statement
from ..value_class import value_class


@value_class
class Told:
    """A sentence with its statements.

    Args:
        block: where it stands.
        sentence: the sentence with its materials and quantities.
        statements: what it says.
        passage_end: clean end of the sentences that take it up, whose citation is for what they tell together.
        account: clean start of the sentence whose named authors it goes on about.
    """

    block: Block
    sentence: Sentence
    statements: Sequence[Statement]
    passage_end: int | None = None
    account: int | None = None

    @property
    def place(self) -> Place:
        """The sentence alone."""
        return Place(self.block, self.sentence.start, self.sentence.end, account=self.account)

    @property
    def passage(self) -> Place:
        """The sentence with those that take it up."""
        return Place(self.block, self.sentence.start, self.sentence.end, self.passage_end, self.account)

    def says(self, *parts: str) -> bool:
        """Whether the sentence has one of some strings, whatever their case.

        Args:
            parts: in lower case; of words or of several.
        """
        text = self.sentence.text[self.sentence.start : self.sentence.end].casefold()
        return any(part in text for part in parts)


@value_class
class Draft:
    """A claim in the making.

    Args:
        kind: decomposition, interphase, limitation, causes or strategy.
        arguments: of the claim, as `ontology.model` names them.
        at: clean position of the statement, whose line and citations count.
        rule: name of the rule.
        confidence: of the rule, before hedging.
        negated: the paper denies it.
    """

    kind: str
    arguments: Mapping[str, Any]
    at: int
    rule: str
    confidence: float
    negated: bool = field(default=False, kw_only=True)


def tell(block: Block, sentence: Sentence, passage_end: int | None = None, account: int | None = None) -> Told:
    """A sentence cut into statements."""
    return Told(block, sentence, statements_of(sentence), passage_end, account)
