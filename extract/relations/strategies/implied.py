"""Interventions that no word names, but that a statement implies: `with LiF at the interface`, `TiO2 raises it`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...frames.concepts import find_concepts
from ...frames.meanings import concept_words
from ...frames.phrases import NounPhrase
from ...frames.statements import Statement
from ...frames.word import Word
from ...materials import MaterialMention
from ...names import Names
from .agents import Party, added_in, element_in, hosts_in
from .categories import mixture_category, sort_of
from .effects import effects_of
from .intervention import Intervention
from .words import has_any, in_list

_ADDED = frozenset({"metal", "nonmetal", "oxide", "inorganic", "dopant", "other"})
"""Sorts of what is added to an electrolyte."""

_BETWEEN = frozenset({"metal", "oxide", "inorganic", "alloy", "carbon"})
"""Sorts of what lies between an electrolyte and Li."""

_OF_INTERFACE = frozenset({"interfacial_resistance", "wettability", "contact"})
"""What gets better by something between a ceramic and Li."""

_AIMS = frozenset({"purpose", "gerund", "participle"})
"""Links of statements that tell what something is used for, or brings."""

_USE = frozenset(
    {"use", "select", "choose", "employ", "utilize", "utilise", "apply", "adopt", "exploit", "add", "introduce"}
)
_MORE = frozenset({"higher", "increased", "increasing", "larger", "high"})
"""What says that there is more of something."""

_CHANGES = frozenset({"improve", "increase", "decrease", "prevent", "enable"})


def implied_in(
    statement: Statement, statements: Sequence[Statement], names: Names, topic: Sequence[Party] = ()
) -> Intervention | None:
    """The intervention that a statement implies, or None.

    Args:
        statement: the statement.
        statements: of its sentence.
        names: of the document.
        topic: electrolytes that the sentence before was about, for `its`.
    """
    return (
        _content(statement, names)
        or _used_for(statement, statements, names, topic)
        or _with_it(statement, names)
        or _of_itself(statement, names, topic)
        or _class(statement, statements, names)
    )


def _make(category: str, agents: Sequence[Party], hosts: Sequence[Party], rule: str, confidence: float) -> Intervention:
    left = tuple(party for party in hosts if party.name not in {agent.name for agent in agents})
    start, end = min(party.at for party in agents), max(party.end for party in agents)
    return Intervention(category, tuple(agents), left, start, end, rule, confidence)


def _content(statement: Statement, names: Names) -> Intervention | None:
    """`Increasing the Cl content of argyrodites`, `a higher Cl content in Li6PS5Cl`: more of an element."""
    if statement.verb.denied:
        return None
    raised = "increase" in statement.verb.senses and (statement.link in ("action", "means") or statement.verb.passive)
    phrases = statement.patients if raised else ()
    higher = [each for each in statement.subjects if any(word.text in _MORE for word in each.words)]
    for phrase in (*phrases, *higher):
        if in_list("contents", phrase.words[-1].text):
            agents = added_in(phrase.words[:-1], names) or element_in(phrase.words[:-1], names)
            hosts = hosts_in((each for each in phrase.modifiers if each.prep in ("in", "of")), names)
            simple = all(sort_of(party.name, names) in ("metal", "nonmetal") for party in agents)
            if agents and simple and hosts and all(sort_of(party.name, names) == "ceramic" for party in hosts):
                return _make("doping", agents, hosts, "content", 0.55)
    return None


def _used_for(
    statement: Statement, statements: Sequence[Statement], names: Names, topic: Sequence[Party]
) -> Intervention | None:
    """`ZnO has been used to improve the air stability of sulfides`: what it is for tells what it was added to.

    What is added to a ceramic that becomes denser is a sintering aid.
    """
    if statement.verb.lemma not in _USE or statement.verb.denied:
        return None
    agents = [party for phrase in statement.patients for party in _parties(phrase, names)]
    aims = [each for each in statements if each.parent is statement and each.link in _AIMS]
    if statement.link in ("action", "means"):
        aims += [each for each in statements if each.parent is statement or each is statement.parent]
    hosts = _hosts_of_effects(aims, names)
    category = _added_to(agents, hosts, statement.patients, names)
    if agents and _is_of_interface(agents, hosts or topic, aims, names):
        category, hosts = "interlayer_ex_situ", hosts or list(topic)
    if agents and "relative_density" in effects_of(aims, "densification").improves:
        category = "densification"
    return _make(category, agents, hosts, "used-for", 0.55) if category else None


def _is_of_interface(agents: Sequence[Party], hosts: Sequence[Party], aims: Sequence[Statement], names: Names) -> bool:
    """Whether something plain is used for a better contact of a ceramic with Li, and so lies between them."""
    improved = set(effects_of(aims).improves)
    plain = {sort_of(party.name, names) for party in agents} <= _BETWEEN
    ceramic = {sort_of(party.name, names) for party in hosts} - {"anode"} == {"ceramic"}
    return plain and ceramic and bool(improved) and improved <= _OF_INTERFACE


def _with_it(statement: Statement, names: Names) -> Intervention | None:
    """`with TiO2, the conductivity of PEO rises`, `with LiF at the interface, LPSC tolerates a higher current`."""
    for phrase in statement.opening:
        if phrase.prep != "with":
            continue
        agents = _parties(phrase, names)
        inside = [word for each in phrase.tree() for word in each.words]
        hosts = hosts_in((each for each in phrase.tree() if each is not phrase), names)
        if agents and has_any("interfaces", inside):
            beside = [*hosts, *hosts_in((*statement.subjects, *statement.objects), names)]
            return _make("interlayer_ex_situ", agents, beside, "with-at-interface", 0.55)
        hosts = hosts or _hosts_of_effects([statement], names)
        category = _added_to(agents, hosts, [phrase], names, anode=True)
        if category:
            return _make(category, agents, hosts, "with-added", 0.55)
    return None


def _of_itself(statement: Statement, names: Names, topic: Sequence[Party]) -> Intervention | None:
    """`TiO2 raises the conductivity of PEO`: what an added material does to a property of its host."""
    if statement.verb.passive or statement.verb.denied or not statement.verb.senses & _CHANGES:
        return None
    agents = [party for phrase in statement.subjects for party in _parties(phrase, names)]
    hosts = _hosts_of_effects([statement], names) if agents else []
    if not hosts and any(phrase.determiner in ("its", "their") for phrase in statement.objects):
        hosts = list(topic)
    laid = any(each.prep in ("on", "onto", "around") for phrase in statement.subjects for each in phrase.modifiers)
    category = None if laid else _added_to(agents, hosts, statement.subjects, names)
    at_interface = any(has_any("interfaces", each.words) for phrase in statement.subjects for each in phrase.modifiers)
    if category is None and agents and at_interface and effects_of([statement]):
        return _make("interlayer_ex_situ", agents, hosts, "at-interface", 0.5)
    if category is None and not hosts and agents:
        hosts = hosts_in((each for each in _inside_effects([statement]) if each.prep in ("between", "with")), names)
        category = "interlayer_ex_situ" if _is_of_interface(agents, hosts, [statement], names) else None
    return _make(category, agents, hosts, "improves-host", 0.5) if category else None


def _class(statement: Statement, statements: Sequence[Statement], names: Names) -> Intervention | None:
    """`Solid electrolytes suppress dendrites`: a class of electrolytes, taken for what it brings."""
    able = any(in_list("abilities", phrase.words[-1].text) for phrase in statement.objects)
    works = statement.verb.lemma == "be" and any(
        in_list("effective", w.text) for p in statement.objects for w in p.words
    )
    says = statement.verb.senses & {"prevent", "improve"} or able or works
    parties = [] if statement.verb.passive or statement.verb.denied or not says else _classes(statement, names)
    if not parties:
        return None
    aims = [each for each in statements if each.parent is statement and each.link in _AIMS] if able or works else []
    aims = [each for each in aims if able or each.link != "participle"]
    effects = effects_of([*aims, *([statement] if statement.verb.senses & {"prevent", "improve"} else [])])
    if not (effects.mitigates or effects.improves):
        return None
    return _make("new_electrolyte", parties, (), "class-of-electrolytes", 0.5)


def _classes(statement: Statement, names: Names) -> list[Party]:
    """The classes of electrolytes that are the subjects of a statement."""
    parties: list[Party] = []
    for phrase in statement.subjects:
        mentions = [mention for mention in phrase.materials if mention.kind == "class"]
        electrolytes = [mention for mention in mentions if names.is_electrolyte(mention.name)]
        if not phrase.determiner and electrolytes and phrase.words[-1].part == "material":
            given = _based_on(phrase.words) or electrolytes
            parties += [Party(mention.name, mention.start, mention.end) for mention in given]
    return parties


def _based_on(words: Sequence[Word]) -> list[MaterialMention]:
    """What an electrolyte is based on, which names it better than its class does (`PVDF-based solid electrolytes`)."""
    pairs = pairwise(words)
    return [one.mention for one, other in pairs if other.text == "based" and isinstance(one.mention, MaterialMention)]


def _parties(phrase: NounPhrase, names: Names) -> list[Party]:
    """Added materials that a phrase names itself, behind `of`, or as examples; none of `the absence of Ti`."""
    examples = [party for each in phrase.examples for party in added_in(each.words, names)]
    if concept_words().operators.get(phrase.words[-1].text) in ("low", "prevent"):
        return []
    if phrase.words[-1].text in ("anode", "anodes", "electrode", "electrodes", "cathode", "cathodes"):
        return []
    inside = [each for each in phrase.tree() if each is phrase or each.prep == "of"]
    return examples or [party for each in inside for party in added_in(_known(each), names)]


def _known(phrase: NounPhrase) -> list[Word]:
    return [word for word in phrase.words if isinstance(word.mention, MaterialMention)]


def _hosts_of_effects(statements: Sequence[Statement], names: Names) -> list[Party]:
    """Electrolytes of which a quality is said to change."""
    inside = [each for each in _inside_effects(statements) if each.prep in ("of", "in")]
    return hosts_in(inside, names, deep=False)


def _inside_effects(statements: Sequence[Statement]) -> list[NounPhrase]:
    """What modifies the qualities that change."""
    phrases = [phrase for each in statements for phrase in (*each.objects, *each.subjects) if find_concepts(phrase)]
    return [each for phrase in phrases for each in phrase.tree() if each is not phrase]


def _added_to(
    agents: Sequence[Party],
    hosts: Sequence[Party],
    phrases: Sequence[NounPhrase],
    names: Names,
    *,
    anode: bool = False,
) -> str | None:
    """The category of plain materials added to electrolytes, or to an anode where that is allowed."""
    sorts = {sort_of(party.name, names) for party in agents}
    where = {sort_of(party.name, names) for party in hosts}
    if not agents or not where or sorts - _ADDED or ("anode" in where and not anode):
        return None
    if sorts == {"oxide"} and any(names.identify(party.name).material_class == "oxide" for party in hosts):
        return None
    words = [word for phrase in phrases for word in phrase.words]
    return mixture_category(agents, hosts, words, names)
