"""The city at a glance: what it stands for, its key figures, a timeline."""

from collections.abc import Iterable

from builder.assembly.draft import Draft
from builder.assembly.fields import entry_text
from builder.assembly.key_figures import key_figures
from builder.assembly.passage import ReferenceProblem
from builder.assembly.values import public_entry
from builder.document import blocks as b
from builder.document import inlines as i
from builder.reading.dossier import Glance
from builder.reading.nodes import Keys
from builder.reading.workspace import DOSSIER


def glance(draft: Draft, chosen: Glance) -> list[b.AnyBlock]:
    """The city at a glance: what it stands for, its key figures, a timeline."""
    made: list[b.AnyBlock] = []
    if chosen.summary:
        keys: Keys = ("glance", "summary")
        made.append(b.Paragraph("glance.summary", draft.place(DOSSIER, *keys), draft.inlines(chosen.summary, DOSSIER, keys), "lead"))
    if chosen.key_figures:
        made.append(key_figures(draft, "glance.key-figures", DOSSIER, ("glance", "key_figures"), chosen.key_figures))
    if chosen.timeline and (events := tuple(_events(draft, chosen.timeline.entries))):
        keys = ("glance", "timeline")
        place = draft.place(DOSSIER, *keys)
        title = draft.inlines(chosen.timeline.title, DOSSIER, (*keys, "title")) or (i.Text(draft.wording.word("timeline")),)
        made += [b.Heading("glance.timeline", place, 2, title, draft.wording.word("timeline")), b.Timeline("glance.events", place, events)]
    return made


def _events(draft: Draft, entries: Iterable[str]) -> Iterable[b.Event]:
    chosen = []
    for number, name in enumerate(entries):
        try:
            entry = public_entry(draft.workspace, name)
        except ReferenceProblem as problem:
            draft.report(problem, draft.place(DOSSIER, "glance", "timeline", "entries", number))
            continue
        chosen += [(milestone, entry, n) for n, milestone in enumerate(entry.milestones)]
    for number, (milestone, entry, n) in enumerate(sorted(chosen, key=lambda item: item[0].date), 1):
        text = entry_text(draft, f"glance.events.{number}.text", entry, milestone.text, ("milestones", n, "text"))
        yield b.Event(draft.wording.short_date(milestone.date), text)
