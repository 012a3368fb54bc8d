"""Strict YAML: the few things people need, each refused thing with its place and cure."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from yaml import MarkedYAMLError, YAMLError

from builder.findings import Finding, Location
from builder.reading.content import Doubtful, content
from builder.reading.nodes import Keys, Node, Plain, Script, plain
from builder.reading.slips import slip
from builder.reading.tree import Builder, TooDeep

LARGEST = 1_000_000
"""Bytes in a file."""

_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)|.", re.DOTALL)
_DOUBLED_QUOTE = re.compile(r"''|.", re.DOTALL)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Parsed(NamedTuple):
    """What came of reading a file."""

    file: "YamlFile | None"
    """Nothing when no sense could be made of it."""
    data: Plain
    findings: tuple[Finding, ...]


def read_yaml(file: Path, path: str) -> Parsed:
    """What a file holds, and everything that is wrong with it.

    `path` is how findings name it. Reading runs and fetches nothing.
    """
    try:
        if not file.is_file():
            return _refused(Finding("E120", "there is no such file", Location(path), hint="Check its name."))
        with file.open("rb") as stream:
            large = os.fstat(stream.fileno()).st_size > LARGEST
            data = stream.read(LARGEST + 1 if large else -1)
    except OSError as error:
        reason = error.strerror or "the system refuses"
        return _refused(Finding("E120", f"the file cannot be read: {reason}", Location(path), hint="Check who may read it."))
    return parse_yaml(data, path)


def _refused(*findings: Finding) -> Parsed:
    return Parsed(None, None, findings)


def parse_yaml(data: bytes, path: str) -> Parsed:
    """As `read_yaml`, for bytes already at hand."""
    if len(data) > LARGEST:
        return _refused(Finding("E103", f"the file is larger than {LARGEST:,} bytes", Location(path), hint="Split it; attachments belong in files/."))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _refused(_undecodable(data, error, path))
    script = Script(path, text.removeprefix("\ufeff"))
    if findings := tuple(_forbidden_characters(script)):
        return _refused(*findings)
    try:
        return Parsed(YamlFile(script), content(script.text), ())
    except (Doubtful, YAMLError):
        return _looked_closer(script)


def _looked_closer(script: Script) -> Parsed:
    """What a file holds in which something may be wrong."""
    builder = Builder(script)
    try:
        root = builder.build()
    except TooDeep:
        return _refused(*builder.findings)
    except MarkedYAMLError as error:
        told = slip(script, error)
        # What was found before on that line is the reason; that the rest makes no sense then is no news.
        reasons = [finding for finding in builder.findings if finding.location.line == told.location.line]
        return _refused(*builder.findings, *([] if reasons else [told]))
    except YAMLError:
        return _refused(*builder.findings, script.finding("E106", "this is not YAML", 0, "Compare it with the examples in the documentation."))
    return Parsed(YamlFile(script), plain(root), tuple(builder.findings))


def _undecodable(data: bytes, error: UnicodeDecodeError, path: str) -> Finding:
    script = Script(path, data.decode("utf-8", "replace"))
    where = len(data[: error.start].decode("utf-8", "replace"))
    return script.finding("E101", "the file is not UTF-8 text", where, "Save it again with the encoding UTF-8.")


def _forbidden_characters(script: Script) -> Iterator[Finding]:
    text = script.text
    if "\ufeff" in text:
        yield script.finding("E102", "a byte-order mark stands inside the text", text.index("\ufeff"), "Delete the invisible character there.")
    if "\t" in text:
        yield script.finding("E105", "a tab stands here", text.index("\t"), "Use spaces, two for each step of indentation.")
    if not text.replace("\n", "").isprintable():
        strange = _UNPRINTABLE.search(text)
        if strange:
            message = f"the control character U+{ord(strange.group()):04X} stands here"
            yield script.finding("E101", message, strange.start(), "Delete the invisible character there.")


@dataclass(frozen=True)
class YamlFile:
    """A file that could be read, and the places of everything in it."""

    script: Script

    @cached_property
    def root(self) -> Node:
        """The whole content with its places. Made only when a place is asked for: a thousand such trees slow the reading of all the others down."""
        return Builder(self.script).build()

    @property
    def path(self) -> str:
        """Relative to the workspace, with forward slashes."""
        return self.script.path

    def find(self, keys: Keys) -> tuple[Node, int]:
        """The deepest value on the way, and how many of the keys led to it."""
        node, depth = self.root, 0
        for key in keys:
            value = node.value
            if isinstance(value, Mapping) and key in value:
                node = value[str(key)]
            elif isinstance(value, tuple) and isinstance(key, int) and key < len(value):
                node = value[key]
            else:
                break
            depth += 1
        return node, depth

    def locate(self, keys: Keys, *, offset: int | None = None) -> Location:
        """Where a value stands, or a character of its text; a missing value stands where its parent does.

        The offset is exact for texts written on one line and after `|`; for others the place is where the text begins.
        """
        return self.place(self.find(keys)[0], offset)

    def place(self, node: Node, offset: int | None = None) -> Location:
        """As `locate`, for a value of this file."""
        if offset is None or not isinstance(node.value, str):
            return self.script.location(node.place.line, node.place.column)
        return self.script.location(*_character(node, node.value, self.script, offset))

    def locate_key(self, keys: Keys) -> Location:
        """Where the key of a value stands."""
        node = self.find(keys)[0]
        mark = node.key or node.start
        return self.script.location(mark.line, mark.column)


def _character(node: Node, value: str, script: Script, offset: int) -> tuple[int, int]:
    """Line and column of a character of a text, counted from 0."""
    start = node.start
    if node.style == "|":
        return _literal_character(node, value, script, offset)
    if start.line != node.end.line or node.style == ">":
        return start.line, start.column
    if not node.style:
        return start.line, start.column + offset
    pieces = _DOUBLED_QUOTE if node.style == "'" else _ESCAPE
    source = script.lines[start.line][start.column + 1 : node.end.column - 1]
    written = [piece.group() for piece in pieces.finditer(source)]
    return start.line, start.column + 1 + sum(map(len, written[:offset]))


def _literal_character(node: Node, value: str, script: Script, offset: int) -> tuple[int, int]:
    line = node.start.line + 1 + value.count("\n", 0, offset)
    if line >= len(script.lines):
        return node.start.line, node.start.column
    start = value.rfind("\n", 0, offset) + 1
    end = value.find("\n", offset)
    indent = len(script.lines[line]) - ((end if end >= 0 else len(value)) - start)
    return line, max(indent, 0) + min(offset, len(value)) - start
