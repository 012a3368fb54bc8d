"""Strict YAML."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.findings import Finding
from builder.reading.nodes import Plain
from builder.reading.yaml import LARGEST, parse_yaml, read_yaml


def data(text: str) -> Plain:
    parsed = parse_yaml(text.encode(), "x.yaml")
    assert parsed.findings == ()
    return parsed.data


def finding(text: str) -> Finding:
    (only,) = parse_yaml(text.encode(), "x.yaml").findings
    return only


def test_only_plain_core_words_and_decimal_numbers_are_anything_but_text() -> None:
    """`NO` is a country, `012` an identifier and `12:30:00` a time as written: none of them is turned into something else."""
    given = {"NO": "NO", "yes": "yes", "on": "on", "True": "True", "012": "012", "12:30:00": "12:30:00", "2022-05-30": "2022-05-30", "0x1F": "0x1F"}
    assert data("".join(f"{n}: {text}\n" for n, text in enumerate(given))) == dict(zip(map(str, range(len(given))), given.values(), strict=True))
    typed = {"true": True, "false": False, "null": None, "~": None, "": None, "0": 0, "-7": -7, "9.08": Decimal("9.08"), "1e6": Decimal(1000000)}
    assert data("".join(f"k{n}: {text}\n" for n, text in enumerate(typed))) == dict(zip((f"k{n}" for n in range(9)), typed.values(), strict=True))


def test_a_decimal_keeps_its_digits() -> None:
    """0.1 and 1.10 have no exact binary fraction, and a trailing zero says how exact a figure is."""
    assert str(data("1.10")) == "1.10"


def test_quoted_scalars_are_text() -> None:
    """Quotes are the way to say that something is text."""
    assert data("""["2027", 'true', ""]""") == ("2027", "true", "")


def test_digits_without_end_stay_text() -> None:
    """A checksum of digits only is no number, and no interpreter's limit on the length of numbers is met."""
    assert data("9" * 5000) == "9" * 5000


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("a: 1\na: 2\n", "E107", 2, 1, "`a` stands twice"),
        ("a: &x 1\n", "E108", 1, 4, "anchor `&x`"),
        ("a: *x\n", "E108", 1, 4, "alias `*x`"),
        ("a: 1\n<<: {b: 1}\n", "E108", 2, 1, "merge key"),
        ("a: !tag b\n", "E109", 1, 4, "tag `!tag`"),
        ("a: !!python/object/apply:os.system [ls]\n", "E109", 1, 4, "tag"),
        ("%YAML 1.2\n---\na: 1\n", "E109", 1, 1, "%"),
        ("a: 1\n---\nb: 1\n", "E110", 2, 1, "second document"),
        ("a:\n\tb: 1\n", "E105", 2, 1, "tab"),
        ("a: b\ufeff\n", "E102", 1, 5, "byte-order"),
        ("a: b\x00\n", "E101", 1, 5, "U+0000"),
        ("a: b\x1b[31m\n", "E101", 1, 5, "U+001B"),
        ("a: {v: 13,000}\n", "E111", 1, 8, "`13,000`"),
        ("a: {v: 1,300,000, s: x}\n", "E111", 1, 8, "`1,300,000`"),
        ("a: [13,000]\n", "E111", 1, 5, "`13,000`"),
        ("? [a]\n: b\n", "E112", 1, 3, "not a collection"),
        ('"": b\n', "E112", 1, 1, "key is missing"),
        ("[" * 51 + "]" * 51, "E104", 1, 51, "50 levels"),
    ],
)
def test_what_nobody_needs_is_refused_where_it_stands(text: str, code: str, line: int, column: int, words: str) -> None:
    """Each with its code and place."""
    found = finding(text)
    assert (found.code, found.location.line, found.location.column) == (code, line, column)
    assert words in found.message


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("title:Foo\nkind: event\n", 1, 6, "space is missing after the colon"),
        ("title: Expo: the city\n", 1, 12, "colon and a space in it"),
        ('title: "Expo\nkind: event\n', 1, 8, 'quote " that begins here'),
        ("title: 'it's'\n", 1, 12, "after the closing quote"),
        ("title: {x.y} people\n", 1, 14, "after the closing bracket"),
        ("title: [a\nkind: event\n", 1, 8, "bracket ["),
        ("title: @home\n", 1, 8, "cannot begin with @"),
        ("title: **bold** words\n", 1, 8, "cannot begin with *"),
        ("list: - a\n", 1, 7, "list begins on a line of its own"),
        ("title: Expo\nkind event\n", 2, 1, "colon is missing"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "indentation"),
        ("a: 1\n  b: 2\n", 2, 4, "part of the value before it"),
        ('a: "C:\\quick"\n', 1, 7, "backslash"),
        ("a: [[\n", 1, 5, "never closed"),
    ],
)
def test_broken_yaml_is_told_in_plain_words(text: str, line: int, column: int, words: str) -> None:
    """The usual slips have messages of their own, at the place of the slip and not where the parser gave up."""
    found = finding(text)
    assert found.code == "E106"
    assert (found.location.line, found.location.column) == (line, column)
    assert words in found.message
    assert found.location.excerpt == text.split("\n")[line - 1]
    assert found.hint


def test_the_cure_of_a_broken_number_shows_its_digits() -> None:
    """Nobody should have to guess what to write."""
    assert finding("a: {v: 1,300,000}").hint == "Write 1300000, without commas."


def test_commas_between_items_that_are_no_thousands_are_left_alone() -> None:
    """Years and short lists in brackets are what they seem."""
    assert data("[1,2, 13, 000]") == (1, 2, 13, "000")
    assert data("{a: 13,b: 1}") == {"a": 13, "b": 1}


def test_a_byte_order_mark_at_the_start_is_fine() -> None:
    """Some editors write it, and it does no harm there."""
    assert data("\ufeffa: 1") == {"a": 1}


def test_bytes_that_are_not_utf_8_are_shown_in_their_line() -> None:
    """Latin-1 is the usual case."""
    (found,) = parse_yaml("a: 1\nb: caf\xe9\n".encode("latin-1"), "x.yaml").findings
    assert (found.code, found.location.line, found.location.column) == ("E101", 2, 7)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    """Whatever it holds."""
    (tmp_path / "x.yaml").write_bytes(b"a" * (LARGEST + 1))
    assert [found.code for found in read_yaml(tmp_path / "x.yaml", "x.yaml").findings] == ["E103"]


def test_a_million_brackets_are_refused_at_the_fifty_first() -> None:
    """Depth is counted while reading, so that no stack overflows and no time is lost."""
    assert finding("[" * LARGEST).code == "E104"


def test_several_mistakes_of_a_file_are_told_at_once() -> None:
    """One run shows them all."""
    parsed = parse_yaml(b"a: 1\na: 2\nb: &x 1\nc: {v: 13,000}\n", "x.yaml")
    assert [found.code for found in parsed.findings] == ["E107", "E108", "E111"]
    assert parsed.data == {"a": 1, "b": 1, "c": {"v": 13}}


def test_a_place_is_found_by_keys_and_a_missing_one_at_its_parent() -> None:
    """A value stands where it begins, a group where its name does."""
    file = parse_yaml(b"a:\n  b:\n    - c: 1\n      d: two\n", "x.yaml").file
    assert file
    assert str(file.locate(("a", "b", 0, "d"))) == "x.yaml:4:10"
    assert str(file.locate(("a", "b"))) == "x.yaml:2:3"
    assert str(file.locate(("a", "x", 3))) == "x.yaml:1:1"
    assert str(file.locate_key(("a", "b", 0, "d"))) == "x.yaml:4:7"


@pytest.mark.parametrize(
    "source",
    [
        "k: one two",
        "k: 'it''s two'",
        'k: "a \\u00e9 \\"two\\""',
        "k: |\n  one\n\n    more two\n  end",
        "k: |2\n   one\n  two",
        "k:\n  - |-\n    a\n    two",
        "k: two",
    ],
)
def test_a_character_of_a_text_is_found_on_its_line(source: str) -> None:
    """Findings inside a text point at the very word."""
    file, content, _ = parse_yaml(source.encode(), "x.yaml")
    assert file
    assert isinstance(content, dict)
    value = content["k"]
    text, keys = (value[0], ("k", 0)) if isinstance(value, tuple) else (value, ("k",))
    assert isinstance(text, str)
    place = file.locate(keys, offset=text.index("two"))
    assert place.excerpt[place.column - 1 :].startswith("two")


@given(
    st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\ufffe\uffff\u2028\u2029"), min_size=1), st.data()
)
def test_a_character_of_a_quoted_text_is_found_whatever_the_text(text: str, chosen: st.DataObject) -> None:
    """Doubled quotes are counted as one."""
    file, content, findings = parse_yaml(("k: '" + text.replace("'", "''") + "'").encode(), "x.yaml")
    if findings or not isinstance(content, dict) or content["k"] != text:
        return
    assert file
    offset = chosen.draw(st.integers(0, len(text) - 1))
    place = file.locate(("k",), offset=offset)
    whole = "k: '" + text.replace("'", "''") + "'"
    assert whole[place.column - 1] == text[offset]
    assert whole[4 : place.column - 1].replace("''", "'") == text[:offset]


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(content: bytes) -> None:
    """Whatever a file holds, the answer is data or findings."""
    parsed = parse_yaml(content, "x.yaml")
    assert parsed.file is not None or parsed.findings


@given(st.text(alphabet="ab:- \n'\"{}[],&*!|>#?%@`0123.~<\\\u2028é", max_size=120))
def test_no_signs_of_yaml_make_it_fail(content: str) -> None:
    """Texts made of the signs that mean something are the hardest."""
    parsed = parse_yaml(content.encode(), "x.yaml")
    assert parsed.file is not None or parsed.findings
    for found in parsed.findings:
        assert found.hint
        assert found.location.column <= len(found.location.excerpt) + 1
    if parsed.file:
        parsed.file.locate(("a", 0, "b"), offset=5)
