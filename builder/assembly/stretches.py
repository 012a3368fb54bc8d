"""Where a part is divided, so that what follows begins on a new page."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.document import blocks as b
from builder.document.words import block_texts, plain

_REGISTER = 2000
"""Words of the register after which, on average, the next entry begins on a new page."""
_LINE = 100
"""Characters of a table that stand side by side on an upright page of A4, as the themes set them."""
_GAP = 3
"""Characters that would fit between two columns."""
_MANY = 6
"""Columns from which on a table may be too wide; in fewer, long words are divided."""


def stretches(kind: b.PartKind, blocks: Sequence[b.AnyBlock]) -> Iterator[tuple[list[b.AnyBlock], bool]]:
    """The blocks of a part in stretches that begin on new pages each, and whether those pages lie on their sides.

    A wide table stands on pages of its own with the headings right above it. A long register is divided so that a change in an entry leaves the
    pages of most others as they are.
    """
    for lying, stretch in groupby(zip(blocks, _lying(blocks), strict=True), key=lambda pair: pair[1]):
        together = [block for block, _ in stretch]
        for one in _divided(together) if kind == "register" else [together]:
            yield one, lying


def _lying(blocks: Sequence[b.AnyBlock]) -> list[bool]:
    """Of each block, whether it stands on a page that lies on its side."""
    found = [isinstance(block, b.Table) and is_wide(block) for block in blocks]
    for number in range(len(blocks) - 2, -1, -1):
        found[number] |= found[number + 1] and isinstance(blocks[number], b.Heading)
    return found


def is_wide(table: b.Table) -> bool:
    """Whether some word of a table with many columns is longer than its column is wide on an upright page."""
    whole = sum(column.share for column in table.columns)
    rooms = (_LINE * column.share / whole - _GAP for column in table.columns)
    return len(table.columns) >= _MANY and any(_longest_word(table, n) > room for n, room in enumerate(rooms))


def _longest_word(table: b.Table, column: int) -> int:
    cells = (row.cells[column] for row in table.rows if not row.group)
    texts = (plain(table.columns[column].title), *(plain(cell.children) for cell in cells))
    return max((len(word) for text in texts for word in text.split()), default=0)


def _divided(blocks: Sequence[b.AnyBlock]) -> Iterator[list[b.AnyBlock]]:
    """A long register in stretches of as many entries each: a power of two, so that words added to an entry hardly ever move the others."""
    entries = sum(isinstance(block, b.RegisterEntry) for block in blocks)
    words = sum(len(text.split()) for block in blocks for text in block_texts(block))
    each = 2 ** round(math.log2(max(1, _REGISTER * entries / words))) if words > _REGISTER else entries
    stretch: list[b.AnyBlock] = []
    seen = 0
    for block in blocks:
        if isinstance(block, b.RegisterEntry):
            seen += 1
            if seen > each:
                yield stretch
                stretch, seen = [], 1
        stretch.append(block)
    yield stretch
