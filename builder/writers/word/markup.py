"""WordprocessingML by name: `w("p", w("r", text("Hello")))`.

Markup is text from the start, not a tree: a dossier has hundreds of thousands of elements, and making each as an object takes most of the time.
All words and attributes pass through here, so that nothing but well-formed markup can come out.

Lengths enter here once: Word counts in twentieths of a point (twips), borders in eighths of a point.
"""

import re

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str, /, *children: str, **attributes: str | float) -> str:
    """A WordprocessingML element with its attributes and children. Raises ValueError where XML does not allow a character."""
    given = "".join([f' w:{key}="{quoted(value) if isinstance(value, str) else round(value)}"' for key, value in attributes.items()])
    inner = "".join(children)
    return f"<w:{name}{given}>{inner}</w:{name}>" if inner else f"<w:{name}{given}/>"


def part(name: str, *children: str) -> bytes:
    """A part of the file: its outermost element, with all namespaces declared."""
    spaces = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="{_W14}" xmlns:mc="{_MC}" mc:Ignorable="w14"'
    return f"{DECLARATION}<w:{name} {spaces}>{''.join(children)}</w:{name}>".encode()


def text(words: str) -> str:
    """Words in a run, every space kept. Raises ValueError where XML does not allow a character."""
    return f'<w:t xml:space="preserve">{escaped(words)}</w:t>'


def escaped(words: str) -> str:
    """Words as the content of an element. Raises ValueError where XML does not allow a character."""
    if found := _FORBIDDEN.search(words):
        raise ValueError(f"XML does not allow the character {found[0]!r} in {words!r}")
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(words: str) -> str:
    """Words as the value of an attribute in double quotes. Raises ValueError where XML does not allow a character."""
    return escaped(words).replace('"', "&quot;").replace("\n", "&#10;")


def mm(millimetres: float) -> int:
    """Millimetres in twips."""
    return round(millimetres * 1440 / 25.4)


def pt(points: float) -> int:
    """Points in twips."""
    return round(points * 20)


def border(side: str, points: float, colour: str, *, space: float = 0) -> str:
    """A single line at a side of a paragraph, cell or table; `space` is its distance from the words, in points."""
    return w(side, val="single", sz=max(2, round(points * 8)), space=space, color=hexadecimal(colour))


def hexadecimal(colour: str) -> str:
    """A colour of the theme as Word writes it: `9E3318`."""
    return colour.removeprefix("#").upper()
