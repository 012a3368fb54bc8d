"""A document in the making: what has been numbered and found so far."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from builder.assembly.markdown import Reader, without_markup
from builder.assembly.passage import Passage, ReferenceProblem
from builder.assembly.values import public_entry, value
from builder.assembly.wording import Wording
from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.words import bare
from builder.findings import Finding, Location
from builder.reading.near import did_you_mean
from builder.reading.nodes import Keys
from builder.reading.values import LocalText
from builder.reading.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Cited:
    """What an answer rests on, in order of appearance."""

    entries: tuple[str, ...]
    """Ids of evidence entries."""
    indicators: tuple[str, ...]
    """As `entry.indicator`."""


@dataclass(slots=True)
class Draft:
    """Numbers citations, notes, figures and tables in order of appearance and gathers findings, while a document is put together."""

    workspace: Workspace
    wording: Wording
    numbers: dict[str, int]
    """Citation numbers by id of entry or shared source; shared by the documents of a dossier."""
    sections: Mapping[str, tuple[i.CrossReference, ...]]
    """The sections of an earlier document of the dossier that cite each entry or shared source."""
    cites_to: str = ""
    """What the ids of citation targets begin with in this document: `source`, `entry`, or empty without such a list."""
    findings: list[Finding] = field(default_factory=list)
    carded: set[str] = field(default_factory=set)
    """Entries already shown as cards."""
    cited: dict[str, Cited] = field(default_factory=dict)
    """What each answer rests on, by `criterion.question`."""
    _notes: int = 0
    _figures: int = 0
    _tables: int = 0

    @property
    def language(self) -> str:
        """The language of the document."""
        return self.wording.language

    def report(self, problem: ReferenceProblem, place: Location) -> None:
        """Keep what is wrong with a reference as a finding."""
        self.findings.append(Finding(problem.code, problem.message, place, hint=problem.hint))

    def say(self, text: LocalText | None) -> str:
        """A short text in the document's language, else in the first."""
        return text.get(self.language)[0] if text else ""

    def name(self, text: LocalText | None, inside: str = "") -> str:
        """A short text as words alone, for where it is listed or labels something. What it cites counts where it stands as it was written."""
        words = self.say(text)
        if text is None or without_markup(words):
            return words
        apart = replace(self, numbers=dict(self.numbers), findings=[])
        return bare(Reader(Passage("", words, self.language, lambda _: Location("")), _Within(apart, inside)).inlines()) or words

    def place(self, file: str, *keys: str | int) -> Location:
        """Where a field stands, in the translation when the document's language has one."""
        return self.workspace.locate(file, keys, self.language)

    def inlines(self, text: LocalText | None, file: str, keys: Keys, inside: str = "") -> i.Inlines:
        """A text of a file as one run."""
        if not text:
            return ()
        words, language = text.get(self.language)
        children = without_markup(words)
        if children is None:
            reader = self._reader(text, file, keys, "", inside)
            children = reader.inlines()
            self.findings.extend(reader.findings)
        return children if language == self.language or not children else (i.InLanguage(language, children),)

    def blocks(self, text: LocalText, file: str, keys: Keys, name: str, inside: str = "") -> tuple[b.AnyBlock, ...]:
        """A text of a file as blocks whose ids begin with `name`."""
        reader = self._reader(text, file, keys, name, inside)
        found = reader.blocks()
        self.findings.extend(reader.findings)
        if reader.passage.language == self.language:
            return found
        return tuple(_in_language(block, reader.passage.language) for block in found)

    def template_blocks(self, text: str, passage: Passage, resolve: Callable[[str], Sequence[b.AnyBlock] | None]) -> tuple[b.AnyBlock, ...]:
        """A rendered template as blocks."""
        reader = Reader(Passage(passage.id, text, self.language, passage.locate), _Within(self, ""), resolve, levels=(1, 2, 3, 4))
        found = reader.blocks()
        self.findings.extend(reader.findings)
        return found

    def number(self, target: str) -> int:
        """The citation number of an entry or shared source; a new one when it is cited for the first time."""
        return self.numbers.setdefault(target, len(self.numbers) + 1)

    def target(self, name: str) -> str:
        """The id of the block that a citation of it leads to in this document."""
        return f"{self.cites_to}.{name}" if self.cites_to else ""

    def cite(self, names: Iterable[str]) -> i.Inlines:
        """A citation of those entries or shared sources, in order of their numbers; nothing when there are none."""
        marks = sorted({i.CitationMark(self.number(name), name, self.target(name)) for name in names}, key=lambda mark: mark.number)
        return (i.Citation(tuple(marks)),) if marks else ()

    def next_note(self) -> int:
        """The number of the next footnote."""
        self._notes += 1
        return self._notes

    def next_figure(self) -> str:
        """`Figure 3`."""
        self._figures += 1
        return self.wording.word("figure", number=self._figures)

    def next_table(self) -> str:
        """`Table 3`."""
        self._tables += 1
        return self.wording.word("table", number=self._tables)

    def _reader(self, text: LocalText, file: str, keys: Keys, name: str, inside: str) -> Reader:
        words, language = text.get(self.language)
        passage = Passage(name, words, language, lambda offset: self.workspace.locate(file, keys, language, offset), ".".join(map(str, keys)))
        return Reader(passage, _Within(self, inside))


@dataclass(frozen=True, slots=True)
class _Within:
    """What a text may refer to; `inside` is the entry it stands in."""

    draft: Draft
    inside: str

    def citation(self, target: str, locator: str) -> i.CitationMark:
        name, hash_, part = target.partition("#")
        workspace = self.draft.workspace
        if name in workspace.entries:
            entry = public_entry(workspace, name)
            if hash_ and part not in (known := {**entry.claims, **entry.sources}):
                raise _unknown(f"claim or source of `{name}`", part, known)
        elif name not in workspace.sources or hash_:
            raise _unknown("evidence entry or shared source", name, {**workspace.entries, **workspace.sources})
        elif workspace.sources[name].confidential:
            raise ReferenceProblem("E307", f"the source `{name}` is confidential and cannot be cited", "Take it out, or name a public source.")
        return i.CitationMark(self.draft.number(name), name, self.draft.target(name), locator)

    def value(self, reference: str) -> i.Value:
        return value(self.draft.workspace, self.draft.wording, reference, self.inside)

    def footnote(self) -> int:
        return self.draft.next_note()


def _unknown(what: str, name: str, known: Mapping[str, object]) -> ReferenceProblem:
    return ReferenceProblem(
        "E303", f"unknown {what} `{name}`{did_you_mean(name, known)}", "Cite the id of a file in evidence/ or of a source in evidence/sources.yaml."
    )


def _in_language(block: b.AnyBlock, language: str) -> b.AnyBlock:
    """The block with its words marked as being in another language."""

    def mark(children: i.Inlines) -> i.Inlines:
        return (i.InLanguage(language, children),) if children else ()

    match block:
        case b.Paragraph():
            return b.Paragraph(block.id, block.origin, mark(block.children), block.role)
        case b.Heading():
            return b.Heading(block.id, block.origin, block.level, mark(block.children), block.label)
        case b.List():
            items = tuple(tuple(_in_language(child, language) for child in item) for item in block.items)
            return b.List(block.id, block.origin, items, block.ordered, block.start)
        case b.Table():
            columns = tuple(b.Column(mark(column.title), column.share, column.align) for column in block.columns)
            rows = tuple(b.Row(tuple(b.Cell(mark(cell.children)) for cell in row.cells), row.group) for row in block.rows)
            return b.Table(block.id, block.origin, columns, rows, block.caption, block.kind)
        case _:
            raise AssertionError(f"Markdown does not give {type(block).__name__}")
