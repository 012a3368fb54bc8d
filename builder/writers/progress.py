"""A progress chart: how far each result has come on its way to its target."""

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.plotting import NOTE_LEADING, PAPER, WIDTH, fitted, types_of
from builder.writers.shapes import Drawing, Label, Line, Rectangle, Shape, extent, text_width, wrap

_NAMES = 120.0
_GAP = 12.0
_LEFT = _NAMES + _GAP
_ROOM = WIDTH - _LEFT
_LEADING = 15.0
_BAR = 9.0
_ROW_GAP = 7.5


def progress(chart: b.Chart, theme: Theme) -> Drawing:
    """A row for each panel: its name, an outline up to the target, filled as far as the result goes; values stand over the bar."""
    types = types_of(theme)
    shapes: list[Shape] = []
    top = 0.0
    for panel in chart.panels:
        names = enumerate(wrap(panel.title, _NAMES, types.name))
        row = [*(Label(text, 0, top + 10 + _LEADING * number, types.name, theme.colours.ink) for number, text in names), *_row(panel, top, theme)]
        top = extent(row)[1] + _ROW_GAP
        shapes += row
    return fitted(shapes)


def _row(panel: b.Panel, top: float, theme: Theme) -> list[Shape]:
    types, colours = types_of(theme), theme.colours
    result = next(point for point in panel.points if point.standing != "target")
    target = next(point for point in panel.points if point.standing == "target")
    words = f"{target.label}: {target.text}"
    values = wrap(result.text, _ROOM, types.value)
    beside = len(values) == 1 and text_width(values[0], types.value) + _GAP + text_width(words, types.note) <= _ROOM
    bar = top + _LEADING * len(values)
    shapes = _bar(panel, result, target, bar, theme)
    shapes += [Label(text, _LEFT, top + 10 + _LEADING * number, types.value, colours.accent) for number, text in enumerate(values)]
    if beside:
        return [*shapes, Label(words, WIDTH, top + 10, types.note, colours.soft, anchor="end")]
    below = enumerate(wrap(words, _ROOM, types.note))
    return [*shapes, *(Label(text, _LEFT, bar + _BAR + NOTE_LEADING * (number + 1), types.note, colours.soft) for number, text in below)]


def _bar(panel: b.Panel, result: b.Point, target: b.Point, top: float, theme: Theme) -> list[Shape]:
    """From nothing to the larger of result and target, cut at the target where it is passed, with the baseline as a dashed line across."""
    scale = _ROOM / (max(result.value, target.value, *(line.value for line in panel.lines), 0.0) or 1)
    accent = theme.colours.accent
    aim = _LEFT + max(0.0, target.value) * scale
    lines = [_LEFT + max(0.0, line.value) * scale for line in panel.lines]
    return [
        Rectangle(_LEFT, top, max(0.0, result.value) * scale, _BAR, accent),
        Rectangle(_LEFT, top, max(0.0, target.value) * scale, _BAR, None, stroke=accent),
        *([Line(aim, top - 2, aim, top + _BAR + 2, PAPER, 2.4)] if result.value > target.value else []),
        *(Line(x, top - 2, x, top + _BAR + 2, PAPER, 2.4) for x in lines),
        *(Line(x, top - 2, x, top + _BAR + 2, theme.colours.ink, 1, dashed=True) for x in lines),
    ]
