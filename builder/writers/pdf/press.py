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

    def binding(self, printed: Sequence[bytes]) -> "Task":
        """The binding of the printed parts."""
        html = page_html(self._document, self._theme, "")
        return BindParts(f"{self._name}, bound", html, self._look("number"), self._enclosed, tuple(printed))

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
class BindParts:
    """Binds printed parts into one file."""

    what: str
    html: str
    """A page without content: what the file says of itself."""
    look: Look
    enclosed: tuple[Enclosed, ...]
    printed: tuple[bytes, ...]

    def key(self) -> str:
        """A digest of the parts, what holds them together, and what is enclosed."""
        return digest("binding", self.html, self.look.key(), *(repr(each) for each in self.enclosed), *self.printed)

    def run(self) -> bytes:
        """The finished PDF."""
        from builder.writers.pdf.bind import bind  # noqa: PLC0415
        from builder.writers.pdf.layout import print_frames  # noqa: PLC0415

        printed = [Printed.read(part) for part in self.printed]
        frames = print_frames(self.html, self.look, self.enclosed, [page for part in printed for page in part.pages])
        return bind(frames, [part.pdf for part in printed])
