"""What is printed: the tasks for a document's parts and for its binding. WeasyPrint is not needed here, but where they are done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.html import part_html
from builder.writers.html_page import Foot, page_html, style_sheet, theme_css
from builder.writers.html_setting import Setting
from builder.writers.pdf.files import Enclosed, Look, enclosed, part_pictures
from builder.writers.pdf.printed import Printed
from builder.writers.work import digest

if TYPE_CHECKING:
    from builder.writers.work import Task


class Press:
    """Knows what one document is printed with."""

    def __init__(self, document: b.Document, theme: Theme, folder: Path) -> None:
        self._document = document
        self._name = f"{document.id}.{document.language}.pdf"
        self._theme = theme
        self._folder = folder
        self._style = style_sheet(folder, "print.css")
        self._pictures = part_pictures(document, folder)
        self._enclosed = enclosed(document, folder)

    def part(self, part: b.Part, page_of: Mapping[str, int]) -> "Task":
        """The printing of a part; `page_of` gives the pages for contents."""
        html = page_html(self._document, self._theme, part_html(part, Setting(self._theme, page_of)))
        return PrintPart(f"{self._name}, {part.id}", html, part.id, self._look("title"), self._pictures[part.id])

    def frames(self, printed: Sequence[Printed]) -> "Task":
        """The printing of the page numbers of parts."""
        html = page_html(self._document, self._theme, "")
        kinds = tuple(page.kind for part in printed for page in part.pages)
        return PrintFrames(f"{self._name}, page numbers", html, kinds, self._look("number"), self._enclosed)

    def binding(self, frames: bytes, printed: Sequence[Printed]) -> "Task":
        """The binding of the printed parts."""
        return BindParts(f"{self._name}, bound", frames, tuple(printed))

    def _look(self, foot: Foot) -> Look:
        return Look(theme_css(self._document, self._theme, {foot}) + self._style, self._folder, self._theme.own_fonts)


@dataclass(frozen=True, slots=True)
class PrintPart:
    """Prints a part."""

    what: str
    html: str
    name: str
    look: Look
    pictures: tuple[str, ...]
    """A digest of each picture in it."""

    def key(self) -> str:
        """A digest of the page, its look and its pictures."""
        return digest("part", self.html, self.name, self.look.key(), *self.pictures)

    def run(self) -> bytes:
        """The printed part, written."""
        from builder.writers.pdf.layout import print_part  # noqa: PLC0415 - WeasyPrint takes a second to import

        return print_part(self.html, self.name, self.look).written()


@dataclass(frozen=True, slots=True)
class PrintFrames:
    """Prints what stands on pages beside the parts: their numbers."""

    what: str
    html: str
    """A page without content: what the file says of itself."""
    kinds: tuple[str, ...]
    """Of the pages."""
    look: Look
    enclosed: tuple[Enclosed, ...]

    def key(self) -> str:
        """A digest of the kinds of pages, their look, what the file says of itself, and what is enclosed."""
        return digest("frames", self.html, *self.kinds, self.look.key(), *(repr(each) for each in self.enclosed))

    def run(self) -> bytes:
        """A PDF of as many pages."""
        from builder.writers.pdf.layout import print_frames  # noqa: PLC0415

        return print_frames(self.html, self.kinds, self.look, self.enclosed)


@dataclass(frozen=True, slots=True)
class BindParts:
    """Binds printed parts into one file."""

    what: str
    frames: bytes
    printed: tuple[Printed, ...]

    def key(self) -> str:
        """A digest of the frames and the parts."""
        return digest("binding", self.frames, *(part.written() for part in self.printed))

    def run(self) -> bytes:
        """The finished PDF."""
        from builder.writers.pdf.bind import bind  # noqa: PLC0415 - pikepdf is not needed where a build knows the result

        return bind(self.frames, self.printed)
