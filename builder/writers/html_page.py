"""The whole page of print HTML, and the theme as style sheet."""

import re
from dataclasses import dataclass
from html import escape

from builder.document import blocks as b
from builder.reading.theme import Theme

_PLACES = re.compile(r"(\{pages?\})")


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the pages of a stretch are numbered."""

    first: int = 1
    """Number of its first page."""
    total: int | None = None
    """Pages of the whole document; None where the stretch is the whole."""


def page_html(document: b.Document, sections: str) -> str:
    """The sections in an HTML page that carries the document's metadata."""
    metadata = {
        "author": document.author,
        "description": document.subject,
        "generator": "Dossier builder",
        "dcterms.created": document.date,
        "dcterms.modified": document.date,
    }
    metas = "".join(f'<meta name="{name}" content="{escape(content)}">' for name, content in metadata.items())
    head = f'<meta charset="utf-8"><title>{escape(document.title)}</title>{metas}'
    return f'<!doctype html><html lang="{escape(document.language)}"><head>{head}</head><body>{sections}</body></html>'


def theme_css(document: b.Document, theme: Theme, numbering: Numbering) -> str:
    """What the style sheet takes from the theme, and the pages with their foot."""
    variables = {
        **{f"--{name}": colour for name, colour in theme.colours},
        **{f"--font-{name}": f'"{family}"' for name, family in theme.fonts},
        **{f"--size-{name}": f"{size:g}pt" for name, size in theme.sizes},
    }
    root = "".join(f"{name}: {value};" for name, value in variables.items())
    return f":root {{ {root} }} {_page_css(document, theme, numbering)}"


def _page_css(document: b.Document, theme: Theme, numbering: Numbering) -> str:
    margins = theme.margins
    face = f'{theme.sizes.small:g}pt/11.25pt "{theme.fonts.sans}"'
    number = f"content: {_foot(document.foot, numbering)}; font: 600 {face}; color: {theme.colours.accent}; width: 45mm"
    title = f"content: string(part); font: {face}; color: {theme.colours.soft}; width: 129mm; text-align: left"
    figures = "font-variant-numeric: lining-nums"
    return (
        f"@page {{ size: A4; margin: {margins.top}mm {margins.side}mm {margins.bottom}mm;"
        f" @bottom-left {{ {number}; {figures} }} @bottom-right {{ {title}; {figures} }} }}"
        f" @page :first {{ counter-reset: page {numbering.first} }}"
        " @page cover { margin: 18mm; @bottom-left { content: none } @bottom-right { content: none } }"
    )


def _foot(pattern: str, numbering: Numbering) -> str:
    """The words around the page number as CSS content."""
    pages = "counter(pages)" if numbering.total is None else f'"{numbering.total}"'
    values = {"{page}": "counter(page)", "{pages}": pages}
    return " ".join(values.get(piece) or _quoted(piece) for piece in _PLACES.split(pattern) if piece)


def _quoted(text: str) -> str:
    escaped = re.sub(r'["\\\x00-\x1f]', lambda match: f"\\{ord(match[0]):x} ", text)
    return f'"{escaped}"'
