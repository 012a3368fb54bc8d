"""The applicant's logo on the cover."""

import io
from pathlib import Path

import pypdfium2
from PIL import Image

from builder.assembly.assemble import assemble
from builder.document import blocks as b
from builder.inspection.pdf import read_pdf
from builder.inspection.word import read_word
from builder.reading.workspace import read_workspace
from builder.writers.pdf import write_pdf
from builder.writers.word import write_word
from tests.small_workspace import FILES, small_workspace

WITH_LOGO = FILES["dossier.yaml"] + "theme:\n  logo: media/arms.png\n"
BLUE = (0, 60, 160)


def with_logo(folder: Path) -> Path:
    small_workspace(folder, **{"dossier.yaml": WITH_LOGO})
    (folder / "evidence" / "media").mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (300, 150), BLUE).save(folder / "evidence" / "media" / "arms.png")
    return folder


def test_a_logo_stands_on_the_cover_of_both_files(tmp_path: Path) -> None:
    """40 points high, under the facts, with words for those who cannot see it."""
    workspace = read_workspace(with_logo(tmp_path)).workspace
    assert workspace is not None
    document = assemble(workspace, "en").documents[0]
    pdf = write_pdf(document, workspace.theme, tmp_path)
    assert "Logo of City of Smallville" in read_pdf(pdf.data).alts
    assert "Logo of City of Smallville" in read_word(write_word(document, workspace.theme, tmp_path, pdf.page_of)).alts
    page = pypdfium2.PdfDocument(io.BytesIO(pdf.data))[0].render(scale=1).to_pil()
    blue = [(x, y) for x in range(page.width) for y in range(page.height) if page.getpixel((x, y))[:3] == BLUE]
    rows = [y for _, y in blue]
    assert 38 <= max(rows) - min(rows) + 1 <= 41
    assert min(rows) > 600
    assert pdf.page_parts.count(document.parts[0].id) == 1


def test_a_document_without_a_logo_has_none(tmp_path: Path) -> None:
    """No empty frame stands in its place."""
    workspace = read_workspace(small_workspace(tmp_path)).workspace
    assert workspace is not None
    covers = [block for part in assemble(workspace, "en").documents[0].parts for block in part.blocks if isinstance(block, b.Cover)]
    assert [cover.logo for cover in covers] == [None]


def test_a_logo_that_is_missing_is_told_where_it_is_named(tmp_path: Path) -> None:
    """In dossier.yaml, with the file that was looked for."""
    folder = with_logo(tmp_path)
    (folder / "evidence" / "media" / "arms.png").unlink()
    (finding,) = [finding for finding in read_workspace(folder).findings if finding.code == "E125"]
    assert finding.location.path == "dossier.yaml"
    assert finding.location.line == WITH_LOGO.count("\n")
    assert "evidence/media/arms.png" in finding.message
