"""Other ways to a finished file from the same words, one function each that prepares the input and names the command."""

import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from builder.assembly.assemble import assemble
from builder.document import blocks as b
from builder.document.words import plain
from builder.reading.workspace import read_workspace
from tests.bench.markdown import as_markdown, without_drawings

Command = Sequence[str | Path]
DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(json.load(open(sys.argv[2])))
template.save(sys.argv[3])
"""


def commands(folder: Path) -> Mapping[str, Command]:
    """The commands that this machine has, by what they do; each writes into `others/` of the workspace."""
    import pypandoc  # noqa: PLC0415 - a dependency of this measurement only

    place = folder / "others"
    place.mkdir(exist_ok=True)
    workspace = read_workspace(folder).workspace
    assert workspace
    text = [without_drawings(document) for document in assemble(workspace, "en").documents]
    (place / "dossier.md").write_text("\n\n".join(map(as_markdown, text)), encoding="utf-8")
    pandoc = pypandoc.get_pandoc_path()
    found: dict[str, Command] = {"pandoc → DOCX": (pandoc, place / "dossier.md", "-o", place / "pandoc.docx")}
    pypandoc.convert_file(str(place / "dossier.md"), "typst", outputfile=str(place / "dossier.typ"), extra_args=["--standalone"])
    compile_ = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
    found["Typst → PDF"] = (sys.executable, "-c", compile_, place / "dossier.typ", place / "typst.pdf")
    _template(text, place)
    found["docxtpl → DOCX"] = (sys.executable, "-c", DOCXTPL, place / "template.docx", place / "words.json", place / "docxtpl.docx")
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        files = sorted((folder / "output").glob("*.docx"))
        found["LibreOffice, our DOCX → PDF"] = (office, profile, "--headless", "--convert-to", "pdf", "--outdir", place, *files)
    if browser := shutil.which("chromium"):
        page, made = (folder / "plain/application.html").as_uri(), place / "chromium.pdf"
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={made}")
        found["headless Chromium → PDF of the application alone"] = (browser, *options, page)
    return found


def _template(documents: Sequence[b.Document], place: Path) -> None:
    """A template of python-docx's own styles with a loop over pieces, and the pieces."""
    import json  # noqa: PLC0415

    import docx  # noqa: PLC0415

    pieces = [
        {"level": block.level, "text": f"{block.label} {plain(block.children)}"} if isinstance(block, b.Heading) else {"level": 0, "text": text}
        for document in documents
        for text, block in ((line, block) for part in document.parts for block in part.blocks for line in _lines(block))
    ]
    (place / "words.json").write_text(json.dumps({"pieces": pieces}), encoding="utf-8")
    template = docx.Document()
    template.add_paragraph("{%p for piece in pieces %}")
    template.add_paragraph("{%p if piece.level %}")
    template.add_heading("{{ piece.text }}", 1)
    template.add_paragraph("{%p else %}")
    template.add_paragraph("{{ piece.text }}")
    template.add_paragraph("{%p endif %}")
    template.add_paragraph("{%p endfor %}")
    template.save(str(place / "template.docx"))


def _lines(block: b.AnyBlock) -> Sequence[str]:
    from builder.document.words import block_texts  # noqa: PLC0415

    return [plain(block.children)] if isinstance(block, b.Heading) else [text for text in block_texts(block) if text]
