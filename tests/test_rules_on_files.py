"""Rules about files beside the evidence: local copies and pictures."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from PIL import Image

from builder.build.pipeline import documents
from builder.findings import Finding
from builder.reading.workspace import read_workspace
from tests.corpus.loader import base

ENTRY = "evidence/openness/fair.yaml"
COPY = b"the words that prove it"


def findings(folder: Path, entry: str) -> list[Finding]:
    for name, text in {**base(), ENTRY: entry}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    workspace = read_workspace(folder).workspace
    assert workspace is not None, read_workspace(folder).findings
    return list(documents(workspace, dt.date(2026, 7, 1))[1])


def picture(folder: Path, width: int, height: int, more: str = "credit: A. Berg, licence: CC0") -> list[Finding]:
    (folder / "evidence" / "media").mkdir(parents=True)
    Image.new("RGB", (width, height)).save(folder / "evidence" / "media" / "fair.png")
    comma = ", " if more else ""
    return findings(folder, base()[ENTRY] + f"media:\n  - {{file: media/fair.png, alt: The fair{comma}{more}}}\n")


@pytest.mark.parametrize(("checksum", "codes"), [(hashlib.sha256(COPY).hexdigest(), []), ("0" * 64, ["C304"])])
def test_a_local_copy_must_be_the_file_whose_checksum_was_taken(tmp_path: Path, checksum: str, codes: list[str]) -> None:
    """And the hint gives the checksum of what is there now."""
    (tmp_path / "evidence" / "files").mkdir(parents=True)
    (tmp_path / "evidence" / "files" / "page.pdf").write_bytes(COPY)
    entry = base()[ENTRY] + f"  copy: {{title: Copy, publisher: A, file: files/page.pdf, sha256: '{checksum}'}}\n"
    found = findings(tmp_path, entry)
    assert [finding.code for finding in found] == codes
    assert all(hashlib.sha256(COPY).hexdigest() in finding.hint for finding in found)


@pytest.mark.parametrize(
    ("width", "height", "dots"),
    [(762, 400, None), (761, 400, None), (700, 400, 138), (400, 200, 96), (3000, 600, None), (400, 2000, None)],
)
def test_a_picture_needs_150_dots_an_inch_where_it_is_printed(tmp_path: Path, width: int, height: int, dots: int | None) -> None:
    """The main column has 129 mm, 365.7 pt: 762 pixels are 150 dots an inch; a small picture is printed at 96, and a high one is narrow."""
    found = picture(tmp_path, width, height)
    assert [finding.code for finding in found] == ([] if dots is None else ["C322"])
    assert all(f"are {dots} dots per inch" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("credit: A. Berg", "the picture media/fair.png has no `licence`"),
        ("licence: CC0", "the picture media/fair.png has no `credit`"),
        ("", "the picture media/fair.png has no `credit` and no `licence`"),
    ],
)
def test_a_picture_needs_its_maker_and_licence(tmp_path: Path, more: str, message: str) -> None:
    """Whoever prints a picture must be allowed to."""
    assert [(finding.code, finding.message) for finding in picture(tmp_path, 1600, 900, more)] == [("C321", message)]
