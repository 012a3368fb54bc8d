"""Quantities as people read them: precision, currency, scale and unit around a number."""

from dataclasses import dataclass
from decimal import Decimal

from builder.assembly.wording import NO_BREAK_SPACE, Wording
from builder.reading.entry import Indicator, Measured

CURRENCIES = frozenset({"SEK", "EUR", "NOK", "DKK", "GBP", "USD", "CHF", "PLN", "CZK", "HUF", "RON", "BGN", "ISK"})
_MILLION = Decimal(1_000_000)
_BILLION = Decimal(1_000_000_000)
_TENTH = Decimal(100_000)
_SHORT_UNIT = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """A quantity in the pieces that are set in different sizes."""

    before: str
    """Precision and currency."""
    number: str
    after: str
    """Scale and unit."""
    scaled: bool = False
    """Whether `after` begins with a scale: `million`."""

    def __str__(self) -> str:
        """In one line; what belongs together does not break."""
        close = self.scaled or len(self.after) <= _SHORT_UNIT
        tail = (NO_BREAK_SPACE if close else " ") + self.after if self.after else ""
        return f"{self.before}{NO_BREAK_SPACE if self.before else ''}{self.number}{tail}"

    @property
    def bare(self) -> str:
        """Without scale and unit, for where those stand once for all."""
        return f"{self.before}{NO_BREAK_SPACE if self.before else ''}{self.number}"


def unit_of(indicator: Indicator, wording: Wording) -> str:
    """The unit's code or its words; empty where the name says what is counted."""
    return indicator.unit.get(wording.language)[0] if indicator.unit else ""


def parts(measured: Measured, unit: str, wording: Wording) -> Parts:
    """The pieces of a measured value with its unit."""
    low = measured.range.low if measured.range else measured.value
    assert low is not None, "a measured value has a value or a range"  # noqa: S101 - the model holds it
    scale, word = _scale(low, unit, wording)
    number = _number(low / scale, unit, wording)
    if measured.range:
        number = wording.word("range", low=number, high=_number(measured.range.high / scale, unit, wording))
    before, after = _around(unit, word, wording)
    precision = wording.word(f"precision_{measured.precision}", value="").strip() if measured.precision else ""
    return Parts(NO_BREAK_SPACE.join(filter(None, (precision, before))), number, after, bool(word))


def _number(value: Decimal, unit: str, wording: Wording) -> str:
    return wording.percent(value) if unit == "percent" else wording.number(value)


def _scale(value: Decimal, unit: str, wording: Wording) -> tuple[Decimal, str]:
    """Round sums of money are said in millions; a sum with finer digits keeps all of them."""
    if unit not in CURRENCIES or value < _MILLION or value % _TENTH:
        return Decimal(1), ""
    if value >= _BILLION and not value % (_BILLION / 10):
        return _BILLION, wording.word("scale_billion")
    return _MILLION, wording.word("scale_million")


def _around(unit: str, scale: str, wording: Wording) -> tuple[str, str]:
    if unit in CURRENCIES:
        name = wording.name_of("currencies", unit)
        first = wording.word("money", currency="", amount="0").startswith("0")
        return ("", f"{scale} {name}".strip()) if first else (name, scale)
    return "", "" if unit == "percent" else wording.name_of("units", unit)


def details(measured: Measured, wording: Wording) -> tuple[str, ...]:
    """Date or label, and whether the value is preliminary."""
    when = measured.label.get(wording.language)[0] if measured.label else wording.date(measured.date) if measured.date else ""
    return tuple(filter(None, (when, wording.word("preliminary") if measured.preliminary else "")))


def in_full(measured: Measured, unit: str, wording: Wording) -> str:
    """`about 1,000,000 visits (2022, preliminary)`."""
    short = str(parts(measured, unit, wording))
    more = ", ".join(details(measured, wording))
    return wording.word("in_brackets", value=short, details=more) if more else short
