"""Where the built-in templates, award profiles, styles and the sample lie."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("fonttools", "Jinja2", "lxml", "markdown-it-py", "mdit-py-plugins", "pikepdf", "Pillow", "pydyf", "pypdfium2", "python-docx")
"""Whose version decides, beside WeasyPrint's and Babel's, what a finished file holds."""
_PACKAGE = Path(__file__).parent


def builtin(*parts: str) -> Path:
    """The path of a built-in file or folder under `templates/`: inside the installed package, beside it in a checkout."""
    packaged = _PACKAGE / "templates"
    return (packaged if packaged.is_dir() else _PACKAGE.parent / "templates").joinpath(*parts)


def sample() -> Path:
    """The folder with the complete sample workspace, Helsingborg's application."""
    packaged = _PACKAGE / "sample"
    return packaged if packaged.is_dir() else _PACKAGE.parent


@cache
def program() -> str:
    """SHA-256 of everything in the package that a finished file depends on: code, templates, styles and fonts, and the versions of libraries."""
    whole = sha256()
    for folder in (_PACKAGE, builtin()):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix not in (".pyc", ".pyo"):
                whole.update(f"{file.relative_to(folder)}:{file.stat().st_size}:".encode())
                whole.update(file.read_bytes())
    for library in ("Babel", "WeasyPrint", *_LIBRARIES):
        whole.update(f"{library} {version(library)}".encode())
    return whole.hexdigest()
