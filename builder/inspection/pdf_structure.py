"""What a PDF tells of itself beside its pages: by its tags, which piece of text is a heading, a table, a note; and where its links lead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from builder.inspection.measured import Role

_ROLES: Mapping[str, Role] = {
    "/Table": "table",
    "/Note": "note",
    "/FENote": "note",
    "/Caption": "caption",
    **{f"/H{level or ''}": "heading" for level in range(7)},
    "/Title": "heading",
}
_MOST_ELEMENTS = 500_000
_DEEPEST = 200


@dataclass(slots=True)
class Structure:
    """Roles of marked content, by page (from 0) and number of the mark."""

    roles: dict[tuple[int, int], Role] = field(default_factory=dict)
    headings: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """For marks in a heading, the number of that heading in reading order, and its level."""
    without_alternative: int = 0


def structure(pdf: pikepdf.Pdf) -> Structure:
    """The roles that the structure tree of a PDF gives; empty without one."""
    found = Structure()
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    aliases = _role_map(pdf)
    for count, (element, role, page, heading) in enumerate(_elements(pdf)):
        if count > _MOST_ELEMENTS:
            break
        tag = aliases.get(str(element.get("/S", "")), str(element.get("/S", "")))
        if tag == "/Figure" and not str(element.get("/Alt", "")) and not str(element.get("/ActualText", "")):
            found.without_alternative += 1
        for kid in _kids(element):
            mark, place = _mark(kid, page)
            if mark is not None and place is not None and place.objgen in pages:
                key = (pages[place.objgen], mark)
                found.roles[key] = role
                if heading is not None:
                    found.headings[key] = heading
    return found


def links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Addresses outside the document, page by page."""
    for page in pdf.pages:
        annotations = page.get("/Annots")
        for annotation in annotations if isinstance(annotations, pikepdf.Array) else ():
            action = annotation.get("/A") if isinstance(annotation, pikepdf.Dictionary) else None
            address = action.get("/URI") if isinstance(action, pikepdf.Dictionary) else None
            if isinstance(address, pikepdf.String):
                yield str(address)


def _role_map(pdf: pikepdf.Pdf) -> dict[str, str]:
    root = pdf.Root.get("/StructTreeRoot")
    mapped = root.get("/RoleMap") if isinstance(root, pikepdf.Dictionary) else None
    return {str(name): str(value) for name, value in mapped.items()} if isinstance(mapped, pikepdf.Dictionary) else {}


def _elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Role, Any, tuple[int, int] | None]]:
    """Every element in reading order, with its role, its page and the number of the heading it stands in."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return
    aliases = _role_map(pdf)
    headings = 0
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, Role, Any, tuple[int, int] | None, int]] = [(kid, "body", None, None, 0) for kid in reversed(_kids(root))]
    while waiting:
        element, role, page, heading, depth = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element or depth > _DEEPEST:
            continue
        if element.is_indirect:
            if element.objgen in seen:
                continue  # a damaged tree may hold itself
            seen.add(element.objgen)
        tag = aliases.get(str(element.get("/S")), str(element.get("/S")))
        own = _ROLES.get(tag, role)
        if own == "heading" and role != "heading":
            headings += 1
            heading = (headings, int(tag[2:]) if tag[2:].isdigit() else 1)
        page = element.get("/Pg", page)
        yield element, own, page, heading
        waiting += [(kid, own, page, heading, depth + 1) for kid in reversed(_kids(element))]


def _kids(element: Any) -> list[Any]:  # noqa: ANN401 - pikepdf's objects are untyped
    kids = element.get("/K")
    return list(kids) if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]


def _mark(kid: Any, page: Any) -> tuple[int | None, Any]:  # noqa: ANN401
    """The number of a marked content and its page."""
    if isinstance(kid, int):
        return kid, page
    if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
        return int(kid["/MCID"]), kid.get("/Pg", page)
    return None, None
