"""The commit that a dossier is made from."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from builder.reading.git import git

_FOLDERS = ("evidence", "templates", "awards")
_FILE = re.compile(r"dossier\.(?:.+\.)?yaml")
_INPUTS = ("dossier.*yaml", *_FOLDERS)
_DIGESTS = {40: "sha1", 64: "sha256"}
"""How git names contents, by the length of a name."""


def written_in(root: Path) -> str:
    """The commit that last changed the workspace's inputs: dossier.yaml, evidence, templates, awards.

    Where they have been changed since, ` with later changes` follows it. Empty where git knows nothing of them. The files are compared here, since
    git would have filters of the repository change them first.
    """
    commit = (git(root, "rev-list", "--max-count=1", "HEAD", "--", *_INPUTS) or b"").decode().strip()
    if not commit:
        return ""
    listed = (git(root, "ls-tree", "-r", "-z", commit) or b"").decode("utf-8", "surrogateescape")
    entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
    kept = {path: about.split()[2] for about, _, path in entries if _is_input(path)}
    same = kept.keys() == set(_inputs(root)) and all(name in _names(root / path, name) for path, name in kept.items())
    return commit if same else f"{commit} with later changes"


def _is_input(path: str) -> bool:
    folder, *inside = path.split("/")
    return not any(name.startswith(".") for name in (folder, *inside)) and (folder in _FOLDERS if inside else _FILE.fullmatch(folder) is not None)


def _inputs(root: Path) -> Iterator[str]:
    """The inputs as they lie there; nothing reads a file whose name begins with a full stop."""
    for folder, folders, files in os.walk(root):
        within = os.path.relpath(folder, root).replace(os.sep, "/").removeprefix(".").lstrip("/")
        folders[:] = [name for name in folders if not name.startswith(".") and (within or name in _FOLDERS)]
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        yield from (path for path in (f"{within}/{name}".lstrip("/") for name in (*files, *links)) if _is_input(path))


def _names(file: Path, like: str) -> Iterator[str]:
    """What git may call the content: as it is, and with the ends of lines that it stores."""
    try:
        content = os.fsencode(file.readlink()) if file.is_symlink() else file.read_bytes()
    except OSError:
        return
    for written in (content, content.replace(b"\r\n", b"\n")):
        yield hashlib.new(_DIGESTS[len(like)], b"blob %d\0" % len(written) + written, usedforsecurity=False).hexdigest()
