"""Writes the golden files anew, from what the code makes now: `python -m tests.renew_golden`.

Read the difference that git shows before you keep it; nothing here says whether it is right.
"""

import tempfile
from pathlib import Path

from builder.assembly.assemble import assemble
from builder.writers.pdf import write_pdf
from tests.page_pictures import page_pictures
from tests.sample_document import draw_media, every_block
from tests.screen_reader import spoken
from tests.test_assembly import outline, workspace
from tests.themes import NAMES, theme

GOLDEN = Path(__file__).parent / "golden"


def main() -> None:
    """Block trees, what a screen reader hears, and pages as pictures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        draw_media(folder)
        for language in ("en", "sv"):
            _write(f"small.{language}.txt", outline(assemble(workspace(folder / language), language).documents))
        _write("spoken.en.txt", spoken(write_pdf(every_block("en"), theme(), folder).data))
        _write("spoken.sv.txt", spoken(write_pdf(every_block("sv"), theme(), folder).data))
        for name in NAMES:
            for kind, picture in page_pictures(name, folder).items():
                picture.quantize(16).save(GOLDEN / "pages" / f"{name}-{kind}.png", optimize=True)


def _write(name: str, text: str) -> None:
    (GOLDEN / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
