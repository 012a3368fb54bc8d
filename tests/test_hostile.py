"""Input that means harm: every piece of it gets a finding in bounded time and memory, and nothing is fetched, run or written elsewhere."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.small_workspace import FILES, small_workspace

MEMORY = 1_500_000_000
"""Bytes of address space that the program may take."""
PATIENCE = 60
NO_NETWORK = """
import socket, sys
def refuse(*_, **__): raise AssertionError("the network was asked for")
connect = socket.socket.connect
socket.socket.connect = lambda own, *place: connect(own, *place) if own.family == socket.AF_UNIX else refuse()  # one process asks another
socket.create_connection = refuse
socket.getaddrinfo = refuse
from builder.cli import main
main(sys.argv[1:])
"""


def run(folder: Path, *arguments: str) -> str:
    """Run a command in a process of its own, with little memory and no network; it ends with 1, without a traceback. What it says."""
    finished = subprocess.run(
        [sys.executable, "-c", NO_NETWORK, *arguments, str(folder)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    said = finished.stdout + finished.stderr
    assert "Traceback" not in said, said[-3000:]
    assert finished.returncode == 1, said[-2000:]
    return said


def listing(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if "output" not in path.relative_to(folder).parts}


# ---------- templates ----------

TEMPLATES = {
    "a loop in a loop in a loop": "{% for a in range(9999) %}" * 3 + "{% endfor %}" * 3,
    "a range without end": "{% for a in range(10**9) %}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that calls itself twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "a text that doubles itself": "{% macro m(x, n) %}{% if n %}{{ m(x ~ x, n - 1) }}{% endif %}{% endmacro %}{{ m('aaaaaaaa', 60) }}",
    "a text that doubles itself by adding": "{% macro m(x, n) %}{% if n %}{{ m(x + x, n - 1) }}{% endif %}{% endmacro %}{{ m('aaaaaaaa', 60) }}",
    "a block that doubles itself": "{% macro m(x, n) %}{% set y %}{{ x }}{{ x }}{% endset %}{{ m(y, n - 1) if n }}{% endmacro %}{{ m('aaaa', 60) }}",
    "a text times a billion": "{{ 'a' * 1000000000 }}",
    "a list times a billion": "{% for a in [1] * 1000000000 %}{% endfor %}",
    "a power": "{{ 9 ** 9 ** 9 ** 9 }}",
    "a padded text by a method": "{{ 'a'.ljust(1000000000) }}",
    "a padded text by a filter": "{{ 'a' | center(1000000000) }}",
    "a padded text by a format": "{{ '%1000000000d' % 1 }}",
    "a padded text by format()": "{{ '{:1000000000}'.format(1) }}",
    "an include of itself": "{% include 'application.md.j2' %}",
    "an import of itself": "{% extends 'application.md.j2' %}",
    "a template out of the folder": "{% include '../dossier.yaml' %}",
    "a template by its absolute path": "{% include '/etc/passwd' %}",
    "the insides of a text": "{{ ''.__class__.__mro__ }}",
    "the insides by a filter": "{{ '' | attr('__class__') }}",
    "the insides by a format": "{{ '{0.__class__}'.format(word) }}",
    "the insides of a function": "{{ word.__globals__ }}",
    "the insides of a macro": "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "the insides of the loop": "{% for a in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "the environment": "{{ self._TemplateReference__context.environment }}",
    "a changed criterion": "{% set x = criteria[0].__setattr__('title', 'x') %}{{ x }}",
    "a function with the wrong thing": "{{ opener(5) }}",
    "a function with nothing": "{{ question_heading() }}",
    "a part without a title": "{{ part('cover') }}",
    "a million insertions": "{% for a in range(99999) %}{{ cover() }}{% endfor %}",
    "a joiner that remembers": "{{ namespace(x=1) }}",
    "a word that does not exist": "{{ word('x' ) }}",
    "a broken template": "{% for %}",
    "an endless recursion of loops": "{% for a in [[1]] recursive %}{{ loop([[1], [1]]) }}{% endfor %}",
}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_a_template_is_stopped_at_its_line(tmp_path: Path, template: str) -> None:
    """E301, with the template's name, whatever it tries; no file appears."""
    folder = small_workspace(tmp_path / "mine", **{"templates/application.md.j2": f"A line.\n{template}\n"})
    before = listing(tmp_path)
    said = run(folder, "check")
    assert "error[E301]" in said
    assert "--> templates/" in said
    assert listing(tmp_path) == before


def test_a_template_through_a_link_out_of_the_workspace_does_not_come_into_the_document(tmp_path: Path) -> None:
    """What stands elsewhere on the machine is not for a document."""
    (tmp_path / "secret.txt").write_text("Ultramarine 4711", encoding="utf-8")
    folder = small_workspace(tmp_path / "mine")
    (folder / "templates").mkdir()
    (folder / "templates" / "application.md.j2").symlink_to(tmp_path / "secret.txt")
    assert "leads out of the workspace" in run(folder, "check")


# ---------- style sheets ----------

STYLES = {
    "a font from the web": '@font-face { font-family: x; src: url("http://127.0.0.1:9/x.ttf") } html { font-family: x }',
    "a picture from the machine": 'html { background: url("file:///etc/passwd") }',
    "a picture of data": 'html { background: url("data:image/svg+xml,<svg/>") }',
    "a picture of the workspace's parent": 'html { background: url("workspace:../secret.png") }',
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_style_sheet_loads_nothing_from_elsewhere(tmp_path: Path, style: str) -> None:
    """E305 stops the layout: a document that lacks what its sheet asks for is not the one that was meant."""
    folder = small_workspace(tmp_path, **{"templates/style/print.css": style + "\n"})
    said = run(folder, "build", "--document", "application", "--language", "en", "--format", "pdf")
    assert "error[E305]" in said
    assert not (folder / "output" / "application.en.pdf").exists()


# ---------- files and links ----------


def entry_with(media: str) -> str:
    return FILES["evidence/openness/fair.yaml"] + f"media:\n  - {{file: {media}, alt: A picture, credit: A, licence: CC0}}\n"


@pytest.mark.parametrize(
    ("media", "code"),
    [
        ("../../secret.png", "E123"),
        ("/etc/passwd", "E123"),
        ("media/none.png", "E125"),
        ("media/bomb.png", "E126"),
        ("media/drawing.svg", "E126"),
        ("media/lying.png", "E126"),
        ("media/link.png", "E123"),
        ("media", "E125"),
        ("media/pipe.png", "E125"),
        ("media/a\\0b.png", "E123"),
    ],
)
def test_a_picture_that_is_none_or_stands_elsewhere_is_refused(tmp_path: Path, media: str, code: str) -> None:
    """Bombs, drawings with foreign entities, headers that lie, links, pipes and folders."""
    folder = small_workspace(tmp_path / "mine", **{"evidence/openness/fair.yaml": entry_with(f'"{media}"')})
    pictures = folder / "evidence" / "media"
    pictures.mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "secret.png")
    Image.new("1", (13_000, 13_000)).save(pictures / "bomb.png")
    small = pictures / "lying.png"
    Image.new("RGB", (4, 4)).save(small)
    small.write_bytes(small.read_bytes()[:40])
    (pictures / "drawing.svg").write_text('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;<image href="http://127.0.0.1:9/"/></svg>')
    (pictures / "link.png").symlink_to(tmp_path / "secret.png")
    os.mkfifo(pictures / "pipe.png")
    assert f"error[{code}]" in run(folder, "check")


def test_a_pipe_among_the_evidence_does_not_make_the_reader_wait(tmp_path: Path) -> None:
    """Opening one waits until somebody writes into it."""
    folder = small_workspace(tmp_path)
    os.mkfifo(folder / "evidence" / "openness" / "pipe.yaml")
    assert "pipe.yaml" in run(folder, "check")


@pytest.mark.parametrize("name", ["dossier.yaml", "evidence/openness/fair.yaml", "awards/prize.yaml"])
def test_a_file_that_is_a_link_out_of_the_workspace_is_refused(tmp_path: Path, name: str) -> None:
    """What it leads to is not ours to read."""
    folder = small_workspace(tmp_path / "mine")
    (folder / name).rename(tmp_path / "elsewhere.yaml")
    (folder / name).symlink_to(tmp_path / "elsewhere.yaml")
    assert "error[E12" in run(folder, "check")


def test_a_folder_in_place_of_the_dossier_is_no_crash(tmp_path: Path) -> None:
    """`dossier.yaml` may be anything but must be a file."""
    (tmp_path / "dossier.yaml").mkdir()
    assert "error[E120]" in run(tmp_path, "check")


def test_outputs_are_not_written_through_a_link_to_elsewhere(tmp_path: Path) -> None:
    """A workspace from somebody else must not write into our home."""
    folder = small_workspace(tmp_path / "mine")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "output").symlink_to(elsewhere)
    said = run(folder, "build", "--document", "application", "--language", "en", "--format", "docx")
    assert "output leads out of the workspace" in said
    assert list(elsewhere.iterdir()) == []


YAML = {
    "an alias bomb": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "lists two thousand deep": "title: " + "[" * 2000 + "]" * 2000 + "\n",
    "fields two thousand deep": "".join(f"{' ' * n}a:\n" for n in range(2000)),
    "six megabytes": "title: " + "a" * 6_000_000 + "\n",
    "a tag that makes an object": "title: !!python/object/apply:os.system ['touch sprung']\n",
    "a tag of one's own": "title: !x y\n",
    "a NUL": "title: a\0b\n",
    "half a letter": "title: a\ud800b\n",
    "another encoding": "utf-16",
    "Latin-1": "latin-1",
    "two documents": "title: a\n---\ntitle: b\n",
    "a merge": "<<: {title: a}\n",
    "a Markdown list two thousand deep": "summary: |\n" + "".join(f"  {'  ' * n}- a\n" for n in range(2000)),
    "brackets without end": "summary: '" + "[" * 50_000 + "'\n",
    "stars without end": "summary: '" + "*a " * 50_000 + "'\n",
    "quotations two thousand deep": "summary: '" + ">" * 2000 + " a'\n",
}


@pytest.mark.parametrize("text", YAML.values(), ids=YAML)
def test_hostile_yaml_gets_a_finding(tmp_path: Path, text: str) -> None:
    """Each in an entry of its own; nothing is run."""
    folder = small_workspace(tmp_path)
    given = "title: Mässa\nsupports: openness\nsummary: En mässa.\n"
    data = given.encode(text) if text in ("utf-16", "latin-1") else text.encode("utf-8", "surrogatepass")
    (folder / "evidence" / "openness" / "hostile.yaml").write_bytes(data)
    before = listing(folder)
    assert "--> evidence/openness/hostile.yaml" in run(folder, "check")
    assert listing(folder) == before
