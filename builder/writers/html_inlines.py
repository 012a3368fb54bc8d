"""Inlines as HTML."""

from html import escape
from typing import assert_never

from builder.document import inlines as i
from builder.writers.html_setting import Setting

MARK = "mark"
"""Class of the number of a source."""
CALL, NOTE = "call:", "note:"
"""What stands before the number in the ids of a note on a screen; no block's id has a colon."""
_JOINER = "\N{WORD JOINER}"
"""Keeps a raised number on the line of its word."""


def line(children: i.Inlines, setting: Setting) -> str:
    """The inlines of a line."""
    return "".join(_inline(child, setting) for child in children)


def anchor(target: str, content: str, kind: str = "", role: str = "") -> str:
    """Content, as HTML, that leads to a block; without a target it stays what it is."""
    name = f' class="{kind}"' if kind else ""
    return f'<a{name}{role} href="#{escape(target)}">{content}</a>' if target else f"<span{name}>{content}</span>"


def _inline(child: i.Inline, setting: Setting) -> str:
    match child:
        case i.Text() | i.Value():
            return escape(child.text)
        case i.Strong():
            return f"<strong>{line(child.children, setting)}</strong>"
        case i.Emphasis():
            return f"<em>{line(child.children, setting)}</em>"
        case i.Code():
            return f"<code>{escape(child.text)}</code>"
        case i.InLanguage():
            return f'<span lang="{escape(child.language)}">{line(child.children, setting)}</span>'
        case i.Written():
            return line(child.children, setting)
        case i.Link():
            return f'<a href="{escape(child.url)}">{line(child.children, setting)}</a>'
        case i.Citation():
            return f'{_JOINER}<span class="cite">{",".join(_mark(mark, setting) for mark in child.marks)}</span>'
        case i.CrossReference():
            return anchor(child.target, escape(child.text))
        case i.Footnote() if setting.screen:
            return f'{_JOINER}<a class="noteref" id="{CALL}{child.number}" href="#{NOTE}{child.number}" role="doc-noteref">{child.number}</a>'
        case i.Footnote():
            return f'<span class="footnote" data-number="{child.number}">{line(child.children, setting)}</span>'
        case i.LineBreak():
            return "<br>"
        case _:
            assert_never(child)


def _mark(mark: i.CitationMark, setting: Setting) -> str:
    locator = f'<span class="locator"> ({escape(mark.locator)})</span>' if mark.locator else ""
    role = ' role="doc-biblioref"' if setting.screen else ""
    return anchor(mark.target, str(mark.number), MARK, role) + locator
