"""`dossier explain`."""

import textwrap

import click

from builder.cli.printing import near
from builder.codes import CODES


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Tell why the rule with that CODE exists, with a wrong and a right example; without CODE, list them all."""
    if code is None:
        for name, known in CODES.items():
            click.echo(f"{name}  {known.title}")
        return
    known_code = CODES.get(code.upper())
    if known_code is None:
        raise click.BadParameter(near("code", code.upper(), CODES), param_hint="CODE")
    click.secho(f"{code.upper()}: {known_code.title}", bold=True)
    click.echo(f"\n{textwrap.fill(known_code.why, 100)}\n")
    for heading, example in (("Wrong", known_code.wrong), ("Right", known_code.right)):
        if example:
            click.echo(f"{heading}:\n{textwrap.indent(example.rstrip(), '    ')}\n")
