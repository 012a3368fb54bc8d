"""Draws the pictures of pages that the documentation shows, from this repository's own dossier: `python docs/pictures.py`."""

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL.Image import Image

from builder.assembly.assemble import assemble
from builder.document import blocks as b
from builder.reading.look import read_theme, themes
from builder.reading.reader import Reader
from builder.reading.workspace import read_workspace
from builder.writers.pdf import write_pdf

DOCS = Path(__file__).parent
ROOT = DOCS.parent
OF_EACH_THEME = ("cover", "opener", "response")
DOTS_PER_INCH = 80
POINTS_PER_INCH = 72


def main() -> None:
    """The first page of each kind in the dossier's own theme, and a few in every theme."""
    workspace = read_workspace(ROOT).workspace
    if workspace is None:
        raise SystemExit("The evidence has errors; `dossier check .` tells them.")
    folder = DOCS / "pictures"
    folder.mkdir(exist_ok=True)
    application, register = assemble(workspace, workspace.languages[0]).documents
    for document in (application, register):
        for kind, picture in _pages(document, workspace.theme.name):
            if document is application or kind == "register":
                _save(picture, folder / f"{kind}.png")
    for name in themes(ROOT):
        for kind, picture in _pages(application, name):
            if name != workspace.theme.name and kind in OF_EACH_THEME:
                _save(picture, folder / f"{name}-{kind}.png")


def _pages(document: b.Document, theme: str) -> Iterator[tuple[str, Image]]:
    """The first page of each kind of part."""
    look = read_theme(Reader(ROOT), {"name": theme})
    if look is None:
        raise SystemExit(f"The theme {theme} cannot be read.")
    pdf = write_pdf(document, look, ROOT)
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf.data))
    kinds = {part.kind: part.id for part in reversed(document.parts)}
    for kind, part in kinds.items():
        yield kind, pages[pdf.page_parts.index(part)].render(scale=DOTS_PER_INCH / POINTS_PER_INCH).to_pil()


def _save(picture: Image, file: Path) -> None:
    picture.quantize(128).save(file, optimize=True)


if __name__ == "__main__":
    main()
