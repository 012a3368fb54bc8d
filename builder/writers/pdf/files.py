"""What a PDF takes from files: its style sheet, its fonts, its pictures, and what it encloses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.document import blocks as b
from builder.findings import DossierError, Finding, Location
from builder.writers.picture_files import check_pictures
from builder.writers.work import digest


@dataclass(frozen=True, slots=True)
class Look:
    """What every layout of a document uses."""

    style: str
    """The style sheet."""
    folder: Path
    """The workspace, where pictures lie."""
    own_fonts: Path | None
    """The workspace's folder of fonts."""

    def key(self) -> str:
        """A digest of the style sheet and the fonts; pictures belong to the parts they stand in."""
        return digest(self.style, *font_digests(self.own_fonts))


def part_pictures(document: b.Document, folder: Path) -> Mapping[str, tuple[str, ...]]:
    """A digest of each picture of each part, by the part's id. Raises DossierError (E305) as `check_pictures` does."""
    check_pictures(document, folder)
    return {part.id: tuple(digest((folder / file).read_bytes()) for file in _files(part)) for part in document.parts}


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that travels inside the PDF."""

    attachment: b.Attachment
    date: str
    """Of the document, YYYY-MM-DD or empty, so that the bytes do not depend on the machine."""
    checksum: str


def enclosed(document: b.Document, folder: Path) -> tuple[Enclosed, ...]:
    """The files that travel inside the PDF. Raises DossierError (E305) for a file that is missing or lies outside the workspace."""
    made = []
    for each in document.attachments:
        file = (folder / each.file).resolve()
        if not (file.is_relative_to(folder.resolve()) and file.is_file()):
            raise DossierError([Finding("E305", "this file cannot be attached", Location(each.file), hint="Put it into the workspace.")])
        made.append(Enclosed(each, document.date, digest(file.read_bytes())))
    return tuple(made)


def font_digests(own: Path | None) -> list[str]:
    """A digest of each file in the workspace's folder of fonts; the fonts of the package belong to the program."""
    return [digest(file.name, file.read_bytes()) for file in sorted(own.iterdir()) if file.is_file()] if own else []


def _files(part: b.Part) -> Iterator[str]:
    for block in part.blocks:
        if isinstance(block, b.Picture):
            yield block.file
        elif isinstance(block, b.Cover) and block.logo:
            yield block.logo.file
