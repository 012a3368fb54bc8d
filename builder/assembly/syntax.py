"""Our additions to CommonMark: `[@citation]`, `{value}` and `{=7: why a typed number is fine}`."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

QUOTES = {
    "bg": "„“‚‘", "cs": "„“‚‘", "da": "”“’‘", "de": "„“‚‘", "el": "«»“”", "en": "“”‘’", "es": "«»“”", "et": "„“‚‘",
    "fi": "””’’", "fr": ["«\u00a0", "\u00a0»", "‹\u00a0", "\u00a0›"], "hr": "„“‚‘", "hu": "„”»«", "it": "«»“”", "lt": "„“‚‘",
    "lv": "“”‘’", "nl": "“”‘’", "pl": "„”«»", "pt": "«»“”", "ro": "„”«»", "sk": "„“‚‘", "sl": "„“‚‘", "sv": "””’’",
}  # fmt: skip

CITATION = re.compile(r"\[(@[^\[\]]*)\]")
BRACES = re.compile(r"\{([^{}]*)\}")


@cache
def parser(language: str) -> MarkdownIt:
    """A parser for texts in that language; HTML and code blocks are recognised so that they can be refused."""
    quotes = QUOTES.get(language.partition("-")[0], QUOTES["en"])
    markdown = MarkdownIt("commonmark", {"typographer": True, "quotes": quotes}).enable(["table", "smartquotes"])
    footnote_plugin(markdown)
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("link", "value", _value)
    return markdown


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of a markdown-it rule
    match = CITATION.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("citation", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _value(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if state.src[state.pos] not in "{}":
        return False
    doubled = state.src[state.pos : state.pos + 2]
    if doubled in ("{{", "}}"):
        if not silent:
            state.push("text", "", 0).content = doubled[0]
        state.pos += 2
        return True
    match = BRACES.match(state.src, state.pos, state.posMax)
    if not silent:
        state.push("value" if match else "brace", "", 0).content = match[1] if match else doubled[0]
    state.pos = match.end() if match else state.pos + 1
    return True
