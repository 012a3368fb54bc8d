"""The built-in themes: legible, told apart in grey, and alike in the PDF and in Word."""

from itertools import combinations
from pathlib import Path

import pytest

from builder.document import blocks as b
from builder.document.words import texts
from builder.inspection.pdf import read_pdf
from builder.inspection.word import read_word
from builder.writers.pdf import write_pdf
from builder.writers.word import write_word
from tests.sample_document import draw_media, every_block
from tests.themes import NAMES, theme
from tests.workspaces import MINIMAL, told


def lightness(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2, 1.4.3)."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21, a colour on itself 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#9e3318", "#9e3318") == 1


@pytest.mark.parametrize("name", NAMES)
def test_words_are_legible_in_every_theme(name: str) -> None:
    """At least 4.5 to 1 for words on paper and on the tint, and for light words on the accent (WCAG 2.2, 1.4.3); 3 to 1 for columns (1.4.11)."""
    colours = theme(name).colours
    for words in (colours.ink, colours.soft, colours.accent):
        assert contrast(words, "#ffffff") >= 4.5
        assert contrast(words, colours.tint) >= 4.5
    assert contrast(colours.mid, "#ffffff") >= 3


@pytest.mark.parametrize("name", NAMES)
def test_earlier_and_latest_are_told_apart_without_colour(name: str) -> None:
    """In grey print, and by those who see colours otherwise: accent, mid and line differ in lightness."""
    colours = theme(name).colours
    for one, other in combinations((colours.accent, colours.mid, colours.line, "#ffffff"), 2):
        assert contrast(one, other) >= 1.5, (one, other)


@pytest.mark.parametrize("name", NAMES)
def test_pdf_and_word_file_say_the_same_in_every_theme(tmp_path: Path, name: str) -> None:
    """The words of the document in their order; in the PDF with the page numbers of the contents, which are fields in Word."""
    draw_media(tmp_path)
    document = every_block("en")
    pdf = write_pdf(document, theme(name), tmp_path)
    word = read_word(write_word(document, theme(name), tmp_path, pdf.page_of))
    said = {True: "", False: ""}
    for block, words in texts(document):
        for paged in said:
            rows = block.rows if paged and isinstance(block, b.Contents) else ()
            said[paged] += "".join(f"{row.label}{row.title}{row.detail}{pdf.page_of[row.target]}" for row in rows) or "".join(words)
    assert folded("".join(read_pdf(pdf.data).texts)) == folded(said[True])
    assert folded("".join(word.texts)) == folded(said[False])


def folded(text: str) -> str:
    """Without white space and marks of the layout."""
    return "".join(character for character in text if not character.isspace() and character not in "\u200b\u2060\u00ad")


def test_a_theme_of_the_workspace_stands_before_a_built_in_one(tmp_path: Path) -> None:
    """And what is wrong in it is told at its line."""
    own = "name: plain\ncolours: {ink: black}\n"
    files = {"dossier.yaml": MINIMAL + "theme: {name: plain}\n", "templates/style/themes/plain.yaml": own}
    found = told(tmp_path, files)
    assert any(line.startswith("E203 templates/style/themes/plain.yaml:2:16 ") for line in found), found
