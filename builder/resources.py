"""Where the built-in templates, award profiles, styles and the sample lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def builtin(*parts: str) -> Path:
    """The path of a built-in file or folder under `templates/`: inside the installed package, beside it in a checkout."""
    packaged = _PACKAGE / "templates"
    return (packaged if packaged.is_dir() else _PACKAGE.parent / "templates").joinpath(*parts)


def sample() -> Path:
    """The folder with the complete sample workspace, Helsingborg's application."""
    packaged = _PACKAGE / "sample"
    return packaged if packaged.is_dir() else _PACKAGE.parent
