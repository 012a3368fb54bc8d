"""What a YAML file holds when nothing is wrong with it, without places.

Nearly all files are so. Reading them takes half the time of making their trees, which are needed only where there is something to say.
"""

import re

from yaml import CollectionStartEvent, DocumentStartEvent, Event, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stub hides it

from builder.reading.nodes import Plain
from builder.reading.tree import DEEPEST, scalar

_MAYBE_BROKEN = re.compile(r"(?<![0-9])[0-9]{1,3}, *[0-9]{3}(?![0-9])")
"""In brackets or braces, this may be a number that falls apart at its comma."""


class Doubtful(Exception):  # noqa: N818 - it says what is the matter
    """Something may be wrong; the tree tells what."""


def content(text: str) -> Plain:
    """The content as the tree has it. Raises `Doubtful`, or `YAMLError` as the tree does."""
    return _Content(text).read()


class _Content:
    def __init__(self, text: str) -> None:
        self.text = text
        self.next = CParser(text).get_event

    def read(self) -> Plain:
        self.next()  # the stream begins
        beginning = self.next()
        if isinstance(beginning, StreamEndEvent):
            return None
        if not isinstance(beginning, DocumentStartEvent) or beginning.version or beginning.tags:
            raise Doubtful
        data = self._value(self.next(), 1)
        self.next()  # the document ends
        if not isinstance(self.next(), StreamEndEvent):
            raise Doubtful
        return data

    def _value(self, event: Event | None, depth: int) -> Plain:
        """The value that begins with an event; as a collection it would stand in that depth."""
        if isinstance(event, ScalarEvent):
            if event.anchor or event.tag:
                raise Doubtful
            return scalar(event.value, event.style or "")
        if not isinstance(event, CollectionStartEvent) or event.anchor or event.tag or depth > DEEPEST:
            raise Doubtful
        value, end = self._fields(depth + 1) if isinstance(event, MappingStartEvent) else self._items(depth + 1)
        start, stop = event.start_mark.index, end.end_mark.index  # type: ignore[union-attr]  # the parser gives every event its marks
        if event.flow_style and _MAYBE_BROKEN.search(self.text, start, stop):
            raise Doubtful
        return value

    def _fields(self, depth: int) -> tuple[dict[str, Plain], Event]:
        """The fields up to the end of a mapping whose values stand in that depth, and that end."""
        fields: dict[str, Plain] = {}
        while isinstance(event := self.next(), ScalarEvent):
            key = event.value
            if not key or key in fields or key == "<<" or event.anchor or event.tag:
                raise Doubtful
            fields[key] = self._value(self.next(), depth)
        if not isinstance(event, MappingEndEvent):
            raise Doubtful
        return fields, event

    def _items(self, depth: int) -> tuple[tuple[Plain, ...], Event]:
        """As `_fields`, for a list."""
        items: list[Plain] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            items.append(self._value(event, depth))
        return tuple(items), event
