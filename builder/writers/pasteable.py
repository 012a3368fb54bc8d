"""Answers as plain text and as Markdown, to be pasted into the fields of a portal: each under its question, with its length.

The words are those of the document. What is drawn is said by its alternative text; cards and coverage, which repeat in short what stands elsewhere,
become a line that names their entries, or nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from builder.document import blocks as b
from builder.document import inlines as i

Form = Literal["txt", "md"]
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_START = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
_LEFT_OUT = frozenset({"cover", "contents"})
_SECTIONS = 2
"""The last level of headings that begin a section."""
_INDENT = "   "


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading of the first two levels."""

    title: str
    level: int
    text: str

    @property
    def characters(self) -> int:
        """With spaces, as portals count."""
        return len(self.text)

    @property
    def words(self) -> int:
        """Words as they are parted by spaces."""
        return len(self.text.split())


def pasteable(document: b.Document, form: Form) -> str:
    """The whole document, each section with its length; a length counts what stands under the heading, as plain text."""
    pieces = [f"# {_escaped(document.title)}" if form == "md" else document.title]
    for section, counted in zip(sections(document, form), sections(document, "txt"), strict=True):
        length = f"{counted.characters:,} characters with spaces, {counted.words:,} words"
        head = f"{'#' * (section.level + 1)} {section.title}\n\n*{length}*" if form == "md" else f"{section.title}\n({length})"
        pieces.append(f"{head}\n\n{section.text}".rstrip())
    return ("\n\n" if form == "md" else "\n\n\n").join(pieces) + "\n"


def sections(document: b.Document, form: Form) -> Iterator[Section]:
    """The sections that say something, in order."""
    for part in document.parts:
        heading: b.Heading | None = None
        texts: list[str] = []
        for block in part.blocks if part.kind not in _LEFT_OUT else ():
            if isinstance(block, b.Heading) and block.level <= _SECTIONS:
                yield from _section(heading, texts, form)
                heading, texts = block, []
            else:
                texts.append(_block(block, form))
        yield from _section(heading, texts, form)


def _section(heading: b.Heading | None, texts: list[str], form: Form) -> Iterator[Section]:
    text = "\n\n".join(filter(None, texts))
    if heading and text:
        title = ": ".join(filter(None, (_said(heading.label, form), _line(heading.children, form))))
        yield Section(title, heading.level, text)


def _block(block: b.AnyBlock, form: Form) -> str:
    def line(children: i.Inlines) -> str:
        return _line(children, form)

    def said(text: str) -> str:
        return _said(text, form)

    match block:
        case b.Heading():
            return f"{'#' * (block.level + 1)} {line(block.children)}" if form == "md" else line(block.children)
        case b.Paragraph():
            return _harmless(line(block.children), form)
        case b.List():
            return "\n".join(_items(block, form))
        case b.Table():
            return _table(block, form)
        case b.Quote():
            speaker = f" – {said(block.speaker)}" if block.speaker else ""
            return ("> " if form == "md" else "") + line(block.children) + speaker
        case b.Callout():
            return f"{said(block.label)}: {line(block.children)}"
        case b.Chart() | b.Picture():
            title = ": ".join(filter(None, (said(block.caption.label), line(block.caption.title))))
            return f"{title}. {said(block.alt)}".strip(". ")
        case b.KeyFigures():
            figures = (" ".join(filter(None, (figure.before, figure.number, figure.after))) for figure in block.figures)
            return _bulleted([f"{said(number)} {line(one.children)}" for number, one in zip(figures, block.figures, strict=True)], form)
        case b.Timeline():
            return _bulleted([f"{said(event.date)}: {line(event.children)}" for event in block.events], form)
        case b.Cards():
            return "; ".join(f"{said(f'[{card.number}]')} {line(card.title)}" for card in block.cards)
        case b.EvidenceCard():
            return f"{said(f'[{block.number}]')} {line(block.title)}"
        case b.References():
            return "\n\n".join(f"{said(f'[{one.number}]')} {said(one.title)}. {line(one.children)}" for one in block.references)
        case b.RegisterEntry():
            return "\n\n".join(filter(None, _entry(block, line, said)))
        case b.Coverage() | b.Contents() | b.Cover():
            return ""
        case _:
            assert_never(block)


def _entry(entry: b.RegisterEntry, line: Callable[[i.Inlines], str], said: Callable[[str], str]) -> Iterator[str]:
    yield f"{said(f'[{entry.number}]')} {line(entry.title)}"
    yield from map(line, entry.paragraphs)
    yield from (f"{said(claim.mark)} {line(claim.children)}" for claim in entry.claims)
    for source in entry.sources:
        pieces = (source.marks, source.title, source.publisher, source.url, *source.detail)
        yield ", ".join(said(piece) for piece in pieces if piece)


def _items(block: b.List, form: Form, indent: str = "") -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}." if block.ordered else "-" if form == "md" else "–"
        for place, child in enumerate(item):
            if isinstance(child, b.List):
                yield from _items(child, form, indent + _INDENT)
            else:
                before = f"{indent}{mark} " if place == 0 else indent + _INDENT
                yield before + _block(child, form).replace("\n", f"\n{indent}{_INDENT}")


def _table(block: b.Table, form: Form) -> str:
    """A table of Markdown, or lines whose cells are parted by tabs."""
    rows = [[_cell(cell, form) for cell in row.cells] for row in block.rows]
    head = [_line(column.title, form) for column in block.columns]
    title = " ".join(filter(None, (_said(block.caption.label, form), _line(block.caption.title, form)))) if block.caption else ""
    if form == "txt":
        lines = [*([head] if any(head) else []), *rows]
        return "\n".join(filter(None, (title, *("\t".join(line) for line in lines))))
    width = len(head)
    lines = [head, ["---"] * width, *([*row, *[""] * (width - len(row))] for row in rows)]
    made = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{title}\n\n{made}" if title else made


def _cell(cell: b.Cell, form: Form) -> str:
    pieces = (_line(cell.children, form), _line(cell.detail, form))
    return ", ".join(filter(None, pieces)).replace("\n", " ")


def _bulleted(lines: list[str], form: Form) -> str:
    return "\n".join(f"{'-' if form == 'md' else '–'} {line}" for line in lines)


def _line(children: i.Inlines, form: Form) -> str:
    return "".join(_inline(child, form) for child in children)


def _inline(child: i.Inline, form: Form) -> str:
    match child:
        case i.Strong() if form == "md":
            return _marked("**", _line(child.children, form))
        case i.Emphasis() if form == "md":
            return _marked("*", _line(child.children, form))
        case i.Link() if form == "md":
            return f"[{_line(child.children, form)}](<{child.url}>)"
        case i.Strong() | i.Emphasis() | i.InLanguage() | i.Written() | i.Link():
            return _line(child.children, form)
        case i.Citation():
            return "".join(_said(f" [{mark.number}{f', {mark.locator}' if mark.locator else ''}]", form) for mark in child.marks)
        case i.Footnote():
            return f" ({_line(child.children, form)})"
        case i.LineBreak():
            return "\n"
        case i.Text() | i.Code() | i.Value() | i.CrossReference():
            return _said(child.text, form)
        case _:
            assert_never(child)


def _said(text: str, form: Form) -> str:
    return _escaped(text) if form == "md" else text


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _marked(sign: str, text: str) -> str:
    """Words between signs of stress. Those that begin or end with a sign stay without: CommonMark may take theirs for plain asterisks (6.2)."""
    inner = text.strip()
    start = len(text) - len(text.lstrip())
    if not (inner[:1].isalnum() and inner[-1:].isalnum()):
        return text
    return f"{text[:start]}{sign}{inner}{sign}{text[start + len(inner) :]}"


def _harmless(text: str, form: Form) -> str:
    """A paragraph that Markdown would take for a list, a heading or a line, kept a paragraph."""
    if form == "txt":
        return text
    return _START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"{found[1]}{found[3]}\\{found[4]}", text)
