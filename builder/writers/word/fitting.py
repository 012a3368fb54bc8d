"""Sizes at which large words stay on one line, also where a wider font stands in for the theme's."""

from collections.abc import Sequence

from builder.document import blocks as b
from builder.writers.shapes import face_width, text_width
from builder.writers.word.grid import GUTTER, MAIN_START

_TWIPS = 20
_STAND_IN = 1.12
"""How much wider Georgia runs than Source Serif 4 Display."""
_TITLES = {"Title": 80.0, "Long Title": 60.0}
_FIGURES = {"Opener Figure": 44.0, "Key Figure": 30.0, "Medium Key Figure": 24.0, "Small Key Figure": 20.0}
"""Styles by their size in points, the largest first."""
_USUAL = 1
"""The largest style outside openers."""
_UNIT = 15.0
_RAIL = (MAIN_START - GUTTER / 4) / _TWIPS
"""Room for a label before the main column, in points."""
_NARROWEST = 70
_TRACKING = 2.0


def title_style(title: str, width: int) -> str:
    """The style of the cover's name in so many twips."""

    def width_at(size: float) -> float:
        return _STAND_IN * face_width(title, size, "SourceSerif4Display-Light.ttf") - _TRACKING * len(title)

    return next((style for style, size in _TITLES.items() if width_at(size) <= width / _TWIPS), "Longest Title")


def label_width(label: str, size: float) -> int | None:
    """Percent to which a label is narrowed so that it stays in the rail; nothing when it fits.

    A label that overran would push the words after it to the next tab.
    """
    width = _STAND_IN * text_width(label, size, bold=True)
    return max(_NARROWEST, int(100 * _RAIL / width)) if width > _RAIL else None


def figures_style(figures: Sequence[b.KeyFigure], width: int, *, opener: bool) -> str:
    """The one style of key figures that stand together, each in so many twips."""
    styles = list(_FIGURES)[0 if opener else _USUAL :]
    return next((style for style in styles if all(_fits(figure, style, width) for figure in figures)), styles[-1])


def fit(figures: Sequence[b.KeyFigure], width: int) -> bool:
    """Whether key figures, each with its unit, stand on one line at their usual size."""
    return all(_fits(figure, "Key Figure", width) for figure in figures)


def _fits(figure: b.KeyFigure, style: str, width: int) -> bool:
    unit = "".join(f" {word}" for word in (figure.before, figure.after) if word)
    number = face_width(figure.number, _FIGURES[style], "SourceSerif4Display-Regular.ttf")
    return _STAND_IN * (number + face_width(unit, _UNIT, "SourceSerif4Subhead-Regular.ttf")) <= width / _TWIPS
