"""C413 and C414: every language of a text tells the same."""

from collections.abc import Callable, Iterator

from builder.checks.case import Case
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
    yield from _differing(case, "C414", "uses the values", lambda passage: frozenset(map(_value, passage.values)), hint)


def _value(reference: Reference) -> str:
    name = reference.name
    return "".join(name.split()).replace(",", ".") if name.startswith("=") else name


def _differing(case: Case, code: str, does: str, used: Callable[[Passage], frozenset[str]], hint: str) -> Iterator[Finding]:
    originals: dict[tuple[object, ...], Passage] = {}
    first = case.workspace.languages[0]
    pairs = [passage for passage in case.passages if "[@" in passage.text or "{" in passage.text or passage.language != first]
    for passage in pairs:
        if passage.language == first:
            originals[passage.file, passage.keys] = passage
    for passage in pairs:
        if passage.language == first:
            continue
        original = originals.get((passage.file, passage.keys))
        before, now = (used(original) if original else frozenset()), used(passage)
        if before != now:
            yield Finding(code, _message(does, before, now, first, passage.language), case.place(passage), Severity.WARNING, hint)


def _message(does: str, before: frozenset[str], now: frozenset[str], first: str, language: str) -> str:
    said = []
    for language_with, language_without, names in ((first, language, before - now), (language, first, now - before)):
        if names:
            said.append(f"`{language_with}` {does} {known_words(sorted(names))}, `{language_without}` does not")
    return "the languages differ: " + "; ".join(said)
