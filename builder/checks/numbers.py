"""Numbers that somebody typed into a sentence: which digits are quantities, and what they amount to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.numbers import get_decimal_symbol

from builder.assembly.wording import locale_of
from builder.checks.prose import Passage

_DIGIT = re.compile(r"\d")
_REFERENCES = (
    r"pages?|sid|sida|sidan|sidorna|sidor|chapters?|ch|kapitel|kap|sections?|avsnitt|articles?|art|artikel|phases?|fas|etapp|parts?|del|"
    r"levels?|nivå|stages?|steg|steps?|versions?|no|nos|nr|nummer|figures?|fig|figur|tables?|tabell|annex|bilaga|appendix|questions?|fråga|criterion|"
    r"criteria|kriterium|goals?|mål|points?|punkt|paragraphs?|paragraf|line|linje|room|rum|zone|zon|grade|årskurs|class|klass|ward|trl|sdg|wp|"
    r"option|scenario|web|type|typ|pm|category|kategori|tier|round|omgång|note|fotnot|item|lot|week|vecka|kvartal|quarter|day|dag"
)
_SCALES = {
    "thousand": 3, "tusen": 3, "k": 3, "tkr": 3,
    "million": 6, "millions": 6, "miljon": 6, "miljoner": 6, "m": 6, "mn": 6, "mkr": 6,
    "billion": 9, "billions": 9, "miljard": 9, "miljarder": 9, "bn": 9, "mdkr": 9,
}  # fmt: skip
_PERCENT = re.compile(r"[\s\u00a0]*(?:%|percent\b|per cent\b|procent\b|percentage points?\b|procentenheter\b)", re.IGNORECASE)
_SCALE = re.compile(rf"[\s\u00a0]?({'|'.join(sorted(_SCALES, key=len, reverse=True))})\b", re.IGNORECASE)
_WORDS = re.compile(r"[\s\u00a0]*([^\W\d_]+)(?:[\s\u00a0]+([^\W\d_]+))?(?:[\s\u00a0]+([^\W\d_]+))?")
_CURRENCY_BEFORE = re.compile(r"(?:([A-Z]{3})|([€£$]))[\s\u00a0]*$")
_CURRENCY_LENGTH = 8
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD"}


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity in digits."""

    start: int
    """In characters of the passage."""
    width: int
    value: Decimal
    """With its scale: 1.2 million is 1200000."""
    unit: str
    """`percent`, the code of a currency, or empty."""
    following: tuple[str, ...]
    """Up to three words after it, in lower case."""


def numbers(passage: Passage) -> Iterator[Number]:
    """The quantities of a passage, in order.

    Years, dates, times, ordinals, numbers of lists, pages and parts, names with digits and quoted words are none.
    """
    if not _DIGIT.search(passage.text):
        return
    text = passage.own_words
    for start, end in _around_digits(text):
        for match in _tokens(passage.language).finditer(text, start, end):
            if match.lastgroup == "number":
                yield _number(text, match, passage.language)


def _around_digits(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold digits, each with the line before and after it: most of a text needs no look."""
    start, end = 0, 0
    for digit in _DIGIT.finditer(text):
        if digit.start() < end:
            continue
        line = text.rfind("\n", 0, digit.start()) + 1
        first = max(text.rfind("\n", 0, max(0, line - 1)) + 1, end)
        last = _line_end(text, _line_end(text, digit.start()))
        if end and first > end:
            yield start, end
            start = first
        start = start if end else first
        end = last
    if end:
        yield start, end


def _line_end(text: str, at: int) -> int:
    """Where the line of a character ends, with its end."""
    end = text.find("\n", at)
    return end + 1 if end >= 0 else len(text)


def _number(text: str, match: re.Match[str], language: str) -> Number:
    value = amount(match["number"], language)
    end = match.end("number")
    unit = ""
    if percent := _PERCENT.match(text, end):
        unit, end = "percent", percent.end()
    elif scale := _SCALE.match(text, end):
        value, end = value.scaleb(_SCALES[scale[1].lower()]), scale.end()
        unit = "SEK" if scale[1].lower().endswith("kr") else ""
    if currency := _CURRENCY_BEFORE.search(text, max(0, match.start("number") - _CURRENCY_LENGTH), match.start("number")):
        unit = currency[1] or _SIGNS[currency[2]]
    words = _WORDS.match(text, end)
    following = tuple(word.lower() for word in words.groups() if word) if words else ()
    return Number(match.start("number"), len(match["number"]), value, unit, following)


def amount(digits: str, language: str) -> Decimal:
    """What digits amount to, grouped and divided as that language does."""
    whole, mark, decimals = digits.rpartition(_decimal_point(language))
    if not mark or not decimals.isdecimal():
        whole, decimals = digits, ""
    return Decimal((re.sub(r"\D", "", whole) or "0") + (f".{decimals}" if decimals else ""))


@cache
def _decimal_point(language: str) -> str:
    return get_decimal_symbol(locale_of(language))


@cache
def _tokens(language: str) -> re.Pattern[str]:
    """Everything with a digit: what is no quantity first, so that it is used up."""
    months = "|".join(sorted({re.escape(name.rstrip(".")) for name in _months(language)}, key=len, reverse=True))
    day = r"\d{1,2}(?:st|nd|rd|th|\.|:[ae]|er)?"
    year = r"(?:1[5-9]|20)\d\d"
    space = "[ \u00a0\u202f]"
    group, point = ("[,\u00a0\u202f]", r"\.") if _decimal_point(language) == "." else ("[ \u00a0\u202f.]", ",")
    skipped = (
        r"(?m:^[ \t>#|-]*\d{1,3}[.)](?=\s))",  # the number of a list item or heading
        r"\b\d{4}-\d\d(?:-\d\d)?\b",  # 2022-05-30
        rf"\b{day}(?:\s*(?:[–-]|and|och|to|till|&)\s*{day})*\s+(?:of\s+|de\s+)?(?:{months})\b\.?(?:,?\s+{year})?",  # 12 May 2022, 12–14 May
        rf"\b(?:{months})\.?\s+{day}(?:\s*[–-]\s*{day})?\b(?!{space}\d{{3}})(?:,?\s+{year})?",  # May 12, 2022
        r"\b\d{1,2}[:.]\d\d[ \u00a0]?(?:[ap]\.?m\b\.?|h\b)|\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}[ \u00a0]?[ap]\.?m\b",  # 17:00, 9 am
        r"\b(?i:kl|klockan)\.?\s*\d{1,2}(?:[.:]\d\d)?(?:\s*[–-]\s*\d{1,2}(?:[.:]\d\d)?)?\b",
        r"\+\d[\d \u00a0()-]{6,}\d|\b0\d{1,3}[-–]\d[\d ]{4,}\d",  # telephone numbers
        r"\b\d{3} \d\d(?= [A-ZÅÄÖ])",  # a postcode and its town
        r"\b\d+/\d+\b",  # 24/7, 2020/21
        rf"\b{year}(?:\s?[–-]\s?(?:{year}|\d\d))?(?:s|-?tal\w*|['’]s)?\b(?!{space}\d{{3}}\b)(?![.,]\d)(?!\s?%)",  # 2022, 2019–22, 1990s
        r"\b\d0(?:s\b|-tal\w*)|(?<![\w’'])['’]\d\d\b",  # 90s, the summer of '22
        r"\b\d+(?:st|nd|rd|th|:[^\W\d]{1,3}|º|ª)(?!\w)",  # 1st, 2:a
        r"(?<!['’\w])(?i:pp?|s|v|ch|kap)\.[\s\u00a0]*\d+(?:[.–-]\d+)*",  # p. 12
        rf"(?<!['’])\b(?i:{_REFERENCES})\.?[\s\u00a0]+\d+(?:[.–-]\d+)*(?:\s*(?:and|och|&|to|till)\s*\d+(?![\d/]))*\b(?![\s\u00a0]?%)",  # page 12
        r"(?:§+|#|№)\s*\d+(?:\.\d+)*",
        r"\b\d+(?:\.\d+){2,}\b",  # 1.2.3
        r"\b\w{0,30}[^\W\d_]\w{0,30}[-\u2010\u2011]\d+(?!\w)",  # Covid-19
        r"\b[\w-]{0,30}[^\W\d_]\d[\w-]{0,60}(?:\.\d+)?|\b\d{1,30}[A-ZÅÄÖ][\w-]{0,60}",  # H22, CO2, A4, 5G
        (
            r"(?<=[\w,;] )[A-ZÅÄÖ][^\W\d]+[ \u00a0]\d{1,2}(?:\.0)?\b(?![.,]?\d|[ \u00a0]?%|[ \u00a0\u202f]\d{3})"
            r"(?![ \u00a0](?i:million|miljon|miljard|billion|percent|procent|per))"
        ),  # the name Oceanhamnen 2
        r"\b[A-ZÅÄÖ][^\W\d]+[ \u00a0]\d\.0\b",  # Industry 4.0
    )
    number = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:{point}\d+)?|\d+(?:{point}\d+)?"
    return re.compile("|".join(skipped) + rf"|(?P<number>{number})")


def _months(language: str) -> set[str]:
    locales = {locale_of(language), locale_of("en")}
    return {
        name
        for locale in locales
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for written in locale.months[context][width].values()
        for name in (written, written.capitalize())
        if len(name.rstrip(".")) > 2  # noqa: PLR2004 - some languages abbreviate to a digit or two letters
    }
