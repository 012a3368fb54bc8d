"""Characters that no carried font can print: they would be empty boxes on the page."""

import unicodedata
from collections.abc import Iterator
from itertools import chain

from builder.checks.case import Case, Rule
from builder.document.words import texts
from builder.findings import Finding, Location
from builder.reading.fonts import printable

USUAL = frozenset(chr(code) for code in chain(range(0x20, 0x250), range(0x400, 0x500), range(0x2010, 0x2028)))
"""Characters that the built-in fonts have, so that usual texts need no look into them."""
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Categories of characters that are not drawn: controls, joiners, spaces (The Unicode Standard, 4.5)."""
_SELECTORS = range(0xFE00, 0xFE10)
"""Say how the character before them looks, and are not drawn themselves."""


def missing_character(case: Case) -> Iterator[Finding]:
    """E308: a character that neither a font of the package nor one of the workspace has."""
    printed = [(block.origin, "".join(pieces)) for document in case.documents for block, pieces in texts(document)]
    for character in sorted(_missing(case, set("".join(text for _, text in printed)) - USUAL)):
        places = list(_written(case, character)) or [origin for origin, text in printed if character in text]
        name = unicodedata.name(character, "a character without a name")
        hint = "Write it with letters, or put a font that has it into templates/style/fonts/."
        for place in dict.fromkeys(places):
            yield Finding("E308", f"no carried font has `{character}` (U+{ord(character):04X}, {name.lower()})", place, hint=hint)


def _missing(case: Case, characters: set[str]) -> set[str]:
    seen = {one for one in characters if unicodedata.category(one) not in _UNSEEN and ord(one) not in _SELECTORS}
    return {one for one in seen if ord(one) not in printable(case.workspace.theme.own_fonts)} if seen else set()


def _written(case: Case, character: str) -> Iterator[Location]:
    """Where the character stands first in each file."""
    for file in case.workspace.places.files.values():
        if (index := file.script.text.find(character)) >= 0:
            yield file.script.location_at(index)


RULES: tuple[Rule, ...] = (missing_character,)
