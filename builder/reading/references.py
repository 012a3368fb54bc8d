"""What points to something else by its id, and whether that exists."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from builder.findings import Finding
from builder.reading.award import AwardProfile
from builder.reading.dossier import Dossier
from builder.reading.entry import Entry, Measured, Milestone, Quotation
from builder.reading.files import SOURCES
from builder.reading.near import did_you_mean, known_words
from builder.reading.nodes import Keys
from builder.reading.places import Places
from builder.reading.response import KeyFigure, Response
from builder.reading.source import Source

_RESERVED = frozenset({"applicant", "response", "sources"})


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that can be pointed to."""

    entries: Mapping[str, Entry]
    unread: Collection[str]
    """Ids of entries whose files could not be read: nothing is said of references to them."""
    sources: Mapping[str, Source]
    criteria: Mapping[str, frozenset[str]]
    """Criteria of all known awards with their questions."""
    places: Places

    def unknown(self, code: str, what: str, name: str, known: Iterable[str], file: str, keys: Keys, hint: str) -> Finding:
        """The finding for an id that nothing has."""
        return Finding(code, f"unknown {what} `{name}`{did_you_mean(name, known)}", self.places.locate(file, keys), hint=hint)


def entry_references(entry: Entry, known: Known) -> Iterator[Finding]:
    """What an entry points to: criteria, questions and sources; and its ids, which must differ."""
    yield from _collisions(entry, known)
    for number, support in enumerate(entry.supports):
        yield from _support(entry, support, ("supports", number), known)
    for name, claim in entry.claims.items():
        for number, support in enumerate(claim.supports):
            yield from _support(entry, support, ("claims", name, "supports", number), known)
    cited = list(source_references(entry))
    for source, keys in cited:
        if source not in entry.sources and source not in known.sources:
            hint = "Describe it under `sources:` of this entry or in evidence/sources.yaml."
            yield known.unknown("E211", "source", source, chain(entry.sources, known.sources), entry.file, keys, hint)
    for name, source_or_none in entry.sources.items():
        if source_or_none is None and name not in known.sources:
            hint = "Write its title and publisher below it, or describe it in evidence/sources.yaml."
            yield known.unknown("E211", "shared source", name, known.sources, entry.file, ("sources", name), hint)
    if not entry.sources and not cited:
        hint = "Add `sources:` with what proves it, or the id of a shared source."
        yield Finding("E217", f"the entry `{entry.id}` has no source", known.places.locate(entry.file, ()), hint=hint)


def source_references(entry: Entry) -> Iterator[tuple[str, Keys]]:
    """Every id of a source that an entry names outside its `sources`, and where."""
    for name, claim in entry.claims.items():
        for number, cited in enumerate(claim.sources):
            yield cited.source, ("claims", name, "sources", number, "source")
    for name, indicator in entry.indicators.items():
        for key, single in (("baseline", indicator.baseline), ("target", indicator.target), ("benchmark", indicator.benchmark)):
            if single and single.source:
                yield single.source, ("indicators", name, key, "source")
        listed: tuple[tuple[str, tuple[Measured, ...]], ...] = (("results", indicator.results), ("also_published", indicator.also_published))
        for key, several in listed:
            for number, measured in enumerate(several):
                if measured.source:
                    yield measured.source, ("indicators", name, key, number, "source")
    told: tuple[tuple[str, tuple[Milestone | Quotation, ...]], ...] = (("milestones", entry.milestones), ("quotes", entry.quotes))
    for key, items in told:
        for number, item in enumerate(items):
            if item.source:
                yield item.source, (key, number, "source")


def _collisions(entry: Entry, known: Known) -> Iterator[Finding]:
    hint = "Ids of entries and shared sources are one set: rename one of the two."
    if entry.id in known.sources:
        place = known.places.locate_key(SOURCES, (entry.id,))
        yield Finding("E216", f"`{entry.id}` is a shared source and an entry as well", place, hint=hint)
    if entry.id in _RESERVED:
        place = known.places.locate(entry.file, ())
        yield Finding("E216", f"an entry cannot be called `{entry.id}`", place, hint="Rename the file; the format uses this word itself.")
    kinds = {"claims": entry.claims, "indicators": entry.indicators, "sources": entry.sources}
    seen: dict[str, str] = {}
    for kind, ids in kinds.items():
        for name in ids:
            if name in seen:
                place = known.places.locate_key(entry.file, (kind, name))
                message = f"`{name}` is used under `{seen[name]}` and under `{kind}`"
                yield Finding("E216", message, place, hint="Claims, indicators and sources of an entry share one set of ids: rename one.")
            seen.setdefault(name, kind)


def _support(entry: Entry, support: str, keys: Keys, known: Known) -> Iterator[Finding]:
    criterion, _, question = support.partition(".")
    if criterion not in known.criteria:
        hint = f"Criteria of the known awards: {known_words(sorted(known.criteria))}."
        yield known.unknown("E210", "criterion", criterion, known.criteria, entry.file, keys, hint)
    elif question and question not in known.criteria[criterion]:
        questions = sorted(known.criteria[criterion])
        hint = f"Questions of `{criterion}`: {known_words(questions)}."
        yield known.unknown("E210", f"question of `{criterion}`", question, questions, entry.file, keys, hint)


def response_references(response: Response, questions: Collection[str], known: Known) -> Iterator[Finding]:
    """What a response points to: questions, entries and indicators."""
    for kind in ("answers", "gaps"):
        for name in getattr(response, kind):
            if name not in questions:
                hint = f"Questions of `{response.criterion}`: {known_words(sorted(questions))}." if questions else "This criterion has no questions."
                message = f"unknown question `{name}` of `{response.criterion}`{did_you_mean(name, questions)}"
                yield Finding("E213", message, known.places.locate_key(response.file, (kind, name)), hint=hint)
    for name, answer in response.answers.items():
        for number, figure in enumerate(answer.figures):
            for place, reference in enumerate(figure):
                yield from indicator_reference(reference, response.file, ("answers", name, "figures", number, place), known)
        for number, entry in enumerate(answer.evidence):
            yield from _entry(entry, response.file, ("answers", name, "evidence", number), known)
    yield from _key_figures(response.key_figures, response.file, ("key_figures",), known)


def _key_figures(figures: Iterable[KeyFigure], file: str, keys: Keys, known: Known) -> Iterator[Finding]:
    for number, figure in enumerate(figures):
        if figure.value != "applicant.population":
            yield from indicator_reference(figure.value, file, (*keys, number, "value"), known)


def _entry(name: str, file: str, keys: Keys, known: Known) -> Iterator[Finding]:
    if name not in known.entries and name not in known.unread:
        hint = "Give the name of a file in evidence/, without .yaml."
        yield known.unknown("E212", "evidence entry", name, known.entries, file, keys, hint)


def indicator_reference(reference: str, file: str, keys: Keys, known: Known) -> Iterator[Finding]:
    """Whether `entry.indicator` exists."""
    entry, _, name = reference.partition("@")[0].partition(".")
    if entry not in known.entries:
        yield from _entry(entry, file, keys, known)
    elif name not in known.entries[entry].indicators:
        indicators = known.entries[entry].indicators
        hint = f"Indicators of `{entry}`: {known_words(indicators)}." if indicators else f"`{entry}` has no indicators."
        yield known.unknown("E212", f"indicator of `{entry}`", name, indicators, file, keys, hint)


def dossier_references(dossier: Dossier, award: AwardProfile | None, languages: Collection[str], known: Known) -> Iterator[Finding]:
    """What dossier.yaml points to: category, documents, languages, entries, indicators and shared sources."""
    file = "dossier.yaml"
    for number, language in enumerate(dossier.languages):
        if language not in languages:
            hint = f"Copy templates/words/en.yaml to templates/words/{language}.yaml and translate it; there are words for {known_words(languages)}."
            yield known.unknown("E215", "language", language, languages, file, ("languages", number), hint)
    if award:
        for number, document in enumerate(dossier.documents):
            documents = [rules.id for rules in award.documents]
            if document not in documents:
                hint = f"The documents are {known_words(documents)}."
                yield known.unknown("E214", "document", document, documents, file, ("documents", number), hint)
    population = dossier.applicant.population
    if population and population.source and population.source not in known.sources:
        hint = "Describe it in evidence/sources.yaml."
        yield known.unknown("E211", "shared source", population.source, known.sources, file, ("applicant", "population", "source"), hint)
    if dossier.cover and dossier.cover.series:
        yield from indicator_reference(dossier.cover.series, file, ("cover", "series"), known)
    if dossier.glance:
        yield from _key_figures(dossier.glance.key_figures, file, ("glance", "key_figures"), known)
        for number, entry in enumerate(dossier.glance.timeline.entries if dossier.glance.timeline else ()):
            yield from _entry(entry, file, ("glance", "timeline", "entries", number), known)
