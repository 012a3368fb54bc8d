"""Findings as people read them on a terminal, and tables."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

import click

from builder.findings import Finding, Location, Severity, Voucher, in_order
from builder.reading.near import did_you_mean, known_words

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDEST = 140
_MOST_NOTES = 20
"""From so many notes on only the first of each code is shown."""
_SURE = {
    "official": "from the award itself",
    "secondary": "not verified: somebody reports it",
    "assumed": "not verified: assumed from another edition",
}


def print_findings(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Errors and warnings with their place, the line they stand on and a way out, in order of place; then notes, a line each; then the numbers."""
    ordered = in_order(findings)
    for finding in ordered:
        if finding.severity is not Severity.NOTE:
            click.echo(_as_text(finding), err=err)
    notes = [finding for finding in ordered if finding.severity is Severity.NOTE]
    for line in _notes(notes):
        click.echo(line, err=err)
    if ordered:
        click.echo(("\n" if notes else "") + _summary(ordered), err=err)


def _notes(notes: Sequence[Finding]) -> Iterable[str]:
    """A line for each; of many, a line for each code."""
    if len(notes) <= _MOST_NOTES:
        return map(_as_line, notes)
    counts = Counter(note.code for note in notes)
    firsts = {note.code: note for note in reversed(notes)}
    return [
        _as_line(firsts[code])
        + (f"\n  … and {count - 1} more {code}; `dossier check --select {code}` shows all" if (count := counts[code]) > 1 else "")
        for code in sorted(firsts)
    ]


def _as_line(finding: Finding) -> str:
    return click.style(f"note[{finding.code}]", fg=_COLOURS[Severity.NOTE]) + f" {finding.location}: {finding.message}"


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
        lines.append(f"   = rule: {_rule(finding.voucher)}")
    return "\n".join([*lines, ""])


def _rule(voucher: Voucher) -> str:
    """Where a rule comes from, and in words how sure it is."""
    url = f" ({voucher.url})" if voucher.url else ""
    return f"{voucher.source}{url}; {_SURE[voucher.confidence]}"


def _excerpt(location: Location, colour: str) -> list[str]:
    """The line with a mark under the place, or the words at a place on a page; long lines are cut around it."""
    if not location.excerpt.strip():
        return []
    if location.page:
        return [f"  | “{location.excerpt.strip()}”"]
    at = location.column - 1
    start = max(0, at - _WIDEST // 2) if len(location.excerpt) > _WIDEST else 0
    shown = location.excerpt[start : start + _WIDEST]
    number = str(location.line)
    gap = " " * len(number)
    before, marked = shown[: at - start], shown[at - start : at - start + location.width]
    mark = _same_width(before) + click.style("^" * max(1, _columns(marked)), fg=colour, bold=True)
    return [f"{gap} |", f"{number} | {shown}", f"{gap} | {mark}"]


def _same_width(text: str) -> str:
    """White space as wide as the text on a terminal."""
    return "".join("\t" if character == "\t" else " " * _columns(character) for character in text)


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


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
