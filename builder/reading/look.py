"""Reads the theme: the built-in one, that of the workspace, and the changes in dossier.yaml."""

from collections.abc import Mapping

from pydantic import ValidationError

from builder.findings import Location
from builder.reading.awards import merge
from builder.reading.mismatches import mismatches
from builder.reading.nodes import Keys, Plain
from builder.reading.reader import Reader
from builder.reading.theme import Theme
from builder.resources import builtin

_THEME = "templates/style/theme.yaml"


def read_theme(reader: Reader, changes: Plain) -> Theme | None:
    """The theme with the changes of `theme:` in dossier.yaml; nothing when it cannot be read."""
    file = None if (reader.root / _THEME).is_file() else builtin("style", "theme.yaml")
    data = reader.yaml(_THEME, file)
    if _THEME not in reader.files:
        return None
    own = changes if isinstance(changes, dict) else {}
    if not isinstance(data, dict):
        return reader.model(Theme, _THEME, data)
    try:
        return Theme.model_validate(merge(data, own))
    except ValidationError as error:
        for finding in mismatches(error, Theme, data, lambda keys, spot: _locate(reader, own, keys, on_key=spot == "key")):
            reader.report([finding])
    return None


def _locate(reader: Reader, own: Mapping[str, Plain], keys: Keys, *, on_key: bool) -> Location:
    """In dossier.yaml what is changed there, else in the theme."""
    value: Plain = dict(own)
    for key in keys:
        value = value.get(str(key)) if isinstance(value, dict) else None
    path, way = ("dossier.yaml", ("theme", *keys)) if value is not None else (_THEME, keys)
    return reader.places.locate_key(path, way) if on_key else reader.places.locate(path, way)
