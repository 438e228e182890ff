"""Files in: the right reader, every encoding, and one clear line for what cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from lithograph.corpus.decoding import MAX_LINE
from lithograph.corpus.reading import choose_reader, read_document, read_text, readers
from lithograph.errors import DocumentError, DocumentParseError, UnsupportedFormatError
from lithograph.time_limit import call_within

TEXT = "# Salts of the sea\n\nLi₃N works at 25 °C and 1.2 mS cm⁻¹.\n"


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_readers_are_those_of_the_entry_points() -> None:
    assert [reader.name for reader in readers()] == ["markdown", "text"]


@pytest.mark.parametrize(
    ("head", "name", "reader"),
    [
        ("Cells are old.", "a.md", "markdown"),
        ("Cells are old.", "a.txt", "text"),
        ("Cells are old.", "a", "text"),
        ("# Cells\n\n**Bold** and Li<sub>3</sub>N\n\n## Salts\n", "a.txt", "markdown"),
        ("# Cells\n\nCells are **old**.\n\n## Salts\n", "a", "markdown"),
    ],
    ids=["md", "txt", "none", "content beats extension", "content alone"],
)
def test_choose_reader(head: str, name: str, reader: str) -> None:
    assert choose_reader(head, Path(name)).name == reader


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content = TEXT.encode(encoding)
    document = read_document(write(tmp_path, "paper.md", content))
    assert document.blocks[-1].text == "Li3N works at 25 °C and 1.2 mS cm-1."
    assert document.source == TEXT
    assert document.content_hash == hashlib.sha256(content).hexdigest()
    assert (document.name, document.reader) == ("paper.md", "markdown/3")
    assert not [finding for finding in document.findings if finding.code == "wrong-encoding"]


def test_windows_encoding_is_a_finding(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "paper.md", "# Salts\n\nCells at 25 °C – really.\n".encode("cp1252")))
    assert document.blocks[-1].text == "Cells at 25 °C – really."
    (finding,) = [finding for finding in document.findings if finding.code == "wrong-encoding"]
    assert finding.line == 3


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, "paper.md", TEXT.encode())
    assert read_document(path) == read_document(path)
    assert read_document(path).blocks == read_text(TEXT, name="paper.md").blocks


BAD = {
    "empty": (b"", "empty"),
    "no text": (b"  \n\n 12 --- \n", "no text"),
    "zeros": (b"abc\x00\x01\x02def" * 20, "binary"),
    "controls": (bytes(range(1, 9)) * 30 + b"text", "binary"),
    "pdf": (b"%PDF-1.7 \xff\xfe", "PDF"),
    "zip": (b"PK\x03\x04rest", "zip"),
    "image": (b"\x89PNG\r\n", "image"),
    "broken utf-16": (b"\xff\xfea", "broken"),
    "long line": (b"word " * (MAX_LINE // 4), "characters long"),
}


@pytest.mark.parametrize(("content", "reason"), BAD.values(), ids=BAD.keys())
def test_bad_files_give_one_clear_line(tmp_path: Path, content: bytes, reason: str) -> None:
    path = write(tmp_path, "paper.md", content)
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    line = str(caught.value)
    assert line.startswith(str(path))
    assert reason in line
    assert "\n" not in line


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentParseError, match="no such file"):
        read_document(tmp_path / "none.md")


def test_a_directory(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormatError, match="is a directory"):
        read_document(tmp_path)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(DocumentParseError):
        read_document(Path("a\x00b.md"))


def test_a_name_too_long() -> None:
    with pytest.raises(DocumentParseError, match="cannot be read"):
        read_document(Path("a" * 5000 + ".md"))


def test_a_line_of_50_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = write(tmp_path, "paper.md", b"word " * 10_000_000)
    with pytest.raises(DocumentParseError) as caught:
        call_within(60, lambda: read_document(path))
    assert caught.value.line == 1


@pytest.mark.parametrize(
    "source",
    [
        r"A $\text{Li_3 cell and \frac{a}{",
        "A cell</sub> of <sup>salt",
        "A cell of ${{{{ salt",
        "A [cell](of ![salt](",
        "A **cell of *salt",
        "A cell &#x110000; &unknown; salt",
        "| a cell | of |\n|---|",
        "# ",
        "\ue000 A cell \ue000",
    ],
)
def test_unbalanced_markup_never_fails(source: str) -> None:
    document = read_text(f"{source}\n\nA last paragraph.\n", name="paper.md")
    assert document.blocks[-1].text.endswith("A last paragraph.")


def test_what_the_converter_lost_is_a_finding() -> None:
    document = read_text(
        "# Salts\n\nCells work [1].\n\n<!-- formula-not-decoded -->\n\nAt 25 \ufffdC.\n", name="paper.md"
    )
    found = [(finding.code, finding.line) for finding in document.findings if finding.severity == "info"]
    assert found == [("lost-formula", 5), ("lost-characters", 7)]


def test_windows_line_ends_change_nothing_but_offsets() -> None:
    table = "| a | b |\n|---|---|\n| LLZO | 1 |"
    references = "## References\n\n1. Noether, E.: A. B. 1, 2 (1990)."
    source = f"# Salts\n\nCells work\nwell [1].\n\n{table}\n\n{references}\n"
    unix, windows = read_text(source, name="paper.md"), read_text(source.replace("\n", "\r\n"), name="paper.md")
    assert [(block.text, block.line, block.citations and 1) for block in unix.blocks] == [
        (block.text, block.line, block.citations and 1) for block in windows.blocks
    ]
    assert unix.bibliography[1].text == windows.bibliography[1].text
    assert windows.blocks[-1].table


def test_a_markdown_without_references_is_fine() -> None:
    document = read_text(TEXT, name="paper.md")
    assert document.bibliography == {}
    assert [finding.code for finding in document.findings] == ["no-references"]
