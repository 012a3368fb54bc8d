"""What is fuzzed: each target takes bytes and raises nothing but what its readers promise."""

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import docx
import pikepdf
from weasyprint import HTML

from builder.assembly.markdown import Reader
from builder.assembly.passage import Passage, ReferenceProblem
from builder.checks.numbers import numbers
from builder.checks.prose import Passage as Prose
from builder.checks.readability import lix
from builder.document.inlines import CitationMark, Value
from builder.findings import DossierError, Location
from builder.inspection import measure_pdf, measure_word
from builder.inspection.measure import measure
from builder.reading.workspace import read_workspace
from builder.reading.yaml import parse_yaml
from tests.small_workspace import FILES, small_workspace

INSTRUMENTED = (measure_pdf, measure_word)
"""Loaded here, so that the fuzzer sees which of their lines it reaches; `measure` would load them later."""
ROOT = Path(__file__).parent.parent.parent
_FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))
_ENTRY = "evidence/openness/fair.yaml"


def read_yaml_bytes(data: bytes) -> None:
    """The YAML reader; what it can read goes through the models as an entry, and then through the whole workspace."""
    parsed = parse_yaml(data, _ENTRY)
    if parsed.file is not None and isinstance(parsed.data, dict):
        small_workspace(_FOLDER)
        (_FOLDER / _ENTRY).write_bytes(data)
        for finding in read_workspace(_FOLDER).findings:
            str(finding.location)


class _References:
    """Knows nothing and everything: ids that begin with `no` are unknown."""

    def citation(self, target: str, locator: str) -> CitationMark:
        if target.startswith("no"):
            raise ReferenceProblem("E303", "unknown")
        return CitationMark(1, target, "", locator)

    def value(self, reference: str) -> Value:
        if reference.startswith("no"):
            raise ReferenceProblem("E304", "unknown")
        return Value("1", reference)

    def footnote(self) -> int:
        return 1


def _place(offset: int) -> Location:
    return Location("text", 1, offset + 1)


def read_markdown_bytes(data: bytes) -> None:
    """The Markdown reader in two languages, as blocks and as one run, and the readers of numbers and words."""
    text = data.decode("utf-8", "replace").replace("\0", " ")
    for language in ("en", "sv"):
        Reader(Passage("text", text, language, _place), _References()).blocks()
        Reader(Passage("text", text, language, _place), _References()).inlines()
        prose = Prose("text", (), language, text, "answer", "criterion.question")
        for number in numbers(prose):
            if not text[number.start : number.start + number.width][0].isdecimal():
                raise AssertionError(number)
        lix(prose.words)


def measure_bytes(data: bytes) -> None:
    """`inspect`: the first byte says whether the rest is given out as a PDF or as a Word file."""
    try:
        measure("file.docx" if data[:1] == b"w" else "file.pdf", data[1:])
    except DossierError:
        return


def _yaml_seeds() -> Iterator[bytes]:
    for path in sorted((ROOT / "evidence").rglob("*.yaml"))[:40]:
        yield path.read_bytes()
    for text in FILES.values():
        yield text.encode()


def _markdown_seeds() -> Iterator[bytes]:
    yield from (text.encode() for text in FILES.values())
    for path in sorted((ROOT / "evidence").rglob("response*.yaml")):
        yield from (part.encode() for part in path.read_text(encoding="utf-8").split("\n\n")[:20])
    yield b"# A\n\n- b\n  - c\n\n1. d\n\n| a | b |\n|---|--:|\n| c | {=7: e} |\n\n> q\n\n```\nx\n```\n"
    yield b"^[note] [^1] [l](https://a.b) ![i](j) <b>\n\n[^1]: f\n"


def _file_seeds() -> Iterator[bytes]:
    """Small files, unpacked, so that a changed byte changes something."""
    with pikepdf.open(io.BytesIO(HTML(string="<h1>A</h1><p>TODO <a href='https://a.example'>b</a><table><tr><td>c").write_pdf(pdf_tags=True))) as pdf:
        for packed in (False, True):
            buffer = io.BytesIO()
            pdf.save(buffer, compress_streams=packed, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
            yield b"p" + buffer.getvalue()
    document = docx.Document()
    document.add_heading("A", 1)
    document.add_paragraph("TODO b", style="List Bullet")
    document.add_table(1, 2).cell(0, 0).text = "c"
    packed_file, stored = io.BytesIO(), io.BytesIO()
    document.save(packed_file)
    with zipfile.ZipFile(packed_file) as source, zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as target:
        for name in ("word/document.xml", "docProps/app.xml", "docProps/core.xml"):
            target.writestr(name, source.read(name))
        target.writestr("word/styles.xml", source.read("word/styles.xml")[:4000] + b"</w:styles>")
    yield b"w" + stored.getvalue()
    yield from (b"p%PDF-1.4\n%%EOF", b"wPK\x03\x04", b"p", b"w")


TARGETS: Mapping[str, Callable[[bytes], None]] = {"yaml": read_yaml_bytes, "markdown": read_markdown_bytes, "inspect": measure_bytes}
SEEDS: Mapping[str, Callable[[], Iterator[bytes]]] = {"yaml": _yaml_seeds, "markdown": _markdown_seeds, "inspect": _file_seeds}
