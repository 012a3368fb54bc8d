"""Checksums of local copies."""

import hashlib
from collections.abc import Mapping
from itertools import chain

from builder.reading.files import EVIDENCE
from builder.reading.workspace import Workspace


def checksums(workspace: Workspace) -> Mapping[str, str]:
    """SHA-256 of each local copy, by its path from evidence/, of the sources that state one; a file that cannot be read is left out."""
    described = chain(workspace.sources.values(), *(entry.sources.values() for entry in workspace.entries.values()))
    found: dict[str, str] = {}
    for source in described:
        if source and source.file and source.sha256:
            try:
                with (workspace.root / EVIDENCE / source.file).open("rb") as file:
                    found[source.file] = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError:
                continue
    return found
