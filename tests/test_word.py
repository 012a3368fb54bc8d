"""The Word file says what the document says, in its order, and is the same every time."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import every_inline, ids
from builder.document.words import texts
from builder.inspection.pdf import Heading
from builder.inspection.word import WordReading, read_word
from builder.writers.word import write_word
from builder.writers.word.anchors import bookmark_name
from tests.sample_document import draw_media, every_block
from tests.sample_words import ORIGIN, Language
from tests.themes import theme
from tests.torture import torture

THEME = theme()


@pytest.fixture(scope="module", params=["en", "sv"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[b.Document, bytes, WordReading]:
    """The sample in each language, written and read back."""
    folder = tmp_path_factory.mktemp("workspace")
    draw_media(folder)
    language: Language = request.param
    document = every_block(language)
    data = write_word(document, THEME, folder, {"glance-title": 3, "experimenting": 4})
    return document, data, read_word(data)


def small(*blocks: b.AnyBlock, kind: b.PartKind = "response") -> b.Document:
    """A document of one part."""
    return b.Document("application", "en", "Title", "Award", "City", "2026-07-01", "{page} of {pages}", (b.Part("part", kind, "Part", blocks),))


def paragraph(text: str, key: str = "p") -> b.Paragraph:
    return b.Paragraph(key, ORIGIN, (i.Text(text),))


def one_line(pieces: tuple[str, ...]) -> str:
    return " ".join(" ".join(pieces).split())


def part(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(BytesIO(data)).read(name)


def test_every_block_says_its_words_in_their_order(sample: tuple[b.Document, bytes, WordReading]) -> None:
    """Block by block, between the bookmarks that bear its name, and in the whole."""
    document, _, reading = sample
    said = {bookmark.name: one_line(bookmark.texts) for bookmark in reading.bookmarks}
    expected = [(bookmark_name(block.id), one_line(pieces)) for block, pieces in texts(document)]
    assert [(name, said[name]) for name, _ in expected] == expected
    assert one_line(reading.texts) == " ".join(words for _, words in expected)


def test_footnotes_and_alternative_texts_are_said(sample: tuple[b.Document, bytes, WordReading]) -> None:
    """Footnotes stand in the order of their numbers; each drawing and picture has its words."""
    document, _, reading = sample
    english = document.language == "en"
    assert len(reading.alts) == 5
    assert all(reading.alts)
    assert reading.notes == (
        ("The need had already been met elsewhere.", "The wording is that of Good to know.2")
        if english
        else ("Behovet hade redan tillgodosetts på annat håll.", "Ordalydelsen är från Bra att veta.2")
    )


def test_the_file_is_the_same_from_one_run_to_the_next(tmp_path: Path) -> None:
    """Equal content gives equal bytes; no member of the archive bears a time."""
    draw_media(tmp_path)
    first, second = (write_word(every_block(), THEME, tmp_path, {}) for _ in range(2))
    assert first == second
    assert {member.date_time for member in zipfile.ZipFile(BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_knows_what_it_is(sample: tuple[b.Document, bytes, WordReading]) -> None:
    """Title, language and the document's own day stand in the properties, and nothing of the template it did not come from."""
    document, data, reading = sample
    core = part(data, "docProps/core.xml").decode()
    assert reading.title == document.title
    assert reading.language == {"en": "en-GB", "sv": "sv-SE"}[document.language]
    assert core.count("2026-07-01T00:00:00Z") == 2
    assert "python-docx" not in core
    assert not {"docProps/thumbnail.jpeg", "word/stylesWithEffects.xml"} & set(zipfile.ZipFile(BytesIO(data)).namelist())


def test_every_id_has_a_bookmark_and_every_inner_link_leads_to_one(sample: tuple[b.Document, bytes, WordReading]) -> None:
    """A review comment finds its block or field by the bookmark; no link leads nowhere."""
    document, _, reading = sample
    names = [bookmark.name for bookmark in reading.bookmarks]
    fields = {x.id for one in document.parts for block in one.blocks for x in every_inline(block) if isinstance(x, i.Written)}
    assert {bookmark_name(one) for one in {*ids(document), *fields}} == {name for name in names if not name.startswith("_")}
    assert len(fields) > 10
    assert len(reading.targets) > 20
    assert set(reading.targets) <= set(names)


def test_addresses_are_links(sample: tuple[b.Document, bytes, WordReading]) -> None:
    """Once each, with every character of the address."""
    assert sample[2].links == (
        "https://helsingborg.se/annual-report?year=2025&part=2",
        "https://helsingborg.se/annual-report",
        "https://www.h22cityexpo.com/good-to-know/all-the-areas-of-the-expo/oceanhamnen-and-the-north-harbour",
    )


def test_headings_keep_their_levels() -> None:
    """The rail label of a question and the criterion of an opener belong to their headings."""
    levels: tuple[b.Heading, ...] = (
        b.Heading("a", ORIGIN, 1, (i.Text("Experimenting"),), "Criterion 1"),
        b.Heading("b", ORIGIN, 2, (i.Text("How?"),), "1.1 Concepts"),
        b.Heading("c", ORIGIN, 3, (i.Text("First"),)),
        b.Heading("d", ORIGIN, 4, (i.Text("Last"),), "a"),
    )
    expected = (Heading(1, "Criterion 1 Experimenting"), Heading(2, "1.1 Concepts How?"), Heading(3, "First"), Heading(4, "a Last"))
    kinds: tuple[b.PartKind, ...] = ("response", "opener")
    for kind in kinds:
        assert read_word(write_word(small(*levels, kind=kind), THEME, Path(), {})).headings == expected


def test_words_that_xml_does_not_allow_are_refused() -> None:
    """A control character never reaches the file, nor is it dropped in silence."""
    with pytest.raises(ValueError, match="does not allow"):
        write_word(small(paragraph("a\x0bb")), THEME, Path(), {})
    with pytest.raises(ValueError, match="does not allow"):
        write_word(replace(small(paragraph("a")), title="a\x01"), THEME, Path(), {})


def test_bytes_that_are_no_word_file_are_refused() -> None:
    """Reading says so instead of finding nothing."""
    with pytest.raises(ValueError, match="not a Word file"):
        read_word(b"%PDF-1.7")
    empty = BytesIO()
    zipfile.ZipFile(empty, "w").close()
    with pytest.raises(ValueError, match=r"lacks word/document\.xml"):
        read_word(empty.getvalue())


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_words_come_back_as_they_were(words: str) -> None:
    """Markup, quotation marks and rare letters are words, in text, attributes and properties alike."""
    url = "https://example.org/?q=" + words
    link = i.Link((i.Text(words),), url)
    document = replace(small(paragraph(words), b.Callout("c", ORIGIN, words, (link,)), b.Coverage("v", ORIGIN, words, ())), title=words)
    reading = read_word(write_word(document, THEME, Path(), {}))
    assert one_line(reading.texts) == one_line((words,) * 4)
    assert reading.title == words
    assert reading.links == (url,)


def test_every_part_is_well_formed_and_names_only_styles_there_are(sample: tuple[b.Document, bytes, WordReading]) -> None:
    """A style that is used but not defined would fall back to Word's own look."""
    archive = zipfile.ZipFile(BytesIO(sample[1]))
    parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".xml")}
    assert [etree.fromstring(content).tag for content in parts.values()]
    defined = set(re.findall(rb'w:styleId="(\w+)"', parts["word/styles.xml"]))
    used = {style for content in parts.values() for style in re.findall(rb'<w:[pr]Style w:val="(\w+)"', content)}
    assert len(used) > 30
    assert used <= defined


def test_no_table_is_without_rows() -> None:
    """Key figures and cards of which there are none leave nothing: LibreOffice drops an empty table with the bookmark around it."""
    body = etree.fromstring(part(write_word(torture(), THEME, Path(), {}), "word/document.xml"))
    tables = list(body.iter("{*}tbl"))
    assert len(tables) > 10
    assert [table for table in tables if table.find("{*}tr") is None] == []
