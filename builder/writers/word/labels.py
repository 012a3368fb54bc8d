"""The labels of tables and figures, counted by a field so that Word can number anew."""

import re

from builder.writers.word.paragraphs import field, run
from builder.writers.word.referring import labelled
from builder.writers.word.writing import Writing

_COUNTED = re.compile(r"(?P<name>\w+)(?P<space>\s)(?P<number>\d+)")


def label(words: str, style: str, block_id: str, writing: Writing, narrowed: int | None = None) -> str:
    """The label of a block: `Table 2` ends in a field that counts the tables; any other label is plain, and `narrowed` percent wide where given."""
    return labelled(block_id, words, writing, lambda piece: _label(piece, style, narrowed))


def _label(words: str, style: str, narrowed: int | None) -> str:
    found = _COUNTED.fullmatch(words)
    if found is None:
        return run(words, style, narrowed)
    return run(found["name"] + found["space"], style) + field(f"SEQ {found['name']} \\* ARABIC", run(found["number"], style))
