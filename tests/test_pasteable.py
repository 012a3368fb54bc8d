"""Answers as text and Markdown, to be pasted into a portal."""

from pathlib import Path

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from builder.cli import main
from builder.document import blocks as b
from builder.document import inlines as i
from builder.writers.pasteable import pasteable, sections
from tests.sample_document import every_block
from tests.sample_words import ORIGIN, cite
from tests.small_workspace import small_workspace

TEXT = i.Text
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], max_codepoint=0x2FF), min_size=1, max_size=30).filter(str.strip)


def document(*blocks: b.AnyBlock) -> b.Document:
    heading = b.Heading("q", ORIGIN, 2, (TEXT("What is open?"),), "1.1 Test bed")
    return b.Document("d", "en", "Title", "S", "A", "", "{page}", (b.Part("p", "response", "P", (heading, *blocks)),))


def paragraph(*children: i.Inline) -> b.Paragraph:
    return b.Paragraph("p", ORIGIN, children)


def test_each_answer_stands_under_its_question_with_its_length() -> None:
    """Counted as portals count: every character of the answer, spaces included."""
    made = pasteable(document(paragraph(TEXT("The city is "), i.Strong((TEXT("open"),)), TEXT("."), cite(2))), "txt")
    assert made == "Title\n\n\n1.1 Test bed: What is open?\n(21 characters with spaces, 5 words)\n\nThe city is open. [2]\n"
    assert len("The city is open. [2]") == 21


def test_markdown_keeps_stress_links_lists_and_tables() -> None:
    """And what looks like Markdown in the words stays words."""
    item = (b.Paragraph("i", ORIGIN, (TEXT("2 * 3 = _six_"),)),)
    table = b.Table(
        "t", ORIGIN, (b.Column((TEXT("Name"),), 1), b.Column((TEXT("Number"),), 1)), (b.Row((b.Cell((TEXT("a|b"),)), b.Cell((TEXT("1"),)))),)
    )
    answer = paragraph(i.Emphasis((TEXT("Open "),)), i.Link((TEXT("here"),), "https://example.org/a_b"))
    made = pasteable(document(answer, b.List("l", ORIGIN, (item, item), ordered=True, start=3), table), "md")
    assert made.partition("words*\n\n")[2] == (
        "*Open* [here](<https://example.org/a_b>)\n\n3. 2 \\* 3 = \\_six\\_\n4. 2 \\* 3 = \\_six\\_\n\n"
        "| Name | Number |\n| --- | --- |\n| a\\|b | 1 |\n"
    )


@settings(max_examples=300)
@given(WORDS, WORDS)
def test_any_words_come_back_out_of_markdown(first: str, second: str) -> None:
    """Read by a reader of CommonMark, a paragraph is a paragraph that says what the document says."""
    block = paragraph(TEXT(first), i.Strong((TEXT(second),)))
    (section,) = sections(document(block), "md")
    tokens = [token for token in MarkdownIt("commonmark").parse(section.text) if token.type == "inline"]
    said = "".join(child.content if child.type == "text" else "" for token in tokens for child in token.children or [])
    assert "".join(said.split()) == "".join((first + second).split())


def test_every_section_of_the_sample_says_something_in_both_forms() -> None:
    """In the same order; cover and contents are left out."""
    plain, marked = (list(sections(every_block(), form)) for form in ("txt", "md"))
    assert [section.level for section in plain] == [section.level for section in marked]
    assert len(plain) > 5
    assert all(section.characters == len(section.text) > 0 for section in plain)
    said = "\n".join(section.text for section in plain)
    assert "A pilot has to state its intended effect" in said
    assert "Figure 1: Partners grew from 40 to 100. Column chart. Partners: 40" in said


def test_the_command_writes_them_where_asked(tmp_path: Path) -> None:
    """Beside the other files, and no PDF is laid out for them."""
    result = CliRunner().invoke(
        main, ["build", str(small_workspace(tmp_path)), "--format", "txt,md", "--language", "en", "--document", "application"]
    )
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in (tmp_path / "output").iterdir()) == [".cache", "application.en.md", "application.en.txt"]
    assert "1.1 Tests: What does the city test?" in (tmp_path / "output" / "application.en.txt").read_text(encoding="utf-8")
