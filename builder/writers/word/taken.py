"""Markup from a document that is not ours, made ours: only the names that we know the meaning of come over."""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy

from lxml import etree
from lxml.etree import _Element as Element

from builder.writers.word.markup import W, quoted

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_PREFIXES = {W: "w:", _W14: "w14:", A: "a:"}
_FIGURES = frozenset({"ligatures", "numForm", "numSpacing", "stylisticSets", "cntxtAlts"})
"""What Word 2010 added to the setting of type; its other additions are effects for the screen."""
_BY_ATTRIBUTE = frozenset({"rFonts", "spacing", "ind"})
"""Properties of which a style may say a part and leave the rest to what is below it."""
_PALETTE = re.compile("theme$", re.IGNORECASE)
_ELSEWHERE = frozenset(
    (
        *("embedRegular", "embedBold", "embedItalic", "embedBoldItalic", "numPr", "extLst"),
        *("pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
    )
)
"""What leads to another part of its file, or tells how it came about."""
PARAGRAPH = (
    *("keepNext", "keepLines", "widowControl", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
)
"""Paragraph properties in the order of the schema (ISO 29500-1, 17.3.1.26), but for frames, page breaks and numberings: those are ours."""
RUN = (
    *("rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em"),
    *("lang", "eastAsianLayout", *sorted(_FIGURES)),
)
"""Run properties in the order of the schema (ISO 29500-1, 17.3.2.28), but for those that hide words."""


def markup(element: Element) -> str:
    """The element with all that it holds."""
    name = etree.QName(element)
    prefix = _PREFIXES[name.namespace or ""]
    given = "".join(_attributes(element))
    inner = "".join(markup(child) for child in known(element))
    return f"<{prefix}{name.localname}{given}>{inner}</{prefix}{name.localname}>" if inner else f"<{prefix}{name.localname}{given}/>"


def known(element: Element) -> Iterator[Element]:
    """The children that come over."""
    for child in element.iterfind("*"):
        name = etree.QName(child)
        if name.namespace in _PREFIXES and name.localname not in _ELSEWHERE and (name.namespace != _W14 or name.localname in _FIGURES):
            yield child


def ordered(layers: Iterable[Element | None], order: tuple[str, ...], over: Mapping[str, str]) -> str:
    """The properties of elements laid over one another, as far as `order` names them, and others laid over these by name."""
    found: dict[str, Element] = {}
    for child in (child for layer in layers if layer is not None for child in known(layer)):
        name = etree.QName(child).localname
        found[name] = _over(found[name], child) if name in found and name in _BY_ATTRIBUTE else child
    made = {name: markup(child) for name, child in found.items() if name in order}
    made |= over
    return "".join(made[name] for name in order if name in made)


def _over(lower: Element, upper: Element) -> Element:
    """A property with what another says below it; a font named outright stands before one that the palette names."""
    made = copy(upper)
    for name, value in lower.attrib.items():
        if name not in upper.attrib and _PALETTE.sub("", str(name)) not in upper.attrib:
            made.set(name, value)
    return made


def _attributes(element: Element) -> Iterator[str]:
    own = etree.QName(element).namespace
    for name, value in element.attrib.items():
        known_as = etree.QName(name)
        if own == A and known_as.namespace is None:
            yield f' {known_as.localname}="{quoted(str(value))}"'
        elif known_as.namespace in (W, _W14) and not known_as.localname.startswith("rsid"):
            yield f' {_PREFIXES[known_as.namespace]}{known_as.localname}="{quoted(str(value))}"'
