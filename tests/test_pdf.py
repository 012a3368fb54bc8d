"""The PDF says what the document says, in its order, and is the same every time."""

import hashlib
import io
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.words import block_texts, texts
from builder.findings import DossierError
from builder.inspection.pdf import PdfReading, count_words, folded, read_pdf
from builder.reading.fonts import carried
from builder.writers.pdf import Pdf, write_pdf
from builder.writers.pdf.spelling import surest
from tests.sample_document import draw_media, every_block
from tests.sample_words import ORIGIN, Language, cite
from tests.themes import NAMES, theme

THEME = theme()


@pytest.fixture(scope="module", params=["en", "sv"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[b.Document, Pdf, PdfReading]:
    """The sample in each language, written and read back."""
    folder = tmp_path_factory.mktemp("workspace")
    draw_media(folder)
    language: Language = request.param
    document = every_block(language)
    pdf = write_pdf(document, THEME, folder)
    return document, pdf, read_pdf(pdf.data)


def small(*blocks: b.AnyBlock, kind: b.PartKind = "response") -> b.Document:
    """A document of one part."""
    return b.Document("application", "en", "Title", "Award", "City", "2026-07-01", "{page} of {pages}", (b.Part("part", kind, "Part", blocks),))


def paragraph(text: str, key: str = "p") -> b.Paragraph:
    return b.Paragraph(key, ORIGIN, (i.Text(text),))


def expected(document: b.Document, pdf: Pdf) -> str:
    """The document's words, with the page numbers of its contents, without white space."""
    pieces: list[str] = []
    for block, words in texts(document):
        if isinstance(block, b.Contents):
            pieces += [f"{row.label}{row.title}{row.detail}{pdf.page_of[row.target]}" for row in block.rows]
        else:
            pieces += words
    return folded("".join(pieces))


def test_the_pdf_says_the_words_of_the_document_in_their_order(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """No word is lost, added, hyphenated or moved, whichever block it stands in."""
    document, pdf, reading = sample
    assert folded("".join(reading.texts)) == expected(document, pdf)


def test_words_are_divided_as_in_the_document(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """Lines and hyphens of the layout neither join words nor split them: only the page numbers of the contents are more."""
    document, _, reading = sample
    rows = sum(len(block.rows) for block, _ in texts(document) if isinstance(block, b.Contents))
    assert count_words(reading.texts) == count_words(piece for _, words in texts(document) for piece in words) + rows


def test_each_block_is_a_destination_on_the_page_that_shows_it(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """Every id of the top level is known, its named destination leads to the page reported, and parts follow one another."""
    document, pdf, _ = sample
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        names = list(file.Root.Names.Dests.Names)
        pages = [page.obj.objgen for page in file.pages]
        led_to = {str(name): pages.index(destination[0].objgen) + 1 for name, destination in zip(names[::2], names[1::2], strict=True)}
    for block, _ in texts(document):
        assert led_to[block.id] == pdf.page_of[block.id]
    assert list(dict.fromkeys(pdf.page_parts)) == [part.id for part in document.parts]
    assert len(pdf.page_parts) == pdf.pages


def test_every_link_inside_the_document_leads_somewhere(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """Each destination that an annotation names exists."""
    _, pdf, _ = sample
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        names = {str(name) for name in list(file.Root.Names.Dests.Names)[::2]}
        wanted = {str(note.Dest) for page in file.pages for note in page.get("/Annots", []) if "/Dest" in note}
    assert {"entry-h22-city-expo", "reference-annual-report", "q-test-bed", "partners"} <= wanted <= names


def test_the_file_is_tagged_named_and_in_its_language(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """What a screen reader and a file list need is there, and no font is missing."""
    document, pdf, reading = sample
    assert (reading.tagged, reading.language, reading.title) == (True, document.language, document.title)
    assert reading.fonts
    assert all(font.embedded for font in reading.fonts)
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert (str(file.docinfo.Author), str(file.docinfo.Subject)) == (document.author, document.subject)
        assert str(file.docinfo.CreationDate) == "D:20260701"
        assert b'pdfuaid:part="1"' in file.Root.Metadata.read_bytes()


def test_links_and_pictures_are_described_for_those_who_do_not_see_them(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """A link is described by its words; a picture's place counts in points from the lower left: the cover's drawing stands 29 mm in and 55 mm up."""
    _, pdf, _ = sample
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        annotations = [note for page in file.pages for note in page.get("/Annots", [])]
        to_expo = {str(note.Contents) for note in annotations if "/Dest" in note and str(note.Dest) == "entry-h22-city-expo"}
        figures = [each for each in walk(file.Root.StructTreeRoot.K[0]) if str(each.S) == "/Figure"]
        corner = [float(length) for length in list(figures[0].A.BBox)[:2]]
    assert to_expo == {"2"}
    assert corner == pytest.approx([29 / 25.4 * 72, 55 / 25.4 * 72], abs=0.1)


def test_headings_and_bookmarks_are_those_of_the_document(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """Headings keep their level and label; those of the first three levels are bookmarks."""
    document, pdf, reading = sample
    headings = [block for block, _ in texts(document) if isinstance(block, b.Heading)]
    said = [(block.level, " ".join(filter(None, block_texts(block)))) for block in headings]
    assert [(heading.level, heading.text) for heading in reading.headings] == said
    with pikepdf.open(io.BytesIO(pdf.data)) as file, file.open_outline() as outline:
        found: list[str] = []
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            found.append(" ".join(item.title.split()))
            waiting = [*item.children, *waiting]
    assert found == [text for level, text in said if level <= 3]


def test_pictures_and_drawings_speak_through_their_alternative_text(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """Each figure has its text, in order; words inside drawings are not read as text."""
    document, _, reading = sample
    figures = [block for block, _ in texts(document) if isinstance(block, b.Picture | b.Chart | b.Cover)]
    assert list(reading.alts) == [block.alt for block in figures]


def test_footnotes_are_notes_apart_from_the_text(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """Two notes in order, without their numbers; a citation in one keeps its mark."""
    document, _, reading = sample
    first = {"en": "The need had already been met elsewhere.", "sv": "Behovet hade redan tillgodosetts på annat håll."}
    second = {"en": "The wording is that of Good to know.2", "sv": "Ordalydelsen är från Bra att veta.2"}
    assert reading.notes == (first[document.language], second[document.language])


def test_words_in_another_language_say_so(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """The one stretch in the other language, and nothing else, has a language of its own."""
    document, pdf, _ = sample
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        languages = [str(each.Lang) for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/Lang" in each]
    assert languages == ["sv" if document.language == "en" else "en"]


def test_a_table_cut_by_pages_is_one_table_with_one_head(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """The forty rows of the long table stand in one element, and every cell's headers are found."""
    _, pdf, _ = sample
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        elements = [each for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
        tables = [each for each in elements if str(each.S) == "/Table" and tags_below(each).count("/TR") > 40]
        assert len(tables) == 1
        assert tags_below(tables[0]).count("/THead") == 1
        assert tags_below(tables[0]).count("/TR") == 1 + 4 + 40
        held = [each for each in walk(tables[0]) if str(each.S) in {"/TD", "/TH"}]
        ids = {str(each.ID) for each in held if "/ID" in each}
        assert all(str(key) in ids for each in held for key in each.get("/A", pikepdf.Dictionary()).get("/Headers", []))


def walk(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [element, *(each for kid in kids for each in walk(kid))]


def tags_below(element: pikepdf.Object) -> list[str]:
    return [str(each.S) for each in walk(element)]


def test_all_marked_content_belongs_to_the_tree_or_is_an_artefact(sample: tuple[b.Document, Pdf, PdfReading]) -> None:
    """What is printed is either read once or not at all: page numbers and repeated heads are artefacts."""
    _, pdf, _ = sample
    with pikepdf.open(io.BytesIO(pdf.data)) as file:
        root = file.Root.StructTreeRoot.K[0]
        held: list[tuple[object, int]] = [
            (each.Pg.objgen, int(kid)) for each in walk(root) for kid in list(each.get("/K", [])) if isinstance(kid, int)
        ]
        printed: list[tuple[object, int]] = [
            (page.obj.objgen, int(properties.MCID))
            for page in file.pages
            for properties in (each.operands[1] for each in pikepdf.parse_content_stream(page, "BDC"))
            if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
        ]
    assert len(held) == len(set(held))
    assert set(held) == set(printed)


def test_the_same_document_gives_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    """Neither the seed of hashes nor the workspace's place changes a byte."""
    program = (
        "import hashlib, sys; from pathlib import Path; import test_pdf as t\n"
        "folder = Path(sys.argv[1]); t.draw_media(folder)\n"
        "print(hashlib.sha256(t.write_pdf(t.every_block(), t.THEME, folder).data).hexdigest())"
    )
    here = Path(__file__).parent
    sums = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join((str(here), str(here.parent)))}
        run = subprocess.run([sys.executable, "-c", program, str(tmp_path / seed)], env=environment, capture_output=True, text=True, check=True)
        sums.add(run.stdout.strip())
    assert len(sums) == 1
    assert len(sums.pop()) == hashlib.sha256().digest_size * 2


@pytest.mark.parametrize(
    ("file", "trouble"),
    [
        ("evidence/media/none.png", "is missing"),
        ("../outside.png", "lies outside the workspace"),
        ("evidence/media/text.png", "cannot be read as a picture"),
    ],
)
def test_a_picture_that_cannot_be_shown_stops_the_writing(tmp_path: Path, file: str, trouble: str) -> None:
    """A missing, outlying or broken picture is an error at the place that asked for it, not a gap in the page."""
    folder = tmp_path / "workspace"
    draw_media(folder)
    (folder / "evidence/media/text.png").write_text("no picture", encoding="utf-8")
    (tmp_path / "outside.png").write_bytes((folder / "evidence/media/oceanhamnen.png").read_bytes())
    picture = b.Picture("picture", ORIGIN, file, "Alt", 900, 400, b.Caption("Figure 1", (i.Text("Title"),)))
    with pytest.raises(DossierError) as caught:
        write_pdf(small(picture), THEME, folder)
    assert [(finding.code, finding.location) for finding in caught.value.findings] == [("E305", ORIGIN)]
    assert caught.value.findings[0].message == f"the picture {file} {trouble}"


def test_a_picture_through_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    """A symbolic link does not open the rest of the disk."""
    draw_media(tmp_path / "elsewhere")
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "elsewhere/evidence/media/oceanhamnen.png")
    with pytest.raises(DossierError, match="outside the workspace"):
        write_pdf(small(b.Picture("picture", ORIGIN, "link.png", "Alt", 900, 400, b.Caption("", ()))), THEME, folder)


def test_markup_in_a_text_is_printed_as_it_stands(tmp_path: Path) -> None:
    """Signs that HTML and CSS know, in text, label, title and foot, are words like others."""
    odd = "a <b>&amp; \"c' </style> {page} \\ é"
    document = replace(small(paragraph(odd), b.Callout("c", ORIGIN, odd, (i.Code(odd),))), title=odd, foot='"{page}\\')
    reading = read_pdf(write_pdf(document, THEME, tmp_path).data)
    assert list(map(folded, reading.texts)) == [folded(odd)] * 3
    assert reading.title == odd


@settings(max_examples=12)
@given(st.lists(st.text(alphabet=st.characters(codec="latin-1", exclude_categories=["C"]), max_size=80), min_size=1, max_size=12))
def test_any_text_is_read_back_as_it_was_written(written: list[str]) -> None:
    """Whatever the signs, in running text, in a cell, in a label and after a citation."""
    blocks = [
        (paragraph(f"x{text}", f"p{n}"), b.Callout(f"c{n}", ORIGIN, f"x{text}", (cite(2), i.Strong((i.Text(text),)))))
        for n, text in enumerate(written)
    ]
    document = small(*(block for pair in blocks for block in pair))
    reading = read_pdf(write_pdf(document, THEME, Path()).data)
    assert folded("".join(reading.texts)) == folded("".join(piece for _, words in texts(document) for piece in words))


HARD = (
    "ẹ\u0301kọ\u0301, Ọ\u0300ṣun: the letter e again",
    "\u2066isolated\u2069 \u200fturned, 12.25 }\U0001ee6e",
    "interdepartmental ẹ\u0301 " * 40,
    "שלום: 35 ימים",
    "∦ ʃ\u030c ɛ\u0303",
    "\u0e01\u0e33 \u0e81\u0eb3 \U0001f1f8\U0001f1ea \U0001f1e9\U0001f1ea \U0001f1ea\U0001f1fa",
)


@pytest.mark.parametrize("text", HARD)
def test_words_that_glyphs_cannot_tell_are_read_as_they_were_written(tmp_path: Path, text: str) -> None:
    """Letters with marks that no font has in one, invisible signs, scripts to the left; and the letters beside them, wherever they come again."""
    written = ("All the letters: eosn 1 2 3 5.", text, "The letters once more: eosn 1 2 3 5.")
    reading = read_pdf(write_pdf(small(*(paragraph(one, f"p{n}") for n, one in enumerate(written))), THEME, tmp_path).data)
    assert " ".join(reading.texts).split() == " ".join(written).split()


@pytest.mark.parametrize("text", HARD)
def test_such_words_spoil_no_part_after_them(tmp_path: Path, text: str) -> None:
    """Parts share their fonts in the bound file, and each has words that only its own tree spells out."""
    written = (text, "All the letters: eosn 1 2 3 5.", "test\N{HYPHEN}bed, \N{GREEK SMALL LETTER MU}-metre", "test-bed, µ-metre")
    parts = tuple(b.Part(f"part-{n}", "response", "Part", (paragraph(one, f"p{n}"),)) for n, one in enumerate(written))
    reading = read_pdf(write_pdf(replace(small(), parts=parts), THEME, tmp_path).data)
    assert " ".join(reading.texts).split() == " ".join(written).split()


def sharing_a_glyph() -> Iterator[str]:
    """Characters that a carried font draws with one glyph, but for spaces and what is not drawn."""
    for face in carried(None):
        by_glyph: dict[str, list[str]] = {}
        with TTFont(face.file, lazy=True) as font:
            for code, glyph in font.getBestCmap().items():
                if unicodedata.category(chr(code))[0] not in "CZ":
                    by_glyph.setdefault(glyph, []).append(chr(code))
        yield from ("".join(group) for group in by_glyph.values() if len(group) > 1)


def test_characters_that_share_a_glyph_are_told_apart(tmp_path: Path) -> None:
    """A micro sign and a Greek letter, two hyphens, two apostrophes: a glyph alone is read as the one that came first."""
    groups = sorted(set(sharing_a_glyph()))
    assert len(groups) > 5
    written = [f"{one}x" for group in groups for one in (*group, *reversed(group))]
    document = small(*(paragraph(one, f"p{n}") for n, one in enumerate(written)))
    for name in NAMES:
        assert list(read_pdf(write_pdf(document, theme(name), tmp_path).data).texts) == written


def test_the_reading_of_a_shared_glyph_is_one_that_no_part_spells_out() -> None:
    """Whichever part comes first."""
    for readings in permutations(("e", "e\u0301\u0323", "")):
        assert surest(readings) == "e"
    assert {surest(readings) for readings in permutations("-\u2010")} == {"-"}
    assert {surest(readings) for readings in permutations(" \u2066")} == {" "}


def test_an_end_of_a_line_within_a_text_is_a_space(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Not the empty box that fonts have for the signs of Unicode for it."""
    reading = read_pdf(write_pdf(small(paragraph("one\u2028two\u2029three\x85four")), THEME, tmp_path).data)
    assert " ".join(reading.texts).split() == ["one", "two", "three", "four"]
    assert not [record for record in caplog.records if record.name.startswith("weasyprint")]


def test_a_hyphen_of_the_text_stays_where_a_line_ends(tmp_path: Path) -> None:
    """Only the layout's own divisions are taken back: `test-bed` keeps its hyphen on whatever line it breaks."""
    text = "test-bed interdepartmental " * 60
    reading = read_pdf(write_pdf(small(paragraph(text.strip())), THEME, tmp_path).data)
    assert " ".join(reading.texts).split() == text.split()


def test_contents_show_the_pages_of_their_targets_after_ten(tmp_path: Path) -> None:
    """Numbers of two digits do not move the contents, and two pages of contents are counted."""
    parts = tuple(b.Part(f"p{n}", "text", f"Part {n}", (b.Heading(f"h{n}", ORIGIN, 1, (i.Text(f"Part {n}"),)),)) for n in range(1, 31))
    rows = tuple(b.ContentsRow(f"{n}", f"Part {n}", "", f"h{n}") for n in range(1, 31))
    contents = b.Part("contents", "contents", "Contents", (b.Contents("list", ORIGIN, rows),))
    pdf = write_pdf(replace(small(), parts=(contents, *parts)), THEME, tmp_path)
    assert pdf.page_parts[:3] == ("contents", "contents", "p1")
    assert [pdf.page_of[f"h{n}"] for n in (1, 30)] == [3, 32]
    assert folded("".join(read_pdf(pdf.data).texts)).startswith("1Part13" + "2Part24")


def test_a_large_photograph_is_kept_at_what_print_needs(tmp_path: Path) -> None:
    """Sixteen million pixels become those of 300 dots an inch, 129 millimetres across, and a fraction of the bytes."""
    photograph = tmp_path / "evidence" / "media" / "large.jpg"
    photograph.parent.mkdir(parents=True)
    Image.effect_noise((4800, 3200), 80).convert("RGB").save(photograph, quality=90)
    picture = b.Picture("p", ORIGIN, "evidence/media/large.jpg", "Noise", 4800, 3200, b.Caption("Figure 1", ()))
    data = write_pdf(small(picture), THEME, tmp_path).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (image,) = [image for page in pdf.pages for image in page.get_images().values()]
        assert image.Width == pytest.approx(129 / 25.4 * 300, abs=2)
    assert len(data) < photograph.stat().st_size / 3
