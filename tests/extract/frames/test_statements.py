"""Sentences cut into statements: verbs with their subjects and objects, in sentences written for the purpose."""

from __future__ import annotations

import pytest

from lithograph.extract.frames.chunking import find_phrases
from lithograph.extract.frames.cutting import find_statements
from lithograph.extract.frames.gapping import with_gapped
from lithograph.extract.frames.phrases import NounPhrase
from lithograph.extract.frames.statements import Statement
from lithograph.extract.frames.words import find_words
from lithograph.extract.pipeline import annotate, sentences_of

Told = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""Link, verb, subjects, objects."""


def statements_of(text: str) -> list[Statement]:
    (doc,) = annotate([text])
    (sentence,) = sentences_of(doc)
    return find_statements(find_phrases(find_words(sentence)))


def shown(phrases: list[NounPhrase]) -> tuple[str, ...]:
    return tuple(" ".join(word.text for word in phrase.words) for phrase in phrases)


SENTENCES: list[tuple[str, str, list[Told]]] = [
    (
        "list of objects",
        "Poor contact between Li and LLZO leads to voids, high resistance, and dendrites.",
        [("main", "lead", ("poor contact",), ("voids", "high resistance", "dendrites"))],
    ),
    (
        "passive with by",
        "Dendrites are caused by voids, and the voids grow because the current is uneven.",
        [
            ("main", "cause", ("dendrites",), ()),
            ("clause", "grow", ("the voids",), ()),
            ("clause", "be", ("the current",), ("uneven",)),
        ],
    ),
    (
        "participle after a comma",
        "Volume changes cause voids, resulting in contact loss and eventually short circuits.",
        [
            ("main", "cause", ("volume changes",), ("voids",)),
            ("participle", "result", (), ("contact loss", "short circuits")),
        ],
    ),
    (
        "subordinate clause first",
        "When Li3YCl6 contacts Li metal, it decomposes into Li3Y and LiCl.",
        [("main", "contact", ("li3ycl6",), ("li metal",)), ("clause", "decompose", ("it",), ("li3y", "licl"))],
    ),
    (
        "action as subject",
        "Coating garnet with Al2O3 improves the wettability and reduces the resistance.",
        [
            ("action", "coat", (), ("garnet",)),
            ("main", "improve", (), ("the wettability",)),
            ("main", "reduce", (), ("the resistance",)),
        ],
    ),
    (
        "purpose and participles",
        "A thin layer was deposited on LLZO to improve wettability, thereby suppressing dendrites.",
        [
            ("main", "deposit", ("a thin layer",), ()),
            ("purpose", "improve", (), ("wettability",)),
            ("participle", "suppress", (), ("dendrites",)),
        ],
    ),
    (
        "relative clause inside",
        "The layer, which contains LiF and Li3N, suppresses dendrites.",
        [("which", "contain", ("the layer",), ("lif", "li3n")), ("main", "suppress", ("the layer",), ("dendrites",))],
    ),
    (
        "past verb behind which",
        "They inserted a graphite film, which prevented side reactions and enabled stable cycling.",
        [
            ("main", "insert", ("they",), ("a graphite film",)),
            ("which", "prevent", ("a graphite film",), ("side reactions",)),
            ("which", "enable", ("a graphite film",), ("stable cycling",)),
        ],
    ),
    (
        "participle before the verb of the clause",
        "A polymer film placed between LATP and Li prevents side reactions.",
        [
            ("reduced", "place", ("a polymer film",), ()),
            ("main", "prevent", ("a polymer film",), ("side reactions",)),
        ],
    ),
    (
        "past behind a pronoun",
        "A network was reported, it showed good flexibility.",
        [("main", "report", ("a network",), ()), ("clause", "show", ("it",), ("good flexibility",))],
    ),
    (
        "verb that no list has behind do",
        "Coatings do not plump grain boundaries.",
        [("main", "plump", ("coatings",), ("grain boundaries",))],
    ),
    (
        "action with two places",
        "Introducing Mg3N2 between PEO and Li homogenizes the current.",
        [("action", "introduce", (), ("mg3n2",)), ("main", "homogenize", (), ("the current",))],
    ),
    (
        "list in an opening before the subject",
        "Besides doping or coating, various oxides improve the stability.",
        [("main", "improve", ("various oxides",), ("the stability",))],
    ),
    (
        "participle before a past verb",
        "A LiF film sputtered on Li improved the wettability and reduced the resistance.",
        [
            ("reduced", "sputter", ("a lif film",), ()),
            ("main", "improve", ("a lif film",), ("the wettability",)),
            ("main", "reduce", ("a lif film",), ("the resistance",)),
        ],
    ),
    (
        "past verb behind an action",
        "Coating LLZO with ZnO reduced the resistance.",
        [("action", "coat", (), ("llzo",)), ("main", "reduce", (), ("the resistance",))],
    ),
    (
        "participle behind a prepositional phrase",
        "The interface can be stabilized by an AlF3 coating deposited by ALD.",
        [("main", "stabilize", ("the interface",), ()), ("reduced", "deposit", ("an alf3 coating",), ())],
    ),
    (
        "reduced relative",
        "LLZO doped with Ta exhibits no side reactions.",
        [("reduced", "dope", ("llzo",), ()), ("main", "exhibit", ("llzo",), ("no side reactions",))],
    ),
    (
        "opening phrase",
        "In LGPS, Ge4+ is reduced by Li.",
        [("clause", "reduce", ("ge4+",), ())],
    ),
    (
        "past that is also a participle",
        "Poor contact led to dendrites.",
        [("main", "lead", ("poor contact",), ("dendrites",))],
    ),
    (
        "clause behind a verb without an object",
        "When the pressure is lowered, contact is lost and the resistance rises.",
        [
            ("main", "lower", ("the pressure",), ()),
            ("clause", "lose", ("contact",), ()),
            ("main", "rise", ("the resistance",), ()),
        ],
    ),
    (
        "verb chain",
        "The electrolyte tends to form voids and fails to block dendrites.",
        [("main", "form", ("the electrolyte",), ("voids",)), ("main", "block", ("the electrolyte",), ("dendrites",))],
    ),
    (
        "list of infinitives",
        "The binder is expected to improve the contact between LPSC and carbon and eliminate voids.",
        [("main", "improve", ("the binder",), ("the contact",)), ("main", "eliminate", ("the binder",), ("voids",))],
    ),
    (
        "main verb behind a participle and commas",
        "LLZO, boasting a high conductivity, tends to develop impurities in air.",
        [
            ("reduced", "boast", ("llzo",), ("a high conductivity",)),
            ("main", "develop", ("llzo",), ("impurities",)),
        ],
    ),
    (
        "adjectives joined",
        "Robust and secure cells require a thin, dense layer.",
        [("main", "require", ("robust secure cells",), ("a thin dense layer",))],
    ),
    (
        "verbs that no list has",
        "The filler was calcined before use, thus abridging the loss.",
        [("main", "calcined", ("the filler",), ()), ("participle", "abridging", (), ("the loss",))],
    ),
    (
        "participles and pasts told apart",
        "The anode coated with LiF was cycled, and dendrites formed on layers deposited by sputtering.",
        [
            ("reduced", "coat", ("the anode",), ()),
            ("main", "cycle", ("the anode",), ()),
            ("clause", "form", ("dendrites",), ()),
            ("reduced", "deposit", ("layers",), ()),
        ],
    ),
    (
        "relative clause with its own subject",
        "The side in which the peaks have the largest share is rich in LiF, which shows that LLZO fails.",
        [
            ("relative", "have", ("the peaks",), ("the largest share",)),
            ("main", "be", ("the side",), ("lif",)),
            ("which", "show", ("lif",), ()),
            ("main", "fail", ("llzo",), ()),
        ],
    ),
    (
        "two materials and a plural verb",
        "LATP and LLZO react with water.",
        [("main", "react", ("latp", "llzo"), ("water",))],
    ),
    (
        "verbs that take of",
        "A film composed of LiF grows, and the layer consists mainly of Li2O.",
        [
            ("reduced", "compose", ("a film",), ("lif",)),
            ("main", "grow", ("a film",), ()),
            ("clause", "consist", ("the layer",), ("li2o",)),
        ],
    ),
    (
        "past behind a passive",
        "An Al2O3 layer was deposited on LLZO by sputtering and reduced the resistance.",
        [
            ("main", "deposit", ("an al2o3 layer",), ()),
            ("main", "reduce", ("an al2o3 layer",), ("the resistance",)),
        ],
    ),
    (
        "nouns that look like verbs",
        "The contacts between particles limit the increase of the discharge capacity.",
        [("main", "limit", ("the contacts",), ("the increase",))],
    ),
    (
        "clause behind after",
        "No Li3P was found after LLZO had touched lithium.",
        [("main", "find", ("no li3p",), ()), ("clause", "touch", ("llzo",), ("lithium",))],
    ),
    (
        "clause behind after, first",
        "After lithium had been plated onto LLZO, traces of Li2O, Li3P and a Li-Sn alloy appeared.",
        [("main", "plate", ("lithium",), ()), ("clause", "appear", ("traces",), ())],
    ),
    (
        "pair in a subject behind a comma",
        "Because indium is a metal, the layer between LLZO and lithium grows.",
        [("main", "be", ("indium",), ("a metal",)), ("clause", "grow", ("the layer",), ())],
    ),
    (
        "verb that no list has",
        "In air it blackens within hours, yielding LiOH behind.",
        [("main", "blackens", ("it",), ()), ("participle", "yield", (), ("lioh",))],
    ),
    (
        "stressing pronoun",
        "The salt is itself reduced by lithium.",
        [("main", "reduce", ("the salt",), ())],
    ),
    (
        "list of nouns of doing, each with its object",
        "The ways are the growth of films, the use of hosts, and the removal of carbonate.",
        [("main", "be", ("the ways",), ("the growth", "the use", "the removal"))],
    ),
    (
        "action in a clause behind that",
        "It is known that coating LLZO with ZnO suppresses dendrites.",
        [
            ("main", "know", ("it",), ()),
            ("action", "coat", (), ("llzo",)),
            ("main", "suppress", (), ("dendrites",)),
        ],
    ),
    (
        "purpose between a subject and its verb",
        "The best ways to suppress dendrites are coatings and pressure.",
        [("purpose", "suppress", (), ("dendrites",)), ("main", "be", ("the best ways",), ("coatings", "pressure"))],
    ),
    (
        "participle that describes a noun of the subject",
        "A LiI mixed conducting layer is formed on LLZO.",
        [("main", "form", ("a lii mixed conducting layer",), ())],
    ),
    (
        "past of what was done, with a bare object",
        "Kim coated pellets, which were dense.",
        [("main", "coat", ("kim",), ("pellets",)), ("which", "be", ("pellets",), ("dense",))],
    ),
    (
        "subject with a participle behind and",
        "The film is dense, and a layer made of LiF suppresses dendrites.",
        [
            ("main", "be", ("the film",), ("dense",)),
            ("reduced", "make", ("a layer",), ("lif",)),
            ("clause", "suppress", ("a layer",), ("dendrites",)),
        ],
    ),
    (
        "verb behind a relative clause with a plural",
        "Pressing at 90 °C, a temperature at which grains grow, closes most of the voids.",
        [("relative", "grow", ("grains",), ()), ("main", "close", ("pressing",), ("most",))],
    ),
    (
        "list of subjects behind an opening",
        "In the case of LATP, Li3PO4, TiPO4 and AlPO4 are generated.",
        [("clause", "generate", ("li3po4", "tipo4", "alpo4"), ())],
    ),
    (
        "list in an opening, and a list of subjects",
        "In LATP and LLTO, voids and cracks form.",
        [("clause", "form", ("voids", "cracks"), ())],
    ),
    (
        "base form of what something is made to do",
        "Swelling makes the layer crack.",
        [("main", "make", ("swelling",), ("the layer",)), ("purpose", "crack", (), ())],
    ),
    (
        "verb that says how an action goes",
        "The interphase keeps growing.",
        [("main", "grow", ("the interphase",), ())],
    ),
    (
        "clause behind until that ends with its verb",
        "Filaments grow until the cell shorts.",
        [("main", "grow", ("filaments",), ()), ("clause", "short", ("the cell",), ())],
    ),
    (
        "past behind and with an adverb",
        "Filaments grew through the pellet and finally bridged the electrodes.",
        [("main", "grow", ("filaments",), ("the pellet",)), ("main", "bridge", ("filaments",), ("the electrodes",))],
    ),
    (
        "plural with a relative clause before its verb",
        "Voids that form at the interface reduce the contact.",
        [("relative", "form", ("voids",), ()), ("main", "reduce", ("voids",), ("the contact",))],
    ),
    (
        "past behind a relative clause",
        "The voids that formed at the interface reduced the contact.",
        [("relative", "form", ("the voids",), ()), ("main", "reduce", ("the voids",), ("the contact",))],
    ),
    (
        "participle inside a relative clause",
        "We used layers that contain particles coated with LiF.",
        [
            ("main", "use", ("we",), ("layers",)),
            ("relative", "contain", ("layers",), ("particles",)),
            ("reduced", "coat", ("particles",), ()),
        ],
    ),
    (
        "plural right behind a quantity of a bound",
        "Below 5 MPa voids form.",
        [("main", "form", ("voids",), ())],
    ),
    (
        "clause behind but that opens with a value",
        "At 1 MPa no voids were seen, but at 9 MPa voids formed.",
        [("main", "see", ("no voids",), ()), ("clause", "form", ("voids",), ())],
    ),
    (
        "subject parted from its verb by a reason",
        "In practice, cracks, due to swelling, raise the resistance.",
        [("clause", "raise", ("cracks",), ("the resistance",))],
    ),
    (
        "past of a verb that has another participle",
        "The pressure drove lithium into pellets that cracked.",
        [("main", "drive", ("the pressure",), ("lithium",)), ("relative", "crack", ("pellets",), ())],
    ),
    (
        "plural predicate and a verb that goes on",
        "The products are brittle and raise the resistance.",
        [("main", "be", ("the products",), ("brittle",)), ("main", "raise", ("the products",), ("the resistance",))],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES])
def test_find_statements(text: str, expected: list[Told]) -> None:
    found = [
        (statement.link, statement.verb.lemma, shown(statement.subjects), shown(statement.objects))
        for statement in statements_of(text)
    ]
    assert found == expected


def test_find_statements_denials() -> None:
    fails, cannot = statements_of("The soft film fails to suppress dendrites and cannot prevent short circuits.")
    assert fails.verb.denied
    assert cannot.verb.denied


def test_find_statements_examples_of_the_head() -> None:
    (statement,) = statements_of("The reaction products of LGPS with Li such as Li2S and Li3P conduct ions.")
    (products,) = statement.subjects
    assert shown(products.examples) == ("li2s", "li3p")


def test_find_statements_denied_predicate() -> None:
    (statement,) = statements_of("LATP is not stable against Li.")
    assert statement.verb.denied


def test_find_statements_passive_agents_and_means() -> None:
    passive, means = statements_of("The growth of voids was suppressed by applying pressure.")
    assert shown(passive.patients) == ("the growth",)
    assert (means.link, means.parent) == ("means", passive)


def test_find_statements_adverbs() -> None:
    lost, rises = statements_of("Contact is eventually lost and thus the resistance rises.")
    assert (lost.adverbs, rises.adverbs) == (("eventually",), ("thus",))


def test_find_statements_name_in_brackets_within_a_phrase() -> None:
    (statement,) = statements_of("A lithium nitride (Li3N) layer protects the pellet.")
    assert shown(statement.subjects) == ("a lithium nitride layer",)
    assert shown(statement.subjects[0].asides) == ("li3n",)


def test_find_statements_reduced_to_a_value() -> None:
    (falls,) = statements_of("The resistance was reduced to 20 ohm cm2 by a coating.")
    (decomposes,) = statements_of("LATP is reduced to Li3PO4 by lithium.")
    assert falls.verb.senses == {"decrease"}
    assert falls.verb.passive
    assert decomposes.verb.senses == {"decompose"}


def test_with_gapped_repeats_verb_and_object() -> None:
    text = "A Si film lowered the resistance from 9 to 3 ohm cm2, a Ge film from 8 to 2 ohm cm2, and Sn did."
    first, gapped, last = with_gapped(statements_of(text))
    assert shown(first.objects) == ("the resistance",)
    assert (shown(gapped.subjects), gapped.verb.lemma, shown(gapped.objects)) == (
        ("a ge film",),
        "lower",
        ("the resistance",),
    )
    assert [quantity.low for each in gapped.objects[0].tree() for quantity in each.quantities] == [8.0, 2.0]
    assert shown(last.subjects) == ("sn",)


def test_with_gapped_leaves_objects_that_change_together() -> None:
    text = "The film raised the contact area from 2 to 3 mm2 and the conductivity from 1 to 2 mS/cm."
    assert len(with_gapped(statements_of(text))) == 1


def test_find_statements_examples() -> None:
    (statement,) = statements_of("Sulfide electrolytes suffer from issues such as dendrites and contact loss.")
    (issues,) = statement.objects
    assert shown(issues.examples) == ("dendrites", "contact loss")


def test_find_statements_opening_with_a_participle() -> None:
    *_, main = statements_of("With a film of Al2O3 made by ALD, the resistance decreased.")
    assert (shown(main.opening), shown(main.subjects)) == (("a film",), ("the resistance",))


def test_find_statements_opening_behind_a_colon() -> None:
    *_, main = statements_of("Fillers loosen the structure: with TiO2 the conductivity rises.")
    assert (shown(main.opening), shown(main.subjects)) == (("tio2",), ("the conductivity",))


@pytest.mark.parametrize(
    "text",
    [
        "LATP doesn’t react with air.",
        "Garnets hardly react with Li.",
        "LLZO never reacts with Li.",
        "LiPON can't crack.",
    ],
)
def test_find_statements_hears_short_and_scarce_denials(text: str) -> None:
    (statement,) = statements_of(text)

    assert statement.verb.denied


def test_find_statements_opening_before_a_subject_with_a_participle() -> None:
    *_, main = statements_of("In the case of LGPS, the layer formed at the interface is a mixed conductor.")
    assert (shown(main.opening), shown(main.subjects)) == (("lgps",), ("the layer",))


def test_find_statements_list_of_subjects_behind_a_clause() -> None:
    _, main = statements_of("Lithium reacts with LPSC, and Li2S, LiCl and Li3P form at the interface.")
    assert shown(main.subjects) == ("li2s", "licl", "li3p")


def test_find_statements_list_behind_a_passive_and_a_colon() -> None:
    (main,) = statements_of("Three products were proposed: Li2S, LiCl and Li3P.")
    assert shown(main.subjects[0].examples) == ("li2s", "licl", "li3p")
