"""What git tells about translations that were left behind."""

import shutil
import subprocess
from pathlib import Path

import pytest

from builder.reading.history import outdated_texts
from builder.reading.workspace import read_workspace
from tests.workspaces import ENTRY, EXPO, TWO_LANGUAGES, write_workspace

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
TRANSLATION = "evidence/experimenting/expo.sv.yaml"
ORIGINAL = ENTRY + "caveat: Visits are counted, not visitors.\n"
SWEDISH = "title: Stadsmässan\nsummary: Staden var en mässa i fem veckor.\ncaveat: Besök räknas, inte besökare.\n"


def commit(folder: Path, files: dict[str, str]) -> None:
    write_workspace(folder, {"dossier.yaml": TWO_LANGUAGES, **files})
    author = ("-c", "user.name=A writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "--quiet"), ("add", "--all"), (*author, "commit", "--quiet", "--message", "A change")):
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def outdated(folder: Path) -> set[tuple[str, tuple[str | int, ...]]]:
    workspace = read_workspace(folder).workspace
    assert workspace is not None
    return set(outdated_texts(workspace.root, workspace.places))


def test_a_text_changed_after_its_translation_is_named_and_no_other(tmp_path: Path) -> None:
    """The caveat was rewritten in a later commit; title and summary were not."""
    commit(tmp_path, {EXPO: ORIGINAL, TRANSLATION: SWEDISH})
    commit(tmp_path, {EXPO: ORIGINAL.replace("counted", "estimated"), TRANSLATION: SWEDISH})
    assert outdated(tmp_path) == {(TRANSLATION, ("caveat",))}


def test_a_change_that_is_not_committed_counts_as_well(tmp_path: Path) -> None:
    """The finding comes before the commit, when it is most useful."""
    commit(tmp_path, {EXPO: ORIGINAL, TRANSLATION: SWEDISH})
    (tmp_path / EXPO).write_text(ORIGINAL.replace("counted", "estimated"), encoding="utf-8")
    assert outdated(tmp_path) == {(TRANSLATION, ("caveat",))}


def test_a_translation_changed_with_or_after_its_original_is_up_to_date(tmp_path: Path) -> None:
    """In the same commit, in a later one, or in the files as they are."""
    commit(tmp_path, {EXPO: ORIGINAL, TRANSLATION: SWEDISH})
    changed = {EXPO: ORIGINAL.replace("counted", "estimated"), TRANSLATION: SWEDISH.replace("räknas", "uppskattas")}
    commit(tmp_path, changed)
    assert outdated(tmp_path) == set()
    (tmp_path / EXPO).write_text(ORIGINAL, encoding="utf-8")
    (tmp_path / TRANSLATION).write_text(SWEDISH, encoding="utf-8")
    assert outdated(tmp_path) == set()


def test_a_change_that_is_no_text_leaves_the_translation_up_to_date(tmp_path: Path) -> None:
    """A new field without a translation and a reordered file are no change of a text."""
    commit(tmp_path, {EXPO: ORIGINAL, TRANSLATION: SWEDISH})
    commit(tmp_path, {EXPO: "kind: event\n" + ORIGINAL, TRANSLATION: SWEDISH})
    assert outdated(tmp_path) == set()


def test_a_workspace_in_a_folder_of_a_repository_is_found_in_its_history(tmp_path: Path) -> None:
    """A city may keep several dossiers in one repository."""
    inner = tmp_path / "dossiers" / "café 2027"
    for text in (ORIGINAL, ORIGINAL.replace("counted", "estimated")):
        write_workspace(inner, {"dossier.yaml": TWO_LANGUAGES, EXPO: text, TRANSLATION: SWEDISH})
        commit(tmp_path, {})
    assert outdated(inner) == {(TRANSLATION, ("caveat",))}


def test_without_a_repository_or_a_commit_nothing_is_said(tmp_path: Path) -> None:
    """What is not known is not reported."""
    write_workspace(tmp_path, {"dossier.yaml": TWO_LANGUAGES, EXPO: ORIGINAL, TRANSLATION: SWEDISH})
    assert outdated(tmp_path) == set()
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert outdated(tmp_path) == set()


def test_settings_of_a_repository_run_nothing(tmp_path: Path) -> None:
    """A workspace may come from anywhere: what its repository would have git start is not started."""
    commit(tmp_path, {EXPO: ORIGINAL, TRANSLATION: SWEDISH})
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n", encoding="utf-8")
    trap.chmod(0o755)
    for setting in ("core.fsmonitor", "core.pager", "diff.external", "gpg.program", "core.sshCommand", "credential.helper", "core.hooksPath"):
        value = str(tmp_path) if setting == "core.hooksPath" else str(trap)
        subprocess.run(["git", "config", setting, value], cwd=tmp_path, check=True)
    (tmp_path / ".gitattributes").write_text("*.yaml diff=evil filter=evil\n", encoding="utf-8")
    for setting in ("diff.evil.command", "diff.evil.textconv", "filter.evil.smudge", "filter.evil.clean"):
        subprocess.run(["git", "config", setting, str(trap)], cwd=tmp_path, check=True)
    (tmp_path / EXPO).write_text(ORIGINAL.replace("counted", "estimated"), encoding="utf-8")
    assert outdated(tmp_path) == {(TRANSLATION, ("caveat",))}
    assert not (tmp_path / "sprung").exists()
