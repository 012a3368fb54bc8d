"""How far what stands on a page of a PDF is from the edges that a reader sees."""

import math

import pypdfium2

from builder.inspection.measured import Edges

_MILLIMETRES = 25.4 / 72
Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in the units of the page."""


class Frame:
    """A page as it is seen: cut to its crop box and turned."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()  # inherited and cut to one another
        self.turned = page.get_rotation()
        self.width, self.height = page.get_width(), page.get_height()

    def seen(self, left: float, bottom: float, right: float, top: float) -> Edges:
        """Distances of a box, given in the page's own units, to the edges that a reader sees."""
        west, south, east, north = left - self.left, bottom - self.bottom, self.right - right, self.top - top
        around = {0: (west, north, east, south), 90: (south, west, north, east), 180: (east, south, west, north), 270: (north, east, south, west)}
        return Edges(*(distance * _MILLIMETRES for distance in around[self.turned]))

    def least(self, left: float, bottom: float, right: float, top: float) -> float:
        """The smallest of these distances, in the page's own units."""
        least: float = min(left - self.left, bottom - self.bottom, self.right - right, self.top - top)
        return least


class Extent:
    """The boxes of a page's running text, in the page's own units: what encloses them, and the one that is nearest to an edge."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._enclosing = (math.inf, math.inf, -math.inf, -math.inf)
        self.nearest: tuple[float, int, Box] | None = None
        """Its distance, the index of its character, and itself."""

    def add(self, index: int, box: Box) -> None:
        """Take in the box of a character."""
        left, bottom, right, top = self._enclosing
        self._enclosing = (min(left, box[0]), min(bottom, box[1]), max(right, box[2]), max(top, box[3]))
        found = (self._frame.least(*box), index, box)
        if self.nearest is None or found < self.nearest:
            self.nearest = found

    def holds(self, box: Box | None) -> bool:
        """Whether whatever stands in a box would add nothing."""
        if box is None or self.nearest is None:
            return False
        left, bottom, right, top = self._enclosing
        inside = left <= box[0] and bottom <= box[1] and box[2] <= right and box[3] <= top
        return inside and self._frame.least(*box) >= self.nearest[0]

    @property
    def edges(self) -> Edges | None:
        """Their distances to the edges of the page."""
        return self._frame.seen(*self._enclosing) if self.nearest else None
