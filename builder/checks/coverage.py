"""C1: whether every question is answered, and every answer, claim and criterion has evidence."""

from collections.abc import Iterator
from statistics import median

from builder.checks.case import Case, Rule
from builder.checks.independence import independent
from builder.findings import Finding, Location, Severity
from builder.reading.entry import Claim, Entry
from builder.reading.workspace import DOSSIER

_FEWEST_TO_COMPARE = 3


def criterion_without_response(case: Case) -> Iterator[Finding]:
    """C101: a criterion of the award has no response."""
    workspace = case.workspace
    for criterion in workspace.award.criteria:
        if criterion.id not in workspace.responses:
            hint = f"Write evidence/{criterion.id}/response.yaml."
            message = f"the criterion `{criterion.id}` has no response"
            yield Finding("C101", message, workspace.locate(DOSSIER, ("award",)), Severity.WARNING, hint)


def question_without_answer(case: Case) -> Iterator[Finding]:
    """C102: a question has neither an answer nor a gap that says why."""
    workspace = case.workspace
    for criterion in workspace.award.criteria:
        response = workspace.responses.get(criterion.id)
        for question in criterion.questions if response else ():
            if response and question.id not in response.answers and question.id not in response.gaps:
                hint = f"Answer it under `answers:`, or say under `gaps:` why there is none: `{question.id}: …`."
                message = f"the question `{criterion.id}.{question.id}` has no answer"
                yield Finding("C102", message, workspace.locate(response.file, ("answers",)), Severity.WARNING, hint)


def answer_without_evidence(case: Case) -> Iterator[Finding]:
    """C103: an answer cites nothing, prints no value and shows no chart or card."""
    for criterion, response in case.workspace.responses.items():
        for question in response.answers:
            if not case.rests_on[f"{criterion}.{question}"]:
                place = case.workspace.places.locate_key(response.file, ("answers", question))
                hint = "Cite what proves it, `[@entry]`, or print a value, `{entry.indicator}`."
                yield Finding("C103", f"the answer to `{criterion}.{question}` rests on no evidence", place, Severity.WARNING, hint)


def _claims(case: Case) -> Iterator[tuple[Entry, str, Claim]]:
    for entry in case.public_entries:
        for name, claim in entry.claims.items():
            if not claim.confidential:
                yield entry, name, claim


def claim_without_source(case: Case) -> Iterator[Finding]:
    """C104: a claim names no source."""
    for entry, name, claim in _claims(case):
        if not claim.sources:
            place = case.workspace.places.locate_key(entry.file, ("claims", name))
            yield Finding("C104", f"the claim `{name}` has no source", place, Severity.WARNING, "Name what proves it: `sources: [id]`.")


def entry_of_no_criterion(case: Case) -> Iterator[Finding]:
    """C105: an entry supports nothing that this award asks."""
    for entry in case.public_entries:
        if not case.supports(entry):
            place = case.workspace.locate(entry.file, ("supports",))
            hint = f"Name a criterion of `{case.workspace.award.id}`, if it proves one; else leave it for other awards."
            yield Finding("C105", f"the entry `{entry.id}` supports nothing that this award asks", place, Severity.NOTE, hint)


def entry_never_cited(case: Case) -> Iterator[Finding]:
    """C106: no answer, summary or key figure rests on an entry."""
    used = case.used
    for entry in case.public_entries:
        if entry.id not in used and case.supports(entry):
            place = case.workspace.locate(entry.file, ())
            hint = f"Cite it where it proves something, `[@{entry.id}]`; until then it stands in the evidence register only."
            yield Finding("C106", f"no answer uses the entry `{entry.id}`", place, Severity.WARNING, hint)


def claims_of_a_single_source(case: Case) -> Iterator[Finding]:
    """C107: claims that rest on one source, or on several of one publisher: the first of each criterion, and how many more there are."""
    alone: dict[str, list[tuple[Entry, str]]] = {}
    for entry, name, claim in _claims(case):
        if independent(case.workspace.sources_of(entry.id), claim.source_ids, case.workspace.languages[0]) == 1:
            alone.setdefault(next(iter(case.supports(entry)), entry.criterion), []).append((entry, name))
    for criterion, claims in alone.items():
        entry, name = claims[0]
        more = f"; so do {len(claims) - 1} more that support `{criterion}`" if len(claims) > 1 else ""
        place = case.workspace.places.locate_key(entry.file, ("claims", name))
        hint = "Add another that is independent of it, where there is one; `dossier coverage --entries` shows where sources are few."
        yield Finding("C107", f"the claim `{name}` rests on a single source or publisher{more}", place, Severity.NOTE, hint)


def criterion_only_planned(case: Case) -> Iterator[Finding]:
    """C108: all evidence for a criterion is still planned."""
    for criterion, entries in case.support.items():
        if entries and all(entry.status == "planned" for entry in entries):
            message = f"everything that supports the criterion `{criterion}` is still planned"
            hint = "Add something that has happened, or say under `gaps:` that nothing has yet."
            yield Finding("C108", message, case.workspace.locate(DOSSIER, ("award",)), Severity.WARNING, hint)


def criterion_only_outputs(case: Case) -> Iterator[Finding]:
    """C109: nothing that supports a criterion tells what came of it."""
    for criterion, entries in case.support.items():
        if entries and not all(entry.status == "planned" for entry in entries) and not any(map(_tells_an_outcome, entries)):
            message = f"nothing that supports the criterion `{criterion}` tells what came of it"
            hint = "Add `result:` to an entry, or an indicator with a result and a baseline, target or benchmark to compare it with."
            yield Finding("C109", message, _response_place(case, criterion), Severity.WARNING, hint)


def _tells_an_outcome(entry: Entry) -> bool:
    compared = (indicator.results and (indicator.baseline or indicator.target or indicator.benchmark) for indicator in entry.indicators.values())
    return entry.result is not None or any(compared)


def thin_criterion(case: Case) -> Iterator[Finding]:
    """C110: a criterion has far less evidence than the others."""
    counts = {criterion: len(entries) for criterion, entries in case.support.items()}
    usual = median(counts.values()) if len(counts) >= _FEWEST_TO_COMPARE else 0
    for criterion, count in counts.items():
        if 0 < count < usual / 2:
            entries = "1 entry supports" if count == 1 else f"{count} entries support"
            message = f"{entries} the criterion `{criterion}`; the usual number here is {usual:g}"
            yield Finding("C110", message, _response_place(case, criterion), Severity.NOTE, "Look for more that the city can show for it.")


def criterion_without_evidence(case: Case) -> Iterator[Finding]:
    """C111: no entry supports a criterion that is answered."""
    for criterion, entries in case.support.items():
        response = case.workspace.responses.get(criterion)
        if not entries and response and response.answers:
            message = f"no evidence supports the criterion `{criterion}`"
            hint = f"Name it under `supports:` of an entry that proves it, or write one: `dossier new ID --supports {criterion}`."
            yield Finding("C111", message, case.workspace.locate(DOSSIER, ("award",)), Severity.WARNING, hint)


def _response_place(case: Case, criterion: str) -> Location:
    response = case.workspace.responses.get(criterion)
    return case.workspace.locate(response.file, ()) if response else case.workspace.locate(DOSSIER, ("award",))


RULES: tuple[Rule, ...] = (
    criterion_without_response,
    question_without_answer,
    answer_without_evidence,
    claim_without_source,
    entry_of_no_criterion,
    entry_never_cited,
    claims_of_a_single_source,
    criterion_only_planned,
    criterion_only_outputs,
    thin_criterion,
    criterion_without_evidence,
)
