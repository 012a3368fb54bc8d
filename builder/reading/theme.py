"""The theme: colours, type and grid, for both writers."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, PrivateAttr, StringConstraints

from builder.reading.fonts import nearest

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
_SIZE = re.compile(r"(\d+(?:\.\d+)?)/(\d+(?:\.\d+)?)")


class Size(NamedTuple):
    """A size of type, in points."""

    points: float
    leading: float
    """From one baseline to the next."""


def _size(given: object) -> object:
    """`11/15` as a size."""
    if isinstance(given, Size):
        return given
    found = _SIZE.fullmatch(str(given))
    if found is None:
        raise ValueError("should be a size and a leading in points, such as 11/15")
    return Size(float(found[1]), float(found[2]))


Measure = Annotated[Size, BeforeValidator(_size), PlainSerializer(lambda size: f"{size.points:g}/{size.leading:g}")]
FontRole = Literal["text", "lead", "display", "sans"]
"""What a family of type is used for."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference document gives to the Word file: parts of it as XML, read safely."""

    styles: bytes
    palette: bytes | None
    """Its theme part."""
    fonts: bytes | None
    """Its font table."""


class Colours(_Strict):
    """Each as `#rrggbb`."""

    ink: Colour
    """Text, rules of the first order."""
    soft: Colour
    """Notes, dates, secondary cells."""
    accent: Colour
    """Labels, citation marks, the latest result in a chart, the cover."""
    mid: Colour
    """Earlier columns of a chart."""
    line: Colour
    """Hairlines between rows."""
    tint: Colour
    """The only shading."""
    window: Colour
    """Earlier blocks on the cover."""


class Fonts(_Strict):
    """Font families, as the files of fonts name them."""

    text: str
    lead: str
    display: str
    sans: str


class Sizes(_Strict):
    """Size and leading of each kind of words."""

    body: Measure
    small: Measure
    """Notes, captions, the foot."""
    lead: Measure
    question: Measure
    title: Measure
    headline: Measure
    figure: Measure
    """Key figures."""


class Margins(_Strict):
    """In millimetres."""

    top: float
    side: float
    bottom: float


GUTTER = 6.0
"""Between things side by side, in millimetres."""
_PAPER = 210.0
"""Width of A4, in millimetres."""
_LIST_COLUMN = 36.0


class Theme(_Strict):
    """The look of all documents of a dossier."""

    name: str
    colours: Colours
    fonts: Fonts
    sizes: Sizes
    margins: Margins
    rail: float
    """Where the words begin beside their labels, in millimetres from the margin; 0 where labels stand over the words."""
    cover: Literal["panel", "paper"]
    """Light words on the accent, or dark words on white."""
    paragraphs: Literal["indented", "spaced"]
    """What tells a paragraph from the one before it."""
    logo: str | None = None
    """A picture for the cover, its path relative to evidence/."""
    reference: str | None = None
    """A Word document whose styles the Word file takes over, its path relative to templates/style/."""
    _own_fonts: Path | None = PrivateAttr(default=None)
    _city_styles: Reference | None = PrivateAttr(default=None)

    @property
    def own_fonts(self) -> Path | None:
        """The workspace's folder of fonts, where it has one."""
        return self._own_fonts

    def with_fonts(self, folder: Path) -> "Theme":
        """The theme, which may use the fonts in that folder too."""
        made = self.model_copy()
        made._own_fonts = folder  # noqa: SLF001 - of its own copy
        return made

    @property
    def city_styles(self) -> Reference | None:
        """What the reference document gives to the Word file, where there is one."""
        return self._city_styles

    def with_city_styles(self, reference: Reference) -> "Theme":
        """The theme, whose Word file has the styles of that document."""
        made = self.model_copy()
        made._city_styles = reference  # noqa: SLF001 - of its own copy
        return made

    def face(self, role: FontRole, weight: int = 400, *, italic: bool = False) -> Path:
        """The file of the face nearest to that weight in the family of that role."""
        return nearest(self._own_fonts, getattr(self.fonts, role), weight, italic=italic)


def list_column(theme: Theme) -> float:
    """Width of the first column of contents and lists of sources, in millimetres: the rail, where there is one."""
    return theme.rail or _LIST_COLUMN


def width(theme: Theme) -> float:
    """What the margins leave of the page's width, in millimetres."""
    return _PAPER - 2 * theme.margins.side


def share(theme: Theme, number: int) -> float:
    """Width of one of several things side by side, in millimetres."""
    return (width(theme) - (number - 1) * GUTTER) / number
