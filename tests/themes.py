"""The built-in themes, for tests that write documents."""

import yaml

from builder.reading.theme import Theme
from builder.resources import builtin

NAMES = tuple(sorted(file.stem for file in builtin("style", "themes").glob("*.yaml")))


def theme(name: str = "civic") -> Theme:
    """A built-in theme by its name."""
    return Theme(**yaml.safe_load(builtin("style", "themes", f"{name}.yaml").read_text(encoding="utf-8")))
