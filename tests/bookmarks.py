"""Reads what stands between the bookmarks of a Word file, letter by letter, without any code of the builder."""

import zipfile
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDDEN = {f"{W}instrText", f"{W}pPr", f"{W}rPr"}


def body(data: bytes) -> etree._Element:
    """The text of a Word file, as a tree."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def enclosed(data: bytes) -> dict[str, str]:
    """The words between the two ends of every bookmark, with one space between paragraphs, cells and what a tab parts."""
    found: dict[str, str] = {}
    open_: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for made in body(data).iter():
        number = made.get(f"{W}id", "")
        if made.tag == f"{W}bookmarkStart":
            names[number] = made.get(f"{W}name", "")
            open_[number] = []
        elif made.tag == f"{W}bookmarkEnd":
            found[names[number]] = " ".join("".join(open_.pop(number)).split())
        else:
            said = _said(made)
            for pieces in open_.values():
                pieces.append(said)
    assert not open_, "every bookmark that begins ends"
    return found


def _said(made: etree._Element) -> str:
    if made.tag == f"{W}t":
        return made.text or ""
    if made.tag == f"{W}footnoteReference":
        return made.get(f"{W}id", "")
    return " " if made.tag in {f"{W}p", f"{W}tab", f"{W}br", f"{W}tc"} else ""


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
