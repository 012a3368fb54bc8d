"""What a team has decided about findings: which it accepts, and which it looks at now."""

from collections.abc import Iterable, Iterator, Sequence

from builder.codes import CODES
from builder.findings import Finding, Severity
from builder.reading.dossier import EVERYWHERE
from builder.reading.near import did_you_mean
from builder.reading.workspace import DOSSIER, Workspace

_NOT_EVERY_TIME = ("C201", "C33", "L")
"""Beginnings of codes that only some runs look for: about finished files, and about addresses."""


def accepted(workspace: Workspace, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings less the warnings and notes that dossier.yaml accepts with a reason, and what is wrong with its choices.

    That a code is not found any more (C001) is said only where it was looked for: not with errors, after which some rules do not run.
    """
    given = tuple(findings)
    ignored = workspace.dossier.check.ignore if workspace.dossier.check else {}
    kept = tuple(f for f in given if f.severity is Severity.ERROR or not _is_accepted(workspace, f))
    used = {(f.code, path) for f in given for path in (EVERYWHERE, f.location.path) if f.severity is not Severity.ERROR}
    errors = {f.code for f in given if f.severity is Severity.ERROR}
    unused: list[Finding] = []
    for code, files in ignored.items():
        place = workspace.places.locate_key(DOSSIER, ("check", "ignore", code))
        if code not in CODES:
            hint = "`dossier explain` lists all codes."
            unused.append(Finding("C002", f"there is no code `{code}`{did_you_mean(code, CODES)}", place, hint=hint))
        elif code in errors:
            hint = "Put right what it tells; only warnings and notes can be accepted."
            unused.append(Finding("C002", f"`{code}` is an error here, and an error cannot be accepted", place, hint=hint))
        else:
            for path in files if not errors and not code.startswith(_NOT_EVERY_TIME) else ():
                if (code, path) not in used:
                    where = f" in {path}" if path else ""
                    hint = "Delete the line: what it accepted has been put right."
                    place = workspace.places.locate_key(DOSSIER, ("check", "ignore", code, path) if path else ("check", "ignore", code))
                    unused.append(Finding("C001", f"`{code}` is accepted, but not found{where} any more", place, Severity.NOTE, hint))
    return (*kept, *unused)


def _is_accepted(workspace: Workspace, finding: Finding) -> bool:
    files = workspace.dossier.check.ignore.get(finding.code, {}) if workspace.dossier.check else {}
    return EVERYWHERE in files or finding.location.path in files


def selected(findings: Iterable[Finding], select: Sequence[str], ignore: Sequence[str]) -> Iterator[Finding]:
    """The findings whose codes begin with one of `select` (all when it is empty) and none of `ignore`; errors, and all about reading, stay."""
    for finding in findings:
        wanted = not select or finding.code.startswith(tuple(select))
        if finding.severity is Severity.ERROR or finding.code.startswith("E") or (wanted and not (ignore and finding.code.startswith(tuple(ignore)))):
            yield finding
