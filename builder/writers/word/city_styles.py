"""The styles of the city's reference document, under the ids that our text uses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lxml import etree
from lxml.etree import _Element as Element

from builder.reading.reference import style_key, styles_by_id
from builder.writers.word import taken
from builder.writers.word.markup import W, hexadecimal, part, w
from builder.writers.word.style import Style, paragraph_properties, style_id
from builder.writers.word.style_list import PAPER

_W = f"{{{W}}}"
_STOCK = {("character", "default paragraph font"): "DefaultParagraphFont", ("table", "normal table"): "TableNormal"}
"""Styles that every file has and nobody designs: ours stay."""
_SHOWN = ("uiPriority", "semiHidden", "unhideWhenUsed", "qFormat")
_FACE = tuple(name for name in taken.RUN if name != "lang")
"""The document's language is said once, in the defaults."""
_UNSAID = etree.fromstring(
    part(
        "docDefaults",
        w("rPr", w("rFonts", ascii="Times New Roman", hAnsi="Times New Roman"), w("color", val="auto"), w("sz", val=20), w("szCs", val=20)),
        w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto")),
    )
)
"""How Word sets what a document says nothing of (ISO 29500-1, 17.3)."""
_TABLE = ("tblPr", "trPr", "tcPr", "tblStylePr")
Properties = Mapping[str, str]
"""Markup by name."""
Key = tuple[str, str]
"""Type and name of a style; Word tells names apart without regard to case."""


class CityStyles:
    """Those styles of a styles part that bear the names of ours, with all that they rest on.

    Ids differ by language and program, names do not: a style gets the id of ours of its name, and what refers to it follows.
    """

    def __init__(self, data: bytes, ours: Iterable[Key]) -> None:
        self._root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        self._by_id = styles_by_id(self._root)
        wanted = {_folded(key): style_id(key[1]) for key in ours}
        self._names = {name for _, name in wanted}
        self._ids = {name: _STOCK[_folded(style_key(made))] for name, made in self._by_id.items() if _folded(style_key(made)) in _STOCK}
        self._found: dict[Key, Element] = {}
        for name, made in self._by_id.items():
            key = _folded(style_key(made))
            if key in wanted and key not in self._found:
                self._found[key] = made
                self._ids[name] = wanted[key]
        self._beneath = list(self._rest())
        self._ids |= {_id(made): f"City{number}" for number, made in enumerate(self._beneath, 1)}

    def __contains__(self, key: Key) -> bool:
        """Whether the document has the style."""
        return _folded(key) in self._found

    def paragraph(self, style: Style, *, default: bool = False) -> str:
        """A paragraph style as the document has it, but for what belongs to our page: where words begin, what stays together, its level."""
        place = Style(style.name, left=style.left, hanging=style.hanging, first=style.first, tabs=style.tabs, end_tab=style.end_tab)
        place = replace(place, keep_next=style.keep_next, keep_lines=style.keep_lines, outline=style.outline)
        # White words are meant for our panel, on which a dark title could not be read.
        face = {"color": w("color", val=hexadecimal(PAPER))} if style.face.colour == PAPER else {}
        marks = {"default": "1"} if default else {}
        return self._style(self._found["paragraph", style.name.casefold()], style.name, paragraph_properties(place), face, **marks)

    def other(self, kind: str, name: str) -> str:
        """A character or table style as the document has it."""
        return self._style(self._found[kind, name.casefold()], name, {}, {})

    def beneath(self) -> Iterator[str]:
        """The styles that those taken over rest on or are linked with."""
        for made in self._beneath:
            name = style_key(made)[1]
            yield self._style(made, f"{name} (city)" if name.casefold() in self._names else name, {}, {})

    def _rest(self) -> Iterator[Element]:
        waiting, seen = list(self._found.values()), set(self._ids)
        while waiting:
            made = waiting.pop(0)
            for tag in ("basedOn", "link"):
                name = _value(made, tag)
                if name in self._by_id and name not in seen:
                    seen.add(name)
                    waiting.append(self._by_id[name])
                    yield self._by_id[name]

    def _style(self, made: Element, name: str, over: Properties, face: Properties, **marks: str) -> str:
        kind, custom = style_key(made)[0], made.get(f"{_W}customStyle") in {"1", "true", "on"}
        shown = {} if name.casefold() not in self._names else {"qFormat": w("qFormat")}
        content = (
            w("name", val=name),
            *(w(tag, val=other) for tag, other in self._related(made)),
            taken.ordered([made], _SHOWN, shown),
            w("pPr", taken.ordered(self._layers(made, "pPr"), taken.PARAGRAPH, over)) if kind != "character" else "",
            w("rPr", taken.ordered(self._layers(made, "rPr"), _FACE, face)),
            *(taken.markup(child) for child in taken.known(made) if kind == "table" and etree.QName(child).localname in _TABLE),
        )
        return w("style", *content, type=kind, **marks, **({"customStyle": "1"} if custom else {}), styleId=self._ids[_id(made)])

    def _layers(self, made: Element, tag: str) -> Iterator[Element | None]:
        """What a style says and, where it is based on none, the defaults of its document: those of our file stay ours, for the sake of our styles."""
        if style_key(made)[0] == "paragraph" and "basedOn" not in dict(self._related(made)):
            yield from (_UNSAID.find(f"{_W}{tag}"), self._root.find(f"{_W}docDefaults/{_W}{tag}Default/{_W}{tag}"))
        yield made.find(f"{_W}{tag}")

    def _related(self, made: Element) -> Iterator[tuple[str, str]]:
        """The ids of the styles that a style is based on, goes before and is linked with."""
        for tag in ("basedOn", "next", "link"):
            name = _value(made, tag)
            if name in self._ids and (tag != "basedOn" or not self._in_a_circle(made)):
                same = style_key(self._by_id[name])[0] == style_key(made)[0]
                if same != (tag == "link"):
                    yield tag, self._ids[name]

    def _in_a_circle(self, made: Element) -> bool:
        """Whether a style would in the end be based on itself."""
        seen: set[str] = set()
        name = _value(made, "basedOn")
        while name in self._by_id and name not in seen:
            seen.add(name)
            name = _value(self._by_id[name], "basedOn")
        return _id(made) in seen


def _id(style: Element) -> str:
    return style.get(f"{_W}styleId", "")


def _folded(key: Key) -> Key:
    return key[0], key[1].casefold()


def _value(style: Element, tag: str) -> str:
    found = style.find(f"{_W}{tag}")
    return "" if found is None else found.get(f"{_W}val", "")
