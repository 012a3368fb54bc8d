"""The look of one page of each kind is guarded, and so is what a screen reader makes of the document."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from builder.writers.pdf import write_pdf
from tests.page_pictures import page_pictures
from tests.sample_document import draw_media, every_block
from tests.sample_words import Language
from tests.screen_reader import spoken
from tests.themes import NAMES, theme

GOLDEN = Path(__file__).parent / "golden"
KINDS = ["contents", "cover", "glance", "opener", "register", "response", "sources", "text"]
_TOLERANCE = 1.0
"""Mean difference in shades of 256 that another build of the renderer may make; a line set elsewhere makes more."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures of one size, in shades of 256."""
    assert one.size == other.size
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


@pytest.mark.parametrize("name", NAMES)
def test_one_page_of_each_kind_looks_as_it_did(tmp_path: Path, name: str) -> None:
    """Compared as pictures with those in tests/golden/pages; `python -m tests.renew_golden` draws them anew."""
    found = page_pictures(name, tmp_path)
    assert sorted(found) == KINDS
    apart = {}
    for kind, picture in found.items():
        with Image.open(GOLDEN / "pages" / f"{name}-{kind}.png") as golden:
            apart[kind] = difference(picture, golden.convert("L"))
    assert {kind: far for kind, far in apart.items() if far > _TOLERANCE} == {}


def test_the_guard_sees_a_line_that_moved() -> None:
    """Two pages of a kind in two themes are further apart than the tolerance, and so is a page moved by two points."""
    with Image.open(GOLDEN / "pages" / "civic-response.png") as page:
        picture = page.convert("L")
    assert difference(picture, ImageChops.offset(picture, 0, 1)) > _TOLERANCE
    with Image.open(GOLDEN / "pages" / "clear-response.png") as other:
        assert difference(picture, other.convert("L")) > _TOLERANCE


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_screen_reader_hears_a_sensible_text(tmp_path: Path, language: Language) -> None:
    """Captions before their figures, alternative texts, cells after their heads, notes after what calls them, raised numbers in brackets."""
    draw_media(tmp_path)
    heard = spoken(write_pdf(every_block(language), theme(), tmp_path).data)
    assert heard == (GOLDEN / f"spoken.{language}.txt").read_text(encoding="utf-8")
