"""Whole builds against others: `python -m tests.bench.builds [ENTRIES …]` prints tables as Markdown.

The protocol: the dossier is generated from a fixed seed. In each round every contestant runs once, one after the other, as a process of its own;
what is printed are medians over the rounds, and ratios to plain WeasyPrint taken round by round. We write PDF and Word of both documents; plain
WeasyPrint writes the two PDFs. An edit is another one in each round, so that no cache knows it,
and is taken back after it was measured.
"""

import datetime as dt
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from tests.bench.generate import generate
from tests.bench.others import commands
from tests.bench.run import Cost, cost, until

ROUNDS = {8: 1, 40: 5, 200: 3, 1000: 1}
PLAIN, COLD = "plain WeasyPrint, PDF only", "our cold build"
BUILD = (sys.executable, "-m", "builder", "build")
PAGE = 1500
"""Words that fill more than the rest of any page."""
LIBRARIES = ("weasyprint", "pikepdf", "pypandoc-binary", "typst", "docxtpl")


class Dossier:
    """A generated workspace that is edited and built."""

    def __init__(self, folder: Path, entries: int) -> None:
        self.folder = folder
        self._edits = 0
        generate(folder, entries)
        self._entry = sorted(folder.glob("evidence/*/entry-*.yaml"))[entries // 2]
        self._words = self._entry.read_text(encoding="utf-8")

    def cold(self) -> Cost:
        """A build that finds nothing of earlier ones."""
        shutil.rmtree(self.folder / "output", ignore_errors=True)
        return self.build()

    def build(self) -> Cost:
        return cost(BUILD, self.folder)

    def edit(self, field: str, words: int) -> None:
        """Another edit of a text of one entry, which adds so many words."""
        self._edits += 1
        start = f"{field}: |\n"
        assert start in self._words
        self._entry.write_text(self._words.replace(start, f"{start}  Edit {self._edits}. {'More ' * words}\n"), encoding="utf-8")

    def edited(self, field: str, words: int) -> Cost:
        """A build after an edit, which is taken back afterwards."""
        self.edit(field, words)
        made = self.build()
        self._entry.write_text(self._words, encoding="utf-8")
        self.build()
        return made


def main(sizes: Sequence[int]) -> None:
    """Measure and print."""
    host = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    print(f"{dt.datetime.now(dt.UTC):%Y-%m-%d}; {host}; {libraries}")
    for entries in sizes:
        with tempfile.TemporaryDirectory() as name:
            _measure(Dossier(Path(name), entries), entries)


def _measure(dossier: Dossier, entries: int) -> None:
    folder = dossier.folder
    dossier.cold()
    plain = (sys.executable, "-m", "tests.bench.plain", folder)
    subprocess.run([*plain, "html"], check=True)
    contestants: dict[str, Callable[[], Cost]] = {
        PLAIN: lambda: cost(plain),
        COLD: dossier.cold,
        "our build, nothing changed": dossier.build,
        "ours after an edit of an entry's summary, in both documents": lambda: dossier.edited("summary", 1),
        "ours after an edit of its challenge, in one document": lambda: dossier.edited("challenge", 1),
        "ours after an edit that adds a page": lambda: dossier.edited("challenge", PAGE),
        **{name: lambda command=command: cost(command) for name, command in commands(folder).items()},  # type: ignore[misc]
    }
    costs: dict[str, list[Cost]] = {name: [] for name in contestants}
    watched: list[float] = []
    for _ in range(ROUNDS.get(entries, 1)):
        for name, contestant in contestants.items():
            costs[name].append(contestant())
        watched.append(_watched(dossier))
    _print(costs, watched, entries, folder)


def _watched(dossier: Dossier) -> float:
    """Seconds from an edit to the first changed file on disk, while `dossier build --watch` runs and has built once."""
    process = subprocess.Popen([*BUILD, "--watch"], cwd=dossier.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = iter(process.stderr)
    _hear(said, "Watching")
    for _ in range(2):  # the first edit warms what only an edit needs
        files = _outputs(dossier.folder)
        before = {file: file.stat().st_mtime_ns for file in files}
        dossier.edit("summary", 1)
        seconds = until(lambda: any(file.stat().st_mtime_ns != before[file] for file in files))  # noqa: B023 - looked at before the next turn
        _hear(said, "Done")
    process.send_signal(signal.SIGINT)
    process.communicate()
    return seconds


def _hear(said: Iterator[str], words: str) -> None:
    """Read on to a line that begins so."""
    assert any(line.startswith(words) for line in said)


def _outputs(folder: Path) -> list[Path]:
    return sorted(file for file in (folder / "output").iterdir() if file.is_file())


def _print(costs: dict[str, list[Cost]], watched: list[float], entries: int, folder: Path) -> None:
    base = costs[PLAIN]
    print(f"\n**{entries} entries**\n\n| | seconds | ratio | processor | largest process | all processes |\n|---|--:|--:|--:|--:|--:|")
    for name, runs in costs.items():
        wall, processor, largest, together = _medians(runs)
        ratio = statistics.median(run.wall / other.wall for run, other in zip(runs, base, strict=True))
        print(f"| {name} | {wall:.2f} | {ratio:.3f} | {processor:.1f} s | {largest:.0f} MB | {together:.0f} MB |")
    ratio = statistics.median(seconds / other.wall for seconds, other in zip(watched, base, strict=True))
    print(f"| ours after an edit under `--watch`, first file on disk | {statistics.median(watched):.2f} | {ratio:.3f} | | | |")
    memory = _medians(costs[COLD])[2] / _medians(base)[2]
    each = _medians(costs[COLD])[0] / entries
    print(f"\nLargest process of a cold build over that of plain WeasyPrint: {memory:.2f}. Seconds per entry, cold: {each:.4f}.")
    files = [*_outputs(folder), *sorted((folder / "plain").glob("*.pdf")), *sorted((folder / "others").glob("*.[pd][do][fc]*"))]
    print("Sizes: " + ", ".join(f"{file.relative_to(folder)} {file.stat().st_size / 1000:,.0f} kB" for file in files) + ".", flush=True)


def _medians(runs: Sequence[Cost]) -> tuple[float, float, float, float]:
    return (
        statistics.median(run.wall for run in runs),
        statistics.median(run.processor for run in runs),
        statistics.median(run.largest for run in runs),
        statistics.median(run.together for run in runs),
    )


if __name__ == "__main__":
    main([int(given) for given in sys.argv[1:]] or [40, 200, 1000])
