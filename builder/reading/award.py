"""An award profile: the rules of one edition of an award, as data.

What the award does not publish is absent and never invented; every rule has a row in `facts` that says where it comes from and how sure it is.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from builder.findings import Voucher
from builder.reading.values import (
    Address,
    Id,
    Items,
    LocalText,
    Model,
    Moment,
    Name,
    Number,
    OneOrMore,
    OrEmpty,
    PartialDate,
    Several,
    Words,
    optional_items,
)


class Bounds(Model):
    """Between two whole numbers, either of which may be unknown."""

    min: int | None = None
    """At least."""
    max: int | None = None
    """At most."""


class Prize(Model):
    """What there is to win."""

    winner: int | None = None
    """For the winner."""
    runner_up: int | None = None
    """For each runner-up."""
    runners_up: int | None = None
    """How many runners-up."""
    currency: Words | None = None
    """`EUR`."""


class Category(Model):
    """A category in which applicants compete."""

    title: LocalText
    """What it is called."""
    population: Bounds | None = None
    """Inhabitants of those who may compete in it."""
    prize: Prize | None = None
    """What there is to win."""


class Calendar(Model):
    """The dates of the edition."""

    opens: Moment | None = None
    """When applications open."""
    deadline: Moment | None = None
    """When they close: a date, or `2026-08-04T17:00:00+02:00`."""
    results: Moment | None = None
    """When the winners are announced."""


class Languages(Model):
    """In which languages one may apply."""

    accepted: Literal["eu-official"] | Several[str] | None = None
    """`eu-official`, or a list of language tags."""
    recommended: Words | None = None
    """The language tag the award recommends."""


class Eligible(Model):
    """Who may apply."""

    countries: Literal["eu-and-associated"] | Several[str] | None = None
    """`eu-and-associated`, or a list of ISO 3166 codes."""
    note: LocalText | None = None
    """Further conditions."""


def _titled(value: object) -> object:
    """A question or document without a title is called by its id."""
    if isinstance(value, dict) and value.get("title") is None and isinstance(value.get("id"), str):
        return {**value, "title": value["id"].replace("-", " ").capitalize()}
    return value


class Question(Model):
    """A question of a criterion."""

    id: Id
    """Names it in `answers` and `supports`."""
    title: LocalText
    """Its short name; made from the id where it is left out."""
    text: LocalText
    """The question as one sentence."""


class Criterion(Model):
    """A heading that the jury scores."""

    id: Id
    """Names its folder in evidence/."""
    title: LocalText
    """What it is called."""
    guidance: LocalText | None = None
    """The award's advice on what an answer should show."""
    max_points: Number | None = None
    """The most points it can get."""
    threshold: Number | None = None
    """The fewest points it needs."""
    questions: Several[Annotated[Question, BeforeValidator(_titled)]] = ()
    """What is asked."""


class Limit(Model):
    """A formal bound."""

    unit: Literal["pages", "words", "characters", "figures"]
    """What is counted."""
    max: int | None = None
    """At most."""
    min: int | None = None
    """At least."""
    scope: Literal["document", "criterion", "answer"] = "document"
    """In what it is counted."""
    excludes: Several[str] = ()
    """Kinds of part that do not count: cover, contents."""
    questions: OneOrMore[str] = ()
    """Ids of the questions it holds for; without it, all."""


class Least(Model):
    """A lower bound."""

    min: Number | None = None
    """At least."""


class Most(Model):
    """An upper bound."""

    max: Number | None = None
    """At most."""


class LayoutRules(Model):
    """What the pages must look like."""

    page: Literal["A4"] | None = None
    """The size of the page."""
    margin_mm: Least | None = None
    """Margins, in millimetres."""
    body_pt: Least | None = None
    """Size of running text, in points."""
    small_pt: Least | None = None
    """Size of notes and tables, in points."""
    fonts_embedded: bool | None = None
    """Whether the file must carry its fonts."""
    file_mb: Most | None = None
    """Size of the file, in megabytes."""


class DocumentRules(Model):
    """A document that the award wants or that we add to it."""

    id: Id
    """Names it and its files."""
    title: LocalText
    """What it is called; made from the id where it is left out."""
    template: Words
    """The file in templates/ that it is made from."""
    limits: Several[Limit] = ()
    """Formal bounds."""
    layout: OrEmpty[LayoutRules] = LayoutRules()
    """What its pages must look like."""


class Requirement(Model):
    """Something that must come with the application."""

    id: Id
    """Names it."""
    kind: Literal["attachment", "declaration", "statement"]
    """What it is."""
    title: LocalText
    """What it is called."""
    signatory: Words | None = None
    """Who signs it."""


class EvidenceRules(Model):
    """What the award asks of evidence."""

    started_after: PartialDate | None = None
    """Initiatives must have begun after this date."""
    series_years: int | None = None
    """How many years of results an indicator needs."""
    comparator: bool | None = None
    """Whether indicators need a benchmark."""


class Winners(Model):
    """Who won a category."""

    winner: Name | None = None
    """The winner."""
    runners_up: Several[Name] = ()
    """The runners-up."""
    ranked: bool | None = None
    """Whether the runners-up stand in order of rank."""
    note: LocalText | None = None
    """Such as a tie."""


class Fact(Model):
    """Where a rule comes from, and how sure it is."""

    source: Words
    """Title and publisher."""
    url: Address | None = None
    """Where it stands on the web."""
    retrieved: PartialDate | None = None
    """When somebody looked at it."""
    confidence: Literal["official", "secondary", "assumed"]
    """How sure it is."""
    note: LocalText | None = None
    """What to know about it."""


class AwardProfile(Model):
    """The rules of one edition of an award."""

    id: Id
    """The stem of its file."""
    award: LocalText
    """What the award is called."""
    edition: Words
    """Its label, in quotes: `"2027"`."""
    organiser: LocalText | None = None
    """Who gives the award."""
    extends: Id | None = None
    """Another profile that this one changes: mappings are merged key by key, lists replaced."""
    summary: LocalText | None = None
    """This edition in one sentence."""
    url: Address | None = None
    """Where the award publishes it."""
    categories: Items[Id, Category] = optional_items()
    """By id."""
    calendar: OrEmpty[Calendar] = Calendar()
    """The dates of the edition."""
    languages: OrEmpty[Languages] = Languages()
    """In which languages one may apply."""
    eligible: OrEmpty[Eligible] = Eligible()
    """Who may apply."""
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    """What the jury scores, in its order."""
    documents: Annotated[tuple[Annotated[DocumentRules, BeforeValidator(_titled)], ...], Field(min_length=1)]
    """What is handed in; the first is the main submission."""
    requirements: Several[Requirement] = ()
    """What must come with it."""
    evidence_rules: OrEmpty[EvidenceRules] = EvidenceRules()
    """What the award asks of evidence."""
    winners: Items[Id, Winners] = optional_items()
    """Who won, by category."""
    process: LocalText | None = None
    """How the jury decides, in one sentence."""
    facts: Items[str, Fact] = optional_items()
    """By the dotted path of the rule: where it comes from, and how sure it is."""

    def voucher(self, rule: str) -> Voucher | None:
        """Where a rule comes from: its own row in `facts`, else that of the nearest path above it."""
        while rule:
            if fact := self.facts.get(rule):
                return Voucher(fact.source, fact.confidence, fact.url)
            rule = rule.rpartition(".")[0]
        return None
