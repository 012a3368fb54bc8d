"""What a named style of the Word file is made of, and its element."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.writers.word.fonts import word_family
from builder.writers.word.markup import border, hexadecimal, pt, w

Figures = Literal["text", "display", "table"]
"""`text`: old-style; `display`: lining, as wide as they are; `table`: lining, all of one width."""
_ORDER = ("top", "left", "bottom", "right", "between")
_FIGURES = {"text": ("oldStyle", "proportional"), "display": ("lining", "proportional"), "table": ("lining", "tabular")}


@dataclass(frozen=True, slots=True)
class Face:
    """How characters look; None leaves a matter to the style this one is based on. Sizes are in points."""

    font: str | None = None
    size: float | None = None
    colour: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    tracking: float | None = None
    narrowed: int | None = None
    """Width of the characters in percent of their own."""
    raised: bool = False
    figures: Figures | None = None


Side = Literal["top", "left", "bottom", "right", "between"]
"""Where a line runs; `between` two paragraphs of a kind."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line at a side of a paragraph or cell, in points."""

    side: Side
    thickness: float
    colour: str
    space: float = 0


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. `left`, `hanging`, `first` and `tabs` are in twips, other lengths in points."""

    name: str
    based: str = "Normal"
    """Empty where the style stands alone."""
    following: str = ""
    face: Face = Face()
    line: float | None = None
    exact: bool = False
    before: float | None = None
    after: float | None = None
    left: int | None = None
    hanging: int | None = None
    first: int | None = None
    tabs: tuple[int, ...] = ()
    end_tab: int | None = None
    rules: tuple[Rule, ...] = ()
    shade: str | None = None
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    hyphens: bool | None = None

    @property
    def id(self) -> str:
        """The style's id: its name without spaces, each word with a capital."""
        return style_id(self.name)


def style_id(name: str) -> str:
    """A style's id: `heading 1` is `Heading1`."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def paragraph_style(style: Style, *, default: bool = False) -> str:
    """The element of a paragraph style."""
    kind = {"default": "1"} if default else {}
    return w(
        "style",
        w("name", val=style.name),
        "" if not style.based else w("basedOn", val=style_id(style.based)),
        w("next", val=style_id(style.following)) if style.following else "",
        w("qFormat"),
        w("pPr", *paragraph_properties(style).values()),
        face_properties(style.face),
        type="paragraph",
        **kind,
        styleId=style.id,
    )


def character_style(name: str, face: Face) -> str:
    """The element of a character style."""
    content = (w("name", val=name), w("basedOn", val="DefaultParagraphFont"), w("qFormat"), face_properties(face))
    return w("style", *content, type="character", styleId=style_id(name))


def face_properties(face: Face, language: str = "") -> str:
    """The run properties of a face, with the language of the words."""
    return w("rPr", *_face_properties(face, language))


def _face_properties(face: Face, language: str) -> Iterator[str]:
    if face.font is not None:
        family = word_family(face.font)
        yield w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)
    for on, name in ((face.bold, "b"), (face.italic, "i")):
        if on is not None:
            yield w(name, val=int(on)) + w(f"{name}Cs", val=int(on))
    if face.colour is not None:
        yield w("color", val=hexadecimal(face.colour))
    if face.tracking is not None:
        yield w("spacing", val=pt(face.tracking))
    if face.narrowed is not None:
        yield w("w", val=face.narrowed)
    if face.size is not None:
        yield w("sz", val=face.size * 2) + w("szCs", val=face.size * 2)
    if face.raised:
        yield w("vertAlign", val="superscript")
    if language:
        yield w("lang", val=language, eastAsia=language)
    if face.figures is not None:
        form, spacing = _FIGURES[face.figures]
        yield f'<w14:numForm w14:val="{form}"/><w14:numSpacing w14:val="{spacing}"/>'


def paragraph_properties(style: Style) -> dict[str, str]:
    """The paragraph properties by name, in the order that Word wants; what the style leaves open is not among them."""
    rules = sorted(style.rules, key=lambda rule: _ORDER.index(rule.side))
    stops = [w("tab", val="left", pos=stop) for stop in style.tabs]
    if style.end_tab is not None:
        stops.append(w("tab", val="right", pos=style.end_tab))
    properties = {
        "keepNext": w("keepNext") if style.keep_next else "",
        "keepLines": w("keepLines") if style.keep_lines else "",
        "pBdr": w("pBdr", *(border(rule.side, rule.thickness, rule.colour, space=rule.space) for rule in rules)) if rules else "",
        "shd": "" if style.shade is None else w("shd", val="clear", color="auto", fill=hexadecimal(style.shade)),
        "tabs": w("tabs", *stops) if stops else "",
        "suppressAutoHyphens": "" if style.hyphens is None else w("suppressAutoHyphens", val=int(not style.hyphens)),
        "spacing": _spacing(style),
        "ind": _indent(style),
        "outlineLvl": "" if style.outline is None else w("outlineLvl", val=style.outline),
    }
    return {name: markup for name, markup in properties.items() if markup}


def _spacing(style: Style) -> str:
    values: dict[str, str | float] = {}
    if style.before is not None:
        values["before"] = pt(style.before)
    if style.after is not None:
        values["after"] = pt(style.after)
    if style.line is not None:
        values |= {"line": pt(style.line), "lineRule": "exact" if style.exact else "atLeast"}
    return w("spacing", **values) if values else ""


def _indent(style: Style) -> str:
    given = (("left", style.left), ("hanging", style.hanging), ("firstLine", style.first))
    values: dict[str, str | float] = {name: value for name, value in given if value is not None}
    return w("ind", **values) if values else ""
