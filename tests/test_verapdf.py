"""Every PDF is PDF/UA-1 and PDF/A-3a at once: veraPDF decides."""

import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from builder.assembly.assemble import assemble
from builder.reading.workspace import read_workspace
from builder.writers.pdf import write_pdf
from tests.sample_document import draw_media, every_block
from tests.themes import NAMES, theme
from tests.torture import torture

ROOT = Path(__file__).parent.parent
JARS = ROOT / ".venv" / "verapdf"
FLAVOURS = ("ua1", "3a")
pytestmark = pytest.mark.skipif(
    shutil.which("java") is None or not any(JARS.glob("greenfield-apps-*.jar")),
    reason="veraPDF is missing: `make test` fetches it where there is Java and Maven",
)


def failures(flavour: str, folder: Path, files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The rules that each file breaks; every file has been looked at."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    program = ["java", "-cp", f"{JARS}/*", "org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour, "--format", "text", "-v"]
    finished = subprocess.run([*program, *(folder / name for name in files)], capture_output=True, text=True, check=False)
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in finished.stdout.splitlines():
        verdict, _, rest = line.strip().partition(" ")
        if (path := rest.rpartition(" ")[0]) and Path(path).parent == folder:
            current = found.setdefault(Path(path).name, [] if verdict == "PASS" else [verdict])
        elif verdict == "FAIL":
            current.append(rest)
    assert found.keys() == files.keys(), finished.stderr
    return found


def all_failures(folder: Path, files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The rules that each file breaks in either flavour."""
    found = [failures(flavour, folder, files) for flavour in FLAVOURS]
    return {name: [rule for one in found for rule in one[name]] for name in files}


@pytest.mark.parametrize("name", NAMES)
def test_our_own_dossier_is_valid_in_every_theme(tmp_path: Path, name: str) -> None:
    """All its documents in all its languages, by every rule of veraPDF's profiles."""
    workspace = read_workspace(ROOT).workspace
    assert workspace is not None
    documents = [document for language in workspace.languages for document in assemble(workspace, language).documents]
    assert len(documents) == 4
    files = {f"{each.id}.{each.language}.pdf": write_pdf(each, theme(name), ROOT).data for each in documents}
    assert all_failures(tmp_path, files) == {name: [] for name in files}


@pytest.mark.parametrize("name", NAMES)
def test_documents_with_every_block_and_every_hardship_are_valid_in_every_theme(tmp_path: Path, name: str) -> None:
    """Tables cut by pages, notes in tables, nine lists inside one another, many scripts, emoji, words without an end, sections without content."""
    draw_media(tmp_path)
    documents = {"en": every_block("en"), "sv": every_block("sv"), "torture": torture()}
    files = {f"{key}.pdf": write_pdf(document, theme(name), tmp_path).data for key, document in documents.items()}
    assert all_failures(tmp_path, files) == {name: [] for name in files}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_file_without_its_tags_is_refused(tmp_path: Path, flavour: str) -> None:
    """Otherwise the tests above could not fail."""
    draw_media(tmp_path)
    damaged = io.BytesIO()
    with pikepdf.open(io.BytesIO(write_pdf(every_block(), theme(), tmp_path).data)) as pdf:
        del pdf.Root["/StructTreeRoot"]
        pdf.save(damaged)
    assert failures(flavour, tmp_path, {"damaged.pdf": damaged.getvalue()})["damaged.pdf"]
