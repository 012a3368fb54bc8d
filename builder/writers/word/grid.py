"""The grid of a page, in twips: a rail for labels, a main column for running text."""

from dataclasses import dataclass

from builder.reading.theme import Theme
from builder.writers.word.markup import mm

PAGE_WIDTH = mm(210)
PAGE_HEIGHT = mm(297)
MAIN_START = mm(45)
"""Where the main column begins: the rail of 39 mm and a gutter."""
GUTTER = mm(6)


@dataclass(frozen=True, slots=True)
class Grid:
    """What the theme's margins leave of the page."""

    top: int
    side: int
    bottom: int

    @property
    def width(self) -> int:
        """Of the text area."""
        return PAGE_WIDTH - 2 * self.side

    @property
    def main(self) -> int:
        """Width of the main column."""
        return self.width - MAIN_START

    def share(self, number: int) -> int:
        """Width of one of several columns with gutters between them."""
        return (self.width - (number - 1) * GUTTER) // number


def grid_of(theme: Theme) -> Grid:
    """The theme's grid."""
    return Grid(mm(theme.margins.top), mm(theme.margins.side), mm(theme.margins.bottom))
