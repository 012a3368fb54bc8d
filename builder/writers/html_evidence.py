"""Evidence as print HTML: cards, the register, the list of sources."""

import re
from html import escape

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.html_inlines import anchor, line
from builder.writers.html_tables import lines
from builder.writers.shapes import face_width

_TERMS = 54.0
"""Width of a term that fits the narrower column of a card's facts, in points."""
_GAP = "\N{EM SPACE}"
"""Stands where a list of sources has neither a stop nor a new line."""
_BREAK = "\N{ZERO WIDTH SPACE}"
"""Where an address may be divided. Not <wbr>: WeasyPrint makes a link of its own of each."""


def cards(block: b.Cards, theme: Theme) -> str:
    """Cards in pairs whose members share a top edge."""
    pairs = [block.cards[first : first + 2] for first in range(0, len(block.cards), 2)]
    return f'<div class="cards" id="{block.id}">{"".join(_pair(pair, theme) for pair in pairs)}</div>'


def _pair(pair: tuple[b.EvidenceCard, ...], theme: Theme) -> str:
    return f'<div class="pair">{"".join(_card(card, theme) for card in pair)}</div>'


def single_card(card: b.EvidenceCard, theme: Theme) -> str:
    """A card by itself, half as wide as the page."""
    return f'<div class="cards">{_pair((card,), theme)}</div>'


def _card(card: b.EvidenceCard, theme: Theme) -> str:
    title = f'<p class="title">{anchor(card.target, str(card.number), "number")} {line(card.title)}</p>'
    facts = _facts(card.facts, theme)
    return f'<div class="card" id="{card.id}">{title}<p class="note">{escape(card.meta)}</p><p>{line(card.children)}</p>{facts}</div>'


def _facts(facts: tuple[b.Fact, ...], theme: Theme) -> str:
    """Terms and what is said of them; long terms get more room."""
    if not facts:
        return ""
    long = any(face_width(fact.term, theme.sizes.body.points, theme.face("sans")) > _TERMS for fact in facts)
    rows = "".join(f'<tr><th scope="row">{escape(fact.term)}</th><td>{line(fact.children)}</td></tr>' for fact in facts)
    return f'<table><colgroup><col class="{"long-terms" if long else "terms"}"><col></colgroup><tbody>{rows}</tbody></table>'


def register_entry(entry: b.RegisterEntry) -> str:
    """An entry: number, id and standing in the rail, its claims and their sources in the main column."""
    rail = f'<div class="rail"><p class="number">{entry.number}</p><p class="note">{lines((entry.entry, *entry.meta))}</p></div>'
    paragraphs = "".join(f"<p>{line(paragraph)}</p>" for paragraph in entry.paragraphs)
    claims = "".join(
        f'<li><div class="beside"><p class="mark">{escape(claim.mark)}</p><p>{line(claim.children)}</p></div></li>' for claim in entry.claims
    )
    body = f'<p class="title">{line(entry.title)}</p>{paragraphs}' + (f'<ul class="claims">{claims}</ul>' if claims else "")
    rows = "".join(map(_source_row, entry.sources))
    sources = f'<table class="entry-sources">{_SOURCE_WIDTHS}<tbody>{rows}</tbody></table>' if rows else ""
    return f'<div class="entry beside" id="{entry.id}">{rail}<div class="main">{body}{sources}</div></div>'


_SOURCE_WIDTHS = '<colgroup><col class="marks"><col><col class="dates"></colgroup>'


def _source_row(source: b.RegisterSource) -> str:
    address = f"<br>{_address(source.url)}" if source.url else ""
    return f"<tr><td>{escape(source.marks)}</td><td>{_source_name(source)}{address}</td><td>{lines(source.detail)}</td></tr>"


def _source_name(source: b.RegisterSource) -> str:
    publisher = f"{_GAP}{escape(source.publisher)}" if source.publisher else ""
    return f"<b>{escape(source.title)}</b>{publisher}"


def _address(url: str) -> str:
    """A link that says its address, which may break after slashes."""
    return f'<a href="{escape(url)}">{re.sub("(?<=[^/])/(?=[^/])", f"/{_BREAK}", escape(url))}</a>'


def references(block: b.References) -> str:
    """The list of sources: number and name in the rail, sources in the main column."""
    return f'<div id="{block.id}">{"".join(map(_reference, block.references))}</div>'


def _reference(reference: b.Reference) -> str:
    rail = f'<div class="rail"><p><span class="number">{reference.number}</span> {escape(reference.title)}</p></div>'
    return f'<div class="reference beside" id="{reference.id}">{rail}<div class="main"><p class="source">{line(reference.children)}</p></div></div>'
