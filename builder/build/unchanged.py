"""Whether a build would make again what lies there already."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from builder.build.cache import Cache
from builder.findings import Finding
from builder.reading.git import head
from builder.writers.work import digest

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_LEFT_OUT = frozenset({"__pycache__", "node_modules", "output", "venv"})
"""Folders that hold nothing a dossier is made from."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a build has made."""

    name: str
    sha256: str
    size: int
    pages: int
    """0 where none were laid out."""
    words: int


@dataclass(frozen=True, slots=True)
class Record:
    """What came of a build."""

    folder: str
    """Where the files lie."""
    files: tuple[Made, ...]
    findings: tuple[Finding, ...]
    broken: int
    """How many rules of the award the files break."""


def _adapter() -> "TypeAdapter[Record]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - where a build is needed, it is loaded while the processes start

    return TypeAdapter(Record)


def fingerprint(root: Path, request: Sequence[object], without: Path) -> str:
    """A digest of everything that a build depends on: the request, the files of the workspace and its commit.

    Folders and files whose names begin with a dot are left out, so is `without`, the folder of the outputs.
    """
    files = (piece for path in _files(root, without.resolve()) for piece in (str(path.relative_to(root)), sha256(path.read_bytes()).digest()))
    return digest("build", repr(request), head(root), *files)


def recall(cache: Cache, key: str) -> Record | None:
    """What a build with this fingerprint has made, if it still lies there as it was made."""
    kept = cache.get(key)
    if kept is None:
        return None
    try:
        record = _adapter().validate_json(kept)
        same = all(sha256((Path(record.folder) / made.name).read_bytes()).hexdigest() == made.sha256 for made in record.files)
    except (OSError, ValueError):
        return None
    return record if same else None


def remember(cache: Cache, key: str, record: Record) -> None:
    """Keep what a build has made."""
    cache.put(key, _adapter().dump_json(record))


def _files(folder: Path, without: Path) -> Iterator[Path]:
    with os.scandir(folder) as items:
        for item in sorted(items, key=lambda item: item.name):
            if item.name.startswith(".") or item.name in _LEFT_OUT:
                continue
            path = Path(item.path)
            if item.is_dir() and not item.is_symlink():
                if path.resolve() != without:
                    yield from _files(path, without)
            elif item.is_file():
                yield path
