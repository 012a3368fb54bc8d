"""The theme part: the colours and fonts that Word offers to whoever goes on writing."""

from builder.reading.theme import Theme
from builder.writers.word.fonts import word_family
from builder.writers.word.markup import DECLARATION, hexadecimal, quoted

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PAPER = "#ffffff"
_FILL = "<a:solidFill><a:schemeClr val='phClr'/></a:solidFill>"
_LINE = f"<a:ln>{_FILL}</a:ln>"
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f"<a:fmtScheme name='Plain'><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def palette(theme: Theme) -> bytes:
    """The theme part; shapes have neither effects nor gradients."""
    name = f'"{quoted(theme.name)}"'
    major, minor = (_font(word_family(family)) for family in (theme.fonts.display, theme.fonts.text))
    markup = (
        f"{DECLARATION}<a:theme xmlns:a='{_DRAWING}' name={name}><a:themeElements><a:clrScheme name={name}>{_colours(theme)}</a:clrScheme>"
        f"<a:fontScheme name={name}><a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont></a:fontScheme>"
        f"{_FORMATS}</a:themeElements></a:theme>"
    )
    return markup.encode()


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
