"""Parts as sections: each begins on a new page and has its own foot."""

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.document import blocks as b
from builder.writers.word.blocks import block_flow
from builder.writers.word.grid import PAGE_HEIGHT, PAGE_WIDTH
from builder.writers.word.markup import mm, part, w
from builder.writers.word.paragraphs import TAB, Flow, Paragraph, field, flow_markup, paragraph, run
from builder.writers.word.writing import Place, Writing

_FOOT = mm(10)
"""From the foot's last line to the edge of the paper."""
_COVER_MARGIN = mm(18)
_PIECES = re.compile(r"(\{page\}|\{pages\})")
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_BETWEEN = 15.0
"""Between a block that is no running text and what follows, in points."""
_HALF = 7.5
_CALM = 2
"""With more open points than this an opener stands closer."""


def body(document: b.Document, writing: Writing) -> bytes:
    """The body of the file: every part of the document."""
    return part("document", w("body", *_sections(document, writing)))


def _sections(document: b.Document, writing: Writing) -> Iterator[str]:
    last = len(document.parts) - 1
    upright, lying = writing.grid, writing.grid.lying()
    for number, one in enumerate(document.parts):
        writing = replace(writing, grid=lying if one.lying else upright)
        flow = _part(one, writing)
        end = flow[-1] if flow else None
        if not isinstance(end, Paragraph):
            end = Paragraph("Gap", "", before=0)
            flow.append(end)
        section = _section(one, document, writing)
        if number < last:
            flow[-1] = replace(end, section=section)
        yield flow_markup(flow)
        if number == last:
            yield section


def _part(one: b.Part, writing: Writing) -> list[Flow]:
    flow: list[Flow] = []
    previous: b.AnyBlock | None = None
    dense = one.kind == "opener" and sum(isinstance(block, b.Callout) for block in one.blocks) > _CALM
    for block in one.blocks:
        place = Place(one.kind, previous, dense)
        made = block_flow(block, place, writing)
        if made:
            _join(flow, made, block, place)
            previous = block
    return flow


def _join(flow: list[Flow], made: list[Flow], block: b.AnyBlock, place: Place) -> None:
    """Add what a block became at its distance from what stands before it: tables have no space of their own, nor has running text."""
    first, before = made[0], flow[-1] if flow else None
    if isinstance(first, Paragraph):
        space = 0 if before is None else _over(block, place.previous)
        first = first if space is None else replace(first, before=space)
        if isinstance(before, str) and len(made) > 1:
            # LibreOffice loses a bookmark over several paragraphs that begins right after a table.
            flow.append(Paragraph("Gap", "", before=0))
    elif isinstance(before, Paragraph) and not isinstance(place.previous, b.Heading):
        flow[-1] = replace(before, after=_over_table(block, place))
    elif before is not None and not isinstance(before, Paragraph):
        flow.append(paragraph("Gap"))
    flow += [first, *made[1:]]


def _over(block: b.AnyBlock, previous: b.AnyBlock | None) -> float | None:
    """Space over running text; None leaves it to the style."""
    match block, previous:
        case (b.Paragraph(role="headline"), _) | (_, b.Heading()) | (b.Paragraph(), b.Paragraph()):
            return None
        case b.Callout(), b.Callout():
            return 0  # one band holds both
        case (b.List(), b.Paragraph() | b.List()) | (b.Paragraph(), b.List()):
            return _HALF
        case (b.Paragraph() | b.List(), _):
            return _BETWEEN
        case _:
            return None


def _over_table(block: b.AnyBlock, place: Place) -> float:
    """Space over what begins with a table."""
    if not isinstance(block, b.KeyFigures):
        return _BETWEEN
    return 3 * _BETWEEN if place.part == "opener" and not place.dense else 1.5 * _BETWEEN


def _section(one: b.Part, document: b.Document, writing: Writing) -> str:
    """The section of a part; a cover has its own margins and no foot."""
    cover = one.kind == "cover"
    grid = writing.grid
    top, bottom = (_COVER_MARGIN, _COVER_MARGIN) if cover else (grid.top, grid.bottom)
    paper = {"w": PAGE_HEIGHT, "h": PAGE_WIDTH, "orient": "landscape"} if one.lying else {"w": PAGE_WIDTH, "h": PAGE_HEIGHT}
    foot = "" if cover else f'<w:footerReference w:type="default" r:id="{writing.package.body.foot(_foot(one, document, writing))}"/>'
    return w(
        "sectPr",
        foot,
        w("type", val="nextPage"),
        w("pgSz", **paper),
        w("pgMar", top=top, right=grid.side, bottom=bottom, left=grid.side, header=_FOOT, footer=_FOOT, gutter=0),
    )


def _foot(one: b.Part, document: b.Document, writing: Writing) -> bytes:
    """The page number in the rail and the part's title beside it; without a rail the title stands first."""
    pieces = (piece for piece in _PIECES.split(document.foot) if piece)
    numbers = [field(_FIELDS[piece], run("1", "Small Label")) if piece in _FIELDS else run(piece, "Small Label") for piece in pieces]
    title = run(one.title) if one.title else ""
    return part(
        "ftr",
        paragraph("Lying Footer" if one.lying else "footer", *((*numbers, TAB, title) if writing.theme.rail else (title, TAB, *numbers))).markup(),
    )
