"""What the software has to say about somebody's files: findings.

A finding is data. It says how grave a matter is, where it stands, what is wrong and how to mend it; only the command line prints it. This module
imports nothing from the package, so that every other module may use it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

CODE = re.compile(r"[A-Z]\d{3}")


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """It would mislead a juror, break a verified rule of the award, or leave an output wrong or incomplete."""
    WARNING = "warning"
    """It weakens the case."""
    NOTE = "note"
    """It is worth knowing."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: a line of a text file, or a page of a finished one."""

    path: str
    """Relative to the workspace, with forward slashes; of a finished file, as it was named."""
    line: int = 1
    """Counted from 1; 0 where the whole of a finished file is meant."""
    column: int = 1
    """Counted from 1, in characters."""
    excerpt: str = ""
    """The line itself, without its end; on a page, the words at the place."""
    width: int = 1
    """How many characters from the column on are meant."""
    page: int = 0
    """Of a finished file, counted from 1; 0 in a text file."""

    def __str__(self) -> str:
        if self.page:
            return f"{self.path}, page {self.page}"
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Voucher:
    """Where a rule of an award comes from, and how sure it is."""

    source: str
    confidence: str
    """`official`, `secondary` or `assumed`."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in somebody's files."""

    code: str
    """A letter and three digits; `dossier explain` tells more about each."""
    message: str
    """What is wrong, as one sentence without its full stop."""
    location: Location
    severity: Severity = Severity.ERROR
    hint: str = ""
    """How to mend it."""
    voucher: Voucher | None = None
    """The award's rule behind the finding, when there is one."""

    def __post_init__(self) -> None:
        if not CODE.fullmatch(self.code):
            raise ValueError(f"not a finding's code: {self.code}")


class DossierError(Exception):
    """The user's files are not fit for what was asked; carries every finding that says so."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{f.location}: {f.message}" for f in self.findings))

    def __reduce__(self) -> tuple[type["DossierError"], tuple[tuple[Finding, ...]]]:
        """Lets a process of its own hand the findings back."""
        return DossierError, (self.findings,)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of the findings that stop a build."""
    return tuple(f for f in findings if f.severity is Severity.ERROR)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by place, without repetitions."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.location, f.code, f.message)))
