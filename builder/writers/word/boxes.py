"""Evidence cards, key figures, coverage and timelines: what stands side by side."""

from collections.abc import Iterator

from builder.document import blocks as b
from builder.writers.word.anchors import bookmark_name
from builder.writers.word.fitting import figures_style, fit
from builder.writers.word.paragraphs import EN_SPACE, Flow, Paragraph, internal_link, paragraph, run
from builder.writers.word.referring import referring
from builder.writers.word.style import Rule
from builder.writers.word.style_list import BAR, RULE
from builder.writers.word.styles import RULED
from builder.writers.word.tables import arranged, cell, explained, row, table
from builder.writers.word.text import runs
from builder.writers.word.writing import Place, Writing

_NO_BREAK = "\u00a0"
_THIRDS, _QUARTERS = 3, 4
_FILL_THIRDS = {1, 2, 3, 5, 6, 9}
"""Numbers of figures that fill rows of three better than rows of four."""
_ONE_COLUMN = 6
"""Events under which a timeline has one column."""
_COVERAGE_BAR = 4.0


def key_figures(block: b.KeyFigures, place: Place, writing: Writing) -> list[Flow]:
    """Large numbers, three or four in a row, each under a rule."""
    if not block.figures:
        return []
    opener = place.part == "opener"
    wide = not fit(block.figures, writing.grid.share(_QUARTERS), writing.theme)
    in_row = _THIRDS if opener or wide or len(block.figures) in _FILL_THIRDS else _QUARTERS
    width = writing.grid.share(in_row)
    style = figures_style(block.figures, width, writing.theme, opener=opener)
    figures = [_figure(figure, style, writing) for figure in block.figures]
    return [arranged(figures, width, in_row, Rule("top", RULE, writing.theme.colours.ink))]


def _figure(figure: b.KeyFigure, style: str, writing: Writing) -> Iterator[Paragraph]:
    before = run(figure.before + _NO_BREAK, "Unit") if figure.before else ""
    after = run(_NO_BREAK + figure.after, "Unit") if figure.after else ""
    yield paragraph(style, before, run(figure.number), after)
    yield paragraph("Key Figure Text", runs(figure.children, writing))


def cards(block: b.Cards, writing: Writing) -> list[Flow]:
    """Evidence cards, two in a row."""
    made = [writing.anchors.enclose(_card(card, writing), card.id) for card in block.cards]
    return [arranged(made, writing.grid.share(2), 2, Rule("top", BAR, writing.theme.colours.ink))] if made else []


def single_card(block: b.EvidenceCard, writing: Writing) -> list[Flow]:
    """One card; it keeps half the width."""
    return [arranged([_card(block, writing)], writing.grid.share(2), 1, Rule("top", BAR, writing.theme.colours.ink))]


def _card(card: b.EvidenceCard, writing: Writing) -> list[Flow]:
    number = run(str(card.number), "Label")
    linked = internal_link(bookmark_name(card.target), number) if card.target else number
    made: list[Flow] = [Paragraph("Table Row Title", linked + run(EN_SPACE) + runs(card.title, writing), before=3.75)]
    if card.meta:
        made.append(paragraph("Small", run(card.meta)))
    if card.children:
        made.append(Paragraph("Table Text", runs(card.children, writing), before=7.5, after=3.75))
    if card.facts:
        facts = [(fact.term, fact.children) for fact in card.facts]
        made += [explained(facts, writing.grid.share(2), writing), paragraph("Gap")]
    return made


def timeline(block: b.Timeline, writing: Writing) -> list[Flow]:
    """Events in two columns that are read downwards; few events in one."""
    events = [(event.date, event.children) for event in block.events]
    if len(events) < _ONE_COLUMN:
        return [explained(events, writing.grid.width, writing, closed=True)] if events else []
    middle = (len(events) + 1) // 2
    width = writing.grid.share(2)
    halves = [(explained(half, width, writing, closed=True), paragraph("Gap")) for half in (events[:middle], events[middle:])]
    return [arranged(halves, width, 2)]


def coverage(block: b.Coverage, writing: Writing) -> list[Flow]:
    """A cell for each question under a thick bar, and the same in words below."""
    title = [paragraph("Table Caption", run(block.title))] if block.title else []
    number = len(block.cells)
    if not number:
        return [*title]
    widths = [writing.grid.width * (place + 1) // number - writing.grid.width * place // number for place in range(number)]
    foot = Rule("bottom", RULE, writing.theme.colours.ink)
    heads, states = [], []
    for one, width in zip(block.cells, widths, strict=True):
        heads.append(cell(width, (_question(one, writing),), rules=(Rule("top", _COVERAGE_BAR, _bar(one, writing)),), keep_next=True))
        states.append(cell(width, [paragraph("Table Text", run(line)) for line in one.lines], rules=(foot,)))
    return [*title, table(RULED, widths, (row(*heads, head=True), row(*states)), head=True, says=block.title)]


def _question(one: b.CoverageCell, writing: Writing) -> Paragraph:
    return paragraph("Table Row Title", referring(one.target, one.title, "", writing) if one.target else run(one.title))


def _bar(one: b.CoverageCell, writing: Writing) -> str:
    colours = writing.theme.colours
    return {"full": colours.accent, "part": colours.mid, "none": colours.line}[one.state]
