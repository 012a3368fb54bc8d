"""Evidence entries in short: cards, quotations and pictures."""

from collections.abc import Callable, Iterable

from builder.assembly.draft import Draft
from builder.assembly.fields import entry_text, entry_words
from builder.assembly.passage import ReferenceProblem
from builder.assembly.quantities import in_full, unit_of
from builder.assembly.values import latest, public_entry
from builder.assembly.wording import Wording
from builder.document import blocks as b
from builder.document import inlines as i
from builder.findings import Location
from builder.reading.entry import Entry, Period

_MOST_FACTS = 4


def shown(draft: Draft, names: Iterable[str], name: str, places: Callable[[int], Location]) -> list[b.AnyBlock]:
    """The cards, quotations and pictures of those entries; an entry is shown once in a document. `places` tells where each is named."""
    entries = []
    for number, one in enumerate(names):
        try:
            entry = public_entry(draft.workspace, one)
        except ReferenceProblem as problem:
            draft.report(problem, places(number))
            continue
        if one not in draft.carded:
            draft.carded.add(one)
            entries.append(entry)
    made = tuple(_card(draft, entry) for entry in entries)
    cards: list[b.AnyBlock] = [b.Cards(f"{name}.cards", places(0), made)] if made else []
    return [*cards, *_quotes(draft, entries), *_media(draft, entries)]


def meta(entry: Entry, wording: Wording) -> str:
    """`Event · 30 May–3 July 2022 · completed`."""
    kind = wording.word(f"kind_{entry.kind}") if entry.kind else ""
    state = wording.word(f"status_{entry.status}") if entry.status else ""
    return " · ".join(filter(None, (kind, period(entry.period, wording), state)))


def period(given: Period | None, wording: Wording) -> str:
    """`30 May–3 Jul 2022`, `since 2021`; a single date when it begins and ends in the same."""
    if not given:
        return ""
    start, end = (wording.short_date(date) if date else "" for date in (given.start, given.end))
    if given.start and given.end:
        return start if start == end else wording.word("from_to", start=wording.before(given.start, given.end), end=end)
    return wording.word("since", date=start) if start else wording.word("until", date=end) if end else ""


def _card(draft: Draft, entry: Entry) -> b.EvidenceCard:
    block = f"card.{entry.id}"

    def text(key: str) -> i.Inlines:
        return entry_text(draft, f"{block}.{key}", entry, getattr(entry, key), (key,))

    facts = list(_facts(draft, entry, block))[: _MOST_FACTS - (1 if entry.caveat else 0)]
    if entry.caveat:
        facts.append(b.Fact(draft.wording.word("caveat"), text("caveat")))
    number, place = draft.number(entry.id), Location(entry.file)
    return b.EvidenceCard(block, place, number, draft.target(entry.id), text("title"), meta(entry, draft.wording), text("summary"), tuple(facts))


def _facts(draft: Draft, entry: Entry, block: str) -> Iterable[b.Fact]:
    for name, indicator in entry.indicators.items():
        if result := latest(indicator):
            value = i.Value(in_full(result, unit_of(indicator, draft.wording), draft.wording), f"{entry.id}.{name}")
            said = entry_words(draft, f"{block}.indicators.{name}", entry, (value,), ("indicators", name))
            yield b.Fact(draft.name(indicator.name), said)


def _quotes(draft: Draft, entries: Iterable[Entry]) -> list[b.AnyBlock]:
    """What people said in those entries, where their consent is on file."""
    made: list[b.AnyBlock] = []
    for entry in entries:
        for n, quote in enumerate(entry.quotes):
            if quote.consent:
                speaker = ", ".join(filter(None, (draft.say(quote.speaker), draft.say(quote.role))))
                keys = ("quotes", n, "text")
                name = f"{entry.id}.quote-{n + 1}"
                words = entry_text(draft, f"{name}.text", entry, quote.text, keys)
                made.append(b.Quote(name, draft.place(entry.file, *keys), words, speaker))
    return made


def _media(draft: Draft, entries: Iterable[Entry]) -> list[b.AnyBlock]:
    """The pictures of those entries, but for confidential ones."""
    made: list[b.AnyBlock] = []
    for entry in entries:
        for n, picture in enumerate(entry.media):
            if picture.confidential:
                continue
            keys = ("media", n)
            width, height = draft.workspace.picture_size(picture.file)
            credit = " · ".join(filter(None, (draft.say(picture.credit), picture.licence or "")))
            name, place = f"{entry.id}.picture-{n + 1}", draft.place(entry.file, *keys)
            caption = b.Caption(draft.next_figure(), entry_text(draft, f"{name}.caption", entry, picture.caption, (*keys, "caption")))
            made.append(b.Picture(name, place, f"evidence/{picture.file}", draft.say(picture.alt), width, height, caption, credit))
    return made
