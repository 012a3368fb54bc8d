"""The order of the rooms: a module imports only from those before its own."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import builder
from tests.small_workspace import small_workspace

PACKAGE = Path(builder.__file__).parent
ORDER = [
    "resources",
    "findings",
    "codes",
    "document",
    "reading",
    "assembly",
    "writers",
    "inspection",
    "parity",
    "checks",
    "coverage",
    "online",
    "build",
    "cli",
    "__main__",
]


def imports() -> Iterator[tuple[str, str, str]]:
    """Every import of one room from another, as (file, room, imported room)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        room = inside.parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for name in names:
                parts = name.split(".")
                if parts[0] == "builder" and len(parts) > 1 and parts[1] != room:
                    yield str(inside), room, parts[1]


def test_a_module_imports_only_from_rooms_before_its_own() -> None:
    """One direction, so that a reader can begin at the top; and the test has seen the arrows that must be there."""
    seen = list(imports())
    rooms = {(room, other) for _, room, other in seen}
    assert {
        ("document", "findings"),
        ("reading", "findings"),
        ("assembly", "reading"),
        ("writers", "document"),
        ("build", "writers"),
        ("cli", "build"),
    } <= rooms
    wrong = [f"{file} imports {other}" for file, room, other in seen if ORDER.index(other) >= ORDER.index(room)]
    assert wrong == []


def test_every_room_is_in_the_order() -> None:
    """A new room must be given its place."""
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert rooms - {"__init__"} == set(ORDER)


def test_only_the_command_line_prints() -> None:
    """Everything else returns what it has to say."""
    files = [path for path in PACKAGE.rglob("*.py") if "cli" not in path.relative_to(PACKAGE).parts]
    assert len(files) > 20
    calls = [
        f"{path.name}:{node.lineno}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert calls == []


def loaded_by(code: str, folder: Path = PACKAGE.parent) -> set[str]:
    """The top-level modules that a fresh interpreter has after running the code."""
    script = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=folder)
    return set(finished.stdout.split("\n")[-2].split())


HEAVY = {
    "babel",
    "docx",
    "fontTools",
    "httpx",
    "jinja2",
    "lxml",
    "markdown_it",
    "pikepdf",
    "PIL",
    "pydantic",
    "pypdfium2",
    "watchfiles",
    "weasyprint",
}
HEAVY |= {"xlsxwriter", "yaml"}
READING = {"pydantic", "yaml"}
ASSEMBLING = READING | {"babel", "jinja2", "markdown_it"}
MAY_LOAD: dict[str, set[str]] = {
    "--help": set(),
    "explain E201": set(),
    "schema": {"pydantic"},
    "awards list": READING,
    "check .": ASSEMBLING,
    "coverage .": ASSEMBLING,
    "coverage . --format xlsx": ASSEMBLING | {"xlsxwriter"},
    "build . --language en": ASSEMBLING | {"PIL", "fontTools"},  # what lays out and writes is loaded by the processes that do it
    "build . --language en # again": {"pydantic"},
    "inspect output/application.en.pdf": READING | {"pikepdf", "pypdfium2"},
    "verify .": ASSEMBLING | {"docx", "lxml", "pikepdf"},
}


def test_a_command_loads_no_more_than_it_needs(tmp_path: Path) -> None:
    """Libraries take from a tenth of a second to a whole one to load: each is loaded where it is used."""
    small_workspace(tmp_path)
    loaded = {}
    for command in MAY_LOAD:
        arguments = command.partition(" #")[0].split()
        loaded[command] = loaded_by(f"from builder.cli import main; main({arguments!r})", tmp_path) & HEAVY
    assert loaded == MAY_LOAD


def test_reading_imports_no_writer() -> None:
    """Reading evidence needs neither WeasyPrint nor python-docx."""
    modules = loaded_by("import builder.reading.workspace")
    assert "pydantic" in modules
    assert not modules & {"weasyprint", "docx", "pikepdf", "pypdfium2"}
