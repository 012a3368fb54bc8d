"""The tree of a YAML file: values that remember where they stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, Protocol, TypeAlias

from builder.findings import Finding, Location

Scalar: TypeAlias = str | int | Decimal | bool | None
Plain: TypeAlias = Scalar | tuple["Plain", ...] | dict[str, "Plain"]
"""What models are made from: numbers exact, sequences as tuples."""
Keys: TypeAlias = tuple[str | int, ...]
"""The way from the root of a file to a value: keys of mappings, indices of sequences."""

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_LONGEST_EXCERPT = 400


class Mark(Protocol):
    """A place in a text, as the YAML parser gives it; all counted from 0."""

    @property
    def index(self) -> int:
        """In characters from the beginning."""

    @property
    def line(self) -> int:
        """In lines."""

    @property
    def column(self) -> int:
        """In characters from the beginning of the line."""


class Node(NamedTuple):
    """A value and where it stands. A named tuple, because a workspace has hundreds of thousands of them."""

    value: "Scalar | tuple[Node, ...] | Mapping[str, Node]"
    start: Mark
    end: Mark
    style: str
    """Of a text, the sign it begins with: `'`, `"`, `|`, `>` or nothing."""
    key: Mark | None
    """Where its key stands, for a value in a mapping."""

    @property
    def place(self) -> Mark:
        """Where somebody would look for it: the value itself when it is a scalar, else its key."""
        scalar = not isinstance(self.value, (tuple, Mapping)) and self.value is not None
        return self.start if scalar or self.key is None else self.key


def plain(node: Node) -> Plain:
    """The value without its places."""
    value = node.value
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    if isinstance(value, tuple):
        return tuple([plain(child) for child in value])
    return value  # type: ignore[return-value]  # a mapping is always a dict


@dataclass(frozen=True)
class Script:
    """The characters of a file, as lines that findings can show."""

    path: str
    """Relative to the workspace, with forward slashes."""
    text: str

    @cached_property
    def lines(self) -> Sequence[str]:
        """The lines without their ends, as YAML counts them."""
        return _LINE_END.split(self.text)

    def location(self, line: int, column: int) -> Location:
        """The place of a line and column, both counted from 0 as YAML marks count them."""
        line = min(line, len(self.lines) - 1)
        return Location(self.path, line + 1, column + 1, self.lines[line][:_LONGEST_EXCERPT])

    def location_at(self, index: int) -> Location:
        """The place of a character."""
        lines = _LINE_END.split(self.text[:index])
        return self.location(len(lines) - 1, len(lines[-1]))

    def finding(self, code: str, message: str, mark: Mark | int, hint: str) -> Finding:
        """An error at a mark, or at a character."""
        place = self.location_at(mark) if isinstance(mark, int) else self.location(mark.line, mark.column)
        return Finding(code, message, place, hint=hint)
