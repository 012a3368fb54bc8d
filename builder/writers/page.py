"""The document as one HTML page for reading on a screen: the same blocks as on paper, with fonts and pictures within, and nothing from elsewhere.

Landmarks: the cover is the header, the contents stand in a navigation beside the text, notes at its end with the way back. No script is needed,
and a Content-Security-Policy forbids whatever the page does not hold itself. The same document gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape
from itertools import takewhile
from pathlib import Path

from builder.document import blocks as b
from builder.document.words import notes_of, plain
from builder.reading.theme import Theme
from builder.reading.words import read_words
from builder.writers.html import part_html
from builder.writers.html_inlines import CALL, NOTE, line
from builder.writers.html_page import choices, metadata, screen_css, style_sheet
from builder.writers.html_setting import Setting
from builder.writers.html_tables import contents_list
from builder.writers.page_fonts import font_css
from builder.writers.picture_files import check_pictures, with_pictures

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'"
_STYLE = "screen.css"


def write_page(document: b.Document, theme: Theme, folder: Path) -> str:
    """The page; pictures, fixed words and a style sheet of its own come from the workspace in `folder`.

    Raises DossierError when a picture is missing, unreadable or lies outside the workspace (E305), or the words cannot be read.
    """
    check_pictures(document, folder)
    words = {name: escape(word) for name, word in read_words(folder, document.language).items() if isinstance(word, str)}
    body = _body(document, Setting(theme, screen=True), words)
    sheet = style_sheet(folder, _STYLE)
    style = f"{screen_css(theme)}\n{font_css(theme, body + sheet)}{sheet}".replace("</", "<\\/")  # or a word in it could end it
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">{metadata(document)}<style>{style}</style>'
    )
    shown = with_pictures(body, folder)
    return f'<!doctype html>\n<html lang="{escape(document.language)}"><head>{head}</head>\n<body class="{choices(theme)}">{shown}</body></html>\n'


def _body(document: b.Document, setting: Setting, words: Mapping[str, str]) -> str:
    covers = list(takewhile(lambda part: part.kind == "cover", document.parts))
    index, rest = _contents_first(document.parts[len(covers) :])
    title = f'<div class="masthead"><p>{escape(document.subject)}</p><h1>{escape(document.title)}</h1></div>'
    navigation = _parts([index], setting) if index else _own_contents(document, words)
    landmark = f'<nav aria-label="{words["contents"]}">{navigation}</nav>' if navigation else ""
    main = f"{_parts(rest, setting)}{_notes(document, setting, words)}"
    return (
        f'<a class="skip" href="#main">{words["skip"]}</a>'
        f'<header id="top">{_parts(covers, setting) or title}</header>\n'
        f'<div class="sheet">{landmark}\n'
        f'<main id="main" tabindex="-1">{main}</main></div>\n'
        f'<footer><p>{escape(document.title)}<br>{escape(document.subject)}</p><p><a href="#top">{words["to_top"]}</a></p></footer>'
    )


def _parts(parts: Iterable[b.Part], setting: Setting) -> str:
    return "\n".join(part_html(part, setting) for part in parts)


def _contents_first(parts: tuple[b.Part, ...]) -> tuple[b.Part | None, tuple[b.Part, ...]]:
    """What opens the document up to its contents, and what comes after; nothing where it does not open with them."""
    first = parts[0] if parts else None
    at = next((number for number, block in enumerate(first.blocks, 1) if isinstance(block, b.Contents)), 0) if first else 0
    if first is None or not at:
        return None, parts
    left = replace(first, id=f"{first.id}-rest", blocks=first.blocks[at:])
    return replace(first, blocks=first.blocks[:at]), (*((left,) if left.blocks else ()), *parts[1:])


def _own_contents(document: b.Document, words: Mapping[str, str]) -> str:
    """Contents for a document that has none: its parts, and the entries of a register."""
    rows = [row for part in document.parts for block in part.blocks for row in _rows(block)]
    return f"<h2>{words['contents']}</h2>{contents_list('contents:', rows)}" if rows else ""


def _rows(block: b.AnyBlock) -> Iterator[b.ContentsRow]:
    match block:
        case b.Heading(level=1):
            yield b.ContentsRow(block.label, plain(block.children), "", block.id)
        case b.RegisterEntry():
            yield b.ContentsRow(str(block.number), plain(block.title), "", block.id)
        case _:
            pass


def _notes(document: b.Document, setting: Setting, words: Mapping[str, str]) -> str:
    """The notes of the whole document, each with the way back to its number in the text."""
    notes = [note for part in document.parts for block in part.blocks for note in notes_of(block)]
    if not notes:
        return ""
    items = "".join(
        f'<li id="{NOTE}{note.number}" value="{note.number}"><span class="said">{line(note.children, setting)}</span> '
        f'<a class="back" href="#{CALL}{note.number}" role="doc-backlink" aria-label="{words["to_note"].format(number=note.number)}">↩</a></li>'
        for note in notes
    )
    return f'<section class="notes" role="doc-endnotes" aria-labelledby="notes:"><h2 id="notes:">{words["notes"]}</h2><ol>{items}</ol></section>'
