"""Joins the pieces of a font that each printed part has embedded for itself.

WeasyPrint keeps the numbers of glyphs when it takes a font apart, so that the pieces of one face fit together: each glyph is taken from a piece that
has it. Pieces of other kinds than TrueType, and those that stand in for missing glyphs, stay as they are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pikepdf import Array, Name

from builder.writers.pdf.spelling import surest
from builder.writers.pdf.truetype import Piece, joined_programs

_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
_MAPPED = re.compile(rb"(?s)(.*?endcodespacerange\n)(.*)(endcmap.*)")
_MOST_AT_ONCE = 100
"""Mappings in a block (Adobe Technical Note 5014)."""
_FIXED_PITCH = 1
"""Flag of a face whose characters are all of one width (ISO 32000-1, table 123)."""
Font = Any
"""A font dictionary of pikepdf."""


def join_fonts(used: Sequence[Any]) -> None:
    """Put one font for each face into the dictionaries of fonts that parts use."""
    pieces: dict[str, list[Font]] = {}
    for fonts in used:
        for name, font in fonts.items():
            if font.get("/Encoding") == Name("/Identity-H") and "/FontFile2" in font.DescendantFonts[0].FontDescriptor:
                pieces.setdefault(name, []).append(font)
    for name, fonts_of_face in pieces.items():
        if len(fonts_of_face) > 1:
            _join(fonts_of_face)
        for fonts in used:
            if name in fonts and fonts[name] in fonts_of_face:
                fonts[name] = fonts_of_face[0]


def _join(fonts: Sequence[Font]) -> None:
    """Make the first of some pieces the whole."""
    inner = [font.DescendantFonts[0] for font in fonts]
    whole, descriptor = inner[0], inner[0].FontDescriptor
    widths: dict[int, Any] = {}
    for each in inner:
        widths = {**dict(_widths(each.W)), **widths}
    whole.W = _width_array(widths)
    left, bottom, _, top = descriptor.FontBBox
    descriptor.FontBBox = Array([left, bottom, max(widths.values()), top])
    fixed = len(widths) > 1 and len(set(widths.values())) == 1
    descriptor.Flags = int(descriptor.Flags) & ~_FIXED_PITCH | (_FIXED_PITCH if fixed else 0)
    maps = [font.ToUnicode.read_bytes() for font in fonts]
    programs = [each.FontDescriptor.FontFile2.read_bytes() for each in inner]
    program = joined_programs([Piece(program, max(_meant(map_))) for program, map_ in zip(programs, maps, strict=True)])
    descriptor.FontFile2.write(program)
    descriptor.FontFile2.Length1 = len(program)
    fonts[0].ToUnicode.write(_joined_maps(maps))


def _widths(flat: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - pikepdf's objects are untyped
    """The width of each glyph (ISO 32000-1, 9.7.4.3: a number, then the widths of the glyphs from that number on)."""
    values = list(flat)
    for first, widths in zip(values[::2], values[1::2], strict=True):
        yield from enumerate(widths, int(first))


def _width_array(widths: Mapping[int, Any]) -> Array:
    made = Array()
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            made.append(glyph)
            made.append(Array())
        made[-1].append(widths[glyph])
    return made


def _meant(map_: bytes) -> dict[int, bytes]:
    """The characters of each glyph, in hexadecimal digits."""
    return {int(glyph, 16): text for glyph, text in _PAIR.findall(_divided(map_)[1])}


def _joined_maps(maps: Sequence[bytes]) -> bytes:
    """One map from glyphs to characters, in which a glyph means what all parts can be read with."""
    before, _, after = _divided(maps[0])
    meant: dict[int, list[bytes]] = {}
    for each in maps:
        for glyph, text in _meant(each).items():
            meant.setdefault(glyph, []).append(text)
    lines = [b"<%04x> <%b>" % (glyph, surest(map(_characters, texts)).encode("utf-16-be").hex().encode()) for glyph, texts in sorted(meant.items())]
    blocks = [lines[start : start + _MOST_AT_ONCE] for start in range(0, len(lines), _MOST_AT_ONCE)]
    return before + b"".join(b"%d beginbfchar\n%b\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks) + after


def _characters(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def _divided(map_: bytes) -> tuple[bytes, bytes, bytes]:
    found = _MAPPED.fullmatch(map_)
    assert found  # noqa: S101 - as WeasyPrint writes them
    return found[1], found[2], found[3]
