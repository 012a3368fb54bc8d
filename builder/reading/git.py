"""Asks git about the repository that a workspace lies in, by commands that only read and obey none of its settings."""

import subprocess
from pathlib import Path

_PATIENCE = 20
"""Seconds to wait for git."""


def head(root: Path) -> str:
    """The commit that is checked out; empty outside a git repository."""
    return (git(root, "rev-parse", "--verify", "--quiet", "HEAD") or b"").decode().strip()


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What a git command prints; nothing where git is missing or refuses. The one setting that would start a program is overruled."""
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    try:
        finished = subprocess.run(command, cwd=root, input=given, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603 - fixed words
    except (OSError, subprocess.SubprocessError):
        return None
    return finished.stdout
