"""The evidence register and the list of sources."""

from typing import Literal

from builder.document import blocks as b
from builder.writers.word.markup import mm, pt, w
from builder.writers.word.paragraphs import BREAK, EN_SPACE, TAB, Flow, Paragraph, paragraph, run
from builder.writers.word.style import Rule
from builder.writers.word.style_list import FINE, MARK, RULE
from builder.writers.word.styles import ARRANGED, RULED
from builder.writers.word.tables import cell, row, table
from builder.writers.word.text import external_link, runs
from builder.writers.word.writing import Writing

_DETAILS = mm(54)
_WHOLE = 6
"""Sources that an entry may have to stay on one page."""
_ROOM_BESIDE = w("tcMar", w("right", w=mm(3), type="dxa"))
_ROOM_BELOW = w("tcMar", w("bottom", w=pt(3.75), type="dxa"))


def register_entry(block: b.RegisterEntry, writing: Writing) -> list[Flow]:
    """An entry: number and state in the rail, claims and sources in the main column."""
    listing = writing.grid.listing
    main = writing.grid.width - listing
    widths = (listing, MARK, main - MARK - _DETAILS, _DETAILS)
    rules = (Rule("top", RULE, writing.theme.colours.ink),)
    last = len(block.sources)
    whole = last <= _WHOLE
    merged: Literal["restart"] | None = "restart" if block.sources else None
    rail = cell(listing, _rail(block), rules=rules, merged=merged, keep_next=whole and last > 0)
    claims = cell(main, _claims(block, writing), span=3, rules=rules, extra=_ROOM_BELOW, keep_next=whole and last > 0)
    sources = (_source_row(source, widths, writing, keep_next=whole and number < last) for number, source in enumerate(block.sources, 1))
    return [table(ARRANGED, widths, (row(rail, claims), *sources))]


def _rail(block: b.RegisterEntry) -> list[Paragraph]:
    number = Paragraph("Table Row Title", run(str(block.number), "Label"), before=3.75)
    return [number, *(paragraph("Small", run(line)) for line in (block.entry, *block.meta) if line)]


def _claims(block: b.RegisterEntry, writing: Writing) -> list[Paragraph]:
    made = [Paragraph("Table Row Title", runs(block.title, writing), before=3.75)]
    made += [paragraph("Register Text", runs(children, writing)) for children in block.paragraphs]
    return made + [paragraph("Claim", run(claim.mark, "Claim Mark"), TAB, runs(claim.children, writing)) for claim in block.claims]


def _source_row(source: b.RegisterSource, widths: tuple[int, ...], writing: Writing, *, keep_next: bool) -> str:
    rules = (Rule("top", FINE, writing.theme.colours.line),)
    contents = (run(source.marks), _source(source, writing), BREAK.join(map(run, source.detail)))
    cells = (
        cell(width, (paragraph("Source", content),), rules=rules, extra=_ROOM_BESIDE, keep_next=keep_next)
        for width, content in zip(widths[1:], contents, strict=True)
    )
    return row(cell(widths[0], (), merged="continue"), *cells)


def _source(source: b.RegisterSource, writing: Writing) -> str:
    """Title and publisher in one line, the address in the next."""
    publisher = run(EN_SPACE + source.publisher) if source.publisher else ""
    address = BREAK + external_link(source.url, writing.package.body, run(source.url, "Hyperlink")) if source.url else ""
    return run(source.title, "Source Title") + publisher + address


def references(block: b.References, writing: Writing) -> list[Flow]:
    """The list of sources: a row for each number."""
    widths = (writing.grid.listing, writing.grid.width - writing.grid.listing)
    rows = []
    for reference in block.references:
        rows += writing.anchors.enclose([_reference(reference, widths, writing)], reference.id)
    return [table(RULED, widths, map(str, rows), names=True)] if rows else []


def _reference(reference: b.Reference, widths: tuple[int, int], writing: Writing) -> str:
    name = paragraph("Small", run(str(reference.number), "Small Label"), run(f" {reference.title}"))
    return row(cell(widths[0], (name,)), cell(widths[1], (paragraph("Small", runs(reference.children, writing)),)))
