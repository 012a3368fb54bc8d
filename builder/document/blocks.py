"""The blocks of a document: the closed set that every writer handles whole.

A block describes meaning, never layout. Each has an `id`, stable from build to build because it comes from the file and field it stems from, and an
`origin`, the place somebody would edit. There is no raw block: that is where two formats stop saying the same.
"""

from dataclasses import dataclass
from typing import Literal

from builder.document.inlines import Inlines
from builder.findings import Location


@dataclass(frozen=True, slots=True)
class Block:
    """What all blocks have."""

    id: str
    """Lower-case letters, digits, dots and hyphens; unique in its document."""
    origin: Location
    """Where the content was written."""


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """The title of what follows."""

    level: Literal[1, 2, 3, 4]
    """1 a part of the dossier, 2 a question, 3 and 4 inside an answer."""
    children: Inlines
    label: str = ""
    """Number and short name that stand before the title: `1.2 Test bed`."""


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text."""

    children: Inlines
    role: Literal["body", "headline", "lead", "note"] = "body"
    """`headline`: the response in one line; `lead`: what a juror reads first; `note`: small print."""


@dataclass(frozen=True, slots=True)
class List(Block):
    """Items in a row; numbered only where order matters."""

    items: tuple[tuple["AnyBlock", ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Caption:
    """What a table or figure is called."""

    label: str
    """`Table 2`, `Figure 1`; empty where it is not numbered."""
    title: Inlines
    detail: Inlines = ()
    """What is measured, and how."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: Inlines
    share: int
    """Width relative to the other columns."""
    align: Literal["start", "end"] = "start"
    """`end` for numbers."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    children: Inlines
    detail: Inlines = ()
    """Second line, less important: a date, a condition."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; its first cell names it."""

    cells: tuple[Cell, ...]
    """As many as the table has columns; a single one where `group` is set."""
    group: bool = False
    """A title over the rows that follow."""


@dataclass(frozen=True, slots=True)
class Table(Block):
    """Rows and columns. The head row is left out when no column has a title."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: Caption | None = None
    kind: Literal["plain", "key", "indicators", "initiatives"] = "plain"
    """`key`: explanations by term; `indicators`, `initiatives`: the tables of those names."""


@dataclass(frozen=True, slots=True)
class Picture(Block):
    """A photograph or drawing from `evidence/media`."""

    file: str
    """Relative to the workspace."""
    alt: str
    width: int
    """In pixels."""
    height: int
    caption: Caption
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value in a chart."""

    label: str
    """What or when: `Mid-2022`, `Nitrogen`."""
    value: float
    text: str
    """The value as printed, with its precision and unit: `over 50`."""
    standing: Literal["latest", "earlier", "target"] = "latest"


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A baseline, target or benchmark that the points are held against."""

    label: str
    value: float


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small drawings in a chart."""

    title: str
    points: tuple[Point, ...]
    lines: tuple[ReferenceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Something that took its time; dates are years with their share: 2022.5."""

    label: str
    text: str
    """When, as printed: `since 2021`."""
    start: float
    end: float | None
    """None while nobody has set an end."""
    standing: Literal["planned", "ongoing", "completed", "discontinued", ""]


@dataclass(frozen=True, slots=True)
class Chart(Block):
    """Values drawn. Words inside the drawing are said by `alt`, for those who cannot see it.

    Columns, bars and a line draw `points`; `progress` draws a latest result on its way to a target in each panel, `multiples` a series in each;
    `spans` draws bars on an axis of years, whose first line is the day of the dossier.
    """

    kind: Literal["columns", "bars", "line", "progress", "multiples", "spans"]
    points: tuple[Point, ...]
    lines: tuple[ReferenceLine, ...]
    caption: Caption
    alt: str
    note: Inlines
    """Stands under the drawing: sources, what is missing."""
    panels: tuple[Panel, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote(Block):
    """Somebody's words, given with consent."""

    children: Inlines
    speaker: str
    """Name and role."""


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """An open point: what the evidence does not answer yet."""

    label: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what is said of it."""

    term: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class EvidenceCard(Block):
    """An evidence entry in short."""

    number: int
    """Its citation number."""
    target: str
    """Id of the block that lists it; empty when it is not in this document."""
    title: Inlines
    meta: str
    """Kind, period, state: `Event · 30 May–3 July 2022 · completed`."""
    children: Inlines
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cards(Block):
    """Evidence cards side by side."""

    cards: tuple[EvidenceCard, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number set large, and what it means."""

    before: str
    """Precision and currency: `about`, `SEK`."""
    number: str
    after: str
    """Unit or scale: `days`, `million`."""
    children: Inlines


@dataclass(frozen=True, slots=True)
class KeyFigures(Block):
    """The numbers to remember."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """How far one question is answered."""

    title: str
    """`1.2 Test bed`."""
    state: Literal["full", "part", "none"]
    lines: tuple[str, ...]
    """The same in words: `Answered in full`, `10 entries, 4 indicators`."""
    target: str
    """Id of the question's heading; empty when it has none."""


@dataclass(frozen=True, slots=True)
class Coverage(Block):
    """How far the questions of a criterion are answered."""

    title: str
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A date and what happened."""

    date: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Timeline(Block):
    """Events in order of time."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the contents; its page number is the writer's to find."""

    label: str
    title: str
    detail: str
    target: str


@dataclass(frozen=True, slots=True)
class Contents(Block):
    """The contents of the document."""

    rows: tuple[ContentsRow, ...]


@dataclass(frozen=True, slots=True)
class RegisterClaim:
    """A claim in the register."""

    mark: str
    """`5a`."""
    children: Inlines


@dataclass(frozen=True, slots=True)
class RegisterSource:
    """A source in the register."""

    marks: str
    """What it carries: `5a, 5b`; empty when it stands for the whole entry."""
    title: str
    publisher: str
    url: str
    """Empty when there is none."""
    detail: tuple[str, ...]
    """Dates, local copy and hash, a line each."""


@dataclass(frozen=True, slots=True)
class RegisterEntry(Block):
    """An evidence entry in full: its claims and the sources that carry them."""

    number: int
    entry: str
    """Its id in the workspace."""
    meta: tuple[str, ...]
    """State and standing, a line each."""
    title: Inlines
    paragraphs: tuple[Inlines, ...]
    claims: tuple[RegisterClaim, ...]
    sources: tuple[RegisterSource, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered line of the list of sources."""

    id: str
    """What citations lead to."""
    entry: str
    """Id of the evidence entry or shared source."""
    number: int
    title: str
    """Of the entry or shared source."""
    children: Inlines
    """Its sources in one run, each title leading to its address."""


@dataclass(frozen=True, slots=True)
class References(Block):
    """The list of sources: one numbered line for each entry cited."""

    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Logo:
    """The sign of the applicant."""

    file: str
    """Relative to the workspace."""
    width: int
    """In pixels."""
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Cover(Block):
    """The first page."""

    call: str
    """What the dossier is, and for which award."""
    title: str
    claim: str
    points: tuple[Point, ...]
    """A series drawn as rising blocks, one square for each `step` counted things; may be empty."""
    step: int
    alt: str
    """Says the drawing in words; empty without points."""
    facts: tuple[Fact, ...]
    logo: Logo | None = None


AnyBlock = (
    Heading
    | Paragraph
    | List
    | Table
    | Picture
    | Chart
    | Quote
    | Callout
    | EvidenceCard
    | Cards
    | KeyFigures
    | Coverage
    | Timeline
    | Contents
    | RegisterEntry
    | References
    | Cover
)

PartKind = Literal["cover", "contents", "glance", "opener", "response", "sources", "register", "text"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document that begins on a new page."""

    id: str
    kind: PartKind
    title: str
    """Stands at the foot of its pages."""
    blocks: tuple[AnyBlock, ...]
    lying: bool = False
    """Whether its pages lie on their sides, for wide tables."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF."""

    file: str
    """Its path, relative to the workspace."""
    name: str
    """What readers see it called."""
    description: str
    relationship: Literal["Source", "Supplement"]
    """To the document, in the words of ISO 32000-2, 7.11.3: what it was made from, or what is added to it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the dossier in one language."""

    id: str
    """As in the award profile: `application`."""
    language: str
    title: str
    subject: str
    """The award and its edition."""
    author: str
    """The applicant."""
    date: str
    """The day the dossier speaks of, YYYY-MM-DD."""
    foot: str
    """The words around the page number, with `{page}` and `{pages}` in them: `{page} of {pages}`."""
    parts: tuple[Part, ...]
    attachments: tuple[Attachment, ...] = ()
    award: str = ""
    """Id of the award profile: `icapital-2027`."""
    commit: str = ""
    """The git commit that its evidence stands in, as `written_in` of the reading tells it; empty where git knows nothing of it."""
