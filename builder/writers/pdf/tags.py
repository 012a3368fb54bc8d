"""Mends the tags that WeasyPrint writes, before the file is finished.

The structure tree then says what a reader needs and nothing twice: a paragraph, list or table cut by pages or columns is one, a table's head stands
once, footnotes are notes that follow what they belong to, words in another language say so, links are described by their words, raised numbers are
told from the words they follow, and page numbers, like repeated heads, are artefacts.

What is handled here are objects of WeasyPrint and of pydyf, which have no types: structure elements are dictionaries that refer to one another by
`b"12 0 R"`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

from builder.writers.html_inlines import MARK
from builder.writers.pdf.spelling import spell_out

_POINTS_PER_PIXEL = 0.75
Element = Any
"""A structure element: a `pydyf.Dictionary`."""
Box = Any
"""A box of WeasyPrint's layout."""
Layout = Any
"""A `weasyprint.Document`."""
Unfinished = Any
"""A `pydyf.PDF`."""


_CALL = "span::footnote-call"
"""What stands in the text where a footnote belongs."""
_CUT = {"p": "/P", "ul": "/L", "ol": "/L"}
"""Tags of what pages and columns cut into pieces."""
_HOLDERS = frozenset({"/TD", "/TH", "/Caption", "/LBody"})
"""Hold a note that belongs to their words; after anything else it stands as a neighbour."""
_WORDS = _HOLDERS | {"/P", "/H1", "/H2", "/H3", "/H4"}


@contextmanager
def recorded_elements() -> Iterator[dict[Box, Element]]:
    """While a PDF is written: the structure element of each box, which WeasyPrint makes and forgets; of words, the one that holds them."""
    found: dict[Box, Element] = {}
    build = tags._build_box_tree  # noqa: SLF001 - the only place that knows both

    def recording(box: Box, parent: Element, pdf: Unfinished, *others: Any) -> Iterator[Element]:  # noqa: ANN401
        _, nums, _, marks = others
        words = {each: marks[each]["mcid"] for each in _words_in(box) if each in marks}
        for element in build(box, parent, pdf, *others):
            found[getattr(box, "_box", box)] = element
            yield element
        found.update({each: pdf.objects[int(nums[mark].split()[0])] for each, mark in words.items() if mark in nums})

    tags._build_box_tree = recording  # noqa: SLF001
    try:
        yield found
    finally:
        tags._build_box_tree = build  # noqa: SLF001


def _words_in(box: Box) -> Iterator[Box]:
    """The boxes of words right inside a box or inside its lines."""
    for child in getattr(box, "children", ()):
        yield from (each for each in (child.children if isinstance(child, boxes.LineBox) else [child]) if isinstance(each, boxes.TextBox))


def mend_tags(layout: Layout, pdf: Unfinished, element_of: Mapping[Box, Element], name: str) -> None:
    """Mends the tree of an unfinished PDF, whose boxes have become these elements; the ids in it begin with the name."""
    tree = _Tree(pdf)
    pages = [page._page_box for page in layout.pages]  # noqa: SLF001 - the only way from the tags to what they stand for
    placed = list(chain.from_iterable(map(_tagged, pages)))
    _name_languages(placed, element_of)
    _describe(placed)
    _bracket_marks(placed, element_of)
    spell_out((box.text, element) for box, element in element_of.items() if isinstance(box, boxes.TextBox))
    _join_tables(tree, pages)
    _join_pieces(tree, placed, element_of)
    _fill_items(tree, pdf)
    _place_notes(tree, placed, element_of)
    _unnest_captions(tree)
    _place_figures(tree, layout.pages[0].height)
    _list_ids(tree, pdf, name)
    make_artefacts(pdf)


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

    def above(self, element: Element, *names: str) -> Element:
        """The nearest element of one of these tags that holds this one."""
        parent = self.at(element["P"])
        return parent if parent["S"] in names else self.above(parent, *names)

    def move(self, kids: list[Any], parent: Element) -> None:
        """Put references to elements at the end of another."""
        for kid in kids:
            self.at(kid)["P"] = parent.reference
        parent["K"].extend(kids)

    def remove(self, element: Element) -> None:
        """Take an element out of what holds it."""
        self.at(element["P"])["K"].remove(element.reference)


def _tagged(box: Box) -> Iterator[Box]:
    """The box and those inside it that stand in the structure tree, in its order; the foot of a page does not."""
    placed = getattr(box, "_box", box)
    if isinstance(placed, boxes.MarginBox):
        return
    if not isinstance(placed, boxes.TextBox | boxes.LineBox):
        yield placed
    for child in getattr(placed, "children", ()):
        yield from _tagged(child)


def _name_languages(placed: list[Box], element_of: Mapping[Box, Element]) -> None:
    """Name the language of each span that has one of its own."""
    for box in placed:
        if box.element_tag == "span" and (language := box.element.get("lang")):
            element_of[box]["Lang"] = pydyf.String(language)


def _describe(tagged: list[Box]) -> None:
    """Say of each link what it says, and of each head cell what it heads."""
    for box in tagged:
        if box.link_annotation:
            box.link_annotation["Contents"] = pydyf.String(_text(box))
        if box.element_tag == "th" and hasattr(box, "mark"):
            box.mark["A"]["Scope"] = "/Column" if box.element.get("scope") == "col" else "/Row"


def _bracket_marks(placed: list[Box], element_of: Mapping[Box, Element]) -> None:
    """Say a raised number in brackets: `mid-2022` with a raised 2 would be read out as the year 20222."""
    for box in placed:
        if box.element_tag in ("a", "span") and box.element.get("class") == MARK:
            element_of[box]["Alt"] = pydyf.String(f"[{_text(box)}]")
        elif box.element_tag == _CALL:
            element_of[box]["Alt"] = pydyf.String(f"({_text(box)})")


def _text(box: Box) -> str:
    return "".join(each.text for each in box.descendants() if isinstance(each, boxes.TextBox))


def _join_tables(tree: _Tree, pages: list[Box]) -> None:
    """Put the rows of a table cut by pages under its first piece, whose head alone remains."""
    first: dict[object, Element] = {}
    for box in chain.from_iterable(map(_tagged, pages)):
        if box.element_tag == "table" and box.is_table_wrapper:
            for cell in islice((each for each in _tagged(box) if hasattr(each, "mark")), 1):
                table = tree.above(cell.mark, "/Table")
                if first.setdefault(box.element, table) is not table:
                    _append_rows(tree, first[box.element], table)


def _join_pieces(tree: _Tree, placed: list[Box], element_of: Mapping[Box, Element]) -> None:
    """Put what pages or columns cut into pieces under its first piece."""
    first: dict[object, Element] = {}
    for box in placed:
        piece = element_of.get(box)
        if piece and piece["S"] == _CUT.get(box.element_tag):
            whole = first.setdefault(box.element, piece)
            if whole is not piece:
                tree.remove(piece)
                tree.move(list(piece["K"]), whole)


def _unnest_captions(tree: _Tree) -> None:
    """The lines of a caption in a figure come as captions inside the caption."""
    for caption in [each for each in tree.below(tree.document) if each["S"] == "/Caption"]:
        for line in tree.below(caption):
            if line is not caption and line["S"] == "/Caption":
                line["S"] = "/Span"


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


def _place_notes(tree: _Tree, placed: list[Box], element_of: Mapping[Box, Element]) -> None:
    """Tag footnotes and their numbers, and put each note after the words that call it; they come page by page, after all other words."""
    areas = [kid for kid in tree.kids(tree.document) if kid["S"] == "/NonStruct"]
    calls = {box.element: element_of[box] for box in placed if box.element_tag == _CALL}
    notes: dict[object, Element] = {}
    for box in placed:
        note = element_of.get(box)
        if note is None or tree.at(note["P"]) not in areas:
            continue
        if first := notes.get(box.element):  # a note cut by the end of a page
            tree.move(list(note["K"]), first)
            continue
        notes[box.element] = note
        note["S"] = "/Note"
        note["ID"] = pydyf.String(f"note-{len(notes)}")
        mark = tree.kids(note)[0]
        if mark["S"] == "/NonStruct":
            mark["S"] = "/Lbl"
        _put_after(tree, note, calls[box.element])
    for area in areas:
        tree.remove(area)


def _put_after(tree: _Tree, note: Element, call: Element) -> None:
    """Put a note into the cell, item or caption of its call, or behind the paragraph or heading."""
    call["S"] = "/Reference"
    words = tree.above(call, *_WORDS)
    if words["S"] in _HOLDERS:
        tree.move([note.reference], words)
        return
    parent = tree.at(words["P"])
    place = parent["K"].index(words.reference) + 1
    while place < len(parent["K"]) and tree.at(parent["K"][place])["S"] == "/Note":
        place += 1
    note["P"] = parent.reference
    parent["K"].insert(place, note.reference)


def _place_figures(tree: _Tree, height: float) -> None:
    """Give the place of each figure in points from the lower left corner; it comes in pixels from the upper left."""
    for element in tree.below(tree.document):
        if element["S"] == "/Figure":
            left, top, right, bottom = element["A"]["BBox"]
            element["A"]["BBox"] = pydyf.Array(_POINTS_PER_PIXEL * length for length in (left, height - bottom, right, height - top))


def _list_ids(tree: _Tree, pdf: Unfinished, name: str) -> None:
    """List the elements that others refer to, under names that no other part has."""
    ids = pydyf.Array()
    for element in tree.below(tree.document):
        if headers := element.get("A", {}).get("Headers"):
            headers[:] = [pydyf.String(f"{name}-{key.string}") for key in headers]
        if "ID" in element:
            ids.extend((key := pydyf.String(f"{name}-{element['ID'].string}"), element.reference))
            element["ID"] = key
    listed = pydyf.Dictionary({"Names": ids})
    pdf.add_object(listed)
    tree.root["IDTree"] = listed.reference


def make_artefacts(pdf: Unfinished) -> None:
    """Mark as artefact what no element of the tree holds."""
    tree = _Tree(pdf)
    held = {(element["Pg"], kid) for element in tree.below(tree.document) for kid in element["K"] if isinstance(kid, int)}
    parents = tree.at(tree.root["ParentTree"])["Nums"]
    for number, page in enumerate(pdf.page_references):
        parents_of_page = parents[2 * number + 1]
        content = tree.at(tree.at(page)["Contents"]).stream
        for index, item in enumerate(content):
            if isinstance(item, pydyf.Dictionary) and "MCID" in item and (page, item["MCID"]) not in held:
                content[index - 1 : index + 2] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"}), b"BDC"]
                parents_of_page[item["MCID"]] = "null"
