"""Rules about numbers in sentences: a number is written once, in its entry, and never retyped."""

from collections.abc import Iterator

from builder.assembly.values import latest
from builder.checks.case import Case
from builder.checks.typed import Typed
from builder.findings import Finding, Severity

_TYPED = "Or say why it may be typed: `{{={shown}: reason}}`."


def repeated_value(case: Case) -> Iterator[Finding]:
    """C401: a typed number that an indicator holds."""
    for typed in case.typed:
        if typed.verdict == "held" and typed.held:
            held = typed.held
            message = f"{typed.shown} is typed here; `{held.entry}.{held.indicator}` holds it"
            instead = f"Write `{held.reference(_inside(typed))}` instead. " if held.form else ""
            yield _finding(case, typed, "C401", message, instead)


def contradicting_value(case: Case) -> Iterator[Finding]:
    """C402: a typed number that differs from what the evidence holds."""
    for typed in case.typed:
        if typed.verdict == "differs" and typed.held:
            held = typed.held
            message = f"{typed.shown} is typed here; `{held.entry}.{held.indicator}` holds {held.value:,f}"
            yield _finding(case, typed, "C402", message, f"Write `{held.reference(_inside(typed))}` if that is meant. " if held.form else "")


def unknown_number(case: Case) -> Iterator[Finding]:
    """C403: a typed number that no entry holds."""
    for typed in case.typed:
        if typed.verdict == "unknown":
            message = f"no entry that is cited here holds the number {typed.shown}"
            yield _finding(case, typed, "C403", message, "Make it an indicator of its entry and write `{entry.indicator}`. ")


def superseded_value(case: Case) -> Iterator[Finding]:
    """C410: a response prints an older result and not the newest."""
    for passage in case.passages:
        if passage.kind == "entry" or not passage.values:
            continue
        printed = {value.name for value in passage.values}
        for value in passage.values:
            name, at, date = value.name.partition("@")
            entry, _, indicator = name.partition(".")
            known = case.workspace.entries.get(entry)
            if not (at and known and indicator in known.indicators):
                continue
            newest = latest(known.indicators[indicator])
            if newest and newest.date and not str(newest.date).startswith(date) and not {name, f"{name}@{newest.date}"} & printed:
                message = f"`{name}` has a newer result, of {newest.date}, that this text leaves out"
                place = case.place(passage, value.start, value.width)
                yield Finding("C410", message, place, Severity.WARNING, f"Write `{{{name}}}`, or print both.")


def _inside(typed: Typed) -> str:
    return typed.passage.owner if typed.passage.kind == "entry" else ""


def _finding(case: Case, typed: Typed, code: str, message: str, instead: str) -> Finding:
    place = case.place(typed.passage, typed.number.start, typed.number.width)
    return Finding(code, message, place, Severity.WARNING, instead + _TYPED.format(shown=typed.shown))
