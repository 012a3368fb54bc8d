"""Languages as Word names them: with a region, so that it finds the spelling and the hyphenation."""

from functools import cache

_REGIONS = {"en": "en-GB"}
"""Where the region that comes first in numbers is not the one meant in Europe."""


@cache
def word_language(language: str) -> str:
    """The tag with its region: `sv` is `sv-SE`; a tag that has one already stays."""
    from babel.core import get_global  # noqa: PLC0415 - heavy, and only a table is wanted of it

    if "-" in language:
        return language
    likely = str(get_global("likely_subtags").get(language, language)).split("_")
    return _REGIONS.get(language, f"{language}-{likely[-1]}" if len(likely) > 1 else language)
