"""The words of a document, in reading order: what every writer must print, no more and no less.

Words inside a drawing are not among them (its alternative text stands for them), nor are page numbers and the foot of the page.
"""

from collections.abc import Iterator
from typing import assert_never

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import every_inline


def texts(document: b.Document) -> Iterator[tuple[b.AnyBlock, tuple[str, ...]]]:
    """Each block of the top level with its pieces of text."""
    for part in document.parts:
        for block in part.blocks:
            yield block, tuple(piece for piece in block_texts(block) if piece)


def count_words(document: b.Document) -> int:
    """How many words stand in the document, footnotes included."""
    running = sum(len(piece.split()) for _, pieces in texts(document) for piece in pieces)
    return running + sum(len(plain(note.children).split()) for part in document.parts for block in part.blocks for note in notes_of(block))


def plain(children: i.Inlines) -> str:
    """The text of inlines in one line; a footnote shows its number."""
    return "".join(_inline(child) for child in children)


def bare(children: i.Inlines) -> str:
    """The text of inlines in one line, without what is raised above it: citations and notes."""
    return "".join(_bare(child) for child in children).strip()


def _bare(child: i.Inline) -> str:
    match child:
        case i.Citation() | i.Footnote():
            return ""
        case i.Strong() | i.Emphasis() | i.InLanguage() | i.Written() | i.Link():
            return "".join(map(_bare, child.children))
        case _:
            return _inline(child)


def notes_of(block: b.AnyBlock) -> Iterator[i.Footnote]:
    """The footnotes of a block, in order."""
    return (inline for inline in every_inline(block) if isinstance(inline, i.Footnote))


def citation_text(citation: i.Citation) -> str:
    """The raised numbers of a citation as plain text: `5,6 (p. 12)`."""
    return ",".join(f"{mark.number} ({mark.locator})" if mark.locator else str(mark.number) for mark in citation.marks)


def _inline(child: i.Inline) -> str:
    match child:
        case i.Text() | i.Code() | i.Value() | i.CrossReference():
            return child.text
        case i.Strong() | i.Emphasis() | i.InLanguage() | i.Written() | i.Link():
            return plain(child.children)
        case i.Citation():
            return citation_text(child)
        case i.Footnote():
            return str(child.number)
        case i.LineBreak():
            return "\n"
        case _:
            assert_never(child)


def block_texts(block: b.AnyBlock) -> Iterator[str]:
    """The pieces of text of one block, in reading order; empty pieces included."""
    match block:
        case b.Heading():
            yield block.label
            yield plain(block.children)
        case b.Paragraph():
            yield plain(block.children)
        case b.List():
            for number, item in enumerate(block.items, block.start):
                if block.ordered:
                    yield f"{number}."
                for child in item:
                    yield from block_texts(child)
        case b.Table():
            yield from _table(block)
        case b.Picture():
            yield from _caption(block.caption)
            yield block.credit
        case b.Chart():
            yield from _caption(block.caption)
            yield plain(block.note)
        case b.Quote():
            yield plain(block.children)
            yield block.speaker
        case b.Callout():
            yield block.label
            yield plain(block.children)
        case b.EvidenceCard():
            yield str(block.number)
            yield plain(block.title)
            yield block.meta
            yield plain(block.children)
            yield from _facts(block.facts)
        case b.Cards():
            for card in block.cards:
                yield from block_texts(card)
        case b.KeyFigures():
            for figure in block.figures:
                yield from (figure.before, figure.number, figure.after, plain(figure.children))
        case b.Coverage():
            yield block.title
            for cell in block.cells:
                yield cell.title
            for cell in block.cells:
                yield from cell.lines
        case b.Timeline():
            for event in block.events:
                yield event.date
                yield plain(event.children)
        case b.Contents():
            for row in block.rows:
                yield from (row.label, row.title, row.detail)
        case b.RegisterEntry():
            yield from _register_entry(block)
        case b.References():
            for reference in block.references:
                yield str(reference.number)
                yield reference.title
                yield plain(reference.children)
        case b.Cover():
            yield from (block.call, block.title, block.claim)
            yield from _facts(block.facts)
        case _:
            assert_never(block)


def _caption(caption: b.Caption | None) -> Iterator[str]:
    if caption:
        yield from (caption.label, plain(caption.title), plain(caption.detail))


def _facts(facts: tuple[b.Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield fact.term
        yield plain(fact.children)


def _table(table: b.Table) -> Iterator[str]:
    yield from _caption(table.caption)
    for column in table.columns:
        yield plain(column.title)
    for row in table.rows:
        for cell in row.cells:
            yield plain(cell.children)
            yield plain(cell.detail)


def _sources(sources: tuple[b.RegisterSource, ...]) -> Iterator[str]:
    for source in sources:
        yield from (source.marks, source.title, source.publisher, source.url, *source.detail)


def _register_entry(entry: b.RegisterEntry) -> Iterator[str]:
    yield str(entry.number)
    yield entry.entry
    yield from entry.meta
    yield plain(entry.title)
    for paragraph in entry.paragraphs:
        yield plain(paragraph)
    for claim in entry.claims:
        yield claim.mark
        yield plain(claim.children)
    yield from _sources(entry.sources)
