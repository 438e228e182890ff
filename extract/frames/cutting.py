"""How the phrases of a sentence are cut into statements: one walk over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .grammar import grammar
from .lists import Joined, are_parallel, begins_anew, goes_on_with, introduces_example, names_substance
from .phrases import Item, Mark, NounPhrase, VerbGroup, is_adjective
from .place import is_plural
from .statements import Statement, is_action, is_process_behind

_GOES_ON = frozenset({"keep", "continue", "start", "begin"})
"""Verbs behind which a form in -ing is what is done."""

_TIMES = frozenset({"after", "before", "until"})
"""Prepositions that also open a clause."""

_NONE = frozenset({"neither", "none"})
"""First words of a subject of which a verb says that it does not do something (`neither A nor B reacts`)."""

_SCARCELY = frozenset({"hardly", "barely", "scarcely", "never", "no longer"})
"""Adverbs before a verb that deny it."""

_VERBLESS = frozenset({"though", "although", "while", "if", "albeit"})
"""Words behind which an adjective may stand without a verb (`LLZO, though stable, is brittle`)."""

_MEANS = frozenset({"by", "via", "through", "by means of", "upon", "with"})


def find_statements(items: Sequence[Item]) -> list[Statement]:
    """The statements of a sentence in order.

    Args:
        items: its phrases and marks, as `chunking.find_phrases` gives them.
    """
    cutter = _Cutter()
    for item in items:
        cutter.take(item)
    if cutter.adverbs and cutter.statements:
        cutter.statements[-1].adverbs = (*cutter.statements[-1].adverbs, *cutter.adverbs)
    cutter.finish()
    return cutter.statements


_BEFORE_VERB = frozenset({"reduced", "relative", "which", "purpose"})
"""Links of statements that may stand between a subject and its verb (`ways to suppress dendrites are …`)."""


class _Cutter:
    """Walks over the phrases of one sentence."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.waiting: list[NounPhrase] = []
        self.opening: list[NounPhrase] = []
        self.joined: list[Joined] = []
        self.held_joined: list[Joined] = []
        self.last: NounPhrase | None = None
        self.place: list[NounPhrase] = self.waiting
        self.marks: list[Mark] = []
        self.subordinator = ""
        self.open = True
        self.held: list[NounPhrase] = []
        self.held_opening: list[NounPhrase] = []
        self.adverbs: list[str] = []
        self.host: tuple[NounPhrase, list[NounPhrase]] | None = None
        self.in_relative = False
        self.antecedent: NounPhrase | None = None
        self.suspended: list[NounPhrase] = []
        self.announced: NounPhrase | None = None
        self.reasoned: NounPhrase | None = None

    def take(self, item: Item) -> None:
        """One phrase or mark more."""
        if isinstance(item, Mark):
            if item.kind == "rel" and item.word.text == "that" and self.statements and self.last is None:
                self._new_clause()
            if item.kind == "rel":
                self.antecedent = replace(self.last, prep=self._prep()) if self.last is not None else None
                self.marks = [mark for mark in self.marks if mark.kind != "prep"]
                self.held = self.held or (self.waiting if self.open else [])
            if item.kind in ("comma", "sub", "stop"):
                self._close_adverbs()
            self.marks.append(item)
            if item.kind == "adv" and self.statements and self.last is None and len(self.marks) == 1:
                self.statements[-1].adverbs = (*self.statements[-1].adverbs, item.word.text)
            elif item.kind == "adv":
                self.adverbs.append(item.word.text)
            if item.kind == "sub":
                self.subordinator = item.word.text
            if item.kind in ("sub", "stop"):
                self._part_clauses(item)
            return
        if isinstance(item, NounPhrase):
            reasoned = bool(self.marks) and self._prep() == "for" and "comma" in self._kinds
            self._noun(item)
            self.reasoned = self.last if reasoned else None
        else:
            self._verb(item)
        self.marks = []

    def _part_clauses(self, mark: Mark) -> None:
        if mark.kind == "stop":
            self._open_list(mark)
            self.last = None
        self.suspended = self.waiting if mark.kind == "sub" and self.open else []
        self._new_clause()

    def finish(self) -> None:
        """Settle what the end of the sentence settles."""
        self._close_adverbs()
        self._close_list()

    def _open_list(self, stop: Mark) -> None:
        """Remember what a colon stands behind, of which a list may follow (`two flaws: brittleness and high cost`)."""
        self._close_list()
        self.announced = (self.last or self._told_of()) if stop.word.text == ":" else None

    def _told_of(self) -> NounPhrase | None:
        """Whom a verb right before a colon is about (`Two flaws are known: …`)."""
        before = self.statements[-1] if self.statements else None
        told = before is not None and before.verb.passive and not before.objects and before.verb.form == "finite"
        return before.subjects[-1] if told and before is not None and before.subjects else None

    def _close_list(self) -> None:
        """Give a list that no verb follows to what announced it, as examples."""
        if self.announced is not None and self.open and self.waiting:
            self.announced.examples.extend(self.waiting)
        self.announced = None

    def _close_adverbs(self) -> None:
        """Give adverbs that end a clause to its verb (`lithium wets it poorly, so …`)."""
        ends = self.statements and self.marks and all(mark.kind == "adv" for mark in self.marks)
        if ends and self.last is not None and self.adverbs:
            self.statements[-1].adverbs = (*self.statements[-1].adverbs, *self.adverbs)
            self.adverbs = []

    def _new_clause(self) -> None:
        self.open, self.waiting, self.opening, self.joined, self.held = True, [], [], [], []

    @property
    def _kinds(self) -> list[str]:
        return [mark.kind for mark in self.marks if mark.kind != "adv"]

    def _prep(self) -> str:
        for mark in reversed(self.marks):
            if mark.kind == "prep":
                return mark.word.text
        return ""

    def _noun(self, phrase: NounPhrase) -> None:
        phrase.prep, kinds = self._prep(), self._kinds
        if self.marks:
            if self.last is not None and any(mark.kind == "rel" and mark.word.text == "whose" for mark in self.marks):
                phrase.modifiers.append(NounPhrase(self.last.words, "of", asides=self.last.asides))
            phrase.negated = any(mark.kind == "conj" and mark.word.text == "nor" for mark in self.marks) or (
                phrase.determiner == "any"
                and len(phrase.words) > 1
                and any(mark.kind == "adv" and mark.word.text in _SCARCELY for mark in self.marks)
            )
        if phrase.prep and phrase.quantities and not self.open and self._turns():
            self._new_clause()
        joint = bool(kinds) and {"comma", "conj"}.issuperset(kinds)
        general = self._announced_by(phrase)
        if general is not None:
            general.examples.append(phrase)
            self._put(phrase, general.examples, keep=True)
        elif joint and self.last is not None and not self._opens_clause(phrase):
            self._join(phrase, self.last)
        elif joint and not self.open:
            self._new_clause()
            self._put(phrase, self.waiting)
        elif phrase.prep:
            self._tie(phrase)
        elif self.open or "rel" in kinds or not self.statements:
            self.waiting = []
            self.in_relative = "rel" in kinds
            self._put(phrase, self.waiting)
        else:
            self._put(phrase, self.statements[-1].objects)
        self.last = phrase

    def _announced_by(self, phrase: NounPhrase) -> NounPhrase | None:
        """What a phrase behind `such as` is an example of, if anything; behind a bare verb its subject."""
        introduced = introduces_example(phrase, self.marks)
        if introduced and self.last is not None:
            general = self._general(self.last)
            return general if introduced == "prep" or all(each.kind == "class" for each in general.materials) else None
        subjects = self.statements[-1].subjects if introduced == "prep" and self.statements and not self.open else []
        return subjects[-1] if subjects else None

    def _turns(self) -> bool:
        """Whether what a preposition ties begins a clause of its own: `no voids were seen, but at 1 mA/cm2 …`."""
        turns = any(mark.kind == "conj" and mark.word.text in ("but", "yet") for mark in self.marks)
        return turns and "comma" in self._kinds

    def _opens_clause(self, phrase: NounPhrase) -> bool:
        """Whether a phrase behind a comma is the subject behind an opening (`Besides doping, various oxides`)."""
        opened = self.open and not self.waiting and bool(self.opening)
        opened = opened or (not self.open and begins_anew(self.statements[-1], self.last, phrase))
        return opened and self._kinds == ["comma"] and bool(phrase.determiner)

    def _put(self, phrase: NounPhrase, where: list[NounPhrase], *, keep: bool = False) -> None:
        if not keep:
            where.append(phrase)
        self.place = where
        self.joined = []

    def _general(self, last: NounPhrase) -> NounPhrase:
        """What examples are given of: the phrase before, or its head where it names a material (`products of LGPS`)."""
        heads = self.waiting or (self.statements[-1].objects if self.statements and not self.open else [])
        challenges = grammar().lists["challenge_nouns"]
        if heads and heads[-1].words[-1].text in challenges and any(last is each for each in heads[-1].tree()):
            return heads[-1]
        if not heads and self.statements and any(last is each for each in self.statements[-1].obliques):
            heads = self.statements[-1].subjects
            return heads[-1] if heads and last.materials and not heads[-1].materials else last
        if not last.materials or not heads or heads[-1].materials:
            return last
        return heads[-1] if any(phrase is last for phrase in heads[-1].tree()) else last

    def _join(self, phrase: NounPhrase, before: NounPhrase) -> None:
        """`A, B and C`: the phrase goes where the one before is, or where its head is if it is of that kind."""
        comma = "comma" in self._kinds
        apposed = self._kinds == ["comma"] and phrase.determiner in ("a", "an", "the") and before.materials
        where, prep = self.place, before.prep
        if self.host is not None and where is self.host[0].modifiers and are_parallel(self.host[0], before, phrase):
            where, prep = self.host[1], self.host[0].prep
        head = self.waiting or (self.statements[-1].objects if self.statements and not self.open else [])
        other_kind = names_substance(before) != names_substance(phrase) or goes_on_with(head, before, phrase)
        fits_head = head and (names_substance(head[-1]) == names_substance(phrase) or phrase.determiner)
        is_pair = before.prep == "between" and sum(each.prep == "between" for each in where) == 1
        if other_kind and fits_head and head is not where and not is_pair:
            where, prep = head, head[-1].prep
        phrase.prep = prep
        if apposed and not phrase.materials:
            before.asides.append(phrase)
            self.joined.append(Joined(phrase, before.asides, comma, "conj" in self._kinds))
            return
        where.append(phrase)
        self.place = where
        beside = self.statements[-1].obliques if self.statements and not self.open else []
        if where is not beside and any(each is before for each in beside):
            beside.append(phrase)
        self.joined.append(Joined(phrase, where, comma, "conj" in self._kinds))

    def _tie(self, phrase: NounPhrase) -> None:
        """A phrase behind a preposition: to the noun before, and behind a verb to that; `by A and by B` together."""
        verb_between = self.statements and (self.last is None or self.last.end < self.statements[-1].start)
        verb = self.statements[-1].verb if self.statements else None
        if "conj" in self._kinds and not self.open and verb is not None and phrase.prep == verb.particle:
            self.place = self.statements[-1].objects
            self.place.append(phrase)
        elif self.last is not None and "conj" in self._kinds and self.place is not self.waiting:
            self.place.append(phrase)
        elif self.last is not None and not verb_between and not (phrase.prep != "of" and "comma" in self._kinds):
            self.host = (self.last, self.place)
            self.last.modifiers.append(phrase)
            self.place = self.last.modifiers
            if phrase.prep != "of" and not self.open:
                self.statements[-1].obliques.append(phrase)
        elif self.open or not self.statements:
            self.opening.append(phrase)
            self.place = self.opening
        else:
            self.statements[-1].obliques.append(phrase)
            self.place = self.statements[-1].obliques

    def _verb(self, verb: VerbGroup) -> None:
        before = self.statements[-1] if self.statements else None
        if before is not None and not before.objects and self._completes(before, verb):
            self._merge(before, verb)
            return
        statement = {"finite": self._finite, "infinitive": self._infinitive}.get(verb.form, self._participle)(
            verb, before
        )
        if statement.parent is None and before is not None and statement is not before:
            statement.parent = before
        own = (word.text for word in verb.words if word.part == "adv")
        statement.adverbs, self.adverbs = (*self.adverbs, *own), []
        of_none = any(phrase.words[0].text in _NONE for phrase in statement.subjects)
        verb.denied = verb.denied or of_none or bool(_SCARCELY.intersection(statement.adverbs))
        self.statements.append(statement)
        if statement.link in _BEFORE_VERB and self.open and self.waiting:
            self.held = self.held or self.waiting
        elif verb.form == "finite" and statement.link not in ("relative", "which"):
            self.held = []
        if statement.link in _BEFORE_VERB and (self.waiting or statement.link == "reduced"):
            self.held_opening = self.held_opening or self.opening
        elif verb.form == "finite":
            self.held_opening = []
        self._hold_joined(statement)
        if self.in_relative and verb.form == "finite":
            statement.antecedent, self.antecedent = self.antecedent, None
        self.in_relative = False
        self.open, self.waiting, self.opening, self.subordinator, self.joined = False, [], [], "", []
        self.last = self.announced = None
        self.place = statement.objects

    def _completes(self, before: Statement, verb: VerbGroup) -> bool:
        """Whether a verb says what the one before begins (`tends to form`, `keeps growing`, `prone to forming`)."""
        if verb.form == "infinitive":
            return bool(before.verb.senses & {"start", "fail"})
        begins = before.verb.lemma in _GOES_ON or (before.verb.lemma == "be" and "suffer" in before.verb.senses)
        return verb.form == "ing" and begins and self.last is None and not self.marks

    def _hold_joined(self, statement: Statement) -> None:
        """Keep a phrase that a participle describes for a verb to come (`A is dense, and B made of C prevents D`)."""
        if statement.link == "reduced" and self.joined and statement.subjects == [self.joined[-1].phrase]:
            self.held_joined = self.joined
        elif statement.verb.form == "finite":
            self.held_joined = []

    def _merge(self, before: Statement, verb: VerbGroup) -> None:
        """`tends to form`, `fails to suppress`: one statement."""
        verb.denied = verb.denied or before.verb.denied or "fail" in before.verb.senses
        verb.hedged = verb.hedged or before.verb.hedged
        verb.words, verb.form = [*before.verb.words, *verb.words], before.verb.form
        before.verb = verb
        self.place = before.objects

    def _finite(self, verb: VerbGroup, before: Statement | None) -> Statement:
        kinds = self._kinds
        if "rel" in kinds and (self.last is not None or before is not None):
            return self._relative(verb, before)
        if verb.lemma in ("be", "exist") and any(mark.word.text == "there" for mark in self.marks[-1:]):
            return Statement(verb, "clause" if before else "main", before, [], subordinator=self.subordinator)
        if self.subordinator in _VERBLESS:
            self._drop_verbless()
        if not kinds and self._takes_clause(verb) and not is_process_behind(before, self.last):
            return self._of_time(verb, before)
        if self.waiting:
            link = "main" if before is None or (not self.subordinator and before.link != "main") else "clause"
            link = "relative" if self.in_relative and self.held else link
            opening = self.opening or self.held_opening
            return Statement(verb, link, before, self.waiting, opening=opening, subordinator=self.subordinator)
        if self.held and "conj" not in kinds:
            opening = self.opening or self.held_opening
            return Statement(verb, "main", before, self.held, opening=opening, subordinator=self.subordinator)
        acts = before is not None and before.link == "action" and len(self.statements) == 1
        acts = acts and not self._opens_with_it()
        popped = self._pop_subjects() if not (kinds or acts) or self._closes_aside() else []
        if popped:
            opening = self.opening or self.held_opening
            return Statement(verb, "clause", before, popped, opening=opening, subordinator=self.subordinator)
        if before is None:
            return Statement(verb, "main", None, [], opening=self.opening)
        return Statement(verb, "main", before) if not kinds and is_action(before) else self._further(verb, before)

    def _relative(self, verb: VerbGroup, before: Statement | None) -> Statement:
        """A relative clause, known to the noun of which it tells."""
        link = "which" if "comma" in self._kinds else "relative"
        statement = Statement(verb, link, before, [self.last] if self.last is not None else [])
        if self.last is not None:
            self.last.told_by.append(statement)
        return statement

    def _drop_verbless(self) -> None:
        """Let an adjective behind `though` be no subject: that stands before it, or behind it."""
        bare = [phrase for phrase in self.waiting if not phrase.determiner and is_adjective(phrase.words[-1])]
        if not bare:
            return
        others = [phrase for phrase in self.waiting if not any(phrase is each for each in bare)]
        if others or self.suspended:
            self.waiting, self.subordinator = others or self.suspended, ""

    def _takes_clause(self, verb: VerbGroup) -> bool:
        """Whether the phrase right before a verb is its subject (`after Li was plated`, `…, for LLZO is brittle`)."""
        if (
            self.last is None
            or (verb.is_base and not is_plural(self.last.words[-1]))
            or (self.last.prep not in _TIMES and self.last is not self.reasoned)
            or self.waiting
            or self.joined
        ):
            return False
        return self._where_tied() is not None

    def _where_tied(self) -> list[NounPhrase] | None:
        """The list in which the last phrase stands by itself: the opening, or the obliques of the last statement."""
        for tied in (self.opening, self.statements[-1].obliques if self.statements else []):
            if tied and tied[-1] is self.last:
                return tied
        return None

    def _of_time(self, verb: VerbGroup, before: Statement | None) -> Statement:
        """The clause behind `after`, `before`, `until`, with the phrase that looked as if tied to the verb before."""
        tied = self._where_tied()
        subject = tied.pop() if tied is not None else None
        if subject is None:
            return Statement(verb, "clause", before)
        if self.host is not None:
            self.host[0].modifiers[:] = [each for each in self.host[0].modifiers if each is not subject]
        time, subject.prep = subject.prep, ""
        return Statement(verb, "clause" if before else "main", before, [subject], subordinator=time)

    def _further(self, verb: VerbGroup, before: Statement) -> Statement:
        """A verb of a subject before: of that before an aside (`X, when put on Li, gives A`), else a further one."""
        if self.suspended and self._kinds == ["comma"] and before.link == "gerund":
            return Statement(verb, "main", before, self.suspended, opening=self.opening)
        return self._coordinated(verb, before)

    def _coordinated(self, verb: VerbGroup, before: Statement) -> Statement:
        """A further verb of the same subject: of the last statement with a verb of this form."""
        forms = {verb.form, "infinitive"} if verb.is_base else {verb.form}
        for other in reversed(self.statements):
            if other.verb.form in forms:
                return Statement(verb, other.link, other.parent, other.subjects, opening=other.opening)
        return Statement(verb, "participle", before)

    def _closes_aside(self) -> bool:
        """Whether a comma before a verb closes what is put in behind its subject (`cracks, due to swelling, can …`)."""
        aside = (
            self.last is not None
            and bool(self.last.prep)
            and any(self.last is each for phrase in self.opening[-1:] for each in phrase.tree())
        )
        return aside and self.open and bool(self.joined) and self._kinds == ["comma"]

    def _pop_subjects(self) -> list[NounPhrase]:
        """Noun phrases that a comma or conjunction had tied to what stood before, and that are subjects after all."""
        popped: list[NounPhrase] = []
        joints = self.held_joined if self._ends_description() else self.joined or self.held_joined
        listed = bool(joints) and not joints[-1].comma and joints[-1].where is self.opening
        first = self._first_of_list(joints)
        while joints:
            joined = joints.pop()
            if self._is_inside_joined(joined):
                continue
            joined.where.remove(joined.phrase)
            obliques = self.statements[-1].obliques if self.statements else []
            inside = {id(each) for each in joined.phrase.tree()}
            obliques[:] = [each for each in obliques if id(each) not in inside]
            joined.phrase.prep = ""
            popped.insert(0, joined.phrase)
            goes_on = listed and joints and joints[-1].comma and joints[-1].where is self.opening
            if joined is first or (joined.comma and not goes_on and first is None):
                break
        return popped

    def _ends_description(self) -> bool:
        """Whether a verb is that of what a participle describes (`after it, peaks assigned to A and B emerged`)."""
        described = bool(self.held_joined) and self.statements[-1].link == "reduced"
        return described and not any(joined.comma for joined in self.joined)

    def _opens_with_it(self) -> bool:
        """Whether a gerund only opens its sentence: behind a comma stands another subject (`Adding A, the B falls`)."""
        joints = self.joined or self.held_joined
        return bool(joints) and joints[-1].comma and not any(joint.conj for joint in joints)

    def _first_of_list(self, joints: Sequence[Joined]) -> Joined | None:
        """Where a list of subjects begins behind a clause: at B in `X reacts with A, and B, C and D form`."""
        if len(joints) < 3 or not joints[-1].conj or joints[-1].where is self.opening:
            return None
        index = len(joints) - 2
        while index > 0 and not joints[index].conj:
            index -= 1
        return joints[index] if joints[index].conj and index < len(joints) - 2 else None

    def _is_inside_joined(self, joined: Joined) -> bool:
        """Whether a phrase belongs to one that is a subject itself (`…, the contact between A and B improves`)."""
        return any(joined.where is other.phrase.modifiers for other in self.joined if other.comma)

    def _infinitive(self, verb: VerbGroup, before: Statement | None) -> Statement:
        if before is not None and "conj" in self._kinds:
            return self._coordinated(verb, before)
        return Statement(verb, "purpose", before)

    def _participle(self, verb: VerbGroup, before: Statement | None) -> Statement:
        kinds, prep = self._kinds, self._prep()
        if prep and verb.form == "ing":
            return Statement(verb, "means" if prep in _MEANS else "gerund", before, subordinator=prep)
        if kinds and kinds[-1] == "conj" and before is not None:
            return self._coordinated(verb, before)
        if self.subordinator:
            return Statement(verb, "gerund", before, subordinator=self.subordinator)
        if kinds == ["rel"] and verb.form == "ing" and self.last is None:
            return Statement(verb, "action", before)
        if self.last is not None and not kinds:
            statement = Statement(verb, "reduced", before, [self.last])
            self.last.told_by.append(statement)
            return statement
        if self.open and self.waiting and kinds == ["comma"] and verb.form == "en":
            self.waiting[-1].told_by.append(statement := Statement(verb, "reduced", before, self.waiting[-1:]))
            return statement
        if before is None and self.last is None:
            return Statement(verb, "action" if verb.form == "ing" else "participle")
        if "comma" in kinds and before is not None and before.verb.form == verb.form and self._in_list(before):
            return self._coordinated(verb, before)
        if before is None:
            return Statement(verb, "reduced", None, self.waiting)
        return Statement(verb, "participle", before)

    def _in_list(self, before: Statement) -> bool:
        """Whether a participle behind a comma goes on a list: `reducing A, improving B, and …`."""
        return before.link in ("participle", "means", "gerund")
