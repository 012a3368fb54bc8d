"""The whole page of print HTML, and the theme as style sheet."""

import re
from collections.abc import Collection
from html import escape
from typing import Literal

from builder.document import blocks as b
from builder.reading.theme import GUTTER, Theme, list_column, share, width

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
_PLACES = re.compile(r"(\{pages?\})")
Foot = Literal["title", "number"]
"""What stands at the foot of a page: the title of its part; its number."""


def page_html(document: b.Document, theme: Theme, sections: str) -> str:
    """The sections in an HTML page that carries the document's metadata; its body says which of the theme's choices hold."""
    metadata = {
        "author": document.author,
        "description": document.subject,
        "generator": "Dossier builder",
        "dcterms.created": document.date,
        "dcterms.modified": document.date,
    }
    metas = "".join(f'<meta name="{name}" content="{escape(content)}">' for name, content in metadata.items())
    head = f'<meta charset="utf-8"><title>{escape(document.title)}</title>{metas}'
    return f'<!doctype html><html lang="{escape(document.language)}"><head>{head}</head><body class="{_choices(theme)}">{sections}</body></html>'


def _choices(theme: Theme) -> str:
    choices = {"stacked": not theme.rail, "spaced": theme.paragraphs == "spaced", "white-cover": theme.cover == "paper"}
    return " ".join(name for name, chosen in choices.items() if chosen)


def theme_css(document: b.Document, theme: Theme, feet: Collection[Foot]) -> str:
    """What the style sheet takes from the theme, and the pages with what shall stand at their foot."""
    variables = {
        **{f"--{name}": colour for name, colour in theme.colours},
        **{f"--font-{name}": ", ".join(f'"{family}"' for family in (family, *FALLBACKS)) for name, family in theme.fonts},
        **{f"--size-{name}": f"{size.points:g}pt" for name, size in theme.sizes},
        **{f"--leading-{name}": f"{size.leading:g}pt" for name, size in theme.sizes},
        "--rail": f"{theme.rail:g}mm",
        "--beside": f"{max(theme.rail - GUTTER, 0):g}mm",
        **{f"--{name}": f"{share(theme, number) - _HAIR:.3f}mm" for name, number in (("half", 2), ("third", 3), ("quarter", 4))},
        "--list": f"{list_column(theme):g}mm",
        "--list-label": f"{list_column(theme) - GUTTER:g}mm",
    }
    root = "".join(f"{name}: {value};" for name, value in variables.items())
    return f":root {{ {root} }} {_page_css(document, theme, feet)}"


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
