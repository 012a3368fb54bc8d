"""The table that leads from a bookmark back to where its words were written, with a fingerprint of the words as sent.

A bookmark's name has 40 characters at most, so the longest ids are cut; this part of the file holds them whole.
"""

from collections.abc import Iterable
from hashlib import sha256

from builder.document import blocks as b
from builder.document.words import block_texts, notes_of, plain
from builder.writers.word.anchors import bookmark_name
from builder.writers.word.markup import DECLARATION, quoted

NAMESPACE = "urn:dossier-builder:origins"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM = "{5E0F4B6C-7C1D-4C58-9E53-2F0B6D1A9C47}"
"""Tells this part from others of its kind."""


def fingerprint(block: b.AnyBlock) -> str:
    """SHA-256 of a block's words, white space in one form."""
    return _digest(block_texts(block))


def whole_fingerprint(document: b.Document) -> str:
    """SHA-256 of all words of a document, its footnotes after the block they stand in, white space in one form."""
    blocks = [block for part in document.parts for block in part.blocks]
    return _digest(piece for block in blocks for piece in (*block_texts(block), *(plain(note.children) for note in notes_of(block))))


def _digest(pieces: Iterable[str]) -> str:
    return sha256(" ".join(" ".join(pieces).split()).encode()).hexdigest()


def origins(document: b.Document) -> bytes:
    """A line for each block: its bookmark, its id, the file it was written in, and the fingerprint of its words."""
    lines = "".join(
        f'<block bookmark="{bookmark_name(block.id)}" id="{quoted(block.id)}" file="{quoted(block.origin.path)}" sha256="{fingerprint(block)}"/>'
        for part in document.parts
        for block in part.blocks
        if any(block_texts(block))
    )
    name = f'document="{quoted(document.id)}" language="{quoted(document.language)}"'
    return f'{DECLARATION}<origins xmlns="{NAMESPACE}" {name}>{lines}</origins>'.encode()


def origins_properties() -> bytes:
    """What Office wants to know of the part."""
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    return f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_PROPERTIES}" ds:itemID="{_ITEM}">{schema}</ds:datastoreItem>'.encode()
