"""Tables made from the evidence: indicators of a criterion, initiatives of the dossier."""

from collections.abc import Iterator

from builder.assembly.cards import period
from builder.assembly.cited import cited, cited_entries
from builder.assembly.draft import Draft
from builder.assembly.fields import entry_text, entry_words
from builder.assembly.quantities import details, parts, unit_of
from builder.assembly.values import latest
from builder.assembly.views import CriterionView
from builder.document import blocks as b
from builder.document import inlines as i
from builder.reading.entry import Entry, Indicator, Measured
from builder.reading.workspace import DOSSIER

_MOST_ROWS = 6
"""A table that a juror takes in at a glance; the others stand in the text and on the cards."""


def indicator_table(draft: Draft, criterion: CriterionView) -> list[b.AnyBlock]:
    """Baseline, result and target of the indicators that the response names: those first that can be compared, then the criterion's own."""
    response = draft.workspace.responses[criterion.id]
    named = {name for question in response.answers for name in cited(draft, response, question).indicators}
    rows = [
        (not _compares(indicator), entry, name, indicator)
        for entry in cited_entries(draft, response)
        for name, indicator in entry.indicators.items()
        if f"{entry.id}.{name}" in named and (_compares(indicator) or entry.criterion == criterion.id)
    ]
    chosen = sorted(rows, key=lambda row: row[0])[:_MOST_ROWS]
    if not chosen:
        return []
    words = draft.wording.word
    heads = [("indicator", 69), ("baseline", 34), ("result", 36), ("target", 23), ("reference", 12)]
    columns = tuple(b.Column((i.Text(words(key)),), share, "start" if key == "indicator" else "end") for key, share in heads)
    block = f"{criterion.id}.indicators"
    title = (i.Text(words("indicator_table", criterion=criterion.title)),)
    made = tuple(_row(draft, f"{block}.{entry.id}.{name}", entry, name, indicator) for _, entry, name, indicator in chosen)
    return [b.Table(block, draft.place(response.file), columns, made, b.Caption(draft.next_table(), title), "indicators")]


def _compares(indicator: Indicator) -> bool:
    """Whether there is something to hold the result against."""
    return bool(indicator.baseline or indicator.target) or len(indicator.results) > 1


def _row(draft: Draft, row: str, entry: Entry, name: str, indicator: Indicator) -> b.Row:
    words, unit = draft.wording.word, unit_of(indicator, draft.wording)

    def cell(column: str, measured: Measured | None, absent: str) -> b.Cell:
        if measured is None:
            return b.Cell((i.Text(words(absent)),))
        detail = ", ".join(details(measured, draft.wording))
        text = str(parts(measured, unit, draft.wording))
        value = entry_words(draft, f"{row}.{column}", entry, (i.Value(text, f"{entry.id}.{name}"),), ("indicators", name))
        return b.Cell(value, (i.Text(detail),) if detail else ())

    title = entry_text(draft, f"{row}.name", entry, indicator.name, ("indicators", name, "name"))
    cells = (
        cell("baseline", indicator.baseline, "dash"),
        cell("result", latest(indicator), "not_reported"),
        cell("target", indicator.target, "not_set"),
    )
    return b.Row((b.Cell(title), *cells, b.Cell(draft.cite([entry.id]))))


def initiative_table(draft: Draft, criteria: tuple[CriterionView, ...]) -> list[b.AnyBlock]:
    """Every entry cited in the responses, under the criterion whose response cites it first."""
    rows = tuple(_initiatives(draft, criteria))
    words = draft.wording.word
    heads = [("initiative", 45), ("what_it_shows", 68), ("period", 28), ("state", 22), ("reference", 11)]
    columns = tuple(b.Column((i.Text(words(key)),), share, "end" if key == "reference" else "start") for key, share in heads)
    place = draft.place(DOSSIER)
    caption = b.Caption(draft.next_table(), (i.Text(words("initiative_table")),))
    return [b.Table("initiatives", place, columns, rows, caption, "initiatives")] if rows else []


def _initiatives(draft: Draft, criteria: tuple[CriterionView, ...]) -> Iterator[b.Row]:
    seen: set[str] = set()
    for criterion in criteria:
        response = draft.workspace.responses.get(criterion.id)
        entries = [entry for entry in cited_entries(draft, response) if entry.id not in seen] if response else []
        if entries:
            yield b.Row((b.Cell((i.Text(criterion.label),)),), group=True)
        for entry in entries:
            seen.add(entry.id)
            yield _initiative(draft, entry)


def _initiative(draft: Draft, entry: Entry) -> b.Row:
    wording = draft.wording
    title = entry_text(draft, f"initiatives.{entry.id}.title", entry, entry.title, ("title",))
    summary = entry_text(draft, f"initiatives.{entry.id}.summary", entry, entry.summary, ("summary",))
    when = period(entry.period, wording) or wording.word("dash")
    state = wording.word(f"status_{entry.status}") if entry.status else wording.word("dash")
    return b.Row((b.Cell(title), b.Cell(summary), b.Cell((i.Text(when),)), b.Cell((i.Text(state),)), b.Cell(draft.cite([entry.id]))))
