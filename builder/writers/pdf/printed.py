"""A printed part: a PDF of its own, and what the binding needs to know of its pages."""

import json
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

Place = tuple[float, ...]
"""Left and upper edge, and for an anchor right and lower edge, in CSS pixels from the upper left corner of the page."""


class Bookmark(NamedTuple):
    """A line of the outline."""

    level: int
    label: str
    place: Place
    state: str
    """`open` or `closed`."""


class Page(NamedTuple):
    """A page of a part."""

    kind: str
    """The name that the style sheet gives to pages of this kind; empty for the usual one."""
    anchors: dict[str, Place]
    """What links lead to."""
    bookmarks: list[Bookmark]


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed part."""

    pdf: bytes
    pages: tuple[Page, ...]

    def written(self) -> bytes:
        """As bytes that `read` takes."""
        return json.dumps(self.pages, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n" + self.pdf

    @classmethod
    def read(cls, data: bytes) -> Self:
        """A printed part from its bytes."""
        head, _, pdf = data.partition(b"\n")
        return cls(pdf, tuple(map(_page, json.loads(head.decode("utf-8", "surrogatepass")))))


def _page(values: Any) -> Page:  # noqa: ANN401 - as JSON has it
    kind, anchors, bookmarks = values
    places = {name: tuple(place) for name, place in anchors.items()}
    return Page(kind, places, [Bookmark(level, label, tuple(place), state) for level, label, place, state in bookmarks])
