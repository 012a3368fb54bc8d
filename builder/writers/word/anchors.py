"""Bookmarks: where links lead, and what ties a paragraph of the Word file to the block it was written from."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from itertools import count

from builder.writers.word.markup import w
from builder.writers.word.paragraphs import Flow, Paragraph

_LONGEST = 40
_READABLE = re.compile(r"[a-z][a-z0-9]*([-.][a-z0-9]+)*")
_UNWANTED = re.compile(r"[^A-Za-z0-9]+")
_SLUG = 26
_DIGEST = 10


@lru_cache(maxsize=20_000)
def bookmark_name(block_id: str) -> str:
    """The bookmark of a block: a letter, then letters, digits and `_`; 40 characters at most; another for every id.

    `energy-fund.visits` becomes `energy_fund__visits`. An id that does not fit is shortened and told apart by a hash after three underscores.
    """
    if _READABLE.fullmatch(block_id):
        name = block_id.replace("-", "_").replace(".", "__")
        if len(name) <= _LONGEST:
            return name
    slug = _UNWANTED.sub("_", block_id).strip("_")[:_SLUG]
    return f"b{slug}___{sha256(block_id.encode()).hexdigest()[:_DIGEST]}"


class Anchors:
    """Gives every bookmark of a file its number."""

    def __init__(self) -> None:
        self._numbers = count()

    def marks(self, name: str) -> tuple[str, str]:
        """Where a bookmark of that name begins, and where it ends."""
        number = next(self._numbers)
        return w("bookmarkStart", id=number, name=name), w("bookmarkEnd", id=number)

    def around(self, runs: str, name: str) -> str:
        """Runs inside a paragraph, with a bookmark around them."""
        start, end = self.marks(name)
        return start + runs + end

    def enclose(self, flow: Sequence[Flow], block_id: str) -> list[Flow]:
        """What a block became, with a bookmark from inside its first paragraph to inside its last."""
        start, end = self.marks(bookmark_name(block_id))
        made = list(flow)
        made[0] = _opened(made[0], start)
        made[-1] = _closed(made[-1], end)
        return made


def _opened(one: Flow, start: str) -> Flow:
    if isinstance(one, Paragraph):
        return replace(one, content=start + one.content)
    head, properties, rest = one.partition("</w:pPr>")
    return head + properties + start + rest


def _closed(one: Flow, end: str) -> Flow:
    if isinstance(one, Paragraph):
        return replace(one, content=one.content + end)
    head, closing, rest = one.rpartition("</w:p>")
    return head + end + closing + rest
