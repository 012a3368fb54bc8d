"""Every Word file conforms to its format, by two validators that know nothing of one another: openxml-audit and Microsoft's Open XML SDK."""

import functools
import io
import json
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from builder.assembly.assemble import assemble
from builder.document import blocks as b
from builder.document.walk import ids
from builder.reading.workspace import read_workspace
from builder.writers.word import write_word
from tests.sample_document import draw_media, every_block
from tests.themes import NAMES, theme
from tests.torture import torture

ROOT = Path(__file__).parent.parent
SDK = ROOT / ".venv" / "npm" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"


def audit(path: Path) -> list[str]:
    """What openxml-audit finds; each file gets a validator of its own, for one that is used again mistakes the parts of two files."""
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def open_xml_sdk(path: Path) -> list[str]:
    """What the SDK's validator finds for the newest Word; it takes one file at a time."""
    finished = subprocess.run([SDK, path], capture_output=True, text=True, check=False)
    said = json.loads(finished.stdout)
    assert said["ok"] == (not said["errors"])
    return [f"{error['errorType']} {error['path']} {error['xPath']}: {error['description']}" for error in said["errors"]]


NO_SDK = pytest.mark.skipif(not SDK.exists(), reason="the Open XML SDK's validator is missing: `make test` fetches it where there is npm")
VALIDATORS = pytest.mark.parametrize("validate", [audit, pytest.param(open_xml_sdk, marks=NO_SDK)])
Validate = Callable[[Path], list[str]]


@functools.cache
def dossier() -> tuple[b.Document, ...]:
    """Our own dossier: both documents in both languages."""
    workspace = read_workspace(ROOT).workspace
    assert workspace is not None
    return tuple(document for language in workspace.languages for document in assemble(workspace, language).documents)


def found(validate: Validate, documents: tuple[b.Document, ...], name: str, media: Path, folder: Path) -> Iterator[str]:
    """What a validator finds in the Word files of the documents, with every page number filled in."""
    for number, document in enumerate(documents):
        path = folder / f"{number}.{document.id}.{document.language}.docx"
        path.write_bytes(write_word(document, theme(name), media, dict.fromkeys(ids(document), 7)))
        yield from (f"{path.name}: {error}" for error in validate(path))


@VALIDATORS
@pytest.mark.parametrize("name", NAMES)
def test_our_own_dossier_is_valid_in_every_theme(tmp_path: Path, name: str, validate: Validate) -> None:
    """All its documents in all its languages."""
    assert len(dossier()) == 4
    assert list(found(validate, dossier(), name, ROOT, tmp_path)) == []


@VALIDATORS
@pytest.mark.parametrize("name", NAMES)
def test_documents_with_every_block_and_every_hardship_are_valid_in_every_theme(tmp_path: Path, name: str, validate: Validate) -> None:
    """Charts with their workbooks, notes in tables, nine lists inside one another, many scripts, sections without content."""
    draw_media(tmp_path)
    documents = (every_block("en"), every_block("sv"), torture())
    assert list(found(validate, documents, name, tmp_path, tmp_path)) == []


@VALIDATORS
@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("word/document.xml", b"</w:pPr>", b"<w:tbl/></w:pPr>", "tbl"),
        ("word/document.xml", b'<w:footnoteReference w:id="', b'<w:footnoteReference w:id="99', "99"),
        ("word/styles.xml", b'w:type="paragraph"', b'w:type="sentence"', "sentence"),
        ("word/numbering.xml", b'<w:numFmt w:val="', b'<w:numFmt w:val="un', "un"),
    ],
    ids=["an element where none may be", "a footnote that is not there", "a kind of style that is none", "a form of numbers that is none"],
)
def test_a_damaged_file_is_refused(tmp_path: Path, validate: Validate, part: str, old: bytes, new: bytes, told: str) -> None:
    """By each validator, at the very part; otherwise the tests above could not fail."""
    draw_media(tmp_path)
    path = tmp_path / "damaged.docx"
    with zipfile.ZipFile(io.BytesIO(write_word(every_block(), theme(), tmp_path, {}))) as sound, zipfile.ZipFile(path, "w") as damaged:
        for name in sound.namelist():
            content = sound.read(name)
            damaged.writestr(name, content.replace(old, new, 1) if name == part else content)
        assert old in sound.read(part)
    errors = validate(path)
    assert any(part in error and told in error for error in errors), errors
