"""The package as people install it: the wheel alone, in an empty environment, away from the checkout."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: object, cwd: Path) -> str:
    finished = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin"})
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def test_the_wheel_alone_builds_a_dossier_from_init(tmp_path: Path) -> None:
    """With the locked dependencies and nothing else: templates, profiles, fonts and the sample travel with it."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "builder/sample/evidence/expanding/h22-city-expo.yaml" in names
    assert not [name for name in names if name.startswith("tests/")]
    venv.create(tmp_path / "env", with_pip=True)
    binaries = tmp_path / "env" / "bin"
    run(binaries / "python", "-m", "pip", "install", "-q", "--require-hashes", "-r", ROOT / "setup" / "requirements.lock", cwd=tmp_path)
    run(binaries / "python", "-m", "pip", "install", "-q", "--no-deps", wheel, cwd=tmp_path)
    run(binaries / "dossier", "init", "mine", cwd=tmp_path)
    run(binaries / "dossier", "build", "mine", cwd=tmp_path)
    assert (tmp_path / "mine" / "output" / "application.en.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "mine" / "output" / "application.en.docx").read_bytes().startswith(b"PK")
    run(binaries / "dossier", "init", "sample", "--sample", cwd=tmp_path)
    assert "Fit for a build" in run(binaries / "dossier", "check", "sample", cwd=tmp_path)
