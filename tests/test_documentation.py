"""The documentation: generated pages are current, every command is explained, and every link leads somewhere."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import click
import docx
import pytest
from PIL import Image

from builder.build.pipeline import documents
from builder.cli import main
from builder.codes import CODES
from builder.findings import Severity
from builder.reading.awards import profile_ids
from builder.reading.workspace import read_workspace
from builder.reading.yaml import parse_yaml
from docs.generate import REFERENCE, commands, pages, slug
from tests.workspaces import write_workspace

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMMANDS = dict(commands())
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
BLOCK_OF_CODE = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]+`")
YAML = re.compile(r"^( *)```yaml\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(([^()\s]+)\)")


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return BLOCK_OF_CODE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> Iterator[str]:
    """Where the links and pictures of a page lead, those to the web apart."""
    yield from (target for target in LINK.findall(CODE.sub("", prose(page))) if not re.match(r"[a-z]+:", target))


def test_the_generated_pages_are_current() -> None:
    """Whoever changes the code writes them anew with `make docs`."""
    written = {path.name: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}
    assert len(written) == 4
    assert written == dict(pages())


def test_every_command_is_documented() -> None:
    """And the list of commands is the one that a terminal shows."""
    told = HEADING.findall((REFERENCE / "commands.md").read_text(encoding="utf-8"))
    assert {name.removeprefix("dossier ") for name in told} >= set(main.list_commands(click.Context(main)))
    assert told[1:] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_has_help(name: str) -> None:
    """One sentence at the least."""
    command = COMMANDS[name]
    assert (command.help or "").strip().endswith((".", "!"))
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_every_finding_and_every_award_has_its_place_in_the_reference() -> None:
    """By its code or id."""
    findings = (REFERENCE / "findings.md").read_text(encoding="utf-8")
    awards = (REFERENCE / "awards.md").read_text(encoding="utf-8")
    assert len(CODES) > 30
    assert [code for code in CODES if f"### {code}: " not in findings] == []
    assert [award for award in profile_ids(REFERENCE) if f"## {award}\n" not in awards] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file of the repository, and to a heading of that page where the link names one."""
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link}: there is no such file"
        assert target.is_relative_to(ROOT), f"{link} leads out of the repository"
        if anchor:
            assert anchor in {slug(heading) for heading in HEADING.findall(prose(target))}, f"{link}: there is no such heading"


def test_the_guards_above_saw_pages_and_links() -> None:
    """A guard that looks at nothing always passes."""
    assert {path.relative_to(ROOT).as_posix() for path in PAGES} >= {
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/tutorial.md",
        "docs/reference/fields.md",
    }
    assert len(COMMANDS) > 8
    assert len([link for page in PAGES for link in links(page)]) > 100


def examples(page: Path) -> dict[str, str]:
    """The first block of YAML under each heading."""
    sections = re.split(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    found = {heading: YAML.search(section) for heading, section in zip(sections[::2], sections[1::2], strict=True)}
    return {heading: match[2] for heading, match in found.items() if match}


def test_every_example_in_yaml_is_read_without_a_complaint() -> None:
    """Strictly, as evidence is; the wrong examples of the findings apart."""
    blocks = [(page, match[2]) for page in PAGES if page.parent != REFERENCE for match in YAML.finditer(page.read_text(encoding="utf-8"))]
    assert len(blocks) > 10
    assert [finding for page, text in blocks for finding in parse_yaml(text.encode(), page.name).findings] == []


def test_the_examples_of_the_format_make_a_dossier(tmp_path: Path) -> None:
    """Whoever copies from the page gets what it promises."""
    told = examples(ROOT / "docs" / "evidence-format.md")
    lab = "title: Lab\nsupports: experimenting\nsummary: A lab.\nsources: {lab-page: {title: Lab}}\nindicators:\n"
    value = "results: [{date: 2021, value: 60}]"
    files = {
        "dossier.yaml": told["dossier.yaml"],
        "evidence/experimenting/h22-city-expo.yaml": told["An evidence entry"],
        "evidence/experimenting/h22-city-expo.sv.yaml": told["Translations"],
        "evidence/experimenting/response.yaml": told["A response"],
        "evidence/experimenting/reco-lab.yaml": f"{lab}  nitrogen: {{name: N, {value}}}\n  phosphorus: {{name: P, {value}}}\n",
        "evidence/ecosystem-building/expo-partners.yaml": f"{lab}  partners: {{name: Partners, {value}}}\n",
        "evidence/sources.yaml": told["Shared sources"],
        "awards/city-prize-2027.yaml": told["An award profile"],
        "evidence/files/endorsement.pdf": "the attachment that dossier.yaml names",
    }
    write_workspace(tmp_path, files)
    (tmp_path / "evidence" / "media").mkdir()
    Image.new("RGB", (300, 300)).save(tmp_path / "evidence" / "media" / "arms.png")
    (tmp_path / "templates" / "style").mkdir(parents=True)
    docx.Document().save(str(tmp_path / "templates" / "style" / "city.docx"))
    reading = read_workspace(tmp_path)
    assert reading.workspace, reading.findings
    made, findings = documents(reading.workspace, dt.date(2026, 7, 1))
    assert [finding for finding in (*reading.findings, *findings) if finding.severity is Severity.ERROR] == []
    assert {(document.id, document.language) for document in made} >= {("application", "en"), ("evidence-register", "sv")}


def test_no_page_knows_the_machine_it_was_written_on() -> None:
    """The project speaks of itself alone."""
    found = [
        f"{page.name}: {line}"
        for page in PAGES
        for line in page.read_text(encoding="utf-8").splitlines()
        if re.search(r"/(work|tmp|home|Users|root)/", line)
    ]
    assert found == []
