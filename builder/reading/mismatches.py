"""What a model refuses, told in plain words at the place where it stands.

Keyed on the type of pydantic's errors, never on their wording, which changes between versions.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import ErrorDetails

from builder.findings import Finding, Location
from builder.reading.near import did_you_mean, known_words
from builder.reading.nodes import Keys, Plain
from builder.reading.translation import Translated

_LONGEST_SHOWN = 40
_ID_HINT = "Use lower-case letters, digits and single hyphens, such as `city-expo`."
_WANTED: dict[str, tuple[str, str]] = {
    "text": ("a text, or texts by language", "Put a text that looks like a number, or begins with a special sign, in quotes."),
    "string_type": ("a text", "Put it in quotes."),
    "number": ("a number", "Write digits only, with a point before decimals: 13000 or 9.08."),
    "int_type": ("a whole number", "Write digits only: 13000."),
    "bool_type": ("true or false", "Write `true` or `false`, without quotes."),
    "date": ("a date", "Write 2022, 2022-07 or 2022-07-03."),
    "day": ("a day", "Write it as 2022-07-03."),
    "moment": ("a date or a time with its offset", "Write 2026-08-04, or 2026-08-04T17:00:00+02:00."),
    "address": ("an address on the web", "Begin it with https://."),
    "tuple_type": ("a list", "Begin each item on a line of its own with `- `."),
    "mapping_type": ("fields", "Write `name: value` on lines of their own, indented two spaces more."),
    "dict_type": ("fields", "Write `name: value` on lines of their own, indented two spaces more."),
    "model_type": ("fields", "Write `name: value` on lines of their own, indented two spaces more."),
}


Spot: TypeAlias = Literal["value", "key", "translation"]
"""What to point at: a value, its key, or its translation."""


def mismatches(error: ValidationError, model: type[BaseModel], data: Plain, locate: Callable[[Keys, Spot], Location]) -> Iterator[Finding]:
    """A finding for each thing that the model refuses in the data."""
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and any(_is_under(other, detail) for other in details):
            continue
        keys = tuple(key for key in detail["loc"] if key != "[key]")
        translated = _translated(data, keys)
        if translated is not None and detail["type"] != "empty":
            message = f"{_name(translated)} is not a text that readers see, so it has no translation"
            yield Finding("E205", message, locate(translated, "translation"), hint="Delete it from the translation; it holds for all languages.")
            continue
        on_key = detail["type"] == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)
        code, message, hint = _told(detail, keys, model)
        yield Finding(code, message, locate(keys, "translation" if translated is not None else "key" if on_key else "value"), hint=hint)


def _is_under(other: ErrorDetails, detail: ErrorDetails) -> bool:
    """Whether another error is that of an item: a list whose items are wrong is not empty."""
    return len(other["loc"]) > len(detail["loc"]) == sum(a == b for a, b in zip(other["loc"], detail["loc"], strict=False))


def _translated(data: Plain, keys: Keys) -> Keys | None:
    """The way to the translated text that holds a value, if one does."""
    for depth in range(len(keys) + 1):
        if isinstance(data, Translated):
            return keys[:depth]
        if depth < len(keys):
            key = keys[depth]
            if isinstance(data, dict) and key in data:
                data = data[str(key)]
            elif isinstance(data, tuple) and isinstance(key, int) and key < len(data):
                data = data[key]
    return None


def _told(detail: ErrorDetails, keys: Keys, model: type[BaseModel]) -> tuple[str, str, str]:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = _name(keys)
    if kind == "extra_forbidden":
        known = fields(model_at(model, keys[:-1]))
        hint = f"The fields here are {known_words(known)}." if known else "Delete it."
        return "E201", f"unknown field {name}{did_you_mean(str(keys[-1]), known)}", hint
    if kind == "missing" or (given is None and kind in _WANTED):
        return "E202", f"the required field {name} is missing", _meaning(model, keys)
    if kind in _WANTED:
        wanted, hint = _WANTED[kind]
        return "E203", f"{name} should be {wanted}, but {shown(given)} stands here", _better_hint(kind, given) or hint
    return "E203", *_refused(kind, name, given, context, model_at(model, keys))


def _refused(kind: str, name: str, given: object, context: Mapping[str, Any], wanted: object) -> tuple[str, str]:
    match kind:
        case "literal_error":
            known = [str(choice) for choice in get_args(_bare(wanted))]
            return f"{name} cannot be {shown(given)}{did_you_mean(str(given), known)}", f"Choose one of {known_words(known)}."
        case "one_of":
            first, second = context["fields"]
            return f"{name} needs either `{first}` or `{second}`", f"Write one of the two, and not both: `{first}: …` or `{second}: …`."
        case "order":
            return f"in {name}, `{context['first']}` comes after `{context['second']}`", "Exchange the two, or correct one."
        case "language":
            return (
                f"{name} is a text by language, and `{context['language']}` is not a language",
                "Use tags such as `en` or `sv`, or put the text in quotes.",
            )
        case "empty" | "string_too_short" | "too_short":
            return f"{name} is empty", "Write something there, or delete the field."
        case "too_long":
            return f"{name} has more than {context['max_length']} items", "Keep the most telling ones."
        case "twice":
            return f"{name} names the same thing twice", "Keep one of the two."
        case "string_pattern_mismatch":
            return f"{shown(given)} does not have the form that is wanted here", _PATTERNS.get(context["pattern"], _ID_HINT)
        case _:
            return f"{name} cannot be {shown(given)}", "Compare it with the examples in the documentation."


_PATTERNS = {
    r"^[A-Z]{2}$": "Write the two letters of ISO 3166, such as `SE`.",
    r"^[A-Z]\d{3}$": "Write the code of a finding, such as `C301`.",
    r"^#[0-9a-fA-F]{6}$": 'Write a colour as "#9e3318", in quotes.',
    r"^[0-9a-f]{64}$": "Write the 64 hexadecimal digits of the SHA-256 checksum, in quotes.",
    r"^[a-z0-9-]+\.[a-z0-9-]+(@\d{4}(-\d\d){0,2})?$": "Write `entry.indicator`, such as `city-expo.visits`.",
    r"^[a-z0-9-]+(\.[a-z0-9-]+)?$": "Write the id of a criterion, or `criterion.question`.",
}


def _better_hint(kind: str, given: object) -> str:
    """A cure for the slip behind a wrong type, where it shows."""
    if kind in {"text", "string_type"} and isinstance(given, dict) and None in given.values():
        return "Put a text that begins with { in quotes, or write it after `|` on the next line."
    if kind in {"number", "int_type"} and isinstance(given, str):
        digits = given.replace(",", "").replace(" ", "").replace("\u00a0", "")
        return f"Write {digits}, without commas or spaces." if digits.isdecimal() else ""
    if kind == "bool_type" and isinstance(given, str) and given.lower() in {"yes", "on", "true", "no", "off", "false"}:
        return f"Write `{'true' if given.lower() in {'yes', 'on', 'true'} else 'false'}`."
    return ""


def shown(given: object) -> str:
    """A value as findings name it."""
    match given:
        case None:
            return "nothing"
        case bool():
            return "`true`" if given else "`false`"
        case int() | Decimal():
            return f"the number {given}"
        case str():
            line = " ".join(given.split())
            return f"`{line[:_LONGEST_SHOWN]}{'…' if len(line) > _LONGEST_SHOWN else ''}`"
        case tuple():
            return "a list"
        case _:
            return "a group of fields"


def _name(keys: Keys) -> str:
    """A field as findings name it: its own name, and the item it stands in."""
    if not keys:
        return "the file"
    if isinstance(keys[-1], int):
        return f"item {keys[-1] + 1} of {_name(keys[:-1])}"
    return f"`{keys[-1]}`"


def _meaning(model: type[BaseModel], keys: Keys) -> str:
    parent = model_at(model, keys[:-1])
    if _is_model(parent) and (field := parent.model_fields.get(str(keys[-1]))):
        said = (field.description or "").replace("\n", " ")
        return f"Add `{keys[-1]}: …` there. {said}".strip()
    return f"Add `{keys[-1]}: …` there." if keys else "Write its fields."


def fields(model: object) -> tuple[str, ...]:
    """The names that people may write in a model."""
    if not _is_model(model):
        return ()
    return tuple(name for name, field in model.model_fields.items() if not any(_is_given(mark) for mark in field.metadata))


def _is_given(mark: object) -> bool:
    """Whether a field so marked comes from the name of the file."""
    return isinstance(mark, SkipJsonSchema)  # type: ignore[misc]  # a class, but for the type checker


def model_at(model: object, keys: Keys) -> object:
    """The type of what stands at the end of the way, as the models declare it."""
    wanted = _bare(model)
    for key in keys:
        if _is_model(wanted) and issubclass(wanted, RootModel):
            wanted = _bare(wanted.model_fields["root"].annotation)
        if _is_model(wanted):
            field = wanted.model_fields.get(str(key))
            wanted = _bare(field.annotation) if field else None
        else:
            arguments = get_args(wanted)
            origin = get_origin(wanted)
            wanted = _bare(arguments[0] if origin is tuple else arguments[1]) if origin in {tuple, Mapping} and len(arguments) > 1 else wanted
    return wanted


def _is_model(wanted: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(wanted, type) and issubclass(wanted, BaseModel)


def _bare(wanted: object) -> object:
    """A type without what is annotated to it, and without the choice of nothing."""
    while get_origin(wanted) in {Annotated, Union, UnionType}:
        choices = [one for one in get_args(wanted) if one is not type(None)]
        wanted = choices[0]
    return wanted
