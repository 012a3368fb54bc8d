"""C413 and C414: every language of a text tells the same."""

from collections.abc import Callable, Iterator

from builder.checks.case import Case
from builder.checks.numbers import amount
from builder.checks.prose import Passage, Reference
from builder.findings import Finding, Severity
from builder.reading.near import known_words


def different_evidence(case: Case) -> Iterator[Finding]:
    """C413: a text cites other evidence in one language than in another."""
    hint = "Cite the same evidence in every language."
    yield from _differing(case, "C413", "cites", lambda passage: frozenset(passage.cited), hint)


def different_values(case: Case) -> Iterator[Finding]:
    """C414: a text uses other values in one language than in another."""
    hint = "Use the same values in every language; only their forms (`:short`, `:number`) may differ."
    yield from _differing(
        case, "C414", "uses the values", lambda passage: frozenset(_value(value, passage.language) for value in passage.values), hint
    )


def _value(reference: Reference, language: str) -> str:
    """A value without its form; a typed number as it is in every language."""
    return reference.name if reference.is_value else f"={amount(reference.name, language)}"


def _differing(case: Case, code: str, does: str, used: Callable[[Passage], frozenset[str]], hint: str) -> Iterator[Finding]:
    first = case.workspace.languages[0]
    originals = {(passage.file, passage.keys): passage for passage in case.passages if passage.language == first}
    for passage in case.passages:
        original = originals.get((passage.file, passage.keys))
        if original and passage is not original and (before := used(original)) != (now := used(passage)):
            yield Finding(code, _message(does, before, now, first, passage.language), case.place(passage), Severity.WARNING, hint)


def _message(does: str, before: frozenset[str], now: frozenset[str], first: str, language: str) -> str:
    said = []
    for language_with, language_without, names in ((first, language, before - now), (language, first, now - before)):
        if names:
            said.append(f"`{language_with}` {does} {known_words(sorted(names))}, `{language_without}` does not")
    return "the languages differ: " + "; ".join(said)
