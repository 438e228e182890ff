"""The ways from a value, or the name of its property, to whose it is, one sentence each."""

from __future__ import annotations

import pytest

from lithograph.corpus.reading import read_text
from lithograph.extract.engine import extract_document
from lithograph.ontology.model import PropertyClaim

Row = tuple[str, str, float | None]


def rows_of(text: str) -> set[Row]:
    document = read_text(f"# A note\n\n{text}\n", name="note.md")
    claims = (claim for claim in extract_document(document).claims if isinstance(claim, PropertyClaim))
    return {(claim.subject.name, claim.property, claim.low) for claim in claims if not claim.negated}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "An oxidation onset at 4.7 V vs Li/Li+ was determined for the PAN electrolyte.",
            {("PAN", "oxidation_potential", 4.7)},
            id="behind the reference electrode",
        ),
        pytest.param(
            "A reduction potential of 0.7 V (versus Na+/Na) was calculated for Na3YCl6.",
            {("Na3YCl6", "reduction_potential", 0.7)},
            id="behind that in brackets",
        ),
        pytest.param(
            "A maximum conductivity of 5 mS cm-1 is observed at x = 0.4 in Li6PS5Cl.",
            {("Li6PS5Cl", "ionic_conductivity", 5.0)},
            id="behind a composition",
        ),
        pytest.param(
            "Conductivities above 9 mS cm-1 have only been reported for sulfides such as Li7P3S11.",
            {("Li7P3S11", "ionic_conductivity", 9.0)},
            id="with an adverb in the verb",
        ),
        pytest.param(
            "Conductivity measurements on Li3YCl6 yield 0.4 mS cm-1.",
            {("Li3YCl6", "ionic_conductivity", 0.4)},
            id="measurements on it",
        ),
        pytest.param(
            "The barrier to Li-ion hopping along the c axis of Li10GeP2S12 is 0.16 eV.",
            {("Li10GeP2S12", "activation_energy", 0.16)},
            id="along an axis of it",
        ),
        pytest.param(
            "The activation energy for Na+ migration in Na3PS4 of 0.21 eV is low.",
            {("Na3PS4", "activation_energy", 0.21)},
            id="for the way of an ion in it",
        ),
        pytest.param(
            "A conductivity of 3 mS cm-1 (at 30 °C) makes the halide Li3ScCl6 a fast conductor.",
            {("Li3ScCl6", "ionic_conductivity", 3.0)},
            id="what it makes something of",
        ),
        pytest.param(
            "A relative density of 96% and a conductivity of 0.7 mS cm-1 were obtained for LATP.",
            {("LATP", "relative_density", 96.0), ("LATP", "ionic_conductivity", 0.7)},
            id="two values of one",
        ),
        pytest.param(
            "LATP has a relative density of 96% and a conductivity of 0.7 mS cm-1 for lithium ions in LAGP.",
            {("LATP", "relative_density", 96.0), ("LATP", "ionic_conductivity", 0.7)},
            id="not those of a subject before",
        ),
        pytest.param(
            "Sodium (E = 9 GPa) is softer than LLZO (Young's modulus: 145 GPa).",
            {("Na", "elastic_modulus", 9.0), ("LLZO", "elastic_modulus", 145.0)},
            id="the property in the bracket",
        ),
        pytest.param(
            "The anodic limit of Li3InCl6, 4.2 V, is far above that of LPSC, 2.2 V.",
            {("Li3InCl6", "oxidation_potential", 4.2), ("LPSC", "oxidation_potential", 2.2)},
            id="an apposition",
        ),
        pytest.param(
            "While Li6PS5I conducts 0.001 mS cm-1, its chloride analogue Li6PS5Cl reaches 3 mS cm-1.",
            {("Li6PS5I", "ionic_conductivity", 0.001), ("Li6PS5Cl", "ionic_conductivity", 3.0)},
            id="its analogue by name",
        ),
        pytest.param(
            "The membrane is made of PVDF-HFP, LiTFSI and LLZTO. It shows a conductivity of 0.3 mS cm-1.",
            {("PVDF-HFP", "ionic_conductivity", 0.3)},
            id="the first of what it is made of",
        ),
        pytest.param(
            "Li+ transference numbers of 0.31, 0.52 and 0.74 were found for PEO, PVDF and PAN, respectively.",
            {
                ("PEO", "transference_number", 0.31),
                ("PVDF", "transference_number", 0.52),
                ("PAN", "transference_number", 0.74),
            },
            id="a list without units",
        ),
    ],
)
def test_a_value_is_led_to_whose_it_is(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("None of the halides exceeds 4 mS cm-1.", id="none of them"),
        pytest.param("No other oxide with a conductivity of 3 mS cm-1 is known.", id="no such"),
        pytest.param("LPSC with its wide window is good for 4 V cathodes.", id="a kind of cathode"),
        pytest.param("The conductivity of LPSC has been measured since the 1970s.", id="years"),
    ],
)
def test_what_is_no_value_gives_no_claim(text: str) -> None:
    assert rows_of(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The electronic contribution to the total conductivity of LPSC is 2e-9 S/cm.",
            ("LPSC", "electronic_conductivity", 2e-9),
            id="a contribution",
        ),
        pytest.param("LAGP has the lowest barrier, 0.29 eV.", ("LAGP", "activation_energy", 0.29), id="a barrier"),
        pytest.param("PEO oxidizes above 3.9 V.", ("PEO", "oxidation_potential", 3.9), id="it oxidizes"),
        pytest.param("PVDF offers a window of 4.6 V.", ("PVDF", "stability_window", 4.6), id="a window"),
    ],
)
def test_a_property_by_another_name(text: str, expected: Row) -> None:
    assert rows_of(text) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Li5.5PS4.5Cl1.5 conducts better than Li6PS5Cl (9.4 vs 2.5 mS cm-1).",
            {("Li5.5PS4.5Cl1.5", "ionic_conductivity", 9.4), ("Li6PS5Cl", "ionic_conductivity", 2.5)},
            id="two in a bracket",
        ),
        pytest.param(
            "Li3YBr6 reaches 3 mS cm-1 when hot-pressed compared with 1 mS cm-1 before that.",
            {("Li3YBr6", "ionic_conductivity", 3.0), ("Li3YBr6", "ionic_conductivity", 1.0)},
            id="compared with itself",
        ),
        pytest.param(
            "NaSm2Cl6 and NaLa2Cl7 were made. Both have low barriers of 0.13 and 0.17 eV, respectively.",
            {("NaSm2Cl6", "activation_energy", 0.13), ("NaLa2Cl7", "activation_energy", 0.17)},
            id="both of the sentence before",
        ),
        pytest.param(
            "The conductivity of PAN rose with the content of LiTFSI and the PVA content to 0.3 mS cm-1.",
            {("PAN", "ionic_conductivity", 0.3)},
            id="not the content",
        ),
        pytest.param(
            "The NASICON-type ceramic of the composition Li1.4Al0.4Ti1.6(PO4)3 conducts 0.6 mS cm-1.",
            {("Li1.4Al0.4Ti1.6(PO4)3", "ionic_conductivity", 0.6)},
            id="a class with its formula",
        ),
        pytest.param(
            "We show Li2ZrOCl4 serving as a solid electrolyte with a conductivity of 1.7 mS cm-1.",
            {("Li2ZrOCl4", "ionic_conductivity", 1.7)},
            id="what it serves as",
        ),
        pytest.param(
            "Hydroborates combine compatibility with Li and/or Na anodes, a low density (1.1 g cm-3) and softness.",
            {("hydroborate", "density", 1.1)},
            id="not what it is compatible with",
        ),
        pytest.param(
            "Na11Sn2PS12 is new. This has led to conductivities of 9 mS cm-1 for Li+ and 2 mS cm-1 for Na+.",
            set(),
            id="conductors of one ion",
        ),
        pytest.param(
            "NTC and LATP were milled. LATP conducts better (1 mS cm-1) than the older QYC phase (0.2 mS cm-1).",
            {("LATP", "ionic_conductivity", 1.0)},
            id="not what it is compared with",
        ),
        pytest.param(
            "The electronic conductivity of LATP at its ionic conductivity of 2 mS cm-1, as shown, is 1e-9 S/cm.",
            {("LATP", "ionic_conductivity", 2.0), ("LATP", "electronic_conductivity", 1e-9)},
            id="a property with its own value",
        ),
        pytest.param(
            "The wide window of Li3YCl6 bears cathodes beyond 4 V and batteries above 4.5 V.", set(), id="what it bears"
        ),
        pytest.param(
            "The Li2O-P2O5 binary system and the Na2S-P2S5 glass conduct 2e-9 and 1e-5 S cm-1, respectively.",
            {("Li2O-P2O5", "ionic_conductivity", 2e-9), ("Na2S-P2S5", "ionic_conductivity", 1e-5)},
            id="a list of systems",
        ),
        pytest.param(
            "Oxide-based Na-ion SEs conduct up to 4 mS cm-1, sulfide Li-ion conductors 30 mS cm-1.",
            {("oxide", "ionic_conductivity", 4.0), ("sulfide", "ionic_conductivity", 30.0)},
            id="classes with their ion",
        ),
        pytest.param(
            "The lowest barrier (0.24 eV) and the highest conductivity (13 mS cm-1) were both found for LPSC.",
            {("LPSC", "activation_energy", 0.24), ("LPSC", "ionic_conductivity", 13.0)},
            id="two in two brackets",
        ),
        pytest.param(
            "Because of its low electronic conductivity (8e-13 S/cm), LiPON stops dendrites.",
            {("LiPON", "electronic_conductivity", 8e-13)},
            id="its before the name",
        ),
        pytest.param(
            "Its softness (E = 10 GPa) gives LiNbOCl4 good contact.",
            {("LiNbOCl4", "elastic_modulus", 10.0)},
            id="what it gives something",
        ),
        pytest.param(
            "LATP is dense. The conductivity of LiPON-free films is 2 mS cm-1.",
            {("LATP", "ionic_conductivity", 2.0)},
            id="not what is absent",
        ),
        pytest.param("LiBH4 is light (0.7 g cm-3).", {("LiBH4", "density", 0.7)}, id="a density by its unit"),
        pytest.param(
            "The oxygen-doped LPSC conducts 1.4 mS cm-1.",
            {("oxygen-doped LPSC", "ionic_conductivity", 1.4)},
            id="oxygen",
        ),
        pytest.param(
            "LLZO reached a density of 96% and a conductivity of 0.9 mS cm-1, but LATP only 85% and 0.3 mS cm-1.",
            {
                ("LLZO", "relative_density", 96.0),
                ("LLZO", "ionic_conductivity", 0.9),
                ("LATP", "relative_density", 85.0),
                ("LATP", "ionic_conductivity", 0.3),
            },
            id="in the same order again",
        ),
        pytest.param(
            "LLZO with flux has a density of 96%, while pellets without it only reached 85%.",
            {("LLZO", "relative_density", 96.0), ("LLZO", "relative_density", 85.0)},
            id="without, and not denied",
        ),
        pytest.param(
            "Li3YCl6 and Li3YBr6 were made. The chloride conducts 0.5 mS cm-1, the bromide 1.7 mS cm-1.",
            {("Li3YCl6", "ionic_conductivity", 0.5), ("Li3YBr6", "ionic_conductivity", 1.7)},
            id="by their anions",
        ),
        pytest.param(
            "PEO without filler was tested as well; its conductivity is 0.02 mS cm-1.",
            {("PEO", "ionic_conductivity", 0.02)},
            id="its behind a semicolon",
        ),
        pytest.param(
            "The transport in LAGP is fast (0.5 mS cm-1, 0.35 eV).",
            {("LAGP", "ionic_conductivity", 0.5), ("LAGP", "activation_energy", 0.35)},
            id="an energy beside a conductivity",
        ),
        pytest.param(
            "Li2.5Er0.5Zr0.5Cl6 has twice the conductivity (1.4 mS cm-1) of Li3ErCl6 (0.7 mS cm-1).",
            {("Li2.5Er0.5Zr0.5Cl6", "ionic_conductivity", 1.4), ("Li3ErCl6", "ionic_conductivity", 0.7)},
            id="a multiple of what another has",
        ),
        pytest.param(
            "LLZTO conducts lithium ions (0.7 mS cm-1), but hardly electrons (1e-8 S/cm).",
            {("LLZTO", "ionic_conductivity", 0.7), ("LLZTO", "electronic_conductivity", 1e-8)},
            id="ions and electrons",
        ),
        pytest.param(
            "The critical current density, found by stepping the current, was 0.6 mA cm-2 for NZSP.",
            {("NZSP", "critical_current_density", 0.6)},
            id="not the nearer current",
        ),
        pytest.param(
            "The membrane consists of PAN and 60 wt% LLZTO and conducts 0.2 mS cm-1.",
            {("PAN", "ionic_conductivity", 0.2)},
            id="the polymer of a mixture",
        ),
        pytest.param(
            "A blend of PEO and PVDF shows a conductivity of 0.03 mS cm-1.", set(), id="a blend of two polymers"
        ),
        pytest.param(
            "Films of PEO and PVDF show conductivities of 0.03 mS cm-1.",
            {("PEO", "ionic_conductivity", 0.03), ("PVDF", "ionic_conductivity", 0.03)},
            id="no mixture",
        ),
        pytest.param(
            "Compared with PEO (0.2), the transference number of the new QXZ-5 salt is close to unity (0.95).",
            {("PEO", "transference_number", 0.2)},
            id="not again what is only compared",
        ),
        pytest.param(
            "A conductivity of 2e-6 S/cm limits LiPON to thin films.",
            {("LiPON", "ionic_conductivity", 2e-6)},
            id="what it limits",
        ),
    ],
)
def test_what_is_set_beside_it_is_told_apart(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The electrolytes are denoted as QX-0, QX-5 and QX-20. "
            "QX-5 and QX-20 conduct 0.7 and 0.2 mS cm-1, respectively.",
            {("QX-5", "ionic_conductivity", 0.7), ("QX-20", "ionic_conductivity", 0.2)},
            id="called so",
        ),
        pytest.param(
            "Li|QXE|Li cells were built. The ionic conductivity of QXE is 0.4 mS cm-1 at 25 °C.",
            {("QXE", "ionic_conductivity", 0.4)},
            id="between the electrodes of a cell",
        ),
        pytest.param(
            "The steels are denoted as QX-0 and QX-5. The conductivity of QX-5 is 0.4 mS cm-1.",
            set(),
            id="of something else",
        ),
        pytest.param(
            "The conductivity of PEO is 0.01 mS cm-1, while we obtained 0.05 mS cm-1 for PTMC.",
            {("PEO", "ionic_conductivity", 0.01), ("PTMC", "ionic_conductivity", 0.05)},
            id="a further value for another",
        ),
        pytest.param(
            "PTMC starts to oxidize at a potential of above 4.6 V versus Li/Li+, "
            "and PEO oxidizes at voltages above 3.8 V.",
            {("PTMC", "oxidation_potential", 4.6), ("PEO", "oxidation_potential", 3.8)},
            id="oxidizes at a potential of",
        ),
        pytest.param(
            "LLZO has a conductivity of 10-4 to 10-5 S cm-1.",
            {("LLZO", "ionic_conductivity", 1e-05)},
            id="a range that falls",
        ),
        pytest.param(
            "The conductivity of LATP dropped from 10-3 to 10-4 S cm-1.",
            {("LATP", "ionic_conductivity", 1e-03), ("LATP", "ionic_conductivity", 1e-04)},
            id="a change that falls",
        ),
        pytest.param(
            "The interfacial resistance is 700 Ω cm2 for the bare garnet/Li.",
            {("garnet|Li", "interfacial_resistance", 700.0)},
            id="a class with the metal on it",
        ),
        pytest.param(
            "PAN starts to oxidize above 4.3 V.",
            {("PAN", "oxidation_potential", 4.3)},
            id="starts to oxidize",
        ),
        pytest.param(
            "Li|LPSC|NCM811 cells with 40 µm of lithium gave 180 mAh g-1; "
            "88% of this capacity was left after 300 cycles.",
            {("Li|LPSC|NCM811", "specific_capacity", 180.0), ("Li|LPSC|NCM811", "capacity_retention", 88.0)},
            id="what is left is of the cell",
        ),
    ],
)
def test_labels_further_values_and_what_is_left(text: str, expected: set[Row]) -> None:
    assert rows_of(text) == expected
