"""Measures a PDF: where its glyphs stand and how large they are, as PDFium paints them."""

import ctypes
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from builder.inspection.measured import PLACEHOLDERS, Edges, Face, Measured, Role, Section, Sheet, Spot, TypeSize
from builder.inspection.pdf_edges import Box, Extent, Frame
from builder.inspection.pdf_structure import Structure, links, structure

_INVISIBLE = 3
"""Text rendering mode that paints nothing (ISO 32000-1, 9.3.6); modes from 4 on paint as well as clip, 7 clips alone."""
_CLIP_ONLY = 7
_WHITE = 250
"""From this value on in all three colours, on paper, nobody sees a letter."""
_WORD_DIVIDED = re.compile("-\N{HAIR SPACE}\\s*")
"""How our own PDFs mark a word divided at the end of a line."""
_PLACEHOLDER = re.compile(PLACEHOLDERS)
_NOT_PRINTED = "\0\ufffe"
"""Characters that PDFium makes up."""
_NOTHING = bytes(ctypes.sizeof(ctypes.c_void_p))
"""The address of no object: PDFium makes up characters between words and lines, which have none."""
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_CLAIMS = (
    (re.compile(rb"pdfaid:part(?:>|=\")(\d)"), re.compile(rb"pdfaid:conformance(?:>|=\")([A-Z])"), "PDF/A-"),
    (re.compile(rb"pdfuaid:part(?:>|=\")(\d)"), None, "PDF/UA-"),
)
MOST_PAGES = 3000


class TooMany(ValueError):  # noqa: N818 - it becomes a finding, not a crash
    """A file with more pages than anybody reads."""


@dataclass(slots=True)
class _Object:
    """What is known of the text object that characters belong to."""

    points: float
    visible: bool
    role: Role
    heading: tuple[int, int] | None
    """Number and level of the heading it stands in."""
    box: Box | None
    """What encloses it, where PDFium tells it."""
    printed: list[int] = field(default_factory=list)
    """Indices of the characters that are seen."""


@dataclass(slots=True)
class _Section:
    """A section in the making."""

    level: int
    page: int
    title: list[str]
    text: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Tally:
    """What has been counted so far, page after page."""

    structure: Structure
    tagged: bool
    starts: dict[int, list[str]]
    """Titles of bookmarks by page, counted from 0."""
    sizes: dict[tuple[Role, float], tuple[int, Spot]] = field(default_factory=dict)
    faces: dict[str, bool] = field(default_factory=dict)
    sections: list[_Section] = field(default_factory=list)
    placeholders: list[Spot] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    heading: int | None = None
    """Number of the heading that the section began with."""


def measure_pdf(name: str, data: bytes) -> Measured:
    """Measure a PDF. Raises pikepdf.PdfError, pypdfium2.PdfiumError or TooMany where it cannot be done."""
    with pikepdf.open(BytesIO(data)) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            raise TooMany(f"{len(pdf.pages):,} pages")
        root = pdf.Root
        marked = root.get("/MarkInfo")
        tagged = isinstance(marked, pikepdf.Dictionary) and bool(marked.get("/Marked", False)) and "/StructTreeRoot" in root
        found = structure(pdf)
        tally = _Tally(found, tagged, _bookmarks(pdf) if not found.headings else {})
        language, title = _text(root.get("/Lang")), _text(pdf.docinfo.get("/Title") if "/Info" in pdf.trailer else None)
        addresses, claims, pages = tuple(links(pdf)), tuple(_claims(root)), len(pdf.pages)
    document = pypdfium2.PdfDocument(data)
    try:
        sheets = tuple(_sheet(document[number], number, tally) for number in range(len(document)))
    finally:
        document.close()
    ordered = sorted(tally.sizes.items(), key=lambda item: -item[1][0])
    return Measured(
        name=name,
        kind="pdf",
        size=len(data),
        pages=pages,
        sheets=sheets,
        sizes=tuple(TypeSize(role, points, count, spot) for (role, points), (count, spot) in ordered),
        faces=tuple(Face(face, embedded) for face, embedded in sorted(tally.faces.items())),
        sections=tuple(_sections(tally)),
        tagged=tagged,
        language=language,
        title=title,
        links=addresses,
        placeholders=tuple(tally.placeholders),
        without_alternative=found.without_alternative,
        remarks=0,
        claims=claims,
        blank=tuple(tally.blank),
    )


def _text(value: Any) -> str:  # noqa: ANN401 - pikepdf's objects are untyped
    return str(value) if isinstance(value, pikepdf.String) else ""


def _claims(root: Any) -> Iterator[str]:  # noqa: ANN401
    metadata = root.get("/Metadata")
    packet = metadata.read_bytes() if isinstance(metadata, pikepdf.Stream) else b""
    for part, level, name in _CLAIMS:
        if number := part.search(packet):
            letter = level.search(packet) if level else None
            yield name + number[1].decode() + (letter[1].decode().lower() if letter else "")


def _bookmarks(pdf: pikepdf.Pdf) -> dict[int, list[str]]:
    """Titles of the bookmarks of the first level, by page."""
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    found: dict[int, list[str]] = {}
    try:
        items = list(pdf.open_outline(max_depth=1).root)
    except pikepdf.OutlineStructureError:
        return {}  # bookmarks of a damaged file
    for item in items:
        place: Any = item.destination
        action = item.action
        if place is None and isinstance(action, pikepdf.Dictionary):
            place = action.get("/D")
        page = place[0] if isinstance(place, pikepdf.Array) and len(place) else None
        if isinstance(page, pikepdf.Dictionary) and page.objgen in numbers:
            found.setdefault(numbers[page.objgen], []).append(item.title)
    return found


def _sheet(page: pypdfium2.PdfPage, number: int, tally: _Tally) -> Sheet:
    """Measure a page and add its text to the tally."""
    frame = Frame(page)
    for title in tally.starts.get(number, ()):
        tally.sections.append(_Section(1, number + 1, [title]))
    if not tally.sections:
        tally.sections.append(_Section(0, number + 1, []))
    drawn = dict(_drawn(page))
    text, nearest = _characters(page, number, frame, drawn, tally)
    if not drawn:
        tally.blank.append(number + 1)
    return Sheet(number + 1, frame.width, frame.height, text, _joined([frame.seen(*box) for box in drawn.values()]), nearest)


def _drawn(page: pypdfium2.PdfPage) -> Iterator[tuple[bytes, Box]]:
    """What is drawn on a page, by its address, with its box."""
    for thing in page.get_objects(max_depth=1):
        try:
            yield bytes(thing.raw), thing.get_bounds()
        except pypdfium2.PdfiumError:
            continue


def _joined(edges: list[Edges]) -> Edges | None:
    if not edges:
        return None
    return Edges(min(e.left for e in edges), min(e.top for e in edges), min(e.right for e in edges), min(e.bottom for e in edges))


def _outermost_first(things: Sequence[_Object]) -> Iterator[_Object]:
    """Text objects, those first that reach furthest to a side: the others stand within what these enclose, and need no closer look."""
    boxed = [(thing.box, number) for number, thing in enumerate(things) if thing.box]
    ends = [min(boxed, key=lambda pair: pair[0][side])[1] for side in (0, 1) if boxed]
    ends += [max(boxed, key=lambda pair: pair[0][side])[1] for side in (2, 3) if boxed]
    yield from (things[number] for number in ends)
    yield from (thing for number, thing in enumerate(things) if number not in ends)


def _characters(page: pypdfium2.PdfPage, number: int, frame: Frame, drawn: Mapping[bytes, Box], tally: _Tally) -> tuple[Edges | None, Spot | None]:
    """Go through the characters of a page: edges of its running text, and the place that is nearest to an edge."""
    layer = page.get_textpage()
    objects: dict[bytes, _Object | None] = {_NOTHING: None}
    said = "".join(chr(pdfium.FPDFText_GetUnicode(layer, index)) for index in range(layer.count_chars()))
    whole = said.replace("\0", " ")
    addresses = [bytes(pdfium.FPDFText_GetTextObject(layer, index)) for index in range(len(said))]  # faster than by a cast
    for address, run in groupby(range(len(said)), key=addresses.__getitem__):
        indices = list(run)
        if address not in objects:
            objects[address] = _look(layer, indices[0], number, drawn.get(address), tally)
        thing = objects[address]
        if thing is None or not thing.visible:
            tally.sections[-1].text.append(" ")
            tally.sections[-1].title.append(" ")  # between the lines of a heading; what follows the heading makes it no longer
            continue
        _read(thing, said[indices[0] : indices[-1] + 1], number, tally)
        thing.printed += [index for index in indices if said[index] not in _NOT_PRINTED and not whole[index].isspace()]
    printed = [thing for thing in objects.values() if thing and thing.printed]
    for thing in printed:
        first = thing.printed[0]
        if (thing.role, thing.points) not in tally.sizes:
            tally.sizes[thing.role, thing.points] = (0, _spot(whole, first, number, frame.seen(*_box(layer, first))))
        count, spot = tally.sizes[thing.role, thing.points]
        tally.sizes[thing.role, thing.points] = (count + len(thing.printed), spot)
    for match in _PLACEHOLDER.finditer(whole):
        tally.placeholders.append(_spot(whole, match.start(), number, frame.seen(*_box(layer, match.start()))))
    tally.sections[-1].text.append("\n")
    extent = Extent(frame)
    for thing in _outermost_first([thing for thing in printed if thing.role != "foot"]):
        if not extent.holds(thing.box):
            for index in thing.printed:
                extent.add(index, _box(layer, index))
    return extent.edges, _spot(whole, extent.nearest[1], number, frame.seen(*extent.nearest[2])) if extent.nearest else None


def _box(layer: Any, index: int) -> Box:  # noqa: ANN401
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(layer, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _spot(whole: str, index: int, number: int, edges: Edges) -> Spot:
    start = max(whole.rfind("\n", 0, index), whole.rfind("\r", 0, index)) + 1
    line = re.split(r"[\r\n]", whole[start : start + 160])[0]
    return Spot(number + 1, " ".join(line.split())[:80], round(edges.left, 1), round(edges.top, 1))


def _look(layer: Any, index: int, number: int, box: Box | None, tally: _Tally) -> _Object:  # noqa: ANN401
    """What is known of the object of a character."""
    handle, matrix = pdfium.FPDFText_GetTextObject(layer, index), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(layer, index, matrix)
    points = round(pdfium.FPDFText_GetFontSize(layer, index) * math.hypot(matrix.c, matrix.d), 1)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    painted = pdfium.FPDFText_GetFillColor(layer, index, red, green, blue, alpha)
    faint = bool(painted) and alpha.value == 0
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    visible = mode not in (_INVISIBLE, _CLIP_ONLY) and not faint
    mark = pdfium.FPDFPageObj_GetMarkedContentID(handle)
    role: Role = tally.structure.roles.get((number, mark), "foot" if tally.tagged else "body")
    if visible:
        _note_face(handle, tally)
    return _Object(points, visible, role, tally.structure.headings.get((number, mark)), box)


def _note_face(handle: Any, tally: _Tally) -> None:  # noqa: ANN401
    font = pdfium.FPDFTextObj_GetFont(handle)
    if not font:
        return
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace")).rstrip(",")
    embedded = pdfium.FPDFFont_GetIsEmbedded(font) == 1
    tally.faces[name] = tally.faces.get(name, True) and embedded


def _read(thing: _Object, text: str, number: int, tally: _Tally) -> None:
    """Add text of one object to the section it stands in; a heading begins one."""
    if thing.heading and thing.heading[0] != tally.heading:
        tally.heading, level = thing.heading
        tally.sections.append(_Section(level, number + 1, []))
    if thing.role != "foot":
        tally.sections[-1].text.append(text)
    if thing.heading:
        tally.sections[-1].title.append(text)


def _sections(tally: _Tally) -> Iterator[Section]:
    """Every section with words in it."""
    for section in tally.sections:
        words = _WORD_DIVIDED.sub("", "".join(section.text)).replace("\ufffe", "").split()
        if words:
            yield Section(" ".join("".join(section.title).split())[:120], section.level, section.page, len(words), len(" ".join(words)))
