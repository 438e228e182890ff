"""What the rules do with a document: its text is annotated, and every rule reads what it has its claims from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..corpus.document import Block, BlockKind, Document
from ..ontology.claims import AnyClaim, make_claim, merge_claims
from ..ontology.model import AliasClaim, Finding, PropertyClaim, Severity
from ..ontology.possible import why_impossible
from .aliases import AliasMention, alias_map, find_conflicts, find_document_aliases, singular
from .aliases.labels import labels_of
from .aliases.series import names_of_the_field, series_of
from .annotations import AnnotatedText
from .citing import accounts_begin
from .collecting import seldom_collected
from .evidence import Place, make_evidence
from .lexicon import subject_words
from .names import Names
from .pipeline import annotate, sentences_of
from .properties.claims import find_property_claims
from .properties.discourse import Context
from .relations.claims import RelationReader, passage_ends
from .relations.strategies.measurements import with_measurements
from .tables.claims import find_table_claims
from .tables.reading import uncertain_heads


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with what the pipeline noted on its running text.

    Args:
        document: the paper.
        texts: blocks of running text with their annotated clean text, in reading order.
        aliases: abbreviations that the document defines, with their block.
        names: how the document's names are understood.
    """

    document: Document
    texts: tuple[tuple[Block, AnnotatedText], ...]
    aliases: tuple[tuple[Block, AliasMention], ...]
    names: Names


def read_text(document: Document) -> Reading:
    """Run the pipeline over the running text of a document."""
    blocks = [block for block in document.iter_text() if block.text]
    texts = [block.text for block in blocks]
    found = find_document_aliases(texts)
    aliases = tuple((blocks[index], alias) for index, alias in found)
    known = alias_map([alias for _, alias in found])
    names = Names(known, _things(alias for _, alias in found), _labels(texts, known))
    annotated = annotate(texts, known=(*names.aliases, *names.labels, *names.things))
    return Reading(document, tuple(zip(blocks, annotated, strict=True)), aliases, names)


def _labels(texts: Sequence[str], known: Collection[str]) -> dict[str, str]:
    """Labels of samples that a document does not define: with one of their series that it does, or as electrolytes."""
    called = dict.fromkeys(sorted(labels_of(texts) - set(known)), "solid electrolyte")
    series = series_of(texts, (*known, *called, *names_of_the_field()))
    return called | {label: called.get(member, member) for label, member in series.items()}


def _things(aliases: Iterable[AliasMention]) -> dict[str, str]:
    """Abbreviations of cells, layers and the like, which can have a value although they are no material."""
    things = subject_words().things
    found: dict[str, str] = {}
    for alias in aliases:
        if alias.long.rsplit(maxsplit=1)[-1].casefold() in things:
            for form in (alias.short, singular(alias.short), singular(alias.short) + "s"):
                found.setdefault(form, alias.short)
    for device in subject_words().devices:
        found.setdefault(device, device)
        found.setdefault(device + "s", device + "s")
    return found


@seldom_collected()
def read_by_rules(document: Document) -> tuple[list[AnyClaim], list[Finding]]:
    """The claims that the rules read, in reading order, and what they are in doubt about."""
    reading = read_text(document)
    found = (*_alias_claims(reading), *_text_claims(reading), *_table_claims(reading))
    impossible = {id(claim): finding for claim in found if (finding := _impossible(claim)) is not None}
    possible = (claim for claim in found if id(claim) not in impossible)
    return with_measurements(merge_claims(possible)), [
        *_conflicts(reading),
        *_uncertain_heads(document),
        *impossible.values(),
    ]


def _conflicts(reading: Reading) -> Iterator[Finding]:
    """Abbreviations of materials that the document defines in more than one way: its values may be of either."""
    for conflict in find_conflicts(alias for _, alias in reading.aliases):
        if conflict.short in reading.names.aliases:
            taken, others = reading.names.aliases[conflict.short], " and ".join(conflict.longs)
            message = f"{conflict.short} is defined as {others}; values of {conflict.short} are taken for {taken}"
            yield Finding(code="ambiguous-abbreviation", severity=Severity.warning, message=message)


def _impossible(claim: AnyClaim) -> Finding | None:
    """What is said of a value that nothing can have; a wrong number is worse than a missing one."""
    if not isinstance(claim, PropertyClaim):
        return None
    reason = why_impossible(claim.property, (claim.low, claim.high), claim.unit)
    if reason is None:
        return None
    place = claim.evidence[0]
    return Finding(
        code="impossible-value",
        severity=Severity.warning,
        message=f"a value of {claim.subject.name} was left out: {reason}; is a sign or an exponent lost in the file?",
        source_start=place.value_start,
        source_end=place.value_end,
        line=place.line,
    )


def _uncertain_heads(document: Document) -> Iterator[Finding]:
    """Columns of tables that were left out, since a power of ten in their head may mean two things."""
    for block in document.blocks:
        for cell in uncertain_heads(block.table) if block.table is not None else ():
            start, end = cell.to_source(0, len(cell.text))
            yield Finding(
                code="uncertain-power",
                severity=Severity.warning,
                message=f"the values below {cell.text!r} were left out: are they multiplied, or to be multiplied?",
                source_start=start,
                source_end=end,
                line=cell.line or block.line,
            )


def _text_claims(reading: Reading) -> Iterator[AnyClaim]:
    """Claims of running text: all of one sentence before the next, since the words of a whole paper are many."""
    title = reading.document.metadata.title or ""
    context = Context(reading.names).at_section((), title)
    section: tuple[str, ...] = ()
    relations = RelationReader(reading.document, reading.names)
    for block, annotated in reading.texts:
        if block.kind is BlockKind.CAPTION:
            continue
        if block.section != section:
            context, section = context.at_section(block.section, title), block.section
        ranges = annotated.sentences
        ends, accounts = passage_ends(block.text, ranges), accounts_begin(block, ranges)
        for sentence, end, account in zip(sentences_of(annotated), ends, accounts, strict=True):
            place = Place(block, sentence.start, sentence.end, account=account)
            context = yield from find_property_claims(reading.document, place, sentence, context)
            relations.read(block, sentence, end, account)
    yield from relations.claims()


def _table_claims(reading: Reading) -> Iterator[AnyClaim]:
    for block in reading.document.blocks:
        yield from find_table_claims(reading.document, block, reading.names)


def _alias_claims(reading: Reading) -> Iterator[AliasClaim]:
    ranges = {id(block): annotated.sentences for block, annotated in reading.texts}
    for block, alias in reading.aliases:
        start, end = next(
            ((s, e) for s, e in ranges[id(block)] if s <= alias.start < e),
            (alias.start, max(alias.end, alias.short_end)),
        )
        evidence = make_evidence(
            reading.document,
            Place(block, min(start, alias.start, alias.short_start), max(end, alias.end, alias.short_end)),
            value=None,
            at=alias.short_start,
            rule=alias.rule,
            confidence=alias.confidence,
            cited=False,
        )
        yield make_claim(
            AliasClaim,
            kind="alias",
            evidence=[evidence],
            short=alias.short,
            long=alias.long,
            material=reading.names.material(alias.long),
        )
