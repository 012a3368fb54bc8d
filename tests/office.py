"""What LibreOffice makes of a Word file."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

_OFFICE = shutil.which("soffice")


def converted(form: str, *files: Path) -> list[Path]:
    """Files of one folder in another form, in a folder beside them; the test is skipped where LibreOffice is missing."""
    if _OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = files[0].parent
    out = folder / "converted"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [_OFFICE, profile, "--headless", "--convert-to", form, "--outdir", *map(str, (out, *files))]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return [out / f"{file.stem}.{form}" for file in files]


def saved_by_office(data: bytes, folder: Path) -> tuple[bytes, str]:
    """A Word file as LibreOffice saves it, and the words of its pages as it prints them."""
    path = folder / "file.docx"
    path.write_bytes(data)
    (saved,) = converted("docx", path)
    with pypdfium2.PdfDocument(*converted("pdf", path)) as pdf:
        return saved.read_bytes(), "\n".join(page.get_textpage().get_text_range() for page in pdf)
