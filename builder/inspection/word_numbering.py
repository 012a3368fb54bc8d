"""Counts the items of lists in a Word file, as Word does when it shows them.

Numberings of the same kind count on from one another, unless one says where it starts: then it does so the first time it is used.
"""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    pattern: str
    """`%2.` shows the count of the second level and a full stop; empty where items bear a mark without number."""
    start: int


@dataclass(frozen=True, slots=True)
class _Numbering:
    kind: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    """Levels that start anew with this numbering, and at what."""


@dataclass(frozen=True, slots=True)
class Counter:
    """The counts so far of every list in the file."""

    numberings: dict[str, _Numbering]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By kind and level."""
    started: set[tuple[str, int]] = field(default_factory=set)
    """Numberings and levels that have started."""

    def count(self, paragraph: Element) -> str:
        """Count a paragraph; returns its number as it is shown, `9.`, or nothing where it has none."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        number, level = ("", 0) if properties is None else (_child(properties, "numId"), int(_child(properties, "ilvl") or 0))
        numbering = self.numberings.get(number)
        if numbering is None or level not in numbering.levels:
            return ""
        counts = self.counts.setdefault(numbering.kind, {})
        if level in numbering.starts and (number, level) not in self.started:
            counts[level] = numbering.starts[level]
        else:
            counts[level] = counts.get(level, numbering.levels[level].start - 1) + 1
        self.started.add((number, level))
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return _PLACE.sub(lambda found: str(counts.get(int(found[1]) - 1, 0)), numbering.levels[level].pattern)


def counter(numbering: Element | None) -> Counter:
    """A counter for the numbering part; a file without one has no numbered items."""
    if numbering is None:
        return Counter({})
    kinds = {_value(made, "abstractNumId"): _levels(made) for made in numbering.iterfind(f"{_W}abstractNum")}
    return Counter({_value(num, "numId"): _numbering(num, kinds) for num in numbering.iterfind(f"{_W}num")})


def _numbering(num: Element, kinds: dict[str, dict[int, _Level]]) -> _Numbering:
    overrides = {int(_value(made, "ilvl")): _child(made, "startOverride") for made in num.iterfind(f"{_W}lvlOverride")}
    kind = _child(num, "abstractNumId")
    return _Numbering(kind, kinds[kind], {level: int(start) for level, start in overrides.items() if start})


def _levels(abstract: Element) -> dict[int, _Level]:
    return {int(_value(made, "ilvl")): _level(made) for made in abstract.iterfind(f"{_W}lvl")}


def _level(made: Element) -> _Level:
    counted = _child(made, "numFmt") not in {"bullet", "none"}
    return _Level(_child(made, "lvlText") if counted else "", int(_child(made, "start") or 1))


def _value(made: Element, name: str) -> str:
    return made.get(f"{_W}{name}", "")


def _child(made: Element, name: str) -> str:
    found = made.find(f"{_W}{name}")
    return "" if found is None else _value(found, "val")
