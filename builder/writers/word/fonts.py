"""The fonts of the Word file, and what stands in where one is not installed."""

from collections.abc import Iterator

from lxml import etree

from builder.reading.theme import Theme
from builder.writers.word.markup import W, part, w
from builder.writers.word.taken import markup

STAND_IN = 1.12
"""How much wider Georgia runs than Source Serif 4 Display, the widest of the pairs below."""
_LIGHT = {"Source Serif 4 Display": "Source Serif 4 Display Light", "Source Sans 3": "Source Sans 3 Light"}
"""Word names each weight as a family of its own."""
_SUBSTITUTES = {
    "Source Serif 4": ("Georgia", "roman"),
    "Source Serif 4 Subhead": ("Georgia", "roman"),
    "Source Serif 4 Display": ("Georgia", "roman"),
    "Source Serif 4 Display Light": ("Georgia", "roman"),
    "Source Sans 3": ("Calibri", "swiss"),
    "Source Sans 3 Light": ("Calibri Light", "swiss"),
}
"""Fonts that Word brings along, and their kind, for those it does not know."""
_TWINS = {"Liberation Serif": "Times New Roman"}
"""Families whose widths are those of a font that every office program has; that one is named instead."""


def display_face(theme: Theme) -> str:
    """The family of the largest words: the light cut of the display family, where it has one."""
    return _LIGHT.get(theme.fonts.display, word_family(theme.fonts.display))


def word_family(family: str) -> str:
    """What Word shall look for: the family, or its twin that is installed wherever Word is."""
    return _TWINS.get(family, family)


def font_table(theme: Theme) -> bytes:
    """The font table part: the fonts of the reference document, where there is one, and those of the theme."""
    fonts = theme.fonts
    families = dict.fromkeys((*map(word_family, (fonts.text, fonts.lead, fonts.display)), display_face(theme), word_family(fonts.sans)))
    city = theme.city_styles
    made = {} if city is None or city.fonts is None else _city_fonts(city.fonts)
    made |= {family: _font(family) for family in families}
    return part("fonts", *made.values())


def _city_fonts(data: bytes) -> dict[str, str]:
    """What a font table tells of each font, by name."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    return {font.get(f"{{{W}}}name", ""): markup(font) for font in root.iterfind(f"{{{W}}}font")}


def _font(name: str) -> str:
    return w("font", *_substitute(name), name=name)


def _substitute(name: str) -> Iterator[str]:
    if name in _SUBSTITUTES:
        substitute, family = _SUBSTITUTES[name]
        yield from (w("altName", val=substitute), w("family", val=family), w("pitch", val="variable"))
