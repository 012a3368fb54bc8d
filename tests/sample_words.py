"""What the parts of the sample document share: the choice between two languages, and citations."""

from dataclasses import dataclass
from typing import Literal

from builder.document import inlines as i
from builder.findings import Location

ORIGIN = Location("evidence/experimenting/response.yaml", 3, 1)
Language = Literal["en", "sv"]
ENTRIES = {1: "city-challenges", 2: "h22-city-expo", 3: "three-pipes", 4: "annual-report"}
"""Entries by citation number."""


@dataclass(frozen=True, slots=True)
class Words:
    """Chooses between the wordings of two languages."""

    language: Language

    def __call__(self, en: str, sv: str) -> str:
        return en if self.language == "en" else sv

    def text(self, en: str, sv: str) -> i.Inlines:
        """The wording as inlines."""
        return (i.Text(self(en, sv)),)


def written(name: str, field: str, children: i.Inlines) -> i.Inlines:
    """Words that a field holds; `name` is their id."""
    return (i.Written(name, field, Location(ORIGIN.path, 5), children),)


def cite(*numbers: int, at: str = "") -> i.Citation:
    """A citation of entries; `at` is where in the last of them. Number 4 is a line in the list of sources, 9 is not in the document."""
    targets = {number: f"reference-{entry}" if number == 4 else f"entry-{entry}" for number, entry in ENTRIES.items()}
    return i.Citation(
        tuple(
            i.CitationMark(number, ENTRIES.get(number, "elsewhere"), targets.get(number, ""), at if number == numbers[-1] else "")
            for number in numbers
        )
    )
