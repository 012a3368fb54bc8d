"""Does tasks side by side on all cores, and none twice."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from builder.build.cache import Cache
from builder.writers.work import Task


@dataclass(frozen=True, slots=True)
class Timing:
    """How long something took."""

    what: str
    seconds: float
    """0 where an earlier build had done it."""


class Workshop:
    """Processes that live until it closes, and what earlier builds have made. Threads may use it at the same time."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._processes = ProcessPoolExecutor(os.cpu_count() or 1, mp_context=multiprocessing.get_context("spawn"), initializer=_end_in_silence)
        self.timings: list[Timing] = []
        """Of each task, in the order in which they were done."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._processes.shutdown(cancel_futures=True)
        self._cache.tidy()

    def __call__(self, tasks: Sequence[Task]) -> list[bytes]:
        """The results, in order of the tasks. Raises what a task raises."""
        keys = [task.key() for task in tasks]
        known = [self._cache.get(key) for key in keys]
        waiting = {
            number: self._processes.submit(_timed, task) for number, (task, result) in enumerate(zip(tasks, known, strict=True)) if result is None
        }
        return [
            result if result is not None else self._finished(waiting[number], tasks[number], keys[number])
            for number, result in enumerate(self._noted(tasks, known))
        ]

    def warm_up(self) -> None:
        """Have the processes load what they need while something else is done."""
        for _ in range(os.cpu_count() or 1):
            self._processes.submit(_load)

    def _noted(self, tasks: Sequence[Task], known: Sequence[bytes | None]) -> Sequence[bytes | None]:
        self.timings += [Timing(task.what, 0) for task, result in zip(tasks, known, strict=True) if result is not None]
        return known

    def _finished(self, done: Future[tuple[bytes, float]], task: Task, key: str) -> bytes:
        result, seconds = done.result()
        self._cache.put(key, result)
        self.timings.append(Timing(task.what, seconds))
        return result


def _timed(task: Task) -> tuple[bytes, float]:
    started = time.perf_counter()
    return task.run(), time.perf_counter() - started


def _load() -> None:
    """WeasyPrint takes a second to import."""
    import builder.writers.pdf.layout  # noqa: F401, PLC0415


def _end_in_silence() -> None:
    """Ends this process at once where somebody presses Ctrl+C, and when the one that started it is gone, even killed."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    parent = multiprocessing.parent_process()
    assert parent  # noqa: S101 - only called in a process of a pool

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
