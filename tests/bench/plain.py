"""The dossier as somebody would write it with WeasyPrint alone: `python -m tests.bench.plain WORKSPACE [html]`.

The same blocks, print HTML, style sheet, fonts and PDF variant; the style sheet looks up the page numbers of the contents, and one layout makes the
whole document. With `html` it writes the page of HTML for other programs instead.
"""

import sys
from pathlib import Path

from builder.assembly.assemble import assemble
from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.reading.workspace import read_workspace
from builder.writers.html import part_html
from builder.writers.html_page import page_html, style_sheet, theme_css
from builder.writers.html_setting import Setting

_LOOKED_UP = " .folio a::after { content: target-counter(attr(href), page) }"
_UNKNOWN = ">0</a></td>"
"""A page number that is not known yet, as the writer of the contents leaves it."""


def html_of(document: b.Document, theme: Theme) -> str:
    """The whole document as one page of print HTML, whose contents look their page numbers up."""
    html = page_html(document, theme, "".join(part_html(part, Setting(theme)) for part in document.parts))
    assert _UNKNOWN in html or not any(isinstance(block, b.Contents) for part in document.parts for block in part.blocks)
    return html.replace(_UNKNOWN, "></a></td>")


def style_of(document: b.Document, theme: Theme, folder: Path) -> str:
    """The style sheet for it."""
    return theme_css(document, theme, ("title", "number")) + style_sheet(folder, "print.css") + _LOOKED_UP


def main(folder: Path, form: str) -> None:
    """Write the files."""
    workspace = read_workspace(folder).workspace
    assert workspace
    (folder / "plain").mkdir(exist_ok=True)
    for document in assemble(workspace, "en").documents:
        html, style = html_of(document, workspace.theme), style_of(document, workspace.theme, folder)
        target = folder / "plain" / f"{document.id}.{form}"
        if form == "html":
            target.write_text(html.replace("</head>", f"<style>{style}</style></head>"), encoding="utf-8")
        else:
            target.write_bytes(_pdf(html, style, folder))


def _pdf(html: str, style: str, folder: Path) -> bytes:
    from weasyprint import CSS, HTML  # noqa: PLC0415 - not wanted for HTML

    from builder.writers.pdf.fonts import only_carried_fonts  # noqa: PLC0415
    from builder.writers.pdf.resources import Resources  # noqa: PLC0415

    fonts, resources = only_carried_fonts(None), Resources(folder)
    sheet = CSS(string=style, font_config=fonts, url_fetcher=resources)
    data: bytes = HTML(string=html, url_fetcher=resources).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3a")
    return data


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "pdf")
