"""The response to a criterion: answers with their charts, evidence cards, quotations, pictures and open points."""

from collections.abc import Sequence

from builder.assembly.cards import shown
from builder.assembly.charts import chart
from builder.assembly.draft import Draft
from builder.assembly.opener import gap
from builder.assembly.passage import ReferenceProblem
from builder.assembly.views import QuestionView
from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import references
from builder.reading.response import Response


def question_heading(draft: Draft, question: QuestionView) -> list[b.AnyBlock]:
    """The question, numbered, over its answer."""
    response = draft.workspace.responses[question.criterion]
    place = draft.place(response.file, "answers", question.id)
    return [b.Heading(f"{question.criterion}.{question.id}", place, 2, (i.Text(question.text),), question.label)]


def answer(draft: Draft, question: QuestionView) -> list[b.AnyBlock]:
    """All that the response has to say to a question."""
    response = draft.workspace.responses[question.criterion]
    name = f"{question.criterion}.{question.id}"
    given = response.answers.get(question.id)
    made: list[b.AnyBlock] = []
    if given:
        keys = ("answers", question.id, "text")
        made += draft.blocks(given.text, response.file, keys, name)
        for number, figure in enumerate(given.figures):
            made = _with_chart(draft, made, response, question, number, figure)
    elif question.id not in response.gaps:
        place = draft.place(response.file, "answers")
        made.append(b.Callout(f"{name}.missing", place, draft.wording.word("open_point"), (i.Text(draft.wording.word("no_answer")),)))
    if question.id in response.gaps:
        made.append(gap(draft, question, response))
    if given:
        made += shown(draft, given.evidence, name, lambda entry: draft.place(response.file, "answers", question.id, "evidence", entry))
    return made


def _with_chart(
    draft: Draft, made: Sequence[b.AnyBlock], response: Response, question: QuestionView, number: int, figure: Sequence[str]
) -> list[b.AnyBlock]:
    """The chart stands after the first paragraph that speaks of its entry, else at the end."""
    place = draft.place(response.file, "answers", question.id, "figures", number)
    try:
        drawn = chart(draft, figure, f"{question.criterion}.{question.id}.figure-{number + 1}", place)
    except ReferenceProblem as problem:
        draft.report(problem, place)
        return list(made)
    entries = {reference.partition(".")[0] for reference in figure}
    after = next((n for n, block in enumerate(made, 1) if entries & references(block)), len(made))
    while after < len(made) and isinstance(made[after], b.Chart):
        after += 1
    return [*made[:after], drawn, *made[after:]]
