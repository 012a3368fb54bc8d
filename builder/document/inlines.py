"""What stands inside a line of text."""

from dataclasses import dataclass

from builder.findings import Location


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are printed."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words and titles of works."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be read one by one: an identifier, a file name."""

    text: str


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Words in another language than their surroundings, such as a text that still lacks its translation."""

    language: str
    """A BCP 47 tag: `en`, `sv`."""
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Words from one field of a file, where a block holds those of several."""

    id: str
    """That of the block, then what tells the field from the others of the block: `entry.fair.claims.streets.text`."""
    field: str
    """Its keys in the file: `claims.streets.text`."""
    origin: Location
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the document."""

    children: tuple["Inline", ...]
    url: str


@dataclass(frozen=True, slots=True)
class CitationMark:
    """One of the numbers in a citation."""

    number: int
    """Counted in order of appearance in the dossier, from 1."""
    entry: str
    """Id of the evidence entry or shared source."""
    target: str
    """Id of the block that holds it in this document; empty when it is not in this document."""
    locator: str = ""
    """Where in the source: `p. 12`."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The mark in the text that points to evidence: raised numbers, with locators in brackets after their number."""

    marks: tuple[CitationMark, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity taken from the evidence, typeset for the document's language."""

    text: str
    reference: str
    """`entry.indicator`, or `applicant.population`."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Words that lead to another block of this document."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page; in the line stands its number."""

    number: int
    """Counted through the document, from 1."""
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line that ends before the margin, because the words mean it so."""


Inline = Text | Strong | Emphasis | Code | InLanguage | Written | Link | Citation | Value | CrossReference | Footnote | LineBreak
Inlines = tuple[Inline, ...]
