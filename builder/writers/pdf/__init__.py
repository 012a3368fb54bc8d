"""The document as PDF: print HTML, laid out by WeasyPrint, tagged for PDF/UA-1.

A document is printed in its parts, each by itself, and then bound: the parts begin on new pages and hold no page number, so that a change in one
leaves the others as they are. The contents are printed last, when all pages are known, and the binding numbers the pages.

Nothing depends on the clock, on chance or on what was printed before: the same document gives the same bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.html import part_anchor
from builder.writers.pdf.press import Press
from builder.writers.pdf.printed import Printed
from builder.writers.work import Task, Work, one_by_one


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF and what is known of its pages."""

    data: bytes
    pages: int
    page_of: Mapping[str, int]
    """Page of each block by its id, counted from 1."""
    page_parts: tuple[str, ...]
    """Id of the part each page belongs to."""


def write_pdf(document: b.Document, theme: Theme, folder: Path, work: Work = one_by_one) -> Pdf:
    """The document as PDF; pictures come from the workspace in `folder`.

    Raises DossierError when a picture is missing, unreadable or lies outside the workspace (E305).
    """
    press = Press(document, theme, folder)
    parts = document.parts
    printed = _printed(work, [press.part(part, {}) for part in parts])
    page_of = _page_of(parts, printed)
    listing = [number for number, part in enumerate(parts) if any(isinstance(block, b.Contents) for block in part.blocks)]
    for number, part in zip(listing, _printed(work, [press.part(parts[number], page_of) for number in listing]), strict=True):
        printed[number] = part
    (frames,) = work([press.frames(printed)])
    (data,) = work([press.binding(frames, printed)])
    page_parts = tuple(part.id for part, one in zip(parts, printed, strict=True) for _ in one.pages)
    return Pdf(data, len(page_parts), {name: page for name, page in page_of.items() if ":" not in name}, page_parts)


def _printed(work: Work, tasks: Sequence[Task]) -> list[Printed]:
    return [Printed.read(result) for result in work(tasks)]


def _page_of(parts: Sequence[b.Part], printed: Sequence[Printed]) -> dict[str, int]:
    """Number of the page on which each id stands first."""
    assert all(part_anchor(part) in one.pages[0].anchors for part, one in zip(parts, printed, strict=True))  # noqa: S101 - else pages are lost
    found: dict[str, int] = {}
    pages = (page for one in printed for page in one.pages)
    for number, page in enumerate(pages, 1):
        for name in page.anchors:
            found.setdefault(name, number)
    return found
