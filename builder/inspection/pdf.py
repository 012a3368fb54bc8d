"""Reads a finished PDF back: its words in the order of the structure tree, its headings, languages, fonts and links.

Page numbers, the foot of pages and heads repeated on later pages are artefacts and not read; a drawing is read by its alternative text.
A word divided at the end of a line bears a hyphen followed by a hair space, which the style sheet sets and no text of a document has: the word is
joined again. (U+2010 would be the natural mark, but fonts draw it with the glyph of the common hyphen: a finished file cannot tell them apart.)
"""

import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from builder.inspection.measured import Face
from builder.inspection.pdf_structure import links
from builder.inspection.pdf_text import Run, actual, marked_runs

DIVISION = "-\N{HAIR SPACE}"
"""What a divided word ends with on its first line."""
_INLINE = {"/Reference", "/Span", "/Link", "/NonStruct"}
_STROKES = "-–/"
"""After these a line may end inside a word."""
_SPACE = Run(" ", None)
_NEW_LINE = 3.0
"""Baselines further apart than this belong to different lines."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the tagged structure."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class PdfReading:
    """What a PDF says when it is read by machine."""

    pages: int
    texts: tuple[str, ...]
    """Pieces of text in reading order: a paragraph, a heading, a cell each. Footnotes are not among them, their numbers are."""
    notes: tuple[str, ...]
    """Footnotes without their numbers."""
    alts: tuple[str, ...]
    """Alternative texts of pictures and drawings."""
    headings: tuple[Heading, ...]
    language: str
    title: str
    tagged: bool
    fonts: tuple[Face, ...]
    links: tuple[str, ...]
    """Addresses outside the document."""


def read_pdf(data: bytes) -> PdfReading:
    """Read a tagged PDF; one without tags has no texts. Raises pikepdf.PdfError when the bytes are no PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        walk = _Walk(pdf)
        return PdfReading(
            pages=len(pdf.pages),
            texts=tuple(filter(None, walk.texts)),
            notes=tuple(walk.notes),
            alts=tuple(walk.alts),
            headings=tuple(walk.headings),
            language=str(pdf.Root.get("/Lang", "")),
            title=str(pdf.docinfo.get("/Title", "")),
            tagged=bool(pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)),
            fonts=tuple(sorted(set(_fonts(pdf)), key=lambda font: font.name)),
            links=tuple(links(pdf)),
        )


def count_words(texts: Iterable[str]) -> int:
    """Words in pieces of text, as they are divided by white space."""
    return sum(len(text.split()) for text in texts)


_ALIKE = str.maketrans({"\N{HYPHEN}": "-", "\N{SOFT HYPHEN}": "-", "\N{FRACTION SLASH}": "/", "\N{DIVISION SLASH}": "/"})


def folded(text: str) -> str:
    """Text without white space, in which characters that fonts draw with the same glyph are one.

    A font's raised 2 is the same glyph for a citation and for m², and a PDF can say only one of the two: compare what was read with what was
    written in this form.
    """
    return "".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).split())


class _Walk:
    """One walk through the structure tree."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.texts: list[str] = []
        self.notes: list[str] = []
        self.alts: list[str] = []
        self.headings: list[Heading] = []
        self._runs = {page.objgen: marked_runs(page) for page in pdf.pages}
        if "/StructTreeRoot" in pdf.Root:
            self._visit(pdf.Root.StructTreeRoot.K)

    def _visit(self, kids: Any) -> None:  # noqa: ANN401 - pikepdf's objects are untyped
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if _is_element(kid):
                self._element(kid)

    def _element(self, element: Any) -> None:  # noqa: ANN401
        tag = str(element.S)
        if tag == "/Figure":
            self.alts.append(str(element.get("/Alt", "")))
        elif tag == "/Note":
            self.notes.append(joined(self._below(element, without="/Lbl")))
        elif not all(map(_is_inline, _kids(element))):
            self._visit(element.K)
        else:
            self._piece(tag, joined(self._below(element)))

    def _piece(self, tag: str, text: str) -> None:
        if tag[:2] == "/H" and tag[2:].isdigit():
            self.headings.append(Heading(int(tag[2:]), " ".join(text.split())))
        if self.texts and self.texts[-1].endswith(DIVISION):
            # A paragraph cut by the end of a page is two elements, and its last word may be cut with it.
            self.texts[-1] = self.texts[-1].removesuffix(DIVISION) + text
        elif tag != "/Lbl" or any(map(str.isalnum, text)):
            self.texts.append(text)

    def _below(self, element: Any, without: str = "") -> Iterator[Run]:  # noqa: ANN401
        """The runs of an element, in reading order."""
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                yield from actual(element, self._runs[element.Pg.objgen].get(kid) or [_SPACE])
            elif _is_element(kid) and str(kid.S) != without:
                yield from self._below(kid)


def joined(runs: Iterable[Run]) -> str:
    """Runs as one text: lines with a space between them, divided words made whole."""
    text, line = "", None
    for run in runs:
        if line is not None and run.baseline is not None and abs(run.baseline - line) > _NEW_LINE:
            text = text.removesuffix(DIVISION) if text.endswith(DIVISION) else text + _between(text)
        text += run.text
        line = line if run.baseline is None else run.baseline
    return text.lstrip().rstrip(" \n")


def _between(text: str) -> str:
    """What stood between a line and the next: nothing after a stroke within a word."""
    inside = text[-1:] in _STROKES and text[-2:-1].strip()
    return "" if inside or text[-1:].isspace() else " "


def _is_element(kid: Any) -> bool:  # noqa: ANN401
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def _kids(element: Any) -> list[Any]:  # noqa: ANN401
    return [kid for kid in element.get("/K", []) if _is_element(kid)]


def _is_inline(element: Any) -> bool:  # noqa: ANN401
    """Whether an element stands within a line, with all it holds."""
    return str(element.S) in _INLINE and all(map(_is_inline, _kids(element)))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Face]:
    for page in pdf.pages:
        for font in page.resources.get("/Font", pikepdf.Dictionary()).values():
            descriptor = (font.DescendantFonts[0] if "/DescendantFonts" in font else font).get("/FontDescriptor", pikepdf.Dictionary())
            name = str(font.get("/BaseFont", "")).removeprefix("/")
            embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            yield Face(name.split("+", 1)[-1].rstrip(","), embedded)
