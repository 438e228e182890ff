"""Whose value it is where the sentence leaves part of that to what was said before, or to a label."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.aliases.series import series_of
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import PropertyClaim


def rows_of(text: str) -> set[tuple[str, float | None]]:
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    return {
        (claim.subject.name, claim.low)
        for claim in extract_document(document).claims
        if isinstance(claim, PropertyClaim)
    }


@pytest.mark.parametrize(
    ("text", "defined", "expected"),
    [
        ("ABC-10 is cubic, ABC-5 and ABC-2.5 are not.", ["ABC-10"], {"ABC-5": "ABC-10", "ABC-2.5": "ABC-10"}),
        ("LATP was doped to LATP-1 and LATP-3.", ["LATP"], {"LATP-1": "LATP", "LATP-3": "LATP"}),
        ("LATP-7 is a page.", ["LATP"], {}),
        ("ABC10, ABC5 and XABC-5 are others; ABC-5C is a rate.", ["ABC-10"], {}),
    ],
)
def test_series_of_finds_the_other_labels_of_a_series(text: str, defined: list[str], expected: dict[str, str]) -> None:
    assert series_of([text], defined) == expected


SERIES = "We call Li6.1P0.9Ge0.1S5I (LPGI-10) the best. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The conductivities of LPGI-5, LPGI-10 and LPGI-20 are 1.1, 3.2 and 2.4 mS cm-1, respectively.",
            {("LPGI-5", 1.1), ("LPGI-10", 3.2), ("LPGI-20", 2.4)},
            id="in a list",
        ),
        pytest.param("LPGI-20 conducts only 2.4 mS cm-1.", {("LPGI-20", 2.4)}, id="alone"),
    ],
)
def test_a_label_of_the_series_is_a_subject(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(SERIES + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The conductivity rises from 0.2 mS cm-1 for Li3InCl6 to 1.1 mS cm-1 for Li2ZrCl6.",
            {("Li3InCl6", 0.2), ("Li2ZrCl6", 1.1)},
            id="each end of a change",
        ),
        pytest.param(
            "The conductivity of Li3InCl6 rises from 0.2 to 1.1 mS cm-1.",
            {("Li3InCl6", 0.2), ("Li3InCl6", 1.1)},
            id="both ends of one",
        ),
        pytest.param(
            "LATP is an oxide electrolyte with an ionic conductivity of 0.7 mS cm-1.", {("LATP", 0.7)}, id="a kind told"
        ),
        pytest.param(
            "PEO-LiTFSI-based polymer membranes have an ionic conductivity of 0.1 mS cm-1.",
            {("PEO-LiTFSI", 0.1)},
            id="a kind beside a name",
        ),
        pytest.param(
            "Unlike LATP, a garnet has an ionic conductivity of 0.7 mS cm-1.", {("garnet", 0.7)}, id="a class by itself"
        ),
    ],
)
def test_values_go_to_what_they_are_said_of(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


CELL = "Li|LPSC|Li was cycled at 25 °C. "
FULL = "Li-In|LPSC|NCM811 was cycled at 25 °C. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            CELL + "The cell with LGPS had an interfacial resistance of 90 ohm cm2.",
            {("Li|LGPS|Li", 90.0)},
            id="another electrolyte",
        ),
        pytest.param(
            CELL + "With LGPS in its place, an interfacial resistance of 90 ohm cm2 was found.",
            {("Li|LGPS|Li", 90.0)},
            id="in its place",
        ),
        pytest.param(
            CELL + "Full cells with NCM811 delivered 180 mAh g-1.", {("Li|LPSC|NCM811", 180.0)}, id="a cathode"
        ),
        pytest.param(
            FULL + "Its counterpart with bare lithium delivered 170 mAh g-1.",
            {("Li|LPSC|NCM811", 170.0)},
            id="another anode",
        ),
        pytest.param(
            CELL + "Pouch cells with an Ag-C layer and an argyrodite separator lasted for 900 cycles.",
            {("Ag-C", 900.0)},
            id="a cell of its own",
        ),
        pytest.param("The cell with LGPS had an interfacial resistance of 90 ohm cm2.", {("LGPS", 90.0)}, id="no cell"),
    ],
)
def test_a_part_tells_the_cell_where_one_was_spoken_of(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mori et al. sputtered Al2O3. LLZO is wetted then. The symmetric cell ran for 800 h.",
            {("LLZO", 800.0)},
            id="the electrolyte before what is new",
        ),
        pytest.param(
            "Mori et al. built a foil of Li-Mg. The symmetric cell ran for 800 h.", {("Li-Mg", 800.0)}, id="the anode"
        ),
    ],
)
def test_an_unnamed_cell_is_of_what_the_study_is_about(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Garnets have conductivities of up to 1 mS cm-1, and halides of 3 mS cm-1.",
            {("garnet", 1.0), ("halide", 3.0)},
            id="the verb left out",
        ),
        pytest.param(
            "CCDs of 0.5 mA cm-2 for LPSC and 2.4 mA cm-2 for the bilayer were found.", {("LPSC", 0.5)}, id="no name"
        ),
        pytest.param("A conductivity of 0.2 mS cm-1 for the undoped sample is too low.", set(), id="set against it"),
        pytest.param(
            "LATP was sintered. The B2O3-added pellet conducts 0.6 mS cm-1.", {("LATP", 0.6)}, id="put into it"
        ),
        pytest.param("Al-doped LLZO conducts 0.6 mS cm-1.", {("Al-doped LLZO", 0.6)}, id="put into a name"),
        pytest.param(
            "Compared with pristine LATP, the B2O3-added pellet conducts 0.6 mS cm-1.",
            {("LATP", 0.6)},
            id="put into what it is compared with",
        ),
        pytest.param(
            "LiCoO2 with 15 wt% LPSC delivers 130 mAh g-1.", {("LiCoO2", 130.0)}, id="with a share of another"
        ),
        pytest.param(
            "A high conductivity, such as 1.4 mS cm-1 at room temperature achieved in Na3SbS4, is wanted of halides.",
            {("Na3SbS4", 1.4)},
            id="behind a temperature",
        ),
        pytest.param(
            "Symmetric cells with the argyrodite LPSCl0.4F0.6, whose skin is LiF, ran for 250 h.",
            {("LPSCl0.4F0.6", 250.0)},
            id="a cell",
        ),
        pytest.param(
            "Cells with frequently used LPSC argyrodite electrolytes (200 mAh g-1) are worse.",
            {("LPSC", 200.0)},
            id="in brackets behind a kind",
        ),
    ],
)
def test_a_value_has_the_subject_beside_it(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Li-In|LPSC|NCM811 was cycled. The anode is stable, as its resistance only grew to 12 ohm cm2.",
            {("Li-In", 12.0)},
            id="its, of the anode of the cell",
        ),
        pytest.param(
            "Li|LPSC|NCM811 was cycled. The anode is stable, as its resistance only grew to 12 ohm cm2.",
            {("Li|LPSC|NCM811", 12.0)},
            id="plain lithium",
        ),
        pytest.param(
            "Li-Mg|LPSC|Li-Mg was cycled. Bare lithium failed after 40 h.", {("Li|LPSC|Li", 40.0)}, id="bare lithium"
        ),
        pytest.param(
            "LPSC was doped. Its conductivity is the best among argyrodites. The full cell delivered 180 mAh g-1.",
            {("LPSC", 180.0)},
            id="a class beside it",
        ),
        pytest.param(
            "ZnO lies between Li/LLZO. The cell ran for 900 h.", {("LLZO", 900.0)}, id="two layers are no cell"
        ),
    ],
)
def test_what_was_spoken_of_is_taken_up(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In-situ made electrolytes (IMEs) crosslinked by acrylonitrile (AN) and PVDF exhibit 2 mS cm-1.",
            {("IMEs", 2.0)},
            id="not what it was made with",
        ),
        pytest.param(
            "Solid electrolytes, such as the garnet LLZO and LGPS, have reached a conductivity of 1 mS cm-1.",
            {("LLZO", 1.0), ("LGPS", 1.0)},
            id="every member",
        ),
        pytest.param(
            "LPSC-based and LGPS-based cells delivered 150 and 120 mAh g-1, respectively.",
            {("LPSC", 150.0), ("LGPS", 120.0)},
            id="with what they are of",
        ),
        pytest.param(
            "The thickness of the LLZO pellet and the Al2O3 layer is 75 and 8 nm, respectively.",
            {("LLZO", 75.0), ("Al2O3", 8.0)},
            id="with what they make up",
        ),
        pytest.param(
            "LLZTO was embedded in PVDF. The membrane shows an ionic conductivity of 0.5 mS cm-1.",
            {("PVDF", 0.5)},
            id="what a filler was put into",
        ),
    ],
)
def test_lists_and_makings_leave_the_subject(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Li|LPSC|Li starts with 60 ohm cm2. For the treated electrode the resistance is 17 ohm cm2.",
            {("Li|LPSC|Li", 60.0)},
            id="an anode without a name",
        ),
        pytest.param(
            "A Li-Mg anode was made. Li|LPSC|Li has 60 ohm cm2. For the coated foil the resistance is 17 ohm cm2.",
            {("Li|LPSC|Li", 60.0), ("Li-Mg|LPSC|Li-Mg", 17.0)},
            id="one with a name",
        ),
    ],
)
def test_a_treated_part_is_no_plain_one(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


REVIEW = """Alloys keep their contact. {first} [1]. {second} [2].

## References

1. Mori, A. Alloys of one kind. J. Made Up 2001, 1, 1.
2. Sato, B. Alloys of another kind. J. Made Up 2002, 2, 2.
"""


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param("A composite of two metals lets pouch cells run for 900 cycles", set(), id="something new"),
        pytest.param("The pouch cells ran for 900 cycles", {("Li-In", 900.0)}, id="what was spoken of"),
    ],
)
def test_the_work_before_is_left_behind_its_citation(second: str, expected: set[tuple[str, float]]) -> None:
    first = "A Li-In anode was rolled"
    assert rows_of(REVIEW.format(first=first, second=second)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "For the garnet LLZO, adding LATP particles increased the conductivity to 0.2 mS cm-1.",
            {("LLZO", 0.2)},
            id="what was added is none",
        ),
        pytest.param(
            "Cells with LPSC delivered 165 mAh g-1, while those with LPSB gave 158 mAh g-1 and those with LPSI failed.",
            {("LPSC", 165.0), ("LPSB", 158.0)},
            id="those with",
        ),
        pytest.param(
            "A new argyrodite, Li6.6P0.4Ge0.6S5I (LPGI), was made. It conducts 5 mS cm-1.",
            {("Li6.6P0.4Ge0.6S5I", 5.0)},
            id="one of its class",
        ),
        pytest.param(
            "Garnets, LLZO among them, are stiff. They have a shear modulus of 60 GPa.",
            {("garnet", 60.0)},
            id="a class by itself",
        ),
        pytest.param(
            "LPSC was pressed. The conductivity of the binder is only 0.001 mS cm-1.", set(), id="of something else"
        ),
        pytest.param(
            "Li-Mg (10 at% Mg) was compared with Li. The former showed an overpotential of 25 mV, the latter 60 mV.",
            {("Li-Mg", 25.0), ("Li", 60.0)},
            id="the former and the latter",
        ),
        pytest.param(
            "Nobody knows why. The latter showed an overpotential of 25 mV.", set(), id="the latter of nothing"
        ),
        pytest.param(
            "The Na|NZSP|Na cell has 20 ohm cm2. Full cells with Na3V2(PO4)3 kept 96% of their capacity.",
            {("Na|NZSP|Na", 20.0), ("Na|NZSP|Na3V2(PO4)3", 96.0)},
            id="a phosphate that is a cathode",
        ),
    ],
)
def test_what_is_only_named_beside_it_has_no_value(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The SEI on LPSCl is 315 nm thick after a week.", {("SEI", 315.0)}, id="the subject"),
        pytest.param("The thickness of the interphase on LGPS is 500 nm.", {("SEI", 500.0)}, id="of it"),
        pytest.param("An interphase with a thickness of 20 nm forms on Li.", {("SEI", 20.0)}, id="with it"),
        pytest.param("LGPS then carries a 30 nm thick SEI layer.", {("SEI", 30.0)}, id="behind it"),
        pytest.param("A charge of lithium gives an SEI thickness of 9 nm.", {("SEI", 9.0)}, id="before the name"),
        pytest.param("A LiF-rich interphase formed on a 30 µm thick LLZO pellet.", {("LLZO", 30.0)}, id="beside it"),
        pytest.param(
            "The interphase on LGPS raises the interfacial resistance to 90 ohm cm2.", {("LGPS", 90.0)}, id="of a cell"
        ),
    ],
)
def test_values_of_the_interphase_itself_are_of_the_sei(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Positive electrodes of NCM811 and LPSC were pressed. Their loading was 3 mAh cm-2.",
            {("NCM811", 3.0)},
            id="its",
        ),
        pytest.param("NCM811 mixed with LPSC has a loading of 3 mAh cm-2.", {("NCM811", 3.0)}, id="of a mixture"),
        pytest.param(
            "Li|LPSC|Li polarises. With an interlayer of PEO the interfacial resistance is 120 ohm cm2.",
            {("Li|LPSC|Li", 120.0)},
            id="what lies between",
        ),
        pytest.param("A film of PEO has an ionic conductivity of 0.1 mS cm-1.", {("PEO", 0.1)}, id="a film of it"),
    ],
)
def test_loadings_are_of_the_active_material_and_layers_of_none(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("LPSC was pressed. The activation energy of QXRZ is 0.4 eV.", set(), id="of an unknown acronym"),
        pytest.param(
            "LPSC was pressed. The activation energy of the pellet is 0.4 eV.", {("LPSC", 0.4)}, id="of what is"
        ),
    ],
)
def test_what_is_not_understood_is_not_guessed(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12 mS cm-1 has been measured in LGPS.", {("LGPS", 12.0)}, id="measured in"),
        pytest.param(
            "The highest conductivity among halides, 3 mS cm-1, belongs to Li3HoCl6.",
            {("Li3HoCl6", 3.0)},
            id="belongs to",
        ),
        pytest.param(
            "Both LLZO and LATP, which are oxides, have conductivities of 0.5 and 1 mS cm-1.",
            {("LLZO", 0.5), ("LATP", 1.0)},
            id="around an aside",
        ),
        pytest.param(
            "Touching lithium and LATP, the probe found a conductivity of 1 mS cm-1.", {("LATP", 1.0)}, id="of no metal"
        ),
    ],
)
def test_verbs_and_asides_lead_to_the_subject(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


def test_labels_of_the_fields_own_abbreviations_are_samples() -> None:
    text = "LLZTO-1150 showed the highest conductivity, 0.9 mS cm-1, and LLZTO-1050 the lowest, 0.2 mS cm-1."
    assert rows_of(text) == {("LLZTO-1150", 0.9), ("LLZTO-1050", 0.2)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("LPSC was pressed. This new QXRZ material conducts 4 mS cm-1.", set(), id="an acronym"),
        pytest.param(
            "LPSC was pressed. This new material conducts 4 mS cm-1.", {("LPSC", 4.0)}, id="what was spoken of"
        ),
        pytest.param(
            "The LLZO cubic garnet has an ionic conductivity of 0.5 mS cm-1.", {("LLZO", 0.5)}, id="with its structure"
        ),
    ],
)
def test_a_sentence_about_an_acronym_is_about_that(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Cells with LiCoO2 and LiPON lasted for 9000 cycles.", {("LiPON", 9000.0)}, id="and its cathode"),
        pytest.param(
            "LPSC was milled. The solid electrolyte has an ionic conductivity of 2 mS cm-1.",
            {("LPSC", 2.0)},
            id="its name",
        ),
        pytest.param(
            "LPSC was milled. Solid electrolytes have ionic conductivities of up to 20 mS cm-1.",
            {("solid electrolyte", 20.0)},
            id="all of them",
        ),
    ],
)
def test_the_electrolyte_of_a_cell_and_of_the_text(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Li-Mg|LPSC|Li-Mg ran for 900 h. With pure Li the same cell ran for 40 h.",
            {("Li-Mg|LPSC|Li-Mg", 900.0), ("Li|LPSC|Li", 40.0)},
            id="in its cell",
        ),
        pytest.param(
            "Li-Mg|LPSC|Li-Mg ran for 900 h. With pure care the same cell ran for 40 h.",
            {("Li-Mg|LPSC|Li-Mg", 900.0), ("Li-Mg|LPSC|Li-Mg", 40.0)},
            id="not of lithium",
        ),
    ],
)
def test_a_plain_metal_takes_the_place_of_the_treated_one(text: str, expected: set[tuple[str, float]]) -> None:
    assert rows_of(text) == expected
