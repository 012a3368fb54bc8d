"""How large a picture is printed, in the PDF and in the Word file alike."""

MAIN = 365.7
"""Width of the main column, in points."""
_TALLEST = 330.0
"""Leaves room for text on the page, in points."""
_LOGO = (153.0, 40.0)
"""Width and height that a logo may take, in points."""
_PIXEL = 0.75
"""Largest size of a pixel, in points: a small picture is not blown up beyond 96 dots per inch."""


def printed(width: float, height: float) -> tuple[float, float]:
    """Width and height in points of a picture of so many pixels."""
    points = min(MAIN, _TALLEST * width / height, _PIXEL * width)
    return points, points * height / width


def logo_size(width: float, height: float) -> tuple[float, float]:
    """Width and height in points of a logo of so many pixels."""
    scale = min(_LOGO[0] / width, _LOGO[1] / height)
    return width * scale, height * scale
