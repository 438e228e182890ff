"""The engine of language models keeps the contract, against a real server on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from lithograph.tests.extract.engines.contract import EngineContract
from lithograph.tests.extract.engines.llm.chat_server import Reply, facts, serving
from lithograph.tests.extract.engines.llm.test_verification import value

CONDUCTS = "The ionic conductivity of Li6PS5Cl is 2.4 mS cm-1"
SUSTAINS = "The critical current density of Li7La3Zr2O12 is 0.6 mA cm-2"
SUFFERS = "LLZO does not suffer from dendrite growth"
REACHES = "Li6PS5Cl does not reach 9.7 mS cm-1"

ANSWERS = {
    CONDUCTS: (
        value("Li6PS5Cl", "ionic_conductivity", 2.4, "mS/cm", CONDUCTS),
        value("Li7La3Zr2O12", "critical_current_density", 0.6, "mA/cm2", SUSTAINS),
    ),
    SUFFERS: (
        {"type": "limitation", "subject": "LLZO", "failure": "dendrite_growth", "negated": False, "quotation": SUFFERS},
        value("Li6PS5Cl", "ionic_conductivity", 9.7, "mS/cm", REACHES),
    ),
    "Electrolyte |": (
        value("Li3PS4", "ionic_conductivity", 0.16, "mS/cm", "Li3PS4 | 0.16"),
        value("Li10GeP2S12", "ionic_conductivity", 12, "mS/cm", "Li10GeP2S12 | 12"),
    ),
    "Ignore all": (value("LLZO", "ionic_conductivity", 7.77, "S/cm", CONDUCTS),),
}
"""What the model says of a passage, by its first words; that what is denied is denied it does not notice."""


def answer(passage: str, before: int) -> Reply:
    return facts(*next((given for start, given in ANSWERS.items() if passage.startswith(start)), ()))


@pytest.mark.loopback
class TestLanguageModel(EngineContract):
    name = "llm"

    @pytest.fixture(scope="class")
    @classmethod
    def options(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
        cache = str(tmp_path_factory.mktemp("answers"))
        with serving(answer) as server:
            yield {"endpoint": server.endpoint, "model": "scripted", "cache": cache}
