"""The fonts of the Word file, and what stands in where one is not installed."""

from collections.abc import Iterator

from builder.reading.theme import Theme
from builder.writers.word.markup import part, w

_SUBSTITUTES = {
    "Source Serif 4": ("Georgia", "roman"),
    "Source Serif 4 Subhead": ("Georgia", "roman"),
    "Source Serif 4 Display": ("Georgia", "roman"),
    "Source Serif 4 Display Light": ("Georgia", "roman"),
    "Source Sans 3": ("Calibri", "swiss"),
    "TeX Gyre Termes": ("Times New Roman", "roman"),
    "TeX Gyre Heros": ("Arial", "swiss"),
}
"""Fonts that Word brings along, and their kind, for those it does not know."""
_LIGHT = {"Source Serif 4 Display": "Source Serif 4 Display Light"}
"""Word names each weight as a family of its own."""


def display_face(theme: Theme) -> str:
    """The family of the largest words: the light cut of the display family, where it has one."""
    return _LIGHT.get(theme.fonts.display, theme.fonts.display)


def font_table(theme: Theme) -> bytes:
    """The font table part."""
    fonts = theme.fonts
    families = dict.fromkeys((fonts.text, fonts.lead, fonts.display, display_face(theme), fonts.sans))
    return part("fonts", *map(_font, families))


def _font(name: str) -> str:
    return w("font", *_substitute(name), name=name)


def _substitute(name: str) -> Iterator[str]:
    if name in _SUBSTITUTES:
        substitute, family = _SUBSTITUTES[name]
        yield from (w("altName", val=substitute), w("family", val=family), w("pitch", val="variable"))
