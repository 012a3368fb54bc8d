"""Sources: where evidence comes from."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, RootModel, StringConstraints

from builder.reading.values import Address, Id, Items, Model, Name, PartialDate, Words


class Source(Model):
    """A page, report, decision or other thing that a reader can look up."""

    title: Name
    """What it is called."""
    publisher: Name | None = None
    """Who answers for it."""
    type: Literal["web", "report", "decision", "dataset", "press", "interview", "letter"] | None = None
    """What kind of thing it is."""
    confidence: Literal["primary", "secondary"] | None = None
    """`primary` when it comes from those who know at first hand."""
    url: Address | None = None
    """Where it stands on the web."""
    published: PartialDate | None = None
    """Leave it out when it is not known; never guess a date."""
    accessed: PartialDate | None = None
    """When somebody last looked at it."""
    file: Words | None = None
    """A local copy; the path starts from evidence/."""
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = None
    """Checksum of the local copy, 64 hexadecimal digits."""
    quote: Name | None = None
    """The words that prove the claim, so that a reviewer need not hunt."""
    valid_until: PartialDate | None = None
    """When it stops being true."""
    confidential: bool = False
    """true: never in a public document."""


class SharedSources(RootModel[Items[Id, Source]]):
    """evidence/sources.yaml: sources that several entries share, by id."""

    model_config = ConfigDict(frozen=True)


class SourceReference(Model):
    """A source, and where in it."""

    source: Id
    """Id of a source of this entry, or of a shared one."""
    at: Name | None = None
    """Where in the source: `p. 12`."""


def _short(value: object) -> object:
    return {"source": value} if isinstance(value, str) else value


Citing = Annotated[SourceReference, BeforeValidator(_short, json_schema_input_type=str | SourceReference)]
"""The id alone, or with the place in the source."""
