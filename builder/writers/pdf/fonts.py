"""The fonts of a layout: the files that package and workspace carry, and none that the machine happens to have.

Fontconfig prefers an installed font to a carried one of the same family, and looks for characters in all that is installed: the same document would
then give other bytes elsewhere, or empty boxes.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from weasyprint.text.fonts import FontConfiguration

from builder.reading.fonts import font_folders

_CONFIGURATION = "FONTCONFIG_FILE"


def only_carried_fonts(own: Path | None) -> FontConfiguration:
    """A configuration that knows the carried fonts alone, and those in the folder `own`."""
    folders = "".join(f"<dir>{escape(str(folder.resolve()))}</dir>" for folder in font_folders(own))
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "fonts.conf"
        file.write_text(f'<?xml version="1.0"?><fontconfig>{folders}<cachedir prefix="xdg">fontconfig</cachedir></fontconfig>', encoding="utf-8")
        with _variable(_CONFIGURATION, str(file)):
            return FontConfiguration()


@contextmanager
def _variable(name: str, value: str) -> Iterator[None]:
    """An environment variable for a while."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
