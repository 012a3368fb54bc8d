"""Pictures and charts: the caption in the rail, the drawing in the main column."""

from builder.document import blocks as b
from builder.writers.coarser import coarser
from builder.writers.drawing import chart_drawing
from builder.writers.picture_size import printed
from builder.writers.raster import png
from builder.writers.shapes import Drawing
from builder.writers.word.chart import chart_part, is_native
from builder.writers.word.grid import GUTTER
from builder.writers.word.labels import label
from builder.writers.word.markup import pt, quoted
from builder.writers.word.paragraphs import EN_SPACE, Flow, Paragraph, run
from builder.writers.word.style import Rule
from builder.writers.word.style_list import FINE
from builder.writers.word.styles import ARRANGED
from builder.writers.word.tables import cell, row, table
from builder.writers.word.text import runs
from builder.writers.word.workbook import workbook
from builder.writers.word.writing import Writing

_EMU = 635
"""English metric units, in which drawings are measured, in a twip."""
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_AXIS = 10.0
"""More height than our own drawing: Word keeps air around what it draws, in points."""
_INLINE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" xmlns:a="{_A}" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent {size}/><wp:docPr id="{number}" name="{name} {number}" descr="{alt}"/><a:graphic>'
)
_END = "</a:graphic></wp:inline></w:drawing></w:r>"
_CHART = f'<a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" r:id="{{relation}}"/></a:graphicData>'
_PICTURE = (
    f'<a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
    '<pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData>"
)


def picture_run(image: bytes, width: int, height: int, alt: str, writing: Writing) -> str:
    """A picture in a line of text, its size in twips; `alt` says it in words."""
    return _framed(_PICTURE, width, height, alt, writing.package.body.picture(image), writing)


def _framed(content: str, width: int, height: int, alt: str, relation: str, writing: Writing) -> str:
    """A drawing in a line of text, its size in twips."""
    size = f'cx="{width * _EMU}" cy="{height * _EMU}"'
    name = "Chart" if content is _CHART else "Picture"
    return (_INLINE + content + _END).format(size=size, name=name, number=next(writing.drawings), alt=quoted(alt), relation=relation)


def drawing_run(drawing: Drawing, alt: str, widest: int, writing: Writing) -> str:
    """A drawing as a picture in a line of text, no wider than `widest` twips."""
    scale = min(1.0, widest / pt(drawing.width))
    return picture_run(png(drawing), round(pt(drawing.width) * scale), round(pt(drawing.height) * scale), alt, writing)


def chart(block: b.Chart, writing: Writing) -> list[Flow]:
    """A chart and its sources: Word's own where it has an equal, else a picture. One without points is its caption and note."""
    drawing = chart_drawing(block, writing.theme)
    if is_native(block):
        width = min(writing.grid.main, pt(drawing.width))
        relation = writing.package.body.chart(chart_part(block, writing.theme), workbook(block))
        shown = _framed(_CHART, width, pt(drawing.height + _AXIS), block.alt, relation, writing)
    else:
        shown = drawing_run(drawing, block.alt, writing.grid.main, writing) if drawing.shapes else ""
    return _figure(block, shown, runs(block.note, writing), writing)


def picture(block: b.Picture, writing: Writing) -> list[Flow]:
    """A photograph or drawing and its credit."""
    points = printed(block.width, block.height)
    width = min(writing.grid.main, pt(points[0]))
    image = coarser((writing.folder / block.file).read_bytes(), points[0])
    shown = picture_run(image, width, round(width * block.height / block.width), block.alt, writing)
    return _figure(block, shown, run(block.credit) if block.credit else "", writing)


def _figure(block: b.Picture | b.Chart, shown: str, note: str, writing: Writing) -> list[Flow]:
    if not writing.theme.rail:
        return _stacked(block, shown, note, writing)
    rules = (Rule("top", FINE, writing.theme.colours.line),)
    content = [Paragraph("Drawing", shown, keep_next=bool(note))] if shown else []
    if note:
        content.append(Paragraph("Small", note, before=3.75))
    widths = (writing.grid.rail - GUTTER, GUTTER, writing.grid.main)
    cells = (cell(widths[0], _caption(block, writing), rules=rules), cell(GUTTER, ()), cell(widths[2], content, rules=rules))
    return [table(ARRANGED, widths, (row(*cells),))]


def _stacked(block: b.Picture | b.Chart, shown: str, note: str, writing: Writing) -> list[Flow]:
    """Without a rail the caption stands over the drawing."""
    caption = block.caption
    name = label(caption.label, "Label", block.id, writing) + run(EN_SPACE) if caption.label else ""
    made: list[Flow] = []
    if caption.label or caption.title:
        made.append(Paragraph("Table Row Title", name + runs(caption.title, writing), keep_next=True))
    if caption.detail:
        made.append(Paragraph("Body Text", runs(caption.detail, writing), keep_next=True))
    if shown:
        made.append(Paragraph("Drawing", shown, keep_next=bool(note)))
    if note:
        made.append(Paragraph("Small", note, before=3.75, after=7.5))
    return made


def _caption(block: b.Picture | b.Chart, writing: Writing) -> list[Paragraph]:
    """The caption in the rail, a paragraph for each of its parts."""
    caption, made = block.caption, []
    if caption.label:
        made.append(Paragraph("caption", label(caption.label, "Small Label", block.id, writing), before=3.75))
    if caption.title:
        made.append(Paragraph("Table Row Title", runs(caption.title, writing)))
    if caption.detail:
        made.append(Paragraph("Small", runs(caption.detail, writing), before=3.75))
    return made
