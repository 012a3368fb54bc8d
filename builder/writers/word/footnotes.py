"""The part that holds the footnotes."""

from collections.abc import Iterable

from builder.writers.word.markup import part, w

_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""Lines that part notes from text, by the numbers that stand for them."""


def footnotes(notes: Iterable[str], start: int) -> bytes:
    """The footnotes part, from the notes of the file; running text begins at `start`, in twips."""
    place = w("pPr", w("spacing", before=0, after=60, line=240, lineRule="auto"), w("ind", left=start))
    separators = (w("footnote", w("p", place, w("r", w(kind))), type=kind, id=number) for number, kind in _SEPARATORS.items())
    return part("footnotes", *separators, *notes)
