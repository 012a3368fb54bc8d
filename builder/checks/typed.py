"""Typed numbers, held against what the entries hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from builder.checks.held import Held, Holdings
from builder.checks.numbers import Number, numbers
from builder.checks.prose import Passage


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that somebody typed into a text."""

    passage: Passage
    number: Number
    verdict: Literal["held", "differs", "unknown"]
    held: Held | None
    """The value it repeats, or differs from."""

    @property
    def shown(self) -> str:
        """The digits as they stand in the text."""
        return self.passage.text[self.number.start : self.number.start + self.number.width]


def typed_numbers(passages: Iterable[Passage], holdings: Holdings) -> Iterator[Typed]:
    """Every typed number with what the entries say about it."""
    for passage in passages:
        for number in numbers(passage):
            yield _judged(passage, number, holdings)


def _judged(passage: Passage, number: Number, holdings: Holdings) -> Typed:
    near = _cited_around(passage, number.start)
    same = holdings.by_value.get(number.value, ())
    for held in same:
        if held.entry in near or held.entry in passage.rests_on or holdings.fits(number, held.entry, held.indicator, passage.language):
            return Typed(passage, number, "held", held)
    others = [held for entry in near for held in holdings.of_unit(number, entry, passage.language)]
    if others:
        return Typed(passage, number, "differs", others[0])
    return Typed(passage, number, "unknown", None)


def _cited_around(passage: Passage, at: int) -> tuple[str, ...]:
    """The entries that the paragraph of a character rests on; in a text of an entry, that entry."""
    if passage.kind == "entry":
        return (passage.owner,)
    start = passage.text.rfind("\n\n", 0, at) + 1
    end = passage.text.find("\n\n", at)
    paragraph = Passage(passage.file, passage.keys, passage.language, passage.text[start : end if end >= 0 else None], passage.kind, passage.owner)
    return tuple(sorted(paragraph.rests_on))
