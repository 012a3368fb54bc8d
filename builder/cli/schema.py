"""`dossier schema`."""

import json
from pathlib import Path

import click

from builder.reading.schema import SCHEMAS, schema


@click.command("schema")
@click.argument("name", type=click.Choice(SCHEMAS), required=False)
@click.option("--write", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Write them into .dossier/ of this workspace.")
def command(name: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of one kind of file (NAME), or write all of them where editors look for them."""
    if folder:
        for path in write_schemas(folder):
            click.echo(path)
    elif name:
        click.echo(as_json(name), nl=False)
    else:
        raise click.UsageError(f"Name a schema ({', '.join(SCHEMAS)}), or write them all with --write FOLDER.")


def as_json(name: str) -> str:
    """The schema as it is written to a file."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def write_schemas(workspace: Path) -> list[Path]:
    """Writes all schemas where the first line of each file looks for them."""
    folder = workspace / ".dossier"
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{name}.schema.json" for name in SCHEMAS]
    for name, path in zip(SCHEMAS, paths, strict=True):
        path.write_text(as_json(name), encoding="utf-8", newline="\n")
    return paths
