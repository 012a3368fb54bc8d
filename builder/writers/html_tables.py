"""Tables as HTML: tables of every kind, coverage, contents."""

import re
from collections.abc import Iterable
from html import escape

from builder.document import blocks as b
from builder.document.words import plain
from builder.reading.theme import Theme
from builder.writers.html_inlines import anchor, line
from builder.writers.html_setting import Setting
from builder.writers.shapes import face_width

_DECIMALS = re.compile(r"[.,]\d{1,2}$")
_SHORT = 8
"""Up to so many rows a table stays whole."""
_FEW = 2
"""Columns that any screen has room for."""


def caption_words(caption: b.Caption, setting: Setting) -> str:
    """Label, title and detail of a caption."""
    parts = (
        f'<span class="label">{escape(caption.label)}</span> ' if caption.label else "",
        f'<b class="name">{line(caption.title, setting)}</b>' if caption.title else "",
        f' <span class="what">{line(caption.detail, setting)}</span>' if caption.detail else "",
    )
    return "".join(parts)


def table(block: b.Table, setting: Setting) -> str:
    """A table of any kind; its first column names the rows, its head repeats on every page."""
    short = " short" if len(block.rows) <= _SHORT else ""
    caption = f"<caption>{caption_words(block.caption, setting)}</caption>" if block.caption else ""
    made = f'<table id="{block.id}" class="{block.kind}{short}">{caption}{_widths(block)}{_head(block, setting)}{_bodies(block, setting)}</table>'
    return _scrollable(made, len(block.columns), _name(block), setting)


def _name(block: b.Table) -> str:
    """What a table is called: by its caption, else by its head or first row."""
    if block.caption and block.caption.title:
        return f"{block.caption.label} {plain(block.caption.title)}".strip()
    heads = [plain(column.title) for column in block.columns]
    first = [plain(cell.children) for row in block.rows[:1] for cell in row.cells]
    return ", ".join(filter(None, heads if any(heads) else first))


def _scrollable(table: str, columns: int, name: str, setting: Setting) -> str:
    """On a screen, a table of some columns in a box that is moved sideways where the screen is narrow, by keys as well."""
    if not setting.screen or columns <= _FEW:
        return table
    return f'<div class="scroll" role="group" tabindex="0" aria-label="{escape(name)}" style="--columns:{columns}">{table}</div>'


def _widths(block: b.Table) -> str:
    """Columns by their shares; terms and explanations keep to the rail and the main column."""
    if block.kind == "key" and len(block.columns) == 2:  # noqa: PLR2004
        return '<colgroup><col class="rail"><col></colgroup>'
    total = sum(column.share for column in block.columns)
    widths = "".join(f'<col style="width:{100 * column.share / total:.3f}%">' for column in block.columns)
    return f"<colgroup>{widths}</colgroup>"


def _head(block: b.Table, setting: Setting) -> str:
    if not any(column.title for column in block.columns):
        return ""
    cells = "".join(f'<th scope="col"{_numeric(column)}>{line(column.title, setting)}</th>' for column in block.columns)
    return f"<thead><tr>{cells}</tr></thead>"


def _bodies(block: b.Table, setting: Setting) -> str:
    """The rows, in one body for each group."""
    fractions = [_fractions(block, index, setting.theme) for index in range(len(block.columns))]
    rows = [_row(row, block.columns, fractions, setting) for row in block.rows]
    openings = [index for index, row in enumerate(block.rows) if row.group and index]
    bounds = zip([0, *openings], [*openings, len(rows)], strict=True)
    return "".join(f"<tbody>{''.join(rows[start:end])}</tbody>" for start, end in bounds)


def _fractions(block: b.Table, index: int, theme: Theme) -> float:
    """Width that the fractions of a column of numbers take, so that the decimal signs stand in one line."""
    if block.columns[index].align == "start":
        return 0.0
    return max((_fraction(row.cells[index], theme) for row in block.rows if not row.group), default=0.0)


def _fraction(cell: b.Cell, theme: Theme) -> float:
    """Width of decimal sign and decimals; three digits after a comma are thousands."""
    found = _DECIMALS.search(plain(cell.children))
    return face_width(found[0], theme.sizes.body.points, theme.face("sans")) if found else 0.0


def _row(row: b.Row, columns: tuple[b.Column, ...], fractions: list[float], setting: Setting) -> str:
    if row.group:
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(columns)}">{_cell(row.cells[0], setting)}</th></tr>'
    cells = [_cell(cell, setting, fraction - _fraction(cell, setting.theme)) for cell, fraction in zip(row.cells, fractions, strict=True)]
    others = "".join(f"<td{_numeric(column, cell)}>{cell}</td>" for cell, column in zip(cells[1:], columns[1:], strict=True))
    return f'<tr><th scope="row"{_numeric(columns[0])}>{cells[0]}</th>{others}</tr>'


def _numeric(column: b.Column, cell: str = "0") -> str:
    """The class of a cell in a column of numbers; one without a number steps back."""
    if column.align == "start":
        return ""
    return ' class="num"' if any(map(str.isdigit, cell)) else ' class="num without"'


def _cell(cell: b.Cell, setting: Setting, missing: float = 0.0) -> str:
    """A cell; `missing` is how much narrower its decimals are than the widest of the column."""
    value = line(cell.children, setting)
    if missing > 0 and any(map(str.isdigit, value)):
        value = f'<span style="padding-right:{missing / setting.theme.sizes.body.points:.3f}em">{value}</span>'
    return value + (f'<span class="detail">{line(cell.detail, setting)}</span>' if plain(cell.detail) else "")


def coverage(block: b.Coverage, setting: Setting) -> str:
    """A bar for each question, its state in colour and in words."""
    many = " many" if len(block.cells) > 4 else ""  # noqa: PLR2004 - four is what fits side by side at full size
    heads = "".join(f'<th scope="col" class="state-{cell.state}">{anchor(cell.target, escape(cell.title))}</th>' for cell in block.cells)
    states = "".join(f"<td>{lines(cell.lines)}</td>" for cell in block.cells)
    title = f"<caption>{escape(block.title)}</caption>" if block.title else ""
    made = f'<table id="{block.id}" class="coverage{many}">{title}<thead><tr>{heads}</tr></thead><tbody><tr>{states}</tr></tbody></table>'
    return _scrollable(made, len(block.cells), block.title or ", ".join(cell.title for cell in block.cells), setting)


def lines(texts: Iterable[str]) -> str:
    """Texts, a line each."""
    return "<br>".join(escape(text) for text in texts)


def contents(block: b.Contents, setting: Setting) -> str:
    """The contents with page numbers; where a page is not known yet, stands 0, which takes the same room. On a screen, a list."""
    if setting.screen:
        return contents_list(block.id, block.rows)
    rows = "".join(_contents_row(row, setting.page_of.get(row.target, 0)) for row in block.rows)
    widths = '<colgroup><col class="rail"><col><col class="folio"></colgroup>'
    return f'<nav id="{block.id}"><table class="contents-list">{widths}<tbody>{rows}</tbody></table></nav>'


def contents_list(name: str, rows: Iterable[b.ContentsRow]) -> str:
    """Contents without page numbers, of that id."""
    return f'<ol id="{name}" class="contents-list">{"".join(map(_contents_item, rows))}</ol>'


def _contents_item(row: b.ContentsRow) -> str:
    detail = f'<span class="detail">{escape(row.detail)}</span>' if row.detail else ""
    return f"<li>{anchor(row.target, f'<b>{escape(row.label)}</b> {escape(row.title)}')}{detail}</li>"


def _contents_row(row: b.ContentsRow, page: int) -> str:
    detail = f'<span class="detail">{escape(row.detail)}</span>' if row.detail else ""
    title = anchor(row.target, escape(row.title))
    return f'<tr><th scope="row">{escape(row.label)}</th><td>{title}{detail}</td><td class="folio">{anchor(row.target, str(page))}</td></tr>'
