"""The XML parts of a Word file, read so that a hostile one does no harm."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element as Element

_LARGEST = 200_000_000
"""Bytes of all parts together, unpacked: a small file can hold gigabytes of nothing."""


class NotWord(ValueError):  # noqa: N818 - it becomes a finding, not a crash
    """The bytes are no Word file that can be read safely."""


def word_parts(data: bytes) -> dict[str, Element]:
    """The XML parts by name. No entity is expanded, nothing is fetched, and what has a document type is refused.

    Raises NotWord, zipfile.BadZipFile or lxml's XMLSyntaxError.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    parts: dict[str, Element] = {}
    with ZipFile(BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > _LARGEST:
            raise NotWord(f"unpacked it would take more than {_LARGEST // 1_000_000} MB")
        for info in archive.infolist():
            if info.filename.endswith((".xml", ".rels")):
                if info.flag_bits & 1:
                    raise NotWord("it is encrypted")
                root = etree.fromstring(archive.read(info), parser)
                if getattr(root.getroottree().docinfo, "doctype", ""):
                    raise NotWord("a part of it has a document type, which no Word file needs")
                parts[info.filename] = root
    if "word/document.xml" not in parts:
        raise NotWord("it lacks word/document.xml")
    return parts
