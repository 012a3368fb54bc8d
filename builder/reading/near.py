"""Near misses: what somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?`, or nothing when no known word is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""


def known_words(known: Iterable[str]) -> str:
    """The words one may choose from, as a list to read."""
    return ", ".join(f"`{word}`" for word in known)
