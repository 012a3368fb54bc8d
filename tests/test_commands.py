"""The command line as people use it: exit statuses, messages, and files that are replaced whole or not at all."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from tests.small_workspace import FILES, small_workspace

RESPONSE = "evidence/openness/response.yaml"
FAIR = "evidence/openness/fair.yaml"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_build_writes_pdf_and_word_in_each_language_and_says_so(tmp_path: Path) -> None:
    """One line for each file, with pages, words and size."""
    result = run("build", small_workspace(tmp_path))
    assert result.exit_code == 0, result.output
    names = {
        f"{document}.{language}.{suffix}"
        for document in ("application", "evidence-register")
        for language in ("en", "sv")
        for suffix in ("pdf", "docx")
    }
    assert {path.name for path in (tmp_path / "output").iterdir()} == {*names, ".cache"}
    assert all(name in result.output for name in names)
    assert (tmp_path / "output" / "application.en.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "output" / "application.en.docx").read_bytes().startswith(b"PK")


def test_a_build_can_be_narrowed_to_one_file(tmp_path: Path) -> None:
    """By document, language and format; and the folder can be named."""
    result = run(
        "build", small_workspace(tmp_path), "--document", "application", "--language", "sv", "--format", "docx", "--output", tmp_path / "there"
    )
    assert result.exit_code == 0, result.output
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["application.sv.docx"]
    assert [path.name for path in (tmp_path / "output").iterdir()] == [".cache"]


WRONG: dict[str, tuple[dict[str, str | None], str]] = {
    "broken YAML": ({FAIR: "title: [unclosed\n"}, FAIR),
    "an unknown field": ({FAIR: FILES[FAIR].replace("summary:", "sumary:")}, f"{FAIR}:6:1"),
    "an unknown criterion": ({FAIR: FILES[FAIR].replace("openness.tests", "opennes.tests")}, f"{FAIR}:2:11"),
    "an unknown entry in a text": ({RESPONSE: FILES[RESPONSE].replace("[@fair, p. 3]", "[@fiar, p. 3]")}, f"{RESPONSE}:8:62"),
    "a missing file": ({FAIR: FILES[FAIR] + "media:\n  - {file: media/no.jpg, alt: Nothing}\n"}, f"{FAIR}:23:12"),
    "a template error": ({"templates/application.md.j2": "{{ nothing }}\n"}, "templates/application.md.j2:1:1"),
    "an unreadable picture": (
        {"evidence/media/no.jpg": "not a picture", FAIR: FILES[FAIR] + "media:\n  - {file: media/no.jpg, alt: Nothing}\n"},
        f"{FAIR}:23:12",
    ),
    "an unknown award": ({"dossier.yaml": FILES["dossier.yaml"].replace("awards/prize.yaml", "icapital-2072")}, "dossier.yaml:1:8"),
    "no dossier at all": ({"dossier.yaml": None}, "dossier.yaml"),
}


@pytest.mark.parametrize("what", WRONG)
def test_wrong_input_stops_the_build_with_place_and_way_out_and_touches_no_output(tmp_path: Path, what: str) -> None:
    """Exit status 1, file, line and column, a hint, no traceback; what an earlier build wrote stays as it was."""
    changes, place = WRONG[what]
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "application.en.pdf").write_bytes(b"old")
    result = run("build", small_workspace(tmp_path, **changes))
    assert result.exit_code == 1, result.output
    assert f"--> {place}" in result.output
    assert "\n   = " in result.output
    assert "Traceback" not in result.output
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "output").iterdir()] == [("application.en.pdf", b"old")]
    assert run("check", tmp_path).exit_code == 1


def test_all_errors_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    """Nobody has to run the command once for each slip."""
    broken = {FAIR: FILES[FAIR].replace("kind: event", "kind: evnt"), "awards/prize.yaml": FILES["awards/prize.yaml"].replace("edition:", "editon:")}
    result = run("check", small_workspace(tmp_path, **broken))
    assert f"--> {FAIR}:3:7" in result.output
    assert "--> awards/prize.yaml:3:1" in result.output


def test_the_mark_stands_under_the_spot(tmp_path: Path) -> None:
    """The line is shown with a mark where it goes wrong."""
    result = run("check", small_workspace(tmp_path, **{FAIR: FILES[FAIR].replace("openness.tests", "opennes.tests")}))
    lines = result.output.splitlines()
    shown = next(n for n, line in enumerate(lines) if line.endswith("supports: opennes.tests"))
    assert lines[shown].index("opennes") == lines[shown + 1].index("^")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--format", "odt"],
        ["build", "--language", "fi"],
        ["build", "--document", "letter"],
        ["build", "no-such-folder"],
        ["bild"],
        ["explain", "Z999"],
    ],
)
def test_wrong_usage_ends_with_2(tmp_path: Path, arguments: list[str]) -> None:
    """The command line's own mistakes are told apart from those in the evidence."""
    folder = small_workspace(tmp_path)
    result = run(*([*arguments, str(folder)] if arguments[0] == "build" and len(arguments) == 3 else arguments))
    assert result.exit_code == 2, result.output
    assert "Error:" in result.output


def test_a_new_workspace_builds_at_once(tmp_path: Path) -> None:
    """`dossier init` and `dossier build`: a first PDF without touching a file."""
    folder = tmp_path / "mine"
    assert run("init", folder, "--city", "Smallville: the “open” city").exit_code == 0
    result = run("build", folder, "--format", "pdf")
    assert result.exit_code == 0, result.output
    assert "error[" not in result.output
    assert (folder / "output" / "application.en.pdf").stat().st_size > 10_000


def test_init_does_not_write_over_what_is_there(tmp_path: Path) -> None:
    """A folder with something in it is left alone."""
    (tmp_path / "mine.txt").write_text("mine")
    result = run("init", tmp_path)
    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("award", ["icapital-2020", "icapital-2024", "baldrige-2025"])
def test_a_workspace_can_be_started_for_any_award(tmp_path: Path, award: str) -> None:
    """Rules are data: the same commands serve every profile."""
    assert run("init", tmp_path / "mine", "--award", award).exit_code == 0
    result = run("check", tmp_path / "mine")
    assert result.exit_code == 0, result.output


def test_a_new_entry_can_be_checked_as_it_is(tmp_path: Path) -> None:
    """`dossier new` writes a file whose first line lets an editor complete it, and which is fit for a build."""
    folder = small_workspace(tmp_path)
    result = run("new", "night-market", "--supports", "openness.reach", "--workspace", folder)
    assert result.exit_code == 0, result.output
    path = folder / "evidence" / "openness" / "night-market.yaml"
    first, title = path.read_text().splitlines()[:2]
    assert first == "# yaml-language-server: $schema=../../.dossier/entry.schema.json"
    assert title == 'title: "Night market"'
    assert (path.parent / "../../.dossier/entry.schema.json").resolve().is_file()
    assert run("check", folder).exit_code == 0


@pytest.mark.parametrize(("entry", "supports"), [("Night Market", "openness"), ("fair", "openness"), ("market", "opennes")])
def test_a_new_entry_needs_a_free_id_and_a_known_criterion(tmp_path: Path, entry: str, supports: str) -> None:
    """Nothing is written otherwise."""
    folder = small_workspace(tmp_path)
    before = sorted(folder.rglob("*"))
    assert run("new", entry, "--supports", supports, "--workspace", folder).exit_code == 2
    assert sorted(folder.rglob("*")) == before


def test_awards_are_listed_shown_and_compared() -> None:
    """The profiles can be read without opening a file."""
    assert "icapital-2027" in run("awards").output
    shown = run("awards", "show", "icapital-2027").output
    assert "documents.application.limits.pages.max: 30  [assumed]" in shown
    compared = run("awards", "diff", "icapital-2020", "icapital-2027").output
    assert "- criteria.engaging.title: Engaging" in compared
    assert "+ criteria.escalating.title: Escalating" in compared


def test_the_doctor_finds_this_machine_fit() -> None:
    """Where the tests run, a build works."""
    result = run("doctor")
    assert result.exit_code == 0, result.output
    assert "ok  WeasyPrint" in result.output


def test_a_page_limit_that_rests_on_an_assumption_warns(tmp_path: Path) -> None:
    """Too many pages are named by part, with the rule and how sure it is."""
    limited = FILES["awards/prize.yaml"].replace(
        "template: application.md.j2}", "template: application.md.j2, limits: [{unit: pages, max: 1, excludes: [cover, contents]}]}"
    )
    limited += "facts:\n  documents.application.limits.pages: {source: A guess, confidence: assumed}\n"
    result = run("build", small_workspace(tmp_path, **{"awards/prize.yaml": limited}), "--document", "application", "--format", "pdf")
    assert result.exit_code == 0
    assert "warning[C201]" in result.output
    assert "of 1 pages" in result.output
    assert "A guess; not verified: assumed" in result.output


@pytest.mark.parametrize("formats", ["docx", "pdf", "pdf,docx"])
def test_pages_are_counted_once_whatever_is_written(tmp_path: Path, formats: str) -> None:
    """A Word file has the pages that were laid out for its contents."""
    limited = FILES["awards/prize.yaml"].replace("template: application.md.j2}", "template: application.md.j2, limits: [{unit: pages, max: 1}]}")
    folder = small_workspace(tmp_path, **{"awards/prize.yaml": limited})
    said = run("build", folder, "--document", "application", "--format", formats, "--language", "en").output
    assert said.count("[C201]") == 1
    assert "of 1 pages: " in said


def test_a_page_limit_that_is_official_stops_the_build(tmp_path: Path) -> None:
    """It is written, so that one can see what to shorten, and it is not called ready."""
    limited = FILES["awards/prize.yaml"].replace("template: application.md.j2}", "template: application.md.j2, limits: [{unit: pages, max: 1}]}")
    limited += "facts:\n  documents.application.limits.pages: {source: The rules, confidence: official}\n"
    result = run(
        "build", small_workspace(tmp_path, **{"awards/prize.yaml": limited}), "--document", "application", "--format", "pdf", "--language", "en"
    )
    assert result.exit_code == 1
    assert "error[C201]" in result.output
    assert "Not ready to be handed in: the files break a rule of the award." in result.output
    assert (tmp_path / "output" / "application.en.pdf").is_file()


def test_a_warning_can_be_accepted_with_a_reason(tmp_path: Path) -> None:
    """The team decides, and says why, in dossier.yaml."""
    without = {"evidence/openness/response.sv.yaml": None}
    assert "warning[E206]" in run("check", small_workspace(tmp_path / "one", **without)).output
    accepted = FILES["dossier.yaml"] + "check: {ignore: {E206: The translation comes in May.}}\n"
    assert "warning[E206]" not in run("check", small_workspace(tmp_path / "two", **without, **{"dossier.yaml": accepted})).output


def test_another_award_goes_to_a_folder_of_its_own(tmp_path: Path) -> None:
    """The submission is not written over by a trial for another edition."""
    other = FILES["awards/prize.yaml"].replace("id: prize", "id: medal")
    folder = small_workspace(tmp_path, **{"awards/medal.yaml": other})
    assert run("build", folder, "--award", "medal", "--document", "application", "--language", "en", "--format", "docx").exit_code == 0
    assert [str(path.relative_to(folder)) for path in (folder / "output").rglob("*.docx")] == ["output/medal/application.en.docx"]


def test_a_style_sheet_of_the_workspace_may_not_fetch_anything(tmp_path: Path) -> None:
    """It stands before the built-in one, and what it may load is confined."""
    style = 'body { background: url("http://127.0.0.1:9/x.png") }\n'
    result = run("build", small_workspace(tmp_path, **{"templates/style/print.css": style}), "--format", "pdf", "--document", "application")
    assert result.exit_code == 1
    assert "error[E305]" in result.output
    assert "Traceback" not in result.output
