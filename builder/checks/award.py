"""C2: whether the dossier keeps the award's rules, as far as they can be told before it is printed."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import yaml

from builder.checks.case import Case, Rule
from builder.document import blocks as b
from builder.document.words import block_texts
from builder.findings import Finding, Location, Severity, Voucher
from builder.reading.award import Limit
from builder.reading.entry import Entry, Indicator
from builder.reading.near import did_you_mean, known_words
from builder.reading.values import PartialDate
from builder.reading.workspace import DOSSIER
from builder.resources import builtin


def _grave(voucher: Voucher | None) -> Severity:
    """How grave it is to break a rule: only one that the award itself vouches for stops a build."""
    return Severity.ERROR if voucher and voucher.confidence == "official" else Severity.WARNING


def _broken(case: Case, code: str, message: str, place: Location, hint: str, rule: str) -> Finding:
    voucher = case.workspace.award.voucher(rule)
    return Finding(code, message, place, _grave(voucher), hint, voucher)


@cache
def _union() -> Mapping[str, Sequence[str]]:
    return dict(yaml.safe_load(builtin("eu.yaml").read_text(encoding="utf-8")))


# ---------- how long, how many ----------


def text_over_its_limit(case: Case) -> Iterator[Finding]:
    """C202: more words or characters than the award allows, or fewer than it asks for, in the language of submission."""
    for document, limit in _limits(case, ("words", "characters")):
        for name, text, place in _texts(case, document, limit):
            count = len(text.split()) if limit.unit == "words" else len(text)
            yield from _against(case, "C202", limit, document, f"{name}: {count:,}", count, place)


def figures_over_their_limit(case: Case) -> Iterator[Finding]:
    """C203: more charts, tables and pictures in an answer than the award allows, or fewer than it asks for."""
    for document, limit in _limits(case, ("figures",)):
        for criterion, question, place in _answers(case, limit, "figures"):
            count = sum(isinstance(block, b.Chart | b.Picture | b.Table) for block in _blocks(document, f"{criterion}.{question}."))
            yield from _against(case, "C203", limit, document, f"{criterion}.{question}: {count:,}", count, place)


def _limits(case: Case, units: Sequence[str]) -> Iterator[tuple[b.Document, Limit]]:
    """The limits that hold for each document, which counts as it is printed in the language of submission."""
    rules = {rules.id: rules for rules in case.workspace.documents}
    for document in case.documents:
        if document.language == case.workspace.languages[0]:
            for limit in rules[document.id].limits:
                if limit.unit in units:
                    yield document, limit


def _against(case: Case, code: str, limit: Limit, document: b.Document, counted: str, count: int, place: Location) -> Iterator[Finding]:
    rule = f"documents.{document.id}.limits.{limit.unit}"
    if limit.max is not None and count > limit.max:
        yield _broken(case, code, f"{counted} of {limit.max:,} {limit.unit}", place, "Shorten it, or leave something out.", rule)
    elif limit.min is not None and count < limit.min:
        yield _broken(case, code, f"{counted} of at least {limit.min:,} {limit.unit}", place, "Add what the award asks for.", rule)


def _texts(case: Case, document: b.Document, limit: Limit) -> Iterator[tuple[str, str, Location]]:
    """The texts that a limit counts, each with its name and place: what is printed of the answer itself, a line for each paragraph."""
    if limit.scope == "document":
        pieces = [words for part in document.parts if part.kind not in limit.excludes for block in part.blocks for words in block_texts(block)]
        yield document.id, "\n".join(pieces), case.workspace.locate(DOSSIER, ("award",))
        return
    answers = [(c, q, place, _printed(document, f"{c}.{q}.")) for c, q, place in _answers(case, limit, "text")]
    if limit.scope == "answer":
        yield from ((f"{criterion}.{question}", text, place) for criterion, question, place, text in answers)
        return
    for criterion, response in case.workspace.responses.items():
        together = "\n".join(text for name, _, _, text in answers if name == criterion)
        yield criterion, together, case.workspace.locate(response.file, ())


def _answers(case: Case, limit: Limit, field: str) -> Iterator[tuple[str, str, Location]]:
    for criterion, response in case.workspace.responses.items():
        for question in response.answers:
            if not limit.questions or question in limit.questions:
                offset = 0 if field == "text" else None
                place = case.workspace.locate(response.file, ("answers", question, field), case.workspace.languages[0], offset)
                yield criterion, question, place


def _printed(document: b.Document, prefix: str) -> str:
    return "\n".join(words for block in _blocks(document, prefix) if block.id.removeprefix(prefix).isdecimal() for words in block_texts(block))


def _blocks(document: b.Document, prefix: str) -> Iterator[b.AnyBlock]:
    return (block for part in document.parts for block in part.blocks if block.id.startswith(prefix))


# ---------- who may apply, when and how ----------


def population_outside_the_category(case: Case) -> Iterator[Finding]:
    """C210: the city is too small or too large for the category."""
    workspace = case.workspace
    category = workspace.award.categories.get(workspace.category or "")
    if not category or not category.population:
        return
    bounds, population = category.population, workspace.dossier.applicant.population
    rule = f"categories.{workspace.category}.population"
    if population is None:
        place = workspace.locate(DOSSIER, ("applicant",))
        hint = "Add `population:` with value, date and source."
        yield Finding("C210", "the category asks for a population, and none is given", place, Severity.WARNING, hint, workspace.award.voucher(rule))
        return
    low, high = (population.range.low, population.range.high) if population.range else (population.value, population.value)
    if low is None or high is None or ((bounds.min is None or high >= bounds.min) and (bounds.max is None or low <= bounds.max)):
        return
    said = " and ".join(f"{word} {bound:,}" for word, bound in (("at least", bounds.min), ("at most", bounds.max)) if bound is not None)
    place = workspace.locate(DOSSIER, ("applicant", "population", "value"))
    message = f"{low:,f} inhabitants; the category `{workspace.category}` is for {said}"
    yield _broken(case, "C210", message, place, f"Choose another category: {known_words(workspace.award.categories)}.", rule)


def country_not_eligible(case: Case) -> Iterator[Finding]:
    """C211: the award is not open to the country, or that is not known here."""
    allowed, country = case.workspace.award.eligible.countries, case.workspace.dossier.applicant.country
    place = case.workspace.locate(DOSSIER, ("applicant", "country"))
    voucher = case.workspace.award.voucher("eligible.countries")
    if allowed == "eu-and-associated":
        if country not in _union()["members"]:
            message = f"`{country}` is no member of the European Union; which countries are associated is not recorded here"
            yield Finding("C211", message, place, Severity.NOTE, "Look it up in the call before you go on.", voucher)
    elif allowed and country not in allowed:
        yield _broken(case, "C211", f"the award is open to {known_words(allowed)}, not to `{country}`", place, "See the call.", "eligible.countries")


def language_not_accepted(case: Case) -> Iterator[Finding]:
    """C212: the award does not accept the language of submission, or recommends another."""
    languages, language = case.workspace.award.languages, case.workspace.languages[0]
    accepted = _union()["languages"] if languages.accepted == "eu-official" else languages.accepted
    place = case.workspace.locate(DOSSIER, ("languages", 0))
    if accepted and language.partition("-")[0] not in accepted:
        hint = "Begin `languages:` with one that is accepted."
        yield _broken(case, "C212", f"the award does not accept an application in `{language}`", place, hint, "languages.accepted")
    elif languages.recommended and language.partition("-")[0] != languages.recommended:
        message = f"the award recommends `{languages.recommended}`, and the submission is in `{language}`"
        voucher = case.workspace.award.voucher("languages.recommended")
        yield Finding("C212", message, place, Severity.NOTE, f"Begin `languages:` with `{languages.recommended}` if you can.", voucher)


def calendar(case: Case) -> Iterator[Finding]:
    """C220: how many days are left, or that the deadline has passed."""
    deadline = case.workspace.award.calendar.deadline
    if deadline:
        last = deadline.last_day if isinstance(deadline, PartialDate) else deadline.date()
        left = (last - case.today).days
        message = f"{_days(left)} left until the deadline, {last}" if left >= 0 else f"the deadline passed {_days(-left)} ago, {last}"
        place = case.workspace.locate(DOSSIER, ("award",))
        yield Finding("C220", message, place, Severity.NOTE, "", case.workspace.award.voucher("calendar.deadline"))


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


# ---------- what evidence the award asks for ----------


def started_too_early(case: Case) -> Iterator[Finding]:
    """C213: an entry began before the date after which initiatives count."""
    after = case.workspace.award.evidence_rules.started_after
    for entry in case.public_entries:
        start = entry.period.start if entry.period else None
        if after and start and start.last_day <= after.last_day and case.supports(entry):
            place = case.workspace.locate(entry.file, ("period", "start"))
            message = f"`{entry.id}` began in {start}; the award counts what began after {after}"
            hint = "Show what of it is newer, as an entry of its own, or cite another."
            yield _broken(case, "C213", message, place, hint, "evidence_rules.started_after")


def _shown_indicators(case: Case) -> Iterator[tuple[Entry, str, Indicator]]:
    """The indicators that answers print or draw."""
    names = {value.name.partition("@")[0] for p in case.passages if p.kind == "answer" for value in p.values if value.is_value}
    for response in case.workspace.responses.values():
        for answer in response.answers.values():
            names |= {reference.partition("@")[0] for figure in answer.figures for reference in figure}
    for name in sorted(names):
        entry, _, indicator = name.partition(".")
        found = case.workspace.entries.get(entry)
        if found and indicator in found.indicators:
            yield found, indicator, found.indicators[indicator]


def short_series(case: Case) -> Iterator[Finding]:
    """C214: an indicator with results of fewer years than the award asks for."""
    wanted = case.workspace.award.evidence_rules.series_years
    for entry, name, indicator in _shown_indicators(case) if wanted else ():
        years = {result.date.year for result in indicator.results if result.date}
        if wanted and len(years) < wanted:
            place = case.workspace.places.locate_key(entry.file, ("indicators", name))
            message = f"`{entry.id}.{name}` has results of {len(years)} {'year' if len(years) == 1 else 'years'}; the award asks for {wanted}"
            hint = "Add earlier results, or explain in the answer why there are none."
            yield Finding("C214", message, place, Severity.WARNING, hint, case.workspace.award.voucher("evidence_rules.series_years"))


def without_comparison(case: Case) -> Iterator[Finding]:
    """C215: an indicator without a benchmark, where the award asks for comparisons; like C214 a matter of explanation, so never an error."""
    for entry, name, indicator in _shown_indicators(case) if case.workspace.award.evidence_rules.comparator else ():
        if not indicator.benchmark:
            place = case.workspace.places.locate_key(entry.file, ("indicators", name))
            hint = "Add `benchmark:` with the value of somebody comparable, or explain in the answer why there is none."
            message = f"`{entry.id}.{name}` is compared with nobody"
            yield Finding("C215", message, place, Severity.WARNING, hint, case.workspace.award.voucher("evidence_rules.comparator"))


# ---------- what must come with it ----------


def missing_attachment(case: Case) -> Iterator[Finding]:
    """C216: the award asks for an attachment that the dossier does not name."""
    for requirement in case.workspace.award.requirements:
        if requirement.kind == "attachment" and requirement.id not in case.workspace.dossier.attachments:
            title = requirement.title.get(case.workspace.languages[0])[0]
            hint = f"Name the file in dossier.yaml: `attachments: {{{requirement.id}: {{file: files/{requirement.id}.pdf, signatory: …}}}}`."
            place = case.workspace.locate(DOSSIER, ("attachments",))
            yield _broken(case, "C216", f"the award asks for an attachment: {title}", place, hint, f"requirements.{requirement.id}")


def unsigned_attachment(case: Case) -> Iterator[Finding]:
    """C217: an attachment that must be signed says not by whom, or is signed in the future."""
    wanted = {requirement.id: requirement.signatory for requirement in case.workspace.award.requirements}
    for name, attachment in case.workspace.dossier.attachments.items():
        rule = f"requirements.{name}"
        if (signatory := wanted.get(name)) and not attachment.signatory:
            place = case.workspace.places.locate_key(DOSSIER, ("attachments", name))
            message = f"the attachment `{name}` must be signed ({signatory}), and nobody is named"
            hint = "Add `signatory:` with the name and office of who signed it."
            yield Finding("C217", message, place, Severity.WARNING, hint, case.workspace.award.voucher(rule))
        if attachment.signed and attachment.signed.first_day > case.today:
            place = case.workspace.locate(DOSSIER, ("attachments", name, "signed"))
            hint = f"Correct the date; today is {case.today} for this dossier."
            yield Finding("C217", f"signed in the future: {attachment.signed}", place, Severity.WARNING, hint)


def unasked_attachment(case: Case) -> Iterator[Finding]:
    """C218: an attachment that the award does not ask for."""
    known = [requirement.id for requirement in case.workspace.award.requirements]
    for name in case.workspace.dossier.attachments:
        if name not in known:
            place = case.workspace.places.locate_key(DOSSIER, ("attachments", name))
            hint = f"The award's requirements are {known_words(known)}." if known else "The award asks for no attachments; delete it."
            yield Finding("C218", f"the award has no requirement `{name}`{did_you_mean(name, known)}", place, Severity.WARNING, hint)


RULES: tuple[Rule, ...] = (
    text_over_its_limit,
    figures_over_their_limit,
    population_outside_the_category,
    country_not_eligible,
    language_not_accepted,
    started_too_early,
    short_series,
    without_comparison,
    missing_attachment,
    unsigned_attachment,
    unasked_attachment,
    calendar,
)
