"""Whose value it is: the material, interface, cell or class that a sentence gives a property value of.

Rules are tried in order, each a way in which English says whose value a number is; the first that answers wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from .annotations import Sentence
from .coordination import coordinated, paired_list
from .ellipsis import complete, host_of
from .lexicon import subject_words
from .materials import MaterialMention
from .names import Names

_COUNTERPART = re.compile(
    r"(?:\bagainst|\btowards?|\bversus|\bvs\.?|\bwith respect to|\brelative to|\bpaired with|\bcoupled with|\bcompar\w+ (?:to|with)"
    r"|\bakin to|\bstable with|\bstability (?:with|to)|\bcompatib\w+ with|\breact\w* with|\bsimilar to|\bcomparable to|\bthan|\bunlike|\bin contact with|\bcontacts?|\bbetween|\bdoped with|\bcoated with"
    r"|\bderived from|\breplac\w+|\bsubstitut\w+|\bdoping (?:with|of)|\bby adding|\badd(?:ing|ition of)|\bincorporat\w+)"
    r"\s+(?:(?:the|those of|that of|an?|bare|pure|metallic|some|other)\s+){0,2}$"
)
"""Words before a material that make it the partner and not the subject. Matches `against the `; must not match `of `."""

_PREPOSITION = re.compile(
    r"\b(?:in|of|for|with|to|by|on|onto|from|into|via|through|at|under|over|within|upon|without|as|among|both"
    r"|(?!(?:boast|exhibit|show|display|be|featur|result|remain|exist|conduct|correspond)ing\b)\w+ing"
    r"|(?:introduc|appl|us|utili[sz]|employ|add|deposit|synthesi[sz]|develop|fabricat|form|produc|generat|creat|design|prepar|construct"
    r"|insert|report|investigat|explor|propos|incorporat|contain|compris)(?:e|es|ed|ied|ies|s)?)\s+"
    r"(?:(?:the|an?|this|these|its|their)\s+)?(?:[\w-]+\s+){0,2}$"
)
"""Words before a material that make it an object. Matches `for the commercialization of `, `applied a `, `containing `."""

_VALUE_OF = re.compile(
    r"^\)?\s*(?:\w+[\s-]+){0,2}?(?:of|for|in|with)\s+(?:(?:the|an?|this|these|our|pure|pristine|most|all|both)\s+)*(?:[\w-]+\s+){0,2}$"
)
"""Between a property or value and the material it is of. Matches ` of the `; must not match ` and `."""

_POSSESSIVE = re.compile(r"^['’]s?\s+(?:[\w-]+\s+){0,4}$")
"""Between a material and its property. Matches `'s high `."""

_COMPOSED = re.compile(r"^\s*(?:\w+\s+){0,2}(?:composed of|consisting of|comprising|based on|such as|like|including|namely)\s+(?:the |an? )?$")
"""Between a class and the members that are meant. Matches ` system composed of `."""

_ONLY_FILLER = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?(?:(?:film|layer|membrane|foil|pellet|separator|anode|cathode|electrode|electrolyte|particles|interlayer)s?\s*)?\([\s~≈><=≥≤∼]*(?:up to|about|approximately|around|nearly|i\.e\.,?|with|of|over|below|above)?[\s~≈><=≥≤∼]*$",
    re.IGNORECASE,
)
"""Between a name and a value in brackets behind it. Matches ` (≈ `; must not match ` shows `."""

_ADJACENT = re.compile(
    r"^\)?(?:[-\s]*(?:thick|thickness|in thickness))?[-\s]+(?:of\s+)?(?:(?!(?:for|on|in|with|and|was|were|is|are|to|at|by)\b)[a-z-]+\s+){0,2}$"
)
"""Between a dimension and the body that has it. Matches `-thick `."""

_PARTICIPLE_NEXT = re.compile(
    r"^\s*(?:\([^()]*\))?\s*(?:[\w-]+\s+){0,2}?,?\s*(?:(?:also|each|both)\s+)?(?:\w+ing\b|with\b|which\b|that\b|(?:is|are|has|have|had|was|were)\b|\w+e?s\b|\w+ed\b)"
)
"""A name followed at once by what is said of it. Matches ` , boasting`, ` exhibits`."""

_BECAUSE = re.compile(r"\b(?:due to|owing to|because of|thanks to|attributed to|as a result of)\b")
"""A reason given for what the clause says of its subject. Matches `unsatisfactory due to`."""

_PARTICIPLE_LATER = re.compile(r",\s*(?:(?:thus|thereby|and|also|while|by|not only)\s+)*(?:\w+ing|described as|known (?:as|for))\b")
"""A participle that takes up the subject of the clause again. Matches `, enabling`."""

_ITS = re.compile(r"\b(?:(?:its|their)\s+(?:[\w-]+\s+){0,4}|(?:because|since|as|where|and|but)\s+(?:it|they)\s+\w+\s+(?:[\w-]+\s+){0,4})$")
"""A pronoun that takes up the subject again. Matches `its moderate `, `because it provides a high `."""

_WHICH = re.compile(r",?\s*(?:which|that)\s+(?:is|was|has|are|have|reach\w*|shows?|exhibits?)\s+(?:\w+\s+){0,3}[~≈><∼]?\s*$")
"""A relative clause about the name before it. Matches `, which is around `."""

_OPENING_PHRASE = re.compile(
    r"^(?:(?:however|moreover|for example|for instance|notably|thus|therefore|hence|in addition),\s*)?"
    r"(?:with|having|featuring|possessing|exhibiting|owing to|due to|despite|at|boasting|thanks to)\b[^,;]*$",
    re.IGNORECASE,
)
"""A phrase at the start of a sentence, whose subject comes after it. Matches `With a conductivity of`."""

_THEN_SUBJECT = re.compile(r"^[^,;]{0,40},\s*(?:(?:the|an?|this|these|their|our)\s+)?(?:[\w-]+\s+){0,4}$")
"""Between the opening phrase's value and the subject. Matches ` at RT, the garnet `."""

_THIS = re.compile(r"\b(?:This|The (?:resulting|obtained|as-prepared|assembled)|[Ss]uch an?|this)\s(?:[\w-]+\s)?$")
"""Before a class that means the one just spoken of. Matches `This `, `The resulting `."""

_THE_CELL = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Ss]uch)\s+(?:(?:assembled|resulting|as-assembled|symmetric|full|half|pouch|same|corresponding)\s+)+(?:cells?|batter(?:y|ies))\b")
"""A cell that was written out before. Matches `This assembled pouch cell`; must not match `the cell`."""

_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]heir|[Ss]uch|[Aa]ssembled|[Rr]esulting)\s+(?:[\w-]+\s+){0,2}$")
"""Before a device that was made of what is spoken of. Matches `the resulting `."""

_ANAPHORA = re.compile(
    r"^(?:(?:Additionally|Moreover|Furthermore|However|Notably|Also|In addition|Consequently|Thus|Therefore|Hence|Meanwhile|Besides|Here),?\s+)?"
    r"(?:It|They|This|These|Such|Its|Their|The (?:resulting|resultant|assembled|obtained|as-prepared|latter|former|same|material|electrolyte"
    r"|composite|compound|interlayer|layer|cell|full cell|symmetric cell|battery|film|membrane|sample))\b"
)
"""A sentence whose subject is in the one before it. Matches `This electrolyte shows`."""

_PART_OF_WORD = re.compile(
    r"^(?:[/+–-]|\s?(?:[\w-]+\s)?(?:dendrites?|plating|stripping|deposition|ions?|salts?|compounds?|binary|flux|transport|transference"
    r"|conduct\w+|diffus\w+|migration|batter(?:y|ies)|symmetric|half|content|source|reservoir|inventory|nucleation|growth|filaments?))"
)
"""Behind a metal's name that is only part of what is named. Matches ` dendrites`, `/Li+`; must not match ` metal has`."""

_OPENS = re.compile(
    r"(?:\b(?:that|those) of|(?:[,;]\s*(?:and|but|while|whereas)?|\b(?:while|whereas))(?:\s+that of)?)"
    r"\s+(?:the\s+)?(?:(?!(?:with|for|in|on|of|at|by|using|against)\b)[\w-]+\s+){0,3}$"
)
"""The start of a clause about another name. Matches ` of A, while that of `, `, and the iodide `."""

_SHORT_WAY = re.compile(r"^\s*(?:\([^)]*\))?\s*(?:[\w-]+\s+){0,5}[~≈><≥≤∼]?\s*$")
"""From a name to its value with nothing but a few words between. Matches ` reaches about `."""

_AFTER_ASIDE = re.compile(r"^\s*(?:\([^()]*\))?\s*(?:[\w-]+\s+){0,3},\s*(?:has|have|had|is|are|was|were|shows?|showed|exhibit\w*|reach\w*|deliver\w*|possess\w*)\b")
"""The end of an aside, after which the subject before it goes on. Matches ` (LiTFSI), has`."""

_CLAUSE_END = re.compile(r";|,\s*(?:while|whereas|but|compared|in contrast)|\b(?:whereas|while)\b")
"""Where a clause ends so that what stands before it is no subject any more."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A chosen subject.

    Args:
        mention: where it stands.
        rule: how it was found.
        confidence: of the rule, 0 to 1.
    """

    mention: MaterialMention
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a value and the name of its property stand in a sentence.

    Args:
        start: start of the value (of its whole list).
        end: end of the value (of its whole list).
        property_start: start of the property's name, or `start` where it is only implied.
        property_end: its end.
        size: how many values the list has.
        property: property name of the vocabulary.
    """

    start: int
    end: int
    property_start: int
    property_end: int
    property: str
    size: int = 1

    @property
    def begin(self) -> int:
        """Where the whole statement begins."""
        return min(self.start, self.property_start)


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence leaves unsaid.

    Args:
        names: how the document's names are understood.
        topic: what the sentence before was about.
        electrolyte: the electrolyte last spoken of in the section.
        cell: the cell last written out in the section.
        cell_is_near: it was written out in the sentence before.
        host: what the treated material last spoken of was made of.
    """

    names: Names
    topic: MaterialMention | None = None
    electrolyte: MaterialMention | None = None
    cell: MaterialMention | None = None
    cell_is_near: bool = False
    host: str | None = None

    def complete(self, sentence: Sentence) -> Sentence:
        """The sentence with unsaid hosts of treated materials filled in."""
        return replace(sentence, materials=tuple(complete(sentence.text, sentence.materials, self.host)))

    def after(self, sentence: Sentence) -> Context:
        """The context of the next sentence."""
        electrolytes = [name for name in candidates(sentence) if self.names.is_electrolyte(name.name)]
        named = [name for name in electrolytes if name.kind != "class"] or electrolytes
        cells = [name for name in sentence.materials if name.kind == "cell"]
        return Context(
            self.names,
            topic(sentence) or self.topic,
            named[-1] if named else self.electrolyte,
            cells[-1] if cells else self.cell,
            bool(cells),
            host_of(sentence.materials) or self.host,
        )

    def at_section(self) -> Context:
        """The context at the start of a section."""
        return Context(self.names, host=self.host)


@dataclass(frozen=True, slots=True)
class Said:
    """A value of the sentence that has its subjects.

    Args:
        end: where it ends.
        subjects: whose value it is.
    """

    end: int
    subjects: list[Subject]


Rule = Callable[[Sentence, Anchor, list[MaterialMention]], list[Subject]]


def candidates(sentence: Sentence) -> list[MaterialMention]:
    """The mentions that can be subjects.

    Left out are surroundings, a class that only goes with the name beside it (`LLZO garnet electrolyte`, `the garnet
    LLZO`), and a metal that is part of another word (`Li dendrites`). An abbreviation in brackets behind its own long
    form is no second subject; where the long form is words, the abbreviation is the name.
    """
    found: list[MaterialMention] = []
    for mention in sentence.materials:
        gap = sentence.text[found[-1].end : mention.start] if found else "."
        if gap.strip() == "(" and sentence.text[mention.end : mention.end + 1] == ")":
            if found[-1].kind in ("name", "polymer", "class") or " " in found[-1].name:
                found[-1] = replace(found[-1], name=mention.name, kind=mention.kind)
            continue
        heads = mention.kind == "class" and gap in (" ", "-")
        part = mention.kind == "element" and _PART_OF_WORD.match(sentence.after(mention.end, 30))
        if heads or part or mention.name in subject_words().surroundings:
            continue
        if gap == " " and found[-1].kind == "class":
            found.pop()
        found.append(mention)
    return found


def find_subjects(sentence: Sentence, anchor: Anchor, context: Context, said: Said | None = None) -> list[Subject]:
    """The subjects of a value, one for each value of a list where the list is paired, else all that share the value.

    Args:
        sentence: with its materials.
        anchor: the value and its property.
        context: what the sentence leaves unsaid.
        said: the value before in the sentence, whose subjects a further value shares if no new one is named.

    Returns:
        Empty if no subject is clear. With `anchor.size` values and as many subjects, they pair in order.
    """
    names = candidates(sentence)
    for rule in _SURE_RULES:
        found = rule(sentence, anchor, names)
        if found:
            return [_member(sentence, names, subject, context) for subject in found]
    if said is not None and not any(said.end <= name.start < anchor.begin for name in _partners_left_out(sentence, names)):
        return said.subjects
    found = _of_kind(sentence, anchor, names, context)
    if not found:
        found = _said_before(sentence, anchor, names) or _announced(sentence, anchor, names)
    if not found and context.topic is not None and _ANAPHORA.match(sentence.text[sentence.start : sentence.start + 120]):
        found = [Subject(context.topic, "anaphora", 0.5)]
    words = subject_words()
    if not found and context.cell is not None and context.cell_is_near:
        if anchor.property in words.interface_properties | words.cell_properties:
            return [Subject(context.cell, "cell-before", 0.55)]
    if not found and context.electrolyte is not None and context.electrolyte.kind != "class" and not names:
        if anchor.property in words.electrolyte_properties:
            return [Subject(context.electrolyte, "electrolyte-before", 0.45)]
    members = [_member(sentence, names, subject, context) for subject in found]
    if anchor.property in words.interface_properties or (members and anchor.property in words.cell_properties):
        return _tested_electrolyte(sentence, names, members, context)
    return members


def _tested_electrolyte(
    sentence: Sentence, names: list[MaterialMention], found: list[Subject], context: Context
) -> list[Subject]:
    """The electrolyte that was tested, where only what was put on or into it is named.

    A cell, an electrode, an electrolyte or a device stays the subject of its value.
    """
    electrolytes = [subject for subject in found if context.names.is_electrolyte(subject.mention.name)]
    if electrolytes and any(subject.mention.kind == "element" for subject in found):
        return electrolytes
    if found and not all(_stands_for_another(sentence, subject.mention, context) for subject in found):
        return found
    here = [name for name in names if name.kind != "class" and context.names.is_electrolyte(name.name)]
    if here:
        return [Subject(here[-1], "electrolyte-of-sentence", 0.6)]
    if context.electrolyte is not None and context.electrolyte.kind != "class":
        return [Subject(context.electrolyte, "electrolyte-of-section", 0.5)]
    return found


def _stands_for_another(sentence: Sentence, mention: MaterialMention, context: Context) -> bool:
    """Whether a mention is what was added, or a device that was made of what is spoken of (`the resulting ASSLB`)."""
    if mention.name in context.names.things:
        return _DEFINITE.search(sentence.before(mention.start, 40)) is not None
    return context.names.is_agent(mention.name)


def _of_kind(sentence: Sentence, anchor: Anchor, names: list[MaterialMention], context: Context) -> list[Subject]:
    """The cell that is written out, else the electrolyte, where the property is one of those."""
    begin = anchor.begin
    near = [name for name in names if name.end <= begin and not _CLAUSE_END.search(sentence.text[name.end : begin])]
    words = subject_words()
    if anchor.property in words.interface_properties | words.cell_properties:
        cells = [name for name in near if name.kind == "cell"]
        if cells:
            return [Subject(cells[-1], "cell", 0.8)]
        if context.cell is not None and _THE_CELL.search(sentence.text, sentence.start, begin):
            return [Subject(context.cell, "the-cell", 0.6)]
    if anchor.property not in words.interface_properties | words.electrolyte_properties:
        return []
    electrolytes = _partners_left_out(sentence, [name for name in near if context.names.is_electrolyte(name.name)])
    if not electrolytes:
        return []
    chosen, rule, confidence = _grammatical(sentence, begin, electrolytes)
    return [Subject(member, rule, confidence) for member in coordinated(sentence, names, names.index(chosen))]


def topic(sentence: Sentence) -> MaterialMention | None:
    """What a sentence is about, for the sentence after it."""
    names = _partners_left_out(sentence, candidates(sentence))
    return next((name for name in names if not _in_phrase(sentence, name)), names[0] if names else None)


def _is_counterpart(sentence: Sentence, mention: MaterialMention) -> bool:
    return _COUNTERPART.search(sentence.before(mention.start)) is not None


def _in_phrase(sentence: Sentence, mention: MaterialMention) -> bool:
    return _PREPOSITION.search(sentence.before(mention.start, 60)) is not None


def _partners_left_out(sentence: Sentence, names: list[MaterialMention]) -> list[MaterialMention]:
    """The names that are no partners; of `between A and B` both are."""
    kept: list[MaterialMention] = []
    partner: MaterialMention | None = None
    for name in names:
        joined = partner is not None and sentence.text[partner.end : name.start].strip() in ("and", "or", "anode and")
        if joined or _is_counterpart(sentence, name):
            partner = name
        else:
            kept.append(name)
    return kept


def _member(sentence: Sentence, names: list[MaterialMention], subject: Subject, context: Context) -> Subject:
    """What a class stands for: its spelled-out members (`a system composed of A`), or what was spoken of (`This SE`)."""
    if subject.mention.kind != "class" or subject.mention not in names:
        return subject
    before = context.electrolyte
    if _THIS.search(sentence.before(subject.mention.start, 24)) and before is not None and before.kind != "class":
        return Subject(before, "this-electrolyte", min(subject.confidence, 0.6))
    index = names.index(subject.mention)
    if index + 1 < len(names):
        following = names[index + 1]
        if _COMPOSED.match(sentence.text[subject.mention.end : following.start]):
            return Subject(following, subject.rule, subject.confidence)
    return subject


def _paired(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A and B show 1.2 and 3.4 mS cm-1, respectively`."""
    if anchor.size < 2:
        return []
    members = paired_list(sentence, names, size=anchor.size, start=anchor.start, end=anchor.end)
    if members is None:
        return []
    sure = "respectively" in sentence.text[sentence.start : sentence.end]
    return [Subject(member, "respectively" if sure else "paired-list", 0.9 if sure else 0.75) for member in members]


def _in_brackets(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A (100 GPa)`, and `789 mAh g-1 (A)`."""
    for name in names:
        if name.end <= anchor.start and _ONLY_FILLER.match(sentence.text[name.end : anchor.start]):
            return [Subject(name, "value-in-brackets", 0.9)]
        behind = sentence.text[anchor.end : name.start]
        if name.start >= anchor.end and behind.strip() == "(" and sentence.after(name.end, 1) == ")":
            return [Subject(name, "name-in-brackets", 0.85)]
    return []


def _adjacent(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`a 400 nm-thick A layer`."""
    if anchor.property not in ("thickness", "particle_size"):
        return []
    for name in names:
        if name.start >= anchor.end and _ADJACENT.match(sentence.text[anchor.end : name.start]):
            return [Subject(name, "body-behind-length", 0.85)]
    return []


def _compound(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`SEI thickness`, `A conductivity`: the name is the first part of the property's name or stands right before it."""
    for name in names:
        inside = anchor.property_start <= name.start < anchor.property_end
        if inside or (name.end <= anchor.property_start and sentence.text[name.end : anchor.property_start] == " "):
            return [Subject(name, "compound-noun", 0.85)]
    return []


def _relative(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`… that of A, which is around 4.8 GPa`."""
    match = _WHICH.search(sentence.before(anchor.start, 60))
    if not match:
        return []
    stop = anchor.start - len(match.group())
    return [Subject(name, "relative-clause", 0.8) for name in names if name.end <= stop and stop - name.end <= 2][-1:]


def _new_clause(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`…, and A reaches 3 mS cm-1`, `that of A spans 1.7–2.0 V`: a name between the property and its value."""
    between = [name for name in names if anchor.property_end <= name.start and name.end <= anchor.start]
    if not between:
        return []
    name = between[-1]
    if name.kind == "element" and anchor.property in subject_words().never_of_a_metal:
        return []
    opened = _OPENS.search(sentence.text[anchor.property_end : name.start])
    if not opened or not _SHORT_WAY.match(sentence.text[name.end : anchor.start]):
        return []
    return [Subject(member, "clause-of-its-own", 0.8) for member in coordinated(sentence, names, names.index(name))]


def _of_material(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`the window of A spans`, `A's conductivity`, `220 mAh g-1 for A`."""
    for index, name in enumerate(names):
        if name.end <= anchor.property_start and _POSSESSIVE.match(sentence.text[name.end : anchor.property_start]):
            return [Subject(name, "possessive", 0.9)]
        for end, rule in ((anchor.property_end, "property-of"), (anchor.end, "value-for")):
            gap = sentence.text[end : name.start] if name.start >= end else None
            if gap is not None and len(gap) < 60 and _VALUE_OF.match(gap):
                return [Subject(member, rule, 0.85) for member in coordinated(sentence, names, index)]
    return []


def _said_before(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`A, boasting a conductivity of 12 mS cm-1`: the names before, the grammatical subject first of all."""
    begin = anchor.begin
    if anchor.property_end < anchor.start and _CLAUSE_END.search(sentence.text[anchor.property_end : anchor.start]):
        begin = anchor.start
    partners = _partners_left_out(sentence, names)
    if anchor.property in subject_words().never_of_a_metal:
        partners = [name for name in partners if name.kind != "element"]
    before = [
        name for name in partners if name.end <= begin and not _CLAUSE_END.search(sentence.text[name.end : begin])
    ]
    if not before or (_OPENING_PHRASE.search(sentence.text[sentence.start : begin]) and _announced(sentence, anchor, names)):
        return []
    chosen, rule, confidence = _grammatical(sentence, begin, before)
    return [Subject(member, rule, confidence) for member in coordinated(sentence, partners, partners.index(chosen))]


def _grammatical(
    sentence: Sentence, begin: int, before: list[MaterialMention]
) -> tuple[MaterialMention, str, float]:
    """The likeliest subject among the names before a statement, with the rule and its confidence."""
    nearest = before[-1]
    gap = sentence.text[nearest.end : begin]
    free = [name for name in before if not _in_phrase(sentence, name)]
    earlier = [name for name in free if name is not nearest]
    if earlier and _AFTER_ASIDE.match(gap):
        return earlier[0], "subject-around-aside", 0.75
    if _ITS.search(gap):
        return (free or before)[0], "pronoun", 0.75
    if _BECAUSE.search(gap) and free:
        return free[0], "reason", 0.75
    chained = len(_PARTICIPLE_LATER.findall(gap)) > 1
    if not chained and _PARTICIPLE_NEXT.match(gap) and (nearest in free or not free or gap.lstrip().startswith(",")):
        return nearest, "subject-before", 0.85
    if _PARTICIPLE_LATER.search(gap) and free:
        return free[0], "subject-of-participle", 0.7
    if free:
        return free[-1], "subject-before", 0.75
    return nearest, "name-before", 0.65


def _announced(sentence: Sentence, anchor: Anchor, names: list[MaterialMention]) -> list[Subject]:
    """`With a conductivity of 12 mS cm-1, A is …`."""
    if not _OPENING_PHRASE.search(sentence.text[sentence.start : anchor.begin]):
        return []
    for index, name in enumerate(names):
        if name.start >= anchor.end and _THEN_SUBJECT.match(sentence.text[anchor.end : name.start]):
            return [Subject(member, "opening-phrase", 0.75) for member in coordinated(sentence, names, index)]
    return []


_SURE_RULES: tuple[Rule, ...] = (_paired, _in_brackets, _adjacent, _relative, _compound, _new_clause, _of_material)
"""The rules that need no judgement, the surest first."""
