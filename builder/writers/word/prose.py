"""Headings, running text, lists, quotations and open points."""

from collections.abc import Callable

from builder.document import blocks as b
from builder.document import words
from builder.writers.word.fitting import label_width
from builder.writers.word.labels import label
from builder.writers.word.numbering import LEVELS
from builder.writers.word.paragraphs import BREAK, EN_SPACE, TAB, Flow, Paragraph, paragraph, run
from builder.writers.word.referring import labelled, titled
from builder.writers.word.text import runs
from builder.writers.word.writing import Place, Writing

_LONG_HEADLINE = 60
"""Characters above which a headline is set smaller."""
_DENSE = 15.0
"""Space around the headline of a dense opener, in points."""
_IN_RAIL = 2
"""The last level of headings whose labels stand in the rail."""
WriteNested = Callable[[b.AnyBlock, Place], list[Flow]]
"""Writes a block that stands inside another."""


def heading(block: b.Heading, place: Place, writing: Writing) -> list[Flow]:
    """A heading; on the first two levels its label stands in the rail, and a tab leads to the words."""
    title = titled(block, runs(block.children, writing), writing)
    if block.level > _IN_RAIL:
        return [paragraph(f"heading {block.level}", labelled(block.id, block.label, writing, run) + run(" ") if block.label else "", title)]
    style = "Opener Heading" if place.part == "opener" and block.level == 1 else f"heading {block.level}"
    if not writing.theme.rail:
        return [paragraph(style, labelled(block.id, block.label, writing, run) + run(EN_SPACE) if block.label else "", title)]
    before = label(block.label, "Label", block.id, writing, label_width(block.label, writing)) if block.label else ""
    return [paragraph(style, before, TAB, title)]


def running_text(block: b.Paragraph, place: Place, writing: Writing) -> list[Flow]:
    """A paragraph; in the body, one that follows another is indented."""
    match block.role:
        case "body":
            follows = isinstance(place.previous, b.Paragraph) and place.previous.role == "body"
            style = "Body Text First Indent" if follows and writing.theme.paragraphs == "indented" else "Body Text"
        case "headline":
            style = "Long Headline" if len(words.plain(block.children)) > _LONG_HEADLINE else "Headline"
            if place.dense:
                return [Paragraph(style, runs(block.children, writing), before=_DENSE, after=_DENSE)]
        case "lead":
            style = "Lead"
        case "note":
            style = "Note"
    return [paragraph(style, runs(block.children, writing))]


def numbered_list(block: b.List, place: Place, writing: Writing, write: WriteNested, level: int = 0) -> list[Flow]:
    """A list; what an item holds beside its first paragraph follows, indented with it."""
    depth = min(level, LEVELS - 1)
    numbering = writing.numbering.numbers(depth, block.start) if block.ordered else writing.numbering.dashes()
    style = "List Number" if block.ordered else "List Bullet"
    made: list[Flow] = []
    for item in block.items:
        first, rest = (item[0], item[1:]) if item and isinstance(item[0], b.Paragraph) else (None, item)
        opening = Paragraph(style, runs(first.children, writing) if first else "", numbered=(depth, numbering))
        made += writing.anchors.enclose([opening], first.id) if first else [opening]
        for child in rest:
            made += _within(child, place, writing, write, depth, ordered=block.ordered)
    return made


def _within(child: b.AnyBlock, place: Place, writing: Writing, write: WriteNested, level: int, *, ordered: bool) -> list[Flow]:
    made: list[Flow]
    match child:
        case b.List():
            made = numbered_list(child, place, writing, write, level + 1)
        case b.Paragraph():
            made = [Paragraph("List Continue", runs(child.children, writing), left=writing.numbering.indent(level, ordered=ordered))]
        case _:
            return write(child, place)
    return writing.anchors.enclose(made, child.id)


def quote(block: b.Quote, writing: Writing) -> list[Flow]:
    """Somebody's words and who said them."""
    said = paragraph("Quote", runs(block.children, writing))
    return [said, paragraph("Speaker", run(block.speaker))] if block.speaker else [said]


def callout(block: b.Callout, writing: Writing) -> list[Flow]:
    """An open point in its band."""
    return [paragraph("Callout", run(block.label, "Label"), TAB if writing.theme.rail else BREAK, runs(block.children, writing))]
