"""A build makes nothing twice, and what it makes never depends on what was made before."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from builder.build.cache import Cache
from builder.build.workshop import Workshop
from builder.cli import main
from builder.cli.building import Wanted, build_now
from tests.bench.generate import generate
from tests.small_workspace import FILES, small_workspace

FAIR = "evidence/openness/fair.yaml"
UNCHANGED = "Nothing has changed"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def contents(folder: Path) -> dict[str, str]:
    """A digest of each file that a build has made."""
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted((folder / "output").iterdir()) if file.is_file()}


def scratch(folder: Path) -> dict[str, str]:
    """What a build makes that knows nothing of earlier ones, in a copy of the workspace."""
    copy = folder.parent / f"{folder.name}-copy"
    subprocess.run(["cp", "-r", folder, copy], check=True)
    subprocess.run(["rm", "-rf", copy / "output"], check=True)
    assert run("build", copy, "--no-cache").exit_code == 0
    made = contents(copy)
    subprocess.run(["rm", "-rf", copy], check=True)
    return made


def test_a_build_of_what_has_not_changed_makes_nothing_and_says_the_same(tmp_path: Path) -> None:
    """The files stay as they are; the table and the findings are told again."""
    small_workspace(tmp_path)
    first = run("build", tmp_path, "--format", "pdf", "--language", "en")
    times = {file: file.stat().st_mtime_ns for file in (tmp_path / "output").glob("*.pdf")}
    second = run("build", tmp_path, "--format", "pdf", "--language", "en")
    assert first.exit_code == second.exit_code == 0
    assert UNCHANGED not in first.output
    assert UNCHANGED in second.output
    assert len(times) == 2
    assert {file: file.stat().st_mtime_ns for file in times} == times
    told = [line for line in first.output.splitlines() if not line.startswith(("made", "Done"))]
    assert [line for line in second.output.splitlines() if not line.startswith(UNCHANGED)] == told != []


@pytest.mark.parametrize("damage", ["delete", "alter"])
def test_an_output_that_somebody_touched_is_made_again(tmp_path: Path, damage: str) -> None:
    """Deleted or altered: afterwards it is as the build had made it."""
    small_workspace(tmp_path)
    narrow = ("--format", "pdf", "--language", "en", "--document", "application")
    assert run("build", tmp_path, *narrow).exit_code == 0
    before = contents(tmp_path)
    file = tmp_path / "output" / "application.en.pdf"
    if damage == "delete":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-1] + b"!")
    again = run("build", tmp_path, *narrow)
    assert UNCHANGED not in again.output
    assert contents(tmp_path) == before


def test_a_flipped_byte_in_any_kept_result_is_noticed_and_the_result_made_anew(tmp_path: Path) -> None:
    """Every file of the cache is damaged, each at another place; the outputs come out the same, and the cache is whole again."""
    small_workspace(tmp_path)
    narrow = ("--language", "en", "--document", "application")
    assert run("build", tmp_path, *narrow).exit_code == 0
    before, chance, damaged = contents(tmp_path), random.Random(1), 0
    for file in (tmp_path / "output" / ".cache").iterdir():
        if file.name != ".gitignore":
            data = bytearray(file.read_bytes())
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            file.write_bytes(data)
            damaged += 1
    assert damaged > 5
    for file in (tmp_path / "output").glob("application*"):
        file.unlink()
    again = run("build", tmp_path, *narrow, "--timings")
    assert again.exit_code == 0, again.output
    assert "0 taken from an earlier build" in again.output
    assert contents(tmp_path) == before
    assert UNCHANGED in run("build", tmp_path, *narrow).output


def test_the_cache_stays_within_its_bounds_and_keeps_what_was_used_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was used longest ago goes first; what a killed build has left goes as well."""
    monkeypatch.setattr("builder.build.cache._LARGEST", 2500)
    cache = Cache(tmp_path)
    for number, key in enumerate(("old", "middle", "new")):
        cache.put(key, key.encode() * (1000 // len(key)))
        os.utime(tmp_path / key, (number, number))
    (tmp_path / ".left-by-a-killed-build").write_bytes(b"half")
    assert cache.get("old") is not None  # now it is the one used last
    cache.tidy()
    assert {file.name for file in tmp_path.iterdir()} == {".gitignore", "new", "old"}
    assert (tmp_path / ".gitignore").read_text() == "*\n"


def edits(folder: Path, chance: random.Random) -> Iterator[str]:
    """Edits without end, each told in a word: texts, numbers, entries that come and go, pictures, the look, and old states that come back."""
    kept: list[dict[Path, str]] = []

    def entries() -> list[Path]:
        return sorted((folder / "evidence").rglob("entry-*.yaml"))

    def replace(file: Path, old: str, new: str) -> None:
        file.write_text(file.read_text().replace(old, new, 1))

    while True:
        kept.append({file: file.read_text() for file in folder.rglob("*.yaml")})
        entry, number = chance.choice(entries()), chance.randrange(1000)
        what = chance.choice(["text", "number", "title", "copy", "delete", "response", "cover", "colour", "picture", "back"])
        match what:
            case "text":
                replace(entry, "summary: |\n", f"summary: |\n  Word {number} is new.\n")
            case "number":
                replace(entry, "value: ", f"value: {chance.randrange(1, 9)}")
            case "title":
                replace(entry, "title: ", f"title: {chance.choice(['Ö', 'Ð', 'fi', 'Ω'])}{number} ")
            case "copy":
                (entry.parent / f"entry-9{number:03}.yaml").write_text(entry.read_text())
            case "delete" if spare := [file for file in entries() if file.name.startswith("entry-9")]:
                chance.choice(spare).unlink()
            case "response":
                response = chance.choice(sorted((folder / "evidence").rglob("response.yaml")))
                replace(response, "summary: |\n", f"summary: |\n  It begins with {number}.\n")
            case "cover":
                replace(folder / "dossier.yaml", "applicant: {name: ", f"applicant: {{name: City {number} ")
            case "colour":
                look = f"theme: {{colours: {{accent: '#{number:03}000'}}}}\n"
                text = (folder / "dossier.yaml").read_text()
                (folder / "dossier.yaml").write_text(text.split("theme:")[0] + look)
            case "picture":
                (folder / "evidence/media").mkdir(exist_ok=True)
                Image.new("RGB", (60, 40), (number % 256, 9, 9)).save(folder / "evidence/media/square.png")
                if "media:" not in entry.read_text():
                    entry.write_text(entry.read_text() + "media:\n  - {file: media/square.png, alt: A square}\n")
            case "back":
                for file, text in chance.choice(kept).items():
                    file.write_text(text)
        yield what


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_edits_the_files_are_those_of_a_build_from_scratch(tmp_path: Path, seed: int) -> None:
    """Fifty random edits; the files are compared byte for byte after every tenth."""
    folder = tmp_path / "workspace"
    generate(folder, 8)
    wanted = Wanted(folder, (), ("pdf", "docx"), (), None, None, None, strict=False, cached=True, timings=False)
    compared, done, reused = 0, set[str](), 0
    with Workshop(wanted.cache) as workshop:
        for number, what in zip(range(1, 51), edits(folder, random.Random(seed)), strict=False):
            done.add(what)
            assert build_now(wanted, workshop, wanted.cache) == 0
            if number % 10 == 0:
                assert contents(folder) == scratch(folder)
                compared += 1
        reused = sum(1 for _ in (folder / "output/.cache").iterdir())
    assert compared == 5
    assert len(done) >= 8
    assert reused > 50


OTHER = FILES[FAIR].replace("The streets were a fair.", "The streets were a fair, in the rain.")
KILLS = 25


@pytest.mark.parametrize("seed", range(4))
def test_a_build_killed_at_any_moment_leaves_each_file_old_or_new_and_the_next_build_succeeds(tmp_path: Path, seed: int) -> None:
    """A hundred moments in all, between the start of the program and its end."""
    small_workspace(tmp_path)
    command = [sys.executable, "-m", "builder", "build", str(tmp_path), "--language", "en", "--document", "application"]
    states = []
    for text in (FILES[FAIR], OTHER):
        (tmp_path / FAIR).write_text(text)
        started = time.monotonic()
        assert subprocess.run(command, capture_output=True, check=False).returncode == 0
        states.append(contents(tmp_path))
    longest = time.monotonic() - started
    assert set(states[0]) == set(states[1])
    assert all(states[0][name] != states[1][name] for name in states[0])
    chance, killed = random.Random(seed), 0
    for number in range(KILLS):
        (tmp_path / FAIR).write_text((FILES[FAIR], OTHER)[number % 2])
        if chance.random() < 0.5:
            subprocess.run(["rm", "-rf", tmp_path / "output" / ".cache"], check=True)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        found = contents(tmp_path)
        assert set(found) == set(states[0])
        assert all(found[name] in (states[0][name], states[1][name]) for name in found)
    assert killed > KILLS // 2
    (tmp_path / FAIR).write_text(FILES[FAIR])
    for forsaken in (tmp_path / "output").glob(".writing*"):
        os.utime(forsaken, (0, 0))
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert contents(tmp_path) == states[0]
    left = [file.name for file in (tmp_path / "output").iterdir() if file.name.startswith(".writing")]
    assert left == []
