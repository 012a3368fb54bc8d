"""What a page of HTML holds beside its blocks: metadata, and the theme as style sheet, for paper and for a screen."""

import re
from collections.abc import Collection, Mapping
from html import escape
from pathlib import Path
from typing import Literal

from builder.document import blocks as b
from builder.reading.theme import GUTTER, Theme, list_column, share, width
from builder.resources import builtin

STYLES = "templates/style"
"""Where a workspace may have style sheets of its own."""
FALLBACKS = ("DejaVu Sans", "Noto Emoji")
"""Families, carried by the package, for characters that the theme's families lack."""
_HAIR = 0.002
"""Keeps things side by side from overrunning the line by rounding, in millimetres."""
_NOTHING = '""'
"""Keeps its place at the foot, so that the other side stays where it is."""
_SHORT_SIDE, _LONG_SIDE = 210, 297
"""Of a page of A4, in millimetres (ISO 216)."""
_FOLIO = 30.0
"""Room for the page number where there is no rail, in millimetres."""
_READING = 1.125
"""Size of running text on a screen, as a share of what the reader has set."""
_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "   ")
"""Ends of lines and paragraphs that are white space to a text, and an empty box to a font."""
_PLACES = re.compile(r"(\{pages?\})")
Foot = Literal["title", "number"]
"""What stands at the foot of a page: the title of its part; its number."""


def page_html(document: b.Document, theme: Theme, sections: str) -> str:
    """The sections in an HTML page that carries the document's metadata; its body says which of the theme's choices hold."""
    head = f'<meta charset="utf-8">{metadata(document)}'
    words = sections.translate(_LINE_ENDS)
    return f'<!doctype html><html lang="{escape(document.language)}"><head>{head}</head><body class="{choices(theme)}">{words}</body></html>'


def metadata(document: b.Document) -> str:
    """Title, author, subject and date, for the head of a page."""
    named = {
        "author": document.author,
        "description": document.subject,
        "generator": "Dossier builder",
        "dcterms.created": document.date,
        "dcterms.modified": document.date,
    }
    metas = "".join(f'<meta name="{name}" content="{escape(content)}">' for name, content in named.items())
    return f"<title>{escape(document.title)}</title>{metas}"


def choices(theme: Theme) -> str:
    """The theme's choices as classes of the body."""
    made = {"stacked": not theme.rail, "spaced": theme.paragraphs == "spaced", "white-cover": theme.cover == "paper"}
    return " ".join(name for name, chosen in made.items() if chosen)


def style_sheet(folder: Path, name: str) -> str:
    """A style sheet: the workspace's own, else the built-in one."""
    own = folder / STYLES / name
    return (own if own.is_file() else builtin("style", name)).read_text(encoding="utf-8")


def screen_css(theme: Theme) -> str:
    """What the style sheet of a screen takes from the theme: sizes in relation to the one that the reader has set, leadings to their size."""
    body = theme.sizes.body.points
    variables = {
        **_shared(theme),
        **{f"--size-{name}": f"{size.points / body * _READING:.3f}rem" for name, size in theme.sizes},
        **{f"--leading-{name}": f"{size.leading / size.points:.3f}" for name, size in theme.sizes},
    }
    return _root(variables)


def theme_css(document: b.Document, theme: Theme, feet: Collection[Foot]) -> str:
    """What the style sheet takes from the theme, and the pages with what shall stand at their foot."""
    variables = {
        **_shared(theme),
        **{f"--size-{name}": f"{size.points:g}pt" for name, size in theme.sizes},
        **{f"--leading-{name}": f"{size.leading:g}pt" for name, size in theme.sizes},
        "--rail": f"{theme.rail:g}mm",
        "--beside": f"{max(theme.rail - GUTTER, 0):g}mm",
        **{f"--{name}": f"{share(theme, number) - _HAIR:.3f}mm" for name, number in (("half", 2), ("third", 3), ("quarter", 4))},
        "--list": f"{list_column(theme):g}mm",
        "--list-label": f"{list_column(theme) - GUTTER:g}mm",
    }
    return f"{_root(variables)} {_page_css(document, theme, feet)}"


def _shared(theme: Theme) -> Mapping[str, str]:
    """Colours and families."""
    families = {f"--font-{name}": ", ".join(f'"{family}"' for family in (family, *FALLBACKS)) for name, family in theme.fonts}
    return {**{f"--{name}": colour for name, colour in theme.colours}, **families}


def _root(variables: Mapping[str, str]) -> str:
    return f":root {{ {''.join(f'{name}: {value};' for name, value in variables.items())} }}"


def _page_css(document: b.Document, theme: Theme, feet: Collection[Foot]) -> str:
    margins = theme.margins
    lying = width(theme) + _LONG_SIDE - _SHORT_SIDE
    return (
        f"@page {{ size: A4; margin: {margins.top:g}mm {margins.side:g}mm {margins.bottom:g}mm; {_feet(document, theme, feet, width(theme))} }}"
        f" @page lying {{ size: A4 landscape; {_feet(document, theme, feet, lying)} }}"
        " @page cover { margin: 18mm; @bottom-left { content: none } @bottom-right { content: none } }"
    )


def _feet(document: b.Document, theme: Theme, feet: Collection[Foot], room: float) -> str:
    """The foot of pages whose words are so many millimetres wide."""
    small = theme.sizes.small
    face = f'{small.points:g}pt/{small.leading:g}pt "{theme.fonts.sans}"; font-variant-numeric: lining-nums'
    folio = _foot(document.foot) if "number" in feet else _NOTHING
    running = "string(part)" if "title" in feet else _NOTHING
    number = f"content: {folio}; font: 600 {face}; color: {theme.colours.accent}"
    title = f"content: {running}; font: {face}; color: {theme.colours.soft}"
    words = room - theme.rail
    left, right = (
        (f"{number}; width: {theme.rail:g}mm", f"{title}; width: {words:g}mm; text-align: left")
        if theme.rail
        else (f"{title}; width: {words - _FOLIO:g}mm", f"{number}; width: {_FOLIO:g}mm; text-align: right")
    )
    return f"@bottom-left {{ {left} }} @bottom-right {{ {right} }}"


def _foot(pattern: str) -> str:
    """The words around the page number as CSS content."""
    values = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    return " ".join(values.get(piece) or _quoted(piece) for piece in _PLACES.split(pattern) if piece)


def _quoted(text: str) -> str:
    escaped = re.sub(r'["\\\x00-\x1f]', lambda match: f"\\{ord(match[0]):x} ", text)
    return f'"{escaped}"'
