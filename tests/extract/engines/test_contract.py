"""The rules, and the engine that docs/engines.md works through, keep the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import lithograph
from lithograph.corpus.document import Document
from lithograph.extract.engine import PIPELINE, extract_document
from lithograph.tests.extract.engines.contract import EngineContract
from lithograph.tests.extract.engines.made_engines import install

PAGE = Path(lithograph.__file__).parent / "docs" / "engines.md"
EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENTRY = re.compile(r'^(\w+) = "(\w+:\w+)"$', re.MULTILINE)


class TestRules(EngineContract):
    name = "rules"


class TestPlainEngine(EngineContract):
    """The engine of the page, as its reader would install it."""

    name = "plain"

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def installed(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
        folder = tmp_path_factory.mktemp("site")
        page = PAGE.read_text(encoding="utf-8")
        (code,) = EXAMPLE.findall(page)
        (entry,) = ENTRY.findall(page)
        (folder / "plain_engine.py").write_text(code, encoding="utf-8")
        with pytest.MonkeyPatch.context() as patched:
            install(patched, folder, **dict([entry]))
            yield

    def test_it_is_short(self) -> None:
        (code,) = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
        assert len([line for line in code.splitlines() if line.strip()]) <= 40

    def test_it_agrees_with_the_rules(self, paper: Document) -> None:
        bundle = extract_document(paper, engines=["rules", "plain"])
        assert bundle.pipeline == f"{PIPELINE}+plain/1"
        (claim,) = [claim for claim in bundle.claims if getattr(claim, "low", None) == 0.6]
        assert sorted(piece.engine for piece in claim.evidence) == ["plain/1", "rules/1"]
