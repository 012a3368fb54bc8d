"""The workspace: everything that people wrote for a dossier, read, checked for its form and frozen."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

from builder.findings import Finding, Location, Severity, errors, in_order
from builder.reading.award import AwardProfile, DocumentRules
from builder.reading.awards import Profiles, read_profiles
from builder.reading.dossier import Dossier
from builder.reading.entry import Entry
from builder.reading.evidence import Evidence, missing, read_evidence
from builder.reading.look import read_logo, read_theme
from builder.reading.near import did_you_mean, known_words
from builder.reading.nodes import Keys, Plain
from builder.reading.places import Places
from builder.reading.reader import Reader
from builder.reading.references import Known, dossier_references, entry_references, response_references, source_references
from builder.reading.response import Response
from builder.reading.source import Source
from builder.reading.theme import Theme
from builder.reading.values import LANGUAGE, LocalText, texts
from builder.reading.words import known_languages

DOSSIER = "dossier.yaml"
_MOST_NAMED = 5


@dataclass(frozen=True)
class Workspace:
    """What a dossier is made from. Its ids all lead somewhere."""

    root: Path
    """The folder, its links followed."""
    dossier: Dossier
    award: AwardProfile
    """The chosen award, with all that its profile takes over from others."""
    category: str | None
    """Id of the category applied for."""
    entries: Mapping[str, Entry]
    """By id, in order of folders and names."""
    responses: Mapping[str, Response]
    """Those for the chosen award, by criterion."""
    sources: Mapping[str, Source]
    """Shared sources, by id."""
    theme: Theme
    places: Places
    pictures: Mapping[str, tuple[int, int]]
    """Width and height in pixels of every picture, by its path from evidence/."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the dossier; the first is that of the submission."""
        return self.dossier.languages

    @property
    def as_of(self) -> dt.date | None:
        """The day the dossier speaks of; nothing when that is the day of the check."""
        return self.dossier.as_of

    @property
    def title(self) -> LocalText:
        """What stands on the cover."""
        return self.dossier.title or self.dossier.applicant.name

    @property
    def documents(self) -> tuple[DocumentRules, ...]:
        """The documents to make, in the order chosen."""
        by_id = {rules.id: rules for rules in self.award.documents}
        return tuple(by_id[name] for name in self.dossier.documents) or self.award.documents

    def sources_of(self, entry: str) -> Mapping[str, Source]:
        """The sources of an entry, its own and the shared ones it names, by id: first those listed, then others in order of appearance."""
        return self._sources_by_entry[entry]

    @cached_property
    def _sources_by_entry(self) -> Mapping[str, Mapping[str, Source]]:
        return {
            name: {source: entry.sources.get(source) or self.sources[source] for source in (*entry.sources, *dict(source_references(entry)))}
            for name, entry in self.entries.items()
        }

    def picture_size(self, file: str) -> tuple[int, int]:
        """Width and height in pixels of a picture; `file` starts from evidence/."""
        return self.pictures[file]

    def locate(self, file: str, keys: Keys, language: str | None = None, offset: int | None = None) -> Location:
        """Where a field of a file stands, for the text of that language, `offset` characters into it."""
        return self.places.locate(file, keys, language, offset)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a workspace."""

    workspace: Workspace | None
    """Nothing when there are errors."""
    findings: tuple[Finding, ...]
    """In order of places."""


def read_workspace(root: Path, *, award: str | None = None, category: str | None = None) -> Reading:
    """Read everything that a dossier is made from, and say everything that is wrong with it.

    `award` (id or path of a profile) and `category` stand before those of dossier.yaml. Nothing is run, fetched or written.
    """
    reader = Reader(root.resolve())
    if not (reader.root / DOSSIER).exists():
        hint = "Run `dossier init` in the folder of the dossier, or name that folder."
        return Reading(None, (Finding("E120", f"there is no {DOSSIER} here", Location(DOSSIER), hint=hint),))
    data, dossier = _read_dossier(reader)
    profiles = read_profiles(reader)
    chosen, profile = _read_award(reader, profiles, award or data.get("award"), given=award is not None)
    evidence = read_evidence(reader, profiles, languages_of(data))
    theme = read_theme(reader, data.get("theme"))
    logo = read_logo(reader, theme, data.get("theme")) if theme else {}
    _check(reader, dossier, profile, profiles, evidence)
    if dossier and profile:
        category = category or _kept_category(dossier, profile, other_award=award is not None)
        reader.report(_category(category, profile, reader.places))
        unread = {finding.location.path for finding in errors(reader.findings)} - reader.files.keys()
        reader.report(_untranslated(dossier, evidence, reader.places, unread))
    findings = in_order(reader.findings)
    if not (dossier and profile and theme) or errors(findings):
        return Reading(None, findings)
    responses = evidence.responses_for(chosen, profiles.criteria(chosen))
    workspace = Workspace(
        reader.root, dossier, profile, category, evidence.entries, responses, evidence.sources, theme, reader.places, {**evidence.pictures, **logo}
    )
    return Reading(workspace, findings)


def languages_of(data: Mapping[str, Plain]) -> tuple[str, ...]:
    """The languages as dossier.yaml has them, as far as they can be used; its other errors are told elsewhere."""
    given = data.get("languages")
    tags = given if isinstance(given, tuple) else (given,)
    return tuple(tag for tag in tags if isinstance(tag, str) and LANGUAGE.fullmatch(tag)) or ("en",)


def _read_dossier(reader: Reader) -> tuple[dict[str, Plain], Dossier | None]:
    """The content of dossier.yaml and its model; where it cannot be used, as much as the other files need to be read."""
    own = reader.yaml(DOSSIER)
    if not isinstance(own, dict):
        dossier = reader.model(Dossier, DOSSIER, own) if DOSSIER in reader.files else None
        return {"languages": known_languages(reader.root)}, dossier
    first, *others = languages_of(own)
    reader.first = first
    translations = {tag: f"dossier.{tag}.yaml" for tag in others if (reader.root / f"dossier.{tag}.yaml").is_file()}
    own = reader.laid_over(own, DOSSIER, translations)
    return (own if isinstance(own, dict) else {}), reader.model(Dossier, DOSSIER, own)


def _read_award(reader: Reader, profiles: Profiles, award: Plain, *, given: bool) -> tuple[str, AwardProfile | None]:
    """The id of the chosen award and its profile; nothing when it is unknown or its profile has errors."""
    models = {name: reader.model(AwardProfile, profiles.paths[name], profiles.data[name]) for name in profiles.own}
    if not isinstance(award, str):
        return "", None
    name = next((name for name, path in profiles.paths.items() if path == award), award)
    if name in models:
        return name, models[name]
    if name in profiles.data:
        return name, reader.model(AwardProfile, profiles.paths[name], profiles.data[name])
    if name not in profiles.paths:
        hint = f"The awards are {known_words(profiles.data)}; a profile of your own stands in awards/."
        place = Location(DOSSIER) if given else reader.places.locate(DOSSIER, ("award",))
        reader.report([Finding("E214", f"unknown award `{award}`{did_you_mean(award, profiles.data)}", place, hint=hint)])
    return name, None


def _kept_category(dossier: Dossier, profile: AwardProfile, *, other_award: bool) -> str | None:
    """The category of dossier.yaml; for another award, the only one it has where it does not know that of dossier.yaml."""
    if other_award and dossier.category not in profile.categories:
        return next(iter(profile.categories)) if len(profile.categories) == 1 else None
    return dossier.category


def _category(category: str | None, profile: AwardProfile, places: Places) -> Iterator[Finding]:
    if category is not None and category not in profile.categories:
        known = profile.categories
        hint = f"The categories of `{profile.id}` are {known_words(known)}." if known else f"`{profile.id}` has no categories: delete the field."
        yield Finding("E214", f"unknown category `{category}`{did_you_mean(category, known)}", places.locate(DOSSIER, ("category",)), hint=hint)


def _check(reader: Reader, dossier: Dossier | None, profile: AwardProfile | None, profiles: Profiles, evidence: Evidence) -> None:
    """Whether everything that is pointed to exists."""
    criteria = profiles.questions()
    known = Known(evidence.entries, evidence.unread, evidence.sources, criteria, reader.places)
    for entry in evidence.entries.values():
        reader.report(entry_references(entry, known))
    for (criterion, award), response in evidence.responses.items():
        asked = profiles.criteria(award) if award else criteria
        if criterion in asked:
            reader.report(response_references(response, asked[criterion], known))
        elif criterion in criteria:
            message = f"the award `{award}` has no criterion `{criterion}`{did_you_mean(criterion, asked)}"
            reader.report([Finding("E218", message, Location(response.file), hint=f"Its criteria are {known_words(asked)}.")])
    for name, attachment in dossier.attachments.items() if dossier else ():
        wrong = missing(reader, attachment.file, reader.places.locate(DOSSIER, ("attachments", name, "file")))
        reader.report([wrong] if wrong else [])
    if dossier:
        reader.report(dossier_references(dossier, profile, known_languages(reader.root), known))


def _untranslated(dossier: Dossier, evidence: Evidence, places: Places, unread: Collection[str]) -> Iterator[Finding]:
    """One finding for each file and language that lacks texts a reader sees; nothing of a translation that could not be read."""
    if len(dossier.languages) == 1:
        return
    models: list[tuple[str, BaseModel]] = [(DOSSIER, dossier)]
    models += [(entry.file, entry) for entry in evidence.entries.values()]
    models += [(response.file, response) for response in evidence.responses.values()]
    for file, model in models:
        said = [(keys, text) for keys, text in texts(model) if type(text) is LocalText]
        for language in dossier.languages:
            missing = [".".join(map(str, keys)) for keys, text in said if language not in text.by_language]
            translation = f"{file.removesuffix('.yaml')}.{language}.yaml"
            if missing and translation not in unread:
                more = f" and {len(missing) - _MOST_NAMED} more" if len(missing) > _MOST_NAMED else ""
                message = f"no text in `{language}` for {known_words(missing[:_MOST_NAMED])}{more}"
                hint = f"Translate them in `{translation}`; until then the first language is printed."
                yield Finding("E206", message, places.locate(file, ()), Severity.WARNING, hint)
