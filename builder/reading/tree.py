"""Makes the tree of a YAML file from the parser's events, refusing what people do not need.

Scalars are typed here and not by PyYAML, which follows YAML 1.1: it turns `NO` into false, `012` into ten and `12:30:00` into 45000. As in the core
schema of YAML 1.2, only `true`, `false`, `null`, `~` and plain decimal numbers are anything but text. A number that begins with a needless zero stays
text as well: it may be meant as an identifier, and readers of YAML disagree about its value.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, cast

from yaml import AliasEvent, DocumentStartEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stub hides it

from builder.findings import Finding
from builder.reading.nodes import Mark, Node, Scalar, Script

DEEPEST = 50
"""Collections inside one another."""

_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_BROKEN = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})?\.?[0-9]{1,18}(?:[eE][-+]?[0-9]{1,2})?")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:, *[0-9]{3})+")


def scalar(text: str, style: str) -> Scalar:
    """The value of a scalar as it is written."""
    if style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "0123456789+-.":
        if _WHOLE.fullmatch(text):
            return int(text)
        if _BROKEN.fullmatch(text) and not re.match(r"[-+]?0[0-9]", text):
            return Decimal(text)
    return text


class _Event(Protocol):
    """What the parser tells; which of these an event has depends on its kind."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool
    version: object
    tags: object


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The mark of an empty file."""

    index: int = 0
    line: int = 0
    column: int = 0


class _Open:
    """A collection whose end has not come yet."""

    __slots__ = ("flow", "items", "key", "key_mark", "mapping", "start")

    def __init__(self, event: _Event) -> None:
        self.start = event.start_mark
        self.flow = bool(event.flow_style)
        self.items: list[Node] = []
        self.mapping: dict[str, Node] | None = {} if isinstance(event, MappingStartEvent) else None
        self.key: str | None = None
        """Of the value that comes next."""
        self.key_mark: Mark | None = None
        """Set when a value is awaited; without a `key`, that value is dropped, having been reported."""


class TooDeep(Exception):  # noqa: N818 - it says what is the matter
    """Collections stand inside one another beyond all need."""


class Builder:
    """Makes the tree from the parser's events, without recursion."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.findings: list[Finding] = []
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.number: tuple[int, int] | None = None
        """Where the last plain scalar in brackets or braces begins and ends, with all that a comma broke off it."""

    def build(self) -> Node:
        """The root. Raises `YAMLError`, or `TooDeep` after reporting it."""
        parser = CParser(self.script.text)
        while event := cast("_Event | None", parser.get_event()):
            kind: type[object] = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._begin(event)
                if len(self.open) > DEEPEST:
                    hint = "Indent less; the format never needs more than ten."
                    self._report("E104", f"more than {DEEPEST} levels stand inside one another", event.start_mark, hint)
                    raise TooDeep
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._end(event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent and self._another_document(event):
                break
        return self.root or Node(None, _Beginning(), _Beginning(), "", None)

    def _report(self, code: str, message: str, mark: Mark, hint: str) -> None:
        self.findings.append(self.script.finding(code, message, mark, hint))

    def _another_document(self, event: _Event) -> bool:
        self.documents += 1
        if event.version or event.tags:
            self._report("E109", "a line that begins with % has no meaning here", event.start_mark, "Delete the line.")
        if self.documents == 1:
            return False
        self._report(
            "E110", "a second document begins in this file", event.start_mark, "Delete the line `---`, or move what follows to its own file."
        )
        return True

    def _refuse_features(self, event: _Event) -> None:
        if event.anchor:
            self._report("E108", f"the anchor `&{event.anchor}` is not wanted here", event.start_mark, "Delete it, or put the text in quotes.")
        if event.tag:
            self._report("E109", f"the tag `{event.tag}` is not wanted here", event.start_mark, "Delete it, or put the text in quotes.")

    def _awaits_key(self) -> bool:
        return bool(self.open) and self.open[-1].mapping is not None and self.open[-1].key_mark is None

    def _scalar(self, event: _Event) -> None:
        if event.anchor or event.tag:
            self._refuse_features(event)
        frame = self.open[-1] if self.open else None
        if frame and frame.flow and event.value[:1].isdigit() and self._falls_apart(event, frame):
            return
        if event.value:
            self.number = (event.start_mark.index, event.end_mark.index) if frame and frame.flow and not event.style else None
        if frame and frame.mapping is not None and frame.key_mark is None:
            self._key(event, frame, frame.mapping)
            return
        style = event.style or ""
        self._add(scalar(event.value, style), event.start_mark, event.end_mark, style)

    def _key(self, event: _Event, frame: _Open, mapping: dict[str, Node]) -> None:
        key, mark = event.value, event.start_mark
        frame.key_mark, frame.key = mark, key
        if key in mapping:
            frame.key = None
            first = mapping[key].key
            where = f" (first on line {first.line + 1})" if first else ""
            self._report("E107", f"the key `{key}` stands twice in the same place{where}", mark, "Keep one of the two.")
        elif key == "<<" and not event.style:
            frame.key = None
            self._report("E108", "the merge key `<<` is not wanted here", mark, "Write the fields out.")
        elif not key:
            frame.key = None
            self._report("E112", "a key is missing before the colon", mark, "Write the name of the field there.")

    def _falls_apart(self, event: _Event, frame: _Open) -> bool:
        """Whether this is the rest of a number that a comma broke, such as `13,000` in braces."""
        if self.number is None or event.style:
            return False
        start, end = self.number
        between = self.script.text[end : event.start_mark.index]
        if between.strip(" ") != "," or (frame.mapping is None and between != ","):
            return False
        whole = _THOUSANDS.match(self.script.text, start)
        if not whole or whole.end() < event.end_mark.index:
            return False
        if "," not in self.script.text[start:end]:
            digits = re.sub(", *", "", whole.group())
            hint = f"Write {digits}, without commas."
            self.findings.append(self.script.finding("E111", f"`{whole.group()}` falls apart into several items at its comma", start, hint))
        self.number = start, event.end_mark.index
        if frame.mapping is not None:
            frame.key_mark, frame.key = event.start_mark, None
        return True

    def _alias(self, event: _Event) -> None:
        hint = "Write the value out; a text that begins with * needs quotes."
        self._report("E108", f"the alias `*{event.anchor}` is not wanted here", event.start_mark, hint)
        if self._awaits_key():
            self.open[-1].key_mark = event.start_mark
        else:
            self._add(None, event.start_mark, event.end_mark, "")

    def _begin(self, event: _Event) -> None:
        if event.anchor or event.tag:
            self._refuse_features(event)
        if self._awaits_key():
            hint = "Put a text that begins with [ or { in quotes."
            self._report("E112", "a key must be a word, not a collection", event.start_mark, hint)
        self.open.append(_Open(event))

    def _end(self, event: _Event) -> None:
        frame = self.open.pop()
        value = tuple(frame.items) if frame.mapping is None else frame.mapping
        if self._awaits_key():
            self.open[-1].key_mark = frame.start
        else:
            self._add(value, frame.start, event.end_mark, "")

    def _add(self, value: "Scalar | tuple[Node, ...] | dict[str, Node]", start: Mark, end: Mark, style: str) -> None:
        if not self.open:
            self.root = Node(value, start, end, style, None)
            return
        frame = self.open[-1]
        if frame.mapping is None:
            frame.items.append(Node(value, start, end, style, None))
            return
        if frame.key is not None:
            frame.mapping[frame.key] = Node(value, start, end, style, frame.key_mark)
        frame.key_mark = frame.key = None
