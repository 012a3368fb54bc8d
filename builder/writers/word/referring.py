"""Words that refer to a label, a number or a title: fields that Word can compute anew, where that gives the same words.

Word computes such a field from the words inside a bookmark. So the words that something refers to stand in a bookmark of their own, within that of
their block. Where a block does not bear the words it is referred to by, a plain link leads to it.
"""

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import pairwise

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import every_inline, inlines_of
from builder.document.words import plain
from builder.writers.word.anchors import bookmark_name
from builder.writers.word.markup import text, w
from builder.writers.word.paragraphs import internal_link
from builder.writers.word.writing import Writing

_DIGEST = 16
_Referring = tuple[str, str]
"""The id of a block, and the words that refer to it."""


def referred(document: b.Document) -> Mapping[str, tuple[str, ...]]:
    """By id of a block, the words that refer to it and stand in its label, or are its title."""
    blocks = [block for part in document.parts for block in part.blocks]
    by_id = {block.id: block for block in blocks}
    found: dict[str, dict[str, None]] = {}
    for target, words in (pair for block in blocks for pair in _references(block)):
        if target in by_id and _bears(by_id[target], words):
            found.setdefault(target, {})[words] = None
    return {target: tuple(words) for target, words in found.items()}


def _references(block: b.AnyBlock) -> Iterator[_Referring]:
    yield from ((inline.target, inline.text) for inline in every_inline(block) if isinstance(inline, i.CrossReference))
    if isinstance(block, b.Coverage):
        yield from ((cell.target, cell.title) for cell in block.cells)


def _bears(block: b.AnyBlock, words: str) -> bool:
    match block:
        case b.Heading():
            return bool(words) and (words in block.label or words == _title(block))
        case b.Table() | b.Picture() | b.Chart():
            return bool(words) and block.caption is not None and words == block.caption.label
        case _:
            return False


def _title(block: b.Heading) -> str:
    """The words of a heading; none where it holds signs that a field would not give."""
    signs = (i.Citation, i.Footnote, i.LineBreak, i.CrossReference)
    return "" if any(isinstance(inline, signs) for inline in inlines_of(block.children)) else plain(block.children)


def referring(target: str, words: str, properties: str, writing: Writing) -> str:
    """Words that lead to a block, with their run properties."""
    run = f"<w:r>{properties}{text(words)}</w:r>"
    if words not in writing.referred.get(target, ()):
        return internal_link(bookmark_name(target), run)
    # CHARFORMAT keeps the look of these words; without it they would take on that of the label.
    instruction = f'<w:instrText xml:space="preserve"> REF {_name(target, words)} \\h \\* CHARFORMAT </w:instrText>'
    signs = {kind: w("r", properties, w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")}
    return f"{signs['begin']}<w:r>{properties}{instruction}</w:r>{signs['separate']}{run}{signs['end']}"


def labelled(block_id: str, label: str, writing: Writing, make: Callable[[str], str]) -> str:
    """A label, its pieces made into runs; what something refers to it by stands in a bookmark of its own."""
    found = ((label.find(words), words) for words in writing.referred.get(block_id, ()))
    spans = [(start, start + len(words), *writing.anchors.marks(_name(block_id, words))) for start, words in found if start >= 0]
    cuts = sorted({0, len(label), *(cut for start, end, *_ in spans for cut in (start, end))})
    pieces = (
        "".join(
            (*(opening for start, _, opening, _ in spans if start == left), make(label[left:right]), *(end for _, at, _, end in spans if at == right))
        )
        for left, right in pairwise(cuts)
    )
    return "".join(pieces)


def titled(block: b.Heading, runs: str, writing: Writing) -> str:
    """The runs of a heading, in a bookmark of their own where something refers to it by all of them."""
    words = _title(block)
    if words in block.label or words not in writing.referred.get(block.id, ()):
        return runs
    return writing.anchors.around(runs, _name(block.id, words))


def _name(block_id: str, words: str) -> str:
    """The bookmark of words in a block; Word hides those that begin with `_`."""
    return f"_Ref{sha256(f'{block_id}:{words}'.encode()).hexdigest()[:_DIGEST]}"
