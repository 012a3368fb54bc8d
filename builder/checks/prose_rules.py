"""C5: the wording of texts."""

import re
from collections.abc import Iterator

from builder.checks.case import Case, Rule
from builder.checks.prose import Passage
from builder.checks.readability import lix
from builder.findings import Finding, Severity

_FEWEST_WORDS = 5
_HARD_LIX = 60
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+|ATT GÖRA)\b|\?\?\?+|(?i:\blorem ipsum\b)"
    r"|\[(?i:insert|fill in|xx+|\.\.\.|…|your|name of|date|number|infoga|fyll i|ange|skriv)\b[^\[\]]*\](?!\()|\[(?:\.\.\.|…|xx+|_+)\]",
)
_SUSPECT = re.compile(r"\?\?|\[|TO|TB|FI|XX|ATT|(?i:lorem)")
"""What every placeholder has, quickly looked for."""
_HEADING = re.compile(r"^(#{1,6})(?=\s)", re.MULTILINE)
_CAPITALS = re.compile("[A-ZÅÄÖ][A-ZÅÄÖ&]")
_ABBREVIATION = re.compile(r"(?<![\w-])[A-ZÅÄÖ](?:[A-ZÅÄÖ]|&[A-Z]){1,5}(?![\w-])")
_WELL_KNOWN = frozenset(
    {
        *(
            "AI",
            "API",
            "CEO",
            "CO",
            "COP",
            "COVID",
            "EEA",
            "EIB",
            "EIC",
            "EEC",
            "ERDF",
            "ESG",
            "EU",
            "EUR",
            "FAQ",
            "GBP",
            "GDP",
            "GDPR",
            "GIS",
            "GPS",
        ),
        *("HR", "ICT", "ID", "IKEA", "ISO", "IT", "KPI", "LED", "NATO", "NGO", "NOK", "OECD", "OK", "PDF", "PR", "QR", "SDG", "SEK", "SME", "SMES"),
        *("SMS", "TV", "UK", "UN", "UNESCO", "US", "USA", "USD", "VAT", "VR", "WHO", "WWF"),
        *("AB", "BNP", "EG", "FN", "IKT", "SVT", "VA", "VD", "VM"),
        *("TODO", "TBD", "TBC", "FIXME", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XV", "XVI", "XX", "XXI"),
    }
)
"""What a juror anywhere in Europe knows, in English and Swedish, and Roman numerals."""


def left_over_placeholder(case: Case) -> Iterator[Finding]:
    """C501: a note to the writer that was forgotten in the text."""
    for passage in case.passages:
        for match in _PLACEHOLDER.finditer(passage.own_words) if _SUSPECT.search(passage.text) else ():
            place = case.place(passage, match.start(), len(match[0]))
            yield Finding("C501", f"`{match[0]}` is left over", place, Severity.WARNING, "Write what belongs there, or take it out.")


def empty_answer(case: Case) -> Iterator[Finding]:
    """C502: an answer that says next to nothing."""
    for passage in case.passages:
        if passage.kind == "answer" and len(re.findall(r"[^\W_]+", passage.words)) + len(passage.values) < _FEWEST_WORDS:
            hint = "Answer the question, or move it to `gaps:` and say why there is no answer."
            yield Finding("C502", "the answer says next to nothing", case.place(passage), Severity.WARNING, hint)


def skipped_heading(case: Case) -> Iterator[Finding]:
    """C503: a heading two levels below the one before it, which readers of screens trip over."""
    for passage in case.passages:
        before = 2
        for match in _HEADING.finditer(passage.words) if "#" in passage.text else ():
            level = len(match[1])
            if level > before + 1:
                message = f"a heading of level {level} after one of level {before}"
                hint = f"Begin it with `{'#' * (before + 1)}`."
                yield Finding("C503", message, case.place(passage, match.start(), level), Severity.ERROR, hint)
            before = level


def stale_translation(case: Case) -> Iterator[Finding]:
    """C504: the original of a translation has changed since."""
    for file, keys in sorted(case.outdated, key=str):
        hint = "Compare it with the original and translate anew; saved together with the change, both count as up to date."
        place = case.workspace.locate(file, keys)
        yield Finding("C504", "the original has changed after this translation", place, Severity.WARNING, hint)


def avoided_word(case: Case) -> Iterator[Finding]:
    """C505: a word that the house word list avoids."""
    checking = case.workspace.dossier.check
    for term in checking.terms if checking else ():
        avoided = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, term.avoided))})(?!\w)", re.IGNORECASE)
        for passage in case.passages:
            if term.language in (None, passage.language):
                for match in avoided.finditer(passage.own_words):
                    place = case.place(passage, match.start(), len(match[0]))
                    yield Finding("C505", f"the word list avoids `{match[0]}`", place, Severity.WARNING, f"Write `{term.preferred}`.")


def hard_to_read(case: Case) -> Iterator[Finding]:
    """C506: an answer whose LIX tells of long sentences with many long words."""
    for passage in case.passages:
        if passage.kind == "answer" and (found := lix(passage.words)) is not None and found > _HARD_LIX:
            message = f"hard to read: LIX {found}"
            hint = "Divide long sentences, and take shorter words; below 50 an interested reader follows with ease."
            yield Finding("C506", message, case.place(passage), Severity.NOTE, hint)


def unexplained_abbreviation(case: Case) -> Iterator[Finding]:
    """C507: capitals that no text of the language explains."""
    known = _WELL_KNOWN | set(case.workspace.dossier.check.abbreviations if case.workspace.dossier.check else ())
    for language in case.workspace.languages:
        passages = [passage for passage in case.passages if passage.language == language and _CAPITALS.search(passage.text)]
        said = [(passage, list(_ABBREVIATION.finditer(passage.own_words))) for passage in passages]
        used = [(passage, match) for passage, matches in said for match in matches if match[0] not in known and match[0].strip("X")]
        if used:
            seen = set(_explained(passage for passage, matches in said if matches))
            for passage, match in used:
                if match[0] not in seen:
                    seen.add(match[0])
                    place = case.place(passage, match.start(), len(match[0]))
                    hint = f"Write it out once: `… ({match[0]})`, or list it under `check: abbreviations:` in dossier.yaml."
                    yield Finding("C507", f"`{match[0]}` is never explained", place, Severity.NOTE, hint)


def _explained(passages: Iterator[Passage]) -> Iterator[str]:
    """Abbreviations that stand in brackets after words, or before brackets with words."""
    for passage in passages:
        for match in re.finditer(r"\w\s+\(([^\W\d_][^()\s,;]{1,7})(?:[,;][^()]*)?\)|(?<![\w-])([A-ZÅÄÖ&]{2,7})\s+\([^()]*[^\W\d_]{3}", passage.words):
            yield match[1] or match[2]


RULES: tuple[Rule, ...] = (
    left_over_placeholder,
    empty_answer,
    skipped_heading,
    stale_translation,
    avoided_word,
    hard_to_read,
    unexplained_abbreviation,
)
