"""How much memory a process takes at most."""

import subprocess
import sys
from pathlib import Path

_WATCH = """
import os, resource, subprocess, sys
started = subprocess.Popen(sys.argv[1:])
_, status, used = os.wait4(started.pid, 0)
assert status == 0, status
print(used.ru_maxrss)
"""
_WRITE = """
import sys
from pathlib import Path
from builder.assembly.assemble import assemble
from builder.reading.workspace import read_workspace
from builder.writers.word import write_word
folder = Path(sys.argv[1])
workspace = read_workspace(folder).workspace
Path(sys.argv[2]).write_bytes(write_word(assemble(workspace, "en").documents[0], workspace.theme, folder, {}))
"""


def peak(*command: str | Path) -> float:
    """The largest resident size of a process, in MB.

    A small process starts it: on Linux, the peak of a process begins with the size of the one that it was forked from.
    """
    watched = subprocess.run([sys.executable, "-S", "-c", _WATCH, *command], check=True, capture_output=True, text=True)
    return int(watched.stdout) * (1 if sys.platform == "darwin" else 1024) / 1e6


def peak_of_writing(workspace: Path, target: Path) -> float:
    """The peak of a process that reads the evidence, assembles its first document and writes it as a Word file, charts drawn, in MB."""
    return peak(sys.executable, "-c", _WRITE, workspace, target)
