"""Values in a text: `{entry.indicator@date:form}`, written once in the entry and never retyped."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeVar

from builder.assembly.passage import ReferenceProblem
from builder.assembly.quantities import in_full, parts, unit_of
from builder.assembly.wording import NO_BREAK_SPACE, Wording
from builder.document.inlines import Value
from builder.reading.entry import Entry, Indicator, Measured, Result
from builder.reading.near import did_you_mean
from builder.reading.workspace import Workspace

_REFERENCE = re.compile(r"(?P<entry>[a-z0-9-]*)\.(?P<indicator>[a-z0-9-]+)(?:@(?P<date>[\d-]+))?(?::(?P<form>[a-z-]+))?")
T = TypeVar("T")
_HOW = "Write `{entry.indicator}`, `{.indicator}` inside an entry, or double the brace for a literal `{{`."


def value(workspace: Workspace, wording: Wording, reference: str, inside: str = "") -> Value:
    """The value that a reference stands for; `inside` is the entry whose text it stands in. Raises ReferenceProblem."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        raise ReferenceProblem("E306", f"cannot read the value `{{{reference}}}`", _HOW)
    entry, name, date, form = match["entry"] or inside, match["indicator"], match["date"], match["form"]
    if entry == "applicant":
        return Value(_applicant(workspace, wording, name, form), reference)
    indicator = find_indicator(workspace, entry, name)
    return Value(_FORMS[_form(form)](indicator, _result(indicator, entry, name, date), wording), f"{entry}.{name}")


def find_indicator(workspace: Workspace, entry: str, name: str) -> Indicator:
    """The indicator of an entry that may be shown; raises ReferenceProblem."""
    indicators = public_entry(workspace, entry).indicators
    if name not in indicators:
        raise _unknown(f"indicator of `{entry}`", name, indicators)
    return indicators[name]


def public_entry(workspace: Workspace, name: str) -> Entry:
    """The entry of that id; raises ReferenceProblem when there is none, or when it must not become public."""
    if name not in workspace.entries:
        raise _unknown("evidence entry", name, workspace.entries)
    if workspace.entries[name].confidential:
        raise ReferenceProblem("E307", f"the entry `{name}` is confidential and cannot be shown", "Take it out, or name a public entry.")
    return workspace.entries[name]


def latest(indicator: Indicator, since: str = "") -> Result | None:
    """The newest result: by date where all have one, else the last in the file. `since` picks the result of that date."""
    results = [result for result in indicator.results if str(result.date or "").startswith(since)] if since else indicator.results
    dated = [(result.date, result) for result in results if result.date]
    if dated and len(dated) == len(results):
        return max(dated, key=lambda pair: pair[0])[1]
    return results[-1] if results else None


def _unknown(what: str, name: str, known: Iterable[str]) -> ReferenceProblem:
    return ReferenceProblem("E304", f"unknown {what} `{name}`{did_you_mean(name, known)}", _HOW)


def _form(form: str | None) -> str:
    if form and form not in _FORMS:
        raise ReferenceProblem(
            "E304", f"unknown form `{form}` of a value{did_you_mean(form, _FORMS)}", f"Use one of {', '.join(filter(None, _FORMS))}."
        )
    return form or ""


def _applicant(workspace: Workspace, wording: Wording, name: str, form: str | None) -> str:
    population = workspace.dossier.applicant.population
    if name != "population" or population is None:
        raise ReferenceProblem("E304", f"unknown value `applicant.{name}`", "`applicant.population` is known when dossier.yaml gives it")
    short = str(parts(population, "", wording))
    return short if form in ("short", "number") else in_full(population, "", wording)


def _result(indicator: Indicator, entry: str, name: str, date: str | None) -> Result | None:
    found = latest(indicator, date or "")
    if found or date is None:
        return found
    raise ReferenceProblem("E304", f"`{entry}.{name}` has no result dated {date}", "Give the date as the entry does, or leave it out.")


def _needed(thing: T | None, what: str) -> T:
    if thing is None:
        raise ReferenceProblem("E304", f"the indicator has no {what}", f"Add the {what} to the entry, or choose another form of the value.")
    return thing


def _exact(measured: Measured) -> Decimal:
    if measured.value is None:
        raise ReferenceProblem("E304", "a range cannot be compared", "Use the value itself.")
    return measured.value


def _full(indicator: Indicator, result: Result | None, wording: Wording) -> str:
    return in_full(_needed(result, "result"), unit_of(indicator, wording), wording)


def _short(indicator: Indicator, result: Result | None, wording: Wording) -> str:
    return str(parts(_needed(result, "result"), unit_of(indicator, wording), wording))


def _number(indicator: Indicator, result: Result | None, wording: Wording) -> str:
    return parts(_needed(result, "result"), unit_of(indicator, wording), wording).number


def _baseline(indicator: Indicator, _: Result | None, wording: Wording) -> str:
    return in_full(_needed(indicator.baseline, "baseline"), unit_of(indicator, wording), wording)


def _target(indicator: Indicator, _: Result | None, wording: Wording) -> str:
    return in_full(_needed(indicator.target, "target"), unit_of(indicator, wording), wording)


def _change(indicator: Indicator, result: Result | None, wording: Wording) -> str:
    """Latest result against the baseline: in percent; in percentage points for percentages; the difference where the baseline is 0."""
    baseline = _needed(indicator.baseline, "baseline")
    before, now = _exact(baseline), _exact(_needed(result, "result"))
    unit = unit_of(indicator, wording)
    sign = "+" if now >= before else "−"
    if unit == "percent":
        points = abs(now - before)
        text = f"{sign}{wording.number(points)}{NO_BREAK_SPACE}{wording.word('points_one' if points == 1 else 'points')}"
    elif before == 0:
        text = f"{sign}{wording.number(abs(now - before))}"
    else:
        text = f"{sign}{wording.percent(Decimal(round(abs(now - before) / before * 100)))}"
    return wording.word("change_since", change=text, date=wording.date(baseline.date)) if baseline.date else text


def share_of_target(indicator: Indicator, wording: Wording) -> str:
    """`twice the target of 50,000`: the latest result against the target. Raises ReferenceProblem where either is missing or no exact number."""
    return _of_target(indicator, latest(indicator), wording)


def _of_target(indicator: Indicator, result: Result | None, wording: Wording) -> str:
    """The latest result as a multiple or share of the target."""
    target = _needed(indicator.target, "target")
    aim, now = _exact(target), _exact(_needed(result, "result"))
    aimed = str(parts(target, unit_of(indicator, wording), wording))
    if aim == 0:
        raise ReferenceProblem("E304", "a share of a target of 0 says nothing", "Use `:target` and the value itself.")
    ratio = now / aim
    if ratio == 1:
        return wording.word("of_target_met", target=aimed)
    if ratio > 1 and ratio == ratio.to_integral_value():
        times = wording.word(f"times_{ratio}") if f"times_{ratio}" in wording.words else wording.word("times_many", number=wording.number(ratio))
        return wording.word("of_target_times", times=times, target=aimed)
    return wording.word("of_target_share", share=wording.percent(Decimal(round(ratio * 100))), target=aimed)


_FORMS: dict[str, Callable[[Indicator, Result | None, Wording], str]] = {
    "": _full,
    "short": _short,
    "number": _number,
    "change": _change,
    "target": _target,
    "baseline": _baseline,
    "of-target": _of_target,
}
