"""Does tasks side by side on all cores, and none twice."""

import gc
import importlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from builder.build.cache import Cache
from builder.writers.work import Task

_HEAVY = ("builder.writers.pdf.layout", "builder.writers.pdf.bind")
"""Modules that the first tasks need; WeasyPrint takes most of a second to load."""


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
        self._context = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
        self._processes = ProcessPoolExecutor(os.cpu_count() or 1, mp_context=self._context, initializer=_end_in_silence)
        self._warming: threading.Thread | None = None
        self.timings: list[Timing] = []
        """Of each task, in the order in which they were done."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._warming:
            self._warming.join()
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
        """Have the processes load what they need while something else is done; where they can be forks, it is loaded once for all of them."""
        if self._warming is None:
            self._context.set_forkserver_preload(list(_HEAVY))
            self._warming = threading.Thread(target=self._start)  # a process that shall be forked is waited for
            self._warming.start()

    def _start(self) -> None:
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
    gc.freeze()  # what was there before need not be looked through
    result = task.run()
    gc.collect()  # a layout leaves cycles, which would lie about until the next one has made as many
    return result, time.perf_counter() - started


def _load() -> None:
    for name in _HEAVY:
        importlib.import_module(name)


def _end_in_silence() -> None:
    """Ends this process at once where somebody presses Ctrl+C, and when the one that started it is gone, even killed."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(1))
    parent = multiprocessing.parent_process()
    assert parent  # noqa: S101 - only called in a process of a pool

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
