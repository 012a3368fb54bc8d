"""Rules about the evidence. Each is a pure function from a workspace to findings."""

from collections.abc import Callable, Iterable, Iterator

from builder.findings import Finding, Severity
from builder.reading.workspace import DOSSIER, Workspace

Rule = Callable[[Workspace], Iterator[Finding]]


def check(workspace: Workspace) -> tuple[Finding, ...]:
    """What all rules find."""
    return tuple(finding for rule in RULES for finding in rule(workspace))


def not_accepted(workspace: Workspace, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings less the warnings and notes that dossier.yaml accepts with a reason; an error is never accepted."""
    accepted = workspace.dossier.check.ignore if workspace.dossier.check else {}
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR or finding.code not in accepted)


def criterion_without_response(workspace: Workspace) -> Iterator[Finding]:
    """C101: a criterion of the award has no response."""
    for criterion in workspace.award.criteria:
        if criterion.id not in workspace.responses:
            message = f"the criterion `{criterion.id}` has no response"
            hint = f"Write evidence/{criterion.id}/response.yaml."
            yield Finding("C101", message, workspace.locate(DOSSIER, ("award",)), Severity.WARNING, hint)


def question_without_answer(workspace: Workspace) -> Iterator[Finding]:
    """C102: a question has neither an answer nor a gap that says why."""
    for criterion in workspace.award.criteria:
        response = workspace.responses.get(criterion.id)
        for question in criterion.questions if response else ():
            if response and question.id not in response.answers and question.id not in response.gaps:
                message = f"the question `{criterion.id}.{question.id}` has no answer"
                hint = f"Answer it under `answers:`, or say under `gaps:` why there is none: `{question.id}: …`."
                yield Finding("C102", message, workspace.locate(response.file, ("answers",)), Severity.WARNING, hint)


def quotation_without_consent(workspace: Workspace) -> Iterator[Finding]:
    """C311: somebody's words without a consent on file."""
    for entry in workspace.entries.values():
        for number, quote in enumerate(entry.quotes):
            if not quote.consent:
                hint = "Add `consent:` with the date on which the speaker agreed, or take the quotation out."
                place = workspace.locate(entry.file, ("quotes", number))
                yield Finding("C311", "this quotation has no consent", place, Severity.ERROR, hint)


RULES: tuple[Rule, ...] = (criterion_without_response, question_without_answer, quotation_without_consent)
