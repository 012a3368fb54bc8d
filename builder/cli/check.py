"""`dossier check`."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from builder.build.folder import output_folder, replace_files
from builder.build.pipeline import case_of
from builder.checks.case import Case
from builder.checks.choices import accepted, selected
from builder.checks.rules import check
from builder.cli.arguments import workspace_argument
from builder.cli.formats import FORMATS, show
from builder.codes import CODES
from builder.findings import DossierError, Finding, Severity
from builder.reading.near import did_you_mean
from builder.reading.workspace import Workspace, read_workspace


def _codes(_: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    chosen = tuple(part.strip().upper() for part in (value or "").split(",") if part.strip())
    for prefix in chosen:
        if not any(code.startswith(prefix) for code in CODES):
            known = f"unknown code `{prefix}`{did_you_mean(prefix, CODES)} `dossier explain` lists all."
            raise click.BadParameter(known, param_hint=f"--{parameter.name}")
    return chosen


@click.command("check")
@workspace_argument
@click.option("--award", metavar="ID", help="For another award than dossier.yaml names.")
@click.option("--category", metavar="ID", help="For another category than dossier.yaml names.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How findings are written.")
@click.option("--select", metavar="CODE,…", callback=_codes, help="Only findings whose codes begin so: C4,C301. Errors always show.")
@click.option("--ignore", metavar="CODE,…", callback=_codes, help="No findings whose codes begin so.")
@click.option("--online", is_flag=True, help="Visit the addresses of all sources as well; answers are kept in output/.cache for a week.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings as well.")
def command(
    workspace: Path, award: str | None, category: str | None, form: str, select: Sequence[str], ignore: Sequence[str], *, online: bool, strict: bool
) -> None:
    """Read the evidence in WORKSPACE (default: this folder) and say what is wrong with it.

    Exit status: 0 when a build would go through, 1 when it would not, 2 wrong usage.
    """
    reading = read_workspace(workspace, award=award, category=category)
    found = reading.workspace
    findings = (*reading.findings, *(_findings(found, online=online) if found else ()))
    shown = tuple(selected(accepted(found, findings) if found else findings, select, ignore))
    show(shown, form)
    if found is None or any(finding.severity is Severity.ERROR or (strict and finding.severity is Severity.WARNING) for finding in shown):
        sys.exit(1)
    if form == "text":
        counts = ((len(found.entries), "entries"), (len(found.responses), "responses"), (len(found.sources), "shared sources"))
        click.echo(f"Fit for a build: {', '.join(f'{what}: {count}' for count, what in counts)}.")


def _findings(workspace: Workspace, *, online: bool) -> Sequence[Finding]:
    today = dt.datetime.now(dt.UTC).astimezone().date()
    try:
        case, findings = case_of(workspace, today)
        return (*findings, *check(case), *(_visited(case, today) if online else ()))
    except DossierError as problem:
        return problem.findings


def _visited(case: Case, today: dt.date) -> Iterator[Finding]:
    """What the web says of the sources; the answers are kept for the next time."""
    from builder.online.links import Clock, as_text, remembered, visit  # noqa: PLC0415 - only where the network is asked for
    from builder.online.rules import addresses, check_answers  # noqa: PLC0415

    cache = output_folder(case.workspace.root, ".cache") / "links.json"
    known = remembered(cache.read_text(encoding="utf-8", errors="replace")) if cache.is_file() else {}
    urls = [url for url, _ in addresses(case)]
    click.echo(f"Visiting the addresses of sources: {len(set(urls))} …", err=True)
    answers = visit(urls, known, Clock(today))
    replace_files(cache.parent, {cache.name: as_text({**known, **answers}).encode()})
    yield from check_answers(case, answers)
