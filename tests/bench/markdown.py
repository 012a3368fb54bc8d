"""The words of a document as Markdown, for a fair race against converters."""

from collections.abc import Iterator
from dataclasses import replace

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.words import block_texts, plain


def without_drawings(document: b.Document) -> b.Document:
    """The document with the words of its charts as paragraphs: what both sides of the race write."""
    parts = (replace(part, blocks=tuple(_worded(block) for block in part.blocks)) for part in document.parts)
    return replace(document, parts=tuple(parts))


def _worded(block: b.AnyBlock) -> b.AnyBlock:
    return b.Paragraph(block.id, block.origin, (i.Text(" ".join(block_texts(block))),)) if isinstance(block, b.Chart) else block


def as_markdown(document: b.Document) -> str:
    """All words of the document with headings, lists and tables."""
    return "\n\n".join(line for part in document.parts for block in part.blocks for line in _block(block)) + "\n"


def _block(block: b.AnyBlock) -> Iterator[str]:
    match block:
        case b.Heading():
            yield f"{'#' * block.level} {block.label} {plain(block.children)}"
        case b.List():
            yield "\n".join(f"- {' '.join(piece for child in item for piece in block_texts(child))}" for item in block.items)
        case b.Table():
            rows = [[f"{plain(cell.children)} {plain(cell.detail)}" for cell in row.cells] for row in block.rows if not row.group]
            head = [plain(column.title) for column in block.columns]
            yield "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])
        case b.RegisterEntry() | b.Cards() | b.References():
            yield from filter(None, block_texts(block))
        case _:
            yield " ".join(filter(None, block_texts(block)))
