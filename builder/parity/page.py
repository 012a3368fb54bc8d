"""What a finished page for the screen says, read from its markup."""

from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement as Element

from builder.parity.said import DASH, Said, as_table

_LEVELS = {"h2": 1, "h3": 2, "h4": 3, "h5": 4}
"""Levels of headings; h1 is the title of the page."""
_PARTS = "//section[contains(concat(' ', @class, ' '), ' part ')]"
_NOTES = "//section[@class='notes']//*[@class='said']"


def said_by_page(data: bytes, ids: frozenset[str]) -> Said:
    """What a page says; `ids` are those of the blocks whose order is looked at. Raises ValueError for bytes that are none."""
    root = _root(data)
    parts = root.xpath(_PARTS)
    everything = [*parts, *root.xpath(_NOTES)]
    known = set(root.xpath("//@id"))
    return {
        "text": tuple(_words(part) for part in parts),
        "headings": tuple(f"{_LEVELS[made.tag]} {_words(made)}" for part in parts for made in part.iter(*_LEVELS)),
        "items": tuple(_items(parts)),
        "tables": tuple(as_table([[_words(cell) for cell in row] for row in made.iter("tr")]) for part in parts for made in part.iter("table")),
        "figures": tuple(alt for part in parts for alt in _alternatives(part)),
        "captions": tuple(_words(made) for part in parts for made in part.iter("caption", "figcaption")),
        "addresses": tuple(sorted({link for link in _links(everything) if not link.startswith("#")})),
        "targets": tuple(sorted({_target(link[1:], known) for link in _links(everything) if link.startswith("#")})),
        "notes": tuple(map(_words, root.xpath(_NOTES))),
        "citations": tuple(sorted(_words(made) for part in everything for made in part.xpath(".//*[@class='cite']/*[@class='mark']"))),
        "language": (root.get("lang", ""),),
        "properties": (root.findtext("head/title") or "", *("".join(root.xpath(f"head/meta[@name='{name}']/@content")) for name in _PROPERTIES)),
        "order": tuple(name for name in root.xpath("//@id") if name in ids),
    }


_PROPERTIES = ("author", "description")


def _root(data: bytes) -> Element:
    try:
        root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except ParserError as problem:
        raise ValueError(str(problem)) from None
    if root.find("body/div/main") is None:
        raise ValueError("this is no page that a build wrote")
    return root


def _words(element: Element) -> str:
    """The words of an element; those of a drawing are left out, those of a list have their numbers."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    if element.tag == "svg":
        return
    if element.tag == "li" and (number := _number(element)):
        yield number
    yield element.text or ""
    for child in element:
        yield " " if child.tag == "br" else ""
        yield from _pieces(child)
        yield child.tail or ""


def _number(item: Element) -> str:
    """`3.` in a numbered list, a dash in one with dashes, nothing in a row of other things."""
    around = item.getparent()
    if around is None or around.get("class") != "numbers":
        return ""
    return f"{int(around.get('start', '1')) + len(list(item.itersiblings('li', preceding=True)))}."


def _items(parts: list[Element]) -> Iterator[str]:
    for part in parts:
        for item in part.xpath(".//ol[@class='numbers']/li | .//ul[@class='dashes']/li"):
            first = item.find("div/p")
            yield f"{_number(item) or DASH} {_words(first) if first is not None else ''}"


def _alternatives(part: Element) -> Iterator[str]:
    for made in part.iter("img", "svg"):
        yield made.get("alt", "") if made.tag == "img" else made.findtext("title") or ""


def _links(elements: list[Element]) -> Iterator[str]:
    """Where links lead, those to the notes left out."""
    return (link for element in elements for link in element.xpath(".//a[not(@class='noteref')]/@href"))


def _target(name: str, known: set[str]) -> str:
    return name if name in known else f"{name} (leads nowhere)"
