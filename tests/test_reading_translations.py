"""Reading a workspace: languages, fixed words and look."""

from pathlib import Path

import pytest

from builder.findings import DossierError, Severity
from builder.reading.words import known_languages, read_words
from builder.reading.workspace import read_workspace
from tests.workspaces import ENTRY, EXPO, MINIMAL, TWO_LANGUAGES, read, told, write_workspace


def test_a_translation_is_laid_over_its_original(tmp_path: Path) -> None:
    """Texts in fields, lists and groups; and their places are those of the translation."""
    more = "claims:\n  open: {text: It was open.}\nmilestones:\n  - {date: 2022, text: Opens}\n  - {date: 2023, text: Closes}\n"
    translation = (
        "title: Mässan\nsummary: |\n  Staden var\n  en mässa.\nclaims: {open: {text: Den var öppen.}}\nmilestones:\n  - {}\n  - text: Stänger\n"
    )
    workspace = read(tmp_path, {"dossier.yaml": TWO_LANGUAGES, EXPO: ENTRY + more, EXPO.replace(".yaml", ".sv.yaml"): translation})
    expo = workspace.entries["expo"]
    assert expo.title.by_language == {"en": "City expo", "sv": "Mässan"}
    assert expo.claims["open"].text.get("sv") == ("Den var öppen.", "sv")
    assert [m.text.get("sv") for m in expo.milestones] == [("Opens", "en"), ("Stänger", "sv")]
    place = workspace.locate(EXPO, ("summary",), "sv", expo.summary.get("sv")[0].index("mässa"))
    assert (str(place), place.excerpt) == ("evidence/experimenting/expo.sv.yaml:4:6", "  en mässa.")
    assert str(workspace.locate(EXPO, ("milestones", 0, "text"), "sv")) == f"{EXPO}:9:24"
    assert str(workspace.locate(EXPO, ("summary",), "en")) == f"{EXPO}:3:10"


def test_a_text_translated_in_place_is_found_in_its_language(tmp_path: Path) -> None:
    """Below its field."""
    workspace = read(tmp_path, {EXPO: ENTRY.replace("title: City expo", "title:\n  en: Expo\n  sv: Stadsmässan")})
    assert str(workspace.locate(EXPO, ("title",), "sv", 5)) == f"{EXPO}:3:12"


def test_the_text_of_a_short_answer_is_found(tmp_path: Path) -> None:
    """Though the answer has no field `text` in the file."""
    workspace = read(tmp_path, {"evidence/experimenting/response.yaml": "answers:\n  test-bed: |\n    The city\n    is open.\n"})
    keys = ("answers", "test-bed", "text")
    assert str(workspace.locate("evidence/experimenting/response.yaml", keys, "en", 9)) == "evidence/experimenting/response.yaml:4:5"


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        ("kind: evenemang", "E205 evidence/experimenting/expo.sv.yaml:1:1 `kind` is not a text"),
        ("supports: [a]", "E204 evidence/experimenting/expo.sv.yaml:1:1 the original has no list here"),
        ("caveat: Nej", "E204 evidence/experimenting/expo.sv.yaml:1:1 the original has no `caveat`"),
        ("titel: Mässan", "E204 evidence/experimenting/expo.sv.yaml:1:1 the original has no `titel`; did you mean `title`?"),
        ("title: 2022", "E204 evidence/experimenting/expo.sv.yaml:1:1 a translation holds only texts"),
        ("title: {a: b}", "E204 evidence/experimenting/expo.sv.yaml:1:1 the original has no fields here"),
        ("partners: [Ett]", "E204 evidence/experimenting/expo.sv.yaml:1:1 the original has 2 items here, the translation 1"),
        ("title: ''", "E203 evidence/experimenting/expo.sv.yaml:1:1 `title` is empty"),
        ("lead: Staden", "E204 evidence/experimenting/expo.sv.yaml:1:1 the original already gives this text in `sv`"),
    ],
)
def test_a_translation_of_another_shape_is_refused_where_it_differs(tmp_path: Path, translation: str, said: str) -> None:
    """The place is in the translation, not in the original."""
    more = "kind: event\npartners: [One, Two]\nlead: {en: City, sv: Stad}\n"
    lines = told(tmp_path, {"dossier.yaml": TWO_LANGUAGES, EXPO: ENTRY + more, EXPO.replace(".yaml", ".sv.yaml"): translation + "\n"})
    assert next(line for line in lines if not line.startswith("E206")).startswith(said)


def test_missing_translations_are_one_warning_for_each_file(tmp_path: Path) -> None:
    """Names that are often the same in all languages are not missed, units given by their code are not either."""
    more = "lead: City\nindicators: {visits: {name: Visits, unit: percent, results: [{date: 2022, value: 5}]}}\n"
    reading = read_workspace(write_workspace(tmp_path, {"dossier.yaml": TWO_LANGUAGES, EXPO: ENTRY + more}))
    (finding,) = reading.findings
    assert finding.severity is Severity.WARNING
    assert finding.message == "no text in `sv` for `title`, `summary`, `indicators.visits.name`"
    assert reading.workspace


def test_the_fixed_words_of_a_workspace_stand_over_the_built_in_ones(tmp_path: Path) -> None:
    """Key by key; a language of one's own is a file of that name, and what it lacks is said in English."""
    root = write_workspace(tmp_path, {"templates/words/en.yaml": "contents: What is in it\n", "templates/words/fi.yaml": "contents: Sisältö\n"})
    assert (read_words(root, "en")["contents"], read_words(root, "en")["sources"]) == ("What is in it", "Sources")
    assert (read_words(root, "fi")["contents"], read_words(root, "fi")["sources"]) == ("Sisältö", "Sources")
    assert {"en", "fi", "sv"} <= set(known_languages(root))


@pytest.mark.parametrize("text", ["- a\n", "a:b\nc: d\n", None])
def test_fixed_words_that_cannot_be_read_are_told(tmp_path: Path, text: str | None) -> None:
    """A list, broken YAML, no file at all."""
    root = write_workspace(tmp_path, {} if text is None else {"templates/words/xx.yaml": text})
    with pytest.raises(DossierError):
        read_words(root, "xx")


def test_the_look_is_changed_key_by_key(tmp_path: Path) -> None:
    """And a change that makes no sense is told where it is made."""
    good = read(tmp_path / "good", {"dossier.yaml": MINIMAL + "theme: {colours: {accent: '#005b99'}, sizes: {body: 11.5/15}}\n"})
    assert good.theme.colours.accent == "#005b99"
    assert good.theme.sizes.body == (11.5, 15)
    assert good.theme.colours.ink == "#1d1b19"
    bad = told(tmp_path / "bad", {"dossier.yaml": MINIMAL + "theme:\n  colours: {acent: '#005b99', ink: black}\n"})
    assert [line.partition(" ")[2] for line in bad] == [
        "dossier.yaml:6:13 unknown field `acent`; did you mean `accent`?",
        "dossier.yaml:6:36 `black` does not have the form that is wanted here",
    ]
