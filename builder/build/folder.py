"""The folder that finished files go to."""

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from builder.findings import DossierError, Finding, Location

_BESIDE = ".writing-"
_FORSAKEN = 60.0
"""Seconds after which what lies beside has been left by a build that was killed: writing takes less than one."""


def output_folder(root: Path, *parts: str) -> Path:
    """The folder for outputs in a workspace. Raises DossierError (E123) when a link leads it out of the workspace: it may come from anybody."""
    folder = root.joinpath("output", *parts)
    if not folder.resolve().is_relative_to(root.resolve()):
        hint = "Replace the link by a folder, or name another one with --output."
        raise DossierError([Finding("E123", "output leads out of the workspace", Location("output", 0, 0), hint=hint)])
    return folder


def replace_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Puts files into the folder. Each is replaced whole or not at all: written beside, flushed, then renamed. Several may do so at once."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_BESIDE}*"):
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _FORSAKEN:
                shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_BESIDE, dir=folder) as beside:
        for name, data in files.items():
            with (Path(beside) / name).open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        return tuple((Path(beside) / name).replace(folder / name) for name in files)
