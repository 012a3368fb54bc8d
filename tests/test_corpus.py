"""The corpus: every broken workspace gives exactly the findings written into it, every tricky but correct one gives none."""

import datetime as dt
from pathlib import Path

import pytest

from builder.build.pipeline import documents
from builder.checks.choices import accepted
from builder.codes import CODES
from builder.findings import DossierError, Finding
from builder.reading.workspace import read_workspace
from tests.corpus.loader import Case, cases

BROKEN, CORRECT = tuple(cases("broken")), tuple(cases("correct"))
TODAY = dt.date(2026, 7, 1)
ELSEWHERE = {
    **dict.fromkeys(("C201", "C331", "C332", "C333", "C334"), "about finished files and the network: test_inspect.py, test_online.py"),
    **dict.fromkeys(("E305",), "seen when a document is laid out: test_hostile.py"),
    **dict.fromkeys(("E222",), "needs a Word file: test_word_reference.py"),
    **dict.fromkeys(("C504",), "needs git: test_history.py"),
    **{code: "about finished files: test_inspect.py" for code in CODES if code.startswith("L")},
}
"""Codes that no case can show, and where they are tested."""


def found(folder: Path, case: Case) -> list[tuple[str, str, int, int]]:
    for name, data in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    for name, target in case.links.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(target)
    reading = read_workspace(folder)
    findings: tuple[Finding, ...] = reading.findings
    if reading.workspace is not None:
        try:
            more = documents(reading.workspace, TODAY)[1]
        except DossierError as problem:
            more = problem.findings
        findings = accepted(reading.workspace, (*findings, *more))
    return sorted({(f.code, f.location.path, f.location.line, f.location.column) for f in findings})


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_a_broken_workspace_gives_exactly_its_findings(tmp_path: Path, case: Case) -> None:
    """Code, file, line and column, no more and no less."""
    assert case.expected
    assert found(tmp_path, case) == sorted(set(case.expected))


@pytest.mark.parametrize("case", CORRECT, ids=lambda case: case.name)
def test_a_correct_workspace_gives_none(tmp_path: Path, case: Case) -> None:
    """However tricky it looks."""
    assert not case.expected
    assert found(tmp_path, case) == []


def test_the_corpus_is_as_large_as_it_should_be_and_knows_every_code() -> None:
    """A code that no case shows is named with the test that does."""
    assert len(BROKEN) >= 120
    assert len(CORRECT) >= 40
    shown = {code for case in BROKEN for code, *_ in case.expected}
    assert shown >= set(CODES) - set(ELSEWHERE), sorted(set(CODES) - set(ELSEWHERE) - shown)
    assert not shown & set(ELSEWHERE), "these are shown by a case now"
