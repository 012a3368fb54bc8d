"""What fuzzing has found stays found: every input is fed to its reader again."""

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

FOUND = sorted((Path(__file__).parent / "fuzz" / "found").glob("*.bin"))


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.stem)
def test_an_input_that_broke_a_reader_is_read_or_refused(file: Path) -> None:
    """The name of the file begins with the target that it broke."""
    TARGETS[file.stem.partition("-")[0]](file.read_bytes())


def test_there_is_something_to_feed() -> None:
    """The tests above have seen the files."""
    assert len(FOUND) >= 3
