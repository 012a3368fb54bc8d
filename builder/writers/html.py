"""Blocks as HTML: semantic elements, for the pages of a PDF, which WeasyPrint tags, and for a screen."""

from html import escape
from typing import assert_never
from urllib.parse import quote

from builder.document import blocks as b
from builder.document.words import plain
from builder.reading.theme import Theme, share, width
from builder.writers.drawing import chart_drawing, cover_drawing
from builder.writers.html_evidence import cards, references, register_entry, single_card
from builder.writers.html_inlines import line
from builder.writers.html_setting import Setting
from builder.writers.html_tables import caption_words, contents, coverage, table
from builder.writers.picture_size import logo_size, printed
from builder.writers.shapes import face_width
from builder.writers.svg import svg

WORKSPACE = "workspace"
"""Scheme of addresses of files in the workspace."""
_QUOTES = "“”„«»‘’\"'"
_LONG_HEADLINE = 60
_CALM = 2
"""With more open points than this an opener stands closer, to stay on its page."""
_TWO_COLUMNS = 6
"""From so many events on a timeline stands in two columns."""
_TITLES = (92.0, 60.0, 44.0)
_MILLIMETRE = 72 / 25.4
"""In points."""
_PLAIN_TITLE = 36.0
"""Size of the cover's name where there is no rail."""
_PANEL = 440.0
"""Width that the words on the cover may take, in points: kerning brings them within the panel's 431."""


def part_html(part: b.Part, setting: Setting) -> str:
    """A part of the document as a section of its own."""
    blocks = "".join(_block(block, part.kind, setting) for block in part.blocks)
    dense = " dense" if part.kind == "opener" and sum(isinstance(block, b.Callout) for block in part.blocks) > _CALM else ""
    lying = " lying" if part.lying else ""
    return f'<section class="part {part.kind}{dense}{lying}" id="{part_anchor(part)}" data-part="{escape(part.title)}">{blocks}</section>'


def part_anchor(part: b.Part) -> str:
    """Destination of a part; no block's id has a colon."""
    return f"part:{part.id}"


def _block(block: b.AnyBlock, kind: b.PartKind, setting: Setting) -> str:
    match block:
        case b.Heading():
            return _heading(block, setting)
        case b.Paragraph():
            return _paragraph(block, setting)
        case b.List():
            return _list(block, kind, setting)
        case b.Table():
            return table(block, setting)
        case b.Picture():
            return _picture(block, setting)
        case b.Chart():
            return _chart(block, setting)
        case b.Quote():
            return _quote(block, setting)
        case b.Callout():
            return (
                f'<div class="callout beside" id="{block.id}"><p class="name">{escape(block.label)}</p><p>{line(block.children, setting)}</p></div>'
            )
        case b.EvidenceCard():
            return single_card(block, setting)
        case b.Cards():
            return cards(block, setting)
        case b.KeyFigures():
            return _key_figures(block, kind, setting)
        case b.Coverage():
            return coverage(block, setting)
        case b.Timeline():
            return _timeline(block, setting)
        case b.Contents():
            return contents(block, setting)
        case b.RegisterEntry():
            return register_entry(block, setting)
        case b.References():
            return references(block, setting)
        case b.Cover():
            return _cover(block, setting)
        case _:
            assert_never(block)


def _heading(block: b.Heading, setting: Setting) -> str:
    label = f'<span class="no">{escape(block.label)}</span><span class="gap">\N{NO-BREAK SPACE}</span>' if block.label else ""
    tag = f"h{block.level + setting.screen}"  # on a screen, h1 is the title of the page
    return f'<{tag} id="{block.id}">{label}{line(block.children, setting)}</{tag}>'


def _paragraph(block: b.Paragraph, setting: Setting) -> str:
    long = " long" if block.role == "headline" and len(plain(block.children)) > _LONG_HEADLINE else ""
    return f'<p class="{block.role}{long}" id="{block.id}">{line(block.children, setting)}</p>'


def _list(block: b.List, kind: b.PartKind, setting: Setting) -> str:
    """Items hold their blocks in a division each, which keeps a list inside an item in its place of the reading order."""
    items = "".join(f"<li>{''.join(f'<div>{_block(child, kind, setting)}</div>' for child in item)}</li>" for item in block.items)
    if block.ordered:
        return f'<ol id="{block.id}" class="numbers" start="{block.start}" style="counter-reset:list-item {block.start - 1}">{items}</ol>'
    return f'<ul id="{block.id}" class="dashes">{items}</ul>'


def _figure(block: b.Picture | b.Chart, drawing: str, note: str, setting: Setting) -> str:
    small = f'<p class="note">{note}</p>' if note else ""
    sides = f'<figcaption>{caption_words(block.caption, setting)}</figcaption><div class="plot">{drawing}{small}</div>'
    return f'<figure id="{block.id}"><div class="sides">{sides}</div></figure>'


def _picture(block: b.Picture, setting: Setting) -> str:
    size = setting.style(f"width:{min(printed(block.width, block.height)[0], _main(setting.theme)):.2f}pt")
    image = f'<img src="{WORKSPACE}:{quote(block.file)}" alt="{escape(block.alt)}"{size}>'
    return _figure(block, image, escape(block.credit), setting)


def _chart(block: b.Chart, setting: Setting) -> str:
    drawing = chart_drawing(block, setting.theme)
    return _figure(block, svg(drawing, block.alt, _main(setting.theme)) if drawing.shapes else "", line(block.note, setting), setting)


def _main(theme: Theme) -> float:
    """Width of the main column, in points."""
    return (width(theme) - theme.rail) * _MILLIMETRE


def _quote(block: b.Quote, setting: Setting) -> str:
    hung = ' class="hung"' if plain(block.children)[:1] in _QUOTES else ""
    speaker = f'<p class="speaker">{escape(block.speaker)}</p>' if block.speaker else ""
    return f'<blockquote id="{block.id}"><p{hung}>{line(block.children, setting)}</p>{speaker}</blockquote>'


def _key_figures(block: b.KeyFigures, kind: b.PartKind, setting: Setting) -> str:
    """Thirds or quarters, whichever fills the rows better and lets the widest value stand on one line."""
    theme = setting.theme
    usual = theme.sizes.figure.points
    opener = kind == "opener"
    thirds = (
        opener
        or len(block.figures) in {1, 2, 3, 5, 6, 9}
        or any(_value_width(figure, usual, theme) > share(theme, 4) * _MILLIMETRE for figure in block.figures)
    )
    room = share(theme, 3 if thirds else 4) * _MILLIMETRE
    sizes = (usual * share for share in ((_LARGE, 1.0, 0.8) if opener else (1.0, 0.8)))
    size = next((size for size in sizes if all(_value_width(figure, size, theme) <= room for figure in block.figures)), usual * 2 / 3)
    items = "".join(_key_figure(figure, size, setting) for figure in block.figures)
    return f'<ul id="{block.id}" class="keyfigures {"thirds" if thirds else "quarters"}">{items}</ul>'


_LARGE = 44 / 30
"""How much larger key figures stand on an opener, at most."""


def _value_width(figure: b.KeyFigure, size: float, theme: Theme) -> float:
    small = " ".join(word for word in (figure.before, figure.after) if word)
    return face_width(figure.number, size, theme.face("display")) + face_width(f" {small}", theme.sizes.lead.points, theme.face("lead"))


def _key_figure(figure: b.KeyFigure, size: float, setting: Setting) -> str:
    before = f"<small>{escape(figure.before)}\N{NO-BREAK SPACE}</small>" if figure.before else ""
    after = f"<small>\N{NO-BREAK SPACE}{escape(figure.after)}</small>" if figure.after else ""
    large = " large" if size > setting.theme.sizes.figure.points else ""
    value = f'<span class="value{large}"{setting.style(f"font-size:{size:g}pt")}>{before}{escape(figure.number)}{after}</span>'
    return f'<li>{value} <span class="what">{line(figure.children, setting)}</span></li>'


def _timeline(block: b.Timeline, setting: Setting) -> str:
    columns = " two" if len(block.events) >= _TWO_COLUMNS else ""
    events = "".join(
        f'<li><div class="beside"><p class="date">{escape(event.date)}</p><p>{line(event.children, setting)}</p></div></li>' for event in block.events
    )
    return f'<ol id="{block.id}" class="timeline{columns}">{events}</ol>'


def _cover(block: b.Cover, setting: Setting) -> str:
    drawing = svg(cover_drawing(block, setting.theme), block.alt, _PANEL) if block.points else ""
    call = escape(block.call).replace("\n", "<br>")
    size = setting.style(f"font-size:{_title_size(block.title, setting.theme):g}pt")
    tag = "h1" if setting.screen else "p"
    title = f'<{tag} class="title"{size}>{escape(block.title)}</{tag}>'
    claim = f'<p class="claim">{escape(block.claim)}</p>' if block.claim else ""
    facts = "".join(f"<li><b>{escape(fact.term)}</b> {line(fact.children, setting)}</li>" for fact in block.facts)
    panel = f'<div class="panel"><p class="call">{call}</p>{title}{claim}<div class="series">{drawing}</div></div>'
    kind = ' class="with-logo"' if block.logo else ""
    return f'<div id="{block.id}"{kind}>{panel}<ul class="imprint">{facts}</ul>{_logo(block.logo, setting) if block.logo else ""}</div>'


def _logo(logo: b.Logo, setting: Setting) -> str:
    size = setting.style(f"width:{logo_size(logo.width, logo.height)[0]:.2f}pt")
    return f'<p class="logo"><img src="{WORKSPACE}:{quote(logo.file)}" alt="{escape(logo.alt)}"{size}></p>'


def _title_size(title: str, theme: Theme) -> float:
    """The largest of some sizes in which the title stays on one line of the panel."""
    if not theme.rail:
        return _PLAIN_TITLE
    face, tracking = theme.face("display", 300), 2.0 * len(title)
    return next((size for size in _TITLES if face_width(title, size, face) - tracking <= _PANEL), _TITLES[-1])
