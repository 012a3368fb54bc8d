"""`dossier verify`."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from builder.build.folder import output_folder, replace_files
from builder.build.pipeline import FORMATS, case_of
from builder.cli.arguments import workspace_argument
from builder.cli.printing import print_findings, table
from builder.cli.workspace import read
from builder.document import blocks as b
from builder.findings import DossierError, errors
from builder.parity.compare import Check, failed
from builder.parity.verify import as_html, as_json, missing, verify_page, verify_pdf, verify_word
from builder.reading.workspace import Workspace

_VERIFIERS = {"pdf": verify_pdf, "docx": verify_word, "html": verify_page}


@click.command("verify")
@workspace_argument
@click.option("--award", metavar="ID", help="For another award than dossier.yaml names.")
@click.option("--category", metavar="ID", help="For another category than dossier.yaml names.")
@click.option("--files", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Where the files lie; default: output/.")
@click.option("--format", "form", type=click.Choice(("text", "json", "html")), default="text", show_default=True, help="How the report is written.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The file of the report; html without it: output/verify.html.")
def command(workspace: Path, award: str | None, category: str | None, folder: Path | None, form: str, output: Path | None) -> None:
    """Read the finished files, PDF, Word and HTML, back and prove that they say what the evidence says, and so the same.

    Exit status: 0 every check passed, 1 a difference or a missing file, 2 wrong usage.
    """
    found, _ = read(workspace, award, category)
    try:
        case, findings = case_of(found, dt.datetime.now(dt.UTC).astimezone().date())
        place = output_folder(workspace, *([found.award.id] if award else []))
        wrong = errors(findings)
    except DossierError as problem:
        wrong = problem.findings
    if wrong:
        print_findings(wrong)
        sys.exit(1)
    checks = [check for document in case.documents for check in _checks(document, folder or place)]
    _report(checks, found, form, output or (place / "verify.html" if form == "html" else None))
    if any(failed(checks)):
        sys.exit(1)


def _checks(document: b.Document, folder: Path) -> Iterator[Check]:
    """All checks of one document's files; the page for the screen need not be there."""
    for suffix, verify in _VERIFIERS.items():
        file = folder / f"{document.id}.{document.language}.{suffix}"
        if file.is_file():
            yield from verify(file.name, file.read_bytes(), document)
        elif suffix in FORMATS:
            yield from missing(file.name, document)


def _report(checks: Sequence[Check], workspace: Workspace, form: str, output: Path | None) -> None:
    if form == "text":
        click.echo(_as_text(checks))
        return
    title = workspace.title.get(workspace.languages[0])[0]
    text = as_json(checks) if form == "json" else as_html(checks, title, workspace.theme)
    if output is None:
        click.echo(text, nl=False)
    else:
        replace_files(output.parent, {output.name: text.encode()})
        click.echo(output)


def _as_text(checks: Sequence[Check]) -> str:
    rows = [("File", "Checks", "Pieces compared")]
    for file in dict.fromkeys(check.file for check in checks):
        ours = [check for check in checks if check.file == file]
        passed = sum(check.difference is None for check in ours)
        rows.append((file, f"{passed} of {len(ours)}", f"{sum(check.pieces for check in ours):,}"))
    lines = [table(rows)]
    for check in failed(checks):
        difference = check.difference
        if difference:
            lines += ["", click.style(f"{check.file}: {check.aspect} differ at {difference.place}", bold=True)]
            lines += [f"  expected  {difference.expected}", f"  found     {difference.found}"]
    if any(failed(checks)):
        lines += ["", "Where the evidence has changed since the files were written, `dossier build` writes them anew."]
    return "\n".join(lines)
