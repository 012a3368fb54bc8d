"""Rules about measured values: their order, dates, sizes and agreement."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import median

from builder.assembly.quantities import CURRENCIES
from builder.checks.case import Case
from builder.findings import Finding, Severity
from builder.reading.entry import Entry, Indicator, Measured, Result
from builder.reading.nodes import Keys

_ANOTHER_SIZE = 1000
_WORDS_OF_A_NAME = 3
"""A shorter name, such as "Participants", says a different thing in each entry."""
_FEWEST_RATES = 3
_RATE_TOLERANCE = Decimal("0.15")
_WHOLE_PERCENT = 10


def _indicators(case: Case) -> Iterator[tuple[Entry, str, Indicator]]:
    for entry in case.public_entries:
        for name, indicator in entry.indicators.items():
            yield entry, name, indicator


def _listed(indicator: Indicator) -> Iterator[tuple[Keys, Result]]:
    """Baseline and results with the way to each from the indicator."""
    if indicator.baseline:
        yield ("baseline",), indicator.baseline
    for number, result in enumerate(indicator.results):
        yield ("results", number), result


def _amount(measured: Measured) -> str:
    return str(measured.value) if measured.range is None else f"{measured.range.low} to {measured.range.high}"


@dataclass(frozen=True, slots=True)
class _Seen:
    entry: str
    indicator: str
    measured: Measured


def two_values_for_one_date(case: Case) -> Iterator[Finding]:
    """C404: two values for the same thing on the same date."""
    seen: dict[tuple[str, str, str, str], _Seen] = {}
    first = case.workspace.languages[0]
    for entry, name, indicator in _indicators(case):
        title = " ".join(indicator.name.get(first)[0].casefold().split())
        own = "" if len(title.split()) >= _WORDS_OF_A_NAME else f"{entry.id}.{name}"
        unit = indicator.unit.get(first)[0].casefold() if indicator.unit else ""
        for keys, result in _listed(indicator):
            if result.date is None or result.label:
                continue
            way = ("indicators", name, *keys, "range" if result.range else "value")
            key = (own, title, unit, str(result.date))
            before = seen.get(key)
            if before is None:
                seen[key] = _Seen(entry.id, name, result)
            elif (before.measured.value, before.measured.range) != (result.value, result.range):
                other = f"`{before.entry}.{before.indicator}`" if before.entry != entry.id else f"`{before.indicator}` of the same entry"
                message = f"{_amount(result)} for {result.date}, but {other} has {_amount(before.measured)}"
                hint = "Keep the right one; put a figure that others publish under `also_published:`, with why it differs."
                yield Finding("C404", message, case.workspace.locate(entry.file, way), Severity.WARNING, hint)


def values_of_another_size(case: Case) -> Iterator[Finding]:
    """C405: values of one indicator that cannot have the same unit: thousands beside ones, fractions beside percentages."""
    for entry, name, indicator in _indicators(case):
        values = [(keys, result.value) for keys, result in (*_listed(indicator), *_around(indicator)) if result.value]
        if len(values) < 2:  # noqa: PLR2004 - one value agrees with itself
            continue
        (smallest_keys, smallest), largest = min(values, key=lambda item: abs(item[1])), max(abs(value) for _, value in values)
        percent = indicator.unit is not None and "percent" in indicator.unit.by_language.values()
        fraction = percent and abs(smallest) < 1 and largest >= _WHOLE_PERCENT
        if fraction or abs(smallest) * _ANOTHER_SIZE <= largest:
            way = ("indicators", name, *smallest_keys, "value")
            message = f"{smallest} beside {largest}: they can hardly have the same unit"
            hint = "Give every value of an indicator in its unit" + (
                ": 34 for 34 %, not 0.34." if fraction else ", such as 250000 and not 250 thousand."
            )
            yield Finding("C405", message, case.workspace.locate(entry.file, way), Severity.WARNING, hint)


def _around(indicator: Indicator) -> Iterator[tuple[Keys, Measured]]:
    for name in ("target", "benchmark"):
        if measured := getattr(indicator, name):
            yield (name,), measured


def results_before_the_start(case: Case) -> Iterator[Finding]:
    """C406: a result from before the entry began; what was measured before is its baseline."""
    for entry, name, indicator in _indicators(case):
        start = entry.period.start if entry.period else None
        for number, result in enumerate(indicator.results if start else ()):
            if start and result.date and result.date.last_day < start.first_day:
                place = case.workspace.locate(entry.file, ("indicators", name, "results", number, "date"))
                message = f"a result of {result.date}, before the start in {start}"
                yield Finding("C406", message, place, Severity.WARNING, "Correct one of the dates, or make it the baseline.")


def results_out_of_order(case: Case) -> Iterator[Finding]:
    """C407: results stand in order of time, because the last one counts as the latest."""
    for entry, name, indicator in _indicators(case):
        dated = [(number, result.date) for number, result in enumerate(indicator.results) if result.date]
        for (_, before), (number, date) in pairwise(dated):
            if date.last_day < before.first_day:
                place = case.workspace.locate(entry.file, ("indicators", name, "results", number, "date"))
                yield Finding("C407", f"{date} stands after {before}", place, Severity.WARNING, "Write results in order of time, oldest first.")


def statuses_against_dates(case: Case) -> Iterator[Finding]:
    """C408: a status that the dates contradict."""
    for entry in case.public_entries:
        for keys, message, hint in _contradictions(case, entry):
            yield Finding("C408", message, case.workspace.locate(entry.file, keys), Severity.WARNING, hint)


def _contradictions(case: Case, entry: Entry) -> Iterator[tuple[Keys, str, str]]:
    start, end = (entry.period.start, entry.period.end) if entry.period else (None, None)
    today = case.today
    hint = f"Correct the date or the status; today is {today} for this dossier."
    if end and entry.status == "completed" and end.first_day > today:
        yield ("period", "end"), f"completed, but it ends in {end}", hint
    elif end and entry.status == "planned" and end.last_day < today:
        yield ("period", "end"), f"planned, but it ended in {end}", hint
    elif start and entry.status == "planned" and start.last_day < today:
        yield ("period", "start"), f"planned, but it began in {start}", hint
    for number, milestone in enumerate(entry.milestones):
        if milestone.status == "reached" and milestone.date.first_day > today:
            yield ("milestones", number, "date"), f"reached, but it lies in the future: {milestone.date}", hint
        if milestone.status == "planned" and milestone.date.last_day < today:
            yield ("milestones", number, "date"), f"planned, but its date has passed: {milestone.date}", hint


@dataclass(frozen=True, slots=True)
class _Rate:
    pair: tuple[str, str]
    """Two codes of currencies in alphabetical order."""
    rate: Decimal
    """How many of the second make one of the first."""
    file: str
    keys: Keys


def conversions_that_disagree(case: Case) -> Iterator[Finding]:
    """C411: amounts given in two currencies imply different rates of exchange."""
    known: dict[tuple[str, str], list[_Rate]] = {}
    for rate in _rates(case):
        known.setdefault(rate.pair, []).append(rate)
    for (one, other), rates in known.items():
        usual = Decimal(median(rate.rate for rate in rates)) if len(rates) >= _FEWEST_RATES else rates[0].rate
        for rate in rates:
            if abs(rate.rate - usual) > usual * _RATE_TOLERANCE:
                message = f"this means {rate.rate:.2f} {other} for 1 {one}; other amounts in this dossier mean {usual:.2f}"
                hint = "Correct one of the two amounts, or give the date whose rate was used."
                yield Finding("C411", message, case.workspace.locate(rate.file, rate.keys), Severity.WARNING, hint)


def _rates(case: Case) -> Iterator[_Rate]:
    for entry, name, indicator in _indicators(case):
        if not indicator.also_published:
            continue
        own = indicator.unit.get("en")[0] if indicator.unit else ""
        amounts = [result for _, result in (*_listed(indicator), *_around(indicator)) if result.value]
        for number, other in enumerate(indicator.also_published):
            currency = other.unit.get("en")[0] if other.unit else ""
            same = [amount.value for amount in amounts if other.date is None or amount.date is None or amount.date.year == other.date.year]
            if not ({own, currency} <= CURRENCIES and own != currency and other.value and same):
                continue
            value = same[-1]
            assert value is not None  # noqa: S101 - amounts without a value were left out
            pair = (own, currency) if own < currency else (currency, own)
            rate = other.value / value if pair[0] == own else value / other.value
            yield _Rate(pair, rate, entry.file, ("indicators", name, "also_published", number, "value"))
