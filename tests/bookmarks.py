"""Reads what stands between the bookmarks of a Word file, letter by letter, without any code of the builder."""

import zipfile
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {f"{W}p", f"{W}tab", f"{W}br", f"{W}tc"}


def body(data: bytes) -> etree._Element:
    """The text of a Word file, as a tree."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def enclosed(data: bytes) -> list[tuple[str, str]]:
    """Each bookmark that ends, with the words inside it, white space in one form; a footnote is its number. Asserts that no two share a number.

    LibreOffice writes the start of a bookmark over a table or list twice, once without an end.
    """
    found: dict[str, tuple[str, list[str]]] = {}
    inside: set[str] = set()
    for made in body(data).iter():
        number = made.get(f"{W}id", "")
        said = ""
        if made.tag == f"{W}bookmarkStart":
            assert number not in found, f"two bookmarks have the number {number}"
            found[number] = made.get(f"{W}name", ""), []
            inside.add(number)
        elif made.tag == f"{W}bookmarkEnd":
            inside.remove(number)
        elif made.tag == f"{W}t":
            said = made.text or ""
        elif made.tag == f"{W}footnoteReference":
            said = number
        elif made.tag in _SPACES:
            said = " "
        for one in inside if said else ():
            found[one][1].append(said)
    return [(name, " ".join("".join(said).split())) for number, (name, said) in found.items() if number not in inside]


def fields(data: bytes, kind: str) -> list[tuple[str, str]]:
    """Every field of a kind that may span runs: what it leads to, and the words it shows."""
    made: list[tuple[str, str]] = []
    instruction, shown, state = "", "", ""
    for each in body(data).iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if each.tag == f"{W}fldChar":
            state = each.get(f"{W}fldCharType", "")
            if state == "begin":
                instruction, shown = "", ""
            elif state == "end" and instruction.split()[:1] == [kind]:
                made.append((instruction.split()[1], shown))
        elif each.tag == f"{W}instrText" and state == "begin":
            instruction += each.text or ""
        elif each.tag == f"{W}t" and state == "separate":
            shown += each.text or ""
    return made
