"""The tasks of a build beside the printing of PDFs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from builder.document import blocks as b
from builder.inspection.measure import measure
from builder.inspection.measured import Measured
from builder.reading.theme import Theme
from builder.reading.words import read_words
from builder.writers.html_page import style_sheet
from builder.writers.pdf.files import font_digests, part_pictures
from builder.writers.work import digest

MEASURED: TypeAdapter[Measured] = TypeAdapter(Measured)
"""Measures as JSON."""


@dataclass(frozen=True, slots=True)
class WriteWord:
    """Writes the Word file of a document."""

    document: b.Document
    theme: Theme
    folder: Path
    page_of: Mapping[str, int]

    @property
    def what(self) -> str:
        """The name of the file."""
        return f"{self.document.id}.{self.document.language}.docx, written"

    def key(self) -> str:
        """A digest of the document, its look, its page numbers and its pictures."""
        pictures = (each for part in part_pictures(self.document, self.folder).values() for each in part)
        look = (repr(self.theme), repr(self.theme.city_styles), *font_digests(self.theme.own_fonts))
        return digest("word", repr(self.document), *look, repr(self.page_of), *pictures)

    def run(self) -> bytes:
        """The finished Word file."""
        from builder.writers.word import write_word  # noqa: PLC0415 - heavy, and done in another process

        return write_word(self.document, self.theme, self.folder, self.page_of)


@dataclass(frozen=True, slots=True)
class WritePage:
    """Writes the page for the screen."""

    document: b.Document
    theme: Theme
    folder: Path

    @property
    def what(self) -> str:
        """The name of the file."""
        return f"{self.document.id}.{self.document.language}.html, written"

    def key(self) -> str:
        """A digest of the document, its look and its pictures."""
        pictures = (each for part in part_pictures(self.document, self.folder).values() for each in part)
        style, words = style_sheet(self.folder, "screen.css"), repr(read_words(self.folder, self.document.language))
        return digest("page", repr(self.document), repr(self.theme), style, words, *font_digests(self.theme.own_fonts), *pictures)

    def run(self) -> bytes:
        """The finished page."""
        from builder.writers.page import write_page  # noqa: PLC0415 - heavy, and done in another process

        return write_page(self.document, self.theme, self.folder).encode()


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures a finished file."""

    name: str
    data: bytes

    @property
    def what(self) -> str:
        """The name of the file."""
        return f"{self.name}, measured"

    def key(self) -> str:
        """A digest of the file."""
        return digest("measure", self.name, self.data)

    def run(self) -> bytes:
        """What was measured, as JSON."""
        return MEASURED.dump_json(measure(self.name, self.data))
