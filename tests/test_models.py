"""What people write, as models."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from builder.findings import Location
from builder.reading.award import AwardProfile
from builder.reading.entry import Entry
from builder.reading.mismatches import mismatches
from builder.reading.nodes import Plain
from builder.reading.response import Response
from builder.reading.schema import SCHEMAS, schema
from builder.reading.values import LocalText, Name, PartialDate, texts
from builder.reading.yaml import parse_yaml

NEEDED = "title: Expo\nsupports: experimenting\nsummary: A fair.\n"


def entry(more: str = "") -> Entry:
    data = parse_yaml((NEEDED + more).encode(), "x.yaml").data
    assert isinstance(data, dict)
    return Entry.model_validate({**data, "id": "expo", "criterion": "c", "file": "x.yaml"}, context={"language": "sv"})


def refused(model: type[BaseModel], text: str) -> tuple[str, str]:
    """Message and hint of the only thing that a model refuses, leaving aside required fields that are missing."""
    data: Plain = parse_yaml(text.encode(), "x.yaml").data
    assert isinstance(data, dict)
    with pytest.raises(ValidationError) as error:
        model.model_validate({**data, **({"file": "", "criterion": ""} if model is not AwardProfile else {})})
    found = [f for f in mismatches(error.value, model, data, lambda _, __: Location("x.yaml")) if f.code != "E202"]
    assert len(found) == 1, found
    return found[0].message, found[0].hint


def test_a_plain_text_is_in_the_first_language_of_the_dossier() -> None:
    """And another language falls back to it, saying so."""
    title = entry().title
    assert title.by_language == {"sv": "Expo"}
    assert title.get("en") == ("Expo", "sv")


def test_a_text_by_language_falls_back_to_the_first_language_then_to_any() -> None:
    """Something true is better than nothing, in whatever language."""
    caveat = entry("caveat: {de: Nein, sv: Nej}\n").caveat
    lesson = entry("lesson: {de: Nein}\n").lesson
    assert caveat
    assert lesson
    assert (caveat.get("de"), caveat.get("en")) == (("Nein", "de"), ("Nej", "sv"))
    assert lesson.get("en") == ("Nein", "de")


def test_norwegian_is_a_language() -> None:
    """Its tag is a word that YAML 1.1 takes for false."""
    caveat = entry("caveat: {no: Nei, sv: Nej}\n").caveat
    assert caveat
    assert caveat.get("no") == ("Nei", "no")


def test_lists_of_one_may_be_written_without_the_list() -> None:
    """`supports` of an entry and `sources` of a claim."""
    claims = entry("claims:\n  a: {text: It was., sources: report}\n  b: {text: It was., sources: [report, {source: plan, at: p. 12}]}\n").claims
    assert claims["a"].source_ids == ("report",)
    assert claims["b"].source_ids == ("report", "plan")
    assert entry().supports == ("experimenting",)


def test_fields_left_empty_are_as_good_as_left_out() -> None:
    """An outline with empty fields is a usual way to begin."""
    assert entry("partners:\nclaims:\nperiod:\nindicators:\n") == entry()


def test_what_was_read_cannot_be_changed() -> None:
    """Neither a model nor the mappings and lists in it."""
    read = entry("claims:\n  a: {text: It was.}\n")
    with pytest.raises(ValidationError):
        read.status = "planned"  # type: ignore[misc]
    with pytest.raises(TypeError):
        read.claims["b"] = read.claims["a"]  # type: ignore[index]


def test_numbers_are_exact() -> None:
    """9.08 is a decimal fraction and stays one."""
    result = (
        entry("indicators:\n  x: {name: X, results: [{date: 2022, value: 9.08}, {date: 2023, range: {low: 1, high: 2}}]}\n").indicators["x"].results
    )
    assert result[0].value == Decimal("9.08")
    assert result[1].range
    assert result[1].range.high == Decimal(2)


def test_an_answer_is_a_text_or_more() -> None:
    """And a chart shows one indicator or several that share an axis."""
    data = {
        "criterion": "c",
        "file": "f",
        "answers": {"a": "Yes.", "b": {"en": "Yes.", "sv": "Ja."}, "c": {"text": "Yes.", "figures": ("e.x", ("e.y", "e.z"))}},
    }
    answers = Response.model_validate(data, context={"language": "en"}).answers
    assert answers["a"].text.get("en") == ("Yes.", "en")
    assert answers["b"].text.get("sv") == ("Ja.", "sv")
    assert answers["c"].figures == (("e.x",), ("e.y", "e.z"))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("sumary: x", "unknown field `sumary`; did you mean `summary`?", "The fields here are `title`"),
        ("claims: {a: {text: T, source: x}}", "unknown field `source`; did you mean `sources`?", "`text`, `supports`"),
        ("confidential: yes", "`confidential` should be true or false, but `yes` stands here", "Write `true`."),
        ("confidential: NO", "`confidential` should be true or false, but `NO` stands here", "Write `false`."),
        ("kind: evnt", "`kind` cannot be `evnt`; did you mean `event`?", "Choose one of `initiative`"),
        ("title: 2030", "`title` should be a text, or texts by language, but the number 2030 stands here", "in quotes"),
        ("title: {x.y}", "`title` is a text by language, and `x.y` is not a language", "in quotes"),
        ("title: ''", "`title` is empty", "Write something"),
        ("partners: IKEA", "`partners` should be a list, but `IKEA` stands here", "`- `"),
        ("period: 2022", "`period` should be fields, but the number 2022 stands here", "`name: value`"),
        ("period: {start: 2022-13}", "`start` should be a date, but `2022-13` stands here", "2022-07"),
        ("period: {start: 2022-07, end: 2022-06-30}", "in `period`, `start` comes after `end`", "Exchange"),
        ("milestones: [{date: 2022-02-30, text: x}]", "`date` should be a date, but `2022-02-30` stands here", "2022-07-03"),
        ("indicators: {a: {name: A, target: {date: 2022, value: '13,000'}}}", "`value` should be a number, but `13,000` stands here", "Write 13000,"),
        ("indicators: {a: {name: A, target: {date: 2022}}}", "`target` needs either `value` or `range`", "Write one of the two"),
        ("indicators: {a: {name: A, target: {value: 1}}}", "`target` needs either `date` or `label`", "Write one of the two"),
        ("indicators: {A_b: {name: A}}", "`A_b` does not have the form that is wanted here", "lower-case"),
        (
            "sources: {a: {title: A, url: www.a.se}}",
            "`url` should be an address on the web, but `www.a.se` stands here",
            "https://",
        ),
        ("supports: [a b]", "`a b` does not have the form that is wanted here", "`criterion.question`"),
    ],
)
def test_what_a_model_refuses_is_told_in_plain_words(text: str, message: str, hint: str) -> None:
    """What was expected, what stands there, and what was probably meant."""
    said, cure = refused(Entry, text)
    assert said == message
    assert hint in cure


def test_a_missing_field_tells_what_it_is_for() -> None:
    """The meaning is the description of the field in the model."""
    with pytest.raises(ValidationError) as error:
        Entry.model_validate({"id": "", "criterion": "", "file": "", "title": "T", "supports": "a"})
    (found,) = mismatches(error.value, Entry, {}, lambda _, __: Location("x.yaml"))
    assert found.message == "the required field `summary` is missing"
    assert found.hint == "Add `summary: …` there. What it is, in one or two sentences."


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_date_of_any_precision_is_read_as_it_is_written(date: dt.date, length: int) -> None:
    """And spans the days it may mean."""
    written = date.isoformat()[:length]
    read = PartialDate.parse(written)
    assert str(read) == written
    assert read.first_day <= date <= read.last_day
    assert read == PartialDate.read(int(written) if length == 4 else written)


def test_dates_are_in_order_of_time_with_the_less_precise_first() -> None:
    """So that a timeline is."""
    dates = ["2021-12", "2022", "2022-01", "2022-01-01", "2022-02"]
    assert [str(date) for date in sorted(map(PartialDate.parse, reversed(dates)))] == dates


def test_every_text_that_readers_see_is_found_with_the_way_to_it() -> None:
    """Those that are often the same in all languages are told apart by their class."""
    found = dict(texts(entry("lead: City\nclaims:\n  a: {text: It was.}\nmilestones: [{date: 2022, text: Opens}]\n")))
    assert set(found) == {("title",), ("summary",), ("lead",), ("claims", "a", "text"), ("milestones", 0, "text")}
    assert [keys for keys, text in found.items() if type(text) is Name] == [("lead",)]
    assert all(isinstance(text, LocalText) for text in found.values())


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_of_every_schema_is_described(name: str) -> None:
    """Editors show the descriptions, and the reference documentation is made from them."""
    made = schema(name)
    groups = [made, *made.get("$defs", {}).values()]
    described = [(field, said.get("description")) for group in groups for field, said in group.get("properties", {}).items()]
    assert described or name == "sources"
    assert [field for field, description in described if not description] == []
    assert made["$schema"].startswith("https://json-schema.org/")


def test_a_schema_knows_nothing_of_what_the_name_of_a_file_says() -> None:
    """Nobody writes the id of an entry into it."""
    assert not {"id", "criterion", "file"} & schema("entry")["properties"].keys()
