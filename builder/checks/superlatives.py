"""C412: being first is easily said."""

import re
from collections.abc import Iterator
from functools import cache

from builder.checks.case import Case
from builder.findings import Finding, Severity

_WORLDS = {
    "en": (
        r"(?:the\s+)?(?:world|country|continent|union|EU|Europe|Nordic(?:s| countries)?|Scandinavia|[A-Z][a-z]+(?:land|den|way|many|ain|ance))",
        r"first|only|best|largest|biggest|greenest|smartest|fastest|most\s+\w+|leading|number\s+one",
    ),
    "sv": (
        r"(?:världen|landet|Europa|EU|Sverige|Norden|Skandinavien|Tyskland|Danmark|Norge|Finland)",
        r"första|först|enda|ensam|bästa|största|främsta|ledande|snabbaste|grönaste|smartaste|mest\s+\w+",
    ),
}


@cache
def _boast(language: str) -> re.Pattern[str] | None:
    """Sweden's first …; the first … in Europe."""
    known = _WORLDS.get(language.partition("-")[0])
    if known is None:
        return None
    world, word = known
    owned = rf"\b{world}(?:['’]s?|s)?\s+(?:\w+\s+)?(?P<owned>{word})\b"
    placed = rf"\b(?P<placed>{word})\b(?=[^.!?\n]{{0,60}}?\b(?:in|of|i|av|inom)\s+(?:the\s+)?{world}\b)"
    return re.compile(f"{owned}|{placed}")


def superlative_without_citation(case: Case) -> Iterator[Finding]:
    """C412: a response says that the city is the first, best or only one, and its paragraph cites nothing."""
    for passage in case.passages:
        boast = _boast(passage.language) if passage.kind != "entry" else None
        for start, paragraph in _paragraphs(passage.own_words) if boast else ():
            cites = "[@" in passage.text[start : start + len(paragraph)]
            for match in () if cites or boast is None else boast.finditer(paragraph):
                at = match.start(match.lastgroup or 0)
                word = match[match.lastgroup or 0]
                hint = "Cite what proves it, or say it more modestly."
                message = f"`{word}` compares the city with everybody else, and the paragraph cites nothing"
                yield Finding("C412", message, case.place(passage, start + at, len(word)), Severity.WARNING, hint)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"(?:[^\n]+\n?)+", text):
        yield match.start(), match[0]
