"""Workspaces for tests, written file by file."""

from collections.abc import Mapping
from pathlib import Path

from builder.reading.workspace import Workspace, read_workspace

MINIMAL = "award: icapital-2027\ncategory: rising\napplicant: {name: Sampleville, country: SE}\nlanguages: [en]\n"
"""A dossier.yaml with what is required."""
TWO_LANGUAGES = MINIMAL.replace("[en]", "[en, sv]")
EXPO = "evidence/experimenting/expo.yaml"
ENTRY = """\
title: City expo
supports: experimenting.test-bed
summary: The city was a fair for five weeks.
sources:
  report: {title: Report}
"""
"""An evidence entry with what is required."""


def write_workspace(path: Path, files: Mapping[str, str]) -> Path:
    """Write files, given by their paths in the workspace, and a minimal dossier.yaml where none is given."""
    for name, text in {"dossier.yaml": MINIMAL, **files}.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def told(path: Path, files: dict[str, str]) -> list[str]:
    """What reading finds, each as code, place and message."""
    return [f"{f.code} {f.location} {f.message}" for f in read_workspace(write_workspace(path, files)).findings]


def read(path: Path, files: dict[str, str]) -> Workspace:
    """The workspace, which has no errors."""
    reading = read_workspace(write_workspace(path, files))
    assert reading.workspace, reading.findings
    return reading.workspace
