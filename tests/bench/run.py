"""Runs a command and tells what it cost: time, processor, memory of its largest process and of all together."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05
"""Seconds between two looks at the memory."""
_MEGABYTE = 1024
"""In the units of /proc."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds of all its processes."""
    largest: float
    """Megabytes of its largest process."""
    together: float
    """Megabytes of all its processes at once."""


def cost(command: Sequence[str | Path], folder: Path | None = None) -> Cost:
    """Run a command to its end. Raises subprocess.CalledProcessError where it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen = _Seen(process.pid)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    seen.end()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(wall, max(seen.processor, usage.ru_utime + usage.ru_stime), seen.largest, seen.together)


def until(changed: Callable[[], bool], patience: float = 120) -> float:
    """Seconds until something holds."""
    started = time.perf_counter()
    while not changed():
        if time.perf_counter() - started > patience:
            raise TimeoutError
        time.sleep(0.002)
    return time.perf_counter() - started


class _Seen:
    """Looks at a process and all below it, again and again. What nobody waits for is not counted by the system, so times are looked at, too."""

    def __init__(self, process: int) -> None:
        self.largest = self.together = 0.0
        self._seconds: dict[int, float] = {}
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    @property
    def processor(self) -> float:
        """Seconds of all processes, as far as they were seen."""
        return sum(self._seconds.values())

    def end(self) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_EVERY):
            family = list(_family(self._process))
            sizes = [_resident(each) for each in family]
            self.largest = max([self.largest, *sizes])
            self.together = max(self.together, sum(sizes))
            self._seconds |= {each: seconds for each in family if (seconds := _busy(each))}


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = [child for thread in Path(f"/proc/{process}/task").iterdir() for child in (thread / "children").read_text().split()]
    except OSError:  # it has ended
        return
    for child in children:
        yield from _family(int(child))


def _resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / _MEGABYTE for line in lines if line.startswith("VmRSS:")), 0)


def _busy(process: int) -> float:
    """Seconds of user and system that a process itself has worked (proc_pid_stat(5), fields 14 and 15)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
