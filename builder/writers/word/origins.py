"""The table that leads from a bookmark back to where its words were written, with a fingerprint of the words as sent.

A bookmark's name has 40 characters at most, so the longest ids are cut; this part of the file holds them whole.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from builder.document import blocks as b
from builder.document import inlines as i
from builder.document.walk import every_inline, nested
from builder.document.words import block_texts, notes_of, plain
from builder.findings import Location
from builder.writers.word.anchors import bookmark_name
from builder.writers.word.markup import DECLARATION, quoted

NAMESPACE = "urn:dossier-builder:origins"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM = "{5E0F4B6C-7C1D-4C58-9E53-2F0B6D1A9C47}"
"""Tells this part from others of its kind."""


def fingerprint(words: str) -> str:
    """SHA-256 of words, white space in one form."""
    return sha256(" ".join(words.split()).encode()).hexdigest()


def whole_fingerprint(document: b.Document) -> str:
    """SHA-256 of all words of a document, its footnotes after the block they stand in, white space in one form."""
    blocks = [block for part in document.parts for block in part.blocks]
    return fingerprint(" ".join(piece for block in blocks for piece in (*block_texts(block), *(plain(note.children) for note in notes_of(block)))))


def origins(document: b.Document) -> bytes:
    """A line for each bookmark of words: its name, the id it stands for, the file and line they were written in, and their fingerprint.

    Blocks come first, those inside them next; then the fields that a block holds, with their keys in the file. A line is left out where the whole
    file is meant.
    """
    lines = "".join(line for part in document.parts for block in part.blocks for line in _lines(block))
    name = f'document="{quoted(document.id)}" language="{quoted(document.language)}"'
    return f'{DECLARATION}<origins xmlns="{NAMESPACE}" {name}>{lines}</origins>'.encode()


def _lines(block: b.AnyBlock) -> Iterator[str]:
    for one in nested(block):
        if any(texts := tuple(block_texts(one))):
            yield _line("block", one.id, one.origin, " ".join(texts))
    for inline in every_inline(block):
        if isinstance(inline, i.Written):
            yield _line("field", inline.id, inline.origin, plain(inline.children), f' field="{quoted(inline.field)}"')


def _line(kind: str, name: str, origin: Location, words: str, field: str = "") -> str:
    return f'<{kind} bookmark="{bookmark_name(name)}" id="{quoted(name)}"{field}{_place(origin.path, origin.line)} sha256="{fingerprint(words)}"/>'


@lru_cache(maxsize=10_000)
def _place(path: str, line: int) -> str:
    return f' file="{quoted(path)}"' + (f' line="{line}"' if line else "")


def origins_properties() -> bytes:
    """What Office wants to know of the part."""
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    return f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_PROPERTIES}" ds:itemID="{_ITEM}">{schema}</ds:datastoreItem>'.encode()
