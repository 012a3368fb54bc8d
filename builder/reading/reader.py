"""Reads files into models and keeps every finding, so that all errors of all files are told in one run."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from builder.findings import Finding, Location
from builder.reading.files import inside
from builder.reading.mismatches import Spot, fields, mismatches, shown
from builder.reading.near import did_you_mean, known_words
from builder.reading.nodes import Keys, Plain
from builder.reading.places import Places
from builder.reading.translation import overlay
from builder.reading.yaml import YamlFile, read_yaml

M = TypeVar("M", bound=BaseModel)


class Reader:
    """The files of one workspace as they come in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.first = "en"
        """The dossier's first language, once it is known."""
        self.findings: list[Finding] = []
        self.files: dict[str, YamlFile] = {}
        self.translations: dict[str, dict[str, str]] = {}
        self.bases: dict[str, tuple[str, ...]] = {}
        self._folders_inside: dict[Path, bool] = {}

    @property
    def places(self) -> Places:
        """Where everything read so far was written."""
        return Places(MappingProxyType(self.files), MappingProxyType(self.translations), MappingProxyType(self.bases))

    def report(self, findings: Iterable[Finding]) -> None:
        """Keep findings."""
        self.findings.extend(findings)

    def yaml(self, path: str, file: Path | None = None) -> Plain:
        """The content of a file of the workspace, or of the built-in one that stands in its place; `files` tells whether it could be read."""
        actual = file or self.root / path
        if file is None and not self._inside(actual):
            self.report([Finding("E123", "a link leads out of the workspace", Location(path), hint="Replace the link by the file itself.")])
            return None
        parsed = read_yaml(actual, path)
        self.report(parsed.findings)
        if parsed.file:
            self.files[path] = parsed.file
        return parsed.data

    def _inside(self, path: Path) -> bool:
        """Whether a file stays in the workspace: one that is no link does when its folder does, which is asked once."""
        if os.path.islink(path):  # noqa: PTH114 - unlike pathlib, it does not fail in a folder that nobody may enter
            return inside(self.root, path)
        folder = path.parent
        if folder not in self._folders_inside:
            self._folders_inside[folder] = inside(self.root, folder)
        return self._folders_inside[folder]

    def translated(self, path: str, translations: Mapping[str, str]) -> Plain:
        """The content of a file with translations, whose paths are given by language, laid over it."""
        return self.laid_over(self.yaml(path), path, translations)

    def laid_over(self, data: Plain, path: str, translations: Mapping[str, str]) -> Plain:
        """The content of a file with translations laid over it."""
        for language, translation in translations.items():
            texts = self.yaml(translation)
            if path in self.files and translation in self.files:
                self.translations.setdefault(path, {})[language] = translation
                data, findings = overlay(data, self.first, language, texts, self.files[translation])
                self.report(findings)
        return data

    def model(self, model: type[M], path: str, data: Plain, **given: str) -> M | None:
        """The model of a file's content; `given` are fields that people do not write. Nothing when the model refuses it."""
        if not isinstance(data, dict):
            hint = "Write `name: value` lines, with a space after the colon; the fields are " + known_words(fields(model)) + "."
            self.report([Finding("E203", f"the file should hold fields, but {shown(data)} stands here", self.places.locate(path, ()), hint=hint)])
            return None
        if unasked := given.keys() & data.keys():
            self.report(self._unasked(sorted(unasked), path, model))
            return None
        try:
            return model.model_validate({**data, **given}, context={"language": self.first})
        except ValidationError as error:
            told = {finding.location for finding in self.findings}  # what YAML itself refuses there is the reason
            found = mismatches(error, model, data, lambda keys, spot: self._locate(path, keys, spot))
            self.report(finding for finding in dict.fromkeys(found) if finding.location not in told)
            return None

    def _unasked(self, names: Iterable[str], path: str, model: type[BaseModel]) -> Iterable[Finding]:
        for name in names:
            message = f"unknown field `{name}`{did_you_mean(name, fields(model))}"
            yield Finding("E201", message, self.places.locate_key(path, (name,)), hint="Delete it; the name and folder of the file say it.")

    def _locate(self, path: str, keys: Keys, spot: Spot) -> Location:
        if spot == "key":
            return self.places.locate_key(path, keys)
        if spot == "translation":
            for translation in self.translations.get(path, {}).values():
                if self.files[translation].find(keys)[1] == len(keys):
                    return self.files[translation].locate_key(keys)
        return self.places.locate(path, keys)
