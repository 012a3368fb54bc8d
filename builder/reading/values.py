"""The kinds of value that people write: texts in several languages, dates of any precision, exact numbers, ids."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, total_ordering
from types import MappingProxyType
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from builder.reading.nodes import Keys

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?")
T = TypeVar("T")
K = TypeVar("K")


class Model(BaseModel):
    """Fields with names of their own; nothing unknown, nothing changed after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True)


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text that a reader sees, in one or more languages."""

    by_language: Mapping[str, str]
    first: str
    """The dossier's first language, in which a plain text is written."""

    def get(self, language: str) -> tuple[str, str]:
        """The text in that language, else in the first, else in any; and the language it is in."""
        for tag in (language, self.first):
            if tag in self.by_language:
                return self.by_language[tag], tag
        tag, text = next(iter(self.by_language.items()))
        return text, tag

    @classmethod
    def read(cls, value: object, info: ValidationInfo) -> Self:
        """A text, or a mapping of texts by language."""
        first = info.context["language"] if info.context else "en"
        if isinstance(value, str):
            if not value or value.isspace():
                raise PydanticCustomError("empty", "empty")
            return cls(MappingProxyType({first: value.rstrip()}), first)
        if isinstance(value, cls):
            return value
        if not isinstance(value, Mapping):
            raise PydanticCustomError("text", "a text")
        if strange := next((tag for tag in value if not LANGUAGE.fullmatch(tag)), None):
            raise PydanticCustomError("language", "a language", {"language": strange})
        texts = {tag: text for tag, text in value.items() if text is not None}
        for text in texts.values():
            if not isinstance(text, str):
                raise PydanticCustomError("text", "a text")
            if not text.strip():
                raise PydanticCustomError("empty", "empty")
        if not texts:
            raise PydanticCustomError("empty", "empty")
        return cls(MappingProxyType({tag: text.rstrip() for tag, text in texts.items()}), first)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        by_language = {"type": "object", "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"}, "additionalProperties": {"type": "string"}}
        return {"anyOf": [{"type": "string"}, {**by_language, "minProperties": 1}]}


@dataclass(frozen=True, slots=True)
class Name(LocalText):
    """A text that is often the same in every language, so that nobody misses its translation."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        return "-".join(f"{part:02}" for part in (self.year, self.month, self.day) if part is not None)

    def __lt__(self, other: "PartialDate") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @property
    def first_day(self) -> dt.date:
        """The day it begins."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The day it ends."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or monthrange(self.year, month)[1])

    @classmethod
    @lru_cache(1024)
    def parse(cls, text: str) -> Self:
        """From `2022`, `2022-07` or `2022-07-03`; raises ValueError for anything else."""
        match = _DATE.fullmatch(text)
        if not match:
            raise ValueError(f"not a date: {text}")
        date = cls(*(int(part) for part in match.groups() if part))
        date.last_day  # noqa: B018 - raises for a day that does not exist
        return date

    @classmethod
    def read(cls, value: object) -> Self:
        """From what YAML gives: a year is a number there."""
        if isinstance(value, cls):
            return value
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            try:
                return cls.parse(str(value))
            except ValueError:
                pass
        raise PydanticCustomError("date", "a date")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "integer", "minimum": 1000, "maximum": 2999}, {"type": "string", "pattern": f"^{_DATE.pattern}$"}]}


def _number(value: object) -> Decimal:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    raise PydanticCustomError("number", "a number")


def _day(value: object) -> dt.date:
    date = PartialDate.read(value)
    if date.day is None:
        raise PydanticCustomError("day", "a day")
    return date.first_day


def _moment(value: object) -> PartialDate | dt.datetime:
    if isinstance(value, str) and "T" in value:
        try:
            moment = dt.datetime.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("moment", "a moment") from None
        if moment.tzinfo is None:
            raise PydanticCustomError("moment", "a moment")
        return moment
    return PartialDate.read(value)


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", value):
        raise PydanticCustomError("address", "an address")
    return value


@dataclass(frozen=True, slots=True)
class _Written:
    """What a JSON Schema says of collections: nothing at all may be written for one, and a single item for a list where `one` is set."""

    one: bool = False

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler(schema)
        if "patternProperties" in made:
            made = {**made, "additionalProperties": False}
        return {"anyOf": [*([made["items"]] if self.one else []), made, {"type": "null"}]}


def _none_is_empty(value: object) -> object:
    return {} if value is None else value


def _one_is_many(value: object) -> object:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _list_or_nothing(value: object) -> object:
    return () if value is None else value


Number = Annotated[Decimal, PlainValidator(_number), WithJsonSchema({"type": "number"})]
"""Exact as written: no binary fraction."""
Day = Annotated[dt.date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[PartialDate | dt.datetime, PlainValidator(_moment), WithJsonSchema({"type": ["string", "integer"]})]
"""A date, or a time of a day with its offset from UTC."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Lower-case letters, digits and single hyphens."""
Address = Annotated[str, AfterValidator(_address)]
"""Of a page on the web."""
Words = Annotated[str, StringConstraints(min_length=1)]
"""Never translated."""
Items = Annotated[Mapping[K, T], BeforeValidator(_none_is_empty), AfterValidator(MappingProxyType), _Written()]
"""By key, in the order written."""
OrEmpty = Annotated[T, BeforeValidator(_none_is_empty), _Written()]
"""Nothing is as good as no fields."""
Several = Annotated[tuple[T, ...], BeforeValidator(_list_or_nothing), _Written()]
OneOrMore = Annotated[tuple[T, ...], BeforeValidator(_one_is_many), _Written(one=True)]
"""A single one may be written without the list around it."""
AtLeastOne = Annotated[tuple[T, ...], Field(min_length=1), BeforeValidator(_one_is_many), _Written(one=True)]
AtMostThree = Annotated[tuple[T, ...], Field(max_length=3), BeforeValidator(_list_or_nothing), _Written()]


def nothing() -> Mapping[Any, Any]:
    """An empty mapping that stays so."""
    return MappingProxyType({})


def optional_items() -> Any:  # noqa: ANN401 - as pydantic's own Field
    """The default of a field of `Items`."""
    return Field(default_factory=nothing)


def texts(value: object, keys: Keys = ()) -> Iterator[tuple[Keys, LocalText]]:
    """Every text in a model that a reader sees, with the way to it."""
    if isinstance(value, LocalText):
        yield keys, value
    elif isinstance(value, BaseModel):
        for name, child in value.__dict__.items():
            if child is not None:
                yield from texts(child, (*keys, name))
    elif isinstance(value, tuple):
        for number, child in enumerate(value):
            yield from texts(child, (*keys, number))
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from texts(child, (*keys, key))
