"""Inlines as runs."""

from dataclasses import dataclass, replace
from functools import cache
from typing import assert_never

from builder.document import inlines as i
from builder.writers.word.anchors import bookmark_name
from builder.writers.word.language import word_language
from builder.writers.word.markup import text, w
from builder.writers.word.package import Story
from builder.writers.word.paragraphs import BREAK, internal_link, paragraph, run
from builder.writers.word.referring import referring
from builder.writers.word.style import style_id
from builder.writers.word.writing import Writing


@dataclass(frozen=True, slots=True)
class _Look:
    """What the inlines around words make of them."""

    style: str = ""
    strong: bool = False
    emphasis: bool = False
    language: str = ""
    level: bool = False
    """Citations stand on the line, plain: the words are nothing but references."""


_PLAIN = _Look()
_RAISED = w("rPr", w("rStyle", val=style_id("footnote reference")))


@cache
def _properties(look: _Look) -> str:
    """A look as run properties; empty where there is nothing to say."""
    style = look.style or {(True, False): "Strong", (False, True): "Emphasis"}.get((look.strong, look.emphasis), "")
    said = (
        w("rStyle", val=style_id(style)) if style else "",
        w("b") if look.strong and style != "Strong" else "",
        w("i") if look.emphasis and style != "Emphasis" else "",
        w("lang", val=word_language(look.language)) if look.language else "",
    )
    return w("rPr", *said) if any(said) else ""


def runs(children: i.Inlines, writing: Writing, *, style: str = "", level: bool = False) -> str:
    """The inlines of a block in the body of the file, in a character style; with `level`, citations are not raised."""
    look = _Look(style, level=level) if style or level else _PLAIN
    return _runs(children, writing, writing.package.body, look)


def _runs(children: i.Inlines, writing: Writing, story: Story, look: _Look) -> str:
    return "".join([_inline(child, writing, story, look) for child in children])


def _inline(child: i.Inline, writing: Writing, story: Story, look: _Look) -> str:
    match child:
        case i.Text() | i.Value():
            return _words(child.text, look)
        case i.Code():
            return _words(child.text, replace(look, style="Code"))
        case i.Strong():
            return _runs(child.children, writing, story, replace(look, strong=True))
        case i.Emphasis():
            return _runs(child.children, writing, story, replace(look, emphasis=True))
        case i.InLanguage():
            return _runs(child.children, writing, story, replace(look, language=child.language))
        case i.Written():
            return writing.anchors.around(_runs(child.children, writing, story, look), bookmark_name(child.id))
        case i.Link():
            return external_link(child.url, story, _runs(child.children, writing, story, replace(look, style="Hyperlink")))
        case i.CrossReference():
            return referring(child.target, child.text, _properties(look), writing)
        case i.Citation():
            return _citation(child, "Level Citation" if look.level else "Citation")
        case i.Footnote():
            return _footnote(child, writing)
        case i.LineBreak():
            return BREAK
        case _:
            assert_never(child)


def _words(words: str, look: _Look) -> str:
    return f"<w:r>{_properties(look)}{text(words)}</w:r>"


def external_link(url: str, story: Story, content: str) -> str:
    """What leads to an address outside the file."""
    return f'<w:hyperlink r:id="{story.link(url)}" w:history="1">{content}</w:hyperlink>'


def _citation(citation: i.Citation, style: str) -> str:
    return run(",", style).join([_mark(one, style) for one in citation.marks])


def _mark(one: i.CitationMark, style: str) -> str:
    number = run(str(one.number), style)
    linked = internal_link(bookmark_name(one.target), number) if one.target else number
    return linked + (run(f" ({one.locator})", "Locator") if one.locator else "")


def _footnote(note: i.Footnote, writing: Writing) -> str:
    number = len(writing.notes) + 1
    sign = w("r", _RAISED, w("footnoteRef"))
    content = paragraph("footnote text", sign, run(" "), _runs(note.children, writing, writing.package.footnotes, _PLAIN))
    writing.notes.append(w("footnote", content.markup(), id=number))
    return w("r", _RAISED, w("footnoteReference", id=number))
