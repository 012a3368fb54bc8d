"""`dossier awards`."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from pydantic import BaseModel

from builder.cli.printing import near, print_findings, table
from builder.reading.award import AwardProfile
from builder.reading.awards import profile_ids, read_profile
from builder.reading.values import LocalText


@click.group("awards", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """List, show and compare award profiles. A workspace's own in templates/awards/ count as well."""
    if context.invoked_subcommand is None:
        context.invoke(list_awards)


def known_award(name: str) -> AwardProfile:
    """The profile of that id; ends the program when there is none, or it cannot be read."""
    known = profile_ids(Path())
    if name not in known:
        raise click.BadParameter(near("award", name, known), param_hint="AWARD")
    profile, findings = read_profile(Path(), name)
    if profile is None:
        print_findings(findings)
        sys.exit(1)
    return profile


@command.command("list")
def list_awards() -> None:
    """One line for each profile."""
    rows = [("Id", "Award", "Edition", "Criteria", "Questions", "Deadline")]
    for name in profile_ids(Path()):
        profile = known_award(name)
        questions = sum(len(criterion.questions) for criterion in profile.criteria)
        rows.append(
            (name, _text(profile.award), profile.edition, str(len(profile.criteria)), str(questions), str(profile.calendar.deadline or "–")[:10])
        )
    click.echo(table(rows))


@command.command("show")
@click.argument("award")
def show(award: str) -> None:
    """Every rule of AWARD with how sure it is."""
    profile = known_award(award)
    for path, value in _rules(profile):
        voucher = profile.voucher(path)
        click.echo(f"{path}: {value}" + click.style(f"  [{voucher.confidence}]" if voucher else "", dim=True))
    click.echo("\nSources:")
    for path, fact in profile.facts.items():
        note = f" {_text(fact.note)}" if fact.note else ""
        click.echo(f"{path}: {fact.source}{f', {fact.url}' if fact.url else ''} ({fact.confidence}).{note}")


@command.command("diff")
@click.argument("older")
@click.argument("newer")
def diff(older: str, newer: str) -> None:
    """What changed from the profile OLDER to the profile NEWER, rule by rule."""
    before, after = (dict(_rules(known_award(name))) for name in (older, newer))
    same = 0
    for path in dict.fromkeys((*before, *after)):
        if before.get(path) == after.get(path):
            same += 1
            continue
        if path in before:
            click.secho(f"- {path}: {before[path]}", fg="red")
        if path in after:
            click.secho(f"+ {path}: {after[path]}", fg="green")
    click.echo(f"{same} rules are the same.")


def _rules(profile: AwardProfile) -> Iterator[tuple[str, str]]:
    """Every rule with its dotted path, items of lists by their ids."""
    for name in type(profile).model_fields:
        if name not in ("id", "extends", "facts"):
            yield from _leaves(getattr(profile, name), name)


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, LocalText):
        yield path, _text(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "id":
                yield from _leaves(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from _leaves(child, f"{path}.{key}")
    elif isinstance(value, tuple) and any(isinstance(child, BaseModel) for child in value):
        for number, child in enumerate(value, 1):
            yield from _leaves(child, f"{path}.{getattr(child, 'id', None) or getattr(child, 'unit', None) or number}")
    elif isinstance(value, tuple):
        if value:
            yield path, ", ".join(_text(child) if isinstance(child, LocalText) else str(child) for child in value)
    elif value is not None:
        yield path, str(value)


def _text(text: LocalText | None) -> str:
    return text.get("en")[0] if text else ""
