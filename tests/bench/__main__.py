"""Measure, interleaved, and print medians and ratios: `python -m tests.bench`."""

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path

from tests.bench.generate import generate
from tests.bench.memory import peak, peak_of_writing

ROUNDS = 5
CHECK = "import sys; from builder.cli import main; main(['check', sys.argv[1]])"
RUAMEL = """
import sys
from pathlib import Path
from ruamel.yaml import YAML
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    YAML(typ="rt").load(path)
"""


def main() -> None:
    """Print every ratio that the documentation speaks of."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("weasyprint", "python-docx", "ruamel.yaml", "pypandoc-binary"))
    print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}; {libraries}")
    print(f"medians of {ROUNDS} interleaved rounds, ratios taken round by round\n")
    _reading(1000)
    seconds = {entries: _writing(entries) for entries in (40, 200, 1000)}
    growth = seconds[1000] / 1000 / (seconds[200] / 200)
    print(f"time of writing per entry at 1000 entries, over that at 200: {growth:.2f} (1 is linear growth)")


def _reading(entries: int) -> None:
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as smallest:
        generate(Path(name), entries)
        generate(Path(smallest), 0)
        ours, theirs = _interleaved(lambda: _python(CHECK, name), lambda: _python(RUAMEL, name))
        large, small = ([_processor_time(partial(_python, CHECK, folder)) for _ in range(ROUNDS)] for folder in (name, smallest))
    _print(f"dossier check, {entries} entries", ours, f"ruamel.yaml round trip, parsing only, {entries} entries", theirs, "at most 0.20")
    beyond = statistics.median(large) - statistics.median(small)
    print(f"processor time of a check with all rules, {entries} entries, beyond that of an empty workspace: {beyond:.2f} s (below 1)\n")


def _processor_time(command: Callable[[], object]) -> float:
    """Seconds that the processor works for a command and what it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _writing(entries: int) -> float:
    """The median of our seconds, charts drawn as well."""
    import pypandoc  # noqa: PLC0415 - a dependency of this measurement only

    from builder.assembly.assemble import assemble  # noqa: PLC0415
    from builder.reading.workspace import read_workspace  # noqa: PLC0415
    from builder.writers.word import write_word  # noqa: PLC0415
    from tests.bench.markdown import as_markdown, without_drawings  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder, entries)
        workspace = read_workspace(folder).workspace
        assert workspace is not None
        document = assemble(workspace, "en").documents[0]
        text = without_drawings(document)
        source, target = folder / "text.md", folder / "text.docx"
        source.write_text(as_markdown(text), encoding="utf-8")
        pandoc = pypandoc.get_pandoc_path()
        ours, drawn, theirs, start = _interleaved(
            lambda: write_word(text, workspace.theme, folder, {}),
            lambda: write_word(document, workspace.theme, folder, {}),
            lambda: subprocess.run([pandoc, source, "-o", target], check=True),
            lambda: subprocess.run([pandoc, os.devnull, "-f", "markdown", "-o", target], check=True),
        )
        memory, other_memory = peak_of_writing(folder, target), peak(pandoc, source, "-o", target)
    _print(f"writing the Word file, {entries} entries", ours, f"pandoc from the same text, {entries} entries", theirs, "at most 0.25")
    print(f"with its charts drawn as well: {statistics.median(drawn):.2f} s, ratio {_ratio(drawn, theirs):.3f}; pandoc draws none")
    print(f"of pandoc's time, starting it and writing nothing: {statistics.median(start):.2f} s")
    compared = f"{memory:.0f} MB, pandoc {other_memory:.0f} MB: ratio {memory / other_memory:.2f} (below 1)"
    print(f"largest memory, from the evidence to the file {compared}\n")
    return statistics.median(drawn)


def _python(code: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True)


def _interleaved(*commands: Callable[[], object]) -> tuple[list[float], ...]:
    """Seconds of each round of each, taken in turn so that a slow moment of the machine hits all of them."""
    times: tuple[list[float], ...] = tuple([] for _ in commands)
    for _ in range(ROUNDS):
        for command, taken in zip(commands, times, strict=True):
            started = time.perf_counter()
            command()
            taken.append(time.perf_counter() - started)
    return times


def _ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the ratios round by round, which a slow moment of the machine leaves as they are."""
    return statistics.median(one / other for one, other in zip(ours, theirs, strict=True))


def _print(name: str, ours: list[float], other: str, theirs: list[float], aim: str) -> None:
    print(f"{name}: {statistics.median(ours):.2f} s\n{other}: {statistics.median(theirs):.2f} s\nratio {_ratio(ours, theirs):.3f} ({aim})\n")


if __name__ == "__main__":
    main()
