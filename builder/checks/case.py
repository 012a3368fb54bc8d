"""What the rules look at, gathered once so that each rule is a pure function of it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from builder.checks.held import Holdings
from builder.checks.prose import Passage, passages
from builder.checks.typed import Typed, typed_numbers
from builder.document import blocks as b
from builder.findings import Finding, Location
from builder.reading.entry import Entry
from builder.reading.nodes import Keys
from builder.reading.workspace import Workspace


@dataclass(frozen=True)
class Case:
    """A workspace on a certain day."""

    workspace: Workspace
    documents: tuple[b.Document, ...]
    """All documents of the dossier in all its languages, as they are printed."""
    today: dt.date
    """The day that `as_of` names, else the day of the check."""
    checksums: Mapping[str, str]
    """SHA-256 of local copies by their paths from evidence/, for those sources that state one."""
    outdated: frozenset[tuple[str, Keys]]
    """Texts in translations (path of the translation, way to the text) whose original has changed since, as git tells."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text that readers see."""
        return tuple(passages(self.workspace))

    @cached_property
    def public_entries(self) -> tuple[Entry, ...]:
        """Those that may be shown."""
        return tuple(entry for entry in self.workspace.entries.values() if not entry.confidential)

    @cached_property
    def holdings(self) -> Holdings:
        """Every value of every public entry."""
        return Holdings(self.workspace)

    @cached_property
    def typed(self) -> tuple[Typed, ...]:
        """Every number typed into a text, with what the entries hold of it."""
        return tuple(typed_numbers(self.passages, self.holdings))

    @cached_property
    def rests_on(self) -> Mapping[str, frozenset[str]]:
        """By `criterion.question` of each answer: ids of the entries and shared sources that it cites, prints or shows, in any language."""
        found: dict[str, set[str]] = {}
        for passage in self.passages:
            if passage.kind == "answer":
                found.setdefault(passage.owner, set()).update(passage.rests_on)
        for criterion, response in self.workspace.responses.items():
            for question, answer in response.answers.items():
                shown = {reference.partition(".")[0] for figure in answer.figures for reference in figure}
                found[f"{criterion}.{question}"] |= shown | set(answer.evidence)
        return {name: frozenset(ids) for name, ids in found.items()}

    @cached_property
    def used(self) -> frozenset[str]:
        """Ids of the entries and shared sources that any response or the page "at a glance" cites, prints or shows."""
        workspace = self.workspace
        cited = {name for passage in self.passages if passage.kind != "entry" for name in passage.rests_on}
        shown = {name for names in self.rests_on.values() for name in names}
        figures = [figure.value for response in workspace.responses.values() for figure in response.key_figures]
        if glance := workspace.dossier.glance:
            figures += [figure.value for figure in glance.key_figures]
            shown |= set(glance.timeline.entries) if glance.timeline else set()
        return frozenset(cited | shown | {figure.partition(".")[0] for figure in figures})

    @cached_property
    def support(self) -> Mapping[str, tuple[Entry, ...]]:
        """The public entries that support each criterion of the award."""
        found: dict[str, list[Entry]] = {criterion.id: [] for criterion in self.workspace.award.criteria}
        for entry in self.public_entries:
            for criterion in self.supports(entry):
                found[criterion].append(entry)
        return {criterion: tuple(entries) for criterion, entries in found.items()}

    def supports(self, entry: Entry) -> tuple[str, ...]:
        """The criteria of this award that an entry supports."""
        criteria = {criterion.id for criterion in self.workspace.award.criteria}
        return tuple(dict.fromkeys(name for support in entry.supports if (name := support.partition(".")[0]) in criteria))

    def place(self, passage: Passage, offset: int = 0, width: int = 1) -> Location:
        """Where a character of a passage stands."""
        return replace(self.workspace.locate(passage.file, passage.keys, passage.language, offset), width=width)


Rule: TypeAlias = Callable[[Case], Iterator[Finding]]
"""A pure function from a case to findings of one code."""
