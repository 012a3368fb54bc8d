"""Mends the tags that WeasyPrint writes, before the file is finished.

The structure tree then says what a reader needs and nothing twice: a table cut by pages is one table whose head stands once, footnotes are notes,
words in another language say so, links are described by their words, and page numbers, like repeated heads, are artefacts.

What is handled here are objects of WeasyPrint and of pydyf, which have no types: structure elements are dictionaries that refer to one another by
`b"12 0 R"`.
"""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from builder.writers.pdf_claims import claim_accessibility

_POINTS_PER_PIXEL = 0.75
Element = Any
"""A structure element: a `pydyf.Dictionary`."""
Box = Any
"""A box of WeasyPrint's layout."""
Layout = Any
"""A `weasyprint.Document`."""
Unfinished = Any
"""A `pydyf.PDF`."""


def mend_tags(layout: Layout, pdf: Unfinished) -> None:
    """A finisher for `weasyprint.Document.write_pdf`."""
    tree = _Tree(pdf)
    pages = [page._page_box for page in layout.pages]  # noqa: SLF001 - the only way from the tags to what they stand for
    _name_languages(tree, pages)
    _describe(chain.from_iterable(map(_tagged, pages)))
    _join_tables(tree, pages)
    _fill_items(tree, pdf)
    _name_notes(tree)
    _place_figures(tree, layout.pages[0].height)
    _list_ids(tree, pdf)
    _make_artefacts(tree, pdf)
    claim_accessibility(pdf)


class _Tree:
    """The structure tree of a PDF being written."""

    def __init__(self, pdf: Unfinished) -> None:
        self._objects = pdf.objects
        self.root = self.at(pdf.catalog["StructTreeRoot"])
        self.document = self.at(self.root["K"][0])

    def at(self, reference: bytes) -> Element:
        """The object behind a reference."""
        return self._objects[int(reference.split()[0])]

    def kids(self, element: Element) -> list[Element]:
        """The elements right below, without marked content and links."""
        found = [self.at(kid) for kid in element["K"] if isinstance(kid, bytes)]
        return [kid for kid in found if "S" in kid]

    def below(self, element: Element) -> Iterator[Element]:
        """The element and all below it, in reading order."""
        yield element
        for kid in self.kids(element):
            yield from self.below(kid)

    def above(self, element: Element, tag: str) -> Element:
        """The nearest element of a tag that holds this one."""
        parent = self.at(element["P"])
        return parent if parent["S"] == tag else self.above(parent, tag)


def _tagged(box: Box) -> Iterator[Box]:
    """The box and those inside it that stand in the structure tree, in its order; the foot of a page does not."""
    placed = getattr(box, "_box", box)
    if isinstance(placed, boxes.MarginBox):
        return
    if not isinstance(placed, boxes.TextBox | boxes.LineBox):
        yield placed
    for child in getattr(placed, "children", ()):
        yield from _tagged(child)


def _name_languages(tree: _Tree, pages: list[Box]) -> None:
    """Name the language of each span that has one of its own; spans stand in the tree in the order of their boxes."""
    spans = [box for box in chain.from_iterable(map(_tagged, pages)) if box.element_tag == "span"]
    elements = [each for each in tree.below(tree.document) if each["S"] == "/Span" and not any(isinstance(kid, int) for kid in each["K"])]
    for box, element in zip(spans, elements, strict=True):
        if language := box.element.get("lang"):
            element["Lang"] = pydyf.String(language)


def _describe(tagged: Iterator[Box]) -> None:
    """Say of each link what it says, and of each head cell what it heads."""
    for box in tagged:
        if box.link_annotation:
            box.link_annotation["Contents"] = pydyf.String("".join(each.text for each in box.descendants() if isinstance(each, boxes.TextBox)))
        if box.element_tag == "th" and hasattr(box, "mark"):
            box.mark["A"]["Scope"] = "/Column" if box.element.get("scope") == "col" else "/Row"


def _join_tables(tree: _Tree, pages: list[Box]) -> None:
    """Put the rows of a table cut by pages under its first piece, whose head alone remains."""
    first: dict[object, Element] = {}
    for box in chain.from_iterable(map(_tagged, pages)):
        if box.element_tag == "table" and box.is_table_wrapper:
            for cell in islice((each for each in _tagged(box) if hasattr(each, "mark")), 1):
                table = tree.above(cell.mark, "/Table")
                if first.setdefault(box.element, table) is not table:
                    _append_rows(tree, first[box.element], table)


def _append_rows(tree: _Tree, table: Element, piece: Element) -> None:
    """Move the bodies of a later piece of a table into the first, and point their cells to the head that remains."""
    heads = [_head_keys(tree, each) for each in (piece, table)]
    keys = dict(zip(*heads, strict=True))
    for body in [part for part in tree.kids(piece) if part["S"] == "/TBody"]:
        for cell in tree.below(body):
            if headers := cell.get("A", {}).get("Headers"):
                headers[:] = [pydyf.String(keys.get(key.string, key.string)) for key in headers]
        body["P"] = table.reference
        table["K"].append(body.reference)
    tree.at(piece["P"])["K"].remove(piece.reference)


def _head_keys(tree: _Tree, table: Element) -> list[str]:
    """What the cells of a table's head are known by."""
    heads = [part for part in tree.kids(table) if part["S"] == "/THead"]
    return [cell["ID"].string for head in heads for cell in tree.below(head) if "ID" in cell]


def _fill_items(tree: _Tree, pdf: Unfinished) -> None:
    """Put what a list item holds beside its number or dash into a body (ISO 14289-1, 7.2); items of several paragraphs come without."""
    for item in [element for element in tree.below(tree.document) if element["S"] == "/LI"]:
        kids = list(item["K"])
        loose = [kid for kid in kids if not (isinstance(kid, bytes) and tree.at(kid).get("S") in ("/Lbl", "/LBody"))]
        if loose:
            body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(loose), "Pg": item["Pg"], "P": item.reference})
            pdf.add_object(body)
            for kid in loose:
                if isinstance(kid, bytes) and "S" in tree.at(kid):
                    tree.at(kid)["P"] = body.reference
            item["K"] = pydyf.Array([*(kid for kid in kids if kid not in loose), body.reference])


def _name_notes(tree: _Tree) -> None:
    """Tag footnotes and their numbers; the foot of a page's text stands right below the document, where all else is a section."""
    areas = [kid for kid in tree.kids(tree.document) if kid["S"] == "/NonStruct"]
    for number, note in enumerate(chain.from_iterable(map(tree.kids, areas)), 1):
        note["S"] = "/Note"
        note["ID"] = pydyf.String(f"note-{number}")
        mark = tree.kids(note)[0]
        if mark["S"] == "/NonStruct":
            mark["S"] = "/Lbl"


def _place_figures(tree: _Tree, height: float) -> None:
    """Give the place of each figure in points from the lower left corner; it comes in pixels from the upper left."""
    for element in tree.below(tree.document):
        if element["S"] == "/Figure":
            left, top, right, bottom = element["A"]["BBox"]
            element["A"]["BBox"] = pydyf.Array(_POINTS_PER_PIXEL * length for length in (left, height - bottom, right, height - top))


def _list_ids(tree: _Tree, pdf: Unfinished) -> None:
    """List the elements that others refer to."""
    named = sorted((element["ID"].string, element.reference) for element in tree.below(tree.document) if "ID" in element)
    names = pydyf.Array(chain.from_iterable((pydyf.String(name), reference) for name, reference in named))
    ids = pydyf.Dictionary({"Names": names})
    pdf.add_object(ids)
    tree.root["IDTree"] = ids.reference


def _make_artefacts(tree: _Tree, pdf: Unfinished) -> None:
    """Mark as artefact what no element of the tree holds."""
    held = {(element["Pg"], kid) for element in tree.below(tree.document) for kid in element["K"] if isinstance(kid, int)}
    parents = tree.at(tree.root["ParentTree"])["Nums"]
    for number, page in enumerate(pdf.page_references):
        parents_of_page = parents[2 * number + 1]
        content = tree.at(tree.at(page)["Contents"]).stream
        for index, item in enumerate(content):
            if isinstance(item, pydyf.Dictionary) and "MCID" in item and (page, item["MCID"]) not in held:
                content[index - 1 : index + 2] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"}), b"BDC"]
                parents_of_page[item["MCID"]] = "null"
