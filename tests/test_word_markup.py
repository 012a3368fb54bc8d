"""What Word makes of the file: styles, tables, lists, fields, sections."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.document import blocks as b
from builder.document import inlines as i
from builder.inspection.word import read_word
from builder.reading.theme import Size, Theme
from builder.writers.word import write_word
from builder.writers.word.anchors import bookmark_name
from tests.sample_words import ORIGIN, cite
from tests.themes import theme

THEME = theme()


def small(*blocks: b.AnyBlock, kind: b.PartKind = "response") -> b.Document:
    return b.Document("application", "en", "Title", "Award", "City", "2026-07-01", "{page} of {pages}", (b.Part("part", kind, "Part", blocks),))


def paragraph(*children: i.Inline, key: str = "p") -> b.Paragraph:
    return b.Paragraph(key, ORIGIN, children)


def part(document: b.Document, name: str = "word/document.xml", theme: Theme = THEME, pages: dict[str, int] | None = None) -> str:
    return zipfile.ZipFile(BytesIO(write_word(document, theme, Path(), pages or {}))).read(name).decode()


def test_styles_take_fonts_colours_and_sizes_from_the_theme() -> None:
    """Changing the theme changes the named styles, not the text."""
    colours = THEME.colours.model_copy(update={"accent": "#123456"})
    fonts = THEME.fonts.model_copy(update={"text": "Liberation Serif"})
    other = THEME.model_copy(update={"colours": colours, "fonts": fonts, "sizes": THEME.sizes.model_copy(update={"body": Size(10.5, 14)})})
    document = small(paragraph(i.Text("A"), cite(9)))
    styles = part(document, "word/styles.xml", other)
    assert 'w:ascii="Times New Roman"' in styles, "the twin of Liberation Serif that is installed wherever Word is"
    assert '<w:sz w:val="21"/>' in styles
    assert '<w:spacing w:line="280" w:lineRule="atLeast"/>' in styles
    assert "123456" in styles
    assert "9E3318" not in styles
    assert '<w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/>' in part(document, "word/fontTable.xml", other)
    assert part(document) == part(document, theme=other)


def test_headings_are_words_own_and_stay_with_their_text() -> None:
    """Their names are those that every language of Word knows, each with its outline level."""
    styles = part(small(), "word/styles.xml")
    for level in (1, 2, 3, 4):
        style = re.search(rf'<w:style [^>]*w:styleId="Heading{level}">.*?</w:style>', styles)
        assert style is not None
        assert f'<w:name w:val="heading {level}"/>' in style[0]
        assert f'<w:outlineLvl w:val="{level - 1}"/>' in style[0]
        assert "<w:keepNext/>" in style[0]


def test_only_running_text_is_hyphenated() -> None:
    """Hyphens are on for the file, off in the style that all others are based on, and on again in the body."""
    styles = part(small(), "word/styles.xml")
    assert '<w:autoHyphenation w:val="1"/>' in part(small(), "word/settings.xml")
    assert re.search(r'w:styleId="Normal">.*?<w:suppressAutoHyphens w:val="1"/>.*?</w:style>', styles)
    assert re.search(r'w:styleId="BodyText">.*?<w:suppressAutoHyphens w:val="0"/>.*?</w:style>', styles)


def test_word_opens_the_file_without_a_question() -> None:
    """Fields carry their results; nothing asks Word to compute them on opening."""
    assert "updateFields" not in part(small(), "word/settings.xml")


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    """Ten rows are a long table: only the last two must stay together."""
    rows = tuple(b.Row((b.Cell((i.Text(f"Row {n}"),)), b.Cell((i.Text(str(n)),)))) for n in range(10))
    columns = (b.Column((i.Text("Name"),), 3), b.Column((i.Text("Number"),), 1, "end"))
    caption = b.Caption("Table 2", (i.Text("Rows"),))
    table = b.Table("t", ORIGIN, columns, rows, caption)
    markup = part(small(table))
    found = re.findall(r"<w:tr>.*?</w:tr>", markup)
    assert [("<w:tblHeader/>" in row, "<w:keepNext/>" in row) for row in found] == [
        (True, True),
        *[(False, False)] * 8,
        (False, True),
        (False, False),
    ]
    assert all("<w:cantSplit/>" in row for row in found)
    assert '<w:tblCaption w:val="Table 2 Rows"/>' in markup
    assert re.findall(r'<w:gridCol w:w="(\d+)"/>', markup) == ["7399", "2467"]
    assert markup.count('<w:jc w:val="right"/>') == 11
    short = part(small(replace(table, rows=rows[:3])))
    assert ["<w:keepNext/>" in row for row in re.findall(r"<w:tr>.*?</w:tr>", short)] == [True, True, True, False]


def test_a_table_without_titles_has_no_head() -> None:
    """Terms and their explanations stand in the rail and the main column."""
    table = b.Table("t", ORIGIN, (b.Column((), 1), b.Column((), 1)), (b.Row((b.Cell((i.Text("A"),)), b.Cell((i.Text("B"),)))),), kind="key")
    markup = part(small(table))
    assert "<w:tblHeader/>" not in markup
    assert re.findall(r'<w:gridCol w:w="(\d+)"/>', markup) == ["2551", "7315"]


def test_captions_count_with_fields() -> None:
    """`Table 2` shows its number until Word counts anew; a label without number stays plain."""
    table = b.Table("t", ORIGIN, (b.Column((i.Text("A"),), 1),), (), b.Caption("Tabell\u00a012", (i.Text("T"),)))
    markup = part(small(table))
    assert re.search(r'<w:fldSimple w:instr=" SEQ Tabell \\\* ARABIC "><w:r>.*?<w:t xml:space="preserve">12</w:t></w:r></w:fldSimple>', markup)
    assert "SEQ" not in part(small(replace(table, caption=b.Caption("Overview", (i.Text("T"),)))))


def test_every_numbered_list_starts_where_it_says() -> None:
    """Two lists do not count on from each other; nested ones count by themselves."""

    def item(text: str, *more: b.AnyBlock) -> tuple[b.AnyBlock, ...]:
        return (paragraph(i.Text(text), key=text), *more)

    inner = b.List("inner", ORIGIN, (item("x"), item("y")), ordered=True)
    first = b.List("first", ORIGIN, (item("a", inner), item("b")), ordered=True)
    second = b.List("second", ORIGIN, (item("c"), item("d")), ordered=True, start=9)
    dashes = b.List("dashes", ORIGIN, (item("e"),))
    texts = read_word(write_word(small(first, second, dashes), THEME, Path(), {})).texts
    assert texts == ("1.", "a", "1.", "x", "2.", "y", "2.", "b", "9.", "c", "10.", "d", "e")


def test_an_item_may_go_on_after_its_first_paragraph() -> None:
    """What follows in the item is indented with it and bears no number of its own."""
    items = ((paragraph(i.Text("A"), key="a"), paragraph(i.Text("more"), key="b"), b.Callout("c", ORIGIN, "Open", (i.Text("point"),))),)
    assert read_word(write_word(small(b.List("l", ORIGIN, items, ordered=True)), THEME, Path(), {})).texts == ("1.", "A", "more", "Open\tpoint")


def test_the_contents_are_a_field_that_shows_the_pages_it_was_given() -> None:
    """A page that is not known yet is a dash; the numbers are no words of the document."""
    rows = (b.ContentsRow("1 A", "First", "1.1 B", "first"), b.ContentsRow("2 C", "Second", "", "second"))
    document = small(b.Contents("list", ORIGIN, rows), paragraph(i.Text("x"), key="first"), paragraph(i.Text("y"), key="second"))
    markup = part(document, pages={"first": 7})
    assert 'TOC \\o "1-2" \\h \\z' in markup
    assert markup.count('w:fldCharType="begin"') == markup.count('w:fldCharType="end"') == 1
    assert re.findall(r"PAGEREF (\w+) \\h .*?<w:t [^>]*>([^<]+)</w:t>", markup) == [("first", "7"), ("second", "–")]
    assert read_word(write_word(document, THEME, Path(), {"first": 7})).texts[:2] == ("1 A\tFirst\t\n1.1 B", "2 C\tSecond")


def test_a_label_too_wide_for_the_rail_is_narrowed_so_that_its_words_keep_their_place() -> None:
    """In the contents and before a question; a label that fits keeps its width."""
    wide, usual = "5 Stadens innovationsvision", "1 Experimenting"
    rows = (b.ContentsRow(wide, "First", "", "first"), b.ContentsRow(usual, "Second", "", "second"))
    headings = (b.Heading("first", ORIGIN, 2, (i.Text("First?"),), wide), b.Heading("second", ORIGIN, 2, (i.Text("Second?"),), usual))
    markup = part(small(b.Contents("list", ORIGIN, rows), *headings))
    runs = re.findall(r"<w:r><w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t [^>]*>([^<]+)</w:t>", markup)
    assert ["<w:w " in properties for properties, words in runs if words == wide] == [True, True]
    assert ["<w:w " in properties for properties, words in runs if words == usual] == [False, False]


def test_every_part_is_a_section_whose_foot_says_its_title() -> None:
    """The page number is a field; the cover has no foot."""
    parts = (b.Part("c", "cover", "", (paragraph(i.Text("x")),)), b.Part("d", "text", "Annex & more", (paragraph(i.Text("y"), key="q"),)))
    document = replace(small(), parts=parts, foot="p. {page} of {pages}")
    markup = part(document)
    assert markup.count("<w:sectPr>") == 2
    assert markup.count("<w:footerReference") == 1
    foot = part(document, "word/footer1.xml")
    assert re.findall(r'w:instr=" (\w+) "', foot) == ["PAGE", "NUMPAGES"]
    assert re.findall(r"<w:t [^>]*>([^<]+)</w:t>", foot) == ["p. ", "1", " of ", "1", "Annex &amp; more"]


def test_a_part_that_ends_in_a_table_ends_in_a_paragraph() -> None:
    """Word repairs a file whose last element is a table."""
    table = b.Table("t", ORIGIN, (b.Column((i.Text("A"),), 1),), ())
    assert re.search(r"</w:tbl><w:p>(?:(?!<w:p>).)*</w:p><w:sectPr>", part(small(table)))


def test_citations_lead_to_their_entries_one_by_one() -> None:
    """A number whose entry is not in this document leads nowhere; the place in the source follows its number."""
    markup = part(small(paragraph(cite(2, 9, at="p. 4"))))
    assert re.findall(r'<w:hyperlink w:anchor="(\w+)"', markup) == ["entry_h22_city_expo"]
    assert re.findall(r"<w:t [^>]*>([^<]+)</w:t>", markup) == ["2", ",", "9", " (p. 4)"]


def test_words_in_another_language_say_so() -> None:
    """Each run in it, with the region that spelling needs."""
    markup = part(small(paragraph(i.InLanguage("sv", (i.Text("Staden"), i.Strong((i.Text("prövar"),)))))))
    assert markup.count('<w:lang w:val="sv-SE"/>') == 2


def test_a_block_of_one_table_after_another_keeps_its_distance() -> None:
    """Word joins tables that touch."""
    table = b.Table("t", ORIGIN, (b.Column((i.Text("A"),), 1),), ())
    assert "</w:tbl><w:tbl>" not in part(small(table, replace(table, id="u")))


@pytest.mark.parametrize(
    ("block_id", "name"),
    [("city", "city"), ("energy-fund.visits", "energy_fund__visits"), ("h22-city-expo", "h22_city_expo")],
)
def test_bookmarks_can_be_read(block_id: str, name: str) -> None:
    """A reviewer sees from which block a comment comes."""
    assert bookmark_name(block_id) == name


@given(st.lists(st.text("ab1-._Å", max_size=60), unique=True, min_size=2, max_size=2))
def test_every_id_has_a_bookmark_of_its_own_that_word_accepts(ids: list[str]) -> None:
    """40 characters at most, a letter first, no two alike even where ids differ in a single mark."""
    names = [bookmark_name(one) for one in ids]
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)
    assert names[0].lower() != names[1].lower()
