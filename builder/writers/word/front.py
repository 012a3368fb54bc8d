"""The cover and the contents."""

from collections.abc import Iterator
from dataclasses import replace

from builder.document import blocks as b
from builder.writers.drawing import cover_drawing
from builder.writers.picture_size import logo_size
from builder.writers.word.anchors import bookmark_name
from builder.writers.word.fitting import label_width, title_style
from builder.writers.word.markup import hexadecimal, mm, pt, text, w
from builder.writers.word.paragraphs import BREAK, TAB, Flow, Paragraph, field, internal_link, lines, paragraph, run
from builder.writers.word.pictures import drawing_run, picture_run
from builder.writers.word.style import Face, Rule, face_properties
from builder.writers.word.style_list import RULE, contents_faces
from builder.writers.word.styles import ARRANGED
from builder.writers.word.tables import arranged, cell, row, table
from builder.writers.word.text import runs
from builder.writers.word.writing import Writing

_PANEL_HEIGHT = mm(235)
_LOGO_ROOM = mm(22)
_PADDING = mm(11)
_EDGE = 4.0
"""Thickness of the line over a white cover, in points."""
_IN_ROW = 3
_DRAWING_BELOW = 86.0
"""Space over the drawing, in points."""
_UNKNOWN = "–"
_CONTENTS_FIELD = "".join(
    (
        w("r", w("fldChar", fldCharType="begin")),
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z </w:instrText></w:r>',
        w("r", w("fldChar", fldCharType="separate")),
    )
)
_FIELD_END = w("r", w("fldChar", fldCharType="end"))


def cover(block: b.Cover, writing: Writing) -> list[Flow]:
    """The panel with the name and the drawing, and the facts below it."""
    width = writing.grid.width
    theme = writing.theme
    if theme.cover == "panel":
        shade = w("shd", val="clear", color="auto", fill=hexadecimal(theme.colours.accent))
        padding = w("tcMar", *(w(side, w=_PADDING, type="dxa") for side in ("top", "left", "bottom", "right")))
        panel = cell(width, _panel(block, width - 2 * _PADDING, writing), extra=shade + padding)
    else:
        rules = (Rule("top", _EDGE, theme.colours.accent),) if theme.rail else ()
        panel = cell(width, _panel(block, width, writing), rules=rules, extra=w("tcMar", w("top", w=_PADDING, type="dxa")))
    height = _PANEL_HEIGHT - (_LOGO_ROOM if block.logo else 0)
    made: list[Flow] = [table(ARRANGED, (width,), (row(panel, height=height),))]
    if block.facts:
        facts = [_fact(fact, writing) for fact in block.facts]
        made += [paragraph("Gap"), arranged(facts, writing.grid.share(_IN_ROW), _IN_ROW, Rule("top", RULE, writing.theme.colours.ink))]
    if block.logo:
        made.append(Paragraph("Drawing", _logo(block.logo, writing), before=15))
    return made


def _logo(logo: b.Logo, writing: Writing) -> str:
    width, height = (round(pt(length)) for length in logo_size(logo.width, logo.height))
    return picture_run((writing.folder / logo.file).read_bytes(), width, height, logo.alt, writing)


def _panel(block: b.Cover, widest: int, writing: Writing) -> Iterator[Paragraph]:
    if block.call:
        yield paragraph("Cover Call", *lines(block.call))
    yield paragraph(title_style(block.title, widest, writing.theme), *lines(block.title))
    if block.claim:
        yield paragraph("Subtitle", *lines(block.claim))
    drawing = cover_drawing(block, writing.theme)
    if drawing.shapes:
        yield Paragraph("Drawing", drawing_run(drawing, block.alt, widest, writing), before=_DRAWING_BELOW)


def _fact(fact: b.Fact, writing: Writing) -> Iterator[Paragraph]:
    yield Paragraph("Table Row Title", run(fact.term), before=3.75)
    yield paragraph("Table Text", runs(fact.children, writing))


def contents(block: b.Contents, writing: Writing) -> list[Flow]:
    """The contents as a field that Word can compute anew; till then it shows the rows and page numbers it was given."""
    rows = [paragraph("toc 1", _contents_row(one, writing)) for one in block.rows]
    if rows:
        rows[0] = replace(rows[0], content=_CONTENTS_FIELD + rows[0].content)
        rows[-1] = replace(rows[-1], content=rows[-1].content + _FIELD_END)
    return [*rows]


def _contents_row(one: b.ContentsRow, writing: Writing) -> str:
    page = writing.page_of.get(one.target)
    anchor = bookmark_name(one.target)
    faces = contents_faces(writing.theme)
    number = field(f"PAGEREF {anchor} \\h", _faced(_UNKNOWN if page is None else str(page), faces["number"]))
    detail = BREAK + _faced(one.detail, faces["detail"]) if one.detail else ""
    label = replace(faces["label"], narrowed=label_width(one.label, writing))
    return internal_link(anchor, _faced(one.label, label), TAB, run(one.title), TAB, number, detail)


def _faced(words: str, face: Face) -> str:
    """Words with a face of their own: LibreOffice puts its own character style on the links of a contents."""
    return w("r", face_properties(face), text(words))
