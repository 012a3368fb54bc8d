"""The Word file knows where each of its blocks and their fields were written, and what they said when the file was sent."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

import builder
from builder.assembly.assemble import assemble
from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import nested
from builder.document.words import block_texts
from builder.reading.workspace import Workspace, read_workspace
from builder.writers.word import write_word
from builder.writers.word.origins import NAMESPACE, whole_fingerprint
from tests.bookmarks import enclosed
from tests.sample_document import draw_media, every_block
from tests.sample_words import ORIGIN, Language
from tests.small_workspace import FILES, small_workspace
from tests.themes import theme

ROOT = Path(builder.__file__).parent.parent
ENTRY = """\
lead: {en: The city, sv: Staden}
partners: [The port, The school]
place: {name: {en: The quay, sv: Kajen}}
challenge: Nobody *knew*.
action: They asked.
result: They know.
lesson: Ask first.
"""
OTHER = """\
    also_published:
      - {date: 2022, value: 900000, why: Counted elsewhere., source: page}
"""


def table(data: bytes) -> list[dict[str, str]]:
    """The lines of the table in a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("customXml/item1.xml"))
    assert root.tag == f"{{{NAMESPACE}}}origins"
    return [{str(key): str(value) for key, value in line.attrib.items()} | {"kind": etree.QName(line).localname} for line in root]


def counted_by_word(document: b.Document) -> Iterator[str]:
    """Ids of the blocks in which Word counts something itself: the pages of the contents, the items of numbered lists."""
    for part in document.parts:
        for block in part.blocks:
            if any(isinstance(one, b.Contents) or (isinstance(one, b.List) and one.ordered) for one in nested(block)):
                yield from (one.id for one in nested(block) if not isinstance(one, b.Paragraph))


def assert_true(data: bytes, document: b.Document) -> int:
    """Every line's bookmark encloses the words whose fingerprint the line holds; returns the number of fields."""
    lines, bookmarks = table(data), enclosed(data)
    words = dict(bookmarks)
    assert len(words) == len(bookmarks)
    counted = set(counted_by_word(document))
    assert len({line["bookmark"] for line in lines}) == len({line["id"] for line in lines}) == len(lines) > 0
    for line in lines:
        assert re.fullmatch(r"[a-z]\w{0,39}", line["bookmark"], re.ASCII)
        assert line["bookmark"] in words, line
        if line["id"] not in counted:
            said = words[line["bookmark"]]
            assert hashlib.sha256(said.encode()).hexdigest() == line["sha256"], (line, said)
    return sum(line["kind"] == "field" for line in lines)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_bookmark_of_the_sample_encloses_the_words_of_its_line(tmp_path: Path, language: Language) -> None:
    """Blocks, the blocks inside them and their fields, also where a name was cut; the file stays valid."""
    draw_media(tmp_path)
    document = every_block(language)
    data = write_word(document, theme(), tmp_path, {})
    lines = table(data)
    assert {line["id"] for line in lines if line["kind"] == "block"} == {
        one.id for part in document.parts for block in part.blocks for one in nested(block) if any(block_texts(one))
    }
    assert {line["file"] for line in lines} == {ORIGIN.path}
    assert {line["line"] for line in lines if line["kind"] == "field"} == {"5"}
    assert {line["field"] for line in lines if line["id"] == "card-h22.caveat"} == {"caveat"}
    assert any("___" in line["bookmark"] for line in lines if line["kind"] == "field")
    assert assert_true(data, document) > 10
    (tmp_path / "a.docx").write_bytes(data)
    assert OpenXmlValidator().validate(tmp_path / "a.docx").errors == []


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_bookmark_of_this_dossier_encloses_the_words_of_its_line(language: str) -> None:
    """In the application and in the evidence register."""
    workspace = read_workspace(ROOT).workspace
    assert workspace
    for document in assemble(workspace, language).documents:
        data = write_word(document, workspace.theme, ROOT, {})
        assert assert_true(data, document) > 100
        assert all((ROOT / line["file"]).is_file() for line in table(data))


def small(folder: Path) -> Workspace:
    """The small workspace, its entry with a text in every field."""
    fair = FILES["evidence/openness/fair.yaml"]
    with_all = fair.replace("claims:\n", f"{ENTRY}claims:\n").replace("sources:\n", f"{OTHER}sources:\n")
    workspace = read_workspace(small_workspace(folder, **{"evidence/openness/fair.yaml": with_all})).workspace
    assert workspace
    return workspace


def fields(workspace: Workspace, language: str, number: int) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Lines of the fields of a document by id, and the words in their bookmarks."""
    document = assemble(workspace, language).documents[number]
    data = write_word(document, workspace.theme, workspace.root, {})
    assert assert_true(data, document)
    words = dict(enclosed(data))
    lines = {line["id"]: line for line in table(data) if line["kind"] == "field"}
    return lines, {name: words[line["bookmark"]] for name, line in lines.items()}


def test_every_text_of_an_entry_in_the_register_has_its_line(tmp_path: Path) -> None:
    """With its keys in the file of the entry, and its words between its bookmarks."""
    lines, words = fields(small(tmp_path), "en", 1)
    expected = {
        "title": "The fair",
        "summary": "The streets were a fair.",
        "challenge": "Nobody knew.",
        "action": "They asked.",
        "result": "They know.",
        "lesson": "Ask first.",
        "caveat": "Visits, not visitors.",
        "lead": "The city",
        "partners.0": "The port",
        "partners.1": "The school",
        "place.name": "The quay",
        "claims.streets.text": "It ran in the streets, not in a hall.",
        "indicators.visits.name": "Visits",
        "indicators.visits.also_published.0.why": "Counted elsewhere",
    }
    found = {lines[name]["field"]: said for name, said in words.items()}
    assert found.pop("indicators.visits").startswith("Visits: Baseline 250,000 visits")
    assert found == expected
    assert {line["file"] for line in lines.values()} == {"evidence/openness/fair.yaml"}
    assert lines["entry.fair.claims.streets.text"]["bookmark"] == "entry__fair__claims__streets__text"


def test_a_translated_text_leads_to_its_line_in_the_translation(tmp_path: Path) -> None:
    """A text without one leads to the entry itself."""
    lines, words = fields(small(tmp_path), "sv", 1)
    caveat, challenge = lines["entry.fair.caveat"], lines["entry.fair.challenge"]
    assert (caveat["file"], caveat["line"]) == ("evidence/openness/fair.sv.yaml", "3")
    assert challenge["file"] == "evidence/openness/fair.yaml"
    assert (words["entry.fair.caveat"], words["entry.fair.challenge"]) == ("Besök, inte besökare.", "Nobody knew.")


def test_the_parts_of_an_answer_have_their_lines(tmp_path: Path) -> None:
    """Cards, key figures, gaps, the cells of a table, the items of a list, and the rows of indicators."""
    lines, words = fields(small(tmp_path), "en", 0)
    found = {name: (lines[name]["field"], said) for name, said in words.items()}
    assert found["card.fair.summary"] == ("summary", "The streets were a fair.")
    assert found["card.fair.caveat"] == ("caveat", "Visits, not visitors.")
    assert found["openness.key-figures.1.text"] == ("key_figures.0.text", "to the fair1")
    assert found["openness.reach.gap.brief.text"] == ("gaps.reach", "Nobody has counted persons yet.")
    assert found["openness.indicators.fair.visits.name"] == ("indicators.visits.name", "Visits")
    cell = next(name for name, said in words.items() if said == "Harbour")
    assert re.fullmatch(r"openness\.tests\.\d+\.row-1\.column-1", cell)
    written = (tmp_path / "evidence/openness/response.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[cell]["field"] == "answers.tests.text"
    assert "Harbour" in written[int(lines[cell]["line"]) - 1]


def test_a_fingerprint_changes_with_the_words_alone(tmp_path: Path) -> None:
    """Neither stress nor white space counts; it is the SHA-256 of the words."""

    def printed(*children: i.Inline) -> str:
        block = b.Paragraph("p", ORIGIN, children)
        document = b.Document("d", "en", "t", "s", "a", "", "", (b.Part("part", "text", "", (block,)),))
        return table(write_word(document, theme(), tmp_path, {}))[0]["sha256"]

    first = printed(i.Text("The city  is open."))
    assert first == hashlib.sha256(b"The city is open.").hexdigest()
    assert printed(i.Text("The city is "), i.Strong((i.Text("open."),))) == first
    assert printed(i.Text("The city was open.")) != first


def test_the_fingerprint_of_a_document_counts_every_word_of_it() -> None:
    """Block after block, the notes of each after its words."""
    note = i.Footnote(1, (i.Text("In the\u00a0open."),))
    blocks = (b.Heading("h", ORIGIN, 1, (i.Text("Tests"),), "1"), b.Paragraph("p", ORIGIN, (i.Text("Tried"), note, i.Text(" outdoors."))))
    parts = (b.Part("a", "text", "Foot", blocks[:1]), b.Part("c", "text", "Foot", blocks[1:]))
    document = b.Document("d", "en", "Title", "Subject", "Author", "2026-07-01", "{page}", parts)
    assert whole_fingerprint(document) == hashlib.sha256(b"1 Tests Tried1 outdoors. In the open.").hexdigest()
