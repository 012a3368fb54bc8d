"""The page for the screen: complete in one file, with landmarks, notes that lead there and back, and the theme's look."""

import base64
import io
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from fontTools.ttLib import TTFont
from lxml import html
from PIL import Image

from builder.cli import main
from builder.document import blocks as b
from builder.document import inlines as i
from builder.findings import DossierError
from builder.writers.page import write_page
from tests.sample_document import draw_media, every_block
from tests.sample_words import ORIGIN
from tests.small_workspace import small_workspace
from tests.themes import theme


def document(*blocks: b.AnyBlock) -> b.Document:
    heading = b.Heading("first", ORIGIN, 1, (i.Text("First"),))
    return b.Document("d", "en", "Title", "Prize", "City", "2026-07-01", "{page}", (b.Part("p", "text", "Part", (heading, *blocks)),))


def paragraph(*children: i.Inline) -> b.Paragraph:
    return b.Paragraph("paragraph", ORIGIN, children)


def read(page: str) -> Any:  # noqa: ANN401 - the type of what an XPath finds says nothing
    return html.document_fromstring(page)


def written(*blocks: b.AnyBlock, folder: Path = Path()) -> Any:  # noqa: ANN401
    return read(write_page(document(*blocks), theme("plain"), folder))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the sample document."""
    folder = tmp_path_factory.mktemp("workspace")
    draw_media(folder)
    return write_page(every_block(), theme(), folder)


def test_a_page_needs_nothing_from_elsewhere(sample: str) -> None:
    """No script, no link to a file, no address but data; and a policy that forbids whatever is not in it."""
    root = read(sample)
    assert root.xpath("//script | //link | //iframe | //object") == []
    loaded = re.findall(r'(?:src="|url\(|@import)\s*["\']?([a-z]*:?)', sample)
    assert len(loaded) > 5
    assert set(loaded) == {"data:"}
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:")


def test_a_page_has_landmarks_and_one_title(sample: str) -> None:
    """The cover is the header; contents stand before the text; every heading is one level below the title or deeper, none is left out."""
    root = read(sample)
    assert [element.tag for element in root.iter("header", "nav", "main", "footer")] == ["header", "nav", "main", "footer"]
    assert [title.text for title in root.iter("h1")] == ["Helsingborg"]
    assert root.find("body/a").get("href") == "#main"
    levels = [int(element.tag[1]) for element in root.iter("h1", "h2", "h3", "h4", "h5")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert len(levels) > 10
    rows = root.xpath("//nav//a/@href")
    assert len(rows) > 3
    assert {row[1:] for row in rows} <= set(root.xpath("//@id"))


def test_a_document_without_cover_and_contents_gets_both_from_its_headings() -> None:
    """The title of the document, and its parts and entries to choose from."""
    entry = b.RegisterEntry("entry-fair", ORIGIN, 7, "fair", (), (i.Text("The fair"),), (), (), ())
    root = written(entry)
    assert [title.text for title in root.iter("h1")] == ["Title"]
    assert [(link.text_content().strip(), link.get("href")) for link in root.xpath("//nav//a")] == [
        ("First", "#first"),
        ("7 The fair", "#entry-fair"),
    ]


def test_a_note_leads_to_its_words_and_back() -> None:
    """And the way back has a name."""
    root = written(paragraph(i.Text("Said"), i.Footnote(3, (i.Text("A note, "), i.Emphasis((i.Text("stressed"),))))))
    (call,) = root.xpath("//p[@id='paragraph']//a")
    note = root.get_element_by_id(call.get("href")[1:])
    assert (call.text, note.get("value")) == ("3", "3")
    assert note.find("span").text_content() == "A note, stressed"
    assert note.find("a").get("href") == f"#{call.get('id')}"
    assert note.find("a").get("aria-label") == "Back to note 3 in the text"


def test_words_in_another_language_say_so_and_fixed_words_are_in_that_of_the_document(tmp_path: Path) -> None:
    """In the Swedish document the English words are marked."""
    draw_media(tmp_path)
    root = read(write_page(every_block("sv"), theme("plain"), tmp_path))
    assert root.get("lang") == "sv"
    assert root.xpath("//span[@lang='en']")[0].text == "The city’s executive office"
    assert (root.find("body/a").text, root.xpath("//nav/@aria-label")) == ("Till texten", ["Innehåll"])


def test_a_table_of_many_columns_can_be_moved_by_keys_and_has_a_name(sample: str) -> None:
    """One of two columns has room on any screen."""
    root = read(sample)
    boxes = {box.find("table").get("id"): box for box in root.xpath("//div[@class='scroll']")}
    assert boxes["indicators"].get("aria-label") == "Table 2 Indicators for Experimenting"
    assert all((box.get("tabindex"), box.get("role")) == ("0", "group") for box in boxes.values())
    assert root.xpath("//table[@class='key short']/parent::section")


def test_a_table_without_any_words_is_written_too() -> None:
    """Nothing can name it."""
    bare = b.Table("bare", ORIGIN, (b.Column((), 1),) * 3, ())
    assert written(bare).get_element_by_id("bare").getparent().get("aria-label") == ""


def test_the_fonts_of_the_theme_are_within_and_hold_the_characters_used() -> None:
    """A character that they lack comes from a carried font; those that nobody wrote are left out."""
    page = write_page(document(paragraph(i.Text("Ж and 🌱"))), theme("plain"), Path())
    fonts: dict[str, set[int]] = {}
    for family, data in re.findall(r'font-family: "([^"]+)";[^}]*base64,([^)]+)\)', page):
        with TTFont(io.BytesIO(base64.b64decode(data))) as font:
            fonts.setdefault(family, set(font.getBestCmap()))
    assert ord("Ж") in fonts["Liberation Serif"]
    assert ord("Щ") not in fonts["Liberation Serif"]
    assert ord("🌱") in fonts["Noto Emoji"]


def test_a_picture_is_within_the_page_and_no_finer_than_on_paper(tmp_path: Path) -> None:
    """Three thousand pixels are more than any page shows."""
    (tmp_path / "wide.png").parent.mkdir(exist_ok=True)
    Image.new("RGB", (3000, 1000), "#336699").save(tmp_path / "wide.png")
    picture = b.Picture("picture", ORIGIN, "wide.png", "Water", 3000, 1000, b.Caption("", ()))
    (image,) = written(picture, folder=tmp_path).xpath("//main//img")
    kind, _, data = image.get("src").partition(";base64,")
    assert (kind, image.get("alt")) == ("data:image/png", "Water")
    with Image.open(io.BytesIO(base64.b64decode(data))) as shown:
        assert (str(shown.width), str(shown.height)) == (image.get("width"), image.get("height")) == ("1524", "508")


def test_a_picture_that_is_missing_is_found() -> None:
    """As for the PDF."""
    with pytest.raises(DossierError) as caught:
        written(b.Picture("picture", ORIGIN, "gone.png", "Gone", 30, 10, b.Caption("", ())))
    assert [finding.code for finding in caught.value.findings] == ["E305"]


def test_words_cannot_leave_their_place(tmp_path: Path) -> None:
    """Neither those of the evidence nor a workspace's own style sheet, which takes the place of the built-in one."""
    own = tmp_path / "templates" / "style" / "screen.css"
    own.parent.mkdir(parents=True)
    own.write_text('p::before { content: "</style><script>alert(1)</script>" }', encoding="utf-8")
    root = written(paragraph(i.Text('</p><script>alert(2)</script>" src="workspace:gone.png"')), folder=tmp_path)
    assert root.xpath("//script | //main//img") == []
    assert root.get_element_by_id("paragraph").text.startswith("</p><script>")
    assert "content: " in root.findtext("head/style")


def test_equal_documents_give_equal_bytes(sample: str, tmp_path: Path) -> None:
    """Fonts and pictures included, wherever they lie."""
    draw_media(tmp_path)
    assert write_page(every_block(), theme(), tmp_path) == sample


def test_the_command_writes_a_page_without_laying_out_a_pdf(tmp_path: Path) -> None:
    """It has no pages to count."""
    arguments = ["build", str(small_workspace(tmp_path)), "--format", "html", "--language", "en", "--document", "application", "--timings"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert [file.name for file in (tmp_path / "output").iterdir() if file.is_file()] == ["application.en.html"]
    assert re.search(r"application\.en\.html +– ", result.output)
    assert "application.en.html, written" in result.output
    assert ".pdf" not in result.output


def test_the_command_writes_all_formats_together(tmp_path: Path) -> None:
    """In the order in which they are offered."""
    arguments = ["build", str(small_workspace(tmp_path)), "--format", "md,html,pdf,docx,txt", "--language", "en", "--document", "application"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    names = re.findall(r"(?m)^\S+application\.en\.(\w+) ", result.output)
    assert names == ["pdf", "docx", "html", "txt", "md"]
