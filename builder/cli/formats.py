"""Findings as other programs read them: JSON, annotations of GitHub, SARIF 2.1.0."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

import click

from builder import __version__
from builder.cli.printing import print_findings
from builder.codes import CODES
from builder.findings import Finding, Severity, in_order

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(findings: Sequence[Finding]) -> str:
    """An object with `findings`, in order of place, and `counts` by severity."""
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    return _dumped({"findings": [fields(finding) for finding in findings], "counts": counts})


def fields(finding: Finding) -> dict[str, object]:
    """A finding as JSON has it."""
    place, voucher = finding.location, finding.voucher
    return {
        "code": finding.code,
        "title": CODES[finding.code].title,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "file": place.path,
        "line": None if place.page else place.line or None,
        "column": None if place.page else place.column or None,
        "width": place.width,
        "page": place.page or None,
        "excerpt": place.excerpt,
        "rule": {"source": voucher.source, "url": voucher.url, "confidence": voucher.confidence} if voucher else None,
    }


def as_github(findings: Sequence[Finding]) -> str:
    """A workflow command for each finding, which GitHub shows beside the changed line."""
    return "\n".join(map(_command, findings))


def _command(finding: Finding) -> str:
    place = finding.location
    told = {"file": place.path, "title": f"{finding.code} {CODES[finding.code].title}"}
    if place.line and not place.page:
        told |= {"line": str(place.line), "col": str(place.column), "endColumn": str(place.column + place.width)}
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in told.items())
    return f"::{_GITHUB[finding.severity]} {properties}::{_escaped(' '.join(filter(None, (finding.message + '.', finding.hint))))}"


def _escaped(text: str, more: str = "") -> str:
    """As GitHub's runner takes it: percent signs, ends of lines and, in properties, what divides them."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_sarif(findings: Sequence[Finding]) -> str:
    """A log of one run (OASIS SARIF 2.1.0): columns count UTF-16 units from 1, section 3.30.5."""
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "dossier", "version": __version__, "rules": [_rule(code) for code in codes]}
    results = [_result(finding, codes.index(finding.code)) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "utf16CodeUnits", "results": results}
    return _dumped({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> dict[str, object]:
    known = CODES[code]
    return {"id": code, "shortDescription": {"text": known.title}, "fullDescription": {"text": known.why}, "help": {"text": known.why}}


def _result(finding: Finding, index: int) -> dict[str, object]:
    place = finding.location
    physical: dict[str, object] = {"artifactLocation": {"uri": _address(place.path)}}
    if place.line and not place.page:
        start = _units(place.excerpt[: place.column - 1]) + 1 if place.excerpt else place.column
        width = _units(place.excerpt[place.column - 1 : place.column - 1 + place.width]) or 1
        physical["region"] = {"startLine": place.line, "startColumn": start, "endColumn": start + width}
    said = ". ".join(filter(None, (finding.message, finding.hint)))
    made: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": said},
        "locations": [{"physicalLocation": physical}],
    }
    properties = {"page": place.page} if place.page else {}
    if finding.voucher:
        properties |= {"source": finding.voucher.source, "confidence": finding.voucher.confidence, "url": finding.voucher.url}  # type: ignore[dict-item]
    return {**made, "properties": properties} if properties else made


def _address(path: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - only for this format

    return quote(path)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


_WRITERS: Mapping[str, Callable[[Sequence[Finding]], str]] = {"json": as_json, "github": as_github, "sarif": as_sarif}
FORMATS = ("text", *_WRITERS)


def show(findings: Iterable[Finding], form: str) -> None:
    """Print findings on standard output; in the formats for programs nothing else stands there."""
    if form == "text":
        print_findings(findings, err=False)
    elif text := _WRITERS[form](in_order(findings)):
        click.echo(text)
