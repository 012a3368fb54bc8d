"""A drawing as a picture, for formats that cannot hold its shapes."""

from functools import cache
from io import BytesIO
from math import hypot
from typing import TYPE_CHECKING, assert_never

from builder.writers.coarser import DOTS
from builder.writers.shapes import Drawing, Label, Line, Rectangle, Shape, Type

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_SCALE = DOTS / 72
_DASH = 2.0
"""Points drawn and points left out of a dashed line."""
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
_GROUND = (255, 255, 255, 0)


def png(drawing: Drawing) -> bytes:
    """The drawing as a PNG of 300 dots per inch on a transparent ground; equal drawings give equal bytes."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - heavy, and wanted only when something is drawn

    image = Image.new("RGBA", (_dots(drawing.width), _dots(drawing.height)), _GROUND)
    canvas = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        _draw(shape, canvas)
    made = BytesIO()
    image.save(made, "PNG", dpi=(DOTS, DOTS))
    return made.getvalue()


def _dots(points: float) -> int:
    return round(points * _SCALE)


def _draw(shape: Shape, canvas: "ImageDraw") -> None:
    match shape:
        case Rectangle():
            _rectangle(shape, canvas)
        case Line():
            _line(shape, canvas)
        case Label():
            font = _font(shape.type)
            canvas.text((shape.x * _SCALE, shape.y * _SCALE), shape.text, fill=shape.colour, font=font, anchor=_ANCHORS[shape.anchor])
        case _:
            assert_never(shape)


def _rectangle(shape: Rectangle, canvas: "ImageDraw") -> None:
    left, top, right, bottom = (_dots(edge) for edge in (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height))
    if right > left and bottom > top:
        canvas.rectangle((left, top, right - 1, bottom - 1), fill=shape.fill, outline=shape.stroke, width=_dots(1) if shape.stroke else 0)


def _line(shape: Line, canvas: "ImageDraw") -> None:
    length = hypot(shape.x2 - shape.x1, shape.y2 - shape.y1)
    dash = _DASH if shape.dashed else max(length, 1.0)
    start = 0.0
    while start < length:
        end = min(start + dash, length)
        ends = (_between(shape, start / length), _between(shape, end / length))
        canvas.line(ends, fill=shape.colour, width=max(1, _dots(shape.thickness)))
        start += 2 * dash


def _between(line: Line, share: float) -> tuple[float, float]:
    """The dot that lies at a share of a line's length."""
    return ((line.x1 + (line.x2 - line.x1) * share) * _SCALE, (line.y1 + (line.y2 - line.y1) * share) * _SCALE)


@cache
def _font(kind: Type) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - heavy, and wanted only when something is drawn

    return ImageFont.truetype(kind.file, kind.size * _SCALE, layout_engine=ImageFont.Layout.BASIC)
