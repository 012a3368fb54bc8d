"""What a text refers to, found without numbering anything."""

from dataclasses import dataclass, field

from builder.assembly.draft import Cited, Draft
from builder.assembly.markdown import Reader
from builder.assembly.passage import Passage
from builder.document.inlines import CitationMark, Value
from builder.findings import Location
from builder.reading.entry import Entry
from builder.reading.response import Answer, Response
from builder.reading.workspace import Workspace


@dataclass(slots=True)
class _Recorder:
    """Takes every reference at its word."""

    entries: dict[str, None] = field(default_factory=dict)
    indicators: dict[str, None] = field(default_factory=dict)

    def citation(self, target: str, locator: str) -> CitationMark:
        name = target.partition("#")[0]
        self.entries[name] = None
        return CitationMark(0, name, "", locator)

    def value(self, reference: str) -> Value:
        name = reference.partition("@")[0].partition(":")[0]
        self.entries[name.partition(".")[0]] = None
        self.indicators[name] = None
        return Value("", name)

    def footnote(self) -> int:
        return 0


def cited(draft: Draft, response: Response, question: str) -> Cited:
    """The entries and indicators that an answer cites, prints or shows."""
    key = f"{response.criterion}.{question}"
    if key not in draft.cited:
        draft.cited[key] = _cited(draft.workspace, response.answers[question])
    return draft.cited[key]


def cited_entries(draft: Draft, response: Response) -> tuple[Entry, ...]:
    """The entries that the answers of a response rest on, each once."""
    names = dict.fromkeys(name for question in response.answers for name in cited(draft, response, question).entries)
    return tuple(draft.workspace.entries[name] for name in names)


def _cited(workspace: Workspace, answer: Answer) -> Cited:
    recorder = _Recorder()
    text, language = answer.text.get(workspace.languages[0])
    Reader(Passage("", text, language, lambda _: Location("")), recorder).blocks()
    shown = [reference for figure in answer.figures for reference in figure]
    entries = dict.fromkeys([*recorder.entries, *(name.partition(".")[0] for name in shown), *answer.evidence])
    return Cited(tuple(e for e in entries if _public(workspace, e)), tuple(dict.fromkeys([*recorder.indicators, *shown])))


def _public(workspace: Workspace, name: str) -> bool:
    return name in workspace.entries and not workspace.entries[name].confidential
