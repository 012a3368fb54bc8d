"""Drawings become pictures; pictures keep their proportions and their words."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builder.document import blocks as b
from builder.document import inlines as i
from builder.writers.raster import png
from builder.writers.shapes import Drawing, Label, Line, Rectangle, type_of
from builder.writers.word import write_word
from tests.sample_words import ORIGIN
from tests.themes import theme

THEME = theme()
RED, BLUE, NOTHING = (255, 0, 0, 255), (0, 0, 255, 255), (255, 255, 255, 0)


def drawn(*shapes: Rectangle | Line | Label) -> Image.Image:
    """Shapes on a square of an inch."""
    return Image.open(BytesIO(png(Drawing(72, 72, shapes))))


def written(*blocks: b.AnyBlock, folder: Path) -> zipfile.ZipFile:
    document = b.Document("d", "en", "T", "A", "C", "2026-07-01", "{page}", (b.Part("part", "response", "Part", blocks),))
    return zipfile.ZipFile(BytesIO(write_word(document, THEME, folder, {})))


def picture(folder: Path, key: str, width: int, height: int) -> b.Picture:
    Image.new("RGB", (width, height), "#336699").save(folder / f"{key}.png")
    return b.Picture(key, ORIGIN, f"{key}.png", 'Houses "at" the <quay>', width, height, b.Caption("Figure 1", (i.Text("Quay"),)), "Photo: City")


def sizes(archive: zipfile.ZipFile) -> list[tuple[float, float]]:
    """Sizes of the pictures in points."""
    found = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', archive.read("word/document.xml").decode())
    return [(int(width) / 12700, int(height) / 12700) for width, height in found]


def test_a_drawing_has_300_dots_per_inch() -> None:
    """An inch is 300 dots wide; what is not drawn stays clear, so that the cover's colour shows."""
    image = drawn(Rectangle(18, 36, 18, 18, "#ff0000"))
    assert image.size == (300, 300)
    assert [image.getpixel(place) for place in ((75, 150), (149, 224))] == [RED, RED]
    assert [image.getpixel(place) for place in ((74, 150), (75, 149), (150, 150), (75, 225))] == [NOTHING] * 4


def test_an_outline_lies_inside_its_area() -> None:
    """One point wide: four dots; the middle is filled."""
    image = drawn(Rectangle(0, 0, 72, 72, "#ff0000", stroke="#0000ff"))
    assert [image.getpixel((place, 150)) for place in (0, 3, 5, 150, 299)] == [BLUE, BLUE, RED, RED, BLUE]


def test_a_dashed_line_is_drawn_and_left_out_by_turns() -> None:
    """Two points each, from its beginning."""
    image = drawn(Line(0, 36, 72, 36, "#0000ff", dashed=True))
    assert [image.getpixel((place, 150)) for place in (4, 12, 21)] == [BLUE, NOTHING, BLUE]
    whole = drawn(Line(36, 0, 36, 72, "#0000ff"))
    assert [whole.getpixel((150, place)) for place in (4, 12, 21)] == [BLUE] * 3


def test_a_label_stands_where_its_anchor_says() -> None:
    """The same words, begun, centred and ended at the same place."""

    def left_and_right(label: Label) -> tuple[int, int]:
        box = drawn(label).getbbox()
        assert box is not None
        return box[0], box[2]

    start, middle, end = (left_and_right(Label("Hbg", 36, 40, type_of(THEME, 11), "#000000", anchor=anchor)) for anchor in ("start", "middle", "end"))
    assert 148 <= start[0] <= 156
    assert 144 <= end[1] <= 152
    assert abs((middle[0] + middle[1]) / 2 - 150) <= 4


def test_a_picture_is_as_wide_as_the_main_column_at_most(tmp_path: Path) -> None:
    """Neither stretched nor distorted; a tall one is held to 330 points."""
    wide, small, tall = picture(tmp_path, "wide", 900, 300), picture(tmp_path, "small", 100, 40), picture(tmp_path, "tall", 500, 1000)
    found = sizes(written(wide, small, tall, folder=tmp_path))
    assert [tuple(round(side) for side in size) for size in found] == [(366, 122), (75, 30), (165, 330)]


def test_a_picture_says_its_words_and_is_kept_once(tmp_path: Path) -> None:
    """Two blocks that show one file share it."""
    block = picture(tmp_path, "quay", 90, 30)
    again = b.Picture("again", ORIGIN, block.file, "Again", 90, 30, block.caption)
    archive = written(block, again, folder=tmp_path)
    assert [name for name in archive.namelist() if "media" in name] == ["word/media/image1.png"]
    assert 'descr="Houses &quot;at&quot; the &lt;quay&gt;"' in archive.read("word/document.xml").decode()


def test_a_chart_without_points_shows_its_words_only(tmp_path: Path) -> None:
    """No empty picture stands in the file."""
    chart = b.Chart("c", ORIGIN, "columns", (), (), b.Caption("Figure 1", (i.Text("None"),)), "", (i.Text("No data."),))
    assert sizes(written(chart, folder=tmp_path)) == []


@pytest.mark.parametrize("form", ["jpg", "png"])
def test_a_large_photograph_is_kept_at_what_print_needs(tmp_path: Path, form: str) -> None:
    """Its pixels become those of 300 dots an inch, 129 millimetres across; a small picture stays as it is, byte for byte."""
    folder = tmp_path / "evidence" / "media"
    folder.mkdir(parents=True)
    Image.effect_noise((4000, 1000), 80).convert("RGB").save(folder / f"large.{form}")
    Image.effect_noise((400, 100), 80).convert("RGB").save(folder / f"small.{form}")

    def shown(name: str, width: int) -> b.Picture:
        return b.Picture(name, ORIGIN, f"evidence/media/{name}.{form}", "Noise", width, width // 4, b.Caption("", ()))

    archive = written(shown("large", 4000), shown("small", 400), folder=tmp_path)
    kept = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
    widths = sorted(Image.open(BytesIO(one)).width for one in kept)
    assert widths == [400, pytest.approx(129 / 25.4 * 300, abs=2)]
    assert (folder / f"small.{form}").read_bytes() in kept
    assert {Image.open(BytesIO(one)).format for one in kept} == {"JPEG" if form == "jpg" else "PNG"}
