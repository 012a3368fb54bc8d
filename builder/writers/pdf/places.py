"""Where the links and bookmarks of a bound PDF lead (ISO 32000-1, 12.3)."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from builder.writers.pdf.printed import Bookmark, Page, Place

_POINTS = 0.75
"""In a CSS pixel."""


def lead(book: pikepdf.Pdf, pages: Sequence[Page]) -> None:
    """Give a PDF its destinations, by the names that links use, and its outline."""
    destinations: dict[str, Any] = {}
    bookmarks: list[tuple[Bookmark, Any]] = []
    for sheet, page in zip(book.pages, pages, strict=True):
        for name, place in page.anchors.items():
            destinations.setdefault(name, _destination(sheet, place))
        bookmarks += [(bookmark, _destination(sheet, bookmark.place)) for bookmark in page.bookmarks]
    # In the order of their bytes (7.9.6); ids are ASCII.
    names = Array(chain.from_iterable((String(name), destinations[name]) for name in sorted(destinations)))
    book.Root.Names = Dictionary({**dict(book.Root.get("/Names", Dictionary()).items()), "/Dests": Dictionary(Names=names)})
    _add_outline(book, bookmarks)


def _destination(sheet: pikepdf.Page, place: Place) -> Array:
    """A place on a page, in points from its lower left corner."""
    left, top = place[:2]
    return Array([sheet.obj, Name.XYZ, round(left * _POINTS, 3), round(float(sheet.mediabox[3]) - top * _POINTS, 3), 0])


def _add_outline(book: pikepdf.Pdf, bookmarks: Sequence[tuple[Bookmark, Any]]) -> None:
    with book.open_outline() as outline:
        above: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for bookmark, destination in bookmarks:
            while above[-1][0] >= bookmark.level:
                above.pop()
            item = OutlineItem(bookmark.label, destination)
            item.is_closed = bookmark.state == "closed"
            above[-1][1].append(item)
            above.append((bookmark.level, item.children))
