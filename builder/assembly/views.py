"""What a template sees of the award: criteria and questions, numbered and in the document's language."""

from dataclasses import dataclass

from builder.assembly.draft import Draft
from builder.reading.award import Criterion


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of a criterion."""

    id: str
    criterion: str
    label: str
    """`1.2 Test bed`."""
    text: str


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion of the award."""

    id: str
    number: int
    title: str
    label: str
    """`1 Experimenting`."""
    headline: str
    """Of the response; where there is none, the title, or that nothing is answered yet."""
    contents: str
    """The questions in one line: `1.1 Concepts · 1.2 Test bed`."""
    answered: bool
    """Whether the response answers any question; its gaps stand on the opener as well."""
    questions: tuple[QuestionView, ...]


def criteria(draft: Draft) -> tuple[CriterionView, ...]:
    """All criteria of the award, in its order."""
    return tuple(_criterion(draft, number, criterion) for number, criterion in enumerate(draft.workspace.award.criteria, 1))


def _criterion(draft: Draft, number: int, criterion: Criterion) -> CriterionView:
    title = draft.say(criterion.title)
    response = draft.workspace.responses.get(criterion.id)
    answered = bool(response and response.answers)
    questions = tuple(
        QuestionView(q.id, criterion.id, f"{number}.{n} {draft.say(q.title) or q.id}", draft.say(q.text))
        for n, q in enumerate(criterion.questions, 1)
    )
    return CriterionView(
        criterion.id,
        number,
        title,
        f"{number} {title}",
        (draft.name(response.headline) if response else "") or (title if answered else draft.wording.word("answered_none")),
        " · ".join(question.label for question in questions),
        answered,
        questions,
    )
