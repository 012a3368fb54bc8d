"""Reading a workspace: names, links, pictures, and files that hold anything at all."""

import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from builder.findings import Severity
from builder.reading.workspace import read_workspace
from tests.workspaces import ENTRY, EXPO, MINIMAL, TWO_LANGUAGES, told, write_workspace


def _time(work: Callable[[], object]) -> float:
    """Seconds of the processor, which other programs do not add to."""
    before = process_time()
    work()
    return process_time() - before


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = (b"\0" + b"\xff" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("evidence/experimenting/expo.yml", "E121 evidence/experimenting/expo.yml:1:1 the name ends in .yml"),
        ("evidence/experimenting/Expo_1.yaml", "E122 evidence/experimenting/Expo_1.yaml:1:1 `Expo_1` cannot be the id of an entry"),
        ("evidence/experimenting/notes.txt", "E124 evidence/experimenting/notes.txt:1:1 this file has no place here"),
        ("evidence/experimenting/deeper/expo.yaml", "E124 evidence/experimenting/deeper:1:1 this file has no place here"),
        ("evidence/expo.yaml", "E124 evidence/expo.yaml:1:1 this file has no place here"),
        ("evidence/experimenting/response.icapital-2072.yaml", "E214 evidence/experimenting/response.icapital-2072.yaml:1:1 unknown award"),
        ("evidence/experimentation/expo.yaml", "E218 evidence/experimentation:1:1 no known award has the criterion `experimentation`; did you mean"),
        ("evidence/experimenting/expo.en.yaml", "E127 evidence/experimenting/expo.en.yaml:1:1 a translation into `en`, in which the original"),
        ("evidence/experimenting/expo.fi.yaml", "E127 evidence/experimenting/expo.fi.yaml:1:1 a translation into `fi`"),
    ],
)
def test_a_file_in_the_wrong_place_is_told(tmp_path: Path, path: str, said: str) -> None:
    """Nothing beside the entries is ignored in silence."""
    lines = told(tmp_path, {EXPO: ENTRY, path: ENTRY.replace("title: City", "title: Other")})
    assert any(line.startswith(said) for line in lines), lines


def test_hidden_files_and_attachments_are_nobodys_business(tmp_path: Path) -> None:
    """Editors and systems leave files behind, and attachments may have any name."""
    assert told(tmp_path, {EXPO: ENTRY, "evidence/.DS_Store": "x", "evidence/experimenting/.swp": "x", "evidence/files/Annual Report.txt": "x"}) == []


def test_a_name_that_cannot_be_shown_is_told(tmp_path: Path) -> None:
    """It would spoil every list it stands in."""
    assert told(tmp_path, {"evidence/experimenting/ex\x1b[2Jpo.yaml": ENTRY})[0].startswith("E122 evidence/experimenting/ex\\x1b[2Jpo.yaml:1:1")


def test_links_that_leave_the_workspace_are_refused(tmp_path: Path) -> None:
    """As are paths that do."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text(ENTRY)
    root = write_workspace(tmp_path / "inside", {EXPO: ENTRY.replace("{title: Report}", "{title: Report, file: ../../outside/secret.yaml}")})
    (root / "evidence" / "experimenting" / "linked.yaml").symlink_to(outside / "secret.yaml")
    (root / "evidence" / "escalating").symlink_to(outside)
    found = [(f.code, f.location.path) for f in read_workspace(root).findings]
    assert found == [("E123", "evidence/escalating"), ("E123", EXPO), ("E123", "evidence/experimenting/linked.yaml")]


def test_a_dossier_that_is_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    """The main file is no exception."""
    (tmp_path / "real.yaml").write_text(MINIMAL)
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "dossier.yaml").symlink_to(tmp_path / "real.yaml")
    assert [f.code for f in read_workspace(tmp_path / "inside").findings] == ["E123"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [(png(3, 2), ""), (b"no picture", "cannot be read"), (png(3, 200)[:-30], "cannot be read"), (png(10_000, 5_001), "10,000 × 5,001 pixels")],
)
def test_a_picture_must_be_readable_to_its_end_and_not_too_large(tmp_path: Path, content: bytes, problem: str) -> None:
    """Its size is kept for the documents."""
    root = write_workspace(tmp_path, {EXPO: ENTRY + "media:\n  - {file: media/expo.png, alt: Visitors}\n", "evidence/media/x": ""})
    (root / "evidence/media/expo.png").write_bytes(content)
    reading = read_workspace(root)
    if problem:
        (finding,) = reading.findings
        assert finding.code == "E126"
        assert problem in finding.message
        assert str(finding.location) == f"{EXPO}:7:12"
    else:
        assert reading.workspace
        assert reading.workspace.picture_size("media/expo.png") == (3, 2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.sampled_from(
        [
            "dossier.yaml",
            EXPO,
            "evidence/sources.yaml",
            "evidence/experimenting/response.yaml",
            "evidence/experimenting/expo.sv.yaml",
            "awards/my.yaml",
            "templates/style/theme.yaml",
        ]
    ),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.sampled_from(["x", "expo", "expo.visits", "2022", "en", "{a", ""]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "title",
                        "supports",
                        "summary",
                        "award",
                        "languages",
                        "applicant",
                        "name",
                        "sources",
                        "claims",
                        "text",
                        "theme",
                        "answers",
                        "extends",
                        "id",
                        "criteria",
                        "questions",
                        "documents",
                        "sv",
                        "en",
                        "file",
                        "media",
                        "glance",
                        "test-bed",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=25,
    ),
)
def test_nothing_that_a_file_may_hold_makes_reading_fail(tmp_path: Path, name: str, content: object) -> None:
    """Whatever stands there, the answer is a workspace or findings."""
    root = write_workspace(
        tmp_path, {"dossier.yaml": TWO_LANGUAGES, EXPO: ENTRY, "awards/my.yaml": "id: my\nextends: icapital-2027\n", name: json.dumps(content)}
    )
    reading = read_workspace(root)
    assert reading.workspace is not None or any(f.severity is Severity.ERROR for f in reading.findings)
    (root / name).unlink()


def test_reading_takes_at_most_a_fifth_of_a_round_trip_parse(tmp_path: Path) -> None:
    """Everything that reading does, against ruamel.yaml only parsing the same files: entries are many, and checks are run often."""
    result = "results: [{date: 2022-07, value: 100, precision: about, source: report}]"
    more = "".join(f"  visits-{n}:\n    name: Visits to area {n}\n    unit: visits\n    {result}\n" for n in range(4))
    text = ENTRY + "challenge: |\n  Somebody had to try it out,\n  and nobody knew how.\nindicators:\n" + more
    files = {f"evidence/experimenting/expo-{n}.yaml": text for n in range(400)}
    root = write_workspace(tmp_path, files)
    read_workspace(root)
    ours = min(_time(lambda: read_workspace(root)) for _ in range(3))
    parser = YAML(typ="rt")
    theirs = _time(lambda: [parser.load(content) for content in files.values()])
    assert ours <= theirs / 5, (ours, theirs)
