"""The brief that opens each criterion, on one page."""

from typing import Literal

from builder.assembly.cited import cited
from builder.assembly.draft import Draft
from builder.assembly.fields import written
from builder.assembly.key_figures import key_figures
from builder.assembly.views import CriterionView, QuestionView
from builder.document import blocks as b
from builder.document import inlines as i
from builder.reading.nodes import Keys
from builder.reading.response import Response
from builder.reading.workspace import DOSSIER


def opener(draft: Draft, criterion: CriterionView) -> list[b.AnyBlock]:
    """The one-page brief of a criterion."""
    workspace, name = draft.workspace, criterion.id
    response = workspace.responses.get(name)
    place = draft.place(response.file if response else DOSSIER)
    heading = b.Heading(name, place, 1, (i.Text(criterion.title),), draft.wording.word("criterion", number=criterion.number))
    if response is None:
        said = (i.Text(draft.wording.word("no_response")),)
        return [heading, b.Callout(f"{name}.missing", place, draft.wording.word("open_point"), said)]
    made: list[b.AnyBlock] = [heading]
    if response.headline:
        made.append(
            b.Paragraph(
                f"{name}.headline",
                draft.place(response.file, "headline"),
                draft.inlines(response.headline, response.file, ("headline",)),
                "headline",
            )
        )
    if response.summary:
        made.append(
            b.Paragraph(
                f"{name}.summary", draft.place(response.file, "summary"), draft.inlines(response.summary, response.file, ("summary",)), "lead"
            )
        )
    if response.key_figures:
        made.append(key_figures(draft, f"{name}.key-figures", response.file, ("key_figures",), response.key_figures))
    cells = tuple(_coverage(draft, question, response) for question in criterion.questions)
    made.append(b.Coverage(f"{name}.coverage", place, draft.wording.word("questions_answered"), cells))
    made.extend(gap(draft, question, response, on_opener=True) for question in criterion.questions if question.id in response.gaps)
    return made


def gap(draft: Draft, question: QuestionView, response: Response, *, on_opener: bool = False) -> b.Callout:
    """An honest hole, as the response states it; on the opener with the number of its question."""
    keys: Keys = ("gaps", question.id)
    name = f"{question.criterion}.{question.id}.gap{'.brief' if on_opener else ''}"
    children = written(draft, f"{name}.text", draft.inlines(response.gaps[question.id], response.file, keys), response.file, keys)
    number = question.label.partition(" ")[0]
    target = _heading_of(question, response)
    pointer: i.Inline = i.CrossReference(number, target) if target else i.Text(number)
    after = (i.Text(" ("), pointer, i.Text(")")) if on_opener else ()
    return b.Callout(name, draft.place(response.file, *keys), draft.wording.word("open_point"), (*children, *after))


def _coverage(draft: Draft, question: QuestionView, response: Response) -> b.CoverageCell:
    answer, wording = response.answers.get(question.id), draft.wording
    open_point = question.id in response.gaps
    state: Literal["full", "part", "none"] = "none" if answer is None else "part" if open_point else "full"
    rests = cited(draft, response, question.id) if answer else None
    counted = [
        ("entries", len(rests.entries) if rests else 0),
        ("indicators", len(rests.indicators) if rests else 0),
        ("open_points", int(open_point)),
    ]
    line = ", ".join(wording.count(key, number) for key, number in counted if number)
    lines = tuple(filter(None, (wording.word(f"answered_{state}"), line)))
    return b.CoverageCell(question.label, state, lines, _heading_of(question, response))


def _heading_of(question: QuestionView, response: Response) -> str:
    """The id of the question's heading; empty where a response answers nothing and so has no pages of its own."""
    return f"{question.criterion}.{question.id}" if response.answers else ""
