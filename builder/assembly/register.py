"""Where every number leads: the list of sources in the application, and the evidence register."""

from collections.abc import Iterable, Iterator, Sequence

from builder.assembly.cards import meta
from builder.assembly.draft import Draft
from builder.assembly.fields import entry_text, entry_words, written
from builder.assembly.quantities import in_full, unit_of
from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.words import plain
from builder.findings import Location
from builder.reading.entry import Entry
from builder.reading.files import SOURCES
from builder.reading.source import Source
from builder.reading.values import LocalText
from builder.reading.workspace import DOSSIER

_GROUP = 4
_SHOWN_DIGITS = 16


def references(draft: Draft) -> list[b.AnyBlock]:
    """One line for each entry or shared source cited so far."""
    made = tuple(_reference(draft, name, number) for name, number in sorted(draft.numbers.items(), key=lambda item: item[1]))
    return [b.References("sources", draft.place(DOSSIER), made)]


def _reference(draft: Draft, name: str, number: int) -> b.Reference:
    workspace = draft.workspace
    if name not in workspace.entries:
        source = workspace.sources[name]
        return b.Reference(draft.target(name), name, number, draft.say(source.title), _in_short(draft, [source]))
    public = [source for source in workspace.sources_of(name).values() if not source.confidential]
    return b.Reference(draft.target(name), name, number, draft.name(workspace.entries[name].title, name), _in_short(draft, public))


def _in_short(draft: Draft, sources: Sequence[Source]) -> i.Inlines:
    """Titles that lead to their addresses, each with its publisher; dates and addresses in full stand in the register."""
    runs: list[i.Inline] = []
    for source in sources:
        title = (i.Text(draft.say(source.title)),)
        runs += [i.Text("; ")] if runs else []
        runs += [i.Link(title, source.url) if source.url else title[0]]
        runs += [i.Text(f", {draft.say(source.publisher)}")] if source.publisher else []
    return tuple(runs)


def register(draft: Draft) -> list[b.AnyBlock]:
    """Every public entry and every shared source cited, by number; entries not cited follow in order of their ids."""
    workspace = draft.workspace
    for name, entry in workspace.entries.items():
        if not entry.confidential:
            draft.number(name)
    return [
        _entry(draft, workspace.entries[name], number) if name in workspace.entries else _shared(draft, name, number)
        for name, number in sorted(draft.numbers.items(), key=lambda item: item[1])
    ]


def _entry(draft: Draft, entry: Entry, number: int) -> b.RegisterEntry:
    block = f"entry.{entry.id}"

    def text(key: str) -> i.Inlines:
        return entry_text(draft, f"{block}.{key}", entry, getattr(entry, key), (key,))

    public = {name: claim for name, claim in entry.claims.items() if not claim.confidential}
    marks = {name: f"{number}{_letter(n)}" for n, name in enumerate(public)}
    claims = tuple(
        b.RegisterClaim(marks[name], entry_text(draft, f"{block}.claims.{name}.text", entry, claim.text, ("claims", name, "text")))
        for name, claim in public.items()
    )
    sources = tuple(
        _source(draft, source, ", ".join(marks[claim] for claim, given in public.items() if name in given.source_ids))
        for name, source in draft.workspace.sources_of(entry.id).items()
        if not source.confidential
    )
    told = (text(key) for key in ("summary", "challenge", "action", "result", "lesson", "caveat"))
    paragraphs = tuple(filter(None, (*told, *_around(draft, entry, block), *_indicators(draft, entry, block))))
    lines = tuple(filter(None, (*meta(entry, draft.wording).split(" · "), _sections(draft, entry.id))))
    place = Location(entry.file)
    return b.RegisterEntry(block, place, number, entry.id, lines, text("title"), paragraphs, claims, sources)


def _around(draft: Draft, entry: Entry, block: str) -> Iterator[i.Inlines]:
    """Who leads it, who takes part and where it is."""
    words = draft.wording.word

    def said(text: LocalText, name: str, *keys: str | int) -> i.Inlines:
        return entry_words(draft, f"{block}.{name}", entry, (i.Text(draft.say(text)),), keys)

    if entry.lead:
        yield (i.Strong((i.Text(words("lead_body")),)), i.Text(": "), *said(entry.lead, "lead", "lead"))
    if entry.partners:
        partners = (said(partner, f"partners-{n + 1}", "partners", n) for n, partner in enumerate(entry.partners))
        yield (i.Strong((i.Text(words("partners")),)), i.Text(": "), *_listed(partners, ", "))
    if entry.place:
        yield (i.Strong((i.Text(words("place")),)), i.Text(": "), *said(entry.place.name, "place.name", "place", "name"))


def _indicators(draft: Draft, entry: Entry, block: str) -> Iterator[i.Inlines]:
    """Every value of every indicator, and what else is in circulation."""
    wording = draft.wording
    for name, indicator in entry.indicators.items():
        own, keys, unit = f"{block}.indicators.{name}", ("indicators", name), unit_of(indicator, wording)
        labelled = [(wording.word("baseline") + " ", indicator.baseline), *(("", result) for result in indicator.results)]
        labelled.append((wording.word("target") + " ", indicator.target))
        said: list[i.Inlines] = [
            (i.Value(label + in_full(measured, unit, wording), f"{entry.id}.{name}"),) for label, measured in labelled if measured
        ]
        for number, other in enumerate(indicator.also_published):
            told = (*keys, "also_published", number, "why")
            why = plain(draft.inlines(other.why, entry.file, told, entry.id)).rstrip(".")
            figure = in_full(other, draft.say(other.unit) or unit, wording)
            before, after = wording.word("also_published", figure=figure, why="\0").split("\0")
            words = entry_words(draft, f"{own}.also-published-{number + 1}.why", entry, (i.Text(why),), told)
            said.append((i.Value(before, f"{entry.id}.{name}"), *words, i.Text(after)))
        title = entry_text(draft, f"{own}.name", entry, indicator.name, (*keys, "name"))
        yield entry_words(draft, own, entry, (i.Strong(title), i.Text(": "), *_listed(said, "; ")), keys)


def _listed(runs: Iterable[i.Inlines], between: str) -> i.Inlines:
    return tuple(one for number, run in enumerate(runs) for one in ((i.Text(between),) if number else ()) + run)


def _shared(draft: Draft, name: str, number: int) -> b.RegisterEntry:
    source = draft.workspace.sources[name]
    block, place, keys = f"entry.{name}", draft.place(SOURCES, name), (name, "title")
    title = written(draft, f"{block}.title", draft.inlines(source.title, SOURCES, keys), SOURCES, keys)
    lines = tuple(filter(None, (_sections(draft, name),)))
    return b.RegisterEntry(block, place, number, name, lines, title, (), (), (_source(draft, source, ""),))


def _sections(draft: Draft, name: str) -> str:
    """Where an earlier document cites it."""
    sections = draft.sections.get(name, ())
    return draft.wording.word("cited_in", sections=", ".join(section.text for section in sections)) if sections else ""


def _letter(number: int) -> str:
    """The letter of a claim: a to z, then aa, ab and so on."""
    rest, last = divmod(number, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("a") + last)


def _source(draft: Draft, source: Source, marks: str) -> b.RegisterSource:
    return b.RegisterSource(marks, draft.say(source.title), draft.say(source.publisher), source.url or "", tuple(_detail(draft, source)))


def _detail(draft: Draft, source: Source) -> Iterator[str]:
    wording = draft.wording
    dates = [wording.word("published", date=wording.short_date(source.published)) if source.published else wording.word("undated")]
    if source.accessed:
        dates.append(wording.word("accessed", date=wording.short_date(source.accessed)))
    if source.valid_until:
        dates.append(wording.word("valid_until", date=wording.short_date(source.valid_until)))
    yield ", ".join(dates)
    if source.confidence:
        yield wording.word(f"confidence_{source.confidence}")
    if source.file:
        yield wording.word("local_copy", file=source.file)
    if source.sha256:
        digits = source.sha256[:_SHOWN_DIGITS]
        yield "SHA-256 " + " ".join(digits[n : n + _GROUP] for n in range(0, len(digits), _GROUP))
