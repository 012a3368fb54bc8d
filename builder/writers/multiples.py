"""Small multiples: series side by side on one scale, each under its name and its latest value, over its first and last date."""

from collections.abc import Sequence

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.plotting import NOTE_LEADING, PAPER, WIDTH, fitted, types_of, value_colour
from builder.writers.shapes import Drawing, Label, Line, Rectangle, Shape, Type, extent, moved, text_width, wrap

_IN_ROW = 3
_GAP = 18.0
_PANEL = (WIDTH - (_IN_ROW - 1) * _GAP) / _IN_ROW
_HEIGHT = 48.0
_LEADING = 15.0
_MARK = 5.0
_AIR = 6.0
_ROW_GAP = 15.0


def multiples(chart: b.Chart, theme: Theme) -> Drawing:
    """The panels in rows of three; all share the scale of the largest value."""
    values = [
        0.0,
        *(point.value for panel in chart.panels for point in panel.points),
        *(line.value for panel in chart.panels for line in panel.lines),
    ]
    scale = _HEIGHT / ((max(values) - min(values)) or 1)
    shapes: list[Shape] = []
    floor = 0.0
    for start in range(0, len(chart.panels), _IN_ROW):
        row = [
            shape
            for place, panel in enumerate(chart.panels[start : start + _IN_ROW])
            for shape in _panel(panel, place * (_PANEL + _GAP), scale, (min(values), max(values)), theme)
        ]
        top, bottom = extent(row)
        shapes += [moved(shape, floor - top) for shape in row]
        floor += bottom - top + _ROW_GAP
    return fitted(shapes)


def _panel(panel: b.Panel, left: float, scale: float, span: tuple[float, float], theme: Theme) -> list[Shape]:
    types, colours = types_of(theme), theme.colours
    first, last = panel.points[0], panel.points[-1]
    low, high = span
    over = [*((text, types.name, colours.ink) for text in wrap(panel.title, _PANEL, types.name))]
    over += [(text, types.value, value_colour(last, theme)) for text in wrap(last.text, _PANEL, types.value)]
    bottom = -high * scale - _AIR - _MARK
    heads = [Label(text, left, bottom - _LEADING * (len(over) - 1 - number), kind, colour) for number, (text, kind, colour) in enumerate(over)]
    lines = [Line(left, -line.value * scale, left + _PANEL, -line.value * scale, colours.ink, dashed=True) for line in panel.lines]
    axis = Line(left, 0, left + _PANEL, 0, colours.ink)
    began = f"{first.label}: {first.text}" if first.label else first.text
    return [*heads, *lines, axis, *_path(panel.points, left, scale, theme), *_dates(began, last.label, left, -low * scale, types.note, theme)]


def _path(points: Sequence[b.Point], left: float, scale: float, theme: Theme) -> list[Shape]:
    step = (_PANEL - _MARK) / max(len(points) - 1, 1)
    places = [(left + _MARK / 2 + number * step, -point.value * scale) for number, point in enumerate(points)]
    shapes: list[Shape] = [
        Line(x1, y1, x2, y2, theme.colours.mid, 1.5, dashed=point.standing == "target")
        for (x1, y1), (x2, y2), point in zip(places, places[1:], points[1:], strict=False)
    ]
    for (x, y), point in zip(places, points, strict=True):
        fill = {"latest": theme.colours.accent, "earlier": theme.colours.mid, "target": PAPER}[point.standing]
        stroke = theme.colours.accent if point.standing == "target" else None
        shapes.append(Rectangle(x - _MARK / 2, y - _MARK / 2, _MARK, _MARK, fill, stroke))
    return shapes


def _dates(began: str, ended: str, left: float, floor: float, kind: Type, theme: Theme) -> list[Label]:
    """Where the series begins and ends: at the two ends of the panel, or one over the other."""
    colour = theme.colours.soft
    if text_width(began, kind) + text_width(ended, kind) + _AIR <= _PANEL:
        return [Label(began, left, floor + 14, kind, colour), Label(ended, left + _PANEL, floor + 14, kind, colour, anchor="end")]
    lines = (*wrap(began, _PANEL, kind), *wrap(ended, _PANEL, kind))
    return [Label(text, left, floor + 14 + NOTE_LEADING * number, kind, colour) for number, text in enumerate(lines)]
