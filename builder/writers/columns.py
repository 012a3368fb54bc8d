"""A column chart: counts over time, up to eight or so side by side."""

from dataclasses import dataclass

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.plotting import (
    NOTE_LEADING,
    NOTE_SIZE,
    VALUE_SIZE,
    WIDTH,
    area,
    fitted,
    level_lines,
    line_names,
    names_margin,
    plate,
    value_colour,
)
from builder.writers.shapes import Drawing, Label, Line, Shape, extent, text_width, wrap

_STEP = 66.0
_COLUMN = 40.0
_HEIGHT = 88.0
"""From the axis to the highest value."""
_AIR = 4.0
"""Between the labels of neighbours."""
_LINES = 3


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the columns stand: distance from one to the next, thickness, size of the values' type, points per unit."""

    step: float
    size: float
    scale: float

    @property
    def thickness(self) -> float:
        return min(_COLUMN, self.step * 0.62)

    @property
    def room(self) -> float:
        return self.step - _AIR


def columns(chart: b.Chart, theme: Theme) -> Drawing | None:
    """The chart as columns, or None where the labels do not fit."""
    step = min(_STEP, (WIDTH - names_margin(chart) - _last_width(chart)) / max(len(chart.points) - 1, 1))
    size = next((size for size in (VALUE_SIZE, NOTE_SIZE) if _fits(chart, step - _AIR, size)), None)
    if size is None:
        return None
    values = [point.value for point in chart.points] + [line.value for line in chart.lines]
    span = max(0.0, *values) - min(0.0, *values)
    plan = _Plan(step, size, _HEIGHT / (span or 1))
    standing = [shape for index, point in enumerate(chart.points) for shape in _column(point, index * step, plan, theme)]
    floor = max(0.0, extent(standing)[1])
    categories = [shape for index, point in enumerate(chart.points) for shape in _category(point, index * step, floor, plan, theme)]
    axis = Line(0, 0, WIDTH, 0, theme.colours.ink)
    return fitted([*level_lines(chart, plan.scale, theme), *standing, axis, *categories, *line_names(chart, plan.scale, theme)])


def _last_width(chart: b.Chart) -> float:
    """How far the last column and its labels reach at most."""
    last = chart.points[-1]
    return max(_COLUMN, _reach(last.label, NOTE_SIZE, bold=False), _reach(last.text, VALUE_SIZE, bold=True))


def _reach(text: str, size: float, *, bold: bool) -> float:
    """Width of a label wrapped in the widest room there is."""
    return max(text_width(line, size, bold=bold) for line in wrap(text, _STEP - _AIR, size, bold=bold))


def _fits(chart: b.Chart, room: float, size: float) -> bool:
    def fit(text: str, size: float, *, bold: bool) -> bool:
        lines = wrap(text, room, size, bold=bold)
        return len(lines) <= _LINES and all(text_width(line, size, bold=bold) <= room for line in lines)

    return all(fit(point.text, size, bold=True) and fit(point.label, NOTE_SIZE, bold=False) for point in chart.points)


def _column(point: b.Point, left: float, plan: _Plan, theme: Theme) -> list[Shape]:
    height = abs(point.value) * plan.scale
    top = -height if point.value >= 0 else 0.0
    lines = wrap(point.text, plan.room, plan.size, bold=True)
    leading = plan.size * 1.2
    first = top - 5 - leading * (len(lines) - 1) if point.value >= 0 else height + 2 + plan.size
    labels = [Label(text, left, first + leading * number, plan.size, value_colour(point, theme), bold=True) for number, text in enumerate(lines)]
    return [*map(plate, labels), area(point, theme, x=left, y=top, width=plan.thickness, height=height), *labels]


def _category(point: b.Point, left: float, floor: float, plan: _Plan, theme: Theme) -> list[Shape]:
    lines = wrap(point.label, plan.room, NOTE_SIZE)
    return [Label(text, left, floor + 12 + NOTE_LEADING * number, NOTE_SIZE, theme.colours.soft) for number, text in enumerate(lines)]
