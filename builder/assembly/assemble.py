"""Templates and evidence become documents."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import cast, get_args

from builder.assembly.answers import answer, question_heading
from builder.assembly.backlinks import cited_in, with_way_back
from builder.assembly.cover import cover, how_to_read
from builder.assembly.draft import Draft
from builder.assembly.glance import glance
from builder.assembly.opener import opener
from builder.assembly.passage import Passage
from builder.assembly.proof import proof
from builder.assembly.register import references, register
from builder.assembly.stretches import stretches
from builder.assembly.tables import indicator_table, initiative_table
from builder.assembly.templates import Inserted, Insertions, render
from builder.assembly.timeline import timeline
from builder.assembly.views import CriterionView, QuestionView, criteria
from builder.assembly.wording import Wording
from builder.document import blocks as b
from builder.document import inlines as i
from builder.findings import Finding, Location
from builder.reading.award import DocumentRules
from builder.reading.words import read_words
from builder.reading.workspace import DOSSIER, Workspace

_ARGUMENTS: Mapping[type, str] = {
    str: "a text",
    CriterionView: "a criterion, as in `{% for criterion in criteria %}`",
    QuestionView: "a question of a criterion",
}
"""How a template is told what a function needs."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """Documents in one language, and what was found while they were put together."""

    documents: tuple[b.Document, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Where a part begins, and its line in the contents."""

    kind: b.PartKind
    title: str
    listed: str
    detail: str


def assemble(workspace: Workspace, language: str) -> Assembled:
    """All documents of the dossier in that language; citations are numbered in order of appearance through all of them.

    Raises DossierError where a template does not work.
    """
    wording = Wording(language, read_words(workspace.root, language))
    numbers: dict[str, int] = {}
    documents: list[b.Document] = []
    findings: list[Finding] = []
    for rules in workspace.documents:
        draft = Draft(workspace, wording, numbers, cited_in(part for document in documents for part in document.parts))
        documents.append(_document(draft, rules))
        findings += draft.findings
    return Assembled(tuple(documents), tuple(findings))


def _document(draft: Draft, rules: DocumentRules) -> b.Document:
    insertions = Insertions(_ARGUMENTS)
    title = draft.say(rules.title)
    template = Location(f"templates/{rules.template}")
    text = render(rules.template, draft.workspace.root, _context(draft, insertions, title, template))
    passage = Passage(rules.id, text, draft.language, lambda _: template)
    made: list[b.AnyBlock | _Beginning] = []

    def resolve(paragraph: str) -> Sequence[b.AnyBlock] | None:
        maker = insertions.maker(paragraph)
        return None if maker is None else cast("Sequence[b.AnyBlock]", maker())

    made.extend(draft.template_blocks(text, passage, resolve))
    workspace = draft.workspace
    return b.Document(
        id=rules.id,
        language=draft.language,
        title=f"{draft.say(workspace.title)}: {title}",
        subject=f"{draft.say(workspace.award.award)} {workspace.award.edition}",
        author=draft.say(workspace.dossier.applicant.name),
        date=str(workspace.dossier.as_of or ""),
        foot=draft.wording.word("page", page="{page}", pages="{pages}"),
        parts=with_way_back(_with_contents(_parts(made)), draft.wording),
        attachments=proof(draft) if draft.cites_to == "entry" else (),
        award=workspace.award.id,
    )


def _context(draft: Draft, insertions: Insertions, document_title: str, template: Location) -> dict[str, object]:
    """What a template may use; each function stands for blocks that are made in order of appearance."""
    chosen = draft.workspace.dossier.glance
    inserting = insertions.inserting

    def listing(prefix: str, make: Callable[[Draft], list[b.AnyBlock]]) -> Callable[[], Inserted]:
        def insert() -> Inserted:
            draft.cites_to = prefix
            return insertions.later(lambda: make(draft))

        return insert

    def part(kind: str, title: str, listed: str = "", detail: str = "") -> list[_Beginning]:
        return [_Beginning(cast("b.PartKind", kind if kind in get_args(b.PartKind) else "text"), title, listed, detail)]

    def lead(text: str) -> list[b.AnyBlock]:
        return [b.Paragraph(f"lead-{next(leads)}", template, (i.Text(text),), "lead")]

    leads = count(1)
    views = criteria(draft)
    place = draft.place(DOSSIER)
    return {
        "language": draft.language,
        "title": document_title,
        "city": draft.say(draft.workspace.title),
        "word": draft.wording.word,
        "criteria": views,
        "has_glance": chosen is not None,
        "glance_row": draft.wording.word("glance_row_timeline" if chosen and chosen.timeline else "glance_row"),
        "part": inserting(part, str, str, str, str),
        "lead": inserting(lead, str),
        "cover": inserting(lambda: [cover(draft, document_title)]),
        "contents": inserting(lambda: [b.Contents("contents", place, ())]),
        "how_to_read": inserting(lambda: [how_to_read(draft)]),
        "glance": inserting(lambda: glance(draft, chosen) if chosen else []),
        "opener": inserting(lambda criterion: opener(draft, criterion), CriterionView),
        "question_heading": inserting(lambda question: question_heading(draft, question), QuestionView),
        "answer": inserting(lambda question: answer(draft, question), QuestionView),
        "indicator_table": inserting(lambda criterion: indicator_table(draft, criterion), CriterionView),
        "initiative_table": inserting(lambda: initiative_table(draft, views)),
        "timeline": inserting(lambda: timeline(draft)),
        "sources": listing("source", references),
        "register": listing("entry", register),
    }


def _parts(made: Sequence[b.AnyBlock | _Beginning]) -> list[tuple[_Beginning, list[b.AnyBlock]]]:
    """The blocks by the part they stand in; what comes before the first part stands in one of its own."""
    parts: list[tuple[_Beginning, list[b.AnyBlock]]] = []
    for one in made:
        if isinstance(one, _Beginning):
            parts.append((one, []))
        else:
            if not parts:
                parts.append((_Beginning("text", "", "", ""), []))
            parts[-1][1].append(one)
    return [(beginning, blocks) for beginning, blocks in parts if blocks]


def _with_contents(parts: Sequence[tuple[_Beginning, list[b.AnyBlock]]]) -> tuple[b.Part, ...]:
    """The parts, their contents filled in now that all of them are known."""
    rows = tuple(b.ContentsRow(begin.title, begin.listed, begin.detail, blocks[0].id) for begin, blocks in parts if begin.listed)
    divided = ((begin, *stretch) for begin, blocks in parts for stretch in stretches(begin.kind, blocks))
    return tuple(
        b.Part(
            f"part-{number}",
            begin.kind,
            begin.title,
            tuple(replace(block, rows=rows) if isinstance(block, b.Contents) else block for block in blocks),
            lying,
        )
        for number, (begin, blocks, lying) in enumerate(divided, 1)
    )
