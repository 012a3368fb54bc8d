"""dossier.yaml: which award, who applies, in which languages, with which look."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from builder.reading.entry import Measured
from builder.reading.response import IndicatorReference, KeyFigure
from builder.reading.values import (
    LANGUAGE,
    AtLeastOne,
    Day,
    Id,
    Items,
    LocalText,
    Model,
    Name,
    Number,
    OneOrMore,
    PartialDate,
    Several,
    Words,
    optional_items,
)


def _unlike(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(values)) < len(values):
        raise PydanticCustomError("twice", "twice")
    return values


Language = Annotated[str, StringConstraints(pattern=f"^{LANGUAGE.pattern}$")]
"""A BCP 47 tag: `en`, `sv`."""
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]
"""Of a finding."""


class Contact(Model):
    """Whom to ask."""

    name: Words
    """A person or office."""
    email: Words | None = None
    """Where to write to."""
    phone: Words | None = None
    """Where to call; in quotes."""


class Applicant(Model):
    """The city that applies."""

    name: Name
    """The city's official name."""
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    """Two letters of ISO 3166: `SE`."""
    population: Measured | None = None
    """Inhabitants; `source` is a shared one."""
    contact: Contact | None = None
    """Whom to ask."""


class CoverChoice(Model):
    """What the cover shows."""

    series: IndicatorReference | None = None
    """An indicator as `entry.indicator`, whose results are drawn."""


class TimelineChoice(Model):
    """A timeline of milestones."""

    title: LocalText | None = None
    """What the timeline tells."""
    entries: OneOrMore[Id]
    """Entries whose milestones it shows."""


class Glance(Model):
    """The page that shows the city at a glance."""

    summary: LocalText | None = None
    """What the city stands for, in Markdown."""
    key_figures: Several[KeyFigure] = ()
    """The numbers to remember."""
    timeline: TimelineChoice | None = None
    """What happened when."""


class Look(Model):
    """The look: a theme by its name, and what differs from it, key by key."""

    name: Words | None = None
    """`civic`, `clear` or `plain`, or a theme of your own in templates/style/themes/; without it, `civic`."""
    colours: Items[str, str] = optional_items()
    """Each as `"#rrggbb"`, in quotes."""
    fonts: Items[str, str] = optional_items()
    """Families of type, for `text`, `lead`, `display` and `sans`."""
    sizes: Items[str, str] = optional_items()
    """Size and leading in points, such as `11/15`."""
    margins: Items[str, Number] = optional_items()
    """In millimetres."""
    rail: Number | None = None
    """Where the words begin beside their labels, in millimetres; 0 sets labels over the words."""
    cover: Literal["panel", "paper"] | None = None
    """Light words on the accent, or dark words on white."""
    paragraphs: Literal["indented", "spaced"] | None = None
    """What tells a paragraph from the one before it."""
    logo: Words | None = None
    """A picture for the cover, its path relative to evidence/."""
    reference: Words | None = None
    """A Word document of your own whose styles the Word file takes over, its path relative to templates/style/."""


EVERYWHERE = ""
"""Stands for the path of every file."""


def _everywhere(value: object) -> object:
    return {EVERYWHERE: value} if isinstance(value, str) else value


class Term(Model):
    """A word of the house."""

    preferred: Words
    """The word to use."""
    avoided: AtLeastOne[Words]
    """Words that mean the same and are not to be used; one or a list."""
    language: Language | None = None
    """The language it holds for; all where it is left out."""


class Checking(Model):
    """A team's own choices about the checks."""

    ignore: Items[Code, Annotated[Items[str, Words], BeforeValidator(_everywhere, json_schema_input_type=str | Mapping[str, str])]] = optional_items()
    """Warnings and notes that are accepted: the code, and why; or the code, then the path of each file it is accepted in, and why."""
    terms: Several[Term] = ()
    """The house word list."""
    abbreviations: OneOrMore[Words] = ()
    """Abbreviations, and names in capitals, that need no explanation."""


class Attachment(Model):
    """A file that is handed in with the application."""

    file: Words
    """Its path, starting from evidence/."""
    signatory: Name | None = None
    """Who signed it, and in which office."""
    signed: PartialDate | None = None
    """When."""


class Dossier(Model):
    """What is put together, for whom and how."""

    award: Words
    """Id of a built-in award profile, or the path of one in this workspace."""
    category: Id | None = None
    """Id of a category of the award."""
    as_of: Day | None = None
    """The day the dossier speaks of: "today" for every check; without it, the day of the check."""
    applicant: Applicant
    """Who applies."""
    title: Name | None = None
    """What stands on the cover; without it, the applicant's name."""
    claim: LocalText | None = None
    """The case in one sentence."""
    languages: Annotated[AtLeastOne[Language], AfterValidator(_unlike)]
    """The first is the language of the submission; each further one gives a further set of documents."""
    documents: Annotated[OneOrMore[Id], AfterValidator(_unlike)] = ()
    """Ids of documents of the award profile; without it, all of them."""
    enclose: OneOrMore[Literal["entries", "copies"]] = ()
    """What travels inside the PDF of the evidence register: `entries` as they were written, `copies` of sources; nothing confidential ever does."""
    cover: CoverChoice | None = None
    """What the cover shows."""
    glance: Glance | None = None
    """The page that shows the city at a glance."""
    attachments: Items[Id, Attachment] = optional_items()
    """What the award's requirements ask for, by the id of the requirement."""
    theme: Look | None = None
    """The look, where it differs from the built-in one."""
    check: Checking | None = None
    """How the checks treat this dossier."""
