"""Charts and the cover's picture as drawings."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.document import blocks as b
from builder.writers.drawing import chart_drawing, cover_drawing
from builder.writers.shapes import Drawing, Label, Line, Rectangle, text_width, type_of, wrap
from builder.writers.svg import svg
from tests.sample_words import ORIGIN
from tests.themes import theme

THEME = theme()
NOTE = type_of(THEME, 9)


def chart(kind: str, *points: b.Point, lines: tuple[b.ReferenceLine, ...] = ()) -> b.Chart:
    return b.Chart("chart", ORIGIN, kind, points, lines, b.Caption("Figure 1", ()), "Alt", ())  # type: ignore[arg-type]


def counts(*values: float) -> tuple[b.Point, ...]:
    last = len(values) - 1
    return tuple(b.Point(str(2015 + n), value, f"{value:g}", "latest" if n == last else "earlier") for n, value in enumerate(values))


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def areas(drawing: Drawing, colour: str) -> list[Rectangle]:
    return [shape for shape in drawing.shapes if isinstance(shape, Rectangle) and shape.fill == colour]


def overlap(one: Label, other: Label) -> bool:
    apart_x = one.left + one.width <= other.left + 0.01 or other.left + other.width <= one.left + 0.01
    apart_y = one.bottom <= other.top + 2 or other.bottom <= one.top + 2
    return not (apart_x or apart_y)


def test_columns_rise_from_zero_in_proportion() -> None:
    """Twice the value is twice the height, and all stand on the axis."""
    drawing = chart_drawing(chart("columns", *counts(40, 80)), THEME)
    (earlier,) = areas(drawing, THEME.colours.mid)
    (latest,) = areas(drawing, THEME.colours.accent)
    assert abs(latest.height - 2 * earlier.height) < 1e-6
    assert abs((latest.y + latest.height) - (earlier.y + earlier.height)) < 1e-6


def test_a_target_is_an_outline() -> None:
    """What is expected is not filled."""
    drawing = chart_drawing(chart("bars", b.Point("Biogas", 2, "2 expected", "target")), THEME)
    assert [shape.fill for shape in drawing.shapes if isinstance(shape, Rectangle) and shape.stroke == THEME.colours.accent] == ["#ffffff"]


def test_reference_lines_are_dashed_and_named_at_their_height() -> None:
    """The line of 40 is as high as the column of 40 and says its name."""
    drawing = chart_drawing(chart("columns", *counts(40, 100), lines=(b.ReferenceLine("Baseline 40", 40),)), THEME)
    (line,) = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.dashed]
    (column,) = areas(drawing, THEME.colours.mid)
    assert abs(line.y1 - column.y) < 1e-6
    assert "Baseline 40" in [label.text for label in labels(drawing)]


def test_eight_columns_with_long_labels_become_bars() -> None:
    """Where names do not fit under the columns, each gets a row of its own."""
    points = tuple(b.Point(f"Announcement in spring {2015 + n}", n + 1, f"about {n + 1},000,000") for n in range(8))
    drawing = chart_drawing(chart("columns", *points), THEME)
    bars = areas(drawing, THEME.colours.accent)
    assert len({bar.y for bar in bars}) == 8
    assert len({bar.x for bar in bars}) == 1


def test_a_chart_without_points_is_empty() -> None:
    """Nothing is drawn where there is nothing to draw."""
    assert chart_drawing(chart("columns"), THEME).shapes == ()


WORDS = st.lists(st.sampled_from(["about", "over", "1,000,000", "visits", "2022", "spring", "Helsingborg", "7×"]), min_size=1, max_size=4).map(
    " ".join
)
POINTS = st.lists(st.tuples(WORDS, st.integers(-50, 1000), WORDS, st.sampled_from(["latest", "earlier", "target"])), min_size=1, max_size=9)
LINES = st.lists(st.tuples(WORDS, st.integers(0, 1000)), max_size=3)


@settings(max_examples=150)
@given(st.sampled_from(["columns", "bars", "line"]), POINTS, LINES)
def test_no_two_labels_of_a_chart_touch_and_none_leaves_it(kind: str, points: list[tuple[str, int, str, str]], lines: list[tuple[str, int]]) -> None:
    """Whatever the values and however long the words."""
    drawn = tuple(b.Point(label, value, text, standing) for label, value, text, standing in points)  # type: ignore[arg-type]
    drawing = chart_drawing(chart(kind, *drawn, lines=tuple(b.ReferenceLine(name, value) for name, value in lines)), THEME)
    assert drawing.width == 365.7
    for label in labels(drawing):
        assert label.left >= -0.01
        assert label.left + label.width <= drawing.width + 0.01
        assert label.top >= -0.01
        assert label.bottom <= drawing.height + 0.01
    for one, other in combinations(labels(drawing), 2):
        assert not overlap(one, other), (one.text, other.text)


@settings(max_examples=100)
@given(st.sampled_from(["progress", "multiples"]), st.lists(st.tuples(WORDS, POINTS), min_size=1, max_size=7))
def test_panels_keep_their_labels_apart_and_inside(kind: str, panels: list[tuple[str, list[tuple[str, int, str, str]]]]) -> None:
    """Progress and small multiples, whatever the values and however long the words."""
    made = []
    for title, points in panels:
        drawn = [b.Point(label, value, text, standing) for label, value, text, standing in points]  # type: ignore[arg-type]
        ends = [b.Point("2022", 1, "1"), b.Point("Target 2030", 2, "2", "target")] if kind == "progress" else []
        made.append(b.Panel(title, (*drawn, *ends)))
    drawing = chart_drawing(replace(chart(kind), panels=tuple(made)), THEME)
    for label in labels(drawing):
        assert label.left >= -0.01
        assert label.left + label.width <= drawing.width + 0.01
        assert -0.01 <= label.top <= label.bottom <= drawing.height + 0.01
    for one, other in combinations(labels(drawing), 2):
        assert not overlap(one, other), (one.text, other.text)


SPANS = st.lists(
    st.tuples(
        WORDS,
        st.floats(1900, 2100),
        st.none() | st.floats(0, 100),
        st.sampled_from(["planned", "ongoing", "completed", "discontinued", ""]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=100)
@given(SPANS)
def test_a_timeline_keeps_its_labels_apart_and_inside(given_spans: list[tuple[str, float, float | None, str]]) -> None:
    """Whatever ran when, and however long its name."""
    made = tuple(
        b.Span(label, "since 2021", start, None if lasted is None else start + lasted, standing)  # type: ignore[arg-type]
        for label, start, lasted, standing in given_spans
    )
    drawing = chart_drawing(replace(chart("spans", lines=(b.ReferenceLine("1 Jul 2026", 2026.5),)), spans=made), THEME)
    for label in labels(drawing):
        assert label.left >= -0.01
        assert label.left + label.width <= drawing.width + 0.01
        assert -0.01 <= label.top <= label.bottom <= drawing.height + 0.01
    for one, other in combinations(labels(drawing), 2):
        assert not overlap(one, other), (one.text, other.text)


def test_what_goes_on_is_filled_up_to_today() -> None:
    """Half of what runs from 2020 to 2030 is filled in the middle of 2025; what is completed is grey."""
    made = (b.Span("Lab", "2020–2030", 2020, 2030, "ongoing"), b.Span("Fair", "2022", 2022, 2023, "completed"))
    drawing = chart_drawing(replace(chart("spans", lines=(b.ReferenceLine("today", 2025),)), spans=made), THEME)
    (filled,) = areas(drawing, THEME.colours.accent)
    (outlined,) = [shape for shape in drawing.shapes if isinstance(shape, Rectangle) and shape.stroke == THEME.colours.accent]
    assert filled.width == pytest.approx(outlined.width / 2)
    assert len(areas(drawing, THEME.colours.mid)) == 1


def test_progress_fills_the_share_of_the_target_that_is_reached() -> None:
    """Forty of a hundred fill two fifths of the outline; more than the target passes it."""

    def row(value: float) -> tuple[Rectangle, Rectangle]:
        panel = b.Panel("Homes", (b.Point("2022", value, "some"), b.Point("Target", 100, "100", "target")))
        filled, outlined = [
            shape for shape in chart_drawing(replace(chart("progress"), panels=(panel,)), THEME).shapes if isinstance(shape, Rectangle)
        ]
        return filled, outlined

    filled, outlined = row(40)
    assert filled.width == pytest.approx(0.4 * outlined.width)
    filled, outlined = row(125)
    assert filled.width == pytest.approx(1.25 * outlined.width)


def test_small_multiples_share_one_scale() -> None:
    """The same value stands at the same height over each axis."""
    panels = tuple(b.Panel(name, (b.Point("2020", 10, "10", "earlier"), b.Point("2022", top, str(top)))) for name, top in (("A", 20), ("B", 80)))
    marks = [shape for shape in chart_drawing(replace(chart("multiples"), panels=panels), THEME).shapes if isinstance(shape, Rectangle)]
    assert marks[0].y == marks[2].y
    axis = marks[0].y + (marks[0].y - marks[1].y)
    assert axis - marks[3].y == pytest.approx(8 * (axis - marks[0].y))


@given(st.text(alphabet="ab ", max_size=60), st.floats(1, 200))
def test_wrapping_keeps_every_word_in_order(text: str, width: float) -> None:
    """Lines joined again are the text, and only a single word is wider than the line."""
    lines = wrap(text, width, NOTE)
    assert " ".join(lines) == text
    assert all(text_width(line, NOTE) <= width or " " not in line for line in lines)


def test_the_cover_draws_one_square_for_each_step() -> None:
    """Forty partners at ten a square are four squares, and the latest group is white."""
    cover = b.Cover("cover", ORIGIN, "", "City", "", counts(20, 40), 10, "Alt", ())
    drawing = cover_drawing(cover, THEME)
    assert len(areas(drawing, THEME.colours.window)) == 2
    assert len(areas(drawing, "#ffffff")) == 4


def test_a_long_series_stays_on_the_cover() -> None:
    """Twelve groups of up to two hundred squares keep within the panel and apart."""
    cover = b.Cover("cover", ORIGIN, "", "City", "", counts(*range(90, 210, 10)), 1, "Alt", ())
    drawing = cover_drawing(cover, THEME)
    squares = [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]
    assert min(square.y for square in squares) >= 0
    assert max(square.x + square.width for square in squares) <= drawing.width + 0.01


def test_svg_escapes_words_and_says_the_alternative_text() -> None:
    """Words of a label cannot become markup."""
    drawing = Drawing(10, 5, (Label("a<b & c", 0, 4, NOTE, "#000000"), Line(0, 0, 10, 0, "#000000", dashed=True)))
    picture = svg(drawing, 'Alt "x" <y>', 5)
    assert "a&lt;b &amp; c</text>" in picture
    assert "<title>Alt &quot;x&quot; &lt;y&gt;</title>" in picture
    assert 'width="5pt" height="2.5pt" viewBox="0 0 10 5"' in picture
