"""A PDF bound from parts is the PDF that a single layout gives."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from weasyprint import CSS, HTML

from builder.document import blocks as b
from builder.inspection.pdf import read_pdf
from builder.resources import builtin
from builder.writers.coarser import DOTS
from builder.writers.html import part_html
from builder.writers.html_page import page_html, theme_css
from builder.writers.html_setting import Setting
from builder.writers.pdf import Pdf, write_pdf
from builder.writers.pdf.fonts import only_carried_fonts
from builder.writers.pdf.resources import Resources
from builder.writers.pdf.tags import mend_tags, recorded_elements
from tests.sample_document import draw_media, every_block
from tests.sample_words import Language
from tests.screen_reader import spoken
from tests.themes import theme


def laid_out_at_once(document: b.Document, name: str, folder: Path, bound: Pdf) -> bytes:
    """The document by a single layout, which numbers its pages itself; the contents show the pages of the bound one."""
    look = theme(name)
    html = page_html(document, look, "".join(part_html(part, Setting(look, bound.page_of)) for part in document.parts))
    style = theme_css(document, look, ("title", "number")) + builtin("style", "print.css").read_text()
    resources, fonts = Resources(folder), only_carried_fonts(look.own_fonts)
    sheet = CSS(string=style, font_config=fonts, url_fetcher=resources)
    layout = HTML(string=html, url_fetcher=resources).render(stylesheets=[sheet], font_config=fonts, dpi=DOTS)
    with recorded_elements() as element_of:
        data: bytes = layout.write_pdf(finisher=lambda layout, pdf: mend_tags(layout, pdf, element_of, "all"), pdf_variant="pdf/a-3a")
    return data


def outline(pdf: pikepdf.Pdf) -> list[tuple[str, int, list[float]]]:
    """Title, page and place of each bookmark."""
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def below(items: Any) -> Iterator[tuple[str, int, list[float]]]:  # noqa: ANN401 - bookmarks have no type
        for item in items:
            place: Any = item.destination
            yield item.title, numbers[place[0].objgen], [round(float(each), 3) for each in list(place)[2:]]
            yield from below(item.children)

    with pdf.open_outline() as opened:
        return list(below(opened.root))


def destinations(pdf: pikepdf.Pdf) -> dict[str, tuple[int, list[float]]]:
    """Page and place of each destination."""
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
    values: list[Any] = list(pdf.Root.Names.Dests.Names)
    pairs = zip(values[::2], values[1::2], strict=True)
    return {str(name): (numbers[place[0].objgen], [round(float(each), 3) for each in list(place)[2:]]) for name, place in pairs}


def pictures(data: bytes) -> Iterator[Image.Image]:
    """Each page as a picture."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            yield page.render(scale=1.5).to_pil()


@pytest.mark.parametrize("name", ["civic", "plain"])
@pytest.mark.parametrize("language", ["en", "sv"])
def test_bound_parts_are_what_a_single_layout_gives(name: str, language: Language, tmp_path: Path) -> None:
    """Words, tags, links, outline, fonts and the picture of every page."""
    draw_media(tmp_path)
    document = every_block(language)
    bound = write_pdf(document, theme(name), tmp_path)
    single = laid_out_at_once(document, name, tmp_path, bound)
    ours, theirs = read_pdf(bound.data), read_pdf(single)
    assert len(ours.texts) > 100
    assert ours == theirs
    assert spoken(bound.data) == spoken(single)
    with pikepdf.open(io.BytesIO(bound.data)) as one, pikepdf.open(io.BytesIO(single)) as other:
        assert outline(one) == outline(other) != []
        assert destinations(one) == destinations(other) != {}
    differences = [ImageChops.difference(a, c).getbbox() for a, c in zip(pictures(bound.data), pictures(single), strict=True)]
    assert len(differences) == bound.pages
    assert not any(differences)
    assert len(bound.data) < 1.15 * len(single)
