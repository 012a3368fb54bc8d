"""How findings are written: for people on a terminal, and for other programs."""

import json
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from builder.cli import main
from builder.cli.formats import as_github, as_json, as_sarif
from builder.cli.printing import print_findings
from builder.findings import Finding, Location, Severity, Voucher
from tests.small_workspace import small_workspace

RULE = Voucher("Rules of the contest", "assumed", "https://example.org/rules")
WORDS = st.text(st.characters(exclude_categories=["Cs"]))


def finding(line: str, word: str, severity: Severity = Severity.WARNING, voucher: Voucher | None = None) -> Finding:
    """A finding about a word of a line."""
    return Finding("C401", "typed here", Location("a.yaml", 3, line.index(word) + 1, line, len(word)), severity, "Write it once.", voucher)


def printed(capsys: pytest.CaptureFixture[str], *findings: Finding) -> str:
    print_findings(findings, err=False)
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "columns_before"),
    [
        ("see here", 4),
        ("日本 here", 5),
        ("cafe\u0301 here", 5),
        ("zero\u200bwidth here", 10),
        ("❤\ufe0f here", 3),
        ("👩\u200d👧 here", 3),
        ("👍🏽 here", 3),
        ("🇸🇪 here", 3),
    ],
)
def test_the_mark_stands_under_the_word_on_a_terminal(capsys: pytest.CaptureFixture[str], line: str, columns_before: int) -> None:
    """Chinese takes two columns, an accent none, an emoji two of however many parts it is joined."""
    mark = printed(capsys, finding(line, "here")).splitlines()[4]
    assert mark == "  | " + " " * columns_before + "^^^^"


def test_tabs_before_the_word_stand_before_the_mark_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    """Then it does not matter how wide the terminal makes them."""
    assert printed(capsys, finding("\ta\tb here", "here")).splitlines()[4] == "  | \t \t  ^^^^"


def test_a_finding_tells_place_way_out_and_how_sure_its_rule_is(capsys: pytest.CaptureFixture[str]) -> None:
    """In words that a grant writer knows."""
    assert printed(capsys, finding("see here", "here", voucher=RULE)).splitlines() == [
        "warning[C401]: typed here",
        "  --> a.yaml:3:5",
        "  |",
        "3 | see here",
        "  |     ^^^^",
        "   = Write it once.",
        "   = rule: Rules of the contest (https://example.org/rules); not verified: assumed from another edition",
        "",
        "1 warning",
    ]


def test_a_place_on_a_page_is_told_by_page_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A finished file has no lines."""
    found = Finding("L102", "too small", Location("out.pdf", 0, 0, "the words", 1, 3))
    assert printed(capsys, found).splitlines()[1:3] == ["  --> out.pdf, page 3", "  | “the words”"]


def test_many_notes_are_told_once_for_each_code(capsys: pytest.CaptureFixture[str]) -> None:
    """Up to twenty have a line each."""
    notes = [Finding("C107", "thin", Location("a.yaml", line), Severity.NOTE) for line in range(1, 22)]
    assert printed(capsys, *notes[:20]).count("note[C107]") == 20
    many = printed(capsys, *notes)
    assert many.count("note[C107]") == 1
    assert "and 20 more C107; `dossier check --select C107`" in many


@given(WORDS, WORDS)
def test_nothing_in_the_files_can_steer_the_terminal(message: str, excerpt: str) -> None:
    """Escape codes, carriage returns and marks that turn the direction of writing are shown as signs."""
    found = Finding("C401", message, Location("a.yaml", 1, 1, excerpt), Severity.WARNING, message)
    result = CliRunner().invoke(_printing(found), color=True, env={"NO_COLOR": "1"})
    assert not set(result.output.replace("\n", "").replace("\t", "")) & {*map(chr, range(32)), "\x7f", "\x9b", "\u202e", "\u2066"}
    assert len(result.output.split("\n")) <= 9


def _printing(found: Finding) -> click.Command:
    return click.command()(lambda: print_findings([found], err=False))


def test_there_is_no_colour_where_nobody_wants_it() -> None:
    """`NO_COLOR` counts on a terminal as well."""
    command = _printing(finding("see here", "here"))
    assert "\x1b[" in CliRunner().invoke(command, color=True, env={"NO_COLOR": ""}).output
    assert "\x1b[" not in CliRunner().invoke(command, color=True, env={"NO_COLOR": "1"}).output
    assert "\x1b[" not in CliRunner().invoke(command, env={"NO_COLOR": ""}).output


def test_json_has_every_part_of_a_finding() -> None:
    """And nothing where there is nothing, so that a program need not guess."""
    told = json.loads(as_json([finding("see here", "here", voucher=RULE)]))
    assert told["counts"] == {"error": 0, "warning": 1, "note": 0}
    assert told["findings"] == [
        {
            "code": "C401",
            "title": told["findings"][0]["title"],
            "severity": "warning",
            "message": "typed here",
            "hint": "Write it once.",
            "file": "a.yaml",
            "line": 3,
            "column": 5,
            "width": 4,
            "page": None,
            "excerpt": "see here",
            "rule": {"source": "Rules of the contest", "url": "https://example.org/rules", "confidence": "assumed"},
        }
    ]


@given(WORDS, WORDS)
def test_a_command_for_github_is_one_line_that_gives_back_what_was_said(path: str, message: str) -> None:
    """Percent signs, ends of lines, colons and commas would end it early, or begin another command."""
    command = as_github([Finding("C401", message, Location(path, 2, 5, "", 3))])
    assert not set(command) & set("\r\n")
    properties, said = command.removeprefix("::error ").split("::", 1)
    parts = dict(part.split("=", 1) for part in properties.split(","))
    assert set(parts) == {"file", "title", "line", "col", "endColumn"}
    assert (unquote(parts["file"]), parts["line"], parts["col"], parts["endColumn"]) == (path, "2", "5", "8")
    assert unquote(said) == f"{message}."


def test_sarif_counts_columns_in_utf_16_units_and_says_so() -> None:
    """An emoji is one character and two units: the editor must mark the same word."""
    run = json.loads(as_sarif([finding("👍 日本 here", "here", voucher=RULE)]))["runs"][0]
    assert run["columnKind"] == "utf16CodeUnits"
    result = run["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 11}
    assert result["properties"] == {"source": "Rules of the contest", "confidence": "assumed", "url": "https://example.org/rules"}
    assert result["level"] == "warning"


def test_sarif_explains_each_rule_once_and_results_point_to_it() -> None:
    """The log has what the standard requires of a log, a run, a tool, a rule and a result."""
    page = Finding("L102", "too small", Location("out å.pdf", 0, 0, "the words", 1, 3))
    log = json.loads(as_sarif([finding("see here", "here"), page, finding("or here", "here", Severity.NOTE)]))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "dossier"
    assert [rule["id"] for rule in rules] == ["C401", "L102"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    assert all(result["message"]["text"] for result in run["results"])
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "out%20%C3%A5.pdf"}}
    assert run["results"][1]["properties"] == {"page": 3}


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_standard_output_has_the_format_and_nothing_else(tmp_path: Path, form: str) -> None:
    """Also where the workspace cannot be read."""
    for folder in (small_workspace(tmp_path / "fine"), small_workspace(tmp_path / "none", **{"dossier.yaml": None})):
        result = CliRunner().invoke(main, ["check", str(folder), "--format", form])
        assert json.loads(result.stdout)


def test_commands_for_github_stand_alone_on_standard_output(tmp_path: Path) -> None:
    """Each line is one."""
    result = CliRunner().invoke(main, ["check", str(small_workspace(tmp_path)), "--format", "github"])
    lines = result.stdout.splitlines()
    assert lines
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
