"""A column chart: counts over time, up to eight or so side by side."""

from dataclasses import dataclass

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.plotting import (
    NOTE_LEADING,
    WIDTH,
    Types,
    area,
    fitted,
    level_lines,
    line_names,
    names_margin,
    plate,
    types_of,
    value_colour,
)
from builder.writers.shapes import Drawing, Label, Line, Shape, Type, extent, text_width, wrap

_STEP = 66.0
_COLUMN = 40.0
_HEIGHT = 88.0
"""From the axis to the highest value."""
_AIR = 4.0
"""Between the labels of neighbours."""
_LINES = 3


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the columns stand: distance from one to the next, type of values and categories, points per unit."""

    step: float
    value: Type
    note: Type
    scale: float

    @property
    def thickness(self) -> float:
        return min(_COLUMN, self.step * 0.62)

    @property
    def room(self) -> float:
        return self.step - _AIR


def columns(chart: b.Chart, theme: Theme) -> Drawing | None:
    """The chart as columns, or None where the labels do not fit."""
    types = types_of(theme)
    step = min(_STEP, (WIDTH - names_margin(chart, types) - _last_width(chart, types)) / max(len(chart.points) - 1, 1))
    value = next((kind for kind in (types.value, types.small_value) if _fits(chart, step - _AIR, kind, types.note)), None)
    if value is None:
        return None
    values = [point.value for point in chart.points] + [line.value for line in chart.lines]
    span = max(0.0, *values) - min(0.0, *values)
    plan = _Plan(step, value, types.note, _HEIGHT / (span or 1))
    standing = [shape for index, point in enumerate(chart.points) for shape in _column(point, index * step, plan, theme)]
    floor = max(0.0, extent(standing)[1])
    categories = [shape for index, point in enumerate(chart.points) for shape in _category(point, index * step, floor, plan, theme)]
    axis = Line(0, 0, WIDTH, 0, theme.colours.ink)
    return fitted([*level_lines(chart, plan.scale, theme), *standing, axis, *categories, *line_names(chart, plan.scale, theme)])


def _last_width(chart: b.Chart, types: Types) -> float:
    """How far the last column and its labels reach at most."""
    last = chart.points[-1]
    return max(_COLUMN, _reach(last.label, types.note), _reach(last.text, types.value))


def _reach(text: str, kind: Type) -> float:
    """Width of a label wrapped in the widest room there is."""
    return max(text_width(line, kind) for line in wrap(text, _STEP - _AIR, kind))


def _fits(chart: b.Chart, room: float, value: Type, note: Type) -> bool:
    def fit(text: str, kind: Type) -> bool:
        lines = wrap(text, room, kind)
        return len(lines) <= _LINES and all(text_width(line, kind) <= room for line in lines)

    return all(fit(point.text, value) and fit(point.label, note) for point in chart.points)


def _column(point: b.Point, left: float, plan: _Plan, theme: Theme) -> list[Shape]:
    height = abs(point.value) * plan.scale
    top = -height if point.value >= 0 else 0.0
    lines = wrap(point.text, plan.room, plan.value)
    leading = plan.value.size * 1.2
    first = top - 5 - leading * (len(lines) - 1) if point.value >= 0 else height + 2 + plan.value.size
    labels = [Label(text, left, first + leading * number, plan.value, value_colour(point, theme)) for number, text in enumerate(lines)]
    return [*map(plate, labels), area(point, theme, x=left, y=top, width=plan.thickness, height=height), *labels]


def _category(point: b.Point, left: float, floor: float, plan: _Plan, theme: Theme) -> list[Shape]:
    lines = wrap(point.label, plan.room, plan.note)
    return [Label(text, left, floor + 12 + NOTE_LEADING * number, plan.note, theme.colours.soft) for number, text in enumerate(lines)]
