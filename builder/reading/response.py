"""A response: the city's answer to one criterion."""

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic.json_schema import SkipJsonSchema

from builder.reading.values import LANGUAGE, AtMostThree, Id, Items, LocalText, Model, OneOrMore, optional_items

IndicatorReference = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+(@\d{4}(-\d\d){0,2})?$")]
"""`entry.indicator`, with `@2021` where another result than the latest is meant."""


class KeyFigure(Model):
    """A number to remember, printed large."""

    value: IndicatorReference
    """An indicator as `entry.indicator`, or `applicant.population`."""
    text: LocalText
    """What the number means; continues after it in lower case."""


class Answer(Model):
    """The answer to a question of the award."""

    text: LocalText
    """Markdown with citations `[@entry]` and values `{entry.indicator}`."""
    figures: OneOrMore[OneOrMore[IndicatorReference]] = ()
    """Indicators drawn as charts here: each item is one indicator, or a list of those that share an axis."""
    evidence: OneOrMore[Id] = ()
    """Entries shown here as cards."""


def _short(value: object) -> object:
    """A text alone stands for an answer without more around it."""
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict) and value and all(LANGUAGE.fullmatch(str(key)) for key in value):
        return {"text": value}
    return value


class Response(Model):
    """The city's answer to one criterion of the award."""

    criterion: SkipJsonSchema[str]
    """The folder it stands in."""
    file: SkipJsonSchema[str]
    """Its path, relative to the workspace."""
    headline: LocalText | None = None
    """The response in one line."""
    summary: LocalText | None = None
    """What a juror reads first."""
    key_figures: AtMostThree[KeyFigure] = ()
    """The proof points, at most three."""
    answers: Items[Id, Annotated[Answer, BeforeValidator(_short, json_schema_input_type=LocalText | Answer)]] = optional_items()
    """By question of the criterion: the text, or the text with charts and cards."""
    gaps: Items[Id, LocalText] = optional_items()
    """By question: why there is no answer or no figure."""
