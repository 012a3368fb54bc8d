"""An evidence entry: one thing that the city can show."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from builder.reading.source import Citing, Source
from builder.reading.values import AtLeastOne, Id, Items, LocalText, Model, Name, Number, OneOrMore, PartialDate, Several, Words, optional_items

Support = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)?$")]
"""A criterion of the award profile, or `criterion.question`."""
Precision = Literal["about", "over", "almost", "at-least", "at-most", "under"]


class Range(Model):
    """Between two numbers."""

    low: Number
    """The lower bound."""
    high: Number
    """The upper bound."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            raise PydanticCustomError("order", "order", {"first": "low", "second": "high"})
        return self


class Measured(Model):
    """A value as it was measured: a number or a range, as exact as it is known."""

    date: PartialDate | None = None
    """When: 2022, 2022-07 or 2022-07-03."""
    label: LocalText | None = None
    """Shown in place of the date where the source gives no exact one."""
    value: Number | None = None
    """The number, without commas or spaces."""
    range: Range | None = None
    """In place of `value` where only bounds are known."""
    precision: Precision | None = None
    """How the number is meant."""
    preliminary: bool = False
    """true: it may still change."""
    note: LocalText | None = None
    """What a reader should know about it."""
    source: Id | None = None
    """Id of a source of this entry, or of a shared one."""

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        if (self.value is None) == (self.range is None):
            raise PydanticCustomError("one_of", "one of", {"fields": ("value", "range")})
        return self


class Result(Measured):
    """A value with its date or label: a baseline, a target or a result."""

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.date is None and self.label is None:
            raise PydanticCustomError("one_of", "one of", {"fields": ("date", "label")})
        return self


class Benchmark(Measured):
    """An outside value to compare with."""

    name: LocalText
    """Whose value it is."""


class OtherFigure(Measured):
    """Another figure in circulation for the same thing: say so before somebody else does."""

    unit: Name | None = None
    """What it counts, where that differs."""
    why: LocalText
    """Why it differs."""


class Indicator(Model):
    """A measured quantity."""

    name: LocalText
    """What is measured, as a heading."""
    unit: Name | None = None
    """`percent`, `SEK`, `EUR`, `t CO2e`, … or words; leave it out when the name says what is counted."""
    definition: LocalText | None = None
    """How it is counted, and what is not."""
    direction: Literal["up", "down"] | None = None
    """Which way is better."""
    baseline: Result | None = None
    """The value at the start."""
    target: Result | None = None
    """The value aimed at."""
    results: Several[Result] = ()
    """The values reached, in order of time."""
    benchmark: Benchmark | None = None
    """An outside value to compare with."""
    also_published: Several[OtherFigure] = ()
    """Other figures in circulation."""


class Claim(Model):
    """A statement offered as true."""

    text: LocalText
    """One sentence."""
    supports: OneOrMore[Support] = ()
    """What it supports, where that is narrower than the entry's own."""
    sources: OneOrMore[Citing] = ()
    """What proves it."""
    confidential: bool = False
    """true: never in a public document."""

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The ids of its sources."""
        return tuple(cited.source for cited in self.sources)


class Milestone(Model):
    """A date in the story of the entry."""

    date: PartialDate
    """When: 2022, 2022-07 or 2022-07-03."""
    text: LocalText
    """What happens, in a few words."""
    status: Literal["planned", "reached", "missed"] | None = None
    """Whether it came about."""
    source: Id | None = None
    """Id of a source of this entry, or of a shared one."""


class Medium(Model):
    """A picture."""

    file: Words
    """PNG or JPEG; the path starts from evidence/."""
    alt: LocalText
    """What it shows, for those who cannot see it."""
    caption: LocalText | None = None
    """What a reader should see in it."""
    credit: Name | None = None
    """Who made it."""
    licence: Words | None = None
    """Under which terms it may be used."""
    confidential: bool = False
    """true: never in a public document."""


class Quotation(Model):
    """Somebody's words."""

    text: LocalText
    """The words, without quotation marks."""
    speaker: Name
    """Who said them."""
    role: LocalText | None = None
    """In which role."""
    consent: PartialDate | None = None
    """When the speaker agreed to be quoted."""
    source: Id | None = None
    """Id of a source of this entry, or of a shared one."""


class Place(Model):
    """A place on the map."""

    name: Name
    """What it is called."""
    lat: Number | None = None
    """Latitude in degrees, north positive."""
    lon: Number | None = None
    """Longitude in degrees, east positive."""


class Period(Model):
    """From when until when; either may be missing."""

    start: PartialDate | None = None
    """When it began: 2022, 2022-07 or 2022-07-03."""
    end: PartialDate | None = None
    """When it ended; leave it out while it goes on."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start and self.end and self.start.first_day > self.end.last_day:
            raise PydanticCustomError("order", "order", {"first": "start", "second": "end"})
        return self


class Approval(Model):
    """Who approved the entry as it stands; written by a command, void when the entry changes."""

    by: Words
    """Who approved it."""
    on: PartialDate
    """When."""
    fingerprint: Words
    """Of the content approved."""


class Entry(Model):
    """One evidence entry: a thing the city did, with claims, indicators and the sources that prove them."""

    id: SkipJsonSchema[str]
    """The stem of its file."""
    criterion: SkipJsonSchema[str]
    """The folder it stands in."""
    file: SkipJsonSchema[str]
    """Its path, relative to the workspace."""
    title: LocalText
    """What it is called."""
    supports: AtLeastOne[Support]
    """Criteria of the award, or `criterion.question`; one or a list."""
    summary: LocalText
    """What it is, in one or two sentences."""
    kind: Literal["initiative", "event", "policy", "organisation", "infrastructure", "partnership", "participation", "recognition"] | None = None
    """What kind of thing it is."""
    status: Literal["planned", "ongoing", "completed", "discontinued"] | None = None
    """How far it has come."""
    period: Period | None = None
    """From when until when."""
    lead: Name | None = None
    """Who leads it."""
    partners: Several[Name] = ()
    """Who else takes part."""
    place: Place | None = None
    """Where it happens."""
    challenge: LocalText | None = None
    """What had to be solved, as paragraphs of Markdown."""
    action: LocalText | None = None
    """What was done, as paragraphs of Markdown."""
    result: LocalText | None = None
    """What came of it, as paragraphs of Markdown."""
    lesson: LocalText | None = None
    """What the city would do differently, as paragraphs of Markdown."""
    caveat: LocalText | None = None
    """What limits it or speaks against it: jurors trust candour."""
    claims: Items[Id, Claim] = optional_items()
    """Statements offered as true, by id."""
    indicators: Items[Id, Indicator] = optional_items()
    """Measured quantities, by id."""
    milestones: Several[Milestone] = ()
    """Dates in its story."""
    sources: Items[Id, Source | None] = optional_items()
    """What proves it, by id; an id with nothing after it is the shared source of that name."""
    media: Several[Medium] = ()
    """Pictures."""
    quotes: Several[Quotation] = ()
    """What people said, with their consent."""
    owner: Name | None = None
    """Who answers for this entry."""
    confidential: bool = False
    """true: never in a public document."""
    approved: Approval | None = None
    """Written by a command, void when the entry changes."""
