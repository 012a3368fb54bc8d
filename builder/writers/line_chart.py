"""A line chart: a series of six points or more, spaced evenly."""

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.plotting import PAPER, WIDTH, fitted, level_lines, line_names, names_margin, plate, types_of, value_colour
from builder.writers.shapes import Drawing, Label, Line, Rectangle, Shape, text_width

_HEIGHT = 96.0
_MARK = 5.0
_AIR = 6.0


def line_chart(chart: b.Chart, theme: Theme) -> Drawing:
    """The chart as a line with a mark at each point; the last and first values are labelled, others where there is room."""
    margin = names_margin(chart, types_of(theme))
    values = [point.value for point in chart.points] + [line.value for line in chart.lines]
    scale = _HEIGHT / ((max(0.0, *values) - min(0.0, *values)) or 1)
    step = (WIDTH - margin - _MARK) / max(len(chart.points) - 1, 1)
    places = [(_MARK / 2 + index * step, -point.value * scale) for index, point in enumerate(chart.points)]
    below = max(0.0, *(y for _, y in places))
    right = WIDTH - margin
    labels = _labels(chart, places, right, theme)
    return fitted(
        [
            *level_lines(chart, scale, theme),
            *map(plate, labels),
            *_path(chart, places, theme),
            Line(0, 0, WIDTH, 0, theme.colours.ink),
            *labels,
            *_categories(chart, places, below, theme),
            *line_names(chart, scale, theme),
        ]
    )


def _path(chart: b.Chart, places: list[tuple[float, float]], theme: Theme) -> list[Shape]:
    shapes: list[Shape] = []
    for (x1, y1), (x2, y2), point in zip(places, places[1:], chart.points[1:], strict=False):
        shapes.append(Line(x1, y1, x2, y2, theme.colours.mid, 1.5, dashed=point.standing == "target"))
    for (x, y), point in zip(places, chart.points, strict=True):
        filled = {"latest": theme.colours.accent, "earlier": theme.colours.mid, "target": PAPER}[point.standing]
        stroke = theme.colours.accent if point.standing == "target" else None
        shapes.append(Rectangle(x - _MARK / 2, y - _MARK / 2, _MARK, _MARK, filled, stroke))
    return shapes


def _in_order_of_weight(points: tuple[b.Point, ...]) -> list[int]:
    """Indices of points: the latest results, the last and the first, then the others."""
    latest = [index for index, point in enumerate(points) if point.standing == "latest"]
    return list(dict.fromkeys([*latest, len(points) - 1, 0, *range(len(points))]))


def _labels(chart: b.Chart, places: list[tuple[float, float]], right: float, theme: Theme) -> list[Label]:
    kind = types_of(theme).value
    chosen: list[Label] = []
    for index in _in_order_of_weight(chart.points):
        x, y = places[index]
        point = chart.points[index]
        around = [places[near][1] for near in (index - 1, index + 1) if 0 <= near < len(places)]
        over = not around or y <= sum(around) / len(around)
        baseline = y - _AIR if over or y > -2 * kind.size else y + _AIR + 0.72 * kind.size
        width = text_width(point.text, kind)
        left = min(max(x - width / 2, 0.0), right - width)
        label = Label(point.text, left, baseline, kind, value_colour(point, theme))
        if _clear(label, chosen):
            chosen.append(label)
    return chosen


def _categories(chart: b.Chart, places: list[tuple[float, float]], below: float, theme: Theme) -> list[Label]:
    kind = types_of(theme).note
    chosen: list[Label] = []
    for index in _in_order_of_weight(chart.points):
        text = chart.points[index].label
        width = text_width(text, kind)
        left = min(max(places[index][0] - width / 2, 0.0), WIDTH - width)
        label = Label(text, left, below + 12, kind, theme.colours.soft)
        if _clear(label, chosen):
            chosen.append(label)
    return chosen


def _clear(label: Label, others: list[Label]) -> bool:
    """Whether a label keeps its distance from the others."""
    return all(
        label.left > other.left + other.width + _AIR
        or label.left + label.width + _AIR < other.left
        or label.top > other.bottom
        or label.bottom < other.top
        for other in others
    )
