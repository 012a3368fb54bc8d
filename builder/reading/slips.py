"""The usual slips in YAML, told in plain words.

The parser says where it gave up, in terms of its grammar; what somebody did wrong is read from the lines there, never from the parser's wording.
"""

import re
from collections.abc import Iterator

from yaml import MarkedYAMLError

from builder.findings import Finding
from builder.reading.nodes import Mark, Script

_KEY = r"^\s*(?:- +)*[\w.-]+"
_QUOTES = "Put the whole text in quotes, or write it after `|` on the next line."
_IN_ONE_LINE = (
    (re.compile(_KEY + r"(:)[^\s:/]"), "a space is missing after the colon", "Write `name: value`, with a space after the colon."),
    (
        re.compile(_KEY + r""":\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*([^\s#,\]}])"""),
        "something stands after the closing quote",
        "Put the whole text in quotes, or none of it; a quote inside the text is written twice ('').",
    ),
    (re.compile(_KEY + r":\s+(?:\[[^\]]*\]|\{[^}]*\})\s*([^\s#,\]}])"), "something stands after the closing bracket", _QUOTES),
    (re.compile(_KEY + r":\s+[^\s\"'|>\[{#].*?(:)(?:\s|$)"), "a text with a colon and a space in it reads as another field", _QUOTES),
    (re.compile(_KEY + r":\s+(-)\s"), "a list begins on a line of its own", "Begin each item on a line of its own with `- `."),
    (re.compile(r"^\s*(?:- +)*(:)(?:\s|$)"), "a name is missing before the colon", "Write `name: value`."),
)
_SPECIAL = "@`%*&!|>?"
_INDENT = "Fields that belong together begin in the same column; what belongs to a field is indented two spaces more."


def slip(script: Script, error: MarkedYAMLError) -> Finding:
    """The finding for a file that the parser gave up on."""
    problem, context = error.problem_mark, error.context_mark
    if problem is None:
        return script.finding("E106", "this is not YAML", 0, "Compare it with the examples in the documentation.")
    return next(_suspects(script, problem, context))


def _suspects(script: Script, problem: Mark, context: Mark | None) -> Iterator[Finding]:
    """What it may be, the likeliest first."""
    if not script.text[problem.index :].strip():
        yield from _unclosed(script, problem, context)
    yield from _in_one_line(script, problem)
    yield from _unclosed(script, problem, context)
    yield from _without_colon(script, problem, context)
    yield from _special(script, problem, context)
    if _character(script, problem) == ":":
        yield script.finding("E106", "this line reads as part of the value before it", problem, _INDENT)
    if _line(script, problem)[: problem.column].strip(" -"):
        yield script.finding("E106", "this cannot be read from here on", problem, "Put a text with special signs in quotes.")
    yield script.finding("E106", "the indentation of this line does not fit the lines before it", problem, _INDENT)


def _character(script: Script, mark: Mark | None) -> str:
    return script.text[mark.index : mark.index + 1] if mark else ""


def _line(script: Script, mark: Mark) -> str:
    return script.lines[mark.line] if mark.line < len(script.lines) else ""


def _unclosed(script: Script, problem: Mark, context: Mark | None) -> Iterator[Finding]:
    """A quote or bracket that has no partner."""
    opening = _character(script, context)
    if context and not opening and (last := max(script.text.rfind("["), script.text.rfind("{"))) >= 0:
        yield script.finding("E106", f"the bracket {script.text[last]} that begins here is never closed", last, _QUOTES)
    if context is None or context.index == problem.index:
        return
    if opening == '"' and _character(script, problem) == "\\":
        hint = "Write two backslashes for one, or use single quotes."
        yield script.finding("E106", "a backslash in double quotes has a meaning of its own", problem, hint)
    elif opening in {'"', "'"}:
        hint = "Close it at the end of the text; a quote inside the text is written twice ('') or with a backslash (\\\")."
        yield script.finding("E106", f"the quote {opening} that begins here does not end where it should", context, hint)
    elif opening in {"[", "{"}:
        closing = {"[": "]", "{": "}"}[opening]
        hint = f"Close it with {closing} and separate what is in it by commas, or put a text that only begins with {opening} in quotes."
        yield script.finding("E106", f"what begins with the bracket {opening} here cannot be read to its end", context, hint)


def _in_one_line(script: Script, problem: Mark) -> Iterator[Finding]:
    """Slips that one line shows by itself: the line of the problem, or the last one before it."""
    numbers = [n for n in range(min(problem.line, len(script.lines) - 1), -1, -1) if script.lines[n].strip()][:2]
    for number in numbers:
        for pattern, message, hint in _IN_ONE_LINE:
            found = pattern.match(script.lines[number])
            if found:
                yield Finding("E106", message, script.location(number, found.start(1)), hint=hint)


def _without_colon(script: Script, problem: Mark, context: Mark | None) -> Iterator[Finding]:
    """A line that should be a field."""
    if context and context.line < problem.line and ":" not in _line(script, context) and _character(script, context) != "-":
        yield script.finding(
            "E106", "a colon is missing in this line", context, "Write `name: value`, or indent the line as part of the text before it."
        )


def _special(script: Script, problem: Mark, context: Mark | None) -> Iterator[Finding]:
    """A text that begins with a sign YAML keeps for itself."""
    for mark in (context, problem):
        sign = _character(script, mark)
        if mark and sign and sign in _SPECIAL:
            yield script.finding("E106", f"a text cannot begin with {sign} here", mark, "Put the whole text in quotes.")
