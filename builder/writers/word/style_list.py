"""Every paragraph and character style of the Word file, as values; English names, Word's own where it has them."""

from dataclasses import replace
from typing import TypedDict

from builder.reading.theme import Theme
from builder.writers.word.fonts import display_face
from builder.writers.word.grid import MAIN_START, grid_of
from builder.writers.word.markup import mm, pt
from builder.writers.word.style import Face, Rule, Side, Style

FINE = 0.35
"""Thickness of the lines between rows, in points."""
RULE = 0.6
"""Thickness of the lines of the first order."""
BAR = 1.8
"""Thickness of the line over a card."""
TERM = mm(24)
"""Where the words begin beside a date or term."""
MARK = mm(15)
"""Where the words begin beside the mark of a claim."""
PAPER = "#ffffff"
_FIRST_LINE = pt(15)
_QUOTE_MARK = pt(6)


_BAND: tuple[tuple[Side, float], ...] = (("top", 7), ("left", 8), ("bottom", 7), ("right", 8))
"""How far the shading of an open point reaches past its words, in points."""


class _Beside(TypedDict):
    left: int
    hanging: int
    tabs: tuple[int, ...]


def _beside(start: int) -> _Beside:
    """Words that begin at `start`, with a label or term hung out at the left."""
    return {"left": start, "hanging": start, "tabs": (start,)}


def paragraph_styles(theme: Theme) -> tuple[Style, ...]:
    """The paragraph styles, the default one first."""
    return (*_running_text(theme), *_headings(theme), *_cover(theme), *_tables(theme), *_boxes(theme), *_register(), *_service(theme))


def character_styles(theme: Theme) -> dict[str, Face]:
    """The character styles by name."""
    accent, sizes, sans = theme.colours.accent, theme.sizes, theme.fonts.sans
    return {
        "Strong": Face(bold=True),
        "Emphasis": Face(italic=True),
        "Code": Face(sans, figures="table"),
        "Hyperlink": Face(),
        "Citation": Face(colour=accent, bold=False, italic=False, raised=True, figures="display"),
        "Locator": Face(sans, sizes.small, theme.colours.soft, figures="display"),
        "footnote reference": Face(bold=False, italic=False, raised=True, figures="display"),
        "Label": Face(sans, sizes.body, accent, bold=True, figures="display"),
        "Small Label": Face(sans, sizes.small, accent, bold=True, figures="display"),
        "Unit": Face(theme.fonts.lead, sizes.lead, tracking=0),
        "Caption Detail": Face(sans, sizes.small, theme.colours.soft, bold=False, figures="display"),
        "Term": Face(colour=theme.colours.soft),
        "Claim Mark": Face(sans, colour=theme.colours.soft, figures="display"),
        "Source Title": Face(colour=theme.colours.ink, bold=True),
    }


def contents_faces(theme: Theme) -> dict[str, Face]:
    """How label, detail and page number stand in a line of the contents."""
    sans, sizes = theme.fonts.sans, theme.sizes
    return {
        "label": Face(sans, sizes.body, bold=True, figures="display"),
        "detail": Face(sans, sizes.small, theme.colours.soft, figures="display"),
        "number": Face(sans, sizes.body, theme.colours.accent, bold=True, figures="display"),
    }


def _running_text(theme: Theme) -> tuple[Style, ...]:
    body = "Body Text"
    return (
        Style("Normal", face=Face(figures="text"), line=15, hyphens=False),
        Style(body, left=MAIN_START, hyphens=True),
        Style("Body Text First Indent", body, first=_FIRST_LINE),
        Style("Lead", following=body, face=Face(theme.fonts.lead, theme.sizes.lead), line=22.5, left=MAIN_START),
        Style("Headline", face=Face(display_face(theme), 48, tracking=-1), line=52.5, exact=True, before=37.5, after=30, left=MAIN_START),
        Style("Long Headline", "Headline", face=Face(size=36), line=37.5, exact=True),
        Style("Note", "Small", before=3.75, left=MAIN_START),
        Style("List Bullet", body),
        Style("List Number", body),
        Style("List Continue", body),
    )


def _headings(theme: Theme) -> tuple[Style, ...]:
    body = "Body Text"
    title = Face(display_face(theme), 30, tracking=-0.2)
    answer = Face(theme.fonts.sans, theme.sizes.body, bold=True, figures="display")
    rules = (Rule("top", RULE, theme.colours.ink, 7),)
    return (
        Style("heading 1", following=body, face=title, line=37.5, after=15, keep_next=True, keep_lines=True, outline=0, **_beside(MAIN_START)),
        Style(
            "heading 2",
            following=body,
            face=Face(theme.fonts.display, 16),
            line=22.5,
            before=15,
            after=7.5,
            rules=rules,
            keep_next=True,
            keep_lines=True,
            outline=1,
            **_beside(MAIN_START),
        ),
        Style("heading 3", following=body, face=answer, before=15, left=MAIN_START, keep_next=True, keep_lines=True, outline=2),
        Style("heading 4", "heading 3", body, face=Face(bold=False, italic=True), before=7.5, keep_next=True, outline=3),
        Style("Opener Heading", "heading 1", "Headline", face=replace(answer, tracking=0), line=15, after=0, rules=rules),
    )


def _cover(theme: Theme) -> tuple[Style, ...]:
    return (
        Style("Cover Call", face=Face(theme.fonts.sans, theme.sizes.body, PAPER)),
        Style("Title", face=Face(display_face(theme), 80, PAPER, tracking=-2), line=85, exact=True, before=7.5),
        Style("Long Title", "Title", face=Face(size=60), line=67.5, exact=True),
        Style("Longest Title", "Title", face=Face(size=44), line=52.5, exact=True),
        Style("Subtitle", face=Face(display_face(theme), 24, PAPER, italic=True), line=30, exact=True),
    )


def _tables(theme: Theme) -> tuple[Style, ...]:
    table = "Table Text"
    return (
        Style(table, face=Face(theme.fonts.sans, theme.sizes.body, theme.colours.ink, figures="table")),
        Style("Table Head", table, face=Face(colour=theme.colours.soft)),
        Style("Table Row Title", table, face=Face(bold=True)),
        Style("Table Group", "Table Row Title", face=Face(colour=theme.colours.accent), before=7, keep_next=True),
        Style("Table Detail", table, face=Face(colour=theme.colours.soft)),
        Style("Table Caption", table, face=Face(bold=True), before=15, after=7.5, keep_next=True),
    )


def _boxes(theme: Theme) -> tuple[Style, ...]:
    ink, tint = theme.colours.ink, theme.colours.tint
    shaded = tuple(Rule(side, 0.5, tint, space) for side, space in _BAND)
    hung = _Beside(left=MAIN_START, hanging=_QUOTE_MARK, tabs=())
    figure = Face(theme.fonts.display, 30, ink, tracking=-0.3, figures="display")
    return (
        Style("Small", face=Face(theme.fonts.sans, theme.sizes.small, theme.colours.soft, figures="display"), line=11.25),
        Style("caption", "Small", keep_next=True),
        Style("Key Figure", face=figure, line=37.5, exact=True, before=3.75, keep_next=True),
        Style("Opener Figure", "Key Figure", face=Face(size=44), line=52.5, exact=True),
        Style("Medium Key Figure", "Key Figure", face=Face(size=24)),
        Style("Small Key Figure", "Key Figure", face=Face(size=20)),
        Style("Key Figure Text", "Table Text", after=11.25),
        Style("Drawing", before=7.15, keep_lines=True),
        Style("Explained", "Table Text", before=3.5, after=3.65),
        Style("Callout", "Table Text", rules=shaded, shade=tint, before=22, after=7, keep_lines=True, **_beside(MAIN_START)),
        Style("Quote", face=Face(theme.fonts.lead, theme.sizes.lead, italic=True), line=22.5, before=22.5, keep_next=True, **hung),
        Style("Speaker", "Small", before=7.5, left=MAIN_START),
    )


def _register() -> tuple[Style, ...]:
    return (
        Style("Claim", "Normal", hyphens=False, **_beside(MARK)),
        Style("Register Text", hyphens=False),
        Style("Source", "Small", before=3.4, after=3.4, keep_lines=True),
    )


def _service(theme: Theme) -> tuple[Style, ...]:
    grid = grid_of(theme)
    rules = (Rule("bottom", FINE, theme.colours.line, 7), Rule("between", FINE, theme.colours.line, 7))
    return (
        Style(
            "toc 1",
            face=Face(theme.fonts.lead, theme.sizes.lead),
            line=18.75,
            before=7.5,
            end_tab=grid.width,
            rules=rules,
            keep_lines=True,
            **_beside(MAIN_START),
        ),
        Style("toc 2", "toc 1"),
        Style("footer", "Small", tabs=(MAIN_START,)),
        Style("footnote text", "Small", left=MAIN_START),
        Style("Gap", line=1, exact=True, before=14, keep_next=True),
    )
