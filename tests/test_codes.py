"""Every finding is explained, and its example shows it."""

import datetime as dt
import re
from pathlib import Path

import pytest

from builder.build.pipeline import documents
from builder.checks.choices import accepted
from builder.codes import CODES
from builder.findings import DossierError
from builder.reading.workspace import read_workspace
from tests.workspaces import ENTRY, MINIMAL, write_workspace

TODAY = dt.date(2026, 7, 1)
READING = sorted(code for code, known in CODES.items() if code.startswith(("E1", "E2")) and known.wrong)
CHECKED = sorted(code for code, known in CODES.items() if code not in READING and known.wrong)
"""Codes that need the documents put together; those without an example are about finished files, the network or git."""
REQUIRED = {field.partition(":")[0]: field for field in re.findall(r"^\w+:.*\n(?:  .*\n)*", ENTRY, re.MULTILINE)}
VISITS = "indicators:\n  visits: {name: Visits, results: [{date: 2022, value: 52000}]}\n"
CODE_IN_SOURCE = re.compile(r'"([A-Z]\d{3})"')


def files_of(example: str) -> dict[str, str]:
    """The files of an example, each entry filled up with the required fields that it does not show."""
    pieces = re.split(r"^# (\S+)\n", example, flags=re.MULTILINE)[1:]
    files = dict(zip(pieces[::2], pieces[1::2], strict=True))
    files = {"evidence/experimenting/expo.yaml": "", **files} if any(path.endswith("expo.sv.yaml") for path in files) else files
    for path, text in files.items():
        if re.search(r"/[\w-]*expo\.yaml$", path):
            missing = [field for name, field in REQUIRED.items() if not re.search(f"^{name}:", text, re.MULTILINE)]
            files[path] = text + "".join(missing)
    if "dossier.yaml" in files:
        given = files["dossier.yaml"]
        files["dossier.yaml"] = given if given.startswith("award") else MINIMAL + given
    if "@expo" in example or "{expo." in example:
        files.setdefault("evidence/experimenting/expo.yaml", ENTRY + VISITS)
    if any(".sv." in path for path in files):
        files.setdefault("dossier.yaml", MINIMAL.replace("[en]", "[en, sv]"))
    return files


def found_in(path: Path, example: str) -> set[str]:
    """The codes that the whole check finds in an example."""
    reading = read_workspace(write_workspace(path, files_of(example)))
    if reading.workspace is None:
        return {finding.code for finding in reading.findings}
    try:
        _, findings = documents(reading.workspace, TODAY)
    except DossierError as problem:
        findings = problem.findings
    return {finding.code for finding in (*reading.findings, *accepted(reading.workspace, findings))}


@pytest.mark.parametrize("code", READING)
def test_the_wrong_example_of_a_code_gives_it(tmp_path: Path, code: str) -> None:
    """Otherwise the explanation would explain something else."""
    assert code in found_in(tmp_path, CODES[code].wrong)


@pytest.mark.parametrize("code", [code for code in READING if CODES[code].right])
def test_the_right_example_of_a_code_gives_no_error(tmp_path: Path, code: str) -> None:
    """An example to copy must work as it stands."""
    assert {found for found in found_in(tmp_path, CODES[code].right) if found.startswith("E")} <= {"E206"} - {code}


@pytest.mark.parametrize("code", CHECKED)
def test_the_wrong_example_of_a_rule_gives_its_code_and_the_right_one_does_not(tmp_path: Path, code: str) -> None:
    """What `dossier explain` shows is what `dossier check` says."""
    assert code in found_in(tmp_path / "wrong", CODES[code].wrong)
    right = CODES[code].right
    assert right
    assert code not in found_in(tmp_path / "right", right)


def test_every_code_in_the_source_is_explained() -> None:
    """`dossier explain` knows each code that a finding can have, and no other."""
    sources = [file for file in (Path(__file__).parent.parent / "builder").rglob("*.py") if "codes" not in file.parts]
    used = {code for file in sources for code in CODE_IN_SOURCE.findall(file.read_text(encoding="utf-8"))}
    assert len(used) > 30
    assert used == set(CODES)
