"""`dossier inspect`."""

import dataclasses
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from builder.checks.finished import Finished, check_finished, rules_for
from builder.cli.awards import known_award
from builder.cli.formats import fields
from builder.cli.printing import near, print_findings, table
from builder.findings import DossierError, Finding, errors
from builder.inspection.measure import measure, rendered
from builder.inspection.measured import Measured
from builder.reading.award import AwardProfile


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--award", metavar="ID", help="Hold the files against the rules of this award.")
@click.option("--document", metavar="ID", default="", help="Which of the award's documents they are; default: the application.")
@click.option("--language", metavar="LANG", default="", help="The language that the files should have.")
@click.option("--render", is_flag=True, help="Lay Word files out with LibreOffice, to count their pages.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How the measures are written.")
def command(files: Sequence[Path], award: str | None, document: str, language: str, form: str, *, render: bool) -> None:
    """Measure finished PDF and Word FILES, whoever made them, and hold them against an award's rules.

    Exit status: 0 fine, 1 a file cannot be measured or breaks a verified rule, 2 wrong usage.
    """
    profile = known_award(award) if award else None
    rules = rules_for(profile, document) if profile else None
    if profile and rules is None:
        raise click.BadParameter(near("document", document, [rules.id for rules in profile.documents]), param_hint="--document")
    failed = False
    made: list[dict[str, object]] = []
    for file in files:
        measured: Measured | None = None
        findings: tuple[Finding, ...] = ()
        try:
            data = file.read_bytes()
            measured = measure(str(file), data)
            measured = rendered(measured, data) if render and measured.kind == "docx" else measured
            findings = check_finished(Finished(measured, profile, rules, language))
        except DossierError as problem:
            findings = problem.findings
        failed = failed or bool(errors(findings))
        if form == "json":
            made.append({"measured": dataclasses.asdict(measured) if measured else None, "findings": [fields(each) for each in findings]})
        else:
            _print(file, measured, findings, profile)
    if form == "json":
        click.echo(json.dumps(made, ensure_ascii=False, indent=2))
    if failed:
        sys.exit(1)


def _print(file: Path, measured: Measured | None, findings: Sequence[Finding], award: AwardProfile | None) -> None:
    click.secho(str(file) + (f", against {award.id}" if award else ""), bold=True)
    if measured:
        click.echo(table(list(_rows(measured))))
    click.echo()
    print_findings(findings, err=False)
    if not findings:
        click.echo("Nothing to say against it.\n")


def _rows(measured: Measured) -> Iterator[tuple[str, str]]:
    yield "  Pages", _pages(measured)
    yield from _page_rows(measured)
    sizes = ((role, measured.size_of(role)) for role in ("body", "heading", "table", "note", "caption"))
    yield "  Type", ", ".join(f"{role} {size:g} pt" for role, size in sizes if size) or "no text"
    if measured.sizes:
        smallest = min(measured.sizes, key=lambda each: each.points)
        yield "  Smallest type", f"{smallest.points:g} pt, {smallest.characters:,} characters: “{smallest.first.text[:40]}”"
    fonts = [f"{face.name}{'' if face.embedded else ' (not embedded)'}" for face in measured.faces]
    yield "  Fonts", ", ".join(fonts) or "none"
    yield "  Words", f"{measured.words:,}, with {measured.characters:,} characters"
    for section in measured.sections:
        if section.level == 1:
            yield "", f"{section.title[:60] or 'before the first heading'}: {_words(measured, section.title):,} words"
    yield "  Language, title", f"{measured.language or 'not said'}; {measured.title or 'none'}"
    if measured.kind == "pdf":
        yield "  Tags", ("tagged" if measured.tagged else "not tagged") + (f"; says it is {', '.join(measured.claims)}" if measured.claims else "")
    yield "  Links", f"{len(measured.links)} to {len(set(measured.links))} addresses"
    yield "  File", f"{measured.size / 1000:,.0f} kB"


def _words(measured: Measured, title: str) -> int:
    """Words from a heading of the first level to the next."""
    inside, total = False, 0
    for section in measured.sections:
        inside = section.title == title if section.level == 1 else inside
        total += section.words if inside else 0
    return total


def _pages(measured: Measured) -> str:
    if measured.pages is None:
        return "not known: a Word file has none until it is laid out; use --render"
    said = measured.kind == "docx" and all(sheet.page == 0 for sheet in measured.sheets)
    return f"{measured.pages}{', as the program that saved it says' if said else ''}"


def _page_rows(measured: Measured) -> Iterator[tuple[str, str]]:
    shapes = dict.fromkeys((round(sheet.width * 25.4 / 72), round(sheet.height * 25.4 / 72)) for sheet in measured.sheets)
    yield "  Page size", ", ".join(f"{width} × {height} mm" for width, height in shapes) or "not said"
    edges = [sheet.text for sheet in measured.sheets if sheet.text]
    if edges:
        least = [min(getattr(each, side) for each in edges) for side in ("left", "top", "right", "bottom")]
        what = "  Text to the edges" if measured.sheets[0].page else "  Margins"
        yield what, "left {:.1f}, top {:.1f}, right {:.1f}, bottom {:.1f} mm".format(*least)
