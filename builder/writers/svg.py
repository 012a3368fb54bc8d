"""A drawing as SVG, to stand in the print HTML."""

from html import escape
from typing import assert_never

from builder.writers.shapes import Drawing, Label, Line, Rectangle, Shape


def svg(drawing: Drawing, alt: str, widest: float) -> str:
    """The drawing as an SVG picture, no wider than so many points, that says `alt` to those who cannot see it."""
    width, height = _number(drawing.width), _number(drawing.height)
    scale = min(1.0, widest / (drawing.width or 1))
    shapes = "".join(_shape(shape) for shape in drawing.shapes)
    size = f'width="{_number(drawing.width * scale)}pt" height="{_number(drawing.height * scale)}pt" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}><title>{escape(alt)}</title>{shapes}</svg>'


def _shape(shape: Shape) -> str:
    match shape:
        case Rectangle():
            return _rectangle(shape)
        case Line():
            dashes = ' stroke-dasharray="2 2"' if shape.dashed else ""
            path = f"M{_number(shape.x1)} {_number(shape.y1)}L{_number(shape.x2)} {_number(shape.y2)}"
            return f'<path d="{path}" stroke="{shape.colour}" stroke-width="{_number(shape.thickness)}"{dashes}/>'
        case Label():
            weight = ' font-weight="600"' if shape.type.bold else ""
            face = f'font-family="{escape(shape.type.family)}" font-size="{_number(shape.type.size)}"{weight} fill="{shape.colour}"'
            return f'<text x="{_number(shape.x)}" y="{_number(shape.y)}" text-anchor="{shape.anchor}" {face}>{escape(shape.text)}</text>'
        case _:
            assert_never(shape)


def _rectangle(shape: Rectangle) -> str:
    inset = 0.5 if shape.stroke else 0.0
    box = f'x="{_number(shape.x + inset)}" y="{_number(shape.y + inset)}"'
    size = f'width="{_number(max(0.0, shape.width - 2 * inset))}" height="{_number(max(0.0, shape.height - 2 * inset))}"'
    stroke = f' stroke="{shape.stroke}" stroke-width="1"' if shape.stroke else ""
    return f'<rect {box} {size} fill="{shape.fill or "none"}"{stroke}/>'


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
