"""The way back from a source to the places that cite it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.assembly.wording import Wording
from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import every_inline
from builder.document.words import plain

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
Section = i.CrossReference
"""A section by its number, or by its title where it has none; leads to its heading."""


def cited_in(parts: Iterable[b.Part]) -> Mapping[str, tuple[Section, ...]]:
    """The sections that cite each entry or shared source, by its id, in their order."""
    found: dict[str, dict[Section, None]] = {}
    for part in parts:
        section: Section | None = None
        for block in part.blocks:
            if isinstance(block, b.Heading) and block.level <= 2:  # noqa: PLR2004 - parts and questions
                number = _NUMBER.search(block.label)
                section = i.CrossReference(number[0] if number else plain(block.children), block.id)
            elif section:
                for name in _cited(block):
                    found.setdefault(name, {})[section] = None
    return {name: tuple(sections) for name, sections in found.items()}


def _cited(block: b.AnyBlock) -> Iterator[str]:
    """Ids of entries and shared sources that a block cites."""
    for inline in every_inline(block):
        if isinstance(inline, i.Citation):
            yield from (mark.entry for mark in inline.marks)


def with_way_back(parts: tuple[b.Part, ...], wording: Wording) -> tuple[b.Part, ...]:
    """The parts, each line of a list of sources ending with the sections that cite it."""
    if not any(isinstance(block, b.References) for part in parts for block in part.blocks):
        return parts
    sections = cited_in(parts)

    def led_back(block: b.AnyBlock) -> b.AnyBlock:
        if not isinstance(block, b.References):
            return block
        return replace(block, references=tuple(_led_back(one, sections, wording) for one in block.references))

    return tuple(replace(part, blocks=tuple(map(led_back, part.blocks))) for part in parts)


def _led_back(reference: b.Reference, sections: Mapping[str, tuple[Section, ...]], wording: Wording) -> b.Reference:
    known = sections.get(reference.entry, ())
    if not known:
        return reference
    links: list[i.Inline] = []
    for section in known:
        links += [i.Text(", "), section] if links else [section]
    before, after = wording.word("cited_in", sections="\0").split("\0")
    return replace(reference, children=(*reference.children, i.Text(f". {before}"), *links, i.Text(after)))
