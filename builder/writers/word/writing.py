"""What the blocks of one Word file share while they are written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.word.anchors import Anchors
from builder.writers.word.grid import Grid
from builder.writers.word.numbering import Numbering
from builder.writers.word.package import Package


@dataclass(frozen=True, slots=True)
class Writing:
    """The file so far, and what it is written with."""

    theme: Theme
    grid: Grid
    folder: Path
    """Where the files of pictures start from."""
    page_of: Mapping[str, int]
    """Page by block id, as far as known."""
    numbering: Numbering
    referred: Mapping[str, tuple[str, ...]]
    """By id of a block, the words of its own that something refers to it by."""
    package: Package = field(default_factory=Package)
    anchors: Anchors = field(default_factory=Anchors)
    notes: list[str] = field(default_factory=list)
    """The footnotes so far."""
    drawings: "count[int]" = field(default_factory=lambda: count(1))
    """Numbers of the drawings to come."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    part: b.PartKind
    previous: b.AnyBlock | None
    """The block before it in its part."""
    dense: bool = False
    """Blocks stand closer, so that an opener with many open points stays on its page."""
