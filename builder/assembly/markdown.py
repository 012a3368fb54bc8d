"""Markdown to blocks and inlines, every problem with its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Literal, cast

from markdown_it.tree import SyntaxTreeNode

from builder.assembly.passage import Passage, ReferenceProblem, References
from builder.assembly.syntax import parser
from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.words import plain
from builder.findings import Finding, Location

_REFUSED = {
    "html_block": ("raw HTML has no place in a text", "Write Markdown; the same words must stand in the PDF and in Word."),
    "html_inline": ("raw HTML has no place in a text", "Write Markdown, or put a backslash before `<`."),
    "fence": ("a block of code has no place in a dossier", "Write a paragraph or a list."),
    "code_block": ("a paragraph indented by four spaces would become a block of code", "Take the extra indentation away."),
    "hr": ("a line across the page has no place in a text", "Use a heading `###` to divide an answer."),
    "image": ("a picture cannot stand inside a text", "List it under `media:` of an evidence entry, with its alternative text."),
    "blockquote": ("a quotation needs a speaker and a consent", "Write it under `quotes:` of an evidence entry."),
}
# Most short texts have no sign that Markdown could read as markup: they need no parser, which takes most of the time of a check.
_LINE = r"(?![ \d+=-])[^\\`*_\[\]{}<>&!#^~|\"'\n\r\t\0+=]+(?<! )"
_PLAIN = re.compile(f"{_LINE}(?:\n{_LINE})*")
_CITED = re.compile(r"@(?P<target>[^\s,;]+)(?:,\s*(?P<locator>.+))?", re.DOTALL)


def without_markup(text: str) -> i.Inlines | None:
    """The inlines of a text that no sign in it could make anything but words; nothing for a text that needs to be parsed."""
    return (i.Text(" ".join(text.split("\n"))),) if _PLAIN.fullmatch(text) else None


@lru_cache(512)
def _parsed(text: str, language: str) -> SyntaxTreeNode:
    """The syntax tree of a text, which nobody changes: an answer is read once for what it cites and once for its blocks."""
    return SyntaxTreeNode(parser(language).parse(text))


@dataclass(slots=True)
class Reader:
    """Reads one passage. What it found wrong gathers in `findings`."""

    passage: Passage
    references: References
    resolve: Callable[[str], Sequence[b.AnyBlock] | None] = lambda _: None
    """Blocks that stand for a paragraph of that text: how a template inserts them."""
    levels: tuple[int, ...] = (3, 4)
    """Heading levels allowed here."""
    findings: list[Finding] = field(default_factory=list)
    _count: int = 0
    _cursor: int = 0
    _starts: list[int] = field(default_factory=list)
    _footnotes: dict[int, SyntaxTreeNode] = field(default_factory=dict)
    _in_note: bool = False

    def blocks(self) -> tuple[b.AnyBlock, ...]:
        """The whole passage as blocks."""
        return tuple(self._children(self._tree()))

    def inlines(self) -> i.Inlines:
        """The passage as one run of text; paragraphs are joined by a space, anything else is a finding."""
        runs: list[i.Inline] = []
        for node in self._tree().children:
            if node.type == "footnote_block":
                continue
            if node.type != "paragraph":
                self._refuse(node, "only running text can stand here", "Leave out lists, tables and headings.")
                continue
            if runs:
                runs.append(i.Text(" "))
            runs.extend(self._inlines(node))
        return tuple(runs)

    def _tree(self) -> SyntaxTreeNode:
        root = _parsed(self.passage.text, self.passage.language)
        for node in root.children:
            if node.type == "footnote_block":
                self._footnotes = {n.meta["id"]: n for n in node.children if n.type == "footnote"}
        return root

    def _children(self, node: SyntaxTreeNode) -> Iterator[b.AnyBlock]:
        for child in node.children:
            yield from self._block(child)

    def _block(self, node: SyntaxTreeNode) -> Iterator[b.AnyBlock]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node)
            case "heading":
                yield from self._heading(node)
            case "bullet_list" | "ordered_list":
                yield self._list(node)
            case "table":
                yield self._table(node)
            case "footnote_block":
                pass
            case kind if kind in _REFUSED:
                self._refuse(node, *_REFUSED[kind])
            case kind:
                raise AssertionError(f"Markdown gave a block we do not know: {kind}")

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[b.AnyBlock]:
        inserted = self.resolve(node.children[0].content)
        if inserted is not None:
            yield from inserted
            return
        name, place = self._place(node)
        yield b.Paragraph(name, place, self._inlines(node))

    def _heading(self, node: SyntaxTreeNode) -> Iterator[b.AnyBlock]:
        level = int(node.tag[1])
        if level not in self.levels:
            marks = " or ".join(f"`{'#' * allowed}`" for allowed in self.levels)
            self._refuse(node, f"a heading of level {level} cannot stand here", f"Begin it with {marks}.")
            return
        name, place = self._place(node)
        yield b.Heading(name, place, cast("Literal[1, 2, 3, 4]", level), self._inlines(node))

    def _list(self, node: SyntaxTreeNode) -> b.List:
        name, place = self._place(node)
        ordered = node.type == "ordered_list"
        items = tuple(tuple(self._children(item)) for item in node.children)
        return b.List(name, place, items, ordered, int(node.attrs.get("start", 1)) if ordered else 1)

    def _table(self, node: SyntaxTreeNode) -> b.Table:
        name, place = self._place(node)
        lines = [row for section in node.children for row in section.children]
        cells = [[self._cell(cell, row, f"{name}.row-{n}.column-{m}") for m, cell in enumerate(row.children, 1)] for n, row in enumerate(lines)]
        widths = [max(8, min(60, max(len(plain(row[n].children)) for row in cells))) for n in range(len(cells[0]))]
        columns = tuple(
            b.Column(cell.children, width, "end" if "right" in str(head.attrs.get("style", "")) else "start")
            for cell, width, head in zip(cells[0], widths, lines[0].children, strict=True)
        )
        return b.Table(name, place, columns, tuple(b.Row(tuple(row)) for row in cells[1:]))

    def _cell(self, node: SyntaxTreeNode, row: SyntaxTreeNode, name: str) -> b.Cell:
        words = self._inlines(node)
        return b.Cell((i.Written(name, self.passage.field, self.passage.locate(self._line_start(row)), words),) if words else ())

    def _place(self, node: SyntaxTreeNode) -> tuple[str, Location]:
        """The id and origin of the next block; references are looked for from its first line on."""
        self._count += 1
        self._cursor = max(self._cursor, self._line_start(node))
        return f"{self.passage.id}.{self._count}", self.passage.locate(self._cursor)

    def _line_start(self, node: SyntaxTreeNode) -> int:
        if not self._starts:
            self._starts = [0, *accumulate(map(len, self.passage.text.splitlines(keepends=True)))]
        return self._starts[node.map[0] if node.map else 0]

    def _inlines(self, node: SyntaxTreeNode) -> i.Inlines:
        return _closed_up(run for inline in node.children for child in inline.children for run in self._inline(child))

    def _run(self, node: SyntaxTreeNode) -> i.Inlines:
        return _closed_up(run for child in node.children for run in self._inline(child))

    def _inline(self, node: SyntaxTreeNode) -> Iterator[i.Inline]:
        match node.type:
            case "text" | "text_special":
                yield i.Text(node.content)
            case "softbreak":
                yield i.Text(" ")
            case "hardbreak":
                yield i.LineBreak()
            case "strong":
                yield i.Strong(self._run(node))
            case "em":
                yield i.Emphasis(self._run(node))
            case "code_inline":
                yield i.Code(node.content)
            case "link":
                yield i.Link(self._run(node), str(node.attrs["href"]))
            case "citation":
                yield from self._citation(node.content)
            case "value":
                yield from self._value(node.content)
            case "brace":
                problem = ReferenceProblem("E306", "a brace without its partner", "Close it, or write it twice to print one: `{{`, `}}`.")
                self._problem(problem, node.content)
            case "footnote_ref" if self._in_note:
                self._refuse(node, "a footnote cannot stand in a footnote", "Say it in the note itself, or in the text.", snippet=_note_mark(node))
            case "footnote_ref":
                self._find(_note_mark(node))
                yield self._footnote(self._footnotes[node.meta["id"]])
            case "footnote_anchor":
                pass
            case kind if kind in _REFUSED:
                self._refuse(node, *_REFUSED[kind], snippet=f"![{node.content}" if kind == "image" else node.content)
            case kind:
                raise AssertionError(f"Markdown gave an inline we do not know: {kind}")

    def _footnote(self, node: SyntaxTreeNode) -> i.Footnote:
        number = self.references.footnote()
        self._in_note = True
        words = tuple(run for child in node.children if child.type == "paragraph" for run in self._inlines(child))
        self._in_note = False
        return i.Footnote(number, words)

    def _citation(self, content: str) -> Iterator[i.Inline]:
        marks = []
        for cited in content.split(";"):
            match = _CITED.fullmatch(cited.strip())
            try:
                if not match:
                    raise ReferenceProblem("E303", f"cannot read the citation `[{content}]`", "Write `[@entry]`, `[@entry, p. 12]` or `[@a; @b]`.")
                marks.append(self.references.citation(match["target"], (match["locator"] or "").strip()))
            except ReferenceProblem as problem:
                self._problem(problem, cited.strip())
        if marks:
            yield i.Citation(tuple(marks))

    def _value(self, content: str) -> Iterator[i.Inline]:
        try:
            if content.startswith("="):
                number, colon, reason = content[1:].partition(":")
                if not (colon and number.strip() and reason.strip()):
                    raise ReferenceProblem(
                        "E306", f"cannot read `{{{content}}}`", "Write the number, a colon and why it is fine: `{=7: opening hour}`."
                    )
                yield i.Text(number.strip())
            else:
                yield self.references.value(content.strip())
        except ReferenceProblem as problem:
            self._problem(problem, f"{{{content}}}")

    def _problem(self, problem: ReferenceProblem, snippet: str) -> None:
        self.findings.append(Finding(problem.code, problem.message, self._find(snippet), hint=problem.hint))

    def _refuse(self, node: SyntaxTreeNode, message: str, hint: str, snippet: str = "") -> None:
        self._cursor = max(self._cursor, self._line_start(node)) if node.map else self._cursor
        self.findings.append(Finding("E302", message, self._find(snippet), hint=hint))

    def _find(self, snippet: str) -> Location:
        """The place of the next occurrence of these characters."""
        found = self.passage.text.find(snippet, self._cursor)
        if found < 0:
            return self.passage.locate(self._cursor)
        self._cursor = found + len(snippet)
        return self.passage.locate(found)


def _note_mark(node: SyntaxTreeNode) -> str:
    """What a footnote is written with, at the place where its number will stand."""
    return f"[^{node.meta['label']}]" if node.meta.get("label") else "^["


def _closed_up(runs: Iterable[i.Inline]) -> i.Inlines:
    """The inlines without spaces before a citation: its raised numbers follow the word or full stop directly."""
    made: list[i.Inline] = []
    for run in runs:
        while isinstance(run, i.Citation) and made and isinstance(last := made[-1], i.Text) and last.text.endswith(" "):
            made.pop()
            if rest := last.text.rstrip(" "):
                made.append(i.Text(rest))
        made.append(run)
    return tuple(made)
