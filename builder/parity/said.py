"""What a document says, aspect by aspect: in the same form for the block tree, a PDF, a Word file and a page, so that they can be compared."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias
from urllib.parse import quote

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import every_inline
from builder.document.words import block_texts, notes_of, plain

Aspect = Literal[
    "text", "headings", "items", "tables", "figures", "captions", "addresses", "targets", "notes", "citations", "language", "properties", "order"
]
ASPECTS: Mapping[Aspect, str] = {
    "text": "every word, in reading order",
    "headings": "headings with their levels, in order",
    "items": "items of lists with their numbers or dashes",
    "tables": "every cell of every table",
    "figures": "alternative texts of pictures and charts, in order",
    "captions": "labels of figures and tables, in order",
    "addresses": "addresses outside that links lead to",
    "targets": "blocks that links inside lead to",
    "notes": "footnotes, in order",
    "citations": "raised numbers",
    "language": "the language of the document",
    "properties": "title, author and subject",
    "order": "blocks, in order",
}
"""What is compared, each by a check of its own."""
Said: TypeAlias = Mapping[Aspect, tuple[str, ...]]
"""What is said in each aspect, piece by piece."""
DASH = "–"
"""Stands before the items of a list without order."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""Fonts draw a raised figure and its character with one glyph, so a reader of the file cannot tell them apart."""
_LAYOUT = re.compile("[\\s\u00ad\u200a\u200b\u2060\ufe00-\ufe0f]+")
_PLAIN = "%:/?#[]@!$&'()*+,;=~"
"""Characters of an address that stand for themselves, beside letters, digits and `-._` (RFC 3986, 2.2)."""
_LETTERS = 120
"""Of a piece, when it is shown."""


def folded(text: str) -> str:
    """Without white space and the signs of a layout, which differ from format to format; raised figures as plain ones, letters with marks as one.

    A letter with a mark and the two one after the other are the same text (Unicode Standard Annex 15, form C).
    """
    return unicodedata.normalize("NFC", _LAYOUT.sub("", text).translate(_RAISED))


def shown(text: str) -> str:
    """A piece in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LETTERS else f"{line[:_LETTERS]}…"


def said_by(document: b.Document, page_of: Mapping[str, int]) -> Said:
    """What the block tree says. `page_of` gives the pages that its contents name; an empty one leaves them out."""
    blocks = [block for part in document.parts for block in part.blocks]
    inlines = [inline for block in blocks for inline in every_inline(block)]
    return {
        "text": tuple(piece for block in blocks for piece in _texts(block, page_of) if piece),
        "headings": tuple(_heading(block) for block in blocks if isinstance(block, b.Heading)),
        "items": tuple(item for block in blocks for item in _items(block)),
        "tables": tuple(_table(block) for block in blocks if isinstance(block, b.Table)),
        "figures": tuple(alt for block in blocks for alt in _alternatives(block)),
        "captions": tuple(_label(block) for block in blocks if isinstance(block, b.Table | b.Picture | b.Chart) and _label(block)),
        "addresses": addresses([*(inline.url for inline in inlines if isinstance(inline, i.Link)), *_source_addresses(blocks)]),
        "targets": tuple(sorted(set(_targets(blocks, inlines)))),
        "notes": tuple(plain(note.children) for block in blocks for note in notes_of(block)),
        "citations": tuple(sorted(str(mark.number) for inline in inlines if isinstance(inline, i.Citation) for mark in inline.marks)),
        "language": (document.language,),
        "properties": (document.title, document.author, document.subject),
        "order": tuple(block.id for block in blocks if any(block_texts(block)) or any(_alternatives(block))),
    }


def addresses(urls: Iterable[str]) -> tuple[str, ...]:
    """Each address once, in order; in the form of a PDF, which holds none but ASCII characters (RFC 3987, 3.1)."""
    return tuple(sorted({quote(url, safe=_PLAIN) for url in urls}))


def _texts(block: b.AnyBlock, page_of: Mapping[str, int]) -> Iterator[str]:
    if not (page_of and isinstance(block, b.Contents)):
        yield from block_texts(block)
        return
    for row in block.rows:
        yield from (row.label, row.title, row.detail, str(page_of.get(row.target, "")))


def _label(block: b.Table | b.Picture | b.Chart) -> str:
    return block.caption.label if block.caption else ""


def _heading(block: b.Heading) -> str:
    return f"{block.level} {' '.join(filter(None, (block.label, plain(block.children))))}"


def _items(block: b.AnyBlock) -> Iterator[str]:
    """Each item by its number and the words it begins with, the outer before the inner."""
    if not isinstance(block, b.List):
        return
    for number, item in enumerate(block.items, block.start):
        first = next((child for child in item if isinstance(child, b.Paragraph)), None)
        yield f"{f'{number}.' if block.ordered else DASH} {plain(first.children) if first else ''}"
        for child in item:
            yield from _items(child)


def _table(block: b.Table) -> str:
    heads = [plain(column.title) for column in block.columns]
    rows = [[plain(cell.children) + plain(cell.detail) for cell in row.cells] for row in block.rows]
    return as_table([*([heads] if any(heads) else []), *rows])


def as_table(rows: list[list[str]]) -> str:
    """Rows and cells in one piece."""
    return " ‖ ".join(" | ".join(" ".join(cell.split()) for cell in row) for row in rows)


def _alternatives(block: b.AnyBlock) -> Iterator[str]:
    match block:
        case b.Picture():
            yield block.alt
        case b.Chart() if block.points or block.panels or block.spans:
            yield block.alt
        case b.Cover():
            yield from ([block.alt] if block.points else [])
            yield from ([block.logo.alt] if block.logo else [])
        case _:
            pass


def _source_addresses(blocks: list[b.AnyBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, b.RegisterEntry):
            yield from (source.url for source in block.sources if source.url)


def _targets(blocks: list[b.AnyBlock], inlines: list[i.Inline]) -> Iterator[str]:
    """Ids that something leads to."""
    for inline in inlines:
        if isinstance(inline, i.Citation):
            yield from (mark.target for mark in inline.marks if mark.target)
        elif isinstance(inline, i.CrossReference) and inline.target:
            yield inline.target
    for block in blocks:
        match block:
            case b.Contents():
                yield from (row.target for row in block.rows if row.target)
            case b.Coverage():
                yield from (cell.target for cell in block.cells if cell.target)
            case b.Cards():
                yield from (card.target for card in block.cards if card.target)
            case b.EvidenceCard() if block.target:
                yield block.target
            case _:
                pass
