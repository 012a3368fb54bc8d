"""Tables: cells, rows, the tables that show data, and those that only put things side by side."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document import words
from builder.writers.shapes import face_width
from builder.writers.word.grid import GUTTER, PAGE_WIDTH, Grid
from builder.writers.word.labels import label
from builder.writers.word.markup import border, mm, quoted, w
from builder.writers.word.paragraphs import EN_SPACE, Flow, Paragraph, paragraph, run
from builder.writers.word.style import Rule, Side
from builder.writers.word.style_list import FINE, RULE, TERM
from builder.writers.word.styles import ARRANGED, OPEN, RULED, WIDE, table_style_id
from builder.writers.word.text import runs
from builder.writers.word.writing import Writing

_LOOK, _FIRST_ROW, _FIRST_COLUMN = 0x0600, 0x0020, 0x0080
"""Bits of a table's look: no bands; a head; names of rows."""
_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right")
_SHORT = 8
"""Rows that a table may have to stay on one page."""
_PAIR = 2
_SOFT_FROM = 2
"""Columns of the table of initiatives, counted from 0, that say less."""
_EMPTY = paragraph("Small")
"""What Word demands in a cell without content."""
_LAST_MARGIN = w("tcMar", w("right", w=0, type="dxa"))
_TERM_MARGIN = w("tcMar", w("right", w=mm(3), type="dxa"))
_LONG_TERM = 100.0
"""Points above which a term takes more than two lines of its usual column."""
_AT_FOOT = w("vAlign", val="bottom")


def cell(
    width: int,
    content: Iterable[Flow],
    *,
    span: int = 1,
    merged: Literal["restart", "continue"] | None = None,
    rules: tuple[Rule, ...] = (),
    extra: str = "",
    keep_next: bool = False,
) -> str:
    """A cell. `merged` says whether it opens or continues a cell over several rows; `extra` are properties that Word wants after the rules.

    `keep_next` holds its paragraphs on the page of the next.
    """
    inner = "".join([one.markup(keep_next=keep_next) if isinstance(one, Paragraph) else one for one in content])
    return f"<w:tc>{_cell_properties(width, span, merged, rules, extra)}{inner or _EMPTY.markup(keep_next=keep_next)}</w:tc>"


@lru_cache(maxsize=1000)
def _cell_properties(width: int, span: int, merged: str | None, rules: tuple[Rule, ...], extra: str) -> str:
    given = {rule.side: border(rule.side, rule.thickness, rule.colour) for rule in rules}
    return w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else "",
        w("vMerge", val=merged) if merged else "",
        w("tcBorders", *(given.get(side) or w(side, val="nil") for side in _SIDES)) if rules else "",
        extra,
    )


def row(*cells: str, head: bool = False, height: int | None = None) -> str:
    """A row that stays on one page; a head row is repeated on each."""
    tall = "" if height is None else w("trHeight", val=height, hRule="exact")
    properties = w("trPr", w("cantSplit"), tall, w("tblHeader") if head else "")
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(style: str, widths: Sequence[int], rows: Iterable[str], *, head: bool = False, names: bool = False, says: str = "") -> str:
    """A table of fixed widths. `names` tells that first cells name their rows, `says` what the table is about."""
    opening = _opening(style, tuple(widths), head=head, names=names)
    caption = f'<w:tblCaption w:val="{quoted(says)}"/>' if says else ""
    return f"<w:tbl>{opening.replace(_CAPTION, caption)}{''.join(rows)}</w:tbl>"


_CAPTION = "<w:tblCaption/>"


@lru_cache(maxsize=1000)
def _opening(style: str, widths: tuple[int, ...], *, head: bool, names: bool) -> str:
    bits = _LOOK + _FIRST_ROW * head + _FIRST_COLUMN * names
    look = w("tblLook", val=f"{bits:04X}", firstRow=int(head), lastRow=0, firstColumn=int(names), lastColumn=0, noHBand=1, noVBand=1)
    width = w("tblW", w=sum(widths), type="dxa")
    properties = w("tblPr", w("tblStyle", val=table_style_id(style)), width, w("tblLayout", type="fixed"), look, _CAPTION)
    return properties + w("tblGrid", *(w("gridCol", w=width) for width in widths))


def arranged(things: Sequence[Iterable[Flow]], width: int, in_row: int, rule: Rule | None = None) -> str:
    """Things side by side, `in_row` of them in a row, each `width` wide with a gutter between; a rule runs over each."""
    widths = [width if place % 2 == 0 else GUTTER for place in range(2 * in_row - 1)]
    rules = () if rule is None else (rule,)
    gutter = cell(GUTTER, ())
    rows = []
    for start in range(0, len(things), in_row):
        cells = [cell(width, content, rules=rules) for content in things[start : start + in_row]]
        missing = widths[2 * len(cells) - 1 :]
        rest = cell(sum(missing), (), span=len(missing)) if missing else ""
        rows.append(row(gutter.join(cells), rest))
    return table(ARRANGED, widths, rows)


def explained(pairs: Sequence[tuple[str, i.Inlines]], width: int, writing: Writing, *, closed: bool = False) -> str:
    """Terms or dates, and beside each what is said of it, with hairlines between; `closed` puts one below the last."""
    longest = max(face_width(term, writing.theme.sizes.body.points, writing.theme.face("sans")) for term, _ in pairs)
    terms = TERM if longest <= _LONG_TERM else 3 * TERM // 2
    widths = (terms, width - terms)
    rows = []
    for number, (term, children) in enumerate(pairs, 1):
        rules = (Rule("bottom", FINE, writing.theme.colours.line),) if closed or number < len(pairs) else ()
        named = cell(widths[0], (paragraph("Explained", run(term, "Term")),), rules=rules, extra=_TERM_MARGIN)
        rows.append(row(named, cell(widths[1], (paragraph("Explained", runs(children, writing)),), rules=rules)))
    return table(ARRANGED, widths, rows)


def caption_above(block_id: str, caption: b.Caption, writing: Writing) -> Paragraph:
    """The caption of a table, with what is measured after it."""
    return paragraph(
        "Table Caption",
        label(caption.label, "Small Label", block_id, writing) + run(EN_SPACE) if caption.label else "",
        runs(caption.title, writing),
        run(EN_SPACE) + runs(caption.detail, writing, style="Caption Detail") if caption.detail else "",
    )


def data_table(block: b.Table, writing: Writing) -> list[Flow]:
    """A table with its caption above. A short one stays on one page; of a long one, the last row is never alone."""
    widths = _widths(block, writing.grid)
    head = any(column.title for column in block.columns)
    last = len(block.rows) - 1
    kept = range(last) if len(block.rows) <= _SHORT else range(last - 1, last)
    above = [caption_above(block.id, block.caption, writing)] if block.caption else []
    heads = [_head(block, widths, writing)] if head else []
    rows = [_row(one, block, widths, writing, keep_next=number in kept) for number, one in enumerate(block.rows)]
    says = " ".join((block.caption.label, words.plain(block.caption.title))).strip() if block.caption else ""
    style = OPEN if not head else WIDE if writing.grid.page > PAGE_WIDTH else RULED
    return [*above, table(style, widths, heads + rows, head=head, names=True, says=says)]


def _widths(block: b.Table, grid: Grid) -> list[int]:
    """Columns by their shares; terms and explanations keep to the rail and the main column."""
    columns, width = block.columns, grid.width
    if block.kind == "key" and len(columns) == _PAIR:
        return [grid.listing, width - grid.listing]
    shares = sum(column.share for column in columns)
    edges = [width * sum(column.share for column in columns[:number]) // shares for number in range(len(columns) + 1)]
    return [end - start for start, end in pairwise(edges)]


def _head(block: b.Table, widths: list[int], writing: Writing) -> str:
    ink = writing.theme.colours.ink
    rules = (Rule("top", RULE, ink), Rule("bottom", RULE, ink))
    cells = []
    for number, (column, width) in enumerate(zip(block.columns, widths, strict=True), 1):
        title = Paragraph("Table Head", runs(column.title, writing), end=column.align == "end")
        margin = _LAST_MARGIN if number == len(widths) else ""
        cells.append(cell(width, (title,), rules=rules, extra=margin + _AT_FOOT, keep_next=True))
    return row(*cells, head=True)


def _row(one: b.Row, block: b.Table, widths: list[int], writing: Writing, *, keep_next: bool) -> str:
    if one.group:
        title = paragraph("Table Group", runs(one.cells[0].children, writing))
        return row(cell(sum(widths), (title,), span=len(widths), rules=(Rule("bottom", RULE, writing.theme.colours.ink),)))
    last = len(widths) - 1
    cells = (
        cell(width, _content(part, block, number, writing), extra=_LAST_MARGIN if number == last else "", keep_next=keep_next)
        for number, (part, width) in enumerate(zip(one.cells, widths, strict=True))
    )
    return row(*cells)


def _content(part: b.Cell, block: b.Table, number: int, writing: Writing) -> Iterable[Paragraph]:
    end = block.columns[number].align == "end"
    if part.children:
        soft = block.kind == "initiatives" and number >= _SOFT_FROM and not end
        style = "Table Row Title" if number == 0 else "Table Detail" if soft else "Table Text"
        yield Paragraph(style, runs(part.children, writing, level=end), end=end)
    if part.detail:
        yield Paragraph("Table Detail", runs(part.detail, writing), end=end)
