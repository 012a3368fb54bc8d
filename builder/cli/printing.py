"""Findings as people read them on a terminal, and tables."""

import os
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
_VISIBLE = "\N{REPLACEMENT CHARACTER}"
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of writing: with them a line reads otherwise than it is."""
_JOINER = "\N{ZERO WIDTH JOINER}"
_EMOJI = "\N{VARIATION SELECTOR-16}"
_SURE = {
    "official": "from the award itself",
    "secondary": "not verified: somebody reports it",
    "assumed": "not verified: assumed from another edition",
}


def print_findings(findings: Iterable[Finding], *, err: bool = True) -> None:
    """Errors and warnings with their place, the line they stand on and a way out, in order of place; then notes, a line each; then the numbers."""
    ordered = in_order(findings)
    colour = False if os.environ.get("NO_COLOR") else None  # else click decides: colour on a terminal alone
    for finding in ordered:
        if finding.severity is not Severity.NOTE:
            click.echo(_as_text(finding), err=err, color=colour)
    notes = [finding for finding in ordered if finding.severity is Severity.NOTE]
    for line in _notes(notes):
        click.echo(line, err=err, color=colour)
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
    return click.style(f"note[{finding.code}]", fg=_COLOURS[Severity.NOTE]) + _harmless(f" {finding.location}: {finding.message}")


def _as_text(finding: Finding) -> str:
    colour = _COLOURS[finding.severity]
    lines = [
        click.style(f"{finding.severity}[{finding.code}]", fg=colour, bold=True) + click.style(_harmless(f": {finding.message}"), bold=True),
        _harmless(f"  --> {finding.location}"),
        *_excerpt(finding.location, colour),
    ]
    if finding.hint:
        lines.append(_harmless(f"   = {finding.hint}"))
    if finding.voucher:
        lines.append(_harmless(f"   = rule: {_rule(finding.voucher)}"))
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
        return [f"  | “{_harmless(location.excerpt.strip())}”"]
    at = location.column - 1
    start = max(0, at - _WIDEST // 2) if len(location.excerpt) > _WIDEST else 0
    shown = location.excerpt[start : start + _WIDEST]
    number = str(location.line)
    gap = " " * len(number)
    before, marked = shown[: at - start], shown[at - start : at - start + location.width]
    mark = _same_width(before) + click.style("^" * max(1, _columns(marked)), fg=colour, bold=True)
    return [f"{gap} |", f"{number} | {_harmless(shown)}", f"{gap} | {mark}"]


def _harmless(text: str) -> str:
    """The text with a visible sign for each control character, so that nothing in somebody's files can steer the terminal."""
    return "".join(_VISIBLE if (unicodedata.category(c) == "Cc" and c != "\t") or c in _TURNS else c for c in text)


def _same_width(text: str) -> str:
    """White space as wide as the text on a terminal."""
    return "\t".join(" " * _columns(part) for part in text.split("\t"))


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes; an emoji that is joined of several takes those of one."""
    columns = [0]
    joined = False
    for c in text:
        if c == _EMOJI:
            columns[-1] = 2
        elif not joined and not "\U0001f3fb" <= c <= "\U0001f3ff":  # a tone of skin changes the emoji before it
            columns.append(_width(c))
        joined = c == _JOINER
    return sum(columns)


def _width(character: str) -> int:
    if character not in _TURNS and unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


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
