"""The theme: colours, type and margins, for both writers."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


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
    """Font families."""

    text: str
    lead: str
    display: str
    sans: str


class Sizes(_Strict):
    """In points."""

    body: float
    small: float
    lead: float


class Margins(_Strict):
    """In millimetres."""

    top: float
    side: float
    bottom: float


class Theme(_Strict):
    """The look of all documents of a dossier."""

    name: str
    colours: Colours
    fonts: Fonts
    sizes: Sizes
    margins: Margins
