"""The marked content of a PDF's pages: what is printed under each mark, and where.

Made for PDFs whose fonts are addressed by glyph (Identity-H) and carry a ToUnicode map, as WeasyPrint writes them.
"""

import re
from dataclasses import dataclass
from typing import Any

import pikepdf

_OPERATORS = "BDC BMC EMC Tf Tm TJ Tj"
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_MAP = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """Words printed in one go, within a line."""

    text: str
    baseline: float | None
    """Height of the line on its page, in the page's own units; None for white space that is not printed."""


def marked_runs(page: pikepdf.Page) -> dict[int, list[Run]]:
    """The runs under each marked-content id of a page, artefacts left out; white space between two runs is a mark without any."""
    maps = {name: _glyphs(font) for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items()}
    runs: dict[int, list[Run]] = {}
    marks: list[int | None] = []
    glyphs: dict[int, str] = {}
    baseline = 0.0
    for instruction in pikepdf.parse_content_stream(page, _OPERATORS):
        operands, operator = list(instruction.operands), str(instruction.operator)
        match operator:
            case "BDC":
                marks.append(_mark(operands[1]))
                if marks[-1] is not None:
                    runs[marks[-1]] = []
            case "BMC":
                marks.append(None)
            case "EMC":
                marks.pop()
            case "Tf":
                glyphs = maps[str(operands[0])]
            case "Tm":
                baseline = float(operands[5])
            case _:
                mark = marks[-1] if marks else None
                if mark is not None:
                    runs[mark].append(Run(_shown(operands[0], glyphs), baseline))
    return runs


def actual(element: Any, runs: list[Run]) -> list[Run]:  # noqa: ANN401
    """The runs of an element, in the words that it gives in their place where it does."""
    words = element.get("/ActualText")
    return runs if words is None else [Run(str(words), runs[0].baseline if runs else None)]


def _mark(properties: Any) -> int | None:  # noqa: ANN401 - pikepdf's objects are untyped
    number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
    return None if number is None else int(number)


def _glyphs(font: Any) -> dict[int, str]:  # noqa: ANN401
    """The characters of each glyph of a font."""
    table = font["/ToUnicode"].read_bytes() if "/ToUnicode" in font else b""
    pairs = [pair for block in _MAP.findall(table) for pair in _PAIR.findall(block)]
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def _shown(operand: Any, glyphs: dict[int, str]) -> str:  # noqa: ANN401
    """The characters that a Tj or TJ operand shows."""
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return "".join(glyphs.get(int.from_bytes(codes[at : at + 2]), "\N{REPLACEMENT CHARACTER}") for at in range(0, len(codes), 2))
