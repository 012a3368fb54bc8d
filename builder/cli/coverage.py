"""`dossier coverage`."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from builder.build.folder import output_folder, replace_files
from builder.build.pipeline import case_of
from builder.checks.case import Case
from builder.cli.arguments import workspace_argument
from builder.cli.printing import print_findings, table
from builder.cli.workspace import read
from builder.coverage.coverage import Coverage, Evidence, Strength, coverage
from builder.coverage.tables import as_html, as_json, as_xlsx
from builder.findings import DossierError, errors
from builder.reading.workspace import Workspace

_FILES = {"html": "coverage.html", "xlsx": "coverage.xlsx"}
_COLOURS: dict[Strength, str] = {"strong": "green", "fair": "reset", "thin": "yellow", "planned": "yellow", "none": "red"}
_TITLE = 36


@click.command("coverage")
@workspace_argument
@click.option("--award", metavar="ID", help="For another award than dossier.yaml names.")
@click.option("--category", metavar="ID", help="For another category than dossier.yaml names.")
@click.option("--entries", is_flag=True, help="Show the evidence behind each question as well.")
@click.option("--format", "form", type=click.Choice(("table", "json", "html", "xlsx")), default="table", show_default=True, help="How it is written.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The file; default: output/coverage.html or .xlsx in the workspace.")
def command(workspace: Path, award: str | None, category: str | None, form: str, output: Path | None, *, entries: bool) -> None:
    """Show what each question of the award rests on: which evidence, and how strong it is.

    Nothing confidential is shown. Exit status: 0 fine, 1 errors in the evidence, 2 wrong usage.
    """
    found, _ = read(workspace, award, category)
    made = coverage(_sound_case(found))
    if form == "table":
        click.echo(_as_table(made, entries=entries))
        return
    text = as_json(made) if form == "json" else as_html(made, found.theme) if form == "html" else as_xlsx(made)
    data = text.encode() if isinstance(text, str) else text
    path = output or (_default(workspace) / _FILES[form] if form in _FILES else None)
    if path is None:
        click.echo(data.decode(), nl=False)
    else:
        replace_files(path.parent, {path.name: data})
        click.echo(path)


def _default(workspace: Path) -> Path:
    try:
        return output_folder(workspace)
    except DossierError as problem:
        print_findings(problem.findings)
        sys.exit(1)


def _sound_case(workspace: Workspace) -> Case:
    try:
        case, findings = case_of(workspace, dt.datetime.now(dt.UTC).astimezone().date())
    except DossierError as problem:
        print_findings(problem.findings)
        sys.exit(1)
    if wrong := errors(findings):
        print_findings(wrong)
        sys.exit(1)
    return case


def _as_table(made: Coverage, *, entries: bool) -> str:
    rows: list[Sequence[str]] = [("Question", "Answer", "Words", "LIX", "Cited", "Results", "Strength")]
    strengths: list[Strength | None] = [None]
    for criterion in made.criteria:
        rows.append((criterion.title, "", "", "", "", "", ""))
        strengths.append(None)
        for question in criterion.questions:
            cited = [each for each in question.evidence if each.cited]
            numbers = (str(question.words), str(question.lix or "–"), str(len(cited)), str(sum(each.results for each in cited)))
            rows.append((f"  {_short(question.title)}", question.state, *numbers, question.strength))
            strengths.append(question.strength)
            for row, strength in _entry_rows(question.evidence) if entries else ():
                rows.append(row)
                strengths.append(strength)
    lines = table(rows).splitlines()
    painted = [click.style(line, fg=_COLOURS[strength]) if strength else line for line, strength in zip(lines, strengths, strict=True)]
    return "\n".join([*painted, "", _LEGEND])


_LEGEND = """\
strong: results and two independent sources; fair: one of the two; thin: neither; planned: nothing has happened yet.
A question is as strong as the strongest evidence that its answer cites, prints or shows."""


def _entry_rows(evidence: Sequence[Evidence]) -> Iterator[tuple[Sequence[str], Strength]]:
    for each in evidence:
        said = f"{each.sources} {'source' if each.sources == 1 else 'sources'}, {each.independent} independent"
        yield (f"    {_short(each.title)}", said if each.cited else f"not cited; {said}", "", "", "", str(each.results), each.strength), each.strength


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
