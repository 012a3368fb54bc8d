"""The short way to the content of a YAML file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import YAMLError

from builder.reading.content import Doubtful, content
from builder.reading.nodes import Script, plain
from builder.reading.tree import Builder

PIECES = ["a: ", "b: ", "a:\n", "- ", "  ", "    ", "\n", "[", "]", "{", "}", ", ", ",", "13", "000", "1.5", "~", "''", '"x"', "x y", "|\n", ">\n"]
RARE = ["&a ", "*a", "!t ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "? ", "# c\n", ": ", "x"]


@given(st.lists(st.sampled_from([*PIECES, *PIECES, *RARE]), max_size=30).map("".join) | st.text(alphabet="a1:-,[]{}&*!|>'\"#%?~. \n", max_size=60))
def test_what_the_short_way_gives_is_what_the_tree_holds_without_a_finding(text: str) -> None:
    """Whatever would give a finding is left to the tree, and a value of one type is never taken for another."""
    try:
        short = content(text)
    except (Doubtful, YAMLError):
        return
    builder = Builder(Script("x.yaml", text))
    assert repr(short) == repr(plain(builder.build()))
    assert builder.findings == []


@pytest.mark.parametrize(
    "text",
    ["", "a: 1\nb: [x, 'y', 1.50]\nc:\n  - d: |\n      13,000 of them\n  -\n", "population: 13,000\n", "{years: [2022, 2023]}"],
    ids=["nothing", "fields", "text with a comma", "years"],
)
def test_an_ordinary_file_takes_the_short_way(text: str) -> None:
    """It would be no help otherwise."""
    assert repr(content(text)) == repr(plain(Builder(Script("x.yaml", text)).build()))
