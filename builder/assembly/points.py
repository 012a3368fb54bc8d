"""What charts draw of indicators, and how it is said in words."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from builder.assembly.draft import Draft
from builder.assembly.quantities import details, parts, unit_of
from builder.assembly.values import share_of_target
from builder.document import blocks as b
from builder.reading.entry import Indicator, Measured

Standing = Literal["latest", "earlier", "target"]


def points_of(draft: Draft, indicator: Indicator) -> tuple[b.Point, ...]:
    """The results of an indicator, then its target where it has one ahead of it."""
    measured: list[tuple[Measured, bool]] = [(result, False) for result in indicator.results]
    baseline = indicator.baseline
    if baseline and not (indicator.results and baseline.value == indicator.results[0].value):
        measured.insert(0, (baseline, False))
    if indicator.target:
        measured.append((indicator.target, True))
    last = max((n for n, (_, is_target) in enumerate(measured) if not is_target), default=-1)

    def standing(n: int, *, is_target: bool) -> Standing:
        return "target" if is_target else "latest" if n == last else "earlier"

    return tuple(point_of(draft, indicator, one, standing(n, is_target=is_target)) for n, (one, is_target) in enumerate(measured))


def point_of(draft: Draft, indicator: Indicator, measured: Measured, standing: Standing, label: str = "") -> b.Point:
    """A measured value as a point; with a label of its own it says its unit and whether it is only expected."""
    unit = unit_of(indicator, draft.wording)
    pieces = parts(measured, unit, draft.wording)
    text = str(pieces) if label else pieces.bare
    if standing == "target" and label:
        text = f"{text} {draft.wording.word('expected')}"
    when = details(measured, draft.wording)
    shown = label or (f"{draft.wording.word('target')} {when[0]}" if standing == "target" and when else ", ".join(when))
    return b.Point(shown, height(measured), text, standing)


def height(measured: Measured) -> float:
    """What is drawn of a value: of a range, its middle."""
    if measured.range:
        return float((measured.range.low + measured.range.high) / 2)
    return float(measured.value or 0)


def lines_of(draft: Draft, indicator: Indicator) -> Iterable[b.ReferenceLine]:
    """What a series is held against: its baseline, where that is no point of its own, and its benchmark."""
    unit = unit_of(indicator, draft.wording)
    baseline = indicator.baseline
    if baseline and indicator.results and baseline.value == indicator.results[0].value:
        number = parts(baseline, unit, draft.wording).number
        yield b.ReferenceLine(f"{draft.wording.word('baseline')} {number}", height(baseline))
    if indicator.benchmark:
        number = parts(indicator.benchmark, unit, draft.wording).number
        yield b.ReferenceLine(f"{draft.say(indicator.benchmark.name)} {number}", height(indicator.benchmark))


def message(draft: Draft, indicator: Indicator, title: str) -> str:
    """What a series shows, in words: `Visits rose from 250,000 to 500,000, twice the target of 250,000`; the title alone where nothing compares."""
    wording, unit = draft.wording, unit_of(indicator, draft.wording)
    measured = [one for one in (indicator.baseline, *indicator.results) if one]
    if not indicator.results or len(measured) < 2:  # noqa: PLR2004 - a change needs two values
        return title
    first, last = measured[0], measured[-1]
    change = height(last) - height(first)
    key = "chart_rose" if change > 0 else "chart_fell" if change < 0 else "chart_same"
    before = parts(first, unit, wording)
    said = wording.word(key, name=title, first=str(before) if before.scaled else before.bare, last=str(parts(last, unit, wording)))
    exact = all(one.value is not None and not one.precision for one in (last, indicator.target) if one)
    if indicator.target and indicator.target.value and exact:
        said += f", {share_of_target(indicator, wording)}"
    return said


def say_points(draft: Draft, points: Sequence[b.Point], lines: Sequence[b.ReferenceLine]) -> str:
    """All that is drawn, in one line."""
    said = [draft.wording.word("chart_point", label=point.label, value=point.text).strip() for point in points]
    return "; ".join([*said, *(line.label for line in lines)])


def is_uneven(indicator: Indicator) -> bool:
    """Whether the times between results differ or are not known."""
    dates = [result.date for result in indicator.results]
    if any(date is None for date in dates):
        return True
    days = [date.first_day.toordinal() for date in dates if date]
    gaps = [later - earlier for earlier, later in pairwise(days)]
    return len(gaps) > 1 and max(gaps) > min(gaps) * 1.1
