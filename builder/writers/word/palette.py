"""The theme part: the colours and fonts that Word offers to whoever goes on writing."""

from lxml import etree

from builder.reading.theme import Theme
from builder.writers.word.fonts import word_family
from builder.writers.word.markup import DECLARATION, hexadecimal, quoted
from builder.writers.word.taken import A, markup

_PAPER = "#ffffff"
_FILL = "<a:solidFill><a:schemeClr val='phClr'/></a:solidFill>"
_LINE = f"<a:ln>{_FILL}</a:ln>"
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f"<a:fmtScheme name='Plain'><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def palette(theme: Theme) -> bytes:
    """The theme part; shapes have neither effects nor gradients. Colours and fonts are those of the reference document, where it has them."""
    name = f'"{quoted(theme.name)}"'
    major, minor = (_font(word_family(family)) for family in (theme.fonts.display, theme.fonts.text))
    made = {
        "clrScheme": f"<a:clrScheme name={name}>{_colours(theme)}</a:clrScheme>",
        "fontScheme": f"<a:fontScheme name={name}><a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont></a:fontScheme>",
    }
    if theme.city_styles is not None and theme.city_styles.palette is not None:
        made |= _city_schemes(theme.city_styles.palette)
    schemes = "".join(made.values())
    return f"{DECLARATION}<a:theme xmlns:a='{A}' name={name}><a:themeElements>{schemes}{_FORMATS}</a:themeElements></a:theme>".encode()


def _city_schemes(data: bytes) -> dict[str, str]:
    """Colours and fonts of a theme part by the names of their elements."""
    elements = etree.fromstring(data, etree.XMLParser(resolve_entities=False)).iterfind(f"{{{A}}}themeElements/{{{A}}}*")
    found = {etree.QName(element).localname: element for element in elements}
    return {name: markup(found[name]) for name in ("clrScheme", "fontScheme") if name in found}


def _font(family: str) -> str:
    return f"<a:latin typeface=\"{quoted(family)}\"/><a:ea typeface=''/><a:cs typeface=''/>"


def _colours(theme: Theme) -> str:
    colours = theme.colours
    named = {
        "dk1": colours.ink,
        "lt1": _PAPER,
        "dk2": colours.soft,
        "lt2": colours.tint,
        "accent1": colours.accent,
        "accent2": colours.mid,
        "accent3": colours.line,
        "accent4": colours.window,
        "accent5": colours.soft,
        "accent6": colours.ink,
        "hlink": colours.accent,
        "folHlink": colours.soft,
    }
    return "".join(f"<a:{name}><a:srgbClr val='{hexadecimal(colour)}'/></a:{name}>" for name, colour in named.items())
