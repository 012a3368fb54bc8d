"""What can be told about a code."""

from typing import NamedTuple


class Code(NamedTuple):
    """A kind of finding."""

    title: str
    """What is wrong, in a few words."""
    why: str
    """Why it matters, in two or three plain sentences."""
    wrong: str = ""
    """A short example, each file under a line `# path`; empty where text cannot show it."""
    right: str = ""
    """The same example put right."""
