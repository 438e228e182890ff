"""How far citations reach, on sentences written for the purpose: the references of each value."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import PropertyClaim

PAPERS = "\n".join(f"[{number}] A. Author, Journal {number}, 2001." for number in range(1, 8))


def references_of(text: str) -> dict[float | None, list[int]]:
    source = f"# A note\n\n{text}\n\nOthers agree [6]. More agree [7].\n\n## References\n\n{PAPERS}\n"
    claims = extract_document(read_text(source, name="note.md")).claims
    return {claim.low: claim.evidence[0].references for claim in claims if isinstance(claim, PropertyClaim)}


WITHIN_A_SENTENCE = {
    "each clause its own": (
        "LLZO reaches 0.4 mS cm-1 [1], LAGP 0.2 mS cm-1 [2] and LATP 0.7 mS cm-1 [3].",
        {0.4: [1], 0.2: [2], 0.7: [3]},
    ),
    "each value its own": (
        "The conductivities of LLZO, LAGP and LATP are 0.4 [1], 0.2 [2] and 0.7 mS cm-1 [3], respectively.",
        {0.4: [1], 0.2: [2], 0.7: [3]},
    ),
    "each bracket its own": (
        "Sulfides such as LGPS (12 mS cm-1) [1] and Li6PS5Cl (3 mS cm-1) [2] are fast conductors [3].",
        {12: [1], 3: [2]},
    ),
    "shared by what has none": (
        "LLZO has a conductivity of 0.4 mS cm-1; LATP reaches 0.7 mS cm-1 [2].",
        {0.4: [2], 0.7: [2]},
    ),
    "of what stands before": (
        "LLZO was coated with Al2O3 by ALD [1], which lowered the interfacial resistance from 1710 to 1 ohm cm2.",
        {1710: [1], 1: [1]},
    ),
    "not of what is likened": ("Compared with LLZO [1], LATP has a higher conductivity of 0.7 mS cm-1.", {0.7: []}),
    "not of what is conceded": (
        "Although LATP is reduced by lithium [1], LLZO has a conductivity of 0.4 mS cm-1.",
        {0.4: []},
    ),
    "of the authors named": (
        "Yu et al. [1] found 3 mS cm-1 for Li6PS5Cl, which agrees with earlier data [2].",
        {3: [1]},
    ),
    "of two authors": (
        "Yu et al. [1] reported a conductivity of 3 mS cm-1 for Li6PS5Cl, and Kim et al. [2] 12 mS cm-1 for LGPS.",
        {3: [1], 12: [2]},
    ),
    "of authors in an aside": (
        "Since LGPS was found by Kim et al. [1], others followed, and Li6PS5Cl now reaches 25 mS cm-1 [2].",
        {25: [2]},
    ),
    "of a citation that is a noun": (
        "According to Ref. [1], LLZO conducts with 0.4 mS cm-1, whereas LATP has 0.7 mS cm-1 according to Ref. [2].",
        {0.4: [1], 0.7: [2]},
    ),
    "in order, respectively": (
        "The conductivities of LLZO, LAGP and LATP are 0.4, 0.2 and 0.7 mS cm-1, respectively [1-3].",
        {0.4: [1], 0.2: [2], 0.7: [3]},
    ),
    "behind the names, respectively": (
        "Oxides like LLZO and LATP [1,2] have conductivities of 0.4 and 0.7 mS cm-1, respectively.",
        {0.4: [1], 0.7: [2]},
    ),
    "together, as the numbers are not as many": (
        "The conductivities of LLZO and LATP are 0.4 and 0.7 mS cm-1, respectively [1-3].",
        {0.4: [1, 2, 3], 0.7: [1, 2, 3]},
    ),
    "in the brackets of what is compared": (
        "The conductivity of LATP, 0.7 mS cm-1, is higher than that of LLZO (0.4 mS cm-1 [1]).",
        {0.7: [], 0.4: [1]},
    ),
    "not of authors in passing": (
        "LLZO, which was introduced by Kim et al. [1], has a conductivity of 0.4 mS cm-1 and is hard [2].",
        {0.4: [2]},
    ),
    "not of a reason": (
        "Because LGPS is reduced by lithium [1], Li6PS5Cl with a conductivity of 3 mS cm-1 is preferred.",
        {3: []},
    ),
    "not of what was before": (
        "Kim et al. made the first garnets in 2003 [1], and today LLZO reaches 1.2 mS cm-1.",
        {1.2: []},
    ),
    "of a part between semicolons": (
        "If LLZO is doped with Al [1], its conductivity is 0.4 mS cm-1; doping with Ga [2] gives 1.3 mS cm-1.",
        {0.4: [1], 1.3: [2]},
    ),
    "of a range": ("Li3InCl6 reaches 1.5 mS cm-1 [1-3].", {1.5: [1, 2, 3]}),
}

OVER_SENTENCES = {
    "they": (
        "Kim et al. [1] showed that LLZO reaches 0.4 mS cm-1. They also measured an activation energy of 0.31 eV.",
        {0.4: [1], 0.31: [1]},
    ),
    "that work": (
        "Kim and co-workers found 12 mS cm-1 for LGPS [2]. In that work, the activation energy of LGPS was 0.25 eV.",
        {12: [2], 0.25: [2]},
    ),
    "their, until another statement": (
        "Kim et al. coated LLZO [1]. Their cells had an interfacial resistance of 1 ohm cm2. LATP has 0.7 mS cm-1.",
        {1: [1], 0.7: []},
    ),
    "no authors": ("Li3InCl6 was made from water [1]. It reaches a conductivity of 2.0 mS cm-1.", {2.0: []}),
    "they are materials": ("Sulfides are soft [1]. They reach a conductivity of 3 mS cm-1.", {3: []}),
    "our own work": (
        "Kim et al. [1] coated LLZO with Al2O3. In this work, we reach a conductivity of 0.9 mS cm-1 for LLZO.",
        {0.9: []},
    ),
}


@pytest.mark.parametrize(("text", "expected"), WITHIN_A_SENTENCE.values(), ids=WITHIN_A_SENTENCE.keys())
def test_a_citation_is_for_its_clause(text: str, expected: dict[float, list[int]]) -> None:
    assert references_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), OVER_SENTENCES.values(), ids=OVER_SENTENCES.keys())
def test_a_citation_of_named_authors_is_for_what_they_go_on_to_tell(
    text: str, expected: dict[float, list[int]]
) -> None:
    found = references_of(text)
    assert {value: found.get(value) for value in expected} == expected


RAISED = {
    "behind a comma": (
        "Compared with LLZO,<sup>1</sup> LATP has a higher conductivity of 0.7 mS cm-1.",
        {0.7: []},
    ),
    "behind commas of a list": (
        "It is 0.4 mS cm-1 in LLZO,<sup>1</sup> 0.2 mS cm-1 in LAGP,<sup>2</sup> 0.7 mS cm-1 in LATP.<sup>3</sup>",
        {0.4: [1], 0.2: [2], 0.7: [3]},
    ),
    "behind a parenthesis": (
        "LLZO has a high conductivity (0.4 mS cm-1 at 25 °C)<sup>1</sup> but is brittle.<sup>2</sup>",
        {0.4: [1]},
    ),
    "behind formulas": (
        "Li6PS5Cl<sup>1</sup> and Li7P3S11<sup>2</sup> have conductivities of 3 and 17 mS cm-1, respectively.",
        {3: [1], 17: [2]},
    ),
    "behind authors": (
        "Kim et al.<sup>1</sup> found 0.4 mS cm-1 for LLZO, in line with others.<sup>2,3</sup>",
        {0.4: [1]},
    ),
}


@pytest.mark.parametrize(("text", "expected"), RAISED.values(), ids=RAISED.keys())
def test_a_raised_citation_stands_behind_the_comma(text: str, expected: dict[float, list[int]]) -> None:
    body = f"{text}\n\nOthers agree.<sup>4</sup> More agree.<sup>5</sup> All agree.<sup>6,7</sup>"
    claims = extract_document(read_text(f"# A note\n\n{body}\n\n## References\n\n{PAPERS}\n", name="note.md")).claims
    found = {claim.low: claim.evidence[0].references for claim in claims if isinstance(claim, PropertyClaim)}
    assert found == expected


def test_numbers_stay_where_a_text_has_no_reference_list() -> None:
    text = "LLZO has a conductivity of 0.4 mS cm-1 [1,2]. LATP has a conductivity of 0.7 mS cm-1 [3]."
    claims = extract_document(read_text(text, name="note.md")).claims
    assert {claim.low: claim.evidence[0].references for claim in claims if isinstance(claim, PropertyClaim)} == {
        0.4: [1, 2],
        0.7: [3],
    }
