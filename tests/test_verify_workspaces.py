"""Two hundred invented workspaces, in two languages and both formats: no character is lost on the way from YAML to the finished files."""

import datetime as dt
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from builder.build.pipeline import documents
from builder.document import blocks as b
from builder.document.walk import every_inline
from builder.findings import errors
from builder.parity.compare import failed
from builder.parity.said import ASPECTS, folded, said_by
from builder.parity.verify import verify_pdf, verify_word
from builder.reading.workspace import Workspace, read_workspace
from builder.writers.pdf import write_pdf
from builder.writers.word import write_word
from tests.generated_workspaces import Generated, workspaces

EXAMPLES = 25
SEEN = {
    *("Heading", "Paragraph", "List", "Table", "Picture", "Chart", "Quote", "Callout", "Cards", "KeyFigures", "Coverage", "Contents", "References"),
    *("Strong", "Emphasis", "Link", "Citation", "Value", "CrossReference", "Footnote", "InLanguage"),
}
"""Blocks and inlines that the examples of every test must have held."""
# An example takes a second, so that making a failing one smaller would take minutes.
SETTINGS = settings(max_examples=EXAMPLES, database=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize(("first", "second"), [("en", "sv"), ("sv", "en")])
def test_invented_workspaces_say_the_same_in_both_files(first: str, second: str, number: int) -> None:
    """Every aspect of every document; and its words are those that stand in the YAML files."""
    seen: Counter[str] = Counter()

    @seed(number)
    @SETTINGS
    @given(workspaces(first, second))
    def is_told_whole(generated: Generated) -> None:
        with tempfile.TemporaryDirectory() as folder:
            workspace = read_workspace(generated.write(Path(folder)))
            assert workspace.workspace, workspace.findings
            seen.update(verified(workspace.workspace, generated))

    is_told_whole()
    assert seen["workspace"] == EXAMPLES
    assert {name for name in SEEN if not seen[name]} == set()


def verified(workspace: Workspace, generated: Generated) -> Iterator[str]:
    """What a workspace held, all of which its files have been found to say."""
    made, findings = documents(workspace, dt.date(2026, 7, 1))
    assert not errors(findings)
    assert len(made) == len(workspace.languages)
    for document in made:
        pdf = write_pdf(document, workspace.theme, workspace.root)
        word = write_word(document, workspace.theme, workspace.root, pdf.page_of)
        checks = (*verify_pdf("a.pdf", pdf.data, document), *verify_word("a.docx", word, document))
        assert [check.aspect for check in checks] == [*ASPECTS, *ASPECTS]
        assert list(failed(checks)) == []
        yield from (name for part in document.parts for block in part.blocks for name in _kinds(block))
    said = folded("|".join(piece for document in made for pieces in said_by(document, {}).values() for piece in pieces))
    assert [words for words in generated.printed if folded(words) not in said] == []
    yield "workspace"


def _kinds(block: b.AnyBlock) -> Iterator[str]:
    yield type(block).__name__
    yield from (type(inline).__name__ for inline in every_inline(block))
