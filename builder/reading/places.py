"""Where everything was written: the files of a workspace, and the way from a field to its line."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.findings import Location
from builder.reading.nodes import Keys, Node
from builder.reading.yaml import YamlFile


@dataclass(frozen=True, slots=True)
class Places:
    """The files that were read, by path."""

    files: Mapping[str, YamlFile]
    translations: Mapping[str, Mapping[str, str]]
    """The paths of translations by original and language."""
    bases: Mapping[str, tuple[str, ...]]
    """The profiles that a profile extends, nearest first."""

    def locate(self, file: str, keys: Keys, language: str | None = None, offset: int | None = None) -> Location:
        """Where a field stands: in the translation when the text in that language came from there, in a base profile when it came from there.

        A field that nobody wrote stands where its parent does. `offset` counts the characters of the text before the one meant.
        """
        if language and (translation := self.translations.get(file, {}).get(language)):
            translated = self.files[translation]
            if isinstance(translated.find(keys)[0].value, str):
                return translated.locate(keys, offset=offset)
        best = self._holder(file, keys)
        return best.place(_in_language(best.find(keys)[0], language), offset) if best else Location(file)

    def locate_key(self, file: str, keys: Keys) -> Location:
        """Where the key of a field stands."""
        best = self._holder(file, keys)
        return best.locate_key(keys) if best else Location(file)

    def _holder(self, file: str, keys: Keys) -> YamlFile | None:
        """The file that a field was written in, or the nearest part of the way to it: the file itself, or a base that it extends."""
        if file not in self.bases:
            return self.files.get(file)
        chain = [self.files[path] for path in (file, *self.bases[file]) if path in self.files]
        return max(chain, key=lambda candidate: candidate.find(keys)[1], default=None)


def _in_language(node: Node, language: str | None) -> Node:
    value = node.value
    return value[language] if language and isinstance(value, Mapping) and language in value else node
