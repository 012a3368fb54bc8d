"""A bar chart: things compared, one row each."""

from dataclasses import dataclass

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.plotting import NOTE_LEADING, PAPER, WIDTH, Types, area, fitted, plate, types_of, value_colour
from builder.writers.shapes import Drawing, Label, Line, Shape, text_width, wrap

_LEADING = 15.0
_THICKNESS = 12.75
_ROW_GAP = 3.75
_NAMES = 90.0
_WIDEST_NAME = 130.0
_WIDEST_VALUE = 120.0
_AIR = 5.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar with its wrapped words; `top` is where the row begins."""

    point: b.Point
    name: tuple[str, ...]
    value: tuple[str, ...]
    top: float

    @property
    def height(self) -> float:
        return _LEADING * max(len(self.name), len(self.value)) + _ROW_GAP


def bars(chart: b.Chart, theme: Theme) -> Drawing:
    """The chart as bars, names at the left, values at the bars' ends."""
    types = types_of(theme)
    rows = _rows(chart, types)
    widest = max(text_width(text, types.name) for row in rows for text in row.name)
    start = max(_NAMES, min(widest, _WIDEST_NAME) + 12)
    values = [point.value for point in chart.points] + [line.value for line in chart.lines]
    low, high = min(0.0, *values), max(0.0, *values)
    after = max(text_width(text, types.value) for row in rows for text in row.value) + _AIR
    scale = (WIDTH - start - after) / ((high - low) or 1)
    zero = start - low * scale
    bottom = rows[-1].top + rows[-1].height
    shapes = [shape for row in rows for shape in _bar(row, zero, scale, theme)]
    marks = [shape for row in rows for shape in _words(row, zero, scale, theme)]
    axis = Line(zero, -4, zero, bottom, theme.colours.ink)
    lines = sorted(chart.lines, key=lambda line: -line.value)
    drawn = [shape for number, line in enumerate(lines) for shape in _reference_line(zero + line.value * scale, number, bottom, theme)]
    names = [shape for number, line in enumerate(lines) for shape in _line_name(line, zero + line.value * scale, number, theme)]
    return fitted([*shapes, axis, *drawn, *marks, *names])


def _rows(chart: b.Chart, types: Types) -> list[_Row]:
    rows: list[_Row] = []
    for point in chart.points:
        top = rows[-1].top + rows[-1].height if rows else 0.0
        rows.append(_Row(point, wrap(point.label, _WIDEST_NAME, types.name), wrap(point.text, _WIDEST_VALUE, types.value), top))
    return rows


def _bar(row: _Row, zero: float, scale: float, theme: Theme) -> list[Shape]:
    width = abs(row.point.value) * scale
    left = zero if row.point.value >= 0 else zero - width
    return [area(row.point, theme, x=left, y=row.top, width=width, height=_THICKNESS)]


def _words(row: _Row, zero: float, scale: float, theme: Theme) -> list[Shape]:
    types = types_of(theme)
    names = [Label(text, 0, row.top + 10 + _LEADING * number, types.name, theme.colours.ink) for number, text in enumerate(row.name)]
    left = zero + max(0.0, row.point.value) * scale + _AIR
    colour = value_colour(row.point, theme)
    values = [Label(text, left, row.top + 10 + _LEADING * number, types.value, colour) for number, text in enumerate(row.value)]
    return [*names, *map(plate, values), *values]


def _reference_line(x: float, number: int, bottom: float, theme: Theme) -> tuple[Line, Line]:
    """The dashed line, up to its name, over a broader one of paper, so that it shows on a bar."""
    top = -4 - NOTE_LEADING * number
    return Line(x, top, x, bottom, PAPER, 2.4), Line(x, top, x, bottom, theme.colours.ink, 1, dashed=True)


def _line_name(line: b.ReferenceLine, x: float, number: int, theme: Theme) -> tuple[Shape, Label]:
    """The name over its line, on a row of its own; the lines further left have theirs higher, so that no line runs through a name."""
    types = types_of(theme)
    left = max(0.0, min(x, WIDTH - text_width(line.label, types.note)))
    label = Label(line.label, left, -7 - NOTE_LEADING * number, types.note, theme.colours.soft)
    return plate(label), label
