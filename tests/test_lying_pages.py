"""A table too wide for an upright page stands on a page that lies on its side, in both files."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from builder.assembly.stretches import is_wide, stretches
from builder.build.pipeline import documents
from builder.document import blocks as b
from builder.document import inlines as i
from builder.inspection.measure import measure
from builder.parity.compare import failed
from builder.parity.verify import verify_pdf, verify_word
from builder.reading.workspace import read_workspace
from builder.writers.pdf import write_pdf
from builder.writers.word import write_word
from tests.sample_words import ORIGIN
from tests.small_workspace import FILES, small_workspace
from tests.test_dossier import TODAY
from tests.themes import theme

RESPONSE = "evidence/openness/response.yaml"
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WIDE = f"""
      | District | {" | ".join(MONTHS)} |
      |---|{"--:|" * 12}
      | Harbourside | {" | ".join(f"{{={1000 + n}: counted}}" for n in range(12))} |
      | Old Town | {" | ".join(f"{{={2000 + n}: counted}}" for n in range(12))} |
"""
MILLIMETRE = 72 / 25.4


def table(*columns: tuple[int, str]) -> b.Table:
    """A table of one row, from the share of each column and its word."""
    heads = tuple(b.Column((i.Text("A"),), share) for share, _ in columns)
    return b.Table("table", ORIGIN, heads, (b.Row(tuple(b.Cell((i.Text(word),)) for _, word in columns)),))


def test_a_table_is_wide_when_words_of_many_columns_find_no_room() -> None:
    """Six columns of twelve letters stand side by side, of fifteen they do not; in five columns long words are divided."""
    assert not is_wide(table(*[(12, "x" * 12)] * 6))
    assert is_wide(table(*[(15, "x" * 15)] * 6))
    assert not is_wide(table(*[(30, "x" * 30)] * 5))


def test_a_wide_table_takes_its_headings_along_and_leaves_the_rest_upright() -> None:
    """Words, heading, table, words: the two in the middle lie."""
    words = [b.Paragraph(f"p{n}", ORIGIN, (i.Text("Words"),)) for n in (1, 2)]
    heading, wide = b.Heading("h", ORIGIN, 3, (i.Text("Months"),)), table(*[(15, "x" * 15)] * 6)
    assert list(stretches("response", [words[0], heading, wide, words[1]])) == [([words[0]], False), ([heading, wide], True), ([words[1]], False)]


@pytest.mark.parametrize("name", ["civic", "plain"])
def test_both_files_turn_the_page_for_a_wide_table_and_turn_it_back(tmp_path: Path, name: str) -> None:
    """Its page is 297 mm wide, those before and after 210; nothing reaches over the margins, no page is empty, and both files say the same."""
    text = FILES[RESPONSE].replace("      1. First outdoors", f"{WIDE}\n      After the table.\n\n      1. First outdoors")
    small_workspace(tmp_path, **{RESPONSE: text, "dossier.yaml": FILES["dossier.yaml"].replace("languages: [en, sv]", "languages: [en]")})
    workspace = read_workspace(tmp_path).workspace
    assert workspace
    document = documents(workspace, TODAY)[0][0]
    pdf = write_pdf(document, theme(name), tmp_path)
    measured = measure("application.en.pdf", pdf.data)
    widths = [round(sheet.width / MILLIMETRE) for sheet in measured.sheets]
    assert widths.count(297) == 1
    assert widths[0] == widths[-1] == 210
    lying = measured.sheets[widths.index(297)]
    assert lying.text
    assert min(lying.text.left, lying.text.right) >= theme(name).margins.side - 0.1
    assert measured.blank == ()
    word = write_word(document, theme(name), tmp_path, pdf.page_of)
    sections = docx.Document(io.BytesIO(word)).sections
    turned = [section.orientation == WD_ORIENT.LANDSCAPE for section in sections]
    assert sum(turned) == 1
    assert not turned[0]
    assert not turned[-1]
    section = sections[turned.index(True)]
    assert section.page_width
    assert round(section.page_width.mm) == 297
    checks = [*verify_pdf("application.en.pdf", pdf.data, document), *verify_word("application.en.docx", word, document)]
    assert len(checks) > 20
    assert list(failed(checks)) == []
    (tmp_path / "lying.pdf").write_bytes(pdf.data)
    (tmp_path / "lying.docx").write_bytes(word)
