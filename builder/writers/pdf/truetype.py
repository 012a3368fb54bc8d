"""TrueType programs put together from pieces of one font that have kept the numbers of its glyphs (OpenType 1.9, glyf, loca, hmtx, maxp)."""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter

_HINTS = ("cvt ", "fpgm", "prep")
_LONG = 1
"""Format of a table of places with four bytes each."""
_COMPOSITE = 0x80
"""From this first byte on the number of contours is negative: the glyph is made of others."""


_WORDS, _MORE = 0x0001, 0x0020
_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))
"""Flags of a component, and how many bytes follow for each (OpenType, glyf, composite glyph description)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A program with some of the glyphs of a font."""

    program: bytes
    last: int
    """The last glyph that keeps its number; behind it stand components of others, under any number."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """A program taken apart."""

    last: int
    tables: Mapping[str, bytes]
    outlines: Sequence[bytes]
    """By glyph; empty for one that is not drawn."""
    metrics: Sequence[tuple[int, int]]
    """Advance and left side bearing of each glyph."""


def joined_programs(pieces: Sequence[Piece]) -> bytes:
    """A program with the glyphs of all pieces. In it stand the tables that a PDF needs (ISO 32000-1, 9.9)."""
    parts = [_taken_apart(piece) for piece in dict.fromkeys(pieces)]
    glyphs = max(each.last for each in parts) + 1
    outlines, metrics = [b""] * glyphs, [(0, 0)] * glyphs
    components: dict[tuple[bytes, tuple[int, int]], int] = {}

    def component(part: _Parts, glyph: int) -> int:
        """The number of a component in the whole."""
        if glyph <= part.last:
            return glyph
        found = (moved(part, glyph), part.metrics[glyph])
        if found not in components:
            components[found] = len(outlines)
            outlines.append(found[0])
            metrics.append(found[1])
        return components[found]

    def moved(part: _Parts, glyph: int) -> bytes:
        return _with_components(part.outlines[glyph], lambda number: component(part, number))

    for part in parts:
        for glyph in range(part.last + 1):
            outlines[glyph] = outlines[glyph] or moved(part, glyph)
            metrics[glyph] = metrics[glyph] if any(metrics[glyph]) else part.metrics[glyph]
    return _put_together(parts, outlines, metrics)


def _with_components(outline: bytes, number_of: Callable[[int], int]) -> bytes:
    """An outline whose components, where it has any, bear other numbers."""
    if not outline or outline[0] < _COMPOSITE:
        return outline
    made, at, more = bytearray(outline), 10, True
    while more:
        flags, glyph = struct.unpack_from(">HH", made, at)
        struct.pack_into(">H", made, at + 2, number_of(glyph))
        at += 8 if flags & _WORDS else 6
        at += sum(size for flag, size in _SCALES if flags & flag)
        more = bool(flags & _MORE)
    return bytes(made)


def _taken_apart(piece: Piece) -> _Parts:
    reader = SFNTReader(BytesIO(piece.program))
    tables = {name: reader[name] for name in ("glyf", "head", "hhea", "hmtx", "loca", "maxp", *_HINTS) if name in reader}
    (glyphs,) = struct.unpack_from(">H", tables["maxp"], 4)
    (form,) = struct.unpack_from(">h", tables["head"], 50)
    places = struct.unpack(f">{glyphs + 1}{'L' if form == _LONG else 'H'}", tables["loca"])
    starts = places if form == _LONG else [2 * place for place in places]
    outlines = [tables["glyf"][start:end] for start, end in pairwise(starts)]
    (full,) = struct.unpack_from(">H", tables["hhea"], 34)
    metrics = list(struct.iter_unpack(">Hh", tables["hmtx"][: 4 * full]))
    bearings = struct.unpack_from(f">{glyphs - full}h", tables["hmtx"], 4 * full)
    return _Parts(piece.last, tables, outlines, [*metrics, *((metrics[-1][0], bearing) for bearing in bearings)])


def _put_together(pieces: Sequence[_Parts], outlines: Sequence[bytes], metrics: Sequence[tuple[int, int]]) -> bytes:
    padded = [outline + b"\0" * (-len(outline) % 4) for outline in outlines]
    places = [0]
    for outline in padded:
        places.append(places[-1] + len(outline))
    head = bytearray(pieces[0].tables["head"])
    struct.pack_into(">4h", head, 36, *_furthest(pieces, "head", ">4h", 36, (min, min, max, max)))
    struct.pack_into(">h", head, 50, _LONG)
    hhea = bytearray(pieces[0].tables["hhea"])
    struct.pack_into(">H3h", hhea, 10, *_furthest(pieces, "hhea", ">H3h", 10, (max, min, min, max)))
    struct.pack_into(">H", hhea, 34, len(metrics))
    maxp = bytearray(pieces[0].tables["maxp"])
    struct.pack_into(">14H", maxp, 4, len(outlines), *_furthest(pieces, "maxp", ">13H", 6, (max,) * 13))
    tables = {
        "glyf": b"".join(padded),
        "head": bytes(head),
        "hhea": bytes(hhea),
        "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in metrics),
        "loca": struct.pack(f">{len(places)}L", *places),
        "maxp": bytes(maxp),
        **{name: pieces[0].tables[name] for name in _HINTS if name in pieces[0].tables},
    }
    made = BytesIO()
    writer = SFNTWriter(made, len(tables))
    for name in sorted(tables):
        writer[name] = tables[name]
    writer.close()
    return made.getvalue()


def _furthest(pieces: Sequence[_Parts], table: str, form: str, start: int, choose: Sequence[Callable[..., int]]) -> list[int]:
    """The limits that hold for all pieces, field by field."""
    fields = zip(*(struct.unpack_from(form, piece.tables[table], start) for piece in pieces), strict=True)
    return [best(values) for best, values in zip(choose, fields, strict=True)]
