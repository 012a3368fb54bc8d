"""A passage of text as somebody wrote it, and what its references lead to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from builder.document.inlines import CitationMark, Value
from builder.findings import Location


@dataclass(frozen=True, slots=True)
class Passage:
    """Markdown from one field of one file, in one language."""

    id: str
    """What the ids of its blocks begin with."""
    text: str
    language: str
    locate: Callable[[int], Location]
    """The place of a character, by its offset in the text."""
    field: str = ""
    """Its keys in the file: `answers.tests.text`."""


class ReferenceProblem(Exception):  # noqa: N818 - it becomes a finding, not a crash
    """A reference in a text leads nowhere."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


class References(Protocol):
    """What a text may refer to."""

    def citation(self, target: str, locator: str) -> CitationMark:
        """The numbered mark for `entry`, `entry#claim` or a shared source; raises ReferenceProblem."""
        ...

    def value(self, reference: str) -> Value:
        """The typeset value for `entry.indicator@date:form`; raises ReferenceProblem."""
        ...

    def footnote(self) -> int:
        """The number of the next footnote."""
        ...
