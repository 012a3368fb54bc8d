"""`dossier check`."""

import sys
from pathlib import Path

import click

from builder.build import documents
from builder.checks.rules import not_accepted
from builder.cli.printing import print_findings
from builder.cli.workspace import read, workspace_argument
from builder.findings import DossierError, errors


@click.command("check")
@workspace_argument
@click.option("--award", metavar="ID", help="For another award than dossier.yaml names.")
@click.option("--category", metavar="ID", help="For another category than dossier.yaml names.")
def command(workspace: Path, award: str | None, category: str | None) -> None:
    """Read the evidence in WORKSPACE (default: this folder) and say what is wrong with it.

    Exit status: 0 when a build would go through, 1 when it would not, 2 wrong usage.
    """
    found, warnings = read(workspace, award, category)
    try:
        _, findings = documents(found)
    except DossierError as problem:
        findings = problem.findings
    print_findings(not_accepted(found, (*warnings, *findings)))
    if errors(findings):
        sys.exit(1)
    counts = ((len(found.entries), "entries"), (len(found.responses), "responses"), (len(found.sources), "shared sources"))
    click.echo(f"Fit for a build: {', '.join(f'{what}: {count}' for count, what in counts)}.")
