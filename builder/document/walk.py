"""Walks over a document: its blocks, its inlines, and what they refer to."""

from collections.abc import Iterator

from builder.document import blocks as b
from builder.document import inlines as i


def inlines_of(children: i.Inlines) -> Iterator[i.Inline]:
    """Every inline, the outer before the inner."""
    for child in children:
        yield child
        match child:
            case i.Strong() | i.Emphasis() | i.InLanguage() | i.Written() | i.Link() | i.Footnote():
                yield from inlines_of(child.children)
            case _:
                pass


def runs(block: b.AnyBlock) -> Iterator[i.Inlines]:
    """Every run of inlines in a block and the blocks inside it, in reading order."""
    match block:
        case b.Heading() | b.Paragraph() | b.Quote() | b.Callout():
            yield block.children
        case b.List():
            for item in block.items:
                for child in item:
                    yield from runs(child)
        case b.Table():
            if block.caption:
                yield from (block.caption.title, block.caption.detail)
            yield from (column.title for column in block.columns)
            for row in block.rows:
                for cell in row.cells:
                    yield from (cell.children, cell.detail)
        case b.Picture():
            yield from (block.caption.title, block.caption.detail)
        case b.Chart():
            yield from (block.caption.title, block.caption.detail, block.note)
        case b.EvidenceCard():
            yield from (block.title, block.children, *(fact.children for fact in block.facts))
        case b.Cards():
            for card in block.cards:
                yield from runs(card)
        case b.KeyFigures():
            yield from (figure.children for figure in block.figures)
        case b.Timeline():
            yield from (event.children for event in block.events)
        case b.RegisterEntry():
            yield from (block.title, *block.paragraphs, *(claim.children for claim in block.claims))
        case b.Cover():
            yield from (fact.children for fact in block.facts)
        case b.References():
            yield from (reference.children for reference in block.references)
        case b.Coverage() | b.Contents():
            pass


def every_inline(block: b.AnyBlock) -> Iterator[i.Inline]:
    """Every inline of a block."""
    for run in runs(block):
        yield from inlines_of(run)


def references(block: b.AnyBlock) -> set[str]:
    """The entries and sources that a block cites or takes values from."""
    found = set()
    for inline in every_inline(block):
        match inline:
            case i.Citation():
                found |= {mark.entry for mark in inline.marks}
            case i.Value():
                found.add(inline.reference.partition(".")[0])
            case _:
                pass
    return found


def nested(block: b.AnyBlock) -> Iterator[b.AnyBlock]:
    """A block and those inside it, the outer before the inner."""
    yield block
    match block:
        case b.List():
            for item in block.items:
                for child in item:
                    yield from nested(child)
        case b.Cards():
            yield from block.cards
        case _:
            pass


def ids(document: b.Document) -> Iterator[str]:
    """Every id that something may lead to, in reading order."""
    for part in document.parts:
        for block in part.blocks:
            for one in nested(block):
                yield one.id
                if isinstance(one, b.References):
                    yield from (reference.id for reference in one.references)
