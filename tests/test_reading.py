"""Reading a workspace: award, evidence and what points to what."""

from pathlib import Path

import pytest

from builder.reading.awards import profile_ids, read_profile
from builder.reading.workspace import read_workspace
from tests.workspaces import ENTRY, EXPO, MINIMAL, read, told, write_workspace


def test_a_minimal_workspace_is_read(tmp_path: Path) -> None:
    """The built-in profile gives award, documents and theme; the title is the applicant's name."""
    workspace = read(tmp_path, {EXPO: ENTRY})
    assert workspace.award.id == "icapital-2027"
    assert workspace.category == "rising"
    assert workspace.documents == workspace.award.documents
    assert workspace.title.get("en") == ("Sampleville", "en")
    assert workspace.entries["expo"].criterion == "experimenting"
    assert workspace.entries["expo"].file == EXPO
    assert workspace.theme.name == "civic"


def test_all_errors_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    """Broken YAML in one file hides nothing in another."""
    files = {
        "dossier.yaml": MINIMAL.replace("rising", "rysing"),
        "evidence/experimenting/a.yaml": "title:A\nkind: event\n",
        "evidence/experimenting/b.yaml": ENTRY + "kynd: event\n",
        "evidence/experimenting/c.yaml": ENTRY.replace("experimenting.", "experimentng."),
    }
    reading = read_workspace(write_workspace(tmp_path, files))
    assert reading.workspace is None
    assert [(f.code, str(f.location)) for f in reading.findings] == [
        ("E214", "dossier.yaml:2:11"),
        ("E106", "evidence/experimenting/a.yaml:1:6"),
        ("E201", "evidence/experimenting/b.yaml:6:1"),
        ("E210", "evidence/experimenting/c.yaml:2:11"),
    ]


def test_an_unknown_criterion_names_the_near_miss(tmp_path: Path) -> None:
    """And the way out lists what there is."""
    (finding,) = read_workspace(write_workspace(tmp_path, {EXPO: ENTRY.replace("experimenting.test-bed", "experimentng")})).findings
    assert finding.message == "unknown criterion `experimentng`; did you mean `experimenting`?"
    assert "`city-innovative-vision`" in finding.hint


def test_criteria_of_other_known_awards_may_be_supported(tmp_path: Path) -> None:
    """Evidence outlives an edition: `engaging` belongs to 2020."""
    assert told(tmp_path, {EXPO: ENTRY.replace("experimenting.test-bed", "[engaging, experimenting]")}) == []


def test_a_broken_dossier_hides_no_errors_of_the_evidence(tmp_path: Path) -> None:
    """And adds none: any known language may have translations then."""
    files = {"dossier.yaml": "award:x\nlanguages: [en, sv]\n", EXPO: ENTRY + "kynd: event\n", EXPO.replace(".yaml", ".sv.yaml"): "title: Mässan\n"}
    assert [line[:4] for line in told(tmp_path, files)] == ["E106", "E201"]


def test_a_workspace_without_dossier_yaml_says_how_to_begin(tmp_path: Path) -> None:
    """It is the usual mistake: the wrong folder."""
    (finding,) = read_workspace(tmp_path).findings
    assert finding.code == "E120"
    assert "dossier init" in finding.hint


def test_award_and_category_may_be_chosen_anew(tmp_path: Path) -> None:
    """The same evidence applies to another edition, and the response written for it stands before the general one."""
    files = {
        EXPO: ENTRY,
        "evidence/experimenting/response.yaml": "headline: Now\n",
        "evidence/experimenting/response.icapital-2020.yaml": "headline: Then\n",
        "evidence/engaging/response.yaml": "headline: Together\n",
    }
    root = write_workspace(tmp_path, {**files, "dossier.yaml": MINIMAL.replace("category: rising\n", "")})
    now, then = read_workspace(root).workspace, read_workspace(root, award="icapital-2020").workspace
    assert now
    assert then
    assert {name: response.headline and response.headline.get("en")[0] for name, response in now.responses.items()} == {"experimenting": "Now"}
    assert {name: response.headline and response.headline.get("en")[0] for name, response in then.responses.items()} == {
        "experimenting": "Then",
        "engaging": "Together",
    }
    unknown = read_workspace(root, category="raising")
    assert [f.message for f in unknown.findings] == ["unknown category `raising`; did you mean `rising`?"]


def test_a_profile_in_the_workspace_may_extend_a_built_in_one(tmp_path: Path) -> None:
    """It is named by its path or id; mappings merge, lists are replaced, and a place is found in the file that says it."""
    profile = 'id: mine\naward: My award\nedition: "2030"\nextends: icapital-2027\ncategories: {rising: {population: {min: 1}}}\nrequirements: []\n'
    workspace = read(tmp_path, {"dossier.yaml": MINIMAL.replace("icapital-2027", "awards/mine.yaml"), "awards/mine.yaml": profile})
    assert workspace.award.award.get("en")[0] == "My award"
    assert workspace.award.categories["rising"].title.get("en")[0] == "European Rising Innovative City"
    population = workspace.award.categories["rising"].population
    assert population
    assert population.min == 1
    assert workspace.award.requirements == ()
    assert str(workspace.locate("awards/mine.yaml", ("edition",))) == "awards/mine.yaml:3:10"
    assert workspace.locate("awards/mine.yaml", ("calendar", "deadline")).path == "templates/awards/icapital-2027.yaml"


def test_a_profile_that_extends_itself_in_a_circle_is_refused(tmp_path: Path) -> None:
    """Instead of never ending."""
    files = {f"awards/{one}.yaml": f"id: {one}\nextends: {other}\n" for one, other in (("aa", "bb"), ("bb", "aa"))}
    assert sum("in a circle" in line for line in told(tmp_path, files)) == 2


@pytest.mark.parametrize("name", profile_ids(Path("nowhere")))
def test_every_built_in_profile_can_be_read(name: str) -> None:
    """With all it takes over; a rule is vouched for by its own row or by that of the path above it."""
    profile, findings = read_profile(Path("nowhere"), name)
    assert findings == ()
    assert profile
    assert profile.id == name
    if profile.facts:
        path, fact = next(iter(profile.facts.items()))
        voucher = profile.voucher(f"{path}.deeper.still")
        assert voucher
        assert voucher.source == fact.source
    assert profile.voucher("nothing.of.the.kind") is None


def test_built_in_profiles_were_seen() -> None:
    """So that the test above cannot pass over nothing."""
    assert {"icapital-2020", "icapital-2024", "icapital-2027"} <= set(profile_ids(Path("nowhere")))


def test_a_response_for_an_award_without_that_criterion_is_told(tmp_path: Path) -> None:
    """Nobody would ever print it."""
    lines = told(tmp_path, {"evidence/escalating/response.icapital-2020.yaml": "headline: Growth\n"})
    assert lines == ["E218 evidence/escalating/response.icapital-2020.yaml:1:1 the award `icapital-2020` has no criterion `escalating`"]


def test_references_that_lead_nowhere_are_told_with_the_near_miss(tmp_path: Path) -> None:
    """Sources, entries, indicators, questions, documents and languages; each where it is written."""
    dossier = (
        MINIMAL.replace("[en]", "[en, xx]")
        + "documents: [aplication]\ncover: {series: expo.vists}\n"
        + "glance:\n  key_figures: [{value: applicant.population, text: of us}]\n  timeline: {entries: [exppo]}\n"
    )
    response = "answers:\n  testbed: We are.\n  concepts: {text: We have., figures: [exppo.visits, [expo.visit]], evidence: [expu]}\n"
    more = "indicators:\n  visits: {name: Visits, results: [{date: 2022, value: 5, source: raport}]}\n"
    files = {"dossier.yaml": dossier, EXPO: ENTRY + more, "evidence/experimenting/response.yaml": response}
    reading = read_workspace(write_workspace(tmp_path, files))
    found = {(f.location.excerpt[f.location.column - 1 :].partition(" ")[0].strip(":,]})"), f.message) for f in reading.findings if f.code != "E206"}
    assert found == {
        ("xx", "unknown language `xx`"),
        ("aplication", "unknown document `aplication`; did you mean `application`?"),
        ("expo.vists", "unknown indicator of `expo` `vists`; did you mean `visits`?"),
        ("exppo", "unknown evidence entry `exppo`; did you mean `expo`?"),
        ("testbed", "unknown question `testbed` of `experimenting`; did you mean `test-bed`?"),
        ("exppo.visits", "unknown evidence entry `exppo`; did you mean `expo`?"),
        ("expo.visit", "unknown indicator of `expo` `visit`; did you mean `visits`?"),
        ("expu", "unknown evidence entry `expu`; did you mean `expo`?"),
        ("raport", "unknown source `raport`; did you mean `report`?"),
    }


def test_nothing_is_said_of_references_to_an_entry_that_could_not_be_read(tmp_path: Path) -> None:
    """Its own error is enough."""
    response = "answers:\n  test-bed: {text: We have., evidence: [expo]}\n"
    lines = told(tmp_path, {EXPO: "title:x\nkind: event\n", "evidence/experimenting/response.yaml": response})
    assert [line[:4] for line in lines] == ["E106"]


def test_shared_sources_are_found_by_their_ids(tmp_path: Path) -> None:
    """Named under `sources:` with nothing after it, or where they prove something; both count as the entry's sources."""
    entry = ENTRY.replace("  report: {title: Report}\n", "  plan:\n  own: {title: Own}\nclaims: {open: {text: It was., sources: [report]}}\n")
    sources = "plan: {title: Plan}\nreport: {title: Report}\nother: {title: Other}\n"
    workspace = read(tmp_path, {EXPO: entry, "evidence/sources.yaml": sources})
    assert {name: source.title.get("en")[0] for name, source in workspace.sources_of("expo").items()} == {
        "plan": "Plan",
        "own": "Own",
        "report": "Report",
    }


def test_ids_that_mean_two_things_are_refused(tmp_path: Path) -> None:
    """Of entries and shared sources, and inside an entry."""
    files = {
        EXPO: ENTRY + "claims: {report: {text: It was.}}\n",
        "evidence/escalating/expo.yaml": ENTRY,
        "evidence/escalating/plan.yaml": ENTRY,
        "evidence/sources.yaml": "plan: {title: Plan}\n",
    }
    assert {line[4:] for line in told(tmp_path, files)} == {
        f" {EXPO}:1:1 the id `expo` is taken by evidence/escalating/expo.yaml",
        " evidence/sources.yaml:1:1 `plan` is a shared source and an entry as well",
    }
