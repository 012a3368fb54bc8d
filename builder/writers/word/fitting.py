"""Sizes at which large words stay on one line, also where a wider font stands in for the theme's."""

from collections.abc import Sequence

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.shapes import face_width
from builder.writers.word.fonts import STAND_IN
from builder.writers.word.grid import GUTTER
from builder.writers.word.writing import Writing

_TWIPS = 20
TITLES = {"Title": 80.0, "Long Title": 60.0, "Longest Title": 44.0}
"""Styles of the cover's name by their size in points, the largest first."""
FIGURES = {"Opener Figure": 44 / 30, "Key Figure": 1.0, "Medium Key Figure": 0.8, "Small Key Figure": 2 / 3}
"""Styles of key figures by their share of the theme's size, the largest first."""
_USUAL = 1
"""The largest style outside openers."""
_NARROWEST = 70
_TRACKING = 2.0


def title_style(title: str, width: int, theme: Theme) -> str:
    """The style of the cover's name in so many twips."""
    face = theme.face("display", 300)

    def width_at(size: float) -> float:
        return STAND_IN * face_width(title, size, face) - _TRACKING * len(title)

    return next((style for style, size in TITLES.items() if width_at(size) <= width / _TWIPS), list(TITLES)[-1])


def label_width(label: str, writing: Writing) -> int | None:
    """Percent to which a label is narrowed so that it stays beside the words; nothing when it fits.

    A label that overran would push the words after it to the next tab.
    """
    theme = writing.theme
    width = STAND_IN * face_width(label, theme.sizes.body.points, theme.face("sans", 600))
    room = (writing.grid.listing - GUTTER / 4) / _TWIPS
    return max(_NARROWEST, int(100 * room / width)) if width > room else None


def figures_style(figures: Sequence[b.KeyFigure], width: int, theme: Theme, *, opener: bool) -> str:
    """The one style of key figures that stand together, each in so many twips."""
    styles = list(FIGURES)[0 if opener else _USUAL :]
    return next((style for style in styles if all(_fits(figure, style, width, theme) for figure in figures)), styles[-1])


def fit(figures: Sequence[b.KeyFigure], width: int, theme: Theme) -> bool:
    """Whether key figures, each with its unit, stand on one line at their usual size."""
    return all(_fits(figure, "Key Figure", width, theme) for figure in figures)


def _fits(figure: b.KeyFigure, style: str, width: int, theme: Theme) -> bool:
    unit = "".join(f" {word}" for word in (figure.before, figure.after) if word)
    number = face_width(figure.number, theme.sizes.figure.points * FIGURES[style], theme.face("display"))
    return STAND_IN * (number + face_width(unit, theme.sizes.lead.points, theme.face("lead"))) <= width / _TWIPS
