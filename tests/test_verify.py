"""`dossier verify`: finished files say what the evidence says, and a damaged one is caught, whichever aspect is damaged."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.cli import main
from builder.document import blocks as b
from builder.document import inlines as i
from builder.parity.compare import Check, failed
from builder.parity.said import ASPECTS, Aspect
from builder.parity.verify import verify_page, verify_pdf, verify_word
from builder.writers.page import write_page
from builder.writers.pdf import write_pdf
from builder.writers.word import write_word
from tests.sample_document import draw_media, every_block
from tests.sample_words import ORIGIN, cite
from tests.small_workspace import small_workspace
from tests.themes import theme
from tests.torture import torture

Files = tuple[b.Document, bytes, bytes]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The sample document with its PDF and Word file."""
    folder = tmp_path_factory.mktemp("workspace")
    draw_media(folder)
    document = every_block()
    pdf = write_pdf(document, theme(), folder)
    return document, pdf.data, write_word(document, theme(), folder, pdf.page_of)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample document as a page for the screen."""
    folder = tmp_path_factory.mktemp("workspace")
    draw_media(folder)
    return write_page(every_block(), theme(), folder)


def differing(checks: tuple[Check, ...]) -> set[Aspect]:
    """The aspects in which something differs; every one has been looked at."""
    assert [check.aspect for check in checks] == list(ASPECTS)
    return {check.aspect for check in failed(checks)}


def test_the_sample_passes_every_check_and_each_saw_something(sample: Files, page: str) -> None:
    """In every file; no check passes because there is nothing to compare."""
    document, pdf, word = sample
    for checks in (verify_pdf("a.pdf", pdf, document), verify_word("a.docx", word, document), verify_page("a.html", page.encode(), document)):
        assert differing(checks) == set()
        assert all(check.pieces > 0 for check in checks)


@pytest.mark.parametrize("name", ["civic", "plain"])
def test_a_document_of_hardships_passes(tmp_path: Path, name: str) -> None:
    """Scripts that run to the left, emoji, words without an end, notes in tables, sections without content."""
    document = torture()
    pdf = write_pdf(document, theme(name), tmp_path)
    assert differing(verify_pdf("a.pdf", pdf.data, document)) == set()
    assert differing(verify_word("a.docx", write_word(document, theme(name), tmp_path, pdf.page_of), document)) == set()
    assert differing(verify_page("a.html", write_page(document, theme(name), tmp_path).encode(), document)) == set()


def test_one_text_in_two_forms_is_no_difference(tmp_path: Path) -> None:
    """An address with and without percent signs, a letter and its mark as one or two, a raised figure by its own sign."""
    link = i.Link((i.Text("é e\u0301 ¹"),), "https://example.org/å|<b>{x}?q=%20")
    heading = b.Heading("first", ORIGIN, 1, (i.Text("e\u0301 é"),))
    paragraph = b.Paragraph("p", ORIGIN, (link, cite(1), i.Text(" 1 ¹")))
    parts = (b.Part("p", "text", "Part", (heading, paragraph)),)
    document = b.Document("d", "en", "Title", "Subject", "Author", "2026-07-01", "{page}", parts)
    for checks in (
        verify_pdf("a.pdf", write_pdf(document, theme(), tmp_path).data, document),
        verify_word("a.docx", write_word(document, theme(), tmp_path, {}), document),
    ):
        assert differing(checks) == {"targets"}  # the list that the citation leads to is not there


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The Word file with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                before = content.decode()
                content = change(before).encode()
                assert content.decode() != before, "the damage must hit"
            new.writestr(name, content)
    return made.getvalue()


def once(old: str, new: str) -> Callable[[str], str]:
    return lambda text: re.sub(old, new, text, count=1, flags=re.DOTALL)


WORD_DAMAGES: dict[Aspect, tuple[str, Callable[[str], str]]] = {
    "text": ("word/document.xml", once("treats innovation as ordinary", "treats innovation as")),
    "headings": ("word/document.xml", once('<w:pStyle w:val="Heading3"/>', '<w:pStyle w:val="BodyText"/>')),
    "items": ("word/numbering.xml", once('<w:startOverride w:val="9"/>', '<w:startOverride w:val="8"/>')),
    "tables": ("word/document.xml", once(">118<", ">181<")),
    "figures": ("word/document.xml", once('descr="Houses at the quay"', 'descr="Houses"')),
    "captions": ("word/document.xml", once(">Figure <", ">Plate <")),
    "addresses": ("word/_rels/document.xml.rels", once("oceanhamnen", "oceanhamn")),
    "targets": ("word/document.xml", once('w:anchor="entry_h22_city_expo"', 'w:anchor="entry_gone"')),
    "notes": ("word/footnotes.xml", once("already been met", "been met")),
    "citations": ("word/document.xml", once(r'(<w:rStyle w:val="Citation"/>(?:(?!</w:r>).)*?<w:t[^>]*>)2<', r"\g<1>7<")),
    "language": ("word/styles.xml", once('w:lang w:val="en-GB"', 'w:lang w:val="fr-FR"')),
    "properties": ("docProps/core.xml", once("City of Helsingborg", "City of Malmö")),
    "order": ("word/document.xml", once(r'w:name="experimenting__lead"', 'w:name="experimenting__moved"')),
}


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_damaged_word_file_is_caught(sample: Files, aspect: Aspect) -> None:
    """By the check of what was damaged."""
    document, _, word = sample
    assert aspect in differing(verify_word("a.docx", edited(word, *WORD_DAMAGES[aspect]), document))


def below(element: Any) -> Iterator[Any]:  # noqa: ANN401 - pikepdf's objects are untyped
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from below(kid)


def first(pdf: pikepdf.Pdf, tag: str, where: Callable[[Any], bool] = lambda _: True) -> Any:  # noqa: ANN401
    return next(each for each in below(pdf.Root.StructTreeRoot) if str(each.S) == tag and where(each))


def annotation(pdf: pikepdf.Pdf, key: str) -> Any:  # noqa: ANN401
    return next(note for page in pdf.pages for note in page.get("/Annots", []) if key in note)


def damage_text(pdf: pikepdf.Pdf) -> None:
    instructions = list(pikepdf.parse_content_stream(pdf.pages[4]))
    places = [place for place, each in enumerate(instructions) if str(each.operator) in ("TJ", "Tj")]
    del instructions[places[4]]  # in the first paragraph
    pdf.pages[4].Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def damage_order(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.Names.Dests.Names
    place = {str(name): number for number, name in enumerate(names) if number % 2 == 0}
    one, other = place["experimenting"] + 1, place["experimenting.lead"] + 1
    names[one], names[other] = names[other], names[one]


def swap_cells(pdf: pikepdf.Pdf) -> None:
    """In every row of more than three cells, so that tables of data are hit."""
    for row in list(below(pdf.Root.StructTreeRoot)):
        if str(row.S) == "/TR" and len(row.K) > 3:
            row.K = pikepdf.Array(reversed(list(row.K)))


def untitle(pdf: pikepdf.Pdf) -> None:
    for caption in list(below(pdf.Root.StructTreeRoot)):
        if str(caption.S) == "/Caption":
            caption.S = pikepdf.Name("/P")


PDF_DAMAGES: dict[Aspect, Callable[[pikepdf.Pdf], None]] = {
    "text": damage_text,
    "headings": lambda pdf: setattr(first(pdf, "/H3"), "S", pikepdf.Name("/P")),
    "items": lambda pdf: setattr(
        next(each for each in below(first(pdf, "/LI", lambda item: str(item.K[0].S) == "/Lbl"))), "S", pikepdf.Name("/Span")
    ),
    "tables": swap_cells,
    "figures": lambda pdf: setattr(first(pdf, "/Figure"), "Alt", pikepdf.String("Something else")),
    "captions": untitle,
    "addresses": lambda pdf: setattr(annotation(pdf, "/A").A, "URI", pikepdf.String("https://example.org/elsewhere")),
    "targets": lambda pdf: setattr(annotation(pdf, "/Dest"), "Dest", pikepdf.String("nowhere")),
    "notes": lambda pdf: setattr(first(pdf, "/Note"), "S", pikepdf.Name("/P")),
    "citations": lambda pdf: first(pdf, "/Link", lambda each: str(each.get("/Alt", "")) == "[2]").__delitem__("/Alt"),
    "language": lambda pdf: setattr(pdf.Root, "Lang", pikepdf.String("fr")),
    "properties": lambda pdf: pdf.docinfo.__setitem__("/Author", "City of Malmö"),
    "order": damage_order,
}


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_damaged_pdf_is_caught(sample: Files, aspect: Aspect) -> None:
    """By the check of what was damaged."""
    document, data, _ = sample
    damaged = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        PDF_DAMAGES[aspect](pdf)
        pdf.save(damaged)
    assert aspect in differing(verify_pdf("a.pdf", damaged.getvalue(), document))


PAGE_DAMAGES: dict[Aspect, Callable[[str], str]] = {
    "text": once("treats innovation as ordinary", "treats innovation as"),
    "headings": once(r"<h4(.*?)</h4>", r"<p\1</p>"),
    "items": once('class="numbers" start="9"', 'class="numbers" start="8"'),
    "tables": once(">118<", ">181<"),
    "figures": once('alt="Houses at the quay"', 'alt="Houses"'),
    "captions": once('class="label">Figure 1<', 'class="label">Plate 1<'),
    "addresses": once(r"/annual-report\?", "/report?"),
    "targets": once('href="#entry-h22-city-expo"', 'href="#entry-gone"'),
    "notes": once("already been met", "been met"),
    "citations": once(r'(class="mark"[^>]*>)2<', r"\g<1>7<"),
    "language": once('lang="en"', 'lang="fr"'),
    "properties": once('content="City of Helsingborg"', 'content="City of Malmö"'),
    "order": once('id="experimenting.lead"', 'id="experimenting.moved"'),
}


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_damaged_page_is_caught(page: str, aspect: Aspect) -> None:
    """By the check of what was damaged."""
    damaged = PAGE_DAMAGES[aspect](page)
    assert damaged != page, "the damage must hit"
    assert aspect in differing(verify_page("a.html", damaged.encode(), every_block()))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04 broken"])
def test_a_file_that_cannot_be_read_has_passed_nothing(sample: Files, data: bytes) -> None:
    """Every check of it fails, without a traceback."""
    assert differing(verify_pdf("a.pdf", data, sample[0])) == set(ASPECTS)
    assert differing(verify_word("a.docx", data, sample[0])) == set(ASPECTS)
    assert differing(verify_page("a.html", data, sample[0])) == set(ASPECTS)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], max_codepoint=0x2FF), min_size=1, max_size=40).filter(str.strip)


@st.composite
def generated(draw: st.DrawFn) -> b.Document:
    """A document of headings, paragraphs, lists and tables with any words."""
    numbers = iter(range(1, 1000))

    def inlines() -> i.Inlines:
        made: list[i.Inline] = [i.Text(draw(WORDS))]
        if draw(st.booleans()):
            made.append(i.Strong((i.Text(draw(WORDS)),)))
        if draw(st.booleans()):
            made.append(i.Footnote(next(numbers), (i.Text(draw(WORDS)),)))
        return tuple(made)

    def block(name: str) -> b.AnyBlock:
        kind = draw(st.sampled_from(["paragraph", "heading", "list", "table"]))
        if kind == "heading":
            return b.Heading(name, ORIGIN, draw(st.sampled_from([2, 3])), inlines())
        if kind == "list":
            items = tuple((b.Paragraph(f"{name}.{n}", ORIGIN, inlines()),) for n in range(draw(st.integers(1, 3))))
            return b.List(name, ORIGIN, items, draw(st.booleans()), draw(st.integers(1, 99)))
        if kind == "table":
            rows = tuple(b.Row((b.Cell(inlines()), b.Cell(inlines()))) for _ in range(draw(st.integers(1, 3))))
            return b.Table(name, ORIGIN, (b.Column((i.Text("Name"),), 1), b.Column((i.Text("Words"),), 2)), rows)
        return b.Paragraph(name, ORIGIN, inlines())

    heading = b.Heading("first", ORIGIN, 1, (i.Text(draw(WORDS)),))
    blocks = (heading, *(block(f"b{n}") for n in range(draw(st.integers(1, 6)))))
    return b.Document("d", "en", "Title", "Subject", "Author", "2026-07-01", "{page}", (b.Part("p", "text", "Part", blocks),))


@settings(max_examples=200)
@given(generated())
def test_no_character_is_lost_in_a_word_file(document: b.Document) -> None:
    """Whatever the words are: two hundred generated documents."""
    checks = verify_word("a.docx", write_word(document, theme(), Path(), {}), document)
    assert [check.difference for check in failed(checks)] == []


@settings(max_examples=25)
@given(generated())
def test_no_character_is_lost_in_a_pdf(document: b.Document) -> None:
    """A PDF takes longer to lay out, so these are fewer."""
    checks = verify_pdf("a.pdf", write_pdf(document, theme(), Path()).data, document)
    assert [check.difference for check in failed(checks)] == []


@settings(max_examples=25)
@given(generated())
def test_no_character_is_lost_in_a_page(document: b.Document) -> None:
    """As few, because the fonts of each are cut anew."""
    checks = verify_page("a.html", write_page(document, theme("plain"), Path()).encode(), document)
    assert [check.difference for check in failed(checks)] == []


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["verify", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_the_command_proves_what_a_build_wrote_and_tells_what_has_changed_since(tmp_path: Path) -> None:
    """All checks pass after a build; a change of the evidence, or a file that is gone, is a difference. A page need not be there."""
    small_workspace(tmp_path)
    assert CliRunner().invoke(main, ["build", str(tmp_path)]).exit_code == 0
    code, said = run(tmp_path)
    assert (code, said.count("13 of 13")) == (0, 8)
    assert CliRunner().invoke(main, ["build", str(tmp_path), "--format", "html", "--language", "sv", "--document", "application"]).exit_code == 0
    code, said = run(tmp_path)
    assert (code, said.count("13 of 13")) == (0, 9)
    assert "application.sv.html" in said
    code, page = run(tmp_path, "--format", "html")
    assert (code, Path(page.strip()).name) == (0, "verify.html")
    assert Path(page.strip()).read_text(encoding="utf-8").count(">the same<") == 9 * 13
    fair = tmp_path / "evidence" / "openness" / "fair.yaml"
    fair.write_text(fair.read_text(encoding="utf-8").replace("The streets were a fair.", "The streets were a market."), encoding="utf-8")
    (tmp_path / "output" / "application.sv.docx").unlink()
    code, said = run(tmp_path)
    assert code == 1
    assert "application.en.pdf: text differ at " in said
    assert "application.sv.html: text differ at " not in said  # the Swedish words have not changed
    assert "not read: there is no such file" in said
    assert "dossier build" in said
    code, text = run(tmp_path, "--format", "json")
    assert code == 1
    found = json.loads(text)
    assert {(each["file"], each["aspect"]) for each in found if each["difference"]} >= {
        ("application.en.pdf", "text"),
        ("application.sv.docx", "order"),
    }
