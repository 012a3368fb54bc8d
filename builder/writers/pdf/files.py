"""What a PDF takes from files: its style sheet, its fonts, its pictures, and what it encloses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.document import blocks as b
from builder.findings import DossierError, Finding, Location
from builder.writers.work import digest

_MOST_PIXELS = 50_000_000
"""A picture with more takes seconds and gigabytes to lay out."""


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
    """A digest of each picture of each part, by the part's id.

    Raises DossierError (E305) that names every picture which is missing, outside the workspace, unreadable or too large.
    """
    troubles = [
        Finding("E305", f"the picture {picture.file} {trouble}", picture.origin)
        for part in document.parts
        for picture in _pictures(part)
        if (trouble := _trouble(picture, folder))
    ]
    if troubles:
        raise DossierError(troubles)
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


def _pictures(part: b.Part) -> Iterator[b.Picture]:
    return (block for block in part.blocks if isinstance(block, b.Picture))


def _files(part: b.Part) -> Iterator[str]:
    for block in part.blocks:
        if isinstance(block, b.Picture):
            yield block.file
        elif isinstance(block, b.Cover) and block.logo:
            yield block.logo.file


def _trouble(picture: b.Picture, folder: Path) -> str:
    """What is wrong with a picture, or nothing."""
    from PIL import Image  # noqa: PLC0415 - wanted only where there are pictures

    file = (folder / picture.file).resolve()
    if not file.is_relative_to(folder.resolve()):
        return "lies outside the workspace"
    if not file.is_file():
        return "is missing"
    try:
        with Image.open(file) as image:
            image.verify()
            pixels = image.width * image.height
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "cannot be read as a picture"
    return f"has more than {_MOST_PIXELS:,} pixels" if pixels > _MOST_PIXELS else ""
