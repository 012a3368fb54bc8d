"""The XML parts of a Word file, read so that a hostile one does no harm."""

import zlib
from collections.abc import Container, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree
from lxml.etree import _Element as Element

_LARGEST = 200_000_000
"""Bytes of all parts together, unpacked: a small file can hold gigabytes of nothing."""


class NotWord(ValueError):  # noqa: N818 - it becomes a finding, not a crash
    """The bytes are no Word file that can be read safely."""


def word_parts(data: bytes) -> dict[str, Element]:
    """The XML parts of a document by name. Raises NotWord."""
    parts = xml_parts(data)
    if "word/document.xml" not in parts:
        raise NotWord("it lacks word/document.xml")
    return parts


def xml_parts(data: bytes, wanted: Container[str] | None = None, largest: int = _LARGEST) -> dict[str, Element]:
    """The XML parts by name: those wanted, or all. No entity is expanded, nothing is fetched, and what has a document type is refused.

    `largest` is how many bytes the wanted members may take together, unpacked. Raises NotWord.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = [info for info in archive.infolist() if wanted is None or info.filename in wanted]
            if sum(info.file_size for info in members) > largest:
                raise NotWord(f"unpacked it would take more than {largest // 1_000_000} MB")
            return dict(_parsed(archive, members))
    except NotWord:
        raise
    except (BadZipFile, zlib.error, etree.XMLSyntaxError, ValueError, EOFError, NotImplementedError, OSError, RuntimeError):
        # What is broken in a damaged archive shows anywhere: a wrong sum, an unknown method, a name that is no text.
        raise NotWord("it is damaged") from None


def _parsed(archive: ZipFile, members: list[ZipInfo]) -> Iterator[tuple[str, Element]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    for info in members:
        if info.filename.endswith((".xml", ".rels")):
            if info.flag_bits & 1:
                raise NotWord("it is encrypted")
            root = etree.fromstring(archive.read(info), parser)
            if getattr(root.getroottree().docinfo, "doctype", ""):
                raise NotWord("a part of it has a document type, which no Word file needs")
            yield info.filename, root
