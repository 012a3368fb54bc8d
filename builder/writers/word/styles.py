"""The styles part of the Word file, from the theme."""

from builder.reading.theme import Theme
from builder.writers.word.grid import GUTTER
from builder.writers.word.markup import border, part, pt, w
from builder.writers.word.style import Face, character_style, face_properties, paragraph_style
from builder.writers.word.style_list import FINE, RULE, character_styles, paragraph_styles

RULED = "Ruled Table"
"""Style of the tables that show data."""
WIDE = "Wide Table"
"""Style of tables on pages that lie on their sides: their many columns stand closer."""
OPEN = "Open Table"
"""Style of tables without a head: no rule over the first row."""
ARRANGED = "Arrangement"
"""Style of the tables that only put blocks side by side."""


def styles(theme: Theme, language: str) -> bytes:
    """The styles part; `language` is that of the document, as a tag that Word knows."""
    normal, *others = paragraph_styles(theme)
    return part(
        "styles",
        _defaults(theme, language),
        paragraph_style(normal, default=True),
        w("style", w("name", val="Default Paragraph Font"), type="character", default="1", styleId="DefaultParagraphFont"),
        _normal_table(),
        w("style", w("name", val="No List"), type="numbering", default="1", styleId="NoList"),
        *(paragraph_style(style) for style in others),
        *(character_style(name, face) for name, face in character_styles(theme).items()),
        _ruled_table(theme, RULED, GUTTER, closed=True),
        _ruled_table(theme, WIDE, GUTTER // 2, closed=True),
        _ruled_table(theme, OPEN, GUTTER, closed=False),
        _arrangement(),
    )


def table_style_id(name: str) -> str:
    """The id of a table style."""
    return name.replace(" ", "")


def _defaults(theme: Theme, language: str) -> str:
    face = face_properties(Face(theme.fonts.text, theme.sizes.body.points, theme.colours.ink), language)
    return w("docDefaults", w("rPrDefault", face), w("pPrDefault", w("pPr", w("spacing", before=0, after=0))))


def _margins(**sides: float) -> str:
    return w("tblCellMar", *(w(side, w=sides[side], type="dxa") for side in ("top", "left", "bottom", "right") if side in sides))


def _normal_table() -> str:
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), _margins(top=0, left=0, bottom=0, right=0))
    return w("style", w("name", val="Normal Table"), properties, type="table", default="1", styleId="TableNormal")


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
