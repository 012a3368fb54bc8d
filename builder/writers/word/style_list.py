"""Every paragraph and character style of the Word file, as values; English names, Word's own where it has them."""

from dataclasses import replace
from typing import TypedDict

from builder.reading.theme import Theme
from builder.writers.word.fitting import FIGURES, TITLES
from builder.writers.word.fonts import display_face
from builder.writers.word.grid import Grid, grid_of
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
RUNNING = "Body Text"
"""The style of running text."""
THEME_TEXT = "Theme Text"
"""The style below those of the theme in a file with a reference document."""
_FIRST_LINE = pt(15)
_QUOTE_MARK = pt(6)
_NEAR = 7.0
"""Between paragraphs and around headings where there is no rail or no indent, in points."""
_LONG = 0.75
"""How much smaller a long headline is."""
_PLAIN_TITLE, _PLAIN_CLAIM, _COVER_TOP = 36.0, 16.0, 130.0
"""The cover without a rail: its name, its claim, and the space over it, in points."""


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
    grid = grid_of(theme)
    return (
        *_running_text(theme, grid),
        *_headings(theme, grid),
        *_cover(theme),
        *_tables(theme),
        *_boxes(theme, grid),
        *_register(),
        *_service(theme, grid),
    )


def theme_text(theme: Theme) -> Style:
    """Normal as it is in a file without a reference document, under a name of its own."""
    return replace(_normal(theme), name=THEME_TEXT)


def _normal(theme: Theme) -> Style:
    return Style("Normal", "", face=Face(figures="text"), line=theme.sizes.body.leading, hyphens=False)


def character_styles(theme: Theme) -> dict[str, Face]:
    """The character styles by name."""
    accent, sans = theme.colours.accent, theme.fonts.sans
    body, small, lead = (size.points for size in (theme.sizes.body, theme.sizes.small, theme.sizes.lead))
    return {
        "Strong": Face(bold=True),
        "Emphasis": Face(italic=True),
        "Code": Face(sans, figures="table"),
        "Hyperlink": Face(),
        "Citation": Face(colour=accent, bold=False, italic=False, raised=True, figures="display"),
        "Level Citation": Face(),
        "Locator": Face(sans, small, theme.colours.soft, figures="display"),
        "footnote reference": Face(bold=False, italic=False, raised=True, figures="display"),
        "Label": Face(sans, body, accent, bold=True, figures="display"),
        "Small Label": Face(sans, small, accent, bold=True, figures="display"),
        "Unit": Face(theme.fonts.lead, lead, tracking=0),
        "Caption Detail": Face(sans, small, theme.colours.soft, bold=False, figures="display"),
        "Term": Face(colour=theme.colours.soft),
        "Claim Mark": Face(sans, colour=theme.colours.soft, figures="display"),
        "Source Title": Face(colour=theme.colours.ink, bold=True),
    }


def contents_faces(theme: Theme) -> dict[str, Face]:
    """How label, detail and page number stand in a line of the contents."""
    sans, body, small = theme.fonts.sans, theme.sizes.body.points, theme.sizes.small.points
    return {
        "label": Face(sans, body, bold=True, figures="display"),
        "detail": Face(sans, small, theme.colours.soft, figures="display"),
        "number": Face(sans, body, theme.colours.accent, bold=True, figures="display"),
    }


def _running_text(theme: Theme, grid: Grid) -> tuple[Style, ...]:
    body, sizes, plain = RUNNING, theme.sizes, not theme.rail
    headline = Face(theme.fonts.text, sizes.headline.points, italic=True) if plain else Face(display_face(theme), sizes.headline.points, tracking=-1)
    around = (_NEAR, _NEAR) if plain else (37.5, 30)
    long = sizes.headline.points * (1 if plain else _LONG)
    return (
        _normal(theme),
        Style(body, left=grid.rail, hyphens=True, before=_NEAR if theme.paragraphs == "spaced" else None),
        Style("Body Text First Indent", body, first=_FIRST_LINE),
        Style("Lead", following=body, face=Face(theme.fonts.lead, sizes.lead.points), line=sizes.lead.leading, left=grid.rail),
        Style("Headline", face=headline, line=sizes.headline.leading, exact=not plain, before=around[0], after=around[1], left=grid.rail),
        Style("Long Headline", "Headline", face=Face(size=long), line=long * 1.04 if not plain else None, exact=not plain),
        Style("Note", "Small", before=3.75, left=grid.rail),
        Style("List Bullet", body),
        Style("List Number", body),
        Style("List Continue", body),
    )


def _headings(theme: Theme, grid: Grid) -> tuple[Style, ...]:
    body, sizes, plain = RUNNING, theme.sizes, not theme.rail
    beside = _beside(grid.rail) if theme.rail else _Beside(left=0, hanging=0, tabs=())
    answer = Face(theme.fonts.sans, sizes.body.points, bold=True, figures="display")
    rules = () if plain else (Rule("top", RULE, theme.colours.ink, 7),)
    title, question = (
        (Face(theme.fonts.text, sizes.title.points, bold=True), Face(theme.fonts.text, sizes.question.points, bold=True))
        if plain
        else (Face(display_face(theme), sizes.title.points, tracking=-0.2), Face(theme.fonts.display, sizes.question.points))
    )
    opener = Style("Opener Heading", "heading 1", "Headline") if plain else None
    return (
        Style("heading 1", following=body, face=title, line=sizes.title.leading, after=15, keep_next=True, keep_lines=True, outline=0, **beside),
        Style(
            "heading 2",
            following=body,
            face=question,
            line=sizes.question.leading,
            before=15,
            after=_NEAR if plain else 7.5,
            rules=rules,
            keep_next=True,
            keep_lines=True,
            outline=1,
            **beside,
        ),
        Style("heading 3", following=body, face=answer, before=15, left=grid.rail, keep_next=True, keep_lines=True, outline=2),
        Style("heading 4", "heading 3", body, face=Face(bold=False, italic=True), before=7.5, keep_next=True, outline=3),
        opener or Style("Opener Heading", "heading 1", "Headline", face=replace(answer, tracking=0), line=sizes.body.leading, after=0, rules=rules),
    )


def _cover(theme: Theme) -> tuple[Style, ...]:
    panel, plain = theme.cover == "panel", not theme.rail
    words, name = (PAPER, PAPER) if panel else (theme.colours.ink, theme.colours.accent)
    sizes = (_PLAIN_TITLE,) * len(TITLES) if plain else tuple(TITLES.values())
    first, *smaller = zip(TITLES, sizes, strict=True)
    claim = _PLAIN_CLAIM if plain else 24.0
    return (
        Style("Cover Call", face=Face(theme.fonts.sans, theme.sizes.body.points, words), before=_COVER_TOP if plain else None),
        Style("Title", face=Face(display_face(theme), first[1], name, tracking=0 if plain else -2), line=first[1] * 1.0625, exact=True, before=7.5),
        *(Style(style, "Title", face=Face(size=size), line=size * 1.16, exact=True) for style, size in smaller),
        Style("Subtitle", face=Face(display_face(theme), claim, words, italic=True), line=claim * 1.25, exact=True),
    )


def _tables(theme: Theme) -> tuple[Style, ...]:
    table = "Table Text"
    return (
        Style(table, face=Face(theme.fonts.sans, theme.sizes.body.points, theme.colours.ink, figures="table")),
        Style("Table Head", table, face=Face(colour=theme.colours.soft)),
        Style("Table Row Title", table, face=Face(bold=True)),
        Style("Table Group", "Table Row Title", face=Face(colour=theme.colours.accent), before=7, keep_next=True),
        Style("Table Detail", table, face=Face(colour=theme.colours.soft)),
        Style("Table Caption", table, face=Face(bold=True), before=15, after=7.5, keep_next=True),
    )


def _boxes(theme: Theme, grid: Grid) -> tuple[Style, ...]:
    ink, tint, sizes = theme.colours.ink, theme.colours.tint, theme.sizes
    shaded = tuple(Rule(side, 0.5, tint, space) for side, space in _BAND)
    callout = (
        Style("Callout", "Table Text", rules=shaded, shade=tint, before=22, after=7, keep_lines=True, **_beside(grid.rail))
        if theme.rail
        else Style("Callout", "Table Text", before=_NEAR, keep_lines=True)
    )
    hung = _Beside(left=grid.rail, hanging=_QUOTE_MARK if theme.rail else 0, tabs=())
    figure = Face(theme.fonts.display, sizes.figure.points, ink, tracking=-0.3, figures="display")
    largest, _, *smaller = FIGURES.items()
    large = sizes.figure.points * largest[1]
    return (
        Style("Small", face=Face(theme.fonts.sans, sizes.small.points, theme.colours.soft, figures="display"), line=sizes.small.leading),
        Style("caption", "Small", keep_next=True),
        Style("Key Figure", face=figure, line=sizes.figure.leading, exact=True, before=3.75, keep_next=True),
        Style(largest[0], "Key Figure", face=Face(size=large), line=1.4 * sizes.figure.leading, exact=True),
        *(Style(style, "Key Figure", face=Face(size=round(sizes.figure.points * share))) for style, share in smaller),
        Style("Key Figure Text", "Table Text", after=11.25),
        Style("Drawing", before=7.15, keep_lines=True),
        Style("Explained", "Table Text", before=3.5, after=3.65),
        callout,
        Style("Quote", face=Face(theme.fonts.lead, sizes.lead.points, italic=True), line=sizes.lead.leading, before=22.5, keep_next=True, **hung),
        Style("Speaker", "Small", before=7.5, left=grid.rail),
    )


def _register() -> tuple[Style, ...]:
    return (
        Style("Claim", "Normal", hyphens=False, **_beside(MARK)),
        Style("Register Text", hyphens=False),
        Style("Source", "Small", before=3.4, after=3.4, keep_lines=True),
    )


def _service(theme: Theme, grid: Grid) -> tuple[Style, ...]:
    rules = (Rule("bottom", FINE, theme.colours.line, 7), Rule("between", FINE, theme.colours.line, 7))
    return (
        Style(
            "toc 1",
            face=Face(theme.fonts.lead, theme.sizes.lead.points),
            line=18.75,
            before=7.5,
            end_tab=grid.width,
            rules=rules,
            keep_lines=True,
            **_beside(grid.listing),
        ),
        Style("toc 2", "toc 1"),
        *(
            Style(name, "Small", tabs=(grid.rail,)) if theme.rail else Style(name, "Small", end_tab=each.width)
            for name, each in (("footer", grid), ("Lying Footer", grid.lying()))
        ),
        Style("footnote text", "Small", left=grid.rail),
        Style("Gap", line=1, exact=True, before=14, keep_next=True),
    )
