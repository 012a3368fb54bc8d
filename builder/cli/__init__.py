"""The command line: the only place that prints, reads the clock or ends the program."""

import gc
import importlib
from collections.abc import Mapping
from difflib import get_close_matches

import click

from builder import __version__

_COMMANDS: Mapping[str, str] = {
    "init": "Start a workspace in a new folder.",
    "new": "Write a new evidence entry to fill in.",
    "check": "Read the evidence and say what is wrong with it.",
    "build": "Write the dossier as PDF and Word.",
    "coverage": "Show what each question of the award rests on.",
    "verify": "Prove that the finished files say the same.",
    "inspect": "Measure finished PDF and Word files.",
    "awards": "List, show and compare award profiles.",
    "schema": "Print the JSON Schemas that editors use.",
    "explain": "Tell what a finding's code means.",
    "doctor": "Say what is missing on this machine.",
}


class _Commands(click.Group):
    """Loads a command when it is called, so that help and small commands start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"builder.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - each module of a command defines it
        return command

    def invoke(self, ctx: click.Context) -> object:
        # A command has a short life, and what it makes lives to the end of it: looking for garbage costs a fifth of the time and finds none.
        gc.disable()
        try:
            return super().invoke(ctx)
        finally:
            gc.freeze()  # nor need the end of the program look for it

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=get_close_matches(args[0], _COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def main() -> None:
    """Build an award dossier from evidence kept as YAML: one PDF and one Word file that say the same."""
