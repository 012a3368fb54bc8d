"""Award profiles: the built-in ones and the workspace's own, each with all that it takes over from the profile it extends."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from builder.findings import Finding, Location, errors, in_order
from builder.reading.award import AwardProfile
from builder.reading.near import did_you_mean, known_words
from builder.reading.nodes import Plain
from builder.reading.reader import Reader
from builder.resources import builtin

_OVERRIDES = "templates/awards"
_OWN = "awards"


@dataclass(frozen=True, slots=True)
class Profiles:
    """Every known award profile, as data."""

    paths: Mapping[str, str]
    """The path of each, by id."""
    data: Mapping[str, dict[str, Plain]]
    """What each says, with all that it takes over, by id."""
    own: tuple[str, ...]
    """Ids of those that stand in the workspace."""

    def criteria(self, award: str) -> Mapping[str, tuple[str, ...]]:
        """Criteria of an award, each with the ids of its questions."""
        found: dict[str, tuple[str, ...]] = {}
        for criterion in _groups(self.data[award].get("criteria")):
            questions = _groups(criterion.get("questions"))
            found[str(criterion.get("id"))] = tuple(str(question.get("id")) for question in questions)
        return found

    def questions(self) -> Mapping[str, frozenset[str]]:
        """Criteria of all known awards, each with all questions it has in any of them."""
        found: dict[str, frozenset[str]] = {}
        for award in self.data:
            for criterion, questions in self.criteria(award).items():
                found[criterion] = found.get(criterion, frozenset()) | set(questions)
        return found


def _groups(value: Plain) -> list[dict[str, Plain]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, tuple) else []


def profile_ids(root: Path) -> tuple[str, ...]:
    """The ids of all award profiles, built in and in the workspace, in order."""
    return tuple(sorted(_files(root)))


def read_profile(root: Path, name: str) -> tuple[AwardProfile | None, tuple[Finding, ...]]:
    """A profile with all that it takes over, or what is wrong with it. Raises KeyError for an unknown id."""
    reader = Reader(root.resolve())
    profiles = read_profiles(reader)
    path = profiles.paths[name]
    profile = reader.model(AwardProfile, path, profiles.data.get(name))
    chain = {path, *reader.bases.get(path, ())}
    found = in_order(finding for finding in reader.findings if finding.location.path in chain)
    return (None if errors(found) else profile), found


def _files(root: Path) -> dict[str, tuple[str, Path | None]]:
    """The path of each profile by id, and for a built-in one the file itself; one in the workspace stands before the built-in one of that name."""
    builtins = {file.stem: (f"{_OVERRIDES}/{file.name}", file) for file in builtin("awards").glob("*.yaml")}
    own = {file.stem: (f"{folder}/{file.name}", None) for folder in (_OWN, _OVERRIDES) for file in (root / folder).glob("*.yaml")}
    return {**builtins, **own}


def read_profiles(reader: Reader) -> Profiles:
    """All known profiles."""
    files = _files(reader.root)
    raw = {award: _raw(reader, path, file) for award, (path, file) in files.items()}
    known = {award: data for award, data in raw.items() if data is not None}
    paths = {award: path for award, (path, _) in files.items()}
    merged = {award: _extended(reader, award, known, paths) for award in known}
    return Profiles(MappingProxyType(paths), MappingProxyType(merged), tuple(award for award in merged if files[award][1] is None))


def _raw(reader: Reader, path: str, file: Path | None) -> dict[str, Plain] | None:
    data = reader.yaml(path, file)
    if path in reader.files and not isinstance(data, dict):
        reader.report([Finding("E203", "an award profile should hold fields", Location(path), hint="Compare with a built-in profile.")])
    if not isinstance(data, dict):
        return None
    stem = path.rpartition("/")[2].removesuffix(".yaml")
    if isinstance(data.get("id"), str) and data["id"] != stem:
        hint = f"Write `id: {stem}`, or rename the file to `{data['id']}.yaml`."
        reader.report([Finding("E219", "the id of the profile is not the name of its file", reader.places.locate(path, ("id",)), hint=hint)])
    return data


def _extended(reader: Reader, award: str, known: Mapping[str, dict[str, Plain]], paths: Mapping[str, str]) -> dict[str, Plain]:
    """A profile with all that it takes over; what it extends is kept as the bases of its file."""
    chain, data = [award], known[award]
    while (base := known[chain[-1]].get("extends")) is not None:
        place = reader.places.locate(paths[award], ("extends",))
        if base in chain:
            reader.report([Finding("E219", "this profile extends itself in a circle", place, hint="Delete `extends` in one of the profiles.")])
            break
        if not isinstance(base, str) or base not in known:
            if len(chain) == 1:
                hint = f"The awards are {known_words(known)}."
                reader.report([Finding("E214", f"unknown award `{base}`{did_you_mean(str(base), known)}", place, hint=hint)])
            break
        data = merge(known[base], data)
        chain.append(base)
    reader.bases[paths[award]] = tuple(paths[base] for base in chain[1:])
    return data


def merge(base: dict[str, Plain], change: dict[str, Plain]) -> dict[str, Plain]:
    """The base with the change laid over it: mappings key by key, anything else whole."""
    merged = dict(base)
    for key, value in change.items():
        below = merged.get(key)
        merged[key] = merge(below, value) if isinstance(value, dict) and isinstance(below, dict) else value
    return merged
