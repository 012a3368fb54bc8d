"""Measures any finished PDF or Word file, whoever made it."""

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from builder.findings import DossierError, Finding, Location
from builder.inspection.measured import Measured

_LARGEST = 300_000_000
"""Bytes in a file that is measured."""
_PATIENCE = 180
"""Seconds to wait for LibreOffice."""


def measure(name: str, data: bytes) -> Measured:
    """The measures of a file; what it is, its first bytes say. Raises DossierError (L100) where it cannot be read."""
    if len(data) > _LARGEST:
        raise _unreadable(name, f"it is larger than {_LARGEST // 1_000_000} MB", "Make it smaller; portals refuse far smaller ones.")
    if data[:4] == b"PK\x03\x04":
        return _word(name, data)
    if b"%PDF-" in data[:1024]:
        return _pdf(name, data)
    raise _unreadable(name, "it is neither a PDF nor a Word file", "Give a file that ends in .pdf or .docx.")


def _pdf(name: str, data: bytes) -> Measured:
    import pikepdf  # noqa: PLC0415 - both take a while, and a check needs neither
    import pypdfium2  # noqa: PLC0415

    from builder.inspection.measure_pdf import TooMany, measure_pdf  # noqa: PLC0415

    try:
        return measure_pdf(name, data)
    except pikepdf.PasswordError:
        raise _unreadable(name, "it is encrypted", "Save it without a password.") from None
    except TooMany as problem:
        raise _unreadable(name, f"it has {problem}", "Measure it in pieces.") from None
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError):
        # What is broken in a damaged file shows anywhere: a number where a dictionary should be, a page that leads to itself.
        raise _unreadable(name, "it is damaged", "Make it anew, or save it again from a reader that can open it.") from None


def _word(name: str, data: bytes) -> Measured:
    from builder.inspection.measure_word import measure_word  # noqa: PLC0415
    from builder.reading.word_parts import NotWord  # noqa: PLC0415

    try:
        return measure_word(name, data)
    except NotWord as problem:
        raise _unreadable(name, str(problem), "Save it again from Word or LibreOffice.") from None
    except (ValueError, RuntimeError):
        raise _unreadable(name, "it is damaged", "Save it again from Word or LibreOffice.") from None


def rendered(measured: Measured, data: bytes) -> Measured:
    """A Word file with the pages that LibreOffice lays it out on. Raises DossierError (L100) where LibreOffice is missing or gives up."""
    office = shutil.which("soffice")
    if office is None:
        raise _unreadable(measured.name, "LibreOffice is not found, which lays out its pages", "Install it, or leave out --render.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "file.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "file.docx")]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)  # noqa: S603 - the file is a name of our own
            pdf = _pdf(measured.name, (folder / "file.pdf").read_bytes())
        except (OSError, subprocess.SubprocessError):
            raise _unreadable(measured.name, "LibreOffice cannot lay it out", "Open it in LibreOffice and look.") from None
    return replace(measured, pages=pdf.pages, sheets=pdf.sheets, blank=pdf.blank)


def _unreadable(name: str, why: str, hint: str) -> DossierError:
    return DossierError([Finding("L100", f"the file cannot be measured: {why}", Location(name, 0, 0), hint=hint)])
