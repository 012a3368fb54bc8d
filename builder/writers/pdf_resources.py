"""What a layout may read: pictures of the workspace and the built-in style folder, nothing else.

Addresses have schemes of their own, `workspace:` and `style:`, so that the bytes of a PDF do not depend on where a workspace lies.
"""

import datetime as dt
import io
from pathlib import Path
from urllib.parse import unquote

from PIL import Image
from weasyprint import Attachment
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from builder.document import blocks as b
from builder.findings import DossierError, Finding, Location
from builder.resources import builtin
from builder.writers.html import WORKSPACE

_NO_DAY = "2000-01-01"
_MOST_PIXELS = 50_000_000
"""A picture with more takes seconds and gigabytes to lay out."""


class Resources(URLFetcher):  # type: ignore[misc]
    """Serves files of the workspace and of the style folder; any other address stops the layout."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=())
        self._roots = {WORKSPACE: folder, "style": builtin("style")}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - the name is the library's
        """The bytes of the file; raises FatalURLFetchingError where it may not or cannot be read."""
        scheme, _, path = url.partition(":")
        root = self._roots.get(scheme)
        if root is None:
            raise FatalURLFetchingError(url)
        file = (root / unquote(path)).resolve()
        if not (file.is_relative_to(root.resolve()) and file.is_file()):
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, file.read_bytes())


def check_pictures(document: b.Document, folder: Path) -> None:
    """Raise DossierError (E305) that names every picture which is missing, outside the workspace, unreadable or too large."""
    pictures = [block for part in document.parts for block in part.blocks if isinstance(block, b.Picture)]
    findings = [
        Finding("E305", f"the picture {picture.file} {trouble}", picture.origin) for picture in pictures if (trouble := _trouble(picture, folder))
    ]
    if findings:
        raise DossierError(findings)


def attachments(document: b.Document, folder: Path) -> list[Attachment]:
    """The files that travel inside the PDF; their dates are that of the document, so that the bytes do not depend on the machine.

    Raises DossierError (E305) for a file that is missing or lies outside the workspace.
    """
    made = []
    day = dt.datetime.fromisoformat(document.date or _NO_DAY).replace(tzinfo=dt.UTC)
    for each in document.attachments:
        file = (folder / each.file).resolve()
        if not (file.is_relative_to(folder.resolve()) and file.is_file()):
            raise DossierError([Finding("E305", "this file cannot be attached", Location(each.file), hint="Put it into the workspace.")])
        made.append(
            Attachment(
                file_obj=io.BytesIO(file.read_bytes()),
                name=each.name,
                description=each.description,
                created=day,
                modified=day,
                relationship=each.relationship,
            )
        )
    return made


def _trouble(picture: b.Picture, folder: Path) -> str:
    """What is wrong with a picture, or nothing."""
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
