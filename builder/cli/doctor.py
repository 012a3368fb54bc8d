"""`dossier doctor`."""

import platform
import shutil
import sys
from collections.abc import Callable

import click

_APT = "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_BREW = "brew install pango"


def _python() -> str:
    version = platform.python_version()
    return "" if sys.version_info >= (3, 11) else f"Python {version} is too old; 3.11 or newer is needed"


def _weasyprint() -> str:
    try:
        import weasyprint  # noqa: F401, PLC0415 - takes a second, and may fail: that is the question here
    except OSError as problem:
        return f"a system library is missing ({str(problem).splitlines()[0]}); run: {_BREW if platform.system() == 'Darwin' else _APT}"
    return ""


def _harfbuzz() -> str:
    try:
        from weasyprint.text.ffi import harfbuzz_subset  # noqa: PLC0415
    except (ImportError, OSError):
        harfbuzz_subset = None
    return "" if harfbuzz_subset else f"libharfbuzz-subset is missing: the PDF becomes larger, and not the same at every build; run: {_APT}"


def _git() -> str:
    return "" if shutil.which("git") else "git is not found: building works, but versions of the evidence cannot be kept"


def _libreoffice() -> str:
    return (
        ""
        if shutil.which("soffice")
        else "LibreOffice is not found: building works; it is only needed to look at Word files here and to run all tests"
    )


_CHECKS: tuple[tuple[str, Callable[[], str], bool], ...] = (
    ("Python", _python, True),
    ("WeasyPrint and Pango, for the PDF", _weasyprint, True),
    ("HarfBuzz, for embedded fonts", _harfbuzz, False),
    ("git, for versions of the evidence", _git, False),
    ("LibreOffice, to look at Word files", _libreoffice, False),
)


@click.command("doctor")
def command() -> None:
    """Say what is missing on this machine, and how to get it. Exit status 1 when a build cannot work."""
    broken = False
    for name, check, needed in _CHECKS:
        problem = check()
        broken = broken or (needed and bool(problem))
        mark, colour = ("ok", "green") if not problem else ("missing", "red") if needed else ("absent", "yellow")
        click.echo(click.style(f"{mark:>7}", fg=colour) + f"  {name}" + (f"\n         {problem}" if problem else ""))
    if broken:
        sys.exit(1)
