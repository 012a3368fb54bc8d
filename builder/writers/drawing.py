"""Charts and the cover's picture as drawings: one message, labelled directly, the axis from zero.

A label says its value, so there is neither grid nor scale nor legend. Columns whose labels would not fit beneath and above them are drawn as bars,
which have room for any label.
"""

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.bars import bars
from builder.writers.columns import columns
from builder.writers.line_chart import line_chart
from builder.writers.multiples import multiples
from builder.writers.plotting import NOTE_LEADING, PAPER, types_of
from builder.writers.progress import progress
from builder.writers.shapes import Drawing, Label, Rectangle, Shape, wrap
from builder.writers.spans import spans

_ACROSS = 5
_COVER_WIDTH = 431.0
_COVER_HEIGHT = 336.0
_BLOCK_HEIGHT = 300.0
_GROUP = 90.0
_GAP = 15.0
_CELL = 15.0
_SQUARE = 11 / 15
"""Side of a square as a share of its cell."""


def chart_drawing(chart: b.Chart, theme: Theme) -> Drawing:
    """The chart drawn at the width of the main column, 365.7 points; a chart without points is empty."""
    if not (chart.points or chart.panels or chart.spans):
        return Drawing(width=0, height=0, shapes=())
    match chart.kind:
        case "progress":
            return progress(chart, theme)
        case "multiples":
            return multiples(chart, theme)
        case "spans":
            return spans(chart, theme)
        case "columns":
            return columns(chart, theme) or bars(chart, theme)
        case "bars":
            return bars(chart, theme)
        case "line":
            return line_chart(chart, theme)


def cover_drawing(cover: b.Cover, theme: Theme) -> Drawing:
    """The cover's series as rising squares, five in a row: light on the accent, or the accent on paper; without a series it is empty."""
    if not cover.points:
        return Drawing(width=0, height=0, shapes=())
    counts = [max(0, round(point.value / cover.step)) for point in cover.points]
    group = min(_GROUP, (_COVER_WIDTH + _GAP) / len(counts))
    rows = max(-(-count // _ACROSS) for count in counts)
    cell = min(_CELL, (group - _GAP) / _ACROSS, _BLOCK_HEIGHT / max(rows, 1))
    last = len(counts) - 1
    latest = PAPER if theme.cover == "panel" else theme.colours.accent
    shapes: list[Shape] = []
    for index, (point, count) in enumerate(zip(cover.points, counts, strict=True)):
        shapes += _squares(count, index * group, cell, latest if index == last else theme.colours.window)
        shapes += _cover_labels(point, index * group, group - 6, theme)
    return Drawing(_COVER_WIDTH, _COVER_HEIGHT, tuple(shapes))


def _squares(count: int, left: float, cell: float, colour: str) -> list[Shape]:
    side = cell * _SQUARE
    return [Rectangle(left + number % _ACROSS * cell, _BLOCK_HEIGHT - number // _ACROSS * cell - side, side, side, colour) for number in range(count)]


def _cover_labels(point: b.Point, left: float, width: float, theme: Theme) -> list[Shape]:
    types, colour = types_of(theme), PAPER if theme.cover == "panel" else theme.colours.ink
    lines = wrap(point.label, width, types.note)
    value: list[Shape] = [Label(point.text, left, _BLOCK_HEIGHT + 19, types.value, colour)]
    return value + [Label(line, left, _BLOCK_HEIGHT + 33 + NOTE_LEADING * number, types.note, colour) for number, line in enumerate(lines)]
