"""Which digits in a sentence are quantities."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.checks.numbers import numbers
from builder.checks.prose import Passage
from builder.checks.readability import lix


def passage(text: str, language: str = "en") -> Passage:
    return Passage("evidence/openness/response.yaml", ("answers", "tests", "text"), language, text, "answer", "openness.tests")


def read(text: str, language: str = "en") -> list[tuple[Decimal, str]]:
    return [(number.value, number.unit) for number in numbers(passage(text, language))]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The expo drew 1,000,000 visits.", "1000000", ""),
        ("It drew 1.2 million visits.", "1200000", ""),
        ("It cost SEK 250 million.", "250000000", "SEK"),
        ("It cost €5m.", "5000000", "EUR"),
        ("A total of 66% agreed.", "66", "percent"),
        ("A total of 12.5 per cent agreed.", "12.5", "percent"),
        ("The 35-day fair was open.", "35", ""),
        ("In July 2022 2,500 people came.", "2500", ""),
        ("Over 35 partners took part.", "35", ""),
        ("It grew 3.5 times.", "3.5", ""),
    ],
)
def test_a_quantity_in_english_is_read(text: str, value: str, unit: str) -> None:
    """With its scale, and its unit where it is written beside it."""
    assert read(text) == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Mässan drog 1 000 000 besök den 30 maj 2022.", "1000000", ""),
        ("Mässan drog 1\u00a0000\u00a0000 besök.", "1000000", ""),
        ("Mässan drog 1,2 miljoner besök.", "1200000", ""),
        ("Den kostade 250 mkr.", "250000000", "SEK"),
        ("Hela 12,5 procent höll med.", "12.5", "percent"),
        ("Det var 2 000 besök år 2000.", "2000", ""),
        ("En 10-årig satsning.", "10", ""),
    ],
)
def test_a_quantity_in_swedish_is_read(text: str, value: str, unit: str) -> None:
    """Where a comma stands before decimals and a space between thousands."""
    assert read(text, "sv") == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 the expo opened.",
        "It ran in 2019–2022, 2020/21, 2017-18 and the 1990s.",
        "On 30 May 2022, May 12 and 12–14 May it was open.",
        "It opened on 2022-05-30 at 17:00 and closed at 9 am.",
        "The 1st, the 2nd and the 21st came.",
        "H22, 5G, Covid-19, CO2, A4, TRL 7, SDG 11 and 24/7.",
        "See p. 12, pages 12–14, section 4.2.1, phase 2 and figure 3.",
        "1. First outdoors\n2. Then indoors",
        "She said “we had 300 guests” and “40 dogs”.",
        "Dwellings in Oceanhamnen 2 and in Industry 4.0.",
        "Call +46 42 10 50 00.",
        "It is {expo.visits:short}, {=7: opening hour}, `12` and [@expo, p. 12].",
        "[The page](https://example.org/2022/12/450)",
    ],
)
def test_digits_that_are_no_quantity_are_left_alone(text: str) -> None:
    """Years, dates, times, ordinals, names, page numbers, list numbers, quoted words, values and addresses."""
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["Den 3 juli till den 5 augusti.", "Kl. 17.00 den 2:a.", "1990-talet, årskurs 9, etapp 2, s. 12.", "252 25 Helsingborg"]
)
def test_swedish_digits_that_are_no_quantity_are_left_alone(text: str) -> None:
    """Dates, times, decades and parts as Swedish writes them."""
    assert read(text, "sv") == []


@given(st.text(alphabet="0123456789 .,-–/%:abcÅéKMkm\n\u00a0“”{}[]()`\\", max_size=60), st.sampled_from(["en", "sv", "de", "xx"]))
def test_any_text_can_be_read_and_places_are_those_of_the_digits(text: str, language: str) -> None:
    """A number's place is where its digits stand, for whatever people type."""
    for number in numbers(passage(text, language)):
        digits = text[number.start : number.start + number.width]
        assert digits[0].isdecimal()
        assert digits[-1].isdecimal()


@given(st.integers(min_value=2101, max_value=10**9))
def test_a_number_is_read_back_from_how_each_language_groups_it(value: int) -> None:
    """`1,000,000` in English and `1 000 000` in Swedish are the same number."""
    assert read(f"There were {value:,} of them.") == [(Decimal(value), "")]
    assert read(f"Det var {value:,} av dem.".replace(",", "\u00a0"), "sv") == [(Decimal(value), "")]


def test_lix_is_the_words_of_a_sentence_and_the_share_of_long_ones() -> None:
    """Two sentences of twenty words, ten words of all longer than six letters: 20 + 25."""
    sentence = " ".join(["one"] * 15 + ["sentences"] * 5) + "."
    assert lix(f"{sentence} {sentence}") == 20 + 25


def test_lix_says_nothing_of_a_few_words() -> None:
    """Ten words have no style."""
    assert lix("The city was open to all who came. " * 2) is None
