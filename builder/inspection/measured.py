"""What was measured on a finished file, whoever made it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Role = Literal["body", "heading", "table", "note", "caption", "foot"]
"""What a piece of text is: `foot` are page numbers and running heads; without tags all text is `body`."""
PLACEHOLDERS = (
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\?\?\?+|(?i:\blorem ipsum\b)|\[(?i:insert|fill in|xx+|your|infoga|fyll i|ange)\b[^\[\]\n]{0,80}\]"
    r"|(?i:click (?:or tap )?here to enter text|klicka (?:eller tryck )?här för att ange text)"
    r"|(?i:error! (?:bookmark|reference)[^.\n]{0,30}|fel! (?:hittar inte|bokmärket)[^.\n]{0,30})"
)
"""A pattern of instructions to the writer, and of what Word prints for a field that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page."""

    page: int
    """Counted from 1; 0 where the file has no pages of its own."""
    text: str
    """The words there."""
    left: float
    """In millimetres from the left edge."""
    top: float
    """In millimetres from the upper edge."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Smallest distances to the edges of a page, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    def least(self) -> tuple[str, float]:
        """The edge that is nearest, and how near."""
        return min((("left", self.left), ("upper", self.top), ("right", self.right), ("lower", self.bottom)), key=lambda item: item[1])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a PDF as it is seen, turned and cut; or a section of a Word file."""

    page: int
    """Counted from 1; 0 for a section."""
    width: float
    """In points, 1/72 inch."""
    height: float
    text: Edges | None
    """Of running text, page numbers and running heads apart where tags tell them; the margins of a section. Nothing where there is no text."""
    ink: Edges | None
    """Of everything that is drawn, page-filling grounds included."""
    nearest: Spot | None
    """The text that is nearest to an edge."""


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A size of type and how much is set in it."""

    role: Role
    points: float
    characters: int
    first: Spot


@dataclass(frozen=True, slots=True)
class Face:
    """A font that is used."""

    name: str
    """Without the prefix of a subset."""
    embedded: bool


@dataclass(frozen=True, slots=True)
class Section:
    """The text from one heading or bookmark to the next."""

    title: str
    level: int
    """Of its heading, 1 for the highest; 0 for text before the first."""
    page: int
    words: int
    characters: int
    """With one space between words."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A finished file, measured."""

    name: str
    kind: Literal["pdf", "docx"]
    size: int
    """In bytes."""
    pages: int | None
    """Nothing where only a layout could tell."""
    sheets: tuple[Sheet, ...]
    sizes: tuple[TypeSize, ...]
    """Largest share first."""
    faces: tuple[Face, ...]
    sections: tuple[Section, ...]
    tagged: bool
    language: str
    title: str
    links: tuple[str, ...]
    """Addresses outside the file."""
    placeholders: tuple[Spot, ...]
    without_alternative: int
    """Figures that nobody described."""
    remarks: int
    """Comments and tracked changes left in it."""
    claims: tuple[str, ...]
    """What it says it conforms to: `PDF/A-3a`, `PDF/UA-1`."""
    blank: tuple[int, ...]
    """Pages with nothing on them."""

    @property
    def words(self) -> int:
        """In the whole file."""
        return sum(section.words for section in self.sections)

    @property
    def characters(self) -> int:
        """In the whole file, with one space between words."""
        return sum(section.characters for section in self.sections)

    def size_of(self, role: Role) -> float | None:
        """The size in which most characters of a role are set."""
        counts: Mapping[float, int] = {each.points: each.characters for each in self.sizes if each.role == role}
        return max(counts, key=lambda points: counts[points]) if counts else None
