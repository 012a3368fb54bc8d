"""Inlines as print HTML."""

from html import escape
from typing import assert_never

from builder.document import inlines as i

MARK = "mark"
"""Class of the number of a source."""
_JOINER = "\N{WORD JOINER}"
"""Keeps a raised number on the line of its word."""


def line(children: i.Inlines) -> str:
    """The inlines of a line."""
    return "".join(_inline(child) for child in children)


def anchor(target: str, content: str, kind: str = "") -> str:
    """Content, as HTML, that leads to a block; without a target it stays what it is."""
    name = f' class="{kind}"' if kind else ""
    return f'<a{name} href="#{escape(target)}">{content}</a>' if target else f"<span{name}>{content}</span>"


def _inline(child: i.Inline) -> str:
    match child:
        case i.Text() | i.Value():
            return escape(child.text)
        case i.Strong():
            return f"<strong>{line(child.children)}</strong>"
        case i.Emphasis():
            return f"<em>{line(child.children)}</em>"
        case i.Code():
            return f"<code>{escape(child.text)}</code>"
        case i.InLanguage():
            return f'<span lang="{escape(child.language)}">{line(child.children)}</span>'
        case i.Link():
            return f'<a href="{escape(child.url)}">{line(child.children)}</a>'
        case i.Citation():
            return f'{_JOINER}<span class="cite">{",".join(map(_mark, child.marks))}</span>'
        case i.CrossReference():
            return anchor(child.target, escape(child.text))
        case i.Footnote():
            return f'<span class="footnote" data-number="{child.number}">{line(child.children)}</span>'
        case i.LineBreak():
            return "<br>"
        case _:
            assert_never(child)


def _mark(mark: i.CitationMark) -> str:
    locator = f'<span class="locator"> ({escape(mark.locator)})</span>' if mark.locator else ""
    return anchor(mark.target, str(mark.number), MARK) + locator
