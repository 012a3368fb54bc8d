"""What lies in evidence/: entries, responses, shared sources and their translations, told apart by their names."""

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.findings import Finding, Location, Severity
from builder.reading.near import did_you_mean, known_words
from builder.reading.values import LANGUAGE

EVIDENCE = "evidence"
SOURCES = "evidence/sources.yaml"
_ATTACHMENTS = frozenset({"media", "files"})
_STEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAMING = "Name an entry with lower-case letters, digits and hyphens, such as `city-expo.yaml`."


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A YAML file in evidence/ whose name says what it is."""

    path: str
    """Relative to the workspace, with forward slashes."""
    criterion: str
    """The folder it stands in; empty for shared sources."""
    stem: str
    """The id of an entry; `response` or `sources`."""
    award: str = ""
    """The award that a response is written for, where its name says so."""
    language: str = ""
    """Of a translation; empty for an original."""

    @property
    def original(self) -> str:
        """The path of the file that it translates, or its own."""
        return self.path.removesuffix(f".{self.language}.yaml") + ".yaml" if self.language else self.path


def inside(root: Path, path: Path) -> bool:
    """Whether a path, its links followed, stays in the workspace. `root` is resolved already."""
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError, ValueError):
        return False


def evidence_files(root: Path, awards: Collection[str], languages: Sequence[str]) -> Iterator[EvidenceFile | Finding]:
    """Every file of evidence/ in order of names, and what is wrong with names and links."""
    for item in _listed(root, EVIDENCE):
        if isinstance(item, Finding):
            yield item
        elif item.is_dir():
            if item.name not in _ATTACHMENTS:
                yield from _criterion_files(root, item.name, awards, languages)
        else:
            yield _shared(f"{EVIDENCE}/{item.name}", languages)


def _listed(root: Path, folder: str) -> Iterator["os.DirEntry[str] | Finding"]:
    try:
        items = sorted(os.scandir(root / folder), key=lambda item: item.name)
    except OSError:
        return
    for item in items:
        if item.name.startswith("."):
            continue
        if not item.name.isprintable():
            shown = item.name.encode("unicode_escape", "surrogatepass").decode("ascii")
            yield Finding("E122", "the name has characters that cannot be shown", Location(f"{folder}/{shown}"), hint=_NAMING)
        elif item.is_symlink() and not inside(root, Path(item.path)):
            hint = "Replace the link by the file itself."
            yield Finding("E123", "a link leads out of the workspace", Location(f"{folder}/{item.name}"), hint=hint)
        else:
            yield item


def _shared(path: str, languages: Sequence[str]) -> EvidenceFile | Finding:
    stem, *rest = path.removeprefix(f"{EVIDENCE}/").split(".")
    if stem == "sources" and rest == ["yaml"]:
        return EvidenceFile(path, "", "sources")
    if stem == "sources" and rest[1:] == ["yaml"] and rest[0] in languages[1:]:
        return EvidenceFile(path, "", "sources", language=rest[0])
    return _stray(path, "Entries stand in the folder of their criterion, attachments in files/, pictures in media/.")


def _stray(path: str, hint: str) -> Finding:
    if path.endswith(".yml"):
        return Finding("E121", "the name ends in .yml", Location(path), hint=f"Rename it to `{path.rpartition('/')[2][:-4]}.yaml`.")
    return Finding("E124", "this file has no place here and is not read", Location(path), Severity.WARNING, hint)


def _criterion_files(root: Path, criterion: str, awards: Collection[str], languages: Sequence[str]) -> Iterator[EvidenceFile | Finding]:
    folder = f"{EVIDENCE}/{criterion}"
    for item in _listed(root, folder):
        if isinstance(item, Finding):
            yield item
        elif item.is_dir():
            if item.name not in _ATTACHMENTS:
                yield _stray(f"{folder}/{item.name}", "Entries stand directly in the folder of their criterion.")
        elif item.name.endswith(".yaml"):
            yield _named(f"{folder}/{item.name}", criterion, awards, languages)
        else:
            yield _stray(f"{folder}/{item.name}", "Attachments belong in evidence/files/, pictures in evidence/media/.")


def _named(path: str, criterion: str, awards: Collection[str], languages: Sequence[str]) -> EvidenceFile | Finding:
    stem, *rest = path.rpartition("/")[2].removesuffix(".yaml").split(".")
    if not _STEM.fullmatch(stem):
        better = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
        hint = f"Rename it to `{better}.yaml`." if better else _NAMING
        return Finding("E122", f"`{stem}` cannot be the id of an entry", Location(path), hint=hint)
    award = rest.pop(0) if stem == "response" and rest and (rest[0] in awards or not LANGUAGE.fullmatch(rest[0])) else ""
    if award and award not in awards:
        hint = f"The awards are {known_words(sorted(awards))}."
        return Finding("E214", f"unknown award `{award}`{did_you_mean(award, awards)}", Location(path), hint=hint)
    if len(rest) > 1:
        return Finding("E122", "the name has too many dots", Location(path), hint="Name a translation `city-expo.sv.yaml`.")
    if rest and rest[0] == languages[0]:
        hint = "Change the text in the original, and delete this file."
        return Finding("E127", f"a translation into `{rest[0]}`, in which the original is written", Location(path), Severity.WARNING, hint)
    if rest and rest[0] not in languages:
        hint = f"The languages of dossier.yaml are {known_words(languages)}."
        message = f"a translation into `{rest[0]}`, which the dossier does not use{did_you_mean(rest[0], languages)}"
        return Finding("E127", message, Location(path), Severity.WARNING, hint)
    return EvidenceFile(path, criterion, stem, award, rest[0] if rest else "")
