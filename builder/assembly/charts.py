"""Charts from indicators: what is drawn, what is said of it, and where the numbers come from."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from builder.assembly.draft import Draft
from builder.assembly.quantities import details, parts, unit_of
from builder.assembly.values import find_indicator, latest
from builder.document import blocks as b
from builder.document import inlines as i
from builder.findings import Location
from builder.reading.entry import Indicator, Measured

_MOST_COLUMNS = 8
Standing = Literal["latest", "earlier", "target"]


def chart(draft: Draft, references: Sequence[str], name: str, place: Location) -> b.Chart:
    """One indicator over time, or several that share an axis. Raises ReferenceProblem for an unknown one."""
    indicators = [(entry, find_indicator(draft.workspace, entry, indicator)) for entry, _, indicator in (r.partition(".") for r in references)]
    if len(indicators) == 1:
        return _series(draft, *indicators[0], name, place)
    return _comparison(draft, indicators, name, place)


def points_of(draft: Draft, indicator: Indicator) -> tuple[b.Point, ...]:
    """The results of an indicator, then its target where it has one ahead of it."""
    measured: list[tuple[Measured, bool]] = [(result, False) for result in indicator.results]
    baseline = indicator.baseline
    if baseline and not (indicator.results and baseline.value == indicator.results[0].value):
        measured.insert(0, (baseline, False))
    if indicator.target:
        measured.append((indicator.target, True))
    last = max((n for n, (_, is_target) in enumerate(measured) if not is_target), default=-1)
    return tuple(
        _point(draft, indicator, one, "target" if is_target else "latest" if n == last else "earlier") for n, (one, is_target) in enumerate(measured)
    )


def _point(draft: Draft, indicator: Indicator, measured: Measured, standing: Standing, label: str = "") -> b.Point:
    unit = unit_of(indicator, draft.wording)
    pieces = parts(measured, unit, draft.wording)
    text = str(pieces) if label else pieces.bare
    if standing == "target" and label:
        text = f"{text} {draft.wording.word('expected')}"
    when = details(measured, draft.wording)
    shown = label or (f"{draft.wording.word('target')} {when[0]}" if standing == "target" and when else ", ".join(when))
    return b.Point(shown, _height(measured), text, standing)


def _height(measured: Measured) -> float:
    if measured.range:
        return float((measured.range.low + measured.range.high) / 2)
    return float(measured.value or 0)


def _lines(draft: Draft, indicator: Indicator) -> Iterable[b.ReferenceLine]:
    unit = unit_of(indicator, draft.wording)
    baseline = indicator.baseline
    if baseline and indicator.results and baseline.value == indicator.results[0].value:
        number = parts(baseline, unit, draft.wording).number
        yield b.ReferenceLine(f"{draft.wording.word('baseline')} {number}", _height(baseline))
    if indicator.benchmark:
        number = parts(indicator.benchmark, unit, draft.wording).number
        yield b.ReferenceLine(f"{draft.say(indicator.benchmark.name)} {number}", _height(indicator.benchmark))


def _series(draft: Draft, entry: str, indicator: Indicator, name: str, place: Location) -> b.Chart:
    points, wording = points_of(draft, indicator), draft.wording
    title = draft.say(indicator.name)
    results = [point for point in points if point.standing != "target"]
    newest = latest(indicator)
    reached = str(parts(newest, unit_of(indicator, wording), wording)) if newest else wording.word("not_reported")
    key = "chart_series" if len(results) > 1 else "chart_single"
    said = wording.word(key, name=title, first=results[0].text if results else "", last=reached)
    kind: Literal["columns", "line"] = "columns" if len(points) <= _MOST_COLUMNS else "line"
    lines = tuple(_lines(draft, indicator))
    caption = b.Caption(draft.next_figure(), (i.Text(said),), _definition(draft, entry, indicator))
    alt = wording.word(f"chart_alt_{kind}", name=title, points=_say_points(draft, points, lines))
    remarks = [] if indicator.target else [wording.word("no_target")]
    if len(indicator.results) > 1 and _uneven(indicator):
        remarks.insert(0, wording.word("uneven"))
    return b.Chart(name, place, kind, points, lines, caption, alt, _note(draft, [entry], [indicator], remarks))


def _comparison(draft: Draft, indicators: Sequence[tuple[str, Indicator]], name: str, place: Location) -> b.Chart:
    points = []
    for _, indicator in indicators:
        measured = latest(indicator)
        shown = measured or indicator.target or indicator.baseline
        if shown:
            points.append(_point(draft, indicator, shown, "latest" if measured else "target", draft.say(indicator.name)))
    first = indicators[0][1]
    lines = tuple({line.value: line for _, indicator in indicators for line in _shared(draft, indicator)}.values())[:1]
    top = max(points, key=lambda point: point.value)
    caption = b.Caption(
        draft.next_figure(), (i.Text(draft.wording.word("chart_single", name=top.label, last=top.text)),), _definition(draft, indicators[0][0], first)
    )
    alt = draft.wording.word("chart_alt_bars", points=_say_points(draft, points, lines))
    note = _note(draft, [entry for entry, _ in indicators], [indicator for _, indicator in indicators], [])
    return b.Chart(name, place, "bars", tuple(points), lines, caption, alt, note)


def _shared(draft: Draft, indicator: Indicator) -> Iterable[b.ReferenceLine]:
    """What several indicators may be held against: the benchmark, else the baseline."""
    unit = unit_of(indicator, draft.wording)
    if indicator.benchmark:
        yield b.ReferenceLine(
            f"{draft.say(indicator.benchmark.name)}, {parts(indicator.benchmark, unit, draft.wording).bare}", _height(indicator.benchmark)
        )
    elif indicator.baseline:
        label = draft.say(indicator.baseline.label) or draft.wording.word("baseline")
        yield b.ReferenceLine(f"{label}, {parts(indicator.baseline, unit, draft.wording).bare}", _height(indicator.baseline))


def _definition(draft: Draft, entry: str, indicator: Indicator) -> i.Inlines:
    if not indicator.definition:
        return ()
    found = draft.workspace.entries[entry]
    name = next(key for key, value in found.indicators.items() if value is indicator)
    return draft.inlines(indicator.definition, found.file, ("indicators", name, "definition"), entry)


def _uneven(indicator: Indicator) -> bool:
    """Whether the times between results differ or are not known."""
    dates = [result.date for result in indicator.results]
    if any(date is None for date in dates):
        return True
    days = [date.first_day.toordinal() for date in dates if date]
    gaps = [later - earlier for earlier, later in pairwise(days)]
    return len(gaps) > 1 and max(gaps) > min(gaps) * 1.1


def _say_points(draft: Draft, points: Sequence[b.Point], lines: Sequence[b.ReferenceLine]) -> str:
    said = [draft.wording.word("chart_point", label=point.label, value=point.text).strip() for point in points]
    return "; ".join([*said, *(line.label for line in lines)])


def _note(draft: Draft, entries: Sequence[str], indicators: Sequence[Indicator], remarks: Sequence[str]) -> i.Inlines:
    """Remarks, then the sources with their citation."""
    names = dict.fromkeys(name for entry, indicator in zip(entries, indicators, strict=True) for name in _publishers(draft, entry, indicator))
    key = "source_note" if len(names) == 1 else "source_note_many"
    said = " ".join([*remarks, *([draft.wording.word(key, sources="; ".join(names))] if names else [])])
    return (i.Text(said), *draft.cite(dict.fromkeys(entries)))


def _publishers(draft: Draft, entry: str, indicator: Indicator) -> Iterable[str]:
    used = {one.source for one in (indicator.baseline, indicator.target, indicator.benchmark, *indicator.results) if one and one.source}
    sources = draft.workspace.sources_of(entry)
    for name, source in sources.items():
        if (name in used or not used) and not source.confidential:
            yield draft.say(source.publisher) or draft.say(source.title)
