"""Markdown becomes blocks, and every reference in it is found or reported."""

import string

from hypothesis import given
from hypothesis import strategies as st

from builder.assembly.markdown import Reader, without_markup
from builder.assembly.passage import Passage, ReferenceProblem
from builder.assembly.templates import escaped
from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.words import block_texts, plain
from builder.findings import Location


class Known:
    """A small world: the entry `expo`, the value `expo.visits`, and a count of footnotes."""

    def __init__(self) -> None:
        self.notes = 0

    def citation(self, target: str, locator: str) -> i.CitationMark:
        if target != "expo":
            raise ReferenceProblem("E303", f"unknown evidence entry `{target}`")
        return i.CitationMark(1, target, "source.expo", locator)

    def value(self, reference: str) -> i.Value:
        if reference != "expo.visits":
            raise ReferenceProblem("E304", f"unknown value `{reference}`")
        return i.Value("about 1,000,000 visits", reference)

    def footnote(self) -> int:
        self.notes += 1
        return self.notes


def reader(text: str, language: str = "en") -> Reader:
    def locate(offset: int) -> Location:
        before = text[:offset]
        return Location("x.yaml", before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)

    return Reader(Passage("x", text, language, locate), Known())


def found(text: str) -> list[tuple[str, int, int]]:
    read = reader(text)
    read.blocks()
    return [(finding.code, finding.location.line, finding.location.column) for finding in read.findings]


def words(text: str, language: str = "en") -> str:
    return " ".join(piece for block in reader(text, language).blocks() for piece in block_texts(block))


def test_a_value_and_a_citation_stand_where_they_were_written() -> None:
    """Both become inlines of their own between the words around them; a citation closes up to what it follows."""
    (paragraph,) = reader("It drew {expo.visits}. [@expo, p. 12]").blocks()
    assert isinstance(paragraph, b.Paragraph)
    assert paragraph.children == (
        i.Text("It drew "),
        i.Value("about 1,000,000 visits", "expo.visits"),
        i.Text("."),
        i.Citation((i.CitationMark(1, "expo", "source.expo", "p. 12"),)),
    )


def test_a_typed_number_with_its_reason_prints_as_the_number() -> None:
    """The reason stays in the source file."""
    assert words("Open from {=7: opening hour}.") == "Open from 7."


def test_doubled_braces_and_an_escaped_bracket_are_literal() -> None:
    """`{{`, `}}` and a backslash before `[@` are how to write the signs themselves."""
    assert words(r"A {{ b }} and \[@c].") == "A { b } and [@c]."


def test_quotation_marks_are_those_of_the_language() -> None:
    """English uses 66 and 99, Swedish 99 twice."""
    assert words('He said "yes".', "en") == "He said “yes”."
    assert words('Han sa "ja".', "sv") == "Han sa ”ja”."


def test_lists_keep_their_nesting_and_first_number() -> None:
    """An ordered list may begin anywhere; a list may stand in a list."""
    (block,) = reader("3. three\n   - inner\n4. four").blocks()
    assert isinstance(block, b.List)
    assert (block.ordered, block.start, len(block.items)) == (True, 3, 2)
    assert isinstance(block.items[0][1], b.List)


def test_a_table_keeps_its_alignment() -> None:
    """A column marked with a colon at the right holds numbers."""
    (block,) = reader("| a | b |\n|---|--:|\n| x | 1 |").blocks()
    assert isinstance(block, b.Table)
    assert [column.align for column in block.columns] == ["start", "end"]
    assert [plain(cell.children) for cell in block.rows[0].cells] == ["x", "1"]


def test_footnotes_are_numbered_in_order_and_hold_references_too() -> None:
    """A note may carry a value or a citation like any text."""
    (paragraph,) = reader("One^[first {expo.visits}] and two^[second].").blocks()
    assert isinstance(paragraph, b.Paragraph)
    notes = [child for child in paragraph.children if isinstance(child, i.Footnote)]
    assert [(note.number, plain(note.children)) for note in notes] == [(1, "first about 1,000,000 visits"), (2, "second")]


def test_each_unknown_reference_is_reported_at_its_place() -> None:
    """Two slips in one paragraph are two findings, each with line and column."""
    assert found("Fine [@expo].\nBad {expo.vists} and\nworse [@exppo].") == [("E304", 2, 5), ("E303", 3, 8)]


def test_a_value_without_a_reason_is_refused() -> None:
    """`{=7}` does not say why the number is fine."""
    assert found("Open from {=7}.") == [("E306", 1, 11)]


def test_what_would_be_lost_in_one_format_is_refused() -> None:
    """HTML, code, pictures, lines and quotations without a speaker have no block of their own."""
    cases = ["<b>x</b>", "<div>x</div>", "    code", "```\ncode\n```", "---", "![alt](x.png)", "> quoted", "# Title"]
    for text in cases:
        assert [code for code, _, _ in found(text)][:1] == ["E302"], text


def test_running_text_takes_no_list() -> None:
    """A summary is one run of text; a list in it is a finding, not a loss."""
    read = reader("- a\n- b")
    read.inlines()
    assert [finding.code for finding in read.findings] == ["E302"]


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "M")), max_size=60))
def test_an_escaped_value_prints_just_its_characters(text: str) -> None:
    """Whatever stands in a value, no character of it works as markup or is lost."""
    shown = words(f"x{escaped(text)}x")
    assert "".join(shown.split()) == "".join(("x" + text + "x").split())


@given(st.text(alphabet=" \n.,;:()-–+=1aåZ§", max_size=40))
def test_a_text_without_markup_reads_the_same_with_and_without_the_parser(text: str) -> None:
    """The short way for plain texts is only a short way."""
    direct = without_markup(text)
    if direct is not None:
        assert direct == (i.Text(plain(reader(text).inlines())),)
        assert all(isinstance(block, b.Paragraph) for block in reader(text).blocks())


@given(st.text(alphabet=string.printable + "åäö“”–{}[]@#|<>\n", max_size=200))
def test_any_text_gives_blocks_or_findings_and_never_a_failure(text: str) -> None:
    """Whatever people write, reading it ends, and what it finds has a place in the text."""
    read = reader(text)
    read.blocks()
    lines = text.count("\n") + 1
    assert all(1 <= finding.location.line <= lines for finding in read.findings)
