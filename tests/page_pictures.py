"""Pages as small pictures, to compare looks: one page of each kind, in each theme."""

import io
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
from PIL import Image

from builder.writers.pdf import write_pdf
from tests.sample_document import draw_media, every_block
from tests.themes import theme

DOTS_PER_INCH = 40
_POINTS_PER_INCH = 72


def page_pictures(name: str, folder: Path) -> Mapping[str, Image.Image]:
    """The first page of each kind of part of the sample document in a theme, in grey, by kind."""
    draw_media(folder)
    document = every_block("en")
    pdf = write_pdf(document, theme(name), folder)
    first = {part.kind: pdf.page_parts.index(part.id) for part in reversed(document.parts)}
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf.data))
    return {kind: pages[page].render(scale=DOTS_PER_INCH / _POINTS_PER_INCH).to_pil().convert("L") for kind, page in sorted(first.items())}
