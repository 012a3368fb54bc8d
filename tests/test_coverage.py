"""`dossier coverage`: what each question rests on, and how strong that is."""

import datetime as dt
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.build.pipeline import case_of
from builder.cli import main
from builder.coverage.coverage import Coverage, QuestionCoverage, coverage
from builder.coverage.tables import COLUMNS, as_html, as_json, as_xlsx
from builder.reading.workspace import read_workspace
from tests.small_workspace import FILES, small_workspace

SECRET = "Ultramarine 4711"  # noqa: S105 - the words that must not come out
ENTRY = FILES["evidence/openness/fair.yaml"]


def of(folder: Path) -> Coverage:
    workspace = read_workspace(folder).workspace
    assert workspace is not None
    case, _ = case_of(workspace, dt.date(2026, 7, 1))
    return coverage(case)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["coverage", *map(str, arguments)])


def first_question(folder: Path) -> QuestionCoverage:
    return of(folder).criteria[0].questions[0]


def test_a_question_is_as_strong_as_the_strongest_entry_its_answer_rests_on(tmp_path: Path) -> None:
    """The fair has one dated result and one source: one of the two marks of strength, hence fair."""
    question = first_question(small_workspace(tmp_path))
    assert (question.id, question.state, question.strength) == ("tests", "answered", "fair")
    [evidence] = question.evidence
    assert (evidence.id, evidence.cited, evidence.sources, evidence.independent, evidence.claims, evidence.results) == ("fair", True, 1, 1, 1, 1)
    assert evidence.compared
    assert evidence.age == 3.9  # the result is of July 2022, today is 1 July 2026


@pytest.mark.parametrize(
    ("publisher", "status", "strength"),
    [("Daily News", "completed", "strong"), ("The fair", "completed", "fair"), ("Daily News", "planned", "planned")],
)
def test_strength_counts_results_and_independent_sources(tmp_path: Path, publisher: str, status: str, strength: str) -> None:
    """A second source of the same publisher adds nothing; a plan has no strength."""
    entry = ENTRY.replace("status: completed", f"status: {status}") + f"  second: {{title: Second, publisher: {publisher}}}\n"
    assert first_question(small_workspace(tmp_path, **{"evidence/openness/fair.yaml": entry})).strength == strength


def test_a_gap_and_an_entry_that_nobody_cites_are_shown_as_what_they_are(tmp_path: Path) -> None:
    """`reach` has a gap; an entry that names it under `supports` is there, but not cited."""
    other = ENTRY.replace("openness.tests", "openness.reach").replace("The fair", "Another fair")
    small_workspace(tmp_path, **{"evidence/openness/other.yaml": other})
    reach = of(tmp_path).criteria[0].questions[1]
    assert (reach.state, reach.strength) == ("gap", "none")
    assert [(each.id, each.cited) for each in reach.evidence] == [("other", False)]


def test_nothing_confidential_comes_out_in_any_format(tmp_path: Path) -> None:
    """Neither a confidential entry nor a confidential source, claim or its title."""
    hidden = ENTRY.replace("title: The fair", f"title: {SECRET}").replace("title: Good to know", f"title: {SECRET}") + "confidential: true\n"
    small_workspace(tmp_path, **{"evidence/openness/hidden.yaml": hidden})
    made = of(tmp_path)
    workspace = read_workspace(tmp_path).workspace
    assert workspace is not None
    with zipfile.ZipFile(io.BytesIO(as_xlsx(made))) as book:
        sheets = b"".join(book.read(name) for name in book.namelist()).decode()
    for text in (as_json(made), as_html(made, workspace.theme), sheets, run(tmp_path, "--entries").output):
        assert "The fair" in text
        assert SECRET not in text
        assert "hidden" not in re.sub(r"overflow[^;]*|\bhidden=", "", text)


def test_the_table_fits_a_terminal_and_says_how_strength_is_told(tmp_path: Path) -> None:
    """A line for each question, the evidence below it where it is asked for."""
    result = run(small_workspace(tmp_path), "--entries")
    assert result.exit_code == 0, result.output
    assert max(map(len, result.output.splitlines())) <= 120
    assert re.search(r"^  Tests +answered .* fair$", result.output, re.MULTILINE)
    assert re.search(r"^    The fair +1 source, 1 independent", result.output, re.MULTILINE)
    assert "thin: neither" in result.output


def test_json_has_every_field_by_its_name(tmp_path: Path) -> None:
    """For other programs; it stands alone on standard output."""
    told = json.loads(run(small_workspace(tmp_path), "--format", "json").output)
    assert told["criteria"][0]["questions"][0]["evidence"][0]["strength"] == "fair"
    assert told["today"] == "2026-07-01"


class Page(HTMLParser):
    """Collects what an accessible page must have."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_the_page_is_accessible_and_fetches_nothing(tmp_path: Path) -> None:
    """Language, title, one heading of the first level, heads of tables with their scope, links that lead somewhere; nothing to load."""
    assert run(small_workspace(tmp_path), "--format", "html").exit_code == 0
    page = Page()
    text = (tmp_path / "output" / "coverage.html").read_text(encoding="utf-8")
    page.feed(text)
    names = [tag for tag, _ in page.tags]
    assert ("html", {"lang": "en"}) in page.tags
    assert names.count("h1") == 1
    assert "title" in names
    assert all("scope" in attributes for tag, attributes in page.tags if tag == "th")
    ids = {attributes.get("id") for _, attributes in page.tags}
    targets = [str(attributes["href"]) for tag, attributes in page.tags if tag == "a"]
    assert len(targets) >= 3
    assert all(target[1:] in ids for target in targets)
    assert not {"script", "img", "link", "iframe"} & set(names)
    assert "http" not in text


def test_texts_are_never_taken_for_markup_or_formulas(tmp_path: Path) -> None:
    """A title may look like both."""
    entry = ENTRY.replace("title: The fair", "title: '=1+1<b>&'")
    small_workspace(tmp_path, **{"evidence/openness/fair.yaml": entry})
    made = of(tmp_path)
    workspace = read_workspace(tmp_path).workspace
    assert workspace is not None
    assert "=1+1&lt;b&gt;&amp;" in as_html(made, workspace.theme)
    with zipfile.ZipFile(io.BytesIO(as_xlsx(made))) as book:
        assert "=1+1&lt;b&gt;&amp;" in book.read("xl/sharedStrings.xml").decode()
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


def test_the_spreadsheet_is_the_same_whenever_it_is_made(tmp_path: Path) -> None:
    """With a row for each piece of evidence under a head of all columns."""
    made = of(small_workspace(tmp_path))
    assert as_xlsx(made) == as_xlsx(made)
    with zipfile.ZipFile(io.BytesIO(as_xlsx(made))) as book:
        assert book.read("xl/worksheets/sheet1.xml").decode().count("<row ") == 1 + 2  # the head, `tests` with one entry, `reach` with none
    assert run(tmp_path, "--format", "xlsx", "--output", tmp_path / "c.xlsx").exit_code == 0
    assert (tmp_path / "c.xlsx").read_bytes() == as_xlsx(made)
    assert len(COLUMNS) == 16


def test_errors_in_the_evidence_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    """As `check` tells them."""
    folder = small_workspace(tmp_path, **{"evidence/openness/response.yaml": FILES["evidence/openness/response.yaml"].replace("[@fair]", "[@fare]")})
    result = run(folder, "--format", "html")
    assert result.exit_code == 1
    assert "E303" in result.output
    assert not (folder / "output").exists()
