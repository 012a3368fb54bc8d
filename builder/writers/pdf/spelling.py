"""Words of a PDF as they were written, beside the glyphs that print them."""

import unicodedata
from collections.abc import Iterable
from typing import Any

import pydyf

_LEFTWARDS = frozenset({"R", "AL", "AN"})
"""Characters that run to the left (Unicode Standard Annex 9, table 4)."""
_SPACES = frozenset(" \N{NO-BREAK SPACE}")
"""Their glyph stands for signs that are not seen, too."""
_OF_LAYOUT = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"
"""Say where a line may end, and nothing else."""
_USUAL = "\u024f"
"""Up to here, every carried font has letters and their marks in one glyph."""
_ALIKE = ("-\u2010\u2011", "µ\u03bc", "‘\u02bb", "’\u02bc", "Δ\u2206", "Ω\u2126", "φ\u03d5", "⁄\u2215", "⁼\u02ed")
"""Characters that a carried font draws with one glyph, which shall be read as the first of them."""
_OTHERS = frozenset("".join(group[1:] for group in _ALIKE))
_FLAGS = range(0x1F1E6, 0x1F200)
"""Letters that become a flag two by two (Unicode Technical Standard 51, 2.1)."""


def spell_out(printed_words: Iterable[tuple[str, Any]]) -> None:
    """Give words as they are written where their glyphs cannot tell them (ISO 32000-1, 14.9.4).

    Letters that run to the left stand in the order of the page, invisible signs have no glyph, marks and letters may be several or one, and some
    characters share one. What a glyph is read as is decided where it comes first, so that the characters beside those are in doubt in the whole part.

    Takes the words of each piece of a line, with the structure element that holds them: a `pydyf.Dictionary`.
    """
    texts = list(printed_words)
    words = {word for text, _ in texts for word in text.split()}
    printed = set("".join(words))
    alike = {character for group in _ALIKE if not printed.isdisjoint(group[1:]) for character in group}
    hard = {character for character in printed if _is_hard(character)}
    near = {character for word in words if not hard.isdisjoint(word) for character in unicodedata.normalize("NFD", word) + word}
    unclear = alike | near | (_SPACES if hard else set())
    for text, element in texts:
        if not unclear.isdisjoint(text):
            element["ActualText"] = pydyf.String(text)


def surest(readings: Iterable[str]) -> str:
    """Of what parts read a glyph as, the reading that no part spells out, so that all of them are read rightly with it."""
    return min(readings, key=lambda text: (not text or any(_is_hard(character) or character in _OTHERS for character in text), len(text)))


def _is_hard(character: str) -> bool:
    """Whether a character may have no glyph of its own, or one out of order."""
    unseen = unicodedata.category(character) == "Cf" and character not in _OF_LAYOUT
    if unseen or ord(character) in _FLAGS or unicodedata.bidirectional(character) in _LEFTWARDS:
        return True
    return character > _USUAL and any(unicodedata.category(each).startswith("M") for each in unicodedata.normalize("NFKD", character))
