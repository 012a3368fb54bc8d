"""Compares what two tell of a document, aspect by aspect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from builder.parity.said import ASPECTS, Aspect, Said, folded, shown

_AROUND = 30
_NOTHING = "(nothing)"


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two say different things."""

    aspect: Aspect
    place: int
    """Number of the piece, from 1; of the text, number of the character, white space left out."""
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Check:
    """One aspect of one file held against what the document says."""

    file: str
    aspect: Aspect
    pieces: int
    """How many pieces were compared: the check saw something."""
    difference: Difference | None


def compare(file: str, expected: Said, found: Said) -> tuple[Check, ...]:
    """A check for each aspect, in their order."""
    return tuple(Check(file, aspect, len(expected[aspect]), _difference(aspect, expected[aspect], found[aspect])) for aspect in ASPECTS)


def _difference(aspect: Aspect, expected: Sequence[str], found: Sequence[str]) -> Difference | None:
    match aspect:
        case "text":
            return _first_character(expected, found)
        case "tables":
            return _first_missing(aspect, expected, found)
        case "captions":
            return _first_missing(aspect, expected, [_beginning(other, expected) for other in found])
        case _:
            return _first(aspect, expected, found)


def _beginning(caption: str, labels: Sequence[str]) -> str:
    """The label that a caption begins with, else its words."""
    return max((label for label in labels if folded(caption).startswith(folded(label))), key=len, default=caption)


def _first(aspect: Aspect, expected: Sequence[str], found: Sequence[str]) -> Difference | None:
    """The first piece that is not the same."""
    for place, (one, other) in enumerate(zip_longest(expected, found), 1):
        if one is None or other is None or folded(one) != folded(other):
            return Difference(aspect, place, _NOTHING if one is None else shown(one), _NOTHING if other is None else shown(other))
    return None


def _first_missing(aspect: Aspect, expected: Sequence[str], found: Sequence[str]) -> Difference | None:
    """The first table or label that is not there, in order; a file has further ones, of things put side by side and of headings."""
    left = iter(enumerate(found, 1))
    for place, one in enumerate(expected, 1):
        wanted = folded(one)
        if not any(folded(other) == wanted for _, other in left):
            return Difference(aspect, place, shown(one), shown(_nearest(wanted, found)))
    return None


def _nearest(wanted: str, found: Sequence[str]) -> str:
    """The piece that begins most like the one wanted."""

    def alike(other: str) -> int:
        return next((n for n, (one, two) in enumerate(zip(wanted, folded(other), strict=False)) if one != two), min(len(wanted), len(folded(other))))

    return max(found, key=alike, default=_NOTHING)


def _first_character(expected: Sequence[str], found: Sequence[str]) -> Difference | None:
    """The first character that is not the same, whichever pieces the words stand in."""
    one, other = folded("".join(expected)), folded("".join(found))
    if one == other:
        return None
    at = next((n for n, (a, c) in enumerate(zip(one, other, strict=False)) if a != c), min(len(one), len(other)))
    return Difference("text", at + 1, _around(one, at), _around(other, at))


def _around(text: str, at: int) -> str:
    return f"{text[max(0, at - _AROUND) : at]}▸{text[at : at + _AROUND]}"


def failed(checks: Sequence[Check]) -> Iterator[Check]:
    """The checks that found a difference."""
    return (check for check in checks if check.difference)
