"""Files that must agree with one another."""

from pathlib import Path

import pytest
import yaml

from builder.cli.schema import as_json
from builder.reading.awards import profile_ids, read_profile
from builder.reading.schema import SCHEMAS
from builder.resources import builtin

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_for_editors_are_those_of_the_models(name: str) -> None:
    """`dossier schema --write .` writes them anew."""
    assert (ROOT / ".dossier" / f"{name}.schema.json").read_text(encoding="utf-8") == as_json(name)


def test_all_languages_have_the_same_fixed_words() -> None:
    """With the same places to fill in."""
    files = sorted(builtin("words").glob("*.yaml"))
    assert [file.stem for file in files] == ["en", "sv"]
    english, swedish = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in files)
    assert english.keys() == swedish.keys()
    for key, words in english.items():
        if isinstance(words, str):
            assert {part.split("}")[0] for part in words.split("{")[1:]} == {part.split("}")[0] for part in swedish[key].split("{")[1:]}, key


def test_every_entry_of_this_repository_begins_with_its_schema() -> None:
    """So that an editor completes and checks it."""
    files = [file for file in (ROOT / "evidence").glob("*/*.yaml") if file.stem.count(".") == 0]
    assert len(files) > 40
    without = [str(file) for file in files if not file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../../.dossier/")]
    assert without == []


@pytest.mark.parametrize("award", profile_ids(Path()))
def test_every_award_profile_can_be_read_and_vouches_for_its_rules(award: str) -> None:
    """Each limit, category and list of criteria says where it comes from and how sure it is."""
    profile, findings = read_profile(Path(), award)
    assert profile is not None, findings
    assert profile.voucher("criteria") is not None
    for rules in profile.documents:
        assert all(profile.voucher(f"documents.{rules.id}.limits.{limit.unit}") for limit in rules.limits)
    for category, given in profile.categories.items():
        assert given.population is None or profile.voucher(f"categories.{category}.population")


def test_the_built_in_profiles_are_those_promised() -> None:
    """Seven editions of iCapital, and one award with another shape of limit."""
    assert {f"icapital-{year}" for year in (2020, 2021, 2022, 2023, 2024, 2026, 2027)} < set(profile_ids(Path()))
    baldrige, _ = read_profile(Path(), "baldrige-2025")
    assert baldrige is not None
    assert {(limit.unit, limit.scope) for rules in baldrige.documents for limit in rules.limits} == {("characters", "answer"), ("figures", "answer")}
