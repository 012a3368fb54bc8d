"""Criterion × question × evidence, each with its strength.

The strength of an entry is said in one of four words, by two plain questions:

- **planned**: nothing has happened yet (its status).
- **strong**: it has results, *and* two independent sources at least (sources of one publisher count once).
- **fair**: one of the two.
- **thin**: neither.

The strength of a question is that of the strongest entry its answer cites, prints or shows; **none** when there is none.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.checks.case import Case
from builder.checks.independence import independent
from builder.checks.readability import lix
from builder.reading.award import Criterion, Question
from builder.reading.entry import Entry
from builder.reading.values import LocalText, PartialDate

Strength = Literal["strong", "fair", "thin", "planned", "none"]
ORDER: tuple[Strength, ...] = ("strong", "fair", "thin", "planned", "none")
_TWO = 2
_DAYS = 365.25


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry, or shared source, behind a question."""

    id: str
    title: str
    cited: bool
    """Whether the answer cites, prints or shows it; else it only names the question under `supports`."""
    status: str
    sources: int
    independent: int
    """Sources that do not come from one publisher."""
    claims: int
    results: int
    """Dated results of its indicators."""
    compared: bool
    """Whether a result has a baseline, target or benchmark beside it."""
    age: float | None
    """Years since the newest date in it, to a tenth."""
    strength: Strength


@dataclass(frozen=True, slots=True)
class QuestionCoverage:
    """A question with its answer's length and what it rests on."""

    id: str
    title: str
    state: Literal["answered", "in part", "gap", "open"]
    """`in part`: there is an answer and a gap; `open`: neither."""
    words: int
    lix: int | None
    evidence: tuple[Evidence, ...]
    """What is cited first, then what only supports."""
    strength: Strength


@dataclass(frozen=True, slots=True)
class CriterionCoverage:
    """A criterion with its questions."""

    id: str
    title: str
    questions: tuple[QuestionCoverage, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the whole dossier rests on."""

    award: str
    title: str
    language: str
    today: dt.date
    criteria: tuple[CriterionCoverage, ...]


def coverage(case: Case) -> Coverage:
    """The coverage of a dossier, without anything confidential."""
    workspace = case.workspace
    language = workspace.languages[0]
    criteria = tuple(_criterion(case, criterion, language) for criterion in workspace.award.criteria)
    return Coverage(workspace.award.id, _say(workspace.title, language), language, case.today, criteria)


def _say(text: LocalText | None, language: str) -> str:
    return text.get(language)[0] if text else ""


def _criterion(case: Case, criterion: Criterion, language: str) -> CriterionCoverage:
    questions = tuple(_question(case, criterion, question, language) for question in criterion.questions)
    return CriterionCoverage(criterion.id, _say(criterion.title, language), questions)


def _question(case: Case, criterion: Criterion, question: Question, language: str) -> QuestionCoverage:
    name = f"{criterion.id}.{question.id}"
    response = case.workspace.responses.get(criterion.id)
    answered = response is not None and question.id in response.answers
    gap = response is not None and question.id in response.gaps
    passage = next((p for p in case.passages if p.kind == "answer" and p.owner == name and p.language == language), None)
    cited = case.rests_on.get(name, frozenset())
    evidence = (*_evidence(case, sorted(cited), cited=True), *_evidence(case, _supporting(case, name, cited), cited=False))
    strengths = [each.strength for each in evidence if each.cited]
    return QuestionCoverage(
        question.id,
        _say(question.title, language),
        "in part" if answered and gap else "answered" if answered else "gap" if gap else "open",
        len(passage.words.split()) if passage else 0,
        lix(passage.words) if passage else None,
        evidence,
        min(strengths, key=ORDER.index, default="none"),
    )


def _supporting(case: Case, name: str, cited: frozenset[str]) -> list[str]:
    return [entry.id for entry in case.public_entries if entry.id not in cited and name in entry.supports]


def _evidence(case: Case, names: list[str], *, cited: bool) -> Iterator[Evidence]:
    language = case.workspace.languages[0]
    public = {entry.id: entry for entry in case.public_entries}
    for name in names:
        if name in public:
            yield _entry(case, public[name], language, cited=cited)
        elif name in case.workspace.sources and not case.workspace.sources[name].confidential:
            source = case.workspace.sources[name]
            age = _age(case.today, (source.published, source.accessed))
            yield Evidence(name, _say(source.title, language), cited, "", 1, 1, 0, 0, compared=False, age=age, strength="thin")


def _entry(case: Case, entry: Entry, language: str, *, cited: bool) -> Evidence:
    sources = {name: source for name, source in case.workspace.sources_of(entry.id).items() if not source.confidential}
    apart = independent(sources, sources, language)
    results = [result for indicator in entry.indicators.values() for result in indicator.results if result.date]
    compared = any(i.results and (i.baseline or i.target or i.benchmark) for i in entry.indicators.values())
    dates = [*(result.date for result in results), *(date for source in sources.values() for date in (source.published, source.accessed))]
    period = entry.period
    claims = sum(not claim.confidential for claim in entry.claims.values())
    met = bool(results) + (apart >= _TWO)
    strength: Strength = "planned" if entry.status == "planned" else ("thin", "fair", "strong")[met]
    age = _age(case.today, (*dates, *((period.start, period.end) if period else ())))
    return Evidence(
        entry.id, _say(entry.title, language), cited, entry.status or "", len(sources), apart, claims, len(results), compared, age, strength
    )


def _age(today: dt.date, dates: tuple[PartialDate | None, ...]) -> float | None:
    """Years since the newest date that has passed."""
    passed = [min(date.last_day, today) for date in dates if date and date.first_day <= today]
    return round((today - max(passed)).days / _DAYS, 1) if passed else None
