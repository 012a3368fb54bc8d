"""Translations beside a file: the same shape, only the texts.

A translation is laid over its original before the models see it: a text and its translation become texts by language. The models then say which of
them is not a text that readers see, so nothing here needs to know them.
"""

from typing import NamedTuple

from builder.findings import Finding
from builder.reading.near import did_you_mean, known_words
from builder.reading.nodes import Keys, Plain
from builder.reading.values import LANGUAGE
from builder.reading.yaml import YamlFile


class Translated(dict[str, Plain]):
    """Texts by language, some of which come from a translation."""


class Overlay(NamedTuple):
    """The file with its translation laid over it."""

    data: Plain
    findings: tuple[Finding, ...]


def overlay(data: Plain, first: str, language: str, texts: Plain, file: YamlFile) -> Overlay:
    """Lay the texts of a translation, which stand in that file, over the data of one whose plain texts are in the language `first`."""
    laying = _Laying(first, language, file)
    return Overlay(laying.over(data, texts, ()), tuple(laying.findings))


class _Laying:
    def __init__(self, first: str, language: str, file: YamlFile) -> None:
        self.first = first
        self.language = language
        self.file = file
        self.findings: list[Finding] = []

    def _report(self, keys: Keys, message: str, hint: str) -> None:
        self.findings.append(Finding("E204", message, self.file.locate_key(keys), hint=hint))

    def over(self, data: Plain, value: Plain, keys: Keys) -> Plain:
        if value is None or value == {}:
            return data
        if isinstance(value, dict):
            return self._fields(data, value, keys)
        if isinstance(value, tuple):
            return self._items(data, value, keys)
        if isinstance(value, str):
            return self._text(data, value, keys)
        hint = "Keep texts only; numbers, dates and choices hold for all languages. A text that looks like a number needs quotes."
        self._report(keys, "a translation holds only texts", hint)
        return data

    def _fields(self, data: Plain, value: dict[str, Plain], keys: Keys) -> Plain:
        if not isinstance(data, dict):
            self._report(keys, "the original has no fields here", "Give the translation the same shape as the original.")
            return data
        merged = dict(data)
        for key, child in value.items():
            if key in merged:
                merged[key] = self.over(merged[key], child, (*keys, key))
            else:
                hint = f"The original has {known_words(data)} here." if data else "Delete it, or add it to the original."
                self._report((*keys, key), f"the original has no `{key}`{did_you_mean(key, data)}", hint)
        return merged

    def _items(self, data: Plain, value: tuple[Plain, ...], keys: Keys) -> Plain:
        if not isinstance(data, tuple):
            self._report(keys, "the original has no list here", "Give the translation the same shape as the original.")
            return data
        if len(value) != len(data):
            hint = "Keep the order of the original, and write `{}` for an item without text."
            self._report(keys, f"the original has {len(data)} items here, the translation {len(value)}", hint)
            return data
        return tuple(self.over(item, child, (*keys, number)) for number, (item, child) in enumerate(zip(data, value, strict=True)))

    def _text(self, data: Plain, value: str, keys: Keys) -> Plain:
        if isinstance(data, str):
            return Translated({self.first: data, self.language: value})
        if isinstance(data, dict) and data and all(LANGUAGE.fullmatch(key) for key in data):
            if self.language in data:
                hint = "Keep one of the two, here or in the original."
                self._report(keys, f"the original already gives this text in `{self.language}`", hint)
                return data
            return Translated({**data, self.language: value})
        self._report(keys, "the original has no text here", "Delete it, or add the text to the original.")
        return data
