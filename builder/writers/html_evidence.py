"""Evidence as HTML: cards, the register, the list of sources."""

import re
from html import escape

from builder.document import blocks as b
from builder.writers.html_inlines import anchor, line
from builder.writers.html_setting import Setting
from builder.writers.html_tables import lines
from builder.writers.shapes import face_width

_TERMS = 54.0
"""Width of a term that fits the narrower column of a card's facts, in points."""
_GAP = "\N{EM SPACE}"
"""Stands where a list of sources has neither a stop nor a new line."""
_BREAK = "\N{ZERO WIDTH SPACE}"
"""Where an address may be divided. Not <wbr>: WeasyPrint makes a link of its own of each."""


def cards(block: b.Cards, setting: Setting) -> str:
    """Cards in pairs whose members share a top edge."""
    pairs = [block.cards[first : first + 2] for first in range(0, len(block.cards), 2)]
    return f'<div class="cards" id="{block.id}">{"".join(_pair(pair, setting) for pair in pairs)}</div>'


def _pair(pair: tuple[b.EvidenceCard, ...], setting: Setting) -> str:
    return f'<div class="pair">{"".join(_card(card, setting) for card in pair)}</div>'


def single_card(card: b.EvidenceCard, setting: Setting) -> str:
    """A card by itself, half as wide as the page."""
    return f'<div class="cards">{_pair((card,), setting)}</div>'


def _card(card: b.EvidenceCard, setting: Setting) -> str:
    title = f'<p class="title">{anchor(card.target, str(card.number), "number")} {line(card.title, setting)}</p>'
    facts = _facts(card.facts, setting)
    return f'<div class="card" id="{card.id}">{title}<p class="note">{escape(card.meta)}</p><p>{line(card.children, setting)}</p>{facts}</div>'


def _facts(facts: tuple[b.Fact, ...], setting: Setting) -> str:
    """Terms and what is said of them; long terms get more room."""
    if not facts:
        return ""
    long = any(face_width(fact.term, setting.theme.sizes.body.points, setting.theme.face("sans")) > _TERMS for fact in facts)
    rows = "".join(f'<tr><th scope="row">{escape(fact.term)}</th><td>{line(fact.children, setting)}</td></tr>' for fact in facts)
    return f'<table><colgroup><col class="{"long-terms" if long else "terms"}"><col></colgroup><tbody>{rows}</tbody></table>'


def register_entry(entry: b.RegisterEntry, setting: Setting) -> str:
    """An entry: number, id and standing in the rail, its claims and their sources in the main column."""
    rail = f'<div class="rail"><p class="number">{entry.number}</p><p class="note">{lines((entry.entry, *entry.meta))}</p></div>'
    paragraphs = "".join(f"<p>{line(paragraph, setting)}</p>" for paragraph in entry.paragraphs)
    claims = "".join(
        f'<li><div class="beside"><p class="mark">{escape(claim.mark)}</p><p>{line(claim.children, setting)}</p></div></li>' for claim in entry.claims
    )
    body = f'<p class="title">{line(entry.title, setting)}</p>{paragraphs}' + (f'<ul class="claims">{claims}</ul>' if claims else "")
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


def references(block: b.References, setting: Setting) -> str:
    """The list of sources: number and name in the rail, sources in the main column."""
    return f'<div id="{block.id}">{"".join(_reference(one, setting) for one in block.references)}</div>'


def _reference(reference: b.Reference, setting: Setting) -> str:
    rail = f'<div class="rail"><p><span class="number">{reference.number}</span> {escape(reference.title)}</p></div>'
    main = f'<div class="main"><p class="source">{line(reference.children, setting)}</p></div>'
    return f'<div class="reference beside" id="{reference.id}">{rail}{main}</div>'
