"""The fixed words of a language, from templates/words/."""

from collections.abc import Mapping
from pathlib import Path

from builder.findings import DossierError, Finding, Location
from builder.reading.files import inside
from builder.reading.yaml import read_yaml
from builder.resources import builtin


def known_languages(root: Path) -> tuple[str, ...]:
    """The languages that have fixed words, built in or in the workspace."""
    folders = (builtin("words"), root / "templates" / "words")
    return tuple(sorted({file.stem for folder in folders for file in folder.glob("*.yaml")}))


def read_words(root: Path, language: str) -> Mapping[str, object]:
    """The words of a language: English, overlaid by the built-in file of that language, overlaid by the workspace's own.

    Raises DossierError when there is no file for the language, or one cannot be read.
    """
    own, path = root / "templates" / "words" / f"{language}.yaml", f"templates/words/{language}.yaml"
    if own.exists() and not inside(root.resolve(), own):
        raise DossierError([Finding("E123", "a link leads out of the workspace", Location(path), hint="Replace the link by the file itself.")])
    files = [file for file in (builtin("words", f"{language}.yaml"), own) if file.is_file()]
    if not files:
        hint = f"Copy templates/words/en.yaml to {path} in the workspace and translate it."
        raise DossierError([Finding("E215", f"there are no fixed words for the language `{language}`", Location("dossier.yaml"), hint=hint)])
    words: dict[str, object] = {}
    for file in dict.fromkeys((builtin("words", "en.yaml"), *files)):
        words |= _words(file, path)
    return words


def _words(file: Path, path: str) -> Mapping[str, object]:
    _, data, findings = read_yaml(file, path)
    if findings:
        raise DossierError(findings)
    if not isinstance(data, dict):
        hint = "Compare it with the built-in file of that name."
        raise DossierError([Finding("E203", "a file of fixed words maps each key to its words", Location(path), hint=hint)])
    return data
