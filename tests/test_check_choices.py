"""What a team decides about findings: accepting some with a reason, and looking at a few."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.checks.choices import accepted, selected
from builder.cli import main
from builder.findings import Finding, Location, Severity
from builder.reading.workspace import Workspace
from tests.small_workspace import small_workspace
from tests.workspaces import MINIMAL, read

WARNING = Finding("C302", "expired", Location("evidence/a.yaml"), Severity.WARNING)
NOTE = Finding("C107", "thin", Location("evidence/a.yaml"), Severity.NOTE)
ERROR = Finding("C304", "changed", Location("evidence/b.yaml"))
SLIP = Finding("E201", "unknown field", Location("evidence/b.yaml"))


def accepting(path: Path, ignore: str) -> Workspace:
    return read(path, {"dossier.yaml": f"{MINIMAL}check: {{ignore: {{{ignore}}}}}\n"})


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def test_what_is_accepted_everywhere_or_in_a_file_is_not_shown(tmp_path: Path) -> None:
    """In that file alone."""
    elsewhere = Finding("C302", "expired", Location("evidence/z.yaml"), Severity.WARNING)
    workspace = accepting(tmp_path, "C107: known, C302: {evidence/a.yaml: known}")
    assert accepted(workspace, (WARNING, NOTE, elsewhere)) == (elsewhere,)


def test_an_error_is_never_accepted(tmp_path: Path) -> None:
    """It stays, and the choice itself is an error at its key."""
    found = accepted(accepting(tmp_path, "C304: known"), (ERROR,))
    assert codes(found) == ["C304", "C002"]
    assert str(found[1].location) == "dossier.yaml:5:18"


@pytest.mark.parametrize("code", ["C201", "C331", "C334", "L102"])
def test_a_choice_about_files_or_addresses_is_not_called_useless_where_nobody_looked(tmp_path: Path, code: str) -> None:
    """A plain check neither measures files nor visits addresses; C302 is looked for every time."""
    assert codes(accepted(accepting(tmp_path, f"{code}: known, C302: known"), ())) == ["C001"]


def test_no_choice_is_called_useless_while_there_are_errors(tmp_path: Path) -> None:
    """After an error some rules do not run, so what they would find is not known."""
    assert codes(accepted(accepting(tmp_path, "C302: known"), (SLIP,))) == ["E201"]


def test_codes_are_chosen_by_their_beginnings() -> None:
    """`--ignore` takes from what `--select` leaves; errors are always shown, and all about reading: a check must not end well where a build stops."""
    findings = (WARNING, NOTE, ERROR, SLIP)
    assert codes(tuple(selected(findings, ["C3"], []))) == ["C302", "C304", "E201"]
    assert codes(tuple(selected(findings, ["C3"], ["C302"]))) == ["C304", "E201"]
    assert codes(tuple(selected(findings, [], ["C", "E"]))) == ["C304", "E201"]


def check(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", str(folder), *arguments])


def test_an_empty_part_of_a_list_of_codes_hides_nothing(tmp_path: Path) -> None:
    """Every code begins with nothing: a comma too many must not silence the check."""
    folder = small_workspace(tmp_path)
    assert "C107" in check(folder).output
    assert "C107" in check(folder, "--ignore", "C4,").output
    assert "C107" not in check(folder, "--select", "c4 ,").output


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_wrong_usage(tmp_path: Path, option: str) -> None:
    """With the nearest code there is, and where all of them are listed."""
    result = check(small_workspace(tmp_path), option, "C4011")
    assert result.exit_code == 2
    assert "unknown code `C4011`; did you mean `C411`? `dossier explain` lists all." in " ".join(result.output.split())


def test_strict_stops_at_warnings_but_not_at_notes(tmp_path: Path) -> None:
    """Also when a warning is one of reading."""
    assert check(small_workspace(tmp_path / "notes"), "--strict").exit_code == 0
    folder = small_workspace(tmp_path / "warned", **{"evidence/openness/response.sv.yaml": None})
    assert check(folder).exit_code == 0
    assert check(folder, "--strict").exit_code == 1
    assert "warning[E206]" in check(folder, "--ignore", "E2").output
