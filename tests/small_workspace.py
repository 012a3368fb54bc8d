"""A small workspace whose every number is easy to follow, for tests of the whole line."""

from pathlib import Path

FILES = {
    "dossier.yaml": """\
award: awards/prize.yaml
as_of: 2026-07-01
title: Smallville
claim: {en: Small and open, sv: Liten och öppen}
applicant:
  name: {en: City of Smallville, sv: Smallville stad}
  country: SE
  population: {value: 51306, date: 2025-12-31}
languages: [en, sv]
""",
    "awards/prize.yaml": """\
id: prize
award: Open City Prize
edition: "2026"
criteria:
  - id: openness
    title: {en: Openness, sv: Öppenhet}
    questions:
      - {id: tests, title: {en: Tests, sv: Tester}, text: {en: What does the city test?, sv: Vad prövar staden?}}
      - {id: reach, title: {en: Reach, sv: Räckvidd}, text: {en: Whom does it reach?, sv: Vem når det?}}
documents:
  - {id: application, title: {en: Application, sv: Ansökan}, template: application.md.j2}
  - {id: evidence-register, title: {en: Evidence register, sv: Underlagsregister}, template: evidence-register.md.j2}
""",
    "evidence/openness/fair.yaml": """\
title: The fair
supports: openness.tests
kind: event
status: completed
period: {start: 2022-05-30, end: 2022-07-03}
summary: The streets were a fair.
caveat: Visits, not visitors.
claims:
  streets:
    text: It ran in the streets, not in a hall.
    sources: [page]
indicators:
  visits:
    name: Visits
    unit: visits
    baseline: {date: 2019, value: 250000, source: page}
    target: {date: 2022, value: 500000, source: page}
    results:
      - {date: 2022-07, value: 1000000, precision: about, preliminary: true, source: page}
sources:
  page: {title: Good to know, publisher: The fair, url: "https://example.org/fair"}
""",
    "evidence/openness/fair.sv.yaml": """\
title: Mässan
summary: Gatorna var en mässa.
caveat: Besök, inte besökare.
claims:
  streets:
    text: Den ägde rum på gatorna, inte i en hall.
indicators:
  visits:
    name: Besök
    unit: besök
""",
    "evidence/openness/response.yaml": """\
headline: The street is the test bed
summary: Everything is tried outdoors.
key_figures:
  - {value: fair.visits, text: "to the fair [@fair]"}
answers:
  tests:
    text: |
      The fair drew {fair.visits}, {fair.visits:of-target}. [@fair, p. 3]

      1. First outdoors^[In the *open*.]
      2. Then indoors

      | Place | Days |
      |---|--:|
      | Harbour | {=35: from the programme} |
    figures: fair.visits
    evidence: fair
gaps:
  reach: Nobody has counted persons yet.
""",
    "evidence/openness/response.sv.yaml": """\
headline: Gatan är testbädden
summary: Allt prövas utomhus.
key_figures:
  - {text: "till mässan [@fair]"}
answers:
  tests:
    text: |
      Mässan drog {fair.visits}, {fair.visits:of-target}. [@fair, s. 3]

      1. Först ute^[I det *fria*.]
      2. Sedan inne

      | Plats | Dagar |
      |---|--:|
      | Hamnen | {=35: ur programmet} |
gaps:
  reach: Ingen har räknat personer än.
""",
}


def small_workspace(folder: Path, **changes: str | None) -> Path:
    """Write the workspace; `changes` replace a file's text by its path, or leave the file out with None."""
    for path, text in {**FILES, **changes}.items():
        if text is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    return folder
