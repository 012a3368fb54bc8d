"""What a screen reader makes of a PDF: its tagged text in order, a line for each thing it announces.

Nothing but the file is looked at: the structure tree, the marked content it names, alternative texts, headers of cells, languages.
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from builder.inspection.pdf import joined
from builder.inspection.pdf_text import Run, actual, marked_runs

_INLINE = {"/Span", "/Link", "/Em", "/Strong", "/Code", "/Quote", "/Reference", "/NonStruct", "/Lbl"}
_SPACE = Run(" ", None)
Element = Any


def spoken(data: bytes) -> str:
    """The document as it is read out, with two spaces more for what stands inside another thing."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        lines = [f"document, {pdf.Root.Lang}: {pdf.docinfo.Title}", *_Voice(pdf).document(pdf.Root.StructTreeRoot)]
    return "\n".join(lines) + "\n"


class _Voice:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._runs = {page.objgen: marked_runs(page) for page in pdf.pages}

    def document(self, root: Element) -> Iterator[str]:
        """Everything in the tree."""
        for element in _elements(root):
            yield from self._spoken(element, "")

    def _spoken(self, element: Element, indent: str) -> Iterator[str]:
        tag = str(element.S)
        language = f" [{element.Lang}]" if "/Lang" in element else ""
        if tag == "/Figure":
            yield f"{indent}figure: {element.Alt}"
        elif tag == "/Table":
            yield from self._table(element, indent)
        elif tag == "/Caption":
            yield f"{indent}caption: {self._words(element)}"
        elif tag == "/L":
            yield f"{indent}list, {sum(str(each.S) == '/LI' for each in _elements(element))} items"
            for item in _elements(element):
                yield from self._item(item, indent + "  ")
        elif all(str(each.S) in _INLINE for each in _below(element)):
            if words := self._words(element):
                yield f"{indent}{_name(tag)}{language}: {words}"
        else:
            yield from self._mixed(element, indent)

    def _mixed(self, element: Element, indent: str) -> Iterator[str]:
        """What holds both words and things: its parts in their order."""
        for each in _elements(element):
            yield from self._spoken(each, indent)

    def _item(self, item: Element, indent: str) -> Iterator[str]:
        label = " ".join(self._words(each) for each in _elements(item) if str(each.S) == "/Lbl").strip()
        for place, line in enumerate(line for each in _elements(item) if str(each.S) != "/Lbl" for line in self._spoken(each, indent)):
            yield f"{indent}{label} {line.strip()}" if place == 0 and label else line

    def _table(self, table: Element, indent: str) -> Iterator[str]:
        """Each cell after what heads it, as it is read out when one moves from cell to cell."""
        names = {str(cell.ID): self._words(cell) for cell in _below(table) if str(cell.S) == "/TH" and "/ID" in cell}
        caption = [self._words(each) for each in _elements(table) if str(each.S) == "/Caption"]
        rows = [each for each in _below(table) if str(each.S) == "/TR"]
        columns = max((len(list(_elements(row))) for row in rows), default=0)
        yield f"{indent}table, {columns} columns, {len(rows)} rows" + (f": {caption[0]}" if caption else "")
        for row in rows:
            yield f"{indent}  row: " + " | ".join(self._cell(cell, names) for cell in _elements(row))

    def _cell(self, cell: Element, names: dict[str, str]) -> str:
        attributes = cell.get("/A", pikepdf.Dictionary())
        heads = [names[str(name)] for name in attributes.get("/Headers", []) if str(name) in names and names[str(name)]]
        scope = f"{str(attributes.Scope)[1:].lower()} head " if "/Scope" in attributes else ""
        return f"{scope}{', '.join(heads)}{': ' if heads else ''}{self._words(cell)}"

    def _words(self, element: Element) -> str:
        return " ".join(joined(self._marked(element)).split())

    def _marked(self, element: Element) -> Iterator[Run]:
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                yield from actual(element, self._runs[element.Pg.objgen].get(kid) or [_SPACE])
            elif isinstance(kid, pikepdf.Dictionary) and "/Alt" in kid:
                yield Run(f" {kid.Alt}", None)
            elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self._marked(kid)


def _name(tag: str) -> str:
    if tag[:2] == "/H" and tag[2:].isdigit():
        return f"heading {tag[2:]}"
    names = {"/P": "text", "/Note": "note", "/Caption": "caption", "/BlockQuote": "quotation", "/LBody": "item", "/TOCI": "entry", "/Div": "text"}
    return names.get(tag, tag[1:].lower())


def _elements(element: Element) -> Iterator[Element]:
    return (kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid)


def _below(element: Element) -> Iterator[Element]:
    for each in _elements(element):
        yield each
        yield from _below(each)
