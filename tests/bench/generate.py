"""Workspaces of any size, the same for the same size."""

import random
from collections.abc import Mapping
from pathlib import Path

from builder.reading.awards import read_profile

_WORDS = [
    *("city", "test", "residents", "school", "housing", "water", "energy", "pilot", "service", "district", "street", "network", "public", "local"),
    *("partner", "university", "company", "result", "method", "data", "care", "climate", "transport", "harbour", "library", "market", "open"),
    *("shared", "early", "small", "common", "tested", "measured", "planned", "new"),
]
_STATES = ("ongoing", "completed", "discontinued")


def generate(folder: Path, entries: int) -> None:
    """Write a workspace with that many entries, spread over the criteria of icapital-2027, each cited in a response."""
    chance = random.Random(entries)
    profile, _ = read_profile(folder, "icapital-2027")
    assert profile is not None
    questions = [(criterion.id, question.id) for criterion in profile.criteria for question in criterion.questions]
    by_question: dict[tuple[str, str], list[str]] = {question: [] for question in questions}
    files = {"dossier.yaml": "award: icapital-2027\ncategory: rising\napplicant: {name: Testville, country: SE}\nlanguages: [en]\n"}
    for number in range(entries):
        criterion, question = questions[number % len(questions)]
        name = f"entry-{number:04}"
        by_question[criterion, question].append(name)
        files[f"evidence/{criterion}/{name}.yaml"] = _entry(chance, number, f"{criterion}.{question}")
    for asked in profile.criteria:
        answers = {question.id: by_question[asked.id, question.id] for question in asked.questions}
        files[f"evidence/{asked.id}/response.yaml"] = _response(chance, answers)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


def _entry(chance: random.Random, number: int, supports: str) -> str:
    before, after = chance.randrange(10, 500), chance.randrange(500, 5000)
    return f"""\
# yaml-language-server: $schema=../../.dossier/entry.schema.json
title: {_sentence(chance, 3)[:-1]} {number}
supports:
  - {supports}
kind: initiative
status: {chance.choice(_STATES)}
period:
  start: {chance.randrange(2010, 2021)}
lead: City of Testville
summary: |
  {_sentence(chance, 14)}
  {_sentence(chance, 12)}
challenge: |
  {_sentence(chance, 14)}
  {_sentence(chance, 12)}
action: |
  {_sentence(chance, 14)}
  {_sentence(chance, 16)}
result: |
  The work reached {{.people:short}}, and later {{.places:short}}.
caveat: |
  {_sentence(chance, 15)}
claims:
  first:
    text: {_sentence(chance, 12)}
    supports:
      - {supports}
    sources:
      - report
  second:
    text: {_sentence(chance, 10)}
    supports:
      - {supports}
    sources:
      - source: report
        at: p. {number}
      - page
  third:
    text: {_sentence(chance, 14)}
    sources:
      - page
indicators:
  people:
    name: People reached by the work of entry {number}
    unit: people
    definition: {_sentence(chance, 12)}
    direction: up
    baseline:
      date: 2019
      value: {before}
      source: report
    target:
      date: 2025
      value: {after * 2}
      source: report
    results:
      - date: 2021
        value: {(before + after) // 2}
        source: report
      - date: 2023-06
        value: {after}
        precision: about
        preliminary: true
        source: page
  places:
    name: Places where entry {number} works
    results:
      - date: 2023
        value: {after // 10}
        source: page
milestones:
  - date: 2021-05
    text: {_sentence(chance, 4)[:-1]}
    status: reached
    source: report
sources:
  report:
    title: Report {number}
    publisher: City of Testville
    type: report
    confidence: primary
    url: https://example.org/report/{number}
    published: 2023
  page:
    title: Page {number}
    publisher: Daily News
    type: press
    confidence: secondary
    url: https://example.org/page/{number}
owner: City of Testville
"""


def _response(chance: random.Random, answers: Mapping[str, list[str]]) -> str:
    lines = [f"headline: {_sentence(chance, 5)[:-1]}", "summary: |", f"  {_sentence(chance, 30)}", "answers:"]
    for question, names in answers.items():
        lines += [f"  {question}:", "    text: |"]
        for name in names:
            lines += [f"      {_sentence(chance, 25)} It reached {{{name}.people:short}}. [@{name}]", f"      {_sentence(chance, 18)}", ""]
        if not names:
            lines += [f"      {_sentence(chance, 20)}", ""]
        if names:
            lines += [f"    figures: {names[0]}.people", f"    evidence: [{', '.join(names)}]"]
    return "\n".join(lines) + "\n"
