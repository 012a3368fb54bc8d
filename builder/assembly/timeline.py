"""What ran when: the periods of all entries, drawn."""

import datetime as dt
from collections.abc import Iterator

from builder.assembly.cards import period
from builder.assembly.draft import Draft
from builder.document import blocks as b
from builder.document import inlines as i
from builder.reading.entry import Entry
from builder.reading.values import PartialDate
from builder.reading.workspace import DOSSIER

_FEWEST = 3
"""Fewer are said as well by their cards."""
_MOST = 30
"""As many as a page holds."""


def timeline(draft: Draft) -> list[b.AnyBlock]:
    """Every public entry that says when it began, the earliest first, in drawings of a page each; nothing where there are few."""
    as_of = draft.workspace.as_of
    entries = sorted(_dated(draft), key=lambda pair: (pair[1].first_day, pair[0].id))
    if len(entries) < _FEWEST or as_of is None:
        return []
    parts = [entries[start : start + _MOST] for start in range(0, len(entries), _MOST)]
    return [_chart(draft, part, number, as_of) for number, part in enumerate(parts, 1)]


def _dated(draft: Draft) -> Iterator[tuple[Entry, PartialDate]]:
    for entry in draft.workspace.entries.values():
        if not entry.confidential and entry.period and entry.period.start:
            yield entry, entry.period.start


def _chart(draft: Draft, entries: list[tuple[Entry, PartialDate]], number: int, as_of: dt.date) -> b.Chart:
    wording = draft.wording
    spans = tuple(_span(draft, entry, start) for entry, start in entries)
    today = b.ReferenceLine(wording.short_date(PartialDate(as_of.year, as_of.month, as_of.day)), _year(as_of))
    going = sum(span.standing == "ongoing" for span in spans)
    said = wording.word("chart_spans", count=len(spans), ongoing=going)
    states = (f"{span.label}: {', '.join(filter(None, (span.text, _state(draft, span.standing))))}" for span in spans)
    alt = wording.word("chart_alt_spans", points="; ".join(states))
    caption = b.Caption(draft.next_figure(), (i.Text(said),), (i.Text(wording.word("chart_spans_key")),))
    return b.Chart(f"timeline-{number}", draft.place(DOSSIER), "spans", (), (today,), caption, alt, (), spans=spans)


def _span(draft: Draft, entry: Entry, start: PartialDate) -> b.Span:
    end = entry.period.end if entry.period else None
    return b.Span(
        draft.name(entry.title, entry.id),
        period(entry.period, draft.wording),
        _year(start.first_day),
        _year(end.last_day) if end else None,
        entry.status or "",
    )


def _state(draft: Draft, standing: str) -> str:
    return draft.wording.word(f"status_{standing}") if standing else ""


def _year(day: dt.date) -> float:
    """A day as years, with its share of the year."""
    return day.year + (day.timetuple().tm_yday - 1) / 366
