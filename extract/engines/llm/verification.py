"""Facts of a model held against the paragraph: what the text itself bears out becomes a claim, the rest is refused.

Of a fact nothing is taken on trust that can be looked up. The quotation has to stand in the paragraph; names, values,
units, methods and conditions have to stand in it; words for properties, failures and strategies have to be in the
vocabularies; a value has to be of a kind that its property can have. Sign (`>`, `~`), before and after of a change,
hedges, denials and citations are read from the text by the same functions that the rules use. What remains the
model's judgement is that these things belong together, and which word of the vocabulary is meant: hence the modest
confidences.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ....corpus.document import Document
from ....errors import FactRefusedError
from ....ontology import vocabulary
from ....ontology.claims import AnyClaim, make_claim
from ....ontology.model import (
    AliasClaim,
    CausesClaim,
    Condition,
    DecompositionClaim,
    Evidence,
    InterphaseClaim,
    LimitationClaim,
    Participant,
    StrategyClaim,
)
from ....ontology.units import comparable
from ....ontology.vocabulary import Term, find_terms
from ...aliases import find_aliases
from ...aliases.mentions import is_short, tidy_long, tidy_short
from ...annotations import Sentence
from ...citing import Own
from ...evidence import Place, make_evidence
from ...names import Names
from ...pipeline import sentences_of
from ...properties.assembly import assemble_property
from ...properties.denials import is_denied_value, is_goal
from ...quantities import Quantity
from .circumstances import verified_conditions
from .denials import is_denied_relation
from .passages import Passage
from .quotations import find_quotation
from .quoted import Named, Quoted

Fact = Mapping[str, Any]

WRITTEN = 0.7
"""Confidence where the quotation also writes the word of the vocabulary, such as the property's name."""

MEANT = 0.5
"""Confidence where that word is what the model takes the quotation to mean."""

_MOST_SENTENCES = 3
"""Sentences of a quotation; what is spread over more is no statement of one place."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Where facts of one paragraph are held against the text.

    Args:
        document: the paper.
        passage: the paragraph.
        names: how the document's names are understood.
        engine: name and version of the engine, for the evidence.
    """

    document: Document
    passage: Passage
    names: Names
    engine: str

    def claim(self, fact: Fact) -> AnyClaim:
        """The claim of a fact.

        Args:
            fact: of the answer's schema, `refs` aside.

        Raises:
            FactRefusedError: the text does not bear it out.
        """
        return _KINDS[fact["type"]](self, fact, self._quoted(fact["quotation"]))

    def _quoted(self, quotation: str) -> Quoted:
        found = find_quotation(quotation, self.passage.text)
        if found is None or self.passage.annotated is None:
            raise FactRefusedError("the quotation does not stand in the passage")
        start, end = found
        touched = [each for each in sentences_of(self.passage.annotated) if each.start < end and start < each.end]
        if len(touched) > _MOST_SENTENCES:
            raise FactRefusedError(f"the quotation goes over {len(touched)} sentences; {_MOST_SENTENCES} are the most")
        return Quoted(self.passage.block, tuple(touched), start, end, self.names)

    def evidence(
        self,
        fact: Fact,
        quoted: Quoted,
        at: Named,
        *,
        value: tuple[int, int] | None = None,
        known: bool,
        cited: bool = True,
    ) -> Evidence:
        """Evidence of a fact: the sentences of the quotation; the citations are those that the reader found."""
        place = Place(quoted.block, quoted.sentences[0].start, quoted.sentences[-1].end)
        evidence = make_evidence(
            self.document,
            place,
            value=value,
            at=None if value is not None else at.start,
            rule=f"llm-{fact['type']}" + ("" if known else "-meant"),
            confidence=WRITTEN if known else MEANT,
            own=Own(at.end),
            cited=cited,
        )
        check_references(fact, {number for each in cited_in(place) for number in each})
        return evidence.model_copy(update={"engine": self.engine})

    def relation(
        self,
        claim_type: type[AnyClaim],
        fact: Fact,
        quoted: Quoted,
        at: Named,
        arguments: Mapping[str, Any],
        *,
        known: bool,
    ) -> AnyClaim:
        """The claim of a relation, marked where the model or the text denies it."""
        kind, title = fact["type"], self.document.metadata.title or ""
        negated = bool(fact.get("negated")) or is_denied_relation(kind, arguments, quoted, title)
        evidence = self.evidence(fact, quoted, at, known=known)
        return make_claim(claim_type, kind=kind, evidence=[evidence], **arguments, negated=negated or None)


def cited_in(place: Place) -> list[tuple[int, ...]]:
    """The numbers of the citations of a place."""
    return [each.numbers for each in place.block.citations if place.start < each.position <= place.end + 1]


def check_references(fact: Fact, cited: set[int]) -> None:
    """Refuse a fact that brings numbers of references which are not cited where it stands; they are never used.

    Raises:
        FactRefusedError: it does.
    """
    if wrong := sorted(set(fact.get("refs") or ()) - cited):
        raise FactRefusedError(f"reference {wrong[0]} is not cited where it stands")


def _writes(quoted: Quoted, name: str, *vocabularies: Mapping[str, Term]) -> bool:
    """Whether the quotation has one of the ways of writing a word of a vocabulary."""
    return any(name in hit.names for words in vocabularies for hit in find_terms(quoted.text, words))


def check_dimension(name: str, quantity: Quantity) -> None:
    """Refuse a value of another kind than those of its property.

    Raises:
        FactRefusedError: a voltage is said to be a conductivity, or the like.
    """
    if not any(comparable(quantity.dimension, each) for each in vocabulary.properties()[name].dimensions):
        raise FactRefusedError(f"a value in {quantity.unit or 'no unit'} is no {name}")


def _property(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    subject = quoted.named(fact["subject"])
    sentence, quantity = quoted.value(fact["value"], fact["unit"])
    name = fact["property"]
    check_dimension(name, quantity)
    conditions = verified_conditions(fact.get("conditions") or (), quoted.block.text)
    if quantity.change is not None:
        conditions.append(Condition(name="state", text=quantity.change))
    known = _writes(quoted, name, vocabulary.properties())
    return assemble_property(
        subject.participant,
        name,
        quantity,
        conditions=conditions,
        evidence=witness.evidence(fact, quoted, subject, value=(quantity.start, quantity.end), known=known),
        negated=bool(fact.get("negated")) or is_denied_value(sentence, quantity),
        requirement=fact.get("role") is not None or _is_goal(sentence, quantity),
    )


def _is_goal(sentence: Sentence, quantity: Quantity) -> bool:
    return is_goal(sentence, quantity.start, quantity.start)


def _alias(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    short, long = fact["short"].strip(), fact["long"].strip()
    for each in (short, long):
        if not quoted.holds(each):
            raise FactRefusedError(f"{each!r} does not stand in the quotation")
    short, long = tidy_short(short), tidy_long(long)
    if not is_short(short) or len(short) >= len(long):
        raise FactRefusedError(f"{short!r} is no abbreviation of {long!r}")
    known = any((each.short, each.long) == (short, long) for each in find_aliases(quoted.text))
    evidence = witness.evidence(fact, quoted, _whole(quoted), known=known, cited=False)
    material = witness.names.material(long)
    return make_claim(AliasClaim, kind="alias", evidence=[evidence], short=short, long=long, material=material)


def _decomposition(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    subject, product = quoted.named(fact["subject"]), quoted.named(fact["product"])
    arguments = {"subject": subject.participant, "against": _against(fact, quoted), "product": product.participant}
    return witness.relation(DecompositionClaim, fact, quoted, product, arguments, known=True)


def _interphase(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    subject, kind = quoted.named(fact["subject"]), fact["kind"]
    arguments = {"subject": subject.participant, "against": _against(fact, quoted), "interphase_kind": kind}
    known = _writes(quoted, kind, vocabulary.interphase_kinds())
    return witness.relation(InterphaseClaim, fact, quoted, subject, arguments, known=known)


def _against(fact: Fact, quoted: Quoted) -> Participant | None:
    return quoted.named(fact["against"]).participant if fact.get("against") else None


def _limitation(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    subject = quoted.named(fact["subject"])
    arguments = {"subject": subject.participant, "failure": fact["failure"]}
    known = _writes(quoted, fact["failure"], vocabulary.failures())
    return witness.relation(LimitationClaim, fact, quoted, subject, arguments, known=known)


def _strategy(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    agents, targets = ([quoted.named(name) for name in fact.get(key) or ()] for key in ("agent", "target"))
    if not (agents or targets):
        raise FactRefusedError("a strategy names neither what is added nor to what")
    method = fact.get("method") or None
    if method is not None and not quoted.holds(method):
        raise FactRefusedError(f"the method {method!r} does not stand in the quotation")
    arguments = {
        "category": fact["category"],
        "agents": _each_once(agents),
        "targets": _each_once(targets),
        "method": method,
        **{name: list(dict.fromkeys(fact.get(name) or ())) for name in ("improves", "worsens", "mitigates")},
    }
    known = _writes(quoted, fact["category"], vocabulary.strategies())
    return witness.relation(StrategyClaim, fact, quoted, (agents or targets)[0], arguments, known=known)


def _each_once(named: list[Named]) -> list[Participant]:
    return list({each.participant.id: each.participant for each in named}.values())


def _causes(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    ends = [_end(fact[name], quoted) for name in ("cause", "effect")]
    (cause, effect), at = (name for name, _ in ends), ends[1][1] or _whole(quoted)
    if cause == effect:
        raise FactRefusedError("nothing leads to itself")
    known = all(place is not None or _writes(quoted, name, _ends()) for name, place in ends)
    return witness.relation(CausesClaim, fact, quoted, at, {"cause": cause, "effect": effect}, known=known)


def _ends() -> Mapping[str, Term]:
    return MappingProxyType({**vocabulary.failures(), **vocabulary.properties()})


def _end(given: str, quoted: Quoted) -> tuple[str, Named | None]:
    """One end of a cause and, for a material, where it stands: a failure, a property with a level, else a name."""
    level, _, name = given.partition("_")
    if given in vocabulary.failures() or (level in ("high", "low") and name in vocabulary.properties()):
        return given, None
    named = quoted.named(given)
    return named.participant.name, named


def _whole(quoted: Quoted) -> Named:
    """The whole quotation, for what has no name of its own in it."""
    return Named(Participant(name=quoted.text, id=quoted.text), quoted.start, quoted.end)


_KINDS: Mapping[str, Callable[[Witness, Fact, Quoted], AnyClaim]] = MappingProxyType(
    {
        "property": _property,
        "alias": _alias,
        "decomposition": _decomposition,
        "interphase": _interphase,
        "strategy": _strategy,
        "limitation": _limitation,
        "causes": _causes,
    }
)
