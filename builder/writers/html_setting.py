"""What blocks are set with as HTML."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.reading.theme import Theme


@dataclass(frozen=True, slots=True)
class Setting:
    """For the pages of a PDF, or for a screen: there headings stand below the page's own, notes at its end, and nothing has a size of paper."""

    theme: Theme
    page_of: Mapping[str, int] = field(default_factory=dict)
    """Page of each block, where known: for the contents."""
    screen: bool = False

    def style(self, declarations: str) -> str:
        """A style that holds on paper alone."""
        return "" if self.screen else f' style="{declarations}"'
