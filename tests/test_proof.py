"""The proof that travels inside the PDF of the evidence register."""

import hashlib
import io
import zlib
from pathlib import Path

import pikepdf
import pytest

from builder.assembly.assemble import assemble
from builder.document import blocks as b
from builder.findings import DossierError
from builder.reading.workspace import read_workspace
from builder.writers.pdf import write_pdf
from tests.small_workspace import FILES, small_workspace

ATTACH = FILES["dossier.yaml"] + "enclose: [entries, copies]\n"
COPY = b"%PDF-1.4 the words that prove it"
SECRET = "Ultramarine 4711"  # noqa: S105 - words that must not come out
"""What nobody may find in the file."""
ENTRY = FILES["evidence/openness/fair.yaml"]


def register(folder: Path) -> tuple[b.Document, bytes]:
    workspace = read_workspace(folder).workspace
    assert workspace is not None, read_workspace(folder).findings
    document = assemble(workspace, "en").documents[1]
    return document, write_pdf(document, workspace.theme, folder).data


def attached(data: bytes) -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}


def with_copy(folder: Path, **changes: str | None) -> Path:
    copied = ENTRY.replace('"https://example.org/fair"}', '"https://example.org/fair", file: files/good-to-know.pdf}')
    assert copied != ENTRY
    small_workspace(folder, **{"dossier.yaml": ATTACH, "evidence/openness/fair.yaml": copied, **changes})
    (folder / "evidence" / "files").mkdir(exist_ok=True)
    (folder / "evidence" / "files" / "good-to-know.pdf").write_bytes(COPY)
    return folder


def test_entries_translations_and_local_copies_travel_as_they_are(tmp_path: Path) -> None:
    """Byte for byte, so that a checksum in the register can be compared."""
    _, data = register(with_copy(tmp_path))
    found = attached(data)
    assert found.keys() == {"fair.yaml", "fair.sv.yaml", "good-to-know.pdf"}
    assert hashlib.sha256(found["good-to-know.pdf"]).digest() == hashlib.sha256(COPY).digest()
    assert found["fair.yaml"] == (tmp_path / "evidence/openness/fair.yaml").read_bytes()


def test_each_attachment_says_what_it_is_to_the_document(tmp_path: Path) -> None:
    """PDF/A-3 asks for the relationship of every attachment (ISO 19005-3, 6.8)."""
    _, data = register(with_copy(tmp_path))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        said = {str(spec.UF): str(spec.AFRelationship) for spec in pdf.Root.AF}
    assert said == {"fair.yaml": "/Source", "fair.sv.yaml": "/Source", "good-to-know.pdf": "/Supplement"}


def test_nothing_travels_unless_it_is_asked_for(tmp_path: Path) -> None:
    """An entry also holds what no document prints: who answers for it, and notes."""
    document, data = register(with_copy(tmp_path, **{"dossier.yaml": FILES["dossier.yaml"]}))
    assert document.attachments == ()
    assert attached(data) == {}


def test_the_application_carries_no_attachments(tmp_path: Path) -> None:
    """They belong to the register, where the citations lead."""
    workspace = read_workspace(with_copy(tmp_path)).workspace
    assert workspace is not None
    assert assemble(workspace, "en").documents[0].attachments == ()


def test_two_files_of_one_name_both_travel(tmp_path: Path) -> None:
    """`report.pdf` of two folders are two reports."""
    two = ENTRY + "  first: {title: First, file: files/report.pdf}\n  second: {title: Second, file: media/report.pdf}\n"
    small_workspace(tmp_path, **{"dossier.yaml": ATTACH, "evidence/openness/fair.yaml": two})
    for folder, content in (("files", b"one"), ("media", b"two")):
        (tmp_path / "evidence" / folder).mkdir(exist_ok=True)
        (tmp_path / "evidence" / folder / "report.pdf").write_bytes(content)
    _, data = register(tmp_path)
    assert {content for name, content in attached(data).items() if "report" in name} == {b"one", b"two"}


def everything_in(data: bytes) -> bytes:
    """All bytes of a PDF, its streams unpacked, and the files inside it."""
    found = [data]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                found += [thing.read_raw_bytes(), thing.read_bytes()]
            found.append(repr(thing).encode())
    for raw in list(found):
        try:
            found.append(zlib.decompress(raw))
        except zlib.error:
            continue
    return b"\n".join(found)


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY + f"confidential: true\nowner: {SECRET}\n",
        ENTRY.replace(
            "    sources: [page]\n", f"    sources: [page]\n  hidden:\n    text: {SECRET}\n    confidential: true\n    sources: [page]\n", 1
        ),
        ENTRY + f"  hidden: {{title: {SECRET}, confidential: true, file: files/hidden.txt}}\n",
    ],
    ids=["entry", "claim", "source"],
)
def test_nothing_confidential_can_be_found_in_the_bytes(tmp_path: Path, entry: str) -> None:
    """Neither the words nor the file, however the bytes are unpacked; and the search finds what is public."""
    changes = {"evidence/openness/response.yaml": None, "evidence/openness/response.sv.yaml": None, "evidence/openness/fair.sv.yaml": None}
    small_workspace(tmp_path, **{"dossier.yaml": ATTACH.replace("claim: {en: Small and open, sv: Liten och öppen}\n", ""), **changes})
    (tmp_path / "evidence/openness/fair.yaml").write_text(entry, encoding="utf-8")
    (tmp_path / "evidence/openness/other.yaml").write_text(ENTRY.replace("The fair", "Another fair"), encoding="utf-8")
    (tmp_path / "evidence/files").mkdir()
    (tmp_path / "evidence/files/hidden.txt").write_text(SECRET, encoding="utf-8")
    _, data = register(tmp_path)
    searched = everything_in(data)
    assert b"Another fair" in searched
    assert SECRET.encode() not in searched
    assert SECRET.encode("utf-16-be") not in searched
    assert "fair.yaml" not in attached(data)
    assert "other.yaml" in attached(data)


def test_an_attachment_that_is_gone_stops_the_writing(tmp_path: Path) -> None:
    """A register that lacks its proof is not the one that was meant."""
    workspace = read_workspace(with_copy(tmp_path)).workspace
    assert workspace is not None
    document = assemble(workspace, "en").documents[1]
    (tmp_path / "evidence/files/good-to-know.pdf").unlink()
    with pytest.raises(DossierError) as caught:
        write_pdf(document, workspace.theme, tmp_path)
    assert [(f.code, f.location.path) for f in caught.value.findings] == [("E305", "evidence/files/good-to-know.pdf")]


def test_the_same_proof_gives_the_same_bytes(tmp_path: Path) -> None:
    """The dates of attachments are those of the document, not of the files."""
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    _, one = register(with_copy(first))
    _, other = register(with_copy(second))
    assert one == other
