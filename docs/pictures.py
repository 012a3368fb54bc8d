"""Draws the pictures of pages that the documentation shows, from the finished application: `python docs/pictures.py`."""

from pathlib import Path

import pypdfium2

DOCS = Path(__file__).parent
PAGES = {"cover": 1, "contents": 2, "glance": 3, "opener": 4, "response": 5}
DOTS_PER_INCH = 80
POINTS_PER_INCH = 72


def main() -> None:
    """One PNG for each kind of page."""
    folder = DOCS / "pictures"
    folder.mkdir(exist_ok=True)
    application = pypdfium2.PdfDocument(DOCS.parent / "output" / "application.en.pdf")
    for name, page in PAGES.items():
        picture = application[page - 1].render(scale=DOTS_PER_INCH / POINTS_PER_INCH).to_pil()
        picture.quantize(128).save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
