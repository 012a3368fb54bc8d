"""The shapes of a drawing, free of any format: what the PDF draws as vectors and the Word file as a picture.

All lengths are points; x grows to the right, y downwards.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from builder.reading.theme import Theme

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

ASCENT = 0.78
"""Height of a line of type over its baseline, as a share of its size."""
DESCENT = 0.26
"""Depth of a line of type under its baseline, as a share of its size."""
_MEASURE = 1000


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An area, filled or outlined."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None
    """`#rrggbb`."""
    stroke: str | None = None
    """Colour of an outline one point wide, drawn inside the area."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    thickness: float = 0.6
    dashed: bool = False
    """Two points drawn, two left out."""


@dataclass(frozen=True, slots=True)
class Type:
    """How the words of a drawing are set: in the theme's sans, with lining figures."""

    size: float
    family: str
    file: Path
    """Of the face, to measure by."""
    bold: bool = False


def type_of(theme: Theme, size: float, *, bold: bool = False) -> Type:
    """The theme's sans in that size."""
    return Type(size, theme.fonts.sans, theme.face("sans", 600 if bold else 400), bold)


@dataclass(frozen=True, slots=True)
class Label:
    """A single line of words."""

    text: str
    x: float
    y: float
    """Of the baseline."""
    type: Type
    colour: str
    anchor: Literal["start", "middle", "end"] = "start"
    """Which point of the words stands at x."""

    @property
    def left(self) -> float:
        """Where the words begin."""
        return self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width

    @property
    def width(self) -> float:
        """How far the words reach."""
        return text_width(self.text, self.type)

    @property
    def top(self) -> float:
        """Upper edge of the line of type."""
        return self.y - ASCENT * self.type.size

    @property
    def bottom(self) -> float:
        """Lower edge of the line of type."""
        return self.y + DESCENT * self.type.size


Shape = Rectangle | Line | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on an area, the later over the earlier."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def moved(shape: Shape, dy: float) -> Shape:
    """The shape, moved down."""
    if isinstance(shape, Line):
        return replace(shape, y1=shape.y1 + dy, y2=shape.y2 + dy)
    return replace(shape, y=shape.y + dy)


def extent(shapes: Iterable[Shape]) -> tuple[float, float]:
    """The uppermost and the lowest y of the shapes."""
    edges = [edge for shape in shapes for edge in _edges(shape)]
    return min(edges), max(edges)


def _edges(shape: Shape) -> tuple[float, float]:
    match shape:
        case Rectangle():
            return shape.y, shape.y + shape.height
        case Line():
            return min(shape.y1, shape.y2), max(shape.y1, shape.y2)
        case Label():
            return shape.top, shape.bottom


@cache
def _font(file: Path) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - heavy, and wanted only when something is drawn

    return ImageFont.truetype(file, _MEASURE, layout_engine=ImageFont.Layout.BASIC)


@cache
def face_width(text: str, size: float, file: Path) -> float:
    """Width of words in the face of a file."""
    return _font(file).getlength(text) * size / _MEASURE


def text_width(text: str, kind: Type) -> float:
    """Width of words in a drawing or a table."""
    return face_width(text, kind.size, kind.file)


def wrap(text: str, width: float, kind: Type) -> tuple[str, ...]:
    """The words in lines no wider than `width`; broken at plain spaces only, so a long word may still stick out."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, kind) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
