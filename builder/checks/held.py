"""What the entries hold: every value of every indicator, to compare typed numbers with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from builder.assembly.quantities import CURRENCIES
from builder.assembly.values import latest
from builder.assembly.wording import Wording
from builder.checks.numbers import Number
from builder.reading.entry import Indicator, Measured
from builder.reading.words import read_words
from builder.reading.workspace import Workspace

_SCALE_UNIT = re.compile(r"[^\W\d_]+")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Held:
    """A value that an indicator holds."""

    entry: str
    indicator: str
    value: Decimal
    form: str
    """How a text prints it: `:short`, `@2021:short`, `:target`, `:baseline`; empty where no form prints it."""

    def reference(self, inside: str) -> str:
        """What to write in a text of the entry `inside`, or of a response."""
        return f"{{{'' if self.entry == inside else self.entry}.{self.indicator}{self.form}}}"


@dataclass(frozen=True)
class Holdings:
    """All values of the public entries."""

    workspace: Workspace

    @cached_property
    def by_value(self) -> Mapping[Decimal, tuple[Held, ...]]:
        """The values, to look up by what they amount to."""
        found: dict[Decimal, list[Held]] = {}
        for held in self._all():
            found.setdefault(held.value, []).append(held)
        return {value: tuple(items) for value, items in found.items()}

    def of_unit(self, number: Number, entry: str, language: str) -> Iterator[Held]:
        """The values of an entry's indicators that count what the number counts, latest first."""
        for name, indicator in self._indicators(entry):
            if self.fits(number, entry, name, language):
                yield from _values(entry, name, indicator)

    def fits(self, number: Number, entry: str, name: str, language: str) -> bool:
        """Whether the words around a number say the unit of an indicator."""
        indicator = dict(self._indicators(entry)).get(name)
        if indicator is None:
            return True  # the population: a number so long means nothing else
        unit = indicator.unit.get(language)[0] if indicator.unit else ""
        if number.unit or unit == "percent" or unit in CURRENCIES:
            return number.unit == unit
        said = self._wording(language).name_of("units", unit) if unit else indicator.name.get(language)[0]
        first = _SCALE_UNIT.search(said.lower())
        return first is not None and any(_alike(first[0], word) for word in number.following)

    def _indicators(self, entry: str) -> Iterator[tuple[str, Indicator]]:
        found = self.workspace.entries.get(entry)
        if found and not found.confidential:
            yield from found.indicators.items()

    def _all(self) -> Iterator[Held]:
        for entry in self.workspace.entries:
            for name, indicator in self._indicators(entry):
                yield from _values(entry, name, indicator)
        population = self.workspace.dossier.applicant.population
        if population and population.value is not None:
            yield Held("applicant", "population", population.value, ":short")

    def _wording(self, language: str) -> Wording:
        return self._wordings.setdefault(language, Wording(language, read_words(self.workspace.root, language)))

    @cached_property
    def _wordings(self) -> dict[str, Wording]:
        return {}


def _values(entry: str, name: str, indicator: Indicator) -> Iterator[Held]:
    newest = latest(indicator)
    listed: list[tuple[str, Measured | None]] = [(":short", newest)]
    listed += [(f"@{result.date}:short" if result.date else "", result) for result in indicator.results if result is not newest]
    listed += [(":target", indicator.target), (":baseline", indicator.baseline), ("", indicator.benchmark)]
    listed += [("", other) for other in indicator.also_published]
    for form, measured in listed:
        if measured:
            bounds = (measured.range.low, measured.range.high) if measured.range else ()
            for value in (measured.value, *bounds):
                if value is not None:
                    yield Held(entry, name, value, form)


def _alike(unit: str, word: str) -> bool:
    """Whether two words are the same but for their endings: visit, visits, visitors are."""
    stem = unit[: max(_SHORTEST_STEM, len(unit) - 2)]
    return word == unit or (len(stem) >= _SHORTEST_STEM and word.startswith(stem))
