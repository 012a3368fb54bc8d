"""The cover, and how to read what follows."""

from collections.abc import Sequence
from decimal import Decimal

from builder.assembly.draft import Draft
from builder.assembly.passage import ReferenceProblem
from builder.assembly.points import points_of
from builder.assembly.quantities import parts
from builder.assembly.values import find_indicator
from builder.document import blocks as b
from builder.document import inlines as i
from builder.reading.workspace import DOSSIER

_FULL_BLOCKS = 100


def cover(draft: Draft, document_title: str) -> b.Cover:
    """The cover, with the series the city chose to draw."""
    workspace, wording = draft.workspace, draft.wording
    place = draft.place(DOSSIER, "title")
    award = draft.say(workspace.award.award)
    call = f"{wording.word('call', document=document_title)} {award} {workspace.award.edition}"
    points, name = _series(draft)
    step = _step(points)
    return b.Cover(
        "cover",
        place,
        call,
        draft.say(workspace.title),
        draft.say(workspace.dossier.claim),
        points,
        step,
        _cover_alt(draft, name, points, step),
        _imprint(draft),
        _logo(draft),
    )


def _logo(draft: Draft) -> b.Logo | None:
    file = draft.workspace.theme.logo
    if not file:
        return None
    alt = draft.wording.word("logo", name=draft.say(draft.workspace.dossier.applicant.name))
    return b.Logo(f"evidence/{file}", *draft.workspace.picture_size(file), alt)


def _series(draft: Draft) -> tuple[tuple[b.Point, ...], str]:
    """The results of the indicator that the city chose to draw, and its name."""
    reference = draft.workspace.dossier.cover.series if draft.workspace.dossier.cover else None
    if not reference:
        return (), ""
    entry, _, name = reference.partition("@")[0].partition(".")
    try:
        indicator = find_indicator(draft.workspace, entry, name)
    except ReferenceProblem as problem:
        draft.report(problem, draft.place(DOSSIER, "cover", "series"))
        return (), ""
    return points_of(draft, indicator), draft.name(indicator.name)


def _step(points: Sequence[b.Point]) -> int:
    """How many counted things one square stands for: a round number that keeps a block below a hundred squares or so."""
    largest, step = max((point.value for point in points), default=0), 1
    while largest / step > _FULL_BLOCKS:
        step *= 5 if str(step).startswith("2") else 2
    return step


def _cover_alt(draft: Draft, name: str, points: Sequence[b.Point], step: int) -> str:
    if not points:
        return ""
    said = "; ".join(draft.wording.word("chart_point", label=point.label, value=point.text) for point in points)
    key = "cover_alt_one" if step == 1 else "cover_alt"
    return draft.wording.word(key, name=name, step=draft.wording.number(Decimal(step)), points=said)


def _imprint(draft: Draft) -> tuple[b.Fact, ...]:
    workspace, wording = draft.workspace, draft.wording
    applicant = workspace.dossier.applicant
    name = f"{draft.say(applicant.name)}, {wording.country(applicant.country)}"
    facts = [b.Fact(wording.word("applicant"), (i.Text(name),))]
    if category := workspace.award.categories.get(workspace.category or ""):
        bounds = category.population
        low, high = (bounds.min, bounds.max) if bounds else (None, None)
        limits = (
            wording.word("between", low=wording.number(Decimal(low)), high=wording.number(Decimal(high)))
            if low is not None and high is not None
            else wording.word("at_least_inhabitants", low=wording.number(Decimal(low)))
            if low is not None
            else ""
        )
        facts.append(b.Fact(wording.word("category"), (i.Text(", ".join(filter(None, (draft.say(category.title), limits)))),)))
    if population := applicant.population:
        lines: list[i.Inline] = [i.Value(str(parts(population, "", wording)), "applicant.population")]
        if population.date:
            key = "inhabitants_on" if population.date.day else "inhabitants_in"
            lines += [i.LineBreak(), i.Text(wording.word(key, date=wording.date(population.date)))]
        facts.append(b.Fact(wording.word("inhabitants"), tuple(lines)))
    return tuple(facts)


def how_to_read(draft: Draft) -> b.Table:
    """What the marks in the text mean."""
    place = draft.place(DOSSIER)
    rows = tuple(b.Row((b.Cell((i.Text(term),)), b.Cell((i.Text(said),)))) for term, said in draft.wording.rows("how_to_read_rows"))
    caption = b.Caption("", (i.Text(draft.wording.word("how_to_read")),))
    return b.Table("how-to-read", place, (b.Column((), 45), b.Column((), 129)), rows, caption, "key")
