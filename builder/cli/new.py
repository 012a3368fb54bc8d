"""`dossier new`."""

import re
from pathlib import Path

import click

from builder.cli.printing import near
from builder.cli.schema import write_schemas
from builder.cli.starter import starter
from builder.cli.workspace import read

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command("new")
@click.argument("entry")
@click.option("--supports", required=True, metavar="CRITERION[.QUESTION]", help="What the entry proves, as the award profile names it.")
@click.option("--title", help="What the entry is called; by default made from its id.")
@click.option("--workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="Default: this folder.")
def command(entry: str, supports: str, title: str | None, workspace: Path) -> None:
    """Write a new evidence entry with the id ENTRY (lower-case letters, digits, hyphens), to fill in."""
    if not _ID.fullmatch(entry):
        raise click.BadParameter(f"`{entry}`: an id has lower-case letters, digits and hyphens only, like h22-city-expo", param_hint="ENTRY")
    found, _ = read(workspace, None, None)
    known = [name for c in found.award.criteria for name in (c.id, *(f"{c.id}.{q.id}" for q in c.questions))]
    if supports not in known:
        raise click.BadParameter(near("criterion or question", supports, known), param_hint="--supports")
    if entry in found.entries or entry in found.sources:
        raise click.BadParameter(f"the id `{entry}` is taken", param_hint="ENTRY")
    path = workspace / "evidence" / supports.partition(".")[0] / f"{entry}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    words = title or entry.replace("-", " ").capitalize()
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(starter("entry.yaml.j2", title=words, supports=supports))
    write_schemas(workspace)
    click.echo(path)
