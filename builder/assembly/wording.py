"""Typesetting for one language: its fixed words, numbers and dates."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import cast

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent, get_group_symbol

from builder.reading.values import PartialDate

NO_BREAK_SPACE = "\u00a0"
_THOUSANDS = (3, 3)
_MANY = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language says what the software itself says."""

    language: str
    """A BCP 47 tag."""
    words: Mapping[str, object]
    """From `templates/words/<language>.yaml`."""

    def word(self, key: str, **fields: object) -> str:
        """The fixed word or sentence of that key, its `{fields}` filled in."""
        return cast("str", self.words[key]).format(**fields)

    def rows(self, key: str) -> Sequence[Sequence[str]]:
        """A fixed table of that key."""
        return cast("Sequence[Sequence[str]]", self.words[key])

    def name_of(self, table: str, key: str) -> str:
        """The word for a unit or currency; the key itself where none is known."""
        return cast("Mapping[str, str]", self.words[table]).get(key, key)

    def count(self, key: str, number: int) -> str:
        """`1 entry`, `4 entries`."""
        return self.word(f"{key}_one" if number == 1 else key, count=self.number(Decimal(number)))

    def number(self, value: Decimal) -> str:
        """`1,000,000` in English, `1 000 000` in Swedish, with all its decimals."""
        return _number(value, self.language)

    def percent(self, value: Decimal) -> str:
        """`50%` in English, `50 %` in Swedish."""
        return _percent(value, self.language)

    def date(self, date: PartialDate) -> str:
        """`2022`, `July 2022` or `3 July 2022`; nothing in it breaks at a line's end."""
        pattern = "y" if date.month is None else "MMMM y" if date.day is None else "d MMMM y"
        return _day(date.first_day, pattern, self.language)

    def short_date(self, date: PartialDate) -> str:
        """`2022`, `Jul 2022` or `3 Jul 2022`, for tables and timelines."""
        pattern = "y" if date.month is None else "MMM y" if date.day is None else "d MMM y"
        return _day(date.first_day, pattern, self.language)

    def before(self, start: PartialDate, end: PartialDate) -> str:
        """The first of two dates of a period; without its year where the second has the same."""
        if start.year != end.year or start.month is None or end.month is None:
            return self.short_date(start)
        pattern = "MMM" if start.day is None else "d MMM"
        return _day(start.first_day, pattern, self.language)

    def country(self, code: str) -> str:
        """The name of a country from its ISO 3166 code."""
        return str(locale_of(self.language).territories.get(code, code))


@cache
def locale_of(language: str) -> Locale:
    """How a language writes numbers and dates; British English for one that nobody knows."""
    tag = language.replace("-", "_")
    try:
        return Locale.parse("en_GB" if tag == "en" else tag)
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


@cache
def _number(value: Decimal, language: str) -> str:
    locale = locale_of(language)
    if 0 <= value < _MANY and value == value.to_integral_value() and locale.decimal_formats[None].grouping == _THOUSANDS:
        return f"{value:,.0f}".replace(",", get_group_symbol(locale))  # as Babel does, in a tenth of the time
    return format_decimal(value, locale=locale, decimal_quantization=False)


@cache
def _percent(value: Decimal, language: str) -> str:
    return format_percent(value / 100, locale=locale_of(language), decimal_quantization=False)


@cache
def _day(day: dt.date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=locale_of(language)).replace(" ", NO_BREAK_SPACE)
