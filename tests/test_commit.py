"""The Word file says from which commit of the evidence it was made."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from builder.cli import main
from builder.reading.commit import written_in
from tests.small_workspace import small_workspace

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
FAIR = "evidence/openness/fair.yaml"


def git(folder: Path, *arguments: str) -> str:
    author = ("-c", "user.name=A writer", "-c", "user.email=writer@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A change")
    return git(folder, "rev-parse", "HEAD")


def change(folder: Path) -> None:
    file = folder / FAIR
    file.write_text(file.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")


def test_the_commit_is_the_last_that_changed_an_input(tmp_path: Path) -> None:
    """A later commit of anything else leaves it, and so leaves the files as they are."""
    small_workspace(tmp_path)
    first = commit(tmp_path)
    (tmp_path / "README.md").write_text("About\n", encoding="utf-8")
    assert commit(tmp_path) != first
    assert written_in(tmp_path) == first
    change(tmp_path)
    assert written_in(tmp_path) == f"{first} with later changes"
    second = commit(tmp_path)
    assert written_in(tmp_path) == second != first


def test_a_file_that_came_or_went_is_a_later_change(tmp_path: Path) -> None:
    """Also one that was staged; not one that nothing reads."""
    small_workspace(tmp_path)
    made = commit(tmp_path)
    (tmp_path / "evidence" / "openness" / ".fair.yaml.swp").write_text("x", encoding="utf-8")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "application.en.pdf").write_text("x", encoding="utf-8")
    assert written_in(tmp_path) == made
    new = tmp_path / "evidence" / "openness" / "market.yaml"
    new.write_text("title: Market\nsummary: A market.\n", encoding="utf-8")
    git(tmp_path, "add", "--all")
    assert written_in(tmp_path) == f"{made} with later changes"
    new.unlink()
    (tmp_path / FAIR).unlink()
    assert written_in(tmp_path) == f"{made} with later changes"


def test_a_workspace_in_a_folder_and_ends_of_lines_make_no_difference(tmp_path: Path) -> None:
    """Git stores lines without carriage returns where it is told so, and on Windows puts them into the files."""
    inner = tmp_path / "dossiers" / "café 2027"
    inner.mkdir(parents=True)
    small_workspace(inner)
    made = commit(tmp_path)
    assert written_in(inner) == made
    file = inner / FAIR
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert written_in(inner) == made


def test_the_tree_after_a_merge_is_that_of_the_commit_named(tmp_path: Path) -> None:
    """Neither side of the merge holds both changes, so it is the merge itself."""
    small_workspace(tmp_path)
    start = commit(tmp_path)
    change(tmp_path)
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "side", start)
    (tmp_path / "dossier.yaml").write_text((tmp_path / "dossier.yaml").read_text(encoding="utf-8") + "# side\n", encoding="utf-8")
    commit(tmp_path)
    git(tmp_path, "merge", "--quiet", "--no-edit", "-")
    assert written_in(tmp_path) == git(tmp_path, "rev-parse", "HEAD")


def test_without_a_repository_or_a_commit_there_is_none(tmp_path: Path) -> None:
    """Nor where the repository around it does not hold the workspace."""
    small_workspace(tmp_path)
    assert written_in(tmp_path) == ""
    git(tmp_path, "init", "--quiet")
    assert written_in(tmp_path) == ""
    (tmp_path / ".gitignore").write_text("/inner\n", encoding="utf-8")
    commit(tmp_path)
    (tmp_path / "inner").mkdir()
    small_workspace(tmp_path / "inner")
    assert written_in(tmp_path / "inner") == ""


def test_filters_of_a_repository_are_not_run(tmp_path: Path) -> None:
    """A workspace may come from anywhere."""
    small_workspace(tmp_path)
    made = commit(tmp_path)
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    (tmp_path / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n", encoding="utf-8")
    for setting in ("filter.evil.clean", "filter.evil.process", "diff.evil.textconv", "core.fsmonitor", "log.showSignature"):
        git(tmp_path, "config", setting, "true" if setting.startswith("log") else str(trap))
    change(tmp_path)
    assert written_in(tmp_path) == f"{made} with later changes"
    assert not (tmp_path / "sprung").exists()


def properties(file: Path) -> dict[str, str]:
    """The custom properties of a Word file."""
    with zipfile.ZipFile(BytesIO(file.read_bytes())) as archive:
        root = etree.fromstring(archive.read("docProps/custom.xml"))
    return {str(each.get("name")): each[0].text or "" for each in root}


def test_the_word_file_says_which_dossier_it_is_and_where_it_comes_from(tmp_path: Path) -> None:
    """Award, document and language; the commit; the fingerprint of its words, which changes with them alone."""
    small_workspace(tmp_path)
    file = tmp_path / "output" / "application.sv.docx"

    def built() -> dict[str, str]:
        assert CliRunner().invoke(main, ["build", str(tmp_path), "--format", "docx", "--language", "sv"]).exit_code == 0
        return properties(file)

    alone = built()
    assert alone.keys() == {"Dossier", "Fingerprint"}
    assert alone["Dossier"] == "prize.application.sv"
    made = commit(tmp_path)
    assert built() == {**alone, "Source commit": made}
    once = file.read_bytes()
    assert built() == {**alone, "Source commit": made}
    assert file.read_bytes() == once
    translation = tmp_path / FAIR.replace(".yaml", ".sv.yaml")
    translation.write_text(translation.read_text(encoding="utf-8").replace("Gatorna var", "Torgen var"), encoding="utf-8")
    changed = built()
    assert changed["Source commit"] == f"{made} with later changes"
    assert changed["Fingerprint"] != alone["Fingerprint"]
