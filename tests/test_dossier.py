"""This repository's own dossier: the whole line from evidence to finished files, in both languages and for two editions of the award."""

import datetime as dt
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import builder
from builder.assembly.assemble import assemble
from builder.build.pipeline import Request, build, documents
from builder.document import blocks as b
from builder.document.words import count_words, notes_of, plain, texts
from builder.findings import Severity, errors
from builder.inspection.pdf import PdfReading, folded, read_pdf
from builder.inspection.word import WordReading, read_word
from builder.reading.workspace import Workspace, read_workspace

TODAY = dt.date(2026, 7, 1)
ROOT = Path(builder.__file__).parent.parent
FILES = [f"{document}.{language}" for document in ("application", "evidence-register") for language in ("en", "sv")]


@dataclass(frozen=True)
class Dossier:
    """The dossier, built once for all tests of this file."""

    documents: dict[str, b.Document]
    data: dict[str, bytes]
    pages: dict[str, tuple[str, ...]]


def workspace(award: str | None = None) -> Workspace:
    reading = read_workspace(ROOT, award=award)
    assert reading.workspace is not None, reading.findings
    return reading.workspace


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    read = workspace()
    made, _ = documents(read, TODAY)
    built = build(read, Request(), TODAY, lambda _: None)
    return Dossier(
        {f"{document.id}.{document.language}": document for document in made},
        {output.name: output.data for output in built.outputs},
        {output.name: output.page_parts for output in built.outputs},
    )


def solid(pieces: object) -> str:
    return re.sub(r"\s", "", "".join(pieces))  # type: ignore[arg-type]


def with_folios(document: b.Document, page_parts: tuple[str, ...]) -> str:
    """The words of the document, each row of its contents followed by the page on which its part begins."""
    first_page = {part.blocks[0].id: str(page_parts.index(part.id) + 1) for part in document.parts}
    pieces: list[str] = []
    for block, words in texts(document):
        if isinstance(block, b.Contents):
            pieces += [row.label + row.title + row.detail + first_page[row.target] for row in block.rows]
        else:
            pieces += words
    return folded("".join(pieces))


@pytest.mark.parametrize("name", FILES)
def test_pdf_word_and_block_tree_say_the_same(dossier: Dossier, name: str) -> None:
    """Every character of every block, captions, tables, lists and notes included, stands in both files in the same order."""
    document = dossier.documents[name]
    said = [piece for _, pieces in texts(document) for piece in pieces]
    notes = [" ".join(plain(note.children).split()) for part in document.parts for block in part.blocks for note in notes_of(block)]
    pdf, word = read_pdf(dossier.data[f"{name}.pdf"]), read_word(dossier.data[f"{name}.docx"])
    assert count_words(document) > 1000
    assert folded("".join(pdf.texts)) == with_folios(document, dossier.pages[f"{name}.pdf"])
    assert solid(word.texts) == solid(said)
    assert [" ".join(note.split()) for note in pdf.notes] == notes
    assert [" ".join(note.split()) for note in word.notes] == notes


@pytest.mark.parametrize("name", FILES)
def test_both_files_name_language_and_title(dossier: Dossier, name: str) -> None:
    """A reader's software knows what it reads and in which language."""
    document = dossier.documents[name]
    readings: list[PdfReading | WordReading] = [read_pdf(dossier.data[f"{name}.pdf"]), read_word(dossier.data[f"{name}.docx"])]
    for reading in readings:
        assert reading.language.partition("-")[0] == document.language
        assert reading.title == document.title


@pytest.mark.parametrize("name", FILES)
def test_headings_are_the_same_in_both_files(dossier: Dossier, name: str) -> None:
    """With the same levels, in the same order."""
    pdf, word = read_pdf(dossier.data[f"{name}.pdf"]), read_word(dossier.data[f"{name}.docx"])
    assert pdf.headings
    assert [(h.level, solid(h.text)) for h in pdf.headings] == [(h.level, solid(h.text)) for h in word.headings]


@pytest.mark.parametrize("name", FILES)
def test_every_drawing_has_the_same_alternative_text_in_both_files(dossier: Dossier, name: str) -> None:
    """Who cannot see a chart is told what it says."""
    pdf, word = read_pdf(dossier.data[f"{name}.pdf"]), read_word(dossier.data[f"{name}.docx"])
    assert pdf.alts
    assert [" ".join(alt.split()) for alt in pdf.alts] == [" ".join(alt.split()) for alt in word.alts]


@pytest.mark.parametrize("name", FILES)
def test_the_pdf_is_tagged_and_its_fonts_embedded(dossier: Dossier, name: str) -> None:
    """Every font travels with the file."""
    reading = read_pdf(dossier.data[f"{name}.pdf"])
    assert reading.tagged
    assert reading.fonts
    assert all(font.embedded for font in reading.fonts)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_application_has_25_to_30_pages_that_count(dossier: Dossier, language: str) -> None:
    """Cover and contents do not count; 30 is the limit that the profile names."""
    kinds = {part.id: part.kind for part in dossier.documents[f"application.{language}"].parts}
    counted = [kinds[name] for name in dossier.pages[f"application.{language}.pdf"] if kinds[name] not in ("cover", "contents")]
    assert 25 <= len(counted) <= 30
    assert counted.count("opener") == 6


def test_the_evidence_is_rich_and_in_both_languages() -> None:
    """At least 36 entries over the six criteria, six responses, and no text without its translation."""
    reading = read_workspace(ROOT)
    assert reading.workspace is not None
    assert len(reading.workspace.entries) >= 36
    assert len(reading.workspace.responses) == 6
    assert {entry.criterion for entry in reading.workspace.entries.values()} == {criterion.id for criterion in reading.workspace.award.criteria}
    assert [finding for finding in reading.findings if finding.severity is not Severity.NOTE] == []


def test_both_languages_cite_the_same_evidence_in_the_same_order() -> None:
    """A translation proves what its original proves."""
    read = workspace()
    english, swedish = (assemble(read, language).documents for language in ("en", "sv"))
    for ours, theirs in zip(english, swedish, strict=True):
        numbered = [
            [(r.number, r.id) for part in d.parts for x in part.blocks if isinstance(x, b.References) for r in x.references] for d in (ours, theirs)
        ]
        assert numbered[0] == numbered[1]


def test_the_round_of_2020_can_be_answered_from_the_same_evidence() -> None:
    """With that edition's four criteria, each with a response of its own."""
    read = workspace("icapital-2020")
    assert [criterion.id for criterion in read.award.criteria] == ["experimenting", "engaging", "expanding", "empowering"]
    assert set(read.responses) == {"experimenting", "engaging", "expanding", "empowering"}
    _, findings = documents(read, TODAY)
    assert errors(findings) == ()
    application = assemble(read, "en").documents[0]
    assert sum(part.kind == "response" for part in application.parts) == 4


BUILD = """
import hashlib, sys, time
from datetime import date
real = time.time
time.time = lambda: real() + float(sys.argv[2]) * 86400
from pathlib import Path
from builder.build.pipeline import Request, build
from builder.reading.workspace import read_workspace
workspace = read_workspace(Path(sys.argv[1])).workspace
for output in build(workspace, Request(documents=("application",), languages=("en",)), date.today(), lambda _: None).outputs:
    print(output.name, hashlib.sha256(output.data).hexdigest())
"""


def test_two_builds_are_equal_byte_for_byte_on_another_day_and_with_another_hash_seed() -> None:
    """Nothing in a file depends on when or in which order it was made."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", BUILD, str(ROOT), days], env={"PYTHONHASHSEED": seed, "TZ": zone}, capture_output=True, text=True, check=True
        )
        for days, seed, zone in (("0", "1", "UTC"), ("400", "2", "Asia/Tokyo"))
    ]
    assert len(runs[0].stdout.splitlines()) == 2
    assert runs[0].stdout == runs[1].stdout
