"""What columns, bars and lines of a chart share: who wears which colour, where reference lines are named, how a drawing gets its height."""

import math
from dataclasses import dataclass

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.shapes import ASCENT, DESCENT, Drawing, Label, Line, Rectangle, Shape, Type, extent, moved, text_width, type_of, wrap

WIDTH = 365.7
"""The main column: 129 mm."""
PAPER = "#ffffff"
NOTE_LEADING = 11.25
_VALUE_SIZE = 11.0
_NOTE_SIZE = 9.0
_NAME_WIDTH = 84.0
_HALF_LINE = 7.5
_REST = 3.75
"""With a one-line note beneath, a drawing higher than half lines by this much keeps the page's rhythm."""


@dataclass(frozen=True, slots=True)
class Types:
    """How the words of a chart are set."""

    value: Type
    """Values; in a narrow column `small_value` takes its place."""
    small_value: Type
    name: Type
    """Names of bars."""
    note: Type
    """Categories and the names of lines."""


def types_of(theme: Theme) -> Types:
    """The types of a theme's charts."""
    value, small = (type_of(theme, size, bold=True) for size in (_VALUE_SIZE, _NOTE_SIZE))
    return Types(value, small, type_of(theme, _VALUE_SIZE), type_of(theme, _NOTE_SIZE))


def area(point: b.Point, theme: Theme, *, x: float, y: float, width: float, height: float) -> Rectangle:
    """A column or bar: the latest in the accent, earlier ones in grey, a target in outline."""
    match point.standing:
        case "latest":
            return Rectangle(x, y, width, height, theme.colours.accent)
        case "earlier":
            return Rectangle(x, y, width, height, theme.colours.mid)
        case "target":
            return Rectangle(x, y, width, height, PAPER, stroke=theme.colours.accent)


def value_colour(point: b.Point, theme: Theme) -> str:
    """Colour of a point's printed value."""
    return theme.colours.ink if point.standing == "earlier" else theme.colours.accent


def plate(label: Label) -> Rectangle:
    """Paper beneath a label, so that no line runs through its words."""
    return Rectangle(label.left - 2, label.top, label.width + 4, (ASCENT + DESCENT) * label.type.size, PAPER)


def names_margin(chart: b.Chart, types: Types) -> float:
    """Room at the right that the names of the reference lines need; 0 without lines."""
    return max((text_width(text, types.note) + 8 for line in chart.lines for text in _name(line, types)), default=0.0)


def line_names(chart: b.Chart, scale: float, theme: Theme) -> list[Shape]:
    """The names of level lines in the right margin, each over its line, moved up where they would touch one another."""
    types = types_of(theme)
    shapes: list[Shape] = []
    limit = math.inf
    for line in sorted(chart.lines, key=lambda line: line.value):
        limit = min(limit, -line.value * scale - DESCENT * _NOTE_SIZE - 2)
        for text in reversed(_name(line, types)):
            label = Label(text, WIDTH, limit, types.note, theme.colours.soft, anchor="end")
            shapes += [plate(label), label]
            limit -= NOTE_LEADING
    return shapes


def level_lines(chart: b.Chart, scale: float, theme: Theme) -> list[Shape]:
    """The reference lines of a chart whose values grow upwards."""
    return [Line(0, -line.value * scale, WIDTH, -line.value * scale, theme.colours.ink, dashed=True) for line in chart.lines]


def _name(line: b.ReferenceLine, types: Types) -> tuple[str, ...]:
    return wrap(line.label, _NAME_WIDTH, types.note)


def fitted(shapes: list[Shape]) -> Drawing:
    """The shapes, moved to the top, on an area whose height suits the rhythm of the page."""
    top, bottom = extent(shapes)
    height = math.ceil((bottom - top - _REST) / _HALF_LINE) * _HALF_LINE + _REST
    return Drawing(WIDTH, height, tuple(moved(shape, height - bottom) for shape in shapes))
