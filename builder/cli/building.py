"""What `dossier build` does, once or again and again."""

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.build.cache import Cache
from builder.build.folder import output_folder, replace_files
from builder.build.unchanged import Made, Record, fingerprint, recall, remember
from builder.cli.printing import print_findings, table
from builder.findings import DossierError, Severity, errors, in_order

if TYPE_CHECKING:
    from builder.build.pipeline import Output
    from builder.build.workshop import Timing, Workshop
    from builder.reading.workspace import Workspace

_SLOWEST = 12
"""Tasks that --timings names."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    workspace: Path
    documents: tuple[str, ...]
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    award: str | None
    category: str | None
    output: Path | None
    strict: bool
    cached: bool
    timings: bool

    @property
    def cache(self) -> Cache:
        """Where results are kept."""
        return Cache(output_folder(self.workspace, ".cache") if self.cached else None)

    def fingerprint(self) -> str:
        """Of everything that the build depends on."""
        request = (self.documents, self.formats, self.languages, self.award, self.category, str(self.output), _today().isoformat())
        return fingerprint(self.workspace, request, self.output or self.workspace / "output")


def build_once(wanted: Wanted) -> int:
    """Build, unless that has been done. Returns the exit status; raises click.BadParameter where a name is unknown."""
    try:
        cache = wanted.cache
    except DossierError as problem:
        print_findings(problem.findings)
        return 1
    key = wanted.fingerprint() if wanted.cached else ""
    if key and (record := recall(cache, key)):
        return _tell(wanted, record, "Nothing has changed: the files are as the last build made them.")
    from builder.build.workshop import Workshop  # noqa: PLC0415 - wanted only where there is work to do

    with Workshop(cache) as workshop:
        return build_now(wanted, workshop, cache)


def build_now(wanted: Wanted, workshop: "Workshop", cache: Cache, *, at_once: bool = False) -> int:
    """Build in that workshop, each file put in its place `at_once` or all together. Returns the exit status."""
    if set(wanted.formats) & {"pdf", "docx"}:
        workshop.warm_up()
    from builder.build.pipeline import Request, build  # noqa: PLC0415
    from builder.checks.choices import accepted  # noqa: PLC0415
    from builder.reading.workspace import read_workspace  # noqa: PLC0415

    started, key = time.monotonic(), wanted.fingerprint() if wanted.cached else ""
    reading = read_workspace(wanted.workspace, award=wanted.award, category=wanted.category)
    if (found := reading.workspace) is None:
        print_findings(reading.findings)
        return 1
    _must_be_known("--language", wanted.languages, found.languages)
    _must_be_known("--document", wanted.documents, [rules.id for rules in found.documents])
    try:
        folder = _folder(wanted, found)
        built = build(found, Request(wanted.formats, wanted.languages, wanted.documents), _today(), _deliver(folder, at_once=at_once), workshop)
    except DossierError as problem:
        print_findings(accepted(found, (*reading.findings, *problem.findings)))
        return 1
    replace_files(folder, {made.name: made.data for made in built.outputs})
    record = Record(
        str(folder), tuple(map(_made, built.outputs)), in_order(accepted(found, (*reading.findings, *built.findings))), len(errors(built.findings))
    )
    if key and key == wanted.fingerprint():  # else a file was changed meanwhile
        remember(cache, key, record)
    status = _tell(wanted, record, f"Done in {_seconds(started)}.")
    if wanted.timings:
        click.echo(_timings(workshop.timings), err=True)
    workshop.timings.clear()
    return status


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).astimezone().date()


def _seconds(started: float) -> str:
    taken = time.monotonic() - started
    return f"{taken:.1f} s" if taken < 9.5 else f"{taken:.0f} s"  # noqa: PLR2004 - two digits tell enough


def _folder(wanted: Wanted, found: "Workspace") -> Path:
    other = [found.award.id] if wanted.award and found.award.id != Path(found.dossier.award).stem else []
    return wanted.output or output_folder(wanted.workspace, *other)


def _deliver(folder: Path, *, at_once: bool) -> "Callable[[Output], None]":
    def deliver(output: "Output") -> None:
        if at_once:
            replace_files(folder, {output.name: output.data})
        click.echo(f"made {output.name}", err=True)

    return deliver


def _made(output: "Output") -> Made:
    return Made(output.name, sha256(output.data).hexdigest(), len(output.data), output.pages, output.words)


def _tell(wanted: Wanted, record: Record, last: str) -> int:
    """Print what came of a build. Returns the exit status."""
    print_findings(record.findings)
    rows = [("File", "Pages", "Words", "Size")]
    rows += [
        (str(Path(record.folder) / made.name), str(made.pages or "–"), f"{made.words:,}", f"{made.size / 1000:,.0f} kB") for made in record.files
    ]
    click.echo(table(rows))
    click.echo(last, err=True)
    if record.broken:
        rules = "a rule" if record.broken == 1 else f"{record.broken} rules"
        click.echo(f"Not ready to be handed in: the files break {rules} of the award.", err=True)
    return int(bool(record.broken) or (wanted.strict and any(finding.severity is Severity.WARNING for finding in record.findings)))


def _must_be_known(option: str, chosen: Sequence[str], known: Sequence[str]) -> None:
    if unknown := [one for one in chosen if one not in known]:
        raise click.BadParameter(f"{', '.join(unknown)} is not in this dossier; it has {', '.join(known)}", param_hint=option)


def _timings(timings: "Sequence[Timing]") -> str:
    """The slowest tasks, each with the seconds that a process was busy with it, and how many were not needed."""
    done = sorted((timing for timing in timings if timing.seconds), key=lambda timing: -timing.seconds)
    rows = [("Task", "Seconds"), *((timing.what, f"{timing.seconds:.2f}") for timing in done[:_SLOWEST])]
    if rest := done[_SLOWEST:]:
        rows.append((f"{len(rest)} others", f"{sum(timing.seconds for timing in rest):.2f}"))
    return "\n".join([table(rows), f"{len(done)} tasks done, {len(timings) - len(done)} taken from an earlier build."])
