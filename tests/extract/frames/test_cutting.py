"""Verbs and examples that only show by what stands around them."""

from __future__ import annotations

import pytest

from .test_statements import shown, statements_of


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The film, deposited on LLZO, lowered the resistance.", "lower", "the film"),
        ("LPSC, exposed to air for a day, lost its conductivity.", "lose", "lpsc"),
        ("When the current was raised, the cell shorted within 2 h.", "short", "the cell"),
        ("Cells built on LPSC shorted within hours.", "short", "cells"),
        ("LAGP pellets fracture during cycling.", "fracture", "lagp pellets"),
        ("LLZO cracks during cycling.", "crack", "llzo"),
        ("Lithium attacks LATP.", "attack", "lithium"),
        ("LGPS needs a coating.", "need", "lgps"),
        ("The interphase keeps growing.", "grow", "the interphase"),
        ("Air does harm, for sulfides react with water.", "react", "sulfides"),
        ("This led to a higher resistance.", "lead", "this"),
        ("When the pressure rose to 5 MPa, the resistance of the cell decreased.", "decrease", "the resistance"),
        ("Pressures above 5 MPa enable cycling.", "enable", "pressures"),
        ("For instance, results show the same.", "show", "results"),
        ("The film helps suppress dendrites.", "suppress", "the film"),
        ("This reduced the resistance.", "reduce", "this"),
        ("The garnet, LLZTO, exhibited enhanced conductivity.", "exhibit", "llzto"),
        ("LLZO alone cannot block dendrites.", "block", "llzo"),
        ("The pellets were hot pressed at 900 C.", "hot-press", "the pellets"),
    ],
)
def test_find_statements_verb_of_the_clause(text: str, verb: str, subject: str) -> None:
    last = statements_of(text)[-1]

    assert (last.verb.lemma, last.verb.form, shown(last.subjects[-1:])) == (verb, "finite", (subject,))


@pytest.mark.parametrize(
    "text",
    [
        "The film deposited on LLZO lowered by 5 MPa.",
        "A layer of cracks in LLZO was seen.",
        "A film designed for a dendrite-free interface lowered by 5 MPa.",
        "The film consists of grains, deposited on LLZO, covered by Li2CO3.",
    ],
)
def test_find_statements_participles_stay(text: str) -> None:
    assert sum(statement.verb.form == "finite" for statement in statements_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Garnets face two problems: poor wetting and brittleness.", "objects"),
        ("Two problems remain for garnets, namely poor wetting and brittleness.", "subjects"),
        ("Two problems remain, such as poor wetting and brittleness.", "subjects"),
        ("Garnets face two problems in practice, such as poor wetting and brittleness.", "objects"),
    ],
)
def test_find_statements_examples_of_what_announced_them(text: str, place: str) -> None:
    (statement,) = statements_of(text)
    (problems,) = getattr(statement, place)

    assert shown(problems.examples) == ("poor wetting", "brittleness")


def test_find_statements_whose_is_of_what_stands_before_it() -> None:
    *_, last = statements_of("Sulfides replace garnets, whose brittleness is known.")
    (brittleness,) = last.subjects

    assert shown(brittleness.modifiers) == ("garnets",)


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("Thin films, e.g. MgO and SnO2, lower the resistance.", ("mgo", "sno2")),
        ("Oxides, for example MgO, raise the conductivity.", ("mgo",)),
        ("Thin films, for example, lower the resistance of LLZO.", ()),
        ("For example, LLZO needs a film.", ()),
    ],
)
def test_find_statements_examples_behind_an_adverb(text: str, examples: tuple[str, ...]) -> None:
    (statement,) = statements_of(text)

    assert shown(statement.subjects[0].examples) == examples


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Voids lead to large increases in resistance.", ["lead"]),
        ("Catastrophic drops in capacity are seen.", ["see"]),
        ("The film is dense and forms quickly.", ["be", "form"]),
        ("The solid reacts with air.", ["react"]),
        ("Voids lead to slow transport.", ["lead"]),
        ("The film begins to slow the growth.", ["slow"]),
    ],
)
def test_find_statements_adjectives_before_what_looks_like_a_verb(text: str, lemmas: list[str]) -> None:
    assert [statement.verb.lemma for statement in statements_of(text)] == lemmas


def test_find_statements_gerund_behind_a_clause_is_the_subject_of_what_follows() -> None:
    _, action, main = statements_of("As voids form, raising the pressure improves the contact.")

    assert (action.link, main.link, main.subjects, main.parent) == ("action", "main", [], action)


def test_find_statements_no_longer_denies_its_verb() -> None:
    (statement,) = statements_of("LLZO no longer suffers from dendrites.")

    assert statement.verb.denied
