"""Findings and tables on a terminal."""

from collections.abc import Iterable, Sequence

import click

from builder.findings import Finding, Location, Severity, in_order
from builder.reading.near import did_you_mean, known_words

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDEST = 140


def print_findings(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Each finding with its place, the line it stands on and a way out, in order of place; then how many there are."""
    ordered = in_order(findings)
    for finding in ordered:
        click.echo(_as_text(finding), err=err)
    if ordered:
        click.echo(_summary(ordered), err=err)


def _as_text(finding: Finding) -> str:
    colour = _COLOURS[finding.severity]
    lines = [
        click.style(f"{finding.severity}[{finding.code}]", fg=colour, bold=True) + click.style(f": {finding.message}", bold=True),
        f"  --> {finding.location}",
        *_excerpt(finding.location, colour),
    ]
    if finding.hint:
        lines.append(f"   = {finding.hint}")
    if finding.voucher:
        url = f" ({finding.voucher.url})" if finding.voucher.url else ""
        lines.append(f"   = rule: {finding.voucher.source}{url}; {finding.voucher.confidence}")
    return "\n".join([*lines, ""])


def _excerpt(location: Location, colour: str) -> list[str]:
    """The line with a mark under the place; long lines are cut around it."""
    if not location.excerpt.strip():
        return []
    start = max(0, location.column - 1 - _WIDEST // 2) if len(location.excerpt) > _WIDEST else 0
    shown = location.excerpt[start : start + _WIDEST]
    number = str(location.line)
    gap = " " * len(number)
    mark = " " * (location.column - 1 - start) + "^"
    return [f"{gap} |", f"{number} | {shown}", f"{gap} | " + click.style(mark, fg=colour, bold=True)]


def _summary(findings: Sequence[Finding]) -> str:
    counts = [(severity, sum(f.severity is severity for f in findings)) for severity in Severity]
    said = [f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count]
    return ", ".join(said)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns, two spaces apart; the first row is the head."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def near(what: str, name: str, known: Iterable[str]) -> str:
    """`unknown category `risng`; did you mean `rising`?`, or what is known."""
    choices = list(known)
    return f"unknown {what} `{name}`{did_you_mean(name, choices) or f'; known are {known_words(choices)}'}"
