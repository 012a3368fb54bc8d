"""The document as PDF: print HTML, laid out by WeasyPrint, tagged for PDF/UA-1.

The document is laid out once. Page numbers are known then, so the contents alone, whose rows take the same room with any number, are laid out
a second time and put in place of the first; a style sheet that looks the numbers up would have the whole document laid out three times.

Nothing depends on the clock or on chance: the same document gives the same bytes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from builder.document import blocks as b
from builder.findings import DossierError, Finding, Location
from builder.reading.theme import Theme
from builder.resources import builtin
from builder.writers.coarser import DOTS
from builder.writers.html import Setting, part_anchor, part_html
from builder.writers.html_page import Numbering, page_html, theme_css

if TYPE_CHECKING:
    from weasyprint import Document as Layout
    from weasyprint.document import Page


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF and what is known of its pages."""

    data: bytes
    pages: int
    page_of: Mapping[str, int]
    """Page of each block by its id, counted from 1."""
    page_parts: tuple[str, ...]
    """Id of the part each page belongs to."""


def write_pdf(document: b.Document, theme: Theme, folder: Path) -> Pdf:
    """The document as PDF; pictures come from the workspace in `folder`.

    Raises DossierError when a picture is missing, unreadable or lies outside the workspace (E305).
    """
    from builder.writers.pdf_claims import label_pages  # noqa: PLC0415
    from builder.writers.pdf_resources import attachments, check_pictures  # noqa: PLC0415 - WeasyPrint takes a second to import
    from builder.writers.pdf_tags import mend_tags, recorded_elements  # noqa: PLC0415

    check_pictures(document, folder)
    layout_of = _Press(document, theme, folder).layout
    layout = layout_of(document.parts, {}, Numbering())
    page_of = _page_of(layout.pages)
    pages = list(layout.pages)
    stretches = _stretches(document, page_of, len(pages))
    for part, (first, following) in stretches:
        if any(isinstance(block, b.Contents) for block in part.blocks):
            pages[first - 1 : following - 1] = layout_of((part,), page_of, Numbering(first, len(pages))).pages
    with recorded_elements() as element_of:

        def finish(layout: "Layout", pdf: object) -> None:
            mend_tags(layout, pdf, element_of)
            label_pages(pdf)

        data = layout.copy(pages).write_pdf(finisher=finish, attachments=attachments(document, folder), **_OPTIONS)
    blocks = {name: page for name, page in page_of.items() if ":" not in name}
    return Pdf(data, len(pages), blocks, tuple(part.id for part, (first, following) in stretches for _ in range(first, following)))


_STYLE = "templates/style/print.css"
_OPTIONS = {"pdf_variant": "pdf/a-3a"}


class _Press:
    """Lays out parts of one document; fonts and style sheet are read once."""

    def __init__(self, document: b.Document, theme: Theme, folder: Path) -> None:
        from builder.writers.pdf_fonts import only_carried_fonts  # noqa: PLC0415
        from builder.writers.pdf_resources import Resources  # noqa: PLC0415

        self._document = document
        self._theme = theme
        self._resources = Resources(folder)
        self._fonts = only_carried_fonts(theme)
        own = folder / _STYLE
        self._style = (own if own.is_file() else builtin("style", "print.css")).read_text(encoding="utf-8")

    def layout(self, parts: Iterable[b.Part], page_of: Mapping[str, int], numbering: Numbering) -> "Layout":
        """The parts on pages."""
        from weasyprint import CSS, HTML  # noqa: PLC0415
        from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415

        setting = Setting(self._theme, page_of)
        html = page_html(self._document, self._theme, "".join(part_html(part, setting) for part in parts))
        style = theme_css(self._document, self._theme, numbering) + self._style
        try:
            sheet = CSS(string=style, font_config=self._fonts, url_fetcher=self._resources)
            return HTML(string=html, url_fetcher=self._resources).render(stylesheets=[sheet], font_config=self._fonts, dpi=DOTS)
        except FatalURLFetchingError as problem:
            hint = "A style sheet may use `style:` and a path in the built-in templates/style/, nothing else."
            raise DossierError([Finding("E305", f"`{problem}` cannot be loaded", Location(_STYLE), hint=hint)]) from None


def _page_of(pages: "Iterable[Page]") -> dict[str, int]:
    """Number of the page on which each id stands first."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for name in page.anchors:
            found.setdefault(name, number)
    return found


def _stretches(document: b.Document, page_of: Mapping[str, int], total: int) -> list[tuple[b.Part, tuple[int, int]]]:
    """Each part with its first page and the first page after it."""
    starts = [page_of[part_anchor(part)] for part in document.parts]
    return list(zip(document.parts, pairwise([*starts, total + 1]), strict=True))
