"""Finished files take the places of older ones whole, also where several are put there at once."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from builder.build.folder import replace_files


def test_several_may_put_files_into_a_folder_at_once(tmp_path: Path) -> None:
    """As the documents of a watched dossier do; none takes what another is writing for something left behind."""
    names = [f"{number}.pdf" for number in range(400)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda name: replace_files(tmp_path, {name: name.encode()}), names))
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {name: name for name in names}


def test_what_a_killed_build_has_left_is_removed_after_a_while(tmp_path: Path) -> None:
    """Not at once: another build may be at it."""
    for name in (".writing-old", ".writing-new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.pdf").write_text("half")
    os.utime(tmp_path / ".writing-old", (0, 0))
    replace_files(tmp_path, {"a.pdf": b"whole"})
    assert {file.name for file in tmp_path.iterdir()} == {".writing-new", "a.pdf"}
