"""What papers and users write is shown as it is, and never becomes markup, a script, an address or mathematics."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from lithograph.app.library import Library
from lithograph.ontology.claims import AnyClaim, make_claim
from lithograph.ontology.materials import identify
from lithograph.ontology.model import (
    Condition,
    DecompositionClaim,
    DocumentClaims,
    DocumentMetadata,
    Evidence,
    Participant,
    PropertyClaim,
    Reference,
)

PAPER = "doi:10.5555/hostile"

NAMES = [
    "<script>alert(1)</script>",
    "--><img src=x onerror=alert(2)>",
    "]]></style><svg onload=alert(3)>",
    r"$\frac{1}{0}$",
    "$" * 3,
    "\\" * 5,
    "a\x00b\x0bc",
    "&lt;b&gt; \" ' `",
    "{question} {0} %s %(a)s",
    "very long " * 40,
    "x" * 300,
    "硫化物 🔋",
    "\u202egnp.exe",
]
"""Names that would break a careless program."""


def named(name: str) -> Participant:
    return Participant(name=name, id=identify(name).id)


def hostile_evidence(text: str) -> Evidence:
    return Evidence(
        document=PAPER,
        sentence=f"A sentence with {text}",
        source_start=0,
        source_end=10,
        line=1,
        references=[1],
        engine="test",
        rule="test",
        confidence=0.9,
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    claims: list[AnyClaim] = [
        claim
        for number, name in enumerate(NAMES, start=1)
        for claim in (
            make_claim(
                PropertyClaim,
                kind="property",
                evidence=[hostile_evidence(name)],
                subject=named(name),
                property="ionic_conductivity",
                low=float(number),
                unit="mS/cm",
                si_low=number / 10,
                si_unit="S/m",
                qualifier="=",
                conditions=[Condition(name="temperature", text=f"25 °C {name}", si_value=298.15, si_unit="K")],
            ),
            make_claim(
                DecompositionClaim,
                kind="decomposition",
                evidence=[hostile_evidence(name)],
                subject=named("Li6PS5Cl"),
                product=named(name),
                against=named("Li"),
            ),
        )
    ]
    work = Reference(
        number=1,
        doi='10.1000/"><img src=x onerror=alert(4)>',
        text="<b onclick=alert(5)>A work</b>",
        source_start=0,
        source_end=1,
        line=9,
        year=2020,
    )
    bundle = DocumentClaims(
        document=PAPER,
        name="hostile.md",
        content_hash=PAPER,
        reader="test/1",
        pipeline="test/1",
        metadata=DocumentMetadata(title="</title><script>alert(6)</script>", doi="10.5555/hostile", year=2024),
        references=[work],
        claims=claims,
    )
    with Library(tmp_path_factory.mktemp("hostile") / "library") as library:
        library.ingest(bundle)
        library.refresh()
        yield library


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.counts: dict[str, int] = {}
        self.handlers: list[str] = []
        self.links: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.links |= {str(value) for name, value in attrs if tag == "a" and name == "href"}

    def handle_data(self, data: str) -> None:
        self.text += data


PLOTS = pytest.mark.parametrize(
    ("plot", "given"),
    [
        ("conductivity-temperature", {}),
        ("conductivity-family", {}),
        ("neighbourhood", {"material": "Li6PS5Cl"}),
        ("neighbourhood", {"material": NAMES[0]}),
        ("neighbourhood", {"material": NAMES[3]}),
        ("timeline", {}),
    ],
)


@PLOTS
def test_a_page_shows_hostile_names_as_text(plot: str, given: dict[str, str], hostile: Library) -> None:
    tags = Tags(hostile.plot(plot, min_confidence=0.0, width=None, **given).html())
    assert tags.counts["script"] == 1
    assert tags.counts["svg"] == 1
    assert "img" not in tags.counts
    assert "b" not in tags.counts
    assert not tags.handlers
    assert all(link.startswith("https://doi.org/10.") and '"' not in link and "<" not in link for link in tags.links)
    if not given:
        assert "<b onclick=alert(5)>A work</b>" in tags.text


@PLOTS
def test_a_figure_of_hostile_names_is_whole(plot: str, given: dict[str, str], hostile: Library) -> None:
    picture = hostile.plot(plot, min_confidence=0.0, width=None, **given)
    ET.fromstring(picture.svg())
    assert picture.png().startswith(b"\x89PNG")


def test_a_hostile_name_that_is_not_there_gives_a_picture_that_says_so(hostile: Library) -> None:
    picture = hostile.plot("neighbourhood", material="<i>$nothing$</i>")
    assert picture.caption == "Nothing to show: no claim links <i>$nothing$</i>."
    assert "&lt;i&gt;" in picture.html()
    ET.fromstring(picture.svg())
