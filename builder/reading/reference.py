"""Reads the reference document: a Word document of the city whose styles the Word file takes over."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.findings import Finding, Location
from builder.reading.evidence import missing
from builder.reading.near import known_words
from builder.reading.reader import Reader
from builder.reading.theme import Reference

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

REQUIRED = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3")
"""Paragraph styles that the document must have, under the names that Word saves in every language; case does not count."""
_FOLDER = "templates/style"
_LARGEST = 50_000_000
"""Bytes in the file."""
_LARGEST_PARTS = 20_000_000
"""Bytes of the parts that are read, unpacked; those of a document with hundreds of styles take a tenth of one million."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = frozenset({"paragraph", "character", "table"})
_TYPES = "[Content_Types].xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHERS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "it is a template, .dotx",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "it is a document with macros, .docm",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "it is a template with macros, .dotm",
}
_SAVE = "Open it in Word, and save it as an ordinary Word document, .docx, without a password."


def read_reference(reader: Reader, named: str, place: Location) -> Reference | Finding:
    """What the Word file takes over from a document, or what is wrong with that document, told at the place where it is named."""
    from builder.reading.word_parts import NotWord  # noqa: PLC0415 - lxml takes a moment to load, and few dossiers have a reference document

    if wrong := missing(reader, named, place, _FOLDER, "city.docx"):
        return wrong
    path = f"{_FOLDER}/{named}"
    file = reader.root / path
    try:
        if file.stat().st_size > _LARGEST:
            return Finding("E129", f"{path} is larger than {_LARGEST // 1_000_000} MB", place, hint="Delete its text and pictures; the styles stay.")
        styles, palette, fonts = _parts(file.read_bytes())
    except NotWord as problem:
        return Finding("E129", f"{path} cannot be used: {problem}", place, hint=_SAVE)
    except OSError:
        return Finding("E129", f"{path} cannot be read", place, hint="Check that you may read it.")
    known = {name.casefold() for kind, name in map(style_key, styles_by_id(styles).values()) if kind == "paragraph"}
    if lacking := [name for name in REQUIRED if name.casefold() not in known]:
        hint = "Open the document in Word, apply each of them once, and save: Word saves the styles that have been used."
        return Finding("E222", f"{path} lacks the {'style' if len(lacking) == 1 else 'styles'} {known_words(lacking)}", place, hint=hint)
    return Reference(_bytes(styles), None if palette is None else _bytes(palette), None if fonts is None else _bytes(fonts))


def styles_by_id(styles: "Element") -> "dict[str, Element]":
    """The styles of a styles part that can be told apart, but those of lists; of two with one id the first counts."""
    found: dict[str, Element] = {}
    for style in styles.iterfind(f"{_W}style"):
        kind, name = style_key(style)
        if name and kind in _KINDS and style.get(f"{_W}styleId"):
            found.setdefault(style.get(f"{_W}styleId", ""), style)
    return found


def style_key(style: "Element") -> tuple[str, str]:
    """Type and name of a style."""
    name = style.find(f"{_W}name")
    return style.get(f"{_W}type", "paragraph"), "" if name is None else name.get(f"{_W}val", "")


def _parts(data: bytes) -> tuple["Element", "Element | None", "Element | None"]:
    """Styles, theme and font table of a document. Raises NotWord."""
    from builder.reading.word_parts import NotWord, xml_parts  # noqa: PLC0415

    main = _main(xml_parts(data, {_TYPES}, _LARGEST_PARTS).get(_TYPES))
    folder, _, name = main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    related = xml_parts(data, {relations}, _LARGEST_PARTS).get(relations)
    kinds = {each.get("Type", "").rpartition("/")[2]: each.get("Target", "") for each in _children(related)}
    paths = [_from(folder, kinds[kind]) if kind in kinds else "" for kind in ("styles", "theme", "fontTable")]
    parts = xml_parts(data, frozenset(paths), _LARGEST_PARTS)
    styles, palette, fonts = (parts.get(path) for path in paths)
    if styles is None:
        raise NotWord("it has no styles")
    if styles.tag != f"{_W}styles":
        raise NotWord("it is saved as Strict Open XML, or damaged")
    return styles, palette, fonts


def _main(types: "Element | None") -> str:
    """The path of the part that holds the text, which some programs name their own way. Raises NotWord."""
    from builder.reading.word_parts import NotWord  # noqa: PLC0415

    by_type = {each.get("ContentType", ""): each.get("PartName", "") for each in _children(types)}
    if other := next((words for kind, words in _OTHERS.items() if kind in by_type), None):
        raise NotWord(other)
    if _DOCUMENT not in by_type:
        raise NotWord("it is no Word document")
    return by_type[_DOCUMENT].removeprefix("/")


def _children(element: "Element | None") -> "Iterator[Element]":
    return iter(()) if element is None else element.iterfind("*")


def _from(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else f"{folder}/{target}"


def _bytes(root: "Element") -> bytes:
    from lxml import etree  # noqa: PLC0415

    return etree.tostring(root)
