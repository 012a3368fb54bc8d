"""The fonts that documents are set in: files carried by the package and by the workspace, never what a machine happens to have installed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from builder.resources import builtin

_ITALIC = 1
"""Bit of a font's selection flags that says it is italic (OpenType, OS/2, fsSelection)."""
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
"""Names in a font (OpenType, name, 3.3): the second one stands where a family has more than four styles."""
_SUFFIXES = {".ttf", ".otf"}


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a family."""

    family: str
    weight: int
    """As in OpenType and CSS: 400 is regular, 700 bold."""
    italic: bool
    file: Path


def font_folders(own: Path | None) -> tuple[Path, ...]:
    """Where fonts lie: in the workspace first, then in the package."""
    return (*((own,) if own else ()), builtin("style", "fonts"))


@cache
def carried(own: Path | None) -> tuple[Face, ...]:
    """Every face there is; a file that is no font is left out."""
    return tuple(face for folder in font_folders(own) for face in _faces(folder))


def families(own: Path | None) -> tuple[str, ...]:
    """The names of the families there are."""
    return tuple(dict.fromkeys(face.family for face in carried(own)))


@cache
def nearest(own: Path | None, family: str, weight: int, *, italic: bool) -> Path:
    """The file of a family's face that comes nearest; an unknown family is stood in for by any carried one."""
    faces = [face for face in carried(own) if face.family == family] or list(carried(None))
    return min(faces, key=lambda face: (face.italic != italic, abs(face.weight - weight))).file


@cache
def printable(own: Path | None) -> frozenset[int]:
    """The code points of all characters that some carried font has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - takes a moment to import, and is wanted only for rare characters

    found: set[int] = set()
    for face in carried(own):
        with TTFont(face.file, lazy=True) as font:
            found |= font.getBestCmap().keys()
    return frozenset(found)


def _faces(folder: Path) -> Iterator[Face]:
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415

    for file in sorted(folder.iterdir()):
        if file.suffix.lower() in _SUFFIXES:
            try:
                with TTFont(file, lazy=True) as font:
                    names, metrics = font["name"], font["OS/2"]
                    family = names.getDebugName(_TYPOGRAPHIC_FAMILY) or names.getDebugName(_FAMILY) or file.stem
                    yield Face(family, metrics.usWeightClass, bool(metrics.fsSelection & _ITALIC), file)
            except (TTLibError, KeyError, OSError):
                continue
