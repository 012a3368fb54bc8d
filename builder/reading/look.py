"""Reads the theme: a built-in one or the workspace's own, with the changes in dossier.yaml."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from builder.findings import Finding, Location
from builder.reading.awards import merge
from builder.reading.evidence import missing
from builder.reading.files import EVIDENCE, inside
from builder.reading.fonts import families
from builder.reading.mismatches import mismatches
from builder.reading.near import did_you_mean, known_words
from builder.reading.nodes import Keys, Plain
from builder.reading.pictures import picture_size
from builder.reading.reader import Reader
from builder.reading.reference import read_reference
from builder.reading.theme import Theme
from builder.resources import builtin

DEFAULT = "civic"
_THEMES = "templates/style/themes"
_FONTS = "templates/style/fonts"
_DOSSIER = "dossier.yaml"


def themes(root: Path) -> dict[str, Path]:
    """The files of all themes by name; one of the workspace stands before the built-in one of that name."""
    folders = (builtin("style", "themes"), root / _THEMES)
    return {file.stem: file for folder in folders for file in sorted(folder.glob("*.yaml"))}


def read_theme(reader: Reader, changes: Plain) -> Theme | None:
    """The theme that `theme:` in dossier.yaml names, with the changes made there; nothing when it cannot be read."""
    own = changes if isinstance(changes, dict) else {}
    known = themes(reader.root)
    name = own.get("name", DEFAULT)
    if not isinstance(name, str) or name not in known:
        place = reader.places.locate(_DOSSIER, ("theme", "name"))
        hint = f"The themes are {known_words(known)}; one of your own is a file of that name in {_THEMES}/."
        reader.report([Finding("E220", f"unknown theme `{name}`{did_you_mean(str(name), known)}", place, hint=hint)])
        return None
    path = f"{_THEMES}/{name}.yaml"
    data = reader.yaml(path, None if (reader.root / path).is_file() else known[name])
    if path not in reader.files:
        return None
    if not isinstance(data, dict):
        return reader.model(Theme, path, data)
    try:
        theme = Theme.model_validate(merge(data, own))
    except ValidationError as error:
        for finding in mismatches(error, Theme, data, lambda keys, spot: _locate(reader, own, path, keys, on_key=spot == "key")):
            reader.report([finding])
        return None
    return _with_reference(reader, _with_fonts(reader, theme, own, path), own, path)


def _with_fonts(reader: Reader, theme: Theme, own: Mapping[str, Plain], path: str) -> Theme:
    """The theme with the workspace's fonts; tells which family is in no file."""
    folder = reader.root / _FONTS
    if folder.is_dir() and inside(reader.root, folder) and not folder.samefile(builtin("style", "fonts")):
        theme = theme.with_fonts(folder)
    if "fonts" not in own and themes(reader.root)[theme.name].is_relative_to(builtin()):
        return theme  # the built-in themes use built-in fonts
    known = families(theme.own_fonts)
    for role, family in theme.fonts:
        if family not in known:
            hint = f"Put its files, .ttf or .otf, into {_FONTS}/, or take one of {known_words(known)}."
            place = _locate(reader, own, path, ("fonts", role), on_key=False)
            reader.report([Finding("E221", f"no font of the family `{family}` is carried{did_you_mean(family, known)}", place, hint=hint)])
    return theme


def _with_reference(reader: Reader, theme: Theme, own: Mapping[str, Plain], path: str) -> Theme:
    """The theme with the styles of its reference document, where it names one that can be used."""
    if theme.reference is None:
        return theme
    read = read_reference(reader, theme.reference, _locate(reader, own, path, ("reference",), on_key=False))
    if isinstance(read, Finding):
        reader.report([read])
        return theme
    return theme.with_city_styles(read)


def read_logo(reader: Reader, theme: Theme, changes: Plain) -> dict[str, tuple[int, int]]:
    """The size in pixels of the theme's logo by its path, where it has one that can be read."""
    if not theme.logo:
        return {}
    own = changes if isinstance(changes, dict) else {}
    place = _locate(reader, own, f"{_THEMES}/{theme.name}.yaml", ("logo",), on_key=False)
    size = missing(reader, theme.logo, place) or picture_size(reader.root / EVIDENCE / theme.logo, place)
    if isinstance(size, Finding):
        reader.report([size])
        return {}
    return {theme.logo: size}


def _locate(reader: Reader, own: Mapping[str, Plain], path: str, keys: Keys, *, on_key: bool) -> Location:
    """In dossier.yaml what is changed there, else in the theme."""
    value: Plain = dict(own)
    for key in keys:
        value = value.get(str(key)) if isinstance(value, dict) else None
    file, way = (_DOSSIER, ("theme", *keys)) if value is not None else (path, keys)
    return reader.places.locate_key(file, way) if on_key else reader.places.locate(file, way)
