"""Reads a finished Word file back: its words in reading order, its headings, notes, bookmarks and links.

The foot of the pages is not read, nor are page numbers in the contents; a picture is read by its alternative text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from builder.inspection.pdf import Heading
from builder.inspection.word_numbering import counter
from builder.reading.word_parts import NotWord, word_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PAGE_NUMBER = re.compile(r"\s*PAGEREF\b")
_REFERENCE = re.compile(r"\s*REF\s+(\S+)")
_HIDDEN = "_"
"""Begins the names of bookmarks that Word does not show."""
_DEEPEST = 9
"""Levels of headings; what is beyond is running text."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named stretch of the text, in whole paragraphs."""

    name: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordReading:
    """What a Word file says when it is read by machine."""

    texts: tuple[str, ...]
    """Pieces of text in reading order: a paragraph or the number of an item each. Footnotes are not among them, their numbers are."""
    notes: tuple[str, ...]
    """Footnotes without their numbers, in the order of the text."""
    alts: tuple[str, ...]
    """Alternative texts of pictures and drawings."""
    headings: tuple[Heading, ...]
    language: str
    """Of the text where nothing else is said, with its region: `en-GB`."""
    title: str
    bookmarks: tuple[Bookmark, ...]
    links: tuple[str, ...]
    """Addresses outside the document."""
    targets: tuple[str, ...]
    """Bookmarks that links inside the document lead to; what prints the words of a bookmark leads to the visible one around it."""


def read_word(data: bytes) -> WordReading:
    """Read a Word file. Raises ValueError when the bytes are none."""
    parts = _parts(data)
    walk = _Walk(parts)
    defaults = parts["word/styles.xml"].find(f"{_W}docDefaults//{_W}lang")
    title = parts["docProps/core.xml"].find(_TITLE)
    relations = [*parts["word/_rels/document.xml.rels"], *parts.get("word/_rels/footnotes.xml.rels", ())]
    return WordReading(
        texts=tuple(walk.texts),
        notes=tuple(_notes(parts, walk.noted)),
        alts=tuple(made.get("descr", "") for made in parts["word/document.xml"].iter(_DRAWN)),
        headings=tuple(walk.headings),
        language="" if defaults is None else defaults.get(f"{_W}val", ""),
        title="" if title is None else title.text or "",
        bookmarks=tuple(Bookmark(name, tuple(texts)) for name, texts in walk.bookmarks.items()),
        links=tuple(made.get("Target", "") for made in relations if made.get("TargetMode") == "External"),
        targets=tuple(_targets(parts["word/document.xml"])),
    )


def _targets(document: Element) -> Iterator[str]:
    around = dict(_around(document))
    for made in document.iter(f"{_W}hyperlink", f"{_W}instrText", f"{_W}fldSimple"):
        field = _REFERENCE.match(made.get(f"{_W}instr") or made.text or "")
        if field:
            yield around.get(field[1], field[1])
        elif made.tag == f"{_W}hyperlink" and made.get(_R_ID) is None:
            yield made.get(f"{_W}anchor", "")


def _around(document: Element) -> Iterator[tuple[str, str]]:
    """Each hidden bookmark, with the innermost visible one around its words. LibreOffice changes the order of marks at one place."""
    begun: dict[str, tuple[int, str]] = {}
    just_ended: list[tuple[int, str]] = []
    at = 0
    for made in document.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd", f"{_W}t"):
        number = made.get(f"{_W}id", "")
        if made.tag == f"{_W}t":
            at += len(made.text or "")
            just_ended = []
        elif made.tag == f"{_W}bookmarkStart":
            begun[number] = at, made.get(f"{_W}name", "")
        elif number in begun:
            start, name = begun.pop(number)
            if not name.startswith(_HIDDEN):
                just_ended.append((start, name))
            elif outer := [each for each in (*begun.values(), *just_ended) if each[0] <= start and not each[1].startswith(_HIDDEN)]:
                yield name, max(outer, key=lambda each: each[0])[1]


def _parts(data: bytes) -> dict[str, Element]:
    """The parts of the file, of which we always write these."""
    try:
        parts = word_parts(data)
    except NotWord as error:
        raise ValueError(f"not a Word file: {error}") from error
    missing = {"word/styles.xml", "word/_rels/document.xml.rels", "docProps/core.xml"} - parts.keys()
    if missing:
        raise ValueError(f"not a Word file of ours: it lacks {', '.join(sorted(missing))}")
    return parts


def _notes(parts: dict[str, Element], noted: list[str]) -> Iterator[str]:
    """The notes of those numbers."""
    if noted:
        notes = {made.get(f"{_W}id", ""): made for made in parts["word/footnotes.xml"]}
        yield from (" ".join(_Words().of(notes[number]).split()) for number in noted)


class _Words:
    """Turns runs into words; fields may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self.noted: list[str] = []
        """Notes referred to, in order."""
        self._fields: list[str] = []
        """Instructions of the fields that are open."""

    def of(self, made: Element) -> str:
        """The words in an element."""
        return "".join(self._pieces(made))

    def _pieces(self, made: Element) -> Iterator[str]:
        for child in made:
            name = etree.QName(child).localname
            if name == "fldChar":
                self._field(child.get(f"{_W}fldCharType", ""))
            elif name == "instrText":
                self._fields[-1] += child.text or ""
            elif any(map(_PAGE_NUMBER.match, self._fields)) or _PAGE_NUMBER.match(child.get(f"{_W}instr", "")):
                continue
            elif name == "footnoteReference":
                self.noted.append(child.get(f"{_W}id", ""))
                yield str(len(self.noted))
            else:
                yield from self._word(child, name)

    def _word(self, child: Element, name: str) -> Iterator[str]:
        match name:
            case "t":
                yield child.text or ""
            case "tab" | "br" | "cr":
                yield "\t" if name == "tab" else "\n"
            case "noBreakHyphen":
                yield "\N{NON-BREAKING HYPHEN}"
            case "softHyphen":
                yield "\N{SOFT HYPHEN}"
            case "pPr" | "rPr" | "drawing":
                pass
            case "p":
                yield from (*self._pieces(child), "\n")
            case _:
                yield from self._pieces(child)

    def _field(self, sign: str) -> None:
        if sign == "begin":
            self._fields.append("")
        elif sign == "end":
            self._fields.pop()


class _Walk:
    """One walk through the paragraphs of the body."""

    def __init__(self, parts: dict[str, Element]) -> None:
        self.texts: list[str] = []
        self.headings: list[Heading] = []
        self.bookmarks: dict[str, list[str]] = {}
        self._open: dict[str, list[str]] = {}
        """Texts of the bookmarks that have begun, by number."""
        self._words = _Words()
        self._levels = _outline(parts["word/styles.xml"])
        self._counter = counter(parts.get("word/numbering.xml"))
        for child in parts["word/document.xml"].iter(f"{_W}p", f"{_W}bookmarkStart", f"{_W}bookmarkEnd"):
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}bookmarkStart":
                self._begin(child)
            elif child.tag == f"{_W}bookmarkEnd":
                self._open.pop(child.get(f"{_W}id", ""), None)

    @property
    def noted(self) -> list[str]:
        """Notes referred to, in order."""
        return self._words.noted

    def _paragraph(self, made: Element) -> None:
        for start in made.iterfind(f"{_W}bookmarkStart"):
            self._begin(start)
        number, text = self._counter.count(made), self._words.of(made).strip()
        level = self._level(made)
        if text and 0 < level <= _DEEPEST:
            self.headings.append(Heading(level, " ".join(text.split())))
        for piece in filter(None, (number, text)):
            self.texts.append(piece)
            for texts in self._open.values():
                texts.append(piece)

    def _begin(self, start: Element) -> None:
        self._open[start.get(f"{_W}id", "")] = self.bookmarks.setdefault(start.get(f"{_W}name", ""), [])

    def _level(self, made: Element) -> int:
        style = made.find(f"{_W}pPr/{_W}pStyle")
        return 0 if style is None else self._levels.get(style.get(f"{_W}val", ""), 0)


def _outline(styles: Element) -> dict[str, int]:
    """Levels of headings by style, counted from 1; a style inherits that of the style it is based on."""
    based: dict[str, str] = {}
    levels: dict[str, int] = {}
    for style in styles.iterfind(f"{_W}style"):
        name = style.get(f"{_W}styleId", "")
        parent, level = style.find(f"{_W}basedOn"), style.find(f"{_W}pPr/{_W}outlineLvl")
        based[name] = "" if parent is None else parent.get(f"{_W}val", "")
        if level is not None:
            # Level 9 says that words are no heading (ISO 29500-1, 17.3.1.20).
            levels[name] = (int(level.get(f"{_W}val", "9")) + 1) % 10
    return {name: _inherited(name, based, levels) for name in based}


def _inherited(name: str, based: dict[str, str], levels: dict[str, int]) -> int:
    seen: set[str] = set()
    while name and name not in levels and name not in seen:
        seen.add(name)
        name = based.get(name, "")
    return levels.get(name, 0)
