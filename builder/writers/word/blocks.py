"""Every block of a document in Word's terms."""

from typing import assert_never

from builder.document import blocks as b
from builder.writers.word import boxes, front, pictures, prose, register, tables
from builder.writers.word.paragraphs import Flow
from builder.writers.word.writing import Place, Writing


def block_flow(block: b.AnyBlock, place: Place, writing: Writing) -> list[Flow]:
    """The paragraphs and tables of a block, with its bookmark around them."""
    made = _flow(block, place, writing)
    return writing.anchors.enclose(made, block.id) if made else []


def _flow(block: b.AnyBlock, place: Place, writing: Writing) -> list[Flow]:
    match block:
        case b.Heading():
            return prose.heading(block, place, writing)
        case b.Paragraph():
            return prose.running_text(block, place, writing)
        case b.List():
            return prose.numbered_list(block, place, writing, lambda child, inside: block_flow(child, inside, writing))
        case b.Table():
            return tables.data_table(block, writing)
        case b.Picture():
            return pictures.picture(block, writing)
        case b.Chart():
            return pictures.chart(block, writing)
        case b.Quote():
            return prose.quote(block, writing)
        case b.Callout():
            return prose.callout(block, writing)
        case b.EvidenceCard():
            return boxes.single_card(block, writing)
        case b.Cards():
            return boxes.cards(block, writing)
        case b.KeyFigures():
            return boxes.key_figures(block, place, writing)
        case b.Coverage():
            return boxes.coverage(block, writing)
        case b.Timeline():
            return boxes.timeline(block, writing)
        case b.Contents():
            return front.contents(block, writing)
        case b.RegisterEntry():
            return register.register_entry(block, writing)
        case b.References():
            return register.references(block, writing)
        case b.Cover():
            return front.cover(block, writing)
        case _:
            assert_never(block)
