"""What refers to a label, a number or a title is a field in the Word file, and computing it anew gives the words that the PDF shows."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from builder.document import blocks as b
from builder.document import inlines as i
from builder.inspection.word import read_word
from builder.writers.word import write_word
from tests.bookmarks import enclosed, fields
from tests.office import saved_by_office
from tests.sample_words import ORIGIN
from tests.themes import NAMES, theme

LINK = '<w:hyperlink w:anchor="'


def paragraph(key: str, *children: i.Inline) -> b.Paragraph:
    return b.Paragraph(key, ORIGIN, children)


def written(*blocks: b.AnyBlock, name: str = "civic") -> bytes:
    parts = (b.Part("part", "response", "Part", blocks),)
    return write_word(b.Document("application", "en", "Title", "Award", "City", "2026-07-01", "{page}", parts), theme(name), Path(), {})


def heading(key: str, title: i.Inlines, label: str = "", level: int = 2) -> b.Heading:
    return b.Heading(key, ORIGIN, level, title, label)  # type: ignore[arg-type]


CAPTION = b.Caption("Table\u00a02", (i.Text("Money"),))
TABLE = b.Table("money", ORIGIN, (b.Column((i.Text("A"),), 1),), (b.Row((b.Cell((i.Text("x"),)),)),), CAPTION)
CHART = b.Chart("visits", ORIGIN, "columns", (b.Point("2020", 1, "1"),), (), b.Caption("Figure 1", (i.Text("Visits"),)), "Alt", ())
QUESTION = heading("q", (i.Text("How does the city test?"),), "1.2 Test bed")
UNNUMBERED = heading("about", (i.Text("About "), i.Emphasis((i.Text("the city"),))), level=1)


@pytest.mark.parametrize("name", NAMES)
def test_a_field_shows_the_words_that_its_bookmark_encloses(name: str) -> None:
    """A caption's label, the number in a label, a whole label, a title: in every theme."""
    words = {"Table\u00a02": "money", "Figure 1": "visits", "1.2": "q", "1.2 Test bed": "q", "About the city": "about"}
    refers = paragraph("p", *(i.CrossReference(text, target) for text, target in words.items()))
    data = written(UNNUMBERED, QUESTION, refers, TABLE, CHART, name=name)
    between = dict(enclosed(data))
    found = fields(data, "REF")
    assert [shown for _, shown in found] == list(words)
    assert [between[bookmark] for bookmark, _ in found] == [" ".join(text.split()) for text in words]
    assert LINK not in zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert read_word(data).targets == tuple(words.values()), "each leads to its block"


def test_a_label_keeps_counting_inside_its_bookmark() -> None:
    """Word numbers the tables anew, and what refers to one follows."""
    markup = zipfile.ZipFile(BytesIO(written(paragraph("p", i.CrossReference("Table\u00a02", "money")), TABLE))).read("word/document.xml").decode()
    start, end = markup.index('w:name="_Ref'), markup.index("SEQ Table")
    assert start < end < markup.index("<w:bookmarkEnd", start)


@pytest.mark.parametrize(
    ("target", "words"),
    [("money", "table 2"), ("q", "the next question"), ("noted", "Noted1"), ("r", "Text")],
    ids=["another case", "other words", "a title with a note", "no label"],
)
def test_where_a_field_would_say_other_words_there_is_a_link(target: str, words: str) -> None:
    """It leads to the bookmark of the block."""
    noted = heading("noted", (i.Text("Noted"), i.Footnote(1, (i.Text("Note."),))))
    data = written(QUESTION, TABLE, noted, paragraph("r", i.Text("Text")), paragraph("p", i.CrossReference(words, target)))
    assert fields(data, "REF") == []
    assert read_word(data).targets == (target,)


def test_the_questions_of_a_coverage_refer_to_their_headings() -> None:
    """By their labels."""
    cells = (b.CoverageCell("1.2 Test bed", "full", ("Answered",), "q"), b.CoverageCell("1.3 Reach", "none", ("Not answered",), ""))
    data = written(b.Coverage("c", ORIGIN, "Questions", cells), QUESTION)
    assert [shown for _, shown in fields(data, "REF")] == ["1.2 Test bed"]


def test_libreoffice_computes_the_same_words(tmp_path: Path) -> None:
    """It does so whenever it opens a file: as Word file and as PDF the words stay as they were."""
    words = {"Table\u00a02": "money", "Figure 1": "visits", "1.2": "q", "1.2 Test bed": "q", "About the city": "about"}
    refers = (paragraph(f"p{n}", i.Text("See "), i.CrossReference(text, target), i.Text(".")) for n, (text, target) in enumerate(words.items()))
    other = b.Table("first", ORIGIN, TABLE.columns, TABLE.rows, b.Caption("Table\u00a01", (i.Text("First"),)))
    data = written(UNNUMBERED, QUESTION, *refers, other, TABLE, CHART)
    saved, pdf = saved_by_office(data, tmp_path)
    assert [shown for _, shown in fields(saved, "REF")] == list(words)
    assert read_word(saved).texts == read_word(data).texts
    printed = " ".join(pdf.split())
    assert [f"See {' '.join(text.split())}." in printed for text in words] == [True] * len(words)
