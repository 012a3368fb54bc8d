"""The workspace that a command works on."""

import sys
from pathlib import Path

from builder.cli.printing import print_findings
from builder.findings import Finding
from builder.reading.workspace import Workspace, read_workspace


def read(folder: Path, award: str | None, category: str | None) -> tuple[Workspace, tuple[Finding, ...]]:
    """The workspace in that folder with its warnings; ends the program with 1 when it cannot be read."""
    reading = read_workspace(folder, award=award, category=category)
    if reading.workspace is None:
        print_findings(reading.findings)
        sys.exit(1)
    return reading.workspace, reading.findings
