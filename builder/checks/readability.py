"""How hard a text is to read."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:](?=\s|$)|\n\s*\n|\n\s*[-*\d]")
_FEWEST_WORDS = 40
_LONG = 6


def lix(text: str) -> int | None:
    """LIX: words in a sentence plus the percentage of words with more than six letters (Björnsson 1968). Nothing for a text too short to judge.

    It works for Swedish and English alike: below 40 is easy, 50 is what officials write, above 60 is very hard.
    """
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return None
    sentences = sum(1 for piece in _SENTENCE_END.split(text) if _WORD.search(piece or ""))
    long = sum(len(word) > _LONG for word in words)
    return round(len(words) / max(1, sentences) + 100 * long / len(words))
