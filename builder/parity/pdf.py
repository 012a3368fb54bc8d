"""What a finished PDF says, read from its tags and destinations."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from builder.inspection.pdf import joined, read_pdf
from builder.inspection.pdf_structure import links
from builder.inspection.pdf_text import Run, actual, marked_runs
from builder.parity.said import DASH, Said, addresses, as_table, folded

_SPACE = Run(" ", None)
Element = Any


def said_by_pdf(data: bytes, ids: frozenset[str]) -> Said:
    """What a tagged PDF says; `ids` are those of the blocks whose order is looked at. Raises pikepdf.PdfError for bytes that are none."""
    reading = read_pdf(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = _Tree(pdf)
        information = pdf.docinfo
        return {
            "text": reading.texts,
            "headings": tuple(f"{heading.level} {heading.text}" for heading in reading.headings),
            "items": tuple(tree.items()),
            "tables": tuple(tree.tables()),
            "figures": reading.alts,
            "captions": tuple(tree.captions()),
            "addresses": addresses(links(pdf)),
            "targets": tuple(sorted(set(_targets(pdf)))),
            "notes": reading.notes,
            "citations": tuple(sorted(tree.citations())),
            "language": (reading.language,),
            "properties": (reading.title, str(information.get("/Author", "")), str(information.get("/Subject", ""))),
            "order": tuple(name for name, _ in destinations(pdf) if name in ids),
        }


def pages_of(data: bytes) -> dict[str, int]:
    """The page of each named destination, counted from 1."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return dict(destinations(pdf))


def destinations(pdf: pikepdf.Pdf) -> list[tuple[str, int]]:
    """The named destinations from top to bottom, each with its page, counted from 1."""
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests", pikepdf.Dictionary()).get("/Names", pikepdf.Array())
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    pairs = zip(list(names)[::2], list(names)[1::2], strict=True)
    placed = [(pages.get(place[0].objgen, 0), -float(place[3]), str(name)) for name, place in pairs]
    return [(name, page) for page, _, name in sorted(placed)]


def _targets(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Where links inside lead, as far as there is something."""
    known = {name for name, _ in destinations(pdf)}
    for page in pdf.pages:
        for note in page.get("/Annots", pikepdf.Array()):
            if "/Dest" in note:
                yield str(note.Dest) if str(note.Dest) in known else f"{note.Dest} (leads nowhere)"


class _Tree:
    """The structure tree, and the words under its elements."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._runs = {page.objgen: marked_runs(page) for page in pdf.pages}
        root = pdf.Root.get("/StructTreeRoot")
        self._all = [] if root is None else list(_below(root))

    def items(self) -> Iterator[str]:
        """Items that have a number or a dash, with the words they begin with."""
        for item in self._named("/LI"):
            label = next((each for each in _elements(item) if str(each.S) == "/Lbl"), None)
            if label is not None:
                first = next((each for each in _below(item) if str(each.S) == "/P"), None)
                mark = self._words(label)
                yield f"{mark if any(map(str.isalnum, mark)) else DASH} {self._words(first) if first is not None else ''}"

    def tables(self) -> Iterator[str]:
        """Every table, cell by cell."""
        for table in self._named("/Table"):
            rows = [each for each in _below(table) if str(each.S) == "/TR"]
            yield as_table([[self._words(cell) for cell in _elements(row)] for row in rows])

    def captions(self) -> Iterator[str]:
        """The words of captions."""
        return (self._words(each) for each in self._named("/Caption"))

    def citations(self) -> Iterator[str]:
        """Raised numbers, which are read out in brackets."""
        for element in self._all:
            alternative = str(element.get("/Alt", ""))
            if str(element.S) != "/Figure" and alternative.startswith("["):
                yield folded(self._words(element))

    def _named(self, tag: str) -> Iterator[Element]:
        return (element for element in self._all if str(element.S) == tag)

    def _words(self, element: Element) -> str:
        return joined(self._marked(element))

    def _marked(self, element: Element) -> Iterator[Run]:
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                yield from actual(element, self._runs[element.Pg.objgen].get(kid) or [_SPACE])
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid and str(kid.S) != "/Note":
                yield from self._marked(kid)


def _elements(element: Element) -> Iterator[Element]:
    return (kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid)


def _below(element: Element) -> Iterator[Element]:
    for each in _elements(element):
        yield each
        yield from _below(each)
