"""A timeline: what ran when, a bar for each."""

from dataclasses import replace

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.plotting import NOTE_LEADING, PAPER, WIDTH, fitted, types_of
from builder.writers.shapes import Drawing, Label, Line, Rectangle, Shape, text_width, wrap

_NAMES = 150.0
_LEFT = _NAMES + 12
_ROOM = WIDTH - _LEFT
_LEADING = 12.0
_BAR = 7.0
_ROW_GAP = 4.5
_THINNEST = 3.0
_AIR = 5.0


def spans(chart: b.Chart, theme: Theme) -> Drawing:
    """The bars under one another on an axis of years; what goes on is filled up to the day of the dossier and outlined from there."""
    today = chart.lines[0]
    edges = [today.value, *(edge for span in chart.spans for edge in (span.start, span.end) if edge is not None)]
    first, last = min(edges), max(edges)
    scale = _ROOM / ((last - first) or 1)
    types, colours = types_of(theme), theme.colours
    shapes: list[Shape] = []
    top = 0.0
    for span in chart.spans:
        name = wrap(span.label, _NAMES, types.note)
        shapes += [Label(text, 0, top + 8 + _LEADING * number, types.note, colours.ink) for number, text in enumerate(name)]
        shapes += _bar(span, top, first, scale, today.value, theme)
        top += _LEADING * len(name) + _ROW_GAP
    now = _LEFT + (today.value - first) * scale
    left = min(now, WIDTH - text_width(today.label, types.note))
    years = (str(int(first)), str(int(last)))
    marks: list[Shape] = [
        Line(now, -4, now, top, colours.ink, dashed=True),
        Label(today.label, left, -7, types.note, colours.soft),
        Line(_LEFT, top, WIDTH, top, colours.ink),
        Label(years[0], _LEFT, top + NOTE_LEADING, types.note, colours.soft),
        *([Label(years[1], WIDTH, top + NOTE_LEADING, types.note, colours.soft, anchor="end")] if years[0] != years[1] else []),
    ]
    return fitted([*marks, *shapes])


def _bar(span: b.Span, top: float, first: float, scale: float, today: float, theme: Theme) -> list[Shape]:
    start = min(_LEFT + (span.start - first) * scale, WIDTH - _THINNEST)
    end = max(start + _THINNEST, _LEFT + ((span.end or max(today, span.start)) - first) * scale)
    now = min(max(start + _THINNEST, _LEFT + (today - first) * scale), end)
    bars = _shades(span, (start, now, end), top + 1, theme)
    return [*bars, *_words(span.text, start, end, top + 8, theme)]


def _shades(span: b.Span, edges: tuple[float, float, float], top: float, theme: Theme) -> list[Shape]:
    """The bar in the shade of its state: `edges` are its start, today and its end."""
    colours, (start, now, end) = theme.colours, edges
    whole = Rectangle(start, top, end - start, _BAR, None)
    match span.standing:
        case "completed":
            return [replace(whole, fill=colours.mid)]
        case "discontinued":
            return [replace(whole, fill=PAPER, stroke=colours.mid)]
        case "planned":
            return [replace(whole, fill=PAPER, stroke=colours.accent)]
        case "ongoing":
            return [replace(whole, fill=PAPER, stroke=colours.accent), replace(whole, width=now - start, fill=colours.accent)]
        case "":
            return [replace(whole, fill=colours.line)]


def _words(text: str, start: float, end: float, baseline: float, theme: Theme) -> list[Shape]:
    """The period beside the bar, on paper so that no line runs through it; in the bar where neither side has room."""
    note, colour = types_of(theme).note, theme.colours.soft
    width = text_width(text, note) + _AIR
    if end + width <= WIDTH:
        label = Label(text, end + _AIR, baseline, note, colour)
    elif start - width >= _LEFT:
        label = Label(text, start - _AIR, baseline, note, colour, anchor="end")
    else:
        label = Label(text, min(start + _AIR, WIDTH - width), baseline, note, colour)
    return [Rectangle(label.left - 1, label.top + 1, label.width + 2, label.bottom - label.top - 2, PAPER), label]
