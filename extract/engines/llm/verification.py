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
from ...annotations import Sentence
from ...evidence import Place, make_evidence
from ...names import Names
from ...pipeline import sentences_of
from ...properties.assembly import assemble_property
from ...properties.claims import is_denied_value, is_goal
from ...quantities import Quantity
from .circumstances import verified_conditions
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
        if found is None or self.passage.doc is None:
            raise FactRefusedError("the quotation does not stand in the passage")
        start, end = found
        touched = [each for each in sentences_of(self.passage.doc) if each.start < end and start < each.end]
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
            named=at.end,
            cited=cited,
        )
        check_references(fact, {number for each in cited_in(place) for number in each})
        return evidence.model_copy(update={"engine": self.engine})


def cited_in(place: Place) -> list[tuple[int, ...]]:
    """The numbers of the citations of a place."""
    return [each.numbers for each in place.block.citations if place.start < each.position <= place.end + 1]


def check_references(fact: Fact, cited: set[int]) -> None:
    """Refuse a fact that brings numbers of references which are not cited where it stands; they are never used.

    Raises:
        FactRefusedError: it does.
    """
    if wrong := sorted(set(fact.get("refs", ())) - cited):
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
    conditions = verified_conditions(fact.get("conditions", ()), quoted.block.text)
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
    if short == long:
        raise FactRefusedError("an abbreviation does not stand for itself")
    at = Named(Participant(name=short, id=short), quoted.start, quoted.end)
    evidence = witness.evidence(fact, quoted, at, known=True, cited=False)
    material = witness.names.material(long)
    return make_claim(AliasClaim, kind="alias", evidence=[evidence], short=short, long=long, material=material)


def _decomposition(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    subject, product = quoted.named(fact["subject"]), quoted.named(fact["product"])
    against = quoted.named(fact["against"]) if fact.get("against") else None
    return make_claim(
        DecompositionClaim,
        kind="decomposition",
        evidence=[witness.evidence(fact, quoted, product, known=True)],
        negated=_denied(fact, quoted, product),
        subject=subject.participant,
        against=against.participant if against is not None else None,
        product=product.participant,
    )


def _interphase(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    subject = quoted.named(fact["subject"])
    against = quoted.named(fact["against"]) if fact.get("against") else None
    known = _writes(quoted, fact["kind"], vocabulary.interphase_kinds())
    return make_claim(
        InterphaseClaim,
        kind="interphase",
        evidence=[witness.evidence(fact, quoted, subject, known=known)],
        negated=_denied(fact, quoted, subject),
        subject=subject.participant,
        against=against.participant if against is not None else None,
        interphase_kind=fact["kind"],
    )


def _limitation(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    subject = quoted.named(fact["subject"])
    known = _writes(quoted, fact["failure"], vocabulary.failures())
    return make_claim(
        LimitationClaim,
        kind="limitation",
        evidence=[witness.evidence(fact, quoted, subject, known=known)],
        negated=_denied(fact, quoted, subject),
        subject=subject.participant,
        failure=fact["failure"],
    )


def _strategy(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    agents, targets = ([quoted.named(name) for name in fact.get(key, ())] for key in ("agent", "target"))
    if not (agents or targets):
        raise FactRefusedError("a strategy names neither what is added nor to what")
    method = fact.get("method") or None
    if method is not None and not quoted.holds(method):
        raise FactRefusedError(f"the method {method!r} does not stand in the quotation")
    known = _writes(quoted, fact["category"], vocabulary.strategies())
    first = (agents or targets)[0]
    return make_claim(
        StrategyClaim,
        kind="strategy",
        evidence=[witness.evidence(fact, quoted, first, known=known)],
        negated=_denied(fact, quoted, first),
        category=fact["category"],
        agents=_each_once(agents),
        targets=_each_once(targets),
        method=method,
        improves=list(dict.fromkeys(fact.get("improves", ()))),
        worsens=list(dict.fromkeys(fact.get("worsens", ()))),
        mitigates=list(dict.fromkeys(fact.get("mitigates", ()))),
    )


def _each_once(named: list[Named]) -> list[Participant]:
    return list({each.participant.id: each.participant for each in named}.values())


def _causes(witness: Witness, fact: Fact, quoted: Quoted) -> AnyClaim:
    cause, effect = _end(fact["cause"], quoted), _end(fact["effect"], quoted)
    if cause[0] == effect[0]:
        raise FactRefusedError("nothing leads to itself")
    known = all(material or _writes(quoted, word, _ends()) for word, material in (cause, effect))
    at = Named(Participant(name=cause[0], id=cause[0]), quoted.start, quoted.end)
    return make_claim(
        CausesClaim,
        kind="causes",
        evidence=[witness.evidence(fact, quoted, at, known=known)],
        negated=_denied(fact, quoted, at),
        cause=cause[0],
        effect=effect[0],
    )


def _ends() -> Mapping[str, Term]:
    return MappingProxyType({**vocabulary.failures(), **vocabulary.properties()})


def _end(given: str, quoted: Quoted) -> tuple[str, bool]:
    """One end of a cause, and whether it is a material: a failure, a property with a level, else what stands there."""
    level, _, name = given.partition("_")
    if given in vocabulary.failures() or (level in ("high", "low") and name in vocabulary.properties()):
        return given, False
    return quoted.named(given).participant.name, True


def _denied(fact: Fact, quoted: Quoted, at: Named) -> bool | None:
    return bool(fact.get("negated")) or quoted.is_denied(at.start, at.end) or None


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
