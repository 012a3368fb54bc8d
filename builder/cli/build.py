"""`dossier build`."""

import datetime as dt
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from builder.build import FORMATS, TEXT_FORMATS, Output, Request, build, output_folder, replace_files
from builder.checks.choices import accepted
from builder.cli.printing import print_findings, table
from builder.cli.workspace import read, workspace_argument
from builder.findings import DossierError, Severity, errors


def _listed(_: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    chosen = tuple(part.strip() for part in value.split(",")) if value else ()
    known = (*FORMATS, *TEXT_FORMATS)
    unknown = [part for part in chosen if parameter.name == "formats" and part not in known]
    if unknown:
        raise click.BadParameter(f"unknown format {', '.join(unknown)}; choose from {', '.join(known)}")
    return chosen


@click.command("build")
@workspace_argument
@click.option(
    "--document", "documents", metavar="ID,…", callback=_listed, help="Only these documents of the dossier: application, evidence-register."
)
@click.option("--format", "formats", metavar="FORMAT,…", callback=_listed, help="pdf, docx (both by default), txt, md.")
@click.option("--language", "languages", metavar="LANG,…", callback=_listed, help="Only these languages: en, sv.")
@click.option("--award", metavar="ID", help="For another award than dossier.yaml names, into a folder of its own below output/.")
@click.option("--category", metavar="ID", help="For another category than dossier.yaml names.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for the files; default: output/ in the workspace.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings as well; the files are written all the same.")
def command(
    workspace: Path,
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    languages: tuple[str, ...],
    award: str | None,
    category: str | None,
    output: Path | None,
    *,
    strict: bool,
) -> None:
    """Write the dossier in WORKSPACE (default: this folder) as PDF and Word.

    `txt` and `md` write the answers to be pasted into a portal, each with its length.

    Every PDF and Word file is measured as it was written. With errors in the evidence nothing is written; files that break a verified rule of the
    award are written and not called ready. Exit status: 0 fine, 1 errors, 2 wrong usage.
    """
    started = time.monotonic()
    found, warnings = read(workspace, award, category)
    _must_be_known("--language", languages, found.languages)
    _must_be_known("--document", documents, [rules.id for rules in found.documents])
    other = [found.award.id] if award and found.award.id != Path(found.dossier.award).stem else []
    try:
        folder = output or output_folder(workspace, *other)
        request = Request(formats or FORMATS, languages, documents)
        built = build(found, request, dt.datetime.now(dt.UTC).astimezone().date(), lambda name: click.echo(f"wrote {name}", err=True))
    except DossierError as problem:
        print_findings(accepted(found, (*warnings, *problem.findings)))
        sys.exit(1)
    paths = replace_files(folder, {made.name: made.data for made in built.outputs})
    shown = accepted(found, (*warnings, *built.findings))
    print_findings(shown)
    _print_outputs(paths, built.outputs)
    click.echo(f"Done in {time.monotonic() - started:.0f} s.", err=True)
    if broken := errors(built.findings):
        rules = "a rule" if len(broken) == 1 else f"{len(broken)} rules"
        click.echo(f"Not ready to be handed in: the files break {rules} of the award.", err=True)
    if broken or (strict and any(finding.severity is Severity.WARNING for finding in shown)):
        sys.exit(1)


def _must_be_known(option: str, chosen: Sequence[str], known: Sequence[str]) -> None:
    if unknown := [one for one in chosen if one not in known]:
        raise click.BadParameter(f"{', '.join(unknown)} is not in this dossier; it has {', '.join(known)}", param_hint=option)


def _print_outputs(paths: Sequence[Path], outputs: Sequence[Output]) -> None:
    rows = [("File", "Pages", "Words", "Size")]
    rows += [(str(p), str(o.pages or "–"), f"{o.words:,}", f"{len(o.data) / 1000:,.0f} kB") for p, o in zip(paths, outputs, strict=True)]
    click.echo(table(rows))
