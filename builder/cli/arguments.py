"""Arguments that commands share."""

from pathlib import Path

import click

workspace_argument = click.argument("workspace", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
