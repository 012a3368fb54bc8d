"""What earlier builds have made, by the key of the task that makes it.

A result is taken only when it is whole: beside it stands its checksum. The folder may be deleted at any time.
"""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

_LARGEST = 500_000_000
"""Bytes that may lie in the folder after a build."""
_DIGEST = 32
"""Bytes of the checksum at the beginning of a file."""


class Cache:
    """Results in files of a folder. Without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """A result; nothing where there is none, or none that is whole."""
        if self._folder is None:
            return None
        file = self._folder / key
        try:
            data = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        return data[_DIGEST:] if sha256(data[_DIGEST:]).digest() == data[:_DIGEST] else None

    def put(self, key: str, result: bytes) -> None:
        """Keep a result. A folder that cannot be written to is done without."""
        if self._folder is None:
            return
        try:
            self._prepare(self._folder)
            handle, beside = tempfile.mkstemp(dir=self._folder, prefix=".")
            with os.fdopen(handle, "wb") as file:
                file.write(sha256(result).digest() + result)
            Path(beside).replace(self._folder / key)
        except OSError:
            return

    def tidy(self) -> None:
        """Remove what was not used for longest, until the rest is small enough, and what a killed build has left."""
        if self._folder is None or not self._folder.is_dir():
            return
        room = _LARGEST
        try:
            states = [(file, file.stat()) for file in self._folder.iterdir() if file.name != ".gitignore"]
            for file, state in sorted(states, key=lambda pair: -pair[1].st_mtime):
                room -= state.st_size
                if room < 0 or file.name.startswith("."):
                    file.unlink(missing_ok=True)
        except OSError:
            return

    @staticmethod
    def _prepare(folder: Path) -> None:
        """Make the folder, which git shall not see."""
        folder.mkdir(parents=True, exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
