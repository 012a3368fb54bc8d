"""Measures a Word file from what is written in it: nothing is laid out, so only the program that saved it can have counted its pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from builder.inspection.measured import PLACEHOLDERS, Edges, Face, Measured, Role, Section, Sheet, Spot, TypeSize
from builder.reading.word_parts import word_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_TWIPS = 20
_MILLIMETRES = 25.4 / 1440
_PLACEHOLDER = re.compile(PLACEHOLDERS)
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEFAULT_POINTS = 10.0
"""Where a file says nothing of the size (ISO 29500-1, 17.3.2.38)."""
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says, with what it is based on."""

    name: str
    points: float | None
    face: str | None
    based_on: str
    level: int


def measure_word(name: str, data: bytes) -> Measured:
    """Measure a Word file. Raises NotWord where it cannot be done."""
    parts = word_parts(data)
    document = parts["word/document.xml"]
    walk = _Walk(parts)
    body = document.find(f"{_W}body")
    walk.part(document if body is None else body, "body")
    for note in ("word/footnotes.xml", "word/endnotes.xml"):
        if note in parts:
            walk.part(parts[note], "note")
    ordered = sorted(walk.sizes.items(), key=lambda item: -item[1][0])
    return Measured(
        name=name,
        kind="docx",
        size=len(data),
        pages=_pages(parts),
        sheets=tuple(_sheets(document)),
        sizes=tuple(TypeSize(role, points, count, spot) for (role, points), (count, spot) in ordered),
        faces=tuple(Face(face, face in _embedded(parts)) for face in sorted(walk.faces)),
        sections=tuple(walk.sections()),
        tagged=True,
        language=_language(parts),
        title=_first(parts.get("docProps/core.xml"), f"{_DC}title"),
        links=tuple(_links(parts)),
        placeholders=tuple(walk.placeholders),
        without_alternative=sum(not (made.get("descr") or made.get("title")) for made in document.iter(f"{_WP}docPr")),
        remarks=_remarks(parts),
        claims=(),
        blank=(),
    )


def _pages(parts: Mapping[str, Element]) -> int | None:
    said = _first(parts.get("docProps/app.xml"), f"{_APP}Pages")
    return int(said) if said.isdecimal() and int(said) else None


def _first(root: Element | None, tag: str) -> str:
    found = None if root is None else root.find(f".//{tag}")
    return "" if found is None else (found.text or "").strip()


def _language(parts: Mapping[str, Element]) -> str:
    styles = parts.get("word/styles.xml")
    found = None if styles is None else styles.find(f"{_W}docDefaults//{_W}lang")
    return "" if found is None else found.get(f"{_W}val", "")


def _links(parts: Mapping[str, Element]) -> Iterator[str]:
    for name, root in parts.items():
        if name.startswith("word/") and name.endswith(".rels"):
            for made in root:
                if made.get("TargetMode") == "External" and str(made.get("Type")).endswith("hyperlink"):
                    yield made.get("Target", "")


def _remarks(parts: Mapping[str, Element]) -> int:
    comments = sum(1 for root in (parts.get("word/comments.xml"),) if root is not None for _ in root.iter(f"{_W}comment"))
    document = parts["word/document.xml"]
    return comments + sum(1 for tag in ("ins", "del", "moveFrom", "moveTo") for _ in document.iter(f"{_W}{tag}"))


def _embedded(parts: Mapping[str, Element]) -> frozenset[str]:
    table = parts.get("word/fontTable.xml")
    fonts = () if table is None else table.iter(f"{_W}font")
    return frozenset(font.get(f"{_W}name", "") for font in fonts if any("embed" in str(child.tag) for child in font))


def _sheets(document: Element) -> Iterator[Sheet]:
    """Size and margins of each section."""
    for section in document.iter(f"{_W}sectPr"):
        size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        if size is not None:
            width, height = (_number(size, name, 0) / _TWIPS for name in ("w", "h"))
            sides = None
            if margins is not None:
                sides = Edges(*(abs(_number(margins, name, 0)) * _MILLIMETRES for name in ("left", "top", "right", "bottom")))
            yield Sheet(0, width, height, sides, None, None)


def _number(made: Element, name: str, otherwise: float) -> float:
    try:
        return float(made.get(f"{_W}{name}", otherwise))
    except ValueError:
        return otherwise


class _Walk:
    """One walk through the text: sizes, fonts, sections, left-over instructions."""

    def __init__(self, parts: Mapping[str, Element]) -> None:
        self.sizes: dict[tuple[Role, float], tuple[int, Spot]] = {}
        self.faces: set[str] = set()
        self.placeholders: list[Spot] = []
        self._styles = dict(_styles(parts.get("word/styles.xml")))
        self._usual = _usual(parts.get("word/styles.xml"))
        self._points, self._face = _defaults(parts)
        self._sections: list[tuple[str, int, list[str]]] = [("", 0, [])]

    def part(self, root: Element, role: Role) -> None:
        """Read all paragraphs of a part."""
        for paragraph in root.iter(f"{_W}p"):
            inside = role
            if role == "body" and next(paragraph.iterancestors(f"{_W}tbl"), None) is not None:
                inside = "table"
            self._paragraph(paragraph, inside)

    def _paragraph(self, paragraph: Element, role: Role) -> None:
        style = _value(paragraph.find(f"{_W}pPr/{_W}pStyle")) or self._usual
        level = self._level(style)
        runs = [(run, _words(run)) for run in paragraph.iter(f"{_W}r") if next(run.iterancestors(f"{_W}p"), None) is paragraph]
        text = "".join(words for _, words in runs)
        if not text.strip():
            return
        spot = Spot(0, " ".join(text.split())[:80], 0.0, 0.0)
        if level and role == "body":
            self._sections.append((spot.text, level, []))
        self._sections[-1][2].append(text)
        self.placeholders += [Spot(0, spot.text, 0.0, 0.0)] * bool(_PLACEHOLDER.search(text))
        for run, words in runs:
            count = sum(not character.isspace() for character in words)
            if count:
                points, face = self._set(run, style)
                key: tuple[Role, float] = ("heading" if level and role == "body" else role, round(points, 1))
                self.sizes[key] = (self.sizes[key][0] + count, self.sizes[key][1]) if key in self.sizes else (count, spot)
                if face:
                    self.faces.add(face)

    def _set(self, run: Element, paragraph_style: str) -> tuple[float, str]:
        """Size and font of a run: its own, else that of its style, else that of the paragraph's, else the default (ISO 29500-1, 17.7.2)."""
        own = run.find(f"{_W}rPr")
        size = None if own is None else own.find(f"{_W}sz")
        fonts = None if own is None else own.find(f"{_W}rFonts")
        chain = [self._styles[name] for start in (_value(run.find(f"{_W}rPr/{_W}rStyle")), paragraph_style) for name in self._above(start)]
        points = _number(size, "val", 0) / 2 if size is not None else next((style.points for style in chain if style.points), self._points)
        face = fonts.get(f"{_W}ascii") if fonts is not None else None
        return points or self._points, face or next((style.face for style in chain if style.face), None) or self._face

    def _above(self, name: str) -> Iterator[str]:
        for _ in range(_DEEPEST_STYLE):
            if name not in self._styles:
                return
            yield name
            name = self._styles[name].based_on

    def _level(self, style: str) -> int:
        return next((self._styles[name].level for name in self._above(style) if self._styles[name].level), 0)

    def sections(self) -> Iterator[Section]:
        """Every section with words in it."""
        for title, level, pieces in self._sections:
            words = " ".join(pieces).split()
            if words:
                yield Section(title, level, 0, len(words), len(" ".join(words)))


def _words(run: Element) -> str:
    """The text of a run, a space for each tab and new line."""
    return "".join(child.text or "" if child.tag == f"{_W}t" else " " * (child.tag in (f"{_W}tab", f"{_W}br")) for child in run)


def _value(made: Element | None) -> str:
    return "" if made is None else made.get(f"{_W}val", "")


def _usual(root: Element | None) -> str:
    """The style of paragraphs that name none."""
    styles = () if root is None else root.iter(f"{_W}style")
    return next((made.get(f"{_W}styleId", "") for made in styles if made.get(f"{_W}type") == "paragraph" and made.get(f"{_W}default") == "1"), "")


def _styles(root: Element | None) -> Iterator[tuple[str, _Style]]:
    for made in () if root is None else root.iter(f"{_W}style"):
        name = _value(made.find(f"{_W}name"))
        size, fonts = made.find(f"{_W}rPr/{_W}sz"), made.find(f"{_W}rPr/{_W}rFonts")
        heading = _HEADING.fullmatch(name)
        points = _number(size, "val", 0) / 2 if size is not None else None
        face = fonts.get(f"{_W}ascii") if fonts is not None else None
        yield made.get(f"{_W}styleId", ""), _Style(name, points, face, _value(made.find(f"{_W}basedOn")), int(heading[1]) if heading else 0)


def _defaults(parts: Mapping[str, Element]) -> tuple[float, str]:
    """Size and font where nothing else is said; the font may be that of the theme."""
    styles = parts.get("word/styles.xml")
    own = None if styles is None else styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    size = None if own is None else own.find(f"{_W}sz")
    fonts = None if own is None else own.find(f"{_W}rFonts")
    points = _number(size, "val", 0) / 2 if size is not None else _DEFAULT_POINTS
    face = "" if fonts is None else fonts.get(f"{_W}ascii", "")
    theme = parts.get("word/theme/theme1.xml")
    if not face and theme is not None:
        latin = theme.find(".//{*}minorFont/{*}latin")
        face = "" if latin is None else latin.get("typeface", "")
    return points or _DEFAULT_POINTS, face
