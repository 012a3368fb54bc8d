"""Work that is worth doing side by side and keeping: a task says all that its result depends on."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol

from builder.resources import program


class Task(Protocol):
    """A piece of work on frozen values, which gives the same bytes each time."""

    @property
    def what(self) -> str:
        """What it is, for people who look where the time goes."""

    def key(self) -> str:
        """Tells this task from all with another result: a digest of everything that its result depends on."""

    def run(self) -> bytes:
        """Do it."""


class Work(Protocol):
    """Does tasks, one after the other or side by side, and may know some results already."""

    def __call__(self, tasks: Sequence[Task]) -> list[bytes]:
        """The results, in order of the tasks. Raises what a task raises."""


def one_by_one(tasks: Sequence[Task]) -> list[bytes]:
    """Does each task here and now."""
    return [task.run() for task in tasks]


def digest(*pieces: str | bytes) -> str:
    """SHA-256 of the program and these pieces, each told apart from the next."""
    whole = sha256(program().encode())
    for piece in pieces:
        data = piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()
