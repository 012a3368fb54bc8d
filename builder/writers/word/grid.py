"""The grid of a page, in twips: a rail for labels where the theme has one, a main column for running text."""

from dataclasses import dataclass, replace
from typing import Self

from builder.reading import theme
from builder.writers.word.markup import mm

PAGE_WIDTH = mm(210)
PAGE_HEIGHT = mm(297)
GUTTER = mm(theme.GUTTER)


@dataclass(frozen=True, slots=True)
class Grid:
    """What the theme's margins leave of the page."""

    top: int
    side: int
    bottom: int
    rail: int
    """Where the main column begins; 0 where labels stand over the words."""
    listing: int
    """Where the words of contents and lists begin beside their labels."""
    page: int = PAGE_WIDTH
    """Width of the paper."""

    def lying(self) -> Self:
        """The same grid on a page that lies on its side."""
        return replace(self, page=PAGE_HEIGHT)

    @property
    def width(self) -> int:
        """Of the text area."""
        return self.page - 2 * self.side

    @property
    def main(self) -> int:
        """Width of the main column."""
        return self.width - self.rail

    def share(self, number: int) -> int:
        """Width of one of several columns with gutters between them."""
        return (self.width - (number - 1) * GUTTER) // number


def grid_of(look: theme.Theme) -> Grid:
    """The theme's grid."""
    margins = look.margins
    return Grid(mm(margins.top), mm(margins.side), mm(margins.bottom), mm(look.rail), mm(theme.list_column(look)))
