"""Paragraphs, runs and fields: what all text of the Word file is put together from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from builder.writers.word.markup import pt, text, w
from builder.writers.word.style import style_id

EN_SPACE = "\u2002"
"""Between a label and what it names."""
TAB = w("r", w("tab"))
BREAK = w("r", w("br"))
"""Ends a line before the margin."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named style; all but its content adds to the style."""

    style: str
    content: str
    """Its runs."""
    keep_next: bool = False
    numbered: tuple[int, int] | None = None
    """Level and numbering."""
    before: float | None = None
    after: float | None = None
    """Space around it, in points."""
    left: int | None = None
    """Where its words begin, in twips."""
    end: bool = False
    """Aligned at the right."""
    section: str = ""
    """What the section that it ends looks like."""

    def markup(self, *, keep_next: bool = False) -> str:
        """As WordprocessingML; it may have to stay on the page of the next."""
        known = _properties(self.style, self.numbered, self.before, self.after, self.left, keep_next=keep_next or self.keep_next, end=self.end)
        return f"<w:p><w:pPr>{known}{self.section}</w:pPr>{self.content}</w:p>"


Flow = Paragraph | str
"""What blocks become: paragraphs, and tables as markup."""


def flow_markup(flow: Iterable[Flow]) -> str:
    """Paragraphs and tables as WordprocessingML."""
    return "".join([one.markup() if isinstance(one, Paragraph) else one for one in flow])


def paragraph(style: str, *content: str) -> Paragraph:
    """A paragraph of these runs, with nothing but its style."""
    return Paragraph(style, "".join(content))


@lru_cache(maxsize=1000)
def _properties(
    style: str, numbered: tuple[int, int] | None, before: float | None, after: float | None, left: int | None, *, keep_next: bool, end: bool
) -> str:
    space: dict[str, str | float] = {name: pt(points) for name, points in (("before", before), ("after", after)) if points is not None}
    return "".join(
        (
            w("pStyle", val=style_id(style)),
            w("keepNext") if keep_next else "",
            w("numPr", w("ilvl", val=numbered[0]), w("numId", val=numbered[1])) if numbered else "",
            w("spacing", **space) if space else "",
            w("ind", left=left) if left is not None else "",
            w("jc", val="right") if end else "",
        )
    )


def run(words: str, style: str = "", narrowed: int | None = None) -> str:
    """Words in a character style, their characters as many percent wide as given."""
    return f"<w:r>{_styled(style, narrowed)}{text(words)}</w:r>"


@cache
def _styled(style: str, narrowed: int | None) -> str:
    properties = (w("rStyle", val=style_id(style)) if style else "", "" if narrowed is None else w("w", val=narrowed))
    return w("rPr", *properties) if any(properties) else ""


def lines(words: str) -> Iterator[str]:
    """Words whose lines end where they say."""
    for number, line in enumerate(words.split("\n")):
        if number:
            yield BREAK
        yield run(line)


def field(instruction: str, result: str) -> str:
    """A field with the run that stands until Word computes it anew."""
    return w("fldSimple", result, instr=f" {instruction} ")


def internal_link(anchor: str, *content: str) -> str:
    """What leads to a bookmark."""
    return w("hyperlink", *content, anchor=anchor, history=1)
