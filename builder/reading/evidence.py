"""Reads evidence/: entries, responses, shared sources and the files they name."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from builder.findings import Finding, Location, errors
from builder.reading.awards import Profiles
from builder.reading.entry import Entry
from builder.reading.files import EVIDENCE, SOURCES, EvidenceFile, evidence_files, inside
from builder.reading.near import did_you_mean, known_words
from builder.reading.nodes import Keys
from builder.reading.pictures import picture_size
from builder.reading.reader import Reader
from builder.reading.response import Response
from builder.reading.source import SharedSources, Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that could be read from evidence/."""

    entries: Mapping[str, Entry]
    unread: frozenset[str]
    """Ids of entries whose files have errors."""
    responses: Mapping[tuple[str, str], Response]
    """By criterion, and by the award they are written for or an empty text."""
    sources: Mapping[str, Source]
    pictures: Mapping[str, tuple[int, int]]

    def responses_for(self, award: str, criteria: Iterable[str]) -> Mapping[str, Response]:
        """The response to each criterion of an award: the one written for it, else the general one."""
        pairs = ((criterion, self.responses.get((criterion, award)) or self.responses.get((criterion, ""))) for criterion in criteria)
        return MappingProxyType({criterion: response for criterion, response in pairs if response})


@dataclass(frozen=True, slots=True)
class _Original:
    """A file with its translations."""

    file: EvidenceFile
    translations: Mapping[str, str]
    """Their paths by language."""


def read_evidence(reader: Reader, profiles: Profiles, languages: tuple[str, ...]) -> Evidence:
    """Read everything in evidence/; what is wrong is reported to the reader."""
    listed = list(evidence_files(reader.root, profiles.data, languages))
    reader.report(item for item in listed if isinstance(item, Finding))
    files = [item for item in listed if isinstance(item, EvidenceFile)]
    reader.report(_unknown_folders(files, profiles.questions()))
    originals = _with_translations(reader, files)
    sources = _shared_sources(reader, originals)
    responses = _responses(reader, originals)
    entries, unread = _entries(reader, originals)
    for file, keys, source in _described(entries.values(), sources):
        if source.file and (wrong := missing(reader, source.file, reader.places.locate(file, (*keys, "file")))):
            reader.report([wrong])
    pictures = _pictures(reader, entries.values())
    return Evidence(MappingProxyType(entries), unread, MappingProxyType(responses), sources, MappingProxyType(pictures))


def _with_translations(reader: Reader, files: Sequence[EvidenceFile]) -> list[_Original]:
    found: dict[str, _Original] = {file.path: _Original(file, {}) for file in files if not file.language}
    for file in files:
        if file.language and file.original in found:
            before = found[file.original]
            found[file.original] = _Original(before.file, {**before.translations, file.language: file.path})
        elif file.language:
            hint = f"Write the original `{file.original}` first, or rename this file."
            reader.report([Finding("E128", "a translation of a file that does not exist", Location(file.path), hint=hint)])
    return list(found.values())


def _shared_sources(reader: Reader, originals: Iterable[_Original]) -> Mapping[str, Source]:
    for original in originals:
        if not original.file.criterion:
            data = reader.translated(SOURCES, original.translations)
            shared = reader.model(SharedSources, SOURCES, data or {}) if SOURCES in reader.files else None
            return shared.root if shared else {}
    return {}


def _responses(reader: Reader, originals: Iterable[_Original]) -> dict[tuple[str, str], Response]:
    found = {}
    for file, translations in ((original.file, original.translations) for original in originals):
        if file.stem == "response" and file.criterion:
            data = reader.translated(file.path, translations)
            if file.path not in reader.files:
                continue
            response = reader.model(Response, file.path, data, criterion=file.criterion, file=file.path)
            if response:
                found[file.criterion, file.award] = response
    return found


def _entries(reader: Reader, originals: Iterable[_Original]) -> tuple[dict[str, Entry], frozenset[str]]:
    """The entries by id, and the ids of those with errors."""
    found: dict[str, Entry] = {}
    seen: dict[str, str] = {}
    for file, translations in ((original.file, original.translations) for original in originals):
        if file.stem == "response" or not file.criterion:
            continue
        data = reader.translated(file.path, translations)
        readable = file.path in reader.files
        entry = reader.model(Entry, file.path, data, id=file.stem, criterion=file.criterion, file=file.path) if readable else None
        if file.stem in seen:
            hint = "Rename one of the two; the name of the file is the id of the entry."
            reader.report([Finding("E216", f"the id `{file.stem}` is taken by {seen[file.stem]}", Location(file.path), hint=hint)])
        elif entry:
            found[file.stem] = entry
        seen.setdefault(file.stem, file.path)
    broken = {finding.location.path for finding in errors(reader.findings)}
    sound = {name: entry for name, entry in found.items() if entry.file not in broken}
    return sound, frozenset(seen.keys() - sound.keys())


def _unknown_folders(files: Iterable[EvidenceFile], criteria: Collection[str]) -> Iterator[Finding]:
    for folder in sorted({file.criterion for file in files if file.criterion} - set(criteria)):
        hint = f"Name the folder after a criterion: {known_words(sorted(criteria))}."
        yield Finding(
            "E218", f"no known award has the criterion `{folder}`{did_you_mean(folder, criteria)}", Location(f"{EVIDENCE}/{folder}"), hint=hint
        )


def _described(entries: Iterable[Entry], shared: Mapping[str, Source]) -> Iterator[tuple[str, Keys, Source]]:
    """Every source, with the file and the place of its description."""
    for name, source in shared.items():
        yield SOURCES, (name,), source
    for entry in entries:
        for name, own in entry.sources.items():
            if own:
                yield entry.file, ("sources", name), own


def missing(reader: Reader, named: str, place: Location, folder: str = EVIDENCE, example: str = "files/report.pdf") -> Finding | None:
    """What is wrong with the path of a file that lies in a folder of the workspace, named at that place."""
    path = reader.root / folder / named
    try:
        if not inside(reader.root, path) or not path.resolve().is_relative_to((reader.root / folder).resolve()):
            return Finding("E123", f"`{named}` leads out of {folder}/", place, hint=f"Copy the file into {folder}/ and name it such as `{example}`.")
        if path.is_file():
            return None
    except (OSError, ValueError):
        pass
    return Finding("E125", f"there is no file {folder}/{named}", place, hint=f"Paths start from {folder}/, such as `{example}`.")


def _pictures(reader: Reader, entries: Iterable[Entry]) -> dict[str, tuple[int, int]]:
    """The sizes of all pictures that can be read."""
    found: dict[str, tuple[int, int]] = {}
    for entry in entries:
        for number, picture in enumerate(entry.media):
            keys: Keys = ("media", number, "file")
            place = reader.places.locate(entry.file, keys)
            size = missing(reader, picture.file, place) or picture_size(reader.root / EVIDENCE / picture.file, place)
            if isinstance(size, Finding):
                reader.report([size])
            else:
                found[picture.file] = size
    return found
