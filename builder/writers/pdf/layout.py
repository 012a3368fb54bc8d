"""WeasyPrint at work: parts on pages, and the frames that their pages are bound into."""

import datetime as dt
import gc
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML, Attachment
from weasyprint.urls import FatalURLFetchingError

from builder.findings import DossierError, Finding, Location
from builder.writers.coarser import DOTS
from builder.writers.pdf.claims import claim_accessibility, label_pages
from builder.writers.pdf.files import Enclosed, Look
from builder.writers.pdf.fonts import only_carried_fonts
from builder.writers.pdf.printed import Bookmark, Page, Printed
from builder.writers.pdf.resources import Resources
from builder.writers.pdf.tags import make_artefacts, mend_tags, recorded_elements

_OPTIONS = {"pdf_variant": "pdf/a-3a"}
_NO_DAY = "2000-01-01"
_fonts = lru_cache(maxsize=1)(only_carried_fonts)
"""Fonts and style sheets are read once in a process."""
Layout = Any
"""A `weasyprint.Document`."""


def print_part(html: str, name: str, look: Look) -> Printed:
    """A part on its pages. Its name tells its ids from those of other parts."""
    layout = _layout(html, look)
    pages = tuple(map(_page, layout.pages))
    _keep_links(layout)
    with recorded_elements() as element_of:
        pdf = layout.write_pdf(finisher=lambda layout, pdf: mend_tags(layout, pdf, element_of, name), **_OPTIONS)
    return Printed(pdf, pages)


def print_frames(html: str, kinds: Sequence[str], look: Look, enclosed: Sequence[Enclosed]) -> bytes:
    """A PDF of pages of these kinds that hold their number alone, with what belongs to the whole file: metadata and enclosed files."""
    sections = "".join(f'<section style="break-before: page; page: {kind or "auto"}"></section>' for kind in kinds)
    layout = _layout(html.replace("</body>", f"{sections}</body>"), look)
    assert len(layout.pages) == len(kinds)  # noqa: S101 - else pages are lost

    def finish(_: Layout, pdf: object) -> None:
        make_artefacts(pdf)
        claim_accessibility(pdf)
        label_pages(pdf)

    bound: bytes = layout.write_pdf(finisher=finish, attachments=[_attachment(each, look.folder) for each in enclosed], **_OPTIONS)
    return bound


def _layout(html: str, look: Look) -> Layout:
    try:
        with _without_collections():
            sheet, fonts = _sheet(look), _fonts(look.own_fonts)
            return HTML(string=html, url_fetcher=Resources(look.folder)).render(stylesheets=[sheet], font_config=fonts, dpi=DOTS)
    except FatalURLFetchingError as problem:
        hint = "A style sheet may use `style:` and a path in the built-in templates/style/, nothing else."
        raise DossierError([Finding("E305", f"`{problem}` cannot be loaded", Location("templates/style/print.css"), hint=hint)]) from None


@lru_cache(maxsize=2)
def _sheet(look: Look) -> CSS:
    return CSS(string=look.style, font_config=_fonts(look.own_fonts), url_fetcher=Resources(look.folder))


@contextmanager
def _without_collections() -> Iterator[None]:
    """A layout makes objects by the million and hardly a cycle: looking for cycles meanwhile takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _page(page: Any) -> Page:  # noqa: ANN401
    kind = page._page_box.page_type.name  # noqa: SLF001 - nothing public tells it
    return Page(kind or "", dict(page.anchors), [Bookmark(*bookmark) for bookmark in page.bookmarks])


def _keep_links(layout: Layout) -> None:
    """Let links lead to what other parts hold; the binding knows where that is."""
    own = {name for page in layout.pages for name in page.anchors}
    away = {target for page in layout.pages for kind, target, *_ in page.links if kind == "internal"} - own
    layout.pages[0].anchors |= dict.fromkeys(sorted(away), (0, 0, 0, 0))


def _attachment(enclosed: Enclosed, folder: Path) -> Attachment:
    day = dt.datetime.fromisoformat(enclosed.date or _NO_DAY).replace(tzinfo=dt.UTC)
    attachment = enclosed.attachment
    return Attachment(
        file_obj=io.BytesIO((folder / attachment.file).read_bytes()),
        name=attachment.name,
        description=attachment.description,
        created=day,
        modified=day,
        relationship=attachment.relationship,
    )
