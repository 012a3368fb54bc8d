"""What a finished Word file says, read from its markup."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from builder.inspection.word import read_word
from builder.inspection.word_numbering import counter
from builder.parity.said import DASH, Said, addresses, as_table
from builder.reading.word_parts import word_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SIMPLE = f"{_W}fldSimple"
_DATA = {"RuledTable", "WideTable", "OpenTable"}
"""Styles of the tables that show data; others put things side by side."""
_CITATIONS = {"Citation", "LevelCitation"}
_LISTS = re.compile(r"List(Bullet|Number)")
_DIGITS = re.compile(r"\d+")


def said_by_word(data: bytes, ids: frozenset[str]) -> Said:
    """What a Word file says; `ids` are the bookmarks whose order is looked at. Raises ValueError for bytes that are none."""
    reading = read_word(data)
    parts = word_parts(data)
    body, core = parts["word/document.xml"], parts["docProps/core.xml"]
    everything = [body, *([parts["word/footnotes.xml"]] if "word/footnotes.xml" in parts else [])]
    names = [bookmark.name for bookmark in reading.bookmarks]
    return {
        "text": reading.texts,
        "headings": tuple(f"{heading.level} {heading.text}" for heading in reading.headings),
        "items": tuple(_items(body, parts.get("word/numbering.xml"))),
        "tables": tuple(as_table(list(_rows(table))) for table in body.iter(f"{_W}tbl") if _style(table, "tblPr/{0}tblStyle") in _DATA),
        "figures": reading.alts,
        "captions": tuple(_captions(body)),
        "addresses": addresses(reading.links),
        "targets": tuple(sorted({target if target in names else f"{target} (leads nowhere)" for target in reading.targets})),
        "notes": reading.notes,
        "citations": tuple(sorted(number for part in everything for number in _citations(part))),
        "language": (reading.language.partition("-")[0],),
        "properties": tuple(core.findtext(f"{_DC}{name}") or "" for name in ("title", "creator", "subject")),
        "order": tuple(name for name in names if name in ids),
    }


def _style(element: Element, path: str) -> str:
    found = element.find(f"{_W}{path.format(_W)}")
    return "" if found is None else found.get(f"{_W}val", "")


def _words(element: Element) -> str:
    """The words of an element, those in fields that stand for page numbers and in notes left out."""
    return "".join("\n" if made.tag == f"{_W}br" else made.text or "" for made in element.iter(f"{_W}t", f"{_W}br", f"{_W}tab"))


def _items(body: Element, numbering: Element | None) -> Iterator[str]:
    counted = counter(numbering)
    for paragraph in body.iter(f"{_W}p"):
        number = counted.count(paragraph)
        if _LISTS.match(_style(paragraph, "pPr/{0}pStyle")):
            yield f"{number or DASH} {_with_notes(paragraph)}"


def _with_notes(paragraph: Element) -> str:
    """The words, the numbers of notes among them."""
    signs = paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}footnoteReference")
    return "".join(made.get(f"{_W}id", "") if made.tag == f"{_W}footnoteReference" else made.text or " " for made in signs)


def _rows(table: Element) -> Iterator[list[str]]:
    for row in table.iterfind(f"{_W}tr"):
        yield [" ".join(_with_notes(paragraph) for paragraph in cell.iter(f"{_W}p")) for cell in row.iterfind(f"{_W}tc")]


def _captions(body: Element) -> Iterator[str]:
    """The words of paragraphs that name a table or figure, or count it by a field."""
    for paragraph in body.iter(f"{_W}p"):
        fields = [*(made.text or "" for made in paragraph.iter(f"{_W}instrText")), *(made.get(f"{_W}instr", "") for made in paragraph.iter(_SIMPLE))]
        if _style(paragraph, "pPr/{0}pStyle") == "TableCaption" or any("SEQ " in field for field in fields):
            yield _words(paragraph)


def _citations(part: Element) -> Iterator[str]:
    """Raised numbers in the style of citations."""
    for run in part.iter(f"{_W}r"):
        if _style(run, "rPr/{0}rStyle") in _CITATIONS:
            yield from _DIGITS.findall(_words(run))
