"""LibreOffice opens the Word file, and nothing is lost when it saves it."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest

from builder.inspection.word import read_word
from builder.writers.word import write_word
from tests.sample_document import draw_media, every_block
from tests.themes import theme

OFFICE = shutil.which("soffice")
THEME = theme()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The sample as written, and as LibreOffice saves it."""
    if OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    draw_media(folder)
    path = folder / "sample.docx"
    path.write_bytes(write_word(every_block(), THEME, folder, {"glance-title": 3}))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "saved"
    command = [OFFICE, profile, "--headless", "--convert-to", "docx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path.read_bytes(), (out / "sample.docx").read_bytes()


def tables(data: bytes) -> int:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml").count(b"<w:tbl>")


def charts(data: bytes) -> list[str]:
    return sorted(name for name in zipfile.ZipFile(BytesIO(data)).namelist() if re.fullmatch(r"word/charts/chart\d+\.xml", name))


def test_structure_survives(saved: tuple[bytes, bytes]) -> None:
    """Headings, footnotes, bookmarks, alternative texts, addresses, tables and charts are those that were written.

    LibreOffice 7.4 forgets the alternative text of a chart when it saves a Word file; that of pictures stays.
    """
    before, after = (read_word(data) for data in saved)
    assert after.headings == before.headings
    assert after.notes == before.notes
    assert [alt for alt in after.alts if alt] == [alt for alt in before.alts if "Column chart" not in alt and "Line chart" not in alt]
    assert len(after.alts) == len(before.alts)
    assert charts(saved[1]) == charts(saved[0]) == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    assert {bookmark.name for bookmark in after.bookmarks} == {bookmark.name for bookmark in before.bookmarks}
    assert set(after.links) == set(before.links)
    assert tables(saved[1]) == tables(saved[0]) > 10


def test_words_and_numbers_of_lists_survive(saved: tuple[bytes, bytes]) -> None:
    """All but the page numbers of the contents, which LibreOffice stores as plain words."""
    before, after = ([piece for text in read_word(data).texts for piece in text.split()] for data in saved)
    start = before.index("How")
    end = after.index("How")
    assert before[start:] == after[end:]
