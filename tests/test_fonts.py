"""Documents are set in the fonts that are carried, and nothing printed lacks a glyph."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from builder.checks.characters import USUAL
from builder.inspection.pdf import read_pdf
from builder.reading.fonts import carried, families, printable
from builder.resources import builtin
from tests.small_workspace import FILES
from tests.themes import NAMES, theme
from tests.workspaces import write_workspace

FONTS = builtin("style", "fonts")
BUILD = """
import datetime as dt, sys
from pathlib import Path
from builder.build.pipeline import Request, build
from builder.reading.workspace import read_workspace
workspace = read_workspace(Path(sys.argv[1])).workspace
made = build(workspace, Request(formats=("pdf",), documents=("application",)), dt.date(2026, 7, 1), lambda name: None)
sys.stdout.buffer.write(made.outputs[0].data)
"""
AS_INSTALLED = """
import sys
from weasyprint import HTML
sys.stdout.buffer.write(HTML(string="<p style='font-family: \\"Source Serif 4\\"'>Words</p>").write_pdf(pdf_identifier=b"1"))
"""


def test_usual_characters_are_in_the_carried_fonts() -> None:
    """So that texts of them need not be looked at."""
    assert {ord(character) for character in USUAL if character.isprintable() and character != "\u00ad"} <= printable(None)


def test_every_letter_of_the_languages_of_the_union_is_printable() -> None:
    """Latin, Greek and Cyrillic."""
    letters = (
        "ÁÀÂÄÃÅĀĂĄÆÇĆČĊĎĐÉÈÊËĖĘĚĒĞĠĢĦÍÎÏĪĮİĶĹĻĽŁŃŅŇÑÓÒÔÖÕŐØŒŔŘŚŠŞȘŤŢȚÚŮÜŰŪŲÝŸŹŻŽÐÞẞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯЀЍ"
    )
    assert {ord(one) for letter in letters for one in (letter, letter.lower()) if len(letter.lower()) == 1} <= printable(None)


@pytest.mark.parametrize("name", NAMES)
def test_a_built_in_theme_is_set_in_built_in_fonts(name: str) -> None:
    """In each of its families there is a face."""
    assert {family for _, family in theme(name).fonts} <= set(families(None))


def test_every_font_comes_with_its_licence() -> None:
    """A licence for each family, next to the files."""
    licences = {
        "Source Sans": "source-sans",
        "Source Serif": "source-serif",
        "Liberation": "liberation",
        "DejaVu": "dejavu",
        "Noto Emoji": "noto-emoji",
    }
    used = {licence for start, licence in licences.items() for face in carried(None) if face.family.startswith(start)}
    assert all(any(face.family.startswith(start) for start in licences) for face in carried(None))
    assert used == {file.stem.removeprefix("LICENSE-") for file in FONTS.glob("LICENSE-*.md")}


def run(script: str, home: Path, *arguments: Path) -> bytes:
    """What a script writes for a user with that home folder."""
    program = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(program, env={**os.environ, "HOME": str(home)}, capture_output=True, check=True).stdout


def renamed(folder: Path, family: str) -> None:
    """Put another font, which calls itself so, into a folder."""
    folder.mkdir(parents=True)
    with TTFont(FONTS / "LiberationSerif-Regular.ttf") as font:
        for number in (1, 4, 16):
            font["name"].setName(family, number, 3, 1, 0x409)
        font.save(folder / "other.ttf")


def test_an_installed_font_of_the_same_family_changes_nothing(tmp_path: Path) -> None:
    """The machine has another font that calls itself Source Serif 4, and would set words in it."""
    root = write_workspace(tmp_path / "workspace", FILES)
    plain, disguised = tmp_path / "plain", tmp_path / "disguised"
    plain.mkdir()
    renamed(disguised / ".fonts", "Source Serif 4")
    assert run(AS_INSTALLED, plain) != run(AS_INSTALLED, disguised)
    first = run(BUILD, plain, root)
    assert first.startswith(b"%PDF")
    assert run(BUILD, disguised, root) == first


def test_a_workspace_may_bring_its_own_font(tmp_path: Path) -> None:
    """Put into templates/style/fonts/ and named in the theme, it is the one in the PDF; a file that is no font is passed over."""
    root = write_workspace(tmp_path, {**FILES, "dossier.yaml": FILES["dossier.yaml"] + "theme: {fonts: {text: House Serif}}\n"})
    renamed(root / "templates" / "style" / "fonts", "House Serif")
    (root / "templates" / "style" / "fonts" / "broken.ttf").write_bytes(b"no font")
    fonts = {font.name for font in read_pdf(run(BUILD, tmp_path, root)).fonts}
    assert "House-Serif" in fonts
    assert "Source-Serif-4" not in fonts
