"""The Word file knows where each of its blocks was written, and what it said when it was sent."""

import hashlib
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.words import block_texts
from builder.inspection.word import read_word
from builder.writers.word import write_word
from builder.writers.word.origins import NAMESPACE, fingerprint, whole_fingerprint
from tests.sample_document import draw_media, every_block
from tests.sample_words import ORIGIN
from tests.themes import theme


def table(data: bytes) -> list[dict[str, str]]:
    """The lines of the table in a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("customXml/item1.xml"))
    assert root.tag == f"{{{NAMESPACE}}}origins"
    return [{str(key): str(value) for key, value in line.attrib.items()} for line in root]


def test_every_bookmark_of_a_block_leads_to_its_id_and_file(tmp_path: Path) -> None:
    """Also where the name was cut; the file stays valid."""
    draw_media(tmp_path)
    document = every_block()
    data = write_word(document, theme(), tmp_path, {})
    lines = table(data)
    blocks = {block.id: block for part in document.parts for block in part.blocks if any(block_texts(block))}
    assert [line["id"] for line in lines] == list(blocks)
    assert {line["bookmark"] for line in lines} <= {bookmark.name for bookmark in read_word(data).bookmarks}
    assert {line["file"] for line in lines} == {"evidence/experimenting/response.yaml"}
    assert all(line["sha256"] == fingerprint(blocks[line["id"]]) for line in lines)
    (tmp_path / "a.docx").write_bytes(data)
    assert OpenXmlValidator().validate(tmp_path / "a.docx").errors == []


def test_a_fingerprint_changes_with_the_words_alone() -> None:
    """Neither stress nor white space counts; it is the SHA-256 of the words."""
    block = b.Paragraph("p", ORIGIN, (i.Text("The city  is open."),))
    assert fingerprint(block) == hashlib.sha256(b"The city is open.").hexdigest()
    assert fingerprint(replace(block, children=(i.Text("The city is "), i.Strong((i.Text("open."),))))) == fingerprint(block)
    assert fingerprint(replace(block, children=(i.Text("The city was open."),))) != fingerprint(block)


def test_the_fingerprint_of_a_document_counts_every_word_of_it() -> None:
    """Block after block, the notes of each after its words."""
    note = i.Footnote(1, (i.Text("In the\u00a0open."),))
    blocks = (b.Heading("h", ORIGIN, 1, (i.Text("Tests"),), "1"), b.Paragraph("p", ORIGIN, (i.Text("Tried"), note, i.Text(" outdoors."))))
    parts = (b.Part("a", "text", "Foot", blocks[:1]), b.Part("c", "text", "Foot", blocks[1:]))
    document = b.Document("d", "en", "Title", "Subject", "Author", "2026-07-01", "{page}", parts)
    assert whole_fingerprint(document) == hashlib.sha256(b"1 Tests Tried1 outdoors. In the open.").hexdigest()
