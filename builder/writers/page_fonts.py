"""The fonts of a page for the screen: within the page, cut down to the characters that it shows."""

import base64
import io
from collections.abc import Iterator

from builder.reading.fonts import Face, carried
from builder.reading.theme import FontRole, Theme
from builder.writers.html_page import FALLBACKS

_FACES: tuple[tuple[FontRole, int, bool], ...] = (
    ("text", 400, False),
    ("text", 400, True),
    ("text", 600, False),
    ("lead", 400, False),
    ("lead", 400, True),
    ("display", 300, False),
    ("display", 300, True),
    ("display", 400, False),
    ("sans", 400, False),
    ("sans", 400, True),
    ("sans", 600, False),
)
"""What the style sheet uses: role, weight, whether italic."""
_FEATURES = ("lnum", "onum", "pnum", "tnum")
"""Figures of all kinds are kept, beside what a font does of itself."""


def font_css(theme: Theme, text: str) -> str:
    """Rules that carry the theme's fonts with the characters of a text; a carried fallback comes along where the theme's families lack one."""
    wanted = frozenset(map(ord, text))
    files = dict.fromkeys(theme.face(role, weight, italic=italic) for role, weight, italic in _FACES)
    known = {face.file: face for face in carried(theme.own_fonts)}
    rules: list[str] = []
    found: set[int] = set()
    for file in files:
        data, has = _cut(known[file], wanted)
        rules.append(_rule(known[file], data))
        found |= has
    return "".join((*rules, *_fallbacks(theme, wanted - found)))


def _fallbacks(theme: Theme, missing: frozenset[int]) -> Iterator[str]:
    for family in FALLBACKS:
        face = next(face for face in carried(theme.own_fonts) if face.family == family)
        data, has = _cut(face, missing)
        if has:
            yield _rule(face, data)
        missing -= has


def _rule(face: Face, data: bytes) -> str:
    style = "italic" if face.italic else "normal"
    source = f"url(data:font/woff2;base64,{base64.b64encode(data).decode()}) format('woff2')"
    return f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {style}; src: {source} }}\n'


def _cut(face: Face, wanted: frozenset[int]) -> tuple[bytes, frozenset[int]]:
    """A face as WOFF2 with the characters wanted, as far as it has them, and which those are."""
    from fontTools import subset  # noqa: PLC0415 - takes a moment to import

    options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True)
    options.layout_features += _FEATURES
    options.drop_tables += ("FFTM",)  # when the font was last edited
    with subset.load_font(face.file, options) as font:
        has = wanted & font.getBestCmap().keys()
        if not has:
            return b"", frozenset()
        names = font["name"]  # kept whole, with the licence; the cutter would look through every table for those in use
        del font["name"]
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=has)
        cutter.subset(font)
        font["name"] = names
        made = io.BytesIO()
        subset.save_font(font, made, options)
    return made.getvalue(), has
