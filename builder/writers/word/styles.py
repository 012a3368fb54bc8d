"""The styles part of the Word file, from the theme and the city's reference document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.reading.theme import Reference, Theme
from builder.writers.word.city_styles import CityStyles
from builder.writers.word.grid import GUTTER
from builder.writers.word.markup import border, part, pt, w
from builder.writers.word.style import Face, Style, character_style, face_properties, paragraph_style
from builder.writers.word.style_list import FINE, RULE, RUNNING, THEME_TEXT, character_styles, paragraph_styles, theme_text

RULED = "Ruled Table"
"""Style of the tables that show data."""
WIDE = "Wide Table"
"""Style of tables on pages that lie on their sides: their many columns stand closer."""
OPEN = "Open Table"
"""Style of tables without a head: no rule over the first row."""
ARRANGED = "Arrangement"
"""Style of the tables that only put blocks side by side."""

_NO_HEADING = 9
"""The level of words that are no heading (ISO 29500-1, 17.3.1.20)."""


def styles(theme: Theme, language: str) -> bytes:
    """The styles part; `language` is that of the document, as a tag that Word knows."""
    return part("styles", *(_styles(theme, language) if theme.city_styles is None else _city_styles(theme, theme.city_styles, language)))


def _styles(theme: Theme, language: str) -> Iterator[str]:
    """All of them made from the theme."""
    normal, *others = paragraph_styles(theme)
    yield from (_defaults(theme, language), paragraph_style(normal, default=True), *_stock(), *map(paragraph_style, others))
    yield from (character_style(name, face) for name, face in character_styles(theme).items())
    yield from _tables(theme).values()


def _city_styles(theme: Theme, reference: Reference, language: str) -> Iterator[str]:
    """Those of the reference document, and from the theme those that it lacks."""
    normal, *others = _levelled((*paragraph_styles(theme), theme_text(theme)))
    characters, tables = character_styles(theme), _tables(theme)
    ours = {"paragraph": [style.name for style in (normal, *others)], "character": characters, "table": tables}
    city = CityStyles(reference.styles, [(kind, name) for kind, names in ours.items() for name in names])
    yield from (_defaults(theme, language), city.paragraph(normal, default=True), *_stock())
    yield from (city.paragraph(style) if ("paragraph", style.name) in city else paragraph_style(_beside_city(style, city)) for style in others)
    made = {("character", name): character_style(name, face) for name, face in characters.items()}
    made |= {("table", name): markup for name, markup in tables.items()}
    yield from (city.other(*key) if key in city else markup for key, markup in made.items())
    yield from city.beneath()


def _levelled(styles: Sequence[Style]) -> Iterator[Style]:
    """Each style with its level said, so that none inherits another from what the city has based it on."""
    known = {style.name: style for style in styles}
    for style in styles:
        base = style
        while base.outline is None and base.based:
            base = known[base.based]
        yield replace(style, outline=_NO_HEADING if base.outline is None else base.outline)


def _beside_city(style: Style, city: CityStyles) -> Style:
    """A style from the theme among the city's: it rests on the theme's text, for whose spacing cards and tables are made; running text on the city's.

    A size without a font is a share of the size below it, which the city has chosen anew.
    """
    if style.based == "Normal":
        return style if style.name == RUNNING else replace(style, based=THEME_TEXT)
    if ("paragraph", style.based) in city and style.face.size is not None and style.face.font is None:
        return replace(style, face=replace(style.face, size=None), line=None, exact=False)
    return style


def _stock() -> tuple[str, ...]:
    """The styles that every file has."""
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), _margins(top=0, left=0, bottom=0, right=0))
    return (
        w("style", w("name", val="Default Paragraph Font"), type="character", default="1", styleId="DefaultParagraphFont"),
        w("style", w("name", val="Normal Table"), properties, type="table", default="1", styleId="TableNormal"),
        w("style", w("name", val="No List"), type="numbering", default="1", styleId="NoList"),
    )


def _tables(theme: Theme) -> dict[str, str]:
    """The table styles by name."""
    return {
        RULED: _ruled_table(theme, RULED, GUTTER, closed=True),
        WIDE: _ruled_table(theme, WIDE, GUTTER // 2, closed=True),
        OPEN: _ruled_table(theme, OPEN, GUTTER, closed=False),
        ARRANGED: _arrangement(),
    }


def table_style_id(name: str) -> str:
    """The id of a table style."""
    return name.replace(" ", "")


def _defaults(theme: Theme, language: str) -> str:
    face = face_properties(Face(theme.fonts.text, theme.sizes.body.points, theme.colours.ink), language)
    return w("docDefaults", w("rPrDefault", face), w("pPrDefault", w("pPr", w("spacing", before=0, after=0))))


def _margins(**sides: float) -> str:
    return w("tblCellMar", *(w(side, w=sides[side], type="dxa") for side in ("top", "left", "bottom", "right") if side in sides))


def _ruled_table(theme: Theme, name: str, gutter: int, *, closed: bool) -> str:
    ink, line = theme.colours.ink, theme.colours.line
    top = border("top", RULE, ink) if closed else ""
    borders = w("tblBorders", top, border("bottom", RULE, ink), border("insideH", FINE, line))
    padding = _margins(top=pt(3.5), left=0, bottom=pt(3.65), right=gutter)
    names = (w("name", val=name), w("basedOn", val="TableNormal"), w("qFormat"))
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), borders, padding)
    return w("style", *names, properties, type="table", customStyle="1", styleId=table_style_id(name))


def _arrangement() -> str:
    names = (w("name", val=ARRANGED), w("basedOn", val="TableNormal"), w("qFormat"))
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), _margins(top=0, left=0, bottom=0, right=0))
    return w("style", *names, properties, type="table", customStyle="1", styleId=table_style_id(ARRANGED))
