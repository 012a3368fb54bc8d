"""`dossier build --watch` stays, builds after each change, and survives what people do to their files."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.small_workspace import FILES, small_workspace

FAIR = "evidence/openness/fair.yaml"
PATIENCE = 60


class Watching:
    """A running `dossier build --watch`, and what it has said so far."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-u", "-m", "builder", "build", str(folder), "--watch", "--language", "en", "--format", "pdf"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
        self._lines: list[str] = []
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.append(line)

    def end(self) -> None:
        """Stop it, whatever it does."""
        self.process.kill()
        self.process.wait()
        self._listener.join()
        assert self.process.stdout
        self.process.stdout.close()

    @property
    def said(self) -> str:
        return "".join(self._lines)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.05)


@contextmanager
def watching(folder: Path) -> Iterator[Watching]:
    one = Watching(folder)
    try:
        yield one
    finally:
        one.end()


def test_it_builds_after_each_change_and_survives_errors(tmp_path: Path) -> None:
    """A half-written file is told and the files stay; once it is mended they are made anew. Ctrl+C ends it without fuss."""
    small_workspace(tmp_path)
    pdf = tmp_path / "output" / "application.en.pdf"
    with watching(tmp_path) as one:
        one.until(lambda: "Watching for changes" in one.said)
        first = pdf.read_bytes()
        (tmp_path / FAIR).write_text("title: [unclosed\n")
        one.until(lambda: "error[" in one.said)
        assert f"changed: {FAIR}" in one.said
        assert pdf.read_bytes() == first
        (tmp_path / FAIR).write_text(FILES[FAIR].replace("The streets were a fair.", "The streets were a wide fair."))
        one.until(lambda: one.said.count("Done in") == 2)
        assert pdf.read_bytes() != first
        (tmp_path / "templates").mkdir()
        (tmp_path / "templates/application.md.j2").write_text("{{ nothing }}\n")
        one.until(lambda: "E301" in one.said)
        os.killpg(one.process.pid, signal.SIGINT)  # as a terminal does: to the program and to all that it has started
        assert one.process.wait(PATIENCE) == 0
    assert "Traceback" not in one.said
    assert "KeyboardInterrupt" not in one.said


def test_a_change_while_the_first_build_is_at_work_is_not_lost(tmp_path: Path) -> None:
    """The watch begins before the build."""
    small_workspace(tmp_path)
    with watching(tmp_path) as one:
        one.until(lambda: "made application.en.pdf" in one.said)
        (tmp_path / FAIR).write_text(FILES[FAIR].replace("The streets were a fair.", "The streets were a wide fair."))
        one.until(lambda: one.said.count("Done in") == 2)
    assert f"changed: {FAIR}" in one.said


def test_a_file_that_an_editor_puts_in_the_place_of_another_is_told_by_its_name(tmp_path: Path) -> None:
    """Not by the name under which it was written first."""
    small_workspace(tmp_path)
    with watching(tmp_path) as one:
        one.until(lambda: "Watching for changes" in one.said)
        new = tmp_path / "evidence/openness/written-first"
        new.write_text(FILES[FAIR].replace("The streets were a fair.", "The streets were a wide fair."))
        new.replace(tmp_path / FAIR)
        one.until(lambda: one.said.count("Done in") == 2)
    assert f"changed: {FAIR}\n" in one.said
    assert "written-first" not in one.said
