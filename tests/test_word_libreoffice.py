"""LibreOffice opens the Word file with a reviewer's comments in it, and nothing is lost when it saves or prints it.

What is known to be lost, in LibreOffice 7.4: the alternative text of a chart; PAGEREF fields of the contents, whose page numbers stay as plain words;
the last sign from a bookmark that holds a footnote; and footnotes where comments stand between the first and the last call of a note,
which then get words of another or none. So the comments of these tests stand before the first call and after the last.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.text.paragraph import Paragraph
from lxml import etree

from builder.document import blocks as b
from builder.document.walk import ids
from builder.document.words import texts
from builder.inspection.word import WordReading, read_word
from builder.parity.said import folded
from builder.parity.word import said_by_word
from builder.writers.word import write_word
from tests.bookmarks import enclosed
from tests.office import converted
from tests.sample_document import draw_media, every_block
from tests.test_word_origins import table
from tests.themes import theme
from tests.torture import torture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENTS = {"en": every_block("en"), "sv": every_block("sv"), "torture": torture()}
FIELD = re.compile(r"[A-Z]+")
PAGE = 888
"""Stands for every page number in the contents."""


@dataclass(frozen=True)
class File:
    """A Word file, and what it holds of what can be counted."""

    data: bytes

    def part(self, name: str) -> etree._Element:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return etree.fromstring(archive.read(name))

    def names(self, pattern: str) -> list[str]:
        """The members of the archive with such names."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return sorted(name for name in archive.namelist() if re.fullmatch(pattern, name))

    def count(self, *tags: str) -> dict[str, int]:
        """How often elements of a name stand in the body."""
        body = self.part("word/document.xml")
        return {tag: sum(1 for _ in body.iter(f"{W}{tag}")) for tag in tags}

    def fields(self, pattern: str) -> Counter[str]:
        """The kinds of fields in parts with such names."""
        parts = [self.part(name) for name in self.names(pattern)]
        said = [element.text or "" for part in parts for element in part.iter(f"{W}instrText")]
        said += [element.get(f"{W}instr", "") for part in parts for element in part.iter(f"{W}fldSimple")]
        return Counter(found[0] for one in said if (found := FIELD.search(one)))

    def comments(self) -> dict[str, tuple[str, str]]:
        """Who said what of which words, by the words of the comment."""
        body = self.part("word/document.xml")
        made = {}
        for comment in self.part("word/comments.xml"):
            number = comment.get(f"{W}id")
            marked = "".join(_between(body, number))
            assert sum(1 for each in body.iter(f"{W}commentReference") if each.get(f"{W}id") == number) == 1
            made["".join(map(str, comment.itertext())).strip()] = (comment.get(f"{W}author", ""), folded(marked))
        return made

    @property
    def reading(self) -> WordReading:
        return read_word(self.data)


def _between(body: etree._Element, number: str | None) -> Iterator[str]:
    """The words between the marks of a comment."""
    inside = False
    for element in body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        if element.tag != f"{W}t":
            inside = (element.tag == f"{W}commentRangeStart") if element.get(f"{W}id") == number else inside
        elif inside:
            yield element.text or ""


def commented(data: bytes) -> bytes:
    """The Word file with a comment on every fourth paragraph, as a reviewer leaves it, but for those between footnotes."""
    document = docx.Document(io.BytesIO(data))
    paragraphs = list(document.element.body.iter(f"{W}p"))
    noted = [number for number, each in enumerate(paragraphs) if each.find(f".//{W}footnoteReference") is not None]
    for number, each in list(enumerate(paragraphs))[::4]:
        runs = Paragraph(each, document._body).runs
        if any(run.text for run in runs) and not noted[0] <= number <= noted[-1]:
            document.add_comment(runs, text=f"Remark {number} on <this> & that", author="R. Reader", initials="RR")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@dataclass(frozen=True)
class Trial:
    """A document, its Word file with comments, the one that LibreOffice saved, and its PDF."""

    document: b.Document
    before: File
    after: File
    pdf: Path


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Trial]:
    """Every document, opened in LibreOffice and saved twice."""
    folder = tmp_path_factory.mktemp("office")
    draw_media(folder)
    files = {name: folder / f"{name}.docx" for name in DOCUMENTS}
    for name, document in DOCUMENTS.items():
        files[name].write_bytes(commented(write_word(document, theme(), folder, dict.fromkeys(ids(document), PAGE))))
    saved, printed = (converted(form, *files.values()) for form in ("docx", "pdf"))
    return {
        name: Trial(document, File(files[name].read_bytes()), File(word.read_bytes()), pdf)
        for (name, document), word, pdf in zip(DOCUMENTS.items(), saved, printed, strict=True)
    }


@pytest.fixture(params=list(DOCUMENTS))
def trial(request: pytest.FixtureRequest, trials: dict[str, Trial]) -> Trial:
    return trials[request.param]


def test_headings_lists_captions_and_addresses_survive(trial: Trial) -> None:
    """Each as it was, in its order; LibreOffice adds the slash after the name of a host."""
    before, after = (said_by_word(file.data, frozenset()) for file in (trial.before, trial.after))
    for aspect in ("headings", "captions", "targets", "properties", "language"):
        assert before[aspect]
        assert after[aspect] == before[aspect]
    assert len(before["items"]) == len(after["items"]) > 3
    assert [item.split()[0] for item in after["items"]] == [item.split()[0] for item in before["items"]]
    assert {url.rstrip("/") for url in after["addresses"]} == {url.rstrip("/") for url in before["addresses"]} != set()


def test_words_and_footnotes_survive(trial: Trial) -> None:
    """All but the page numbers of the contents, which LibreOffice keeps as plain words in place of a field."""
    before, after = trial.before.reading, trial.after.reading
    rows = sum(len(block.rows) for part in trial.document.parts for block in part.blocks if isinstance(block, b.Contents))
    pairs = [(folded(one), folded(other)) for one, other in zip(before.texts, after.texts, strict=True)]
    changed = [(one, other) for one, other in pairs if one != other]
    assert len(changed) == rows < len(pairs) / 10
    assert [other.replace(str(PAGE), "", 1) for _, other in changed] == [one for one, _ in changed]
    assert after.notes == before.notes != ()


def test_tables_fields_bookmarks_and_charts_survive(trial: Trial) -> None:
    """Counted; every chart keeps the workbook behind it, every picture its alternative text; sections may share a foot."""
    before, after = trial.before, trial.after
    counted = ("tbl", "tr", "tblHeader", "footnoteReference", "numPr", "hyperlink")
    assert after.count(*counted) == before.count(*counted)
    assert min(before.count(*counted).values()) > 0
    fields = before.fields(r"word/document\.xml")
    assert fields.pop("PAGEREF") > 0
    assert after.fields(r"word/document\.xml") == fields
    assert fields.keys() >= {"REF", "SEQ", "TOC"}
    assert after.fields(r"word/footer\d+\.xml").keys() == before.fields(r"word/footer\d+\.xml").keys() == {"PAGE", "NUMPAGES"}
    assert {mark.name for mark in after.reading.bookmarks} >= {mark.name for mark in before.reading.bookmarks}
    charts = before.names(r"word/(charts/chart|embeddings/chart)\d+\.(xml|xlsx)")
    assert after.names(r"word/(charts/chart|embeddings/chart)\d+\.(xml|xlsx)") == charts
    assert len(charts) == 4
    drawn = {block.alt for part in trial.document.parts for block in part.blocks if isinstance(block, b.Chart)}
    alts = after.reading.alts
    assert [alt for alt in alts if alt not in drawn | {""}] == [alt for alt in before.reading.alts if alt not in drawn]
    assert len(alts) == len(before.reading.alts) > 0


def test_bookmarks_of_fields_survive_around_their_words(trial: Trial) -> None:
    """Each once, and each around the same words as before."""
    names = {line["bookmark"] for line in table(trial.before.data) if line["kind"] == "field"}
    before, after = (sorted((name, words) for name, words in enclosed(file.data) if name in names) for file in (trial.before, trial.after))
    assert len(before) == len(names) > 0
    assert after == before


def test_comments_survive(trial: Trial) -> None:
    """Each with its author, its words and the words it is about."""
    before = trial.before.comments()
    assert len(before) > 5
    assert all(marked for _, marked in before.values())
    assert trial.after.comments() == before


def test_the_pdf_of_libreoffice_holds_every_word_and_no_empty_page(trial: Trial) -> None:
    """Word by word, in whatever order and on whatever lines they are laid out."""
    pages = [folded(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(trial.pdf)]
    assert all(pages)
    printed = "".join(pages)
    words = {word for _, pieces in texts(trial.document) for piece in pieces for word in re.findall(r"\w+", piece)}
    assert len(words) > 150
    assert {word for word in words if folded(word) not in printed} == set()
