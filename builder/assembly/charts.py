"""Charts from indicators: what is drawn, what is said of it, and where the numbers come from."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from builder.assembly.draft import Draft
from builder.assembly.fields import entry_text
from builder.assembly.points import height, is_uneven, lines_of, message, point_of, points_of, say_points
from builder.assembly.quantities import details, parts, unit_of
from builder.assembly.values import find_indicator, latest
from builder.document import blocks as b
from builder.document import inlines as i
from builder.findings import Location
from builder.reading.entry import Indicator

_MOST_COLUMNS = 8


def chart(draft: Draft, references: Sequence[str], name: str, place: Location) -> b.Chart:
    """One indicator over time, or several that share an axis. Raises ReferenceProblem for an unknown one."""
    indicators = [(entry, find_indicator(draft.workspace, entry, indicator)) for entry, _, indicator in (r.partition(".") for r in references)]
    each = [indicator for _, indicator in indicators]
    if all(indicator.target and latest(indicator) for indicator in each) and (len(each) > 1 or _has_target_alone(each[0])):
        return _progress(draft, indicators, name, place)
    if len(indicators) == 1:
        return _series(draft, *indicators[0], name, place)
    if all(len(indicator.results) > 1 for indicator in each):
        return _multiples(draft, indicators, name, place)
    return _comparison(draft, indicators, name, place)


def _has_target_alone(indicator: Indicator) -> bool:
    """Whether a single result has nothing but its target to be held against."""
    return len(indicator.results) == 1 and not indicator.baseline


def _series(draft: Draft, entry: str, indicator: Indicator, name: str, place: Location) -> b.Chart:
    points, wording = points_of(draft, indicator), draft.wording
    title = draft.name(indicator.name)
    results = [point for point in points if point.standing != "target"]
    newest = latest(indicator)
    reached = str(parts(newest, unit_of(indicator, wording), wording)) if newest else wording.word("not_reported")
    key = "chart_series" if len(results) > 1 else "chart_single"
    said = wording.word(key, name=title, first=results[0].text if results else "", last=reached)
    kind: Literal["columns", "line"] = "columns" if len(points) <= _MOST_COLUMNS else "line"
    lines = tuple(lines_of(draft, indicator))
    caption = b.Caption(draft.next_figure(), (i.Text(said),), _definition(draft, name, entry, indicator))
    alt = wording.word(f"chart_alt_{kind}", name=message(draft, indicator, title), points=say_points(draft, points, lines))
    remarks = [] if indicator.target else [wording.word("no_target")]
    if len(indicator.results) > 1 and is_uneven(indicator):
        remarks.insert(0, wording.word("uneven"))
    return b.Chart(name, place, kind, points, lines, caption, alt, _note(draft, [entry], [indicator], remarks))


def _comparison(draft: Draft, indicators: Sequence[tuple[str, Indicator]], name: str, place: Location) -> b.Chart:
    points = []
    for _, indicator in indicators:
        measured = latest(indicator)
        shown = measured or indicator.target or indicator.baseline
        if shown:
            points.append(point_of(draft, indicator, shown, "latest" if measured else "target", draft.name(indicator.name)))
    first = indicators[0][1]
    lines = tuple({line.value: line for _, indicator in indicators for line in _shared(draft, indicator)}.values())[:1]
    top = max(points, key=lambda point: point.value)
    said = draft.wording.word("chart_single", name=top.label, last=top.text)
    caption = b.Caption(draft.next_figure(), (i.Text(said),), _definition(draft, name, indicators[0][0], first))
    alt = draft.wording.word("chart_alt_bars", points=say_points(draft, points, lines))
    note = _note(draft, [entry for entry, _ in indicators], [indicator for _, indicator in indicators], [])
    return b.Chart(name, place, "bars", tuple(points), lines, caption, alt, note)


def _progress(draft: Draft, indicators: Sequence[tuple[str, Indicator]], name: str, place: Location) -> b.Chart:
    """Results on their way to their targets."""
    wording = draft.wording
    panels = tuple(_on_the_way(draft, indicator) for _, indicator in indicators)
    reached = sum(_is_reached(indicator) for _, indicator in indicators)
    said = wording.word("chart_targets", reached=wording.number(Decimal(reached)), total=wording.number(Decimal(len(panels))))
    if len(panels) == 1:
        result, target = (point.text for point in panels[0].points)
        said = wording.word("chart_on_the_way", name=panels[0].title, last=result, target=target)
    points = "; ".join(f"{panel.title}: {say_points(draft, panel.points, panel.lines)}" for panel in panels)
    caption = b.Caption(draft.next_figure(), (i.Text(said),), _definition(draft, name, *indicators[0]) if len(panels) == 1 else ())
    note = _note(draft, [entry for entry, _ in indicators], [indicator for _, indicator in indicators], [])
    return b.Chart(name, place, "progress", (), (), caption, wording.word("chart_alt_progress", points=points), note, panels)


def _on_the_way(draft: Draft, indicator: Indicator) -> b.Panel:
    wording, unit = draft.wording, unit_of(indicator, draft.wording)
    newest, target = latest(indicator), indicator.target
    assert newest  # noqa: S101 - asked for by the caller
    assert target  # noqa: S101
    when = ", ".join(details(newest, wording))
    aimed = " ".join((wording.word("target"), *details(target, wording)))
    points = (
        b.Point(when, height(newest), str(parts(newest, unit, wording))),
        b.Point(aimed, height(target), str(parts(target, unit, wording)), "target"),
    )
    return b.Panel(draft.name(indicator.name), points, tuple(lines_of(draft, indicator)))


def _is_reached(indicator: Indicator) -> bool:
    newest, target = latest(indicator), indicator.target
    if not (newest and target):
        return False
    gained = height(newest) - height(target)
    return gained <= 0 if indicator.direction == "down" else gained >= 0


def _multiples(draft: Draft, indicators: Sequence[tuple[str, Indicator]], name: str, place: Location) -> b.Chart:
    """Several series side by side."""
    wording = draft.wording
    panels = tuple(b.Panel(draft.name(indicator.name), points_of(draft, indicator), tuple(lines_of(draft, indicator))) for _, indicator in indicators)
    said = "; ".join(message(draft, indicator, panel.title) for panel, (_, indicator) in zip(panels, indicators, strict=True))
    points = "; ".join(f"{panel.title}: {say_points(draft, panel.points, panel.lines)}" for panel in panels)
    caption = b.Caption(draft.next_figure(), (i.Text(said),))
    note = _note(draft, [entry for entry, _ in indicators], [indicator for _, indicator in indicators], [])
    return b.Chart(name, place, "multiples", (), (), caption, wording.word("chart_alt_multiples", points=points), note, panels)


def _shared(draft: Draft, indicator: Indicator) -> Iterable[b.ReferenceLine]:
    """What several indicators may be held against: the benchmark, else the baseline."""
    unit = unit_of(indicator, draft.wording)
    if indicator.benchmark:
        yield b.ReferenceLine(
            f"{draft.say(indicator.benchmark.name)}, {parts(indicator.benchmark, unit, draft.wording).bare}", height(indicator.benchmark)
        )
    elif indicator.baseline:
        label = draft.say(indicator.baseline.label) or draft.wording.word("baseline")
        yield b.ReferenceLine(f"{label}, {parts(indicator.baseline, unit, draft.wording).bare}", height(indicator.baseline))


def _definition(draft: Draft, block: str, entry: str, indicator: Indicator) -> i.Inlines:
    if not indicator.definition:
        return ()
    found = draft.workspace.entries[entry]
    name = next(key for key, value in found.indicators.items() if value is indicator)
    return entry_text(draft, f"{block}.definition", found, indicator.definition, ("indicators", name, "definition"))


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
