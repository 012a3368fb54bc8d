"""The pictures that a document shows: whether they can be shown, and their bytes within a page."""

import base64
import re
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from builder.document import blocks as b
from builder.findings import DossierError, Finding
from builder.writers.coarser import coarser
from builder.writers.html import WORKSPACE
from builder.writers.picture_size import MAIN

_MOST_PIXELS = 50_000_000
"""A picture with more takes seconds and gigabytes to lay out."""
_ADDRESS = re.compile(f'src="{WORKSPACE}:([^"]+)"')


def check_pictures(document: b.Document, folder: Path) -> None:
    """Raise DossierError (E305) that names every picture which is missing, outside the workspace, unreadable or too large."""
    pictures = [block for part in document.parts for block in part.blocks if isinstance(block, b.Picture)]
    findings = [
        Finding("E305", f"the picture {picture.file} {trouble}", picture.origin) for picture in pictures if (trouble := _trouble(picture, folder))
    ]
    if findings:
        raise DossierError(findings)


def with_pictures(html: str, folder: Path) -> str:
    """The HTML with pictures of the workspace in place of their addresses, as coarse as in the PDF."""
    return _ADDRESS.sub(lambda found: _embedded(folder / unquote(found[1])), html)


def _embedded(file: Path) -> str:
    from PIL import Image  # noqa: PLC0415 - heavy, and wanted only where there are pictures

    data = coarser(file.read_bytes(), MAIN)
    with Image.open(BytesIO(data)) as image:
        kind = "png" if image.format == "PNG" else "jpeg"  # pictures of some cameras call themselves by another name
        size = f'width="{image.width}" height="{image.height}"'
    return f'{size} src="data:image/{kind};base64,{base64.b64encode(data).decode()}"'


def _trouble(picture: b.Picture, folder: Path) -> str:
    """What is wrong with a picture, or nothing."""
    from PIL import Image  # noqa: PLC0415 - heavy, and wanted only where there are pictures

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
