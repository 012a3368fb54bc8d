"""Writes docs/reference/ from the code, so that it cannot drift: `python docs/generate.py`."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from builder.cli import main as dossier
from builder.codes import CODES, Code
from builder.findings import DossierError
from builder.reading.award import AwardProfile, Category, Criterion
from builder.reading.awards import profile_ids, read_profile
from builder.reading.schema import schema
from builder.reading.values import LocalText

REFERENCE = Path(__file__).parent / "reference"
_NOTICE = "<!-- Written by docs/generate.py from the code: change the code, then run `make docs`. -->"
_GROUPS = {
    "E1": "Files and YAML",
    "E2": "Fields, translations and references",
    "E3": "Texts and templates",
    "C0": "A team's choices",
    "C1": "Coverage",
    "C2": "The award's rules",
    "C3": "Sources",
    "C4": "Truth",
    "C5": "Wording",
    "L1": "Finished files",
}
_FILES = {
    "dossier": "`dossier.yaml`",
    "entry": "An evidence entry",
    "response": "A response",
    "sources": "Shared sources",
    "award": "An award profile",
}
_INTRODUCTIONS = {
    "dossier": "At the top of the workspace.",
    "entry": "`evidence/<criterion>/<entry-id>.yaml`; the name of the file is the id of the entry.",
    "response": "`evidence/<criterion>/response.yaml`, or `response.<award-id>.yaml` for one award.",
    "sources": "`evidence/sources.yaml`: ids, and below each the fields of a [source](#source).",
    "award": "`templates/awards/<award-id>.yaml`, built in or in a workspace; in a workspace `awards/<award-id>.yaml` as well.",
}


def pages() -> Mapping[str, str]:
    """The text of every generated page, by the name of its file."""
    made = {"commands.md": _commands(), "fields.md": _fields(), "findings.md": _findings(), "awards.md": _awards()}
    return {name: "\n".join((_NOTICE, "", *lines)).rstrip() + "\n" for name, lines in made.items()}


def main() -> None:
    """Write them."""
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8", newline="\n")


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    kept = (c for c in heading.lower() if c.isalnum() or c in " -_")
    return "".join(kept).replace(" ", "-")


def _table(heads: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '&#124;').replace(chr(10), ' ') for cell in row)} |"
    yield ""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, groups before what stands in them."""
    yield from _below(dossier, "dossier")


def _below(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            assert found is not None, f"{name} lists {child}"  # noqa: S101 - click's own promise
            yield from _below(found, f"{name} {child}")


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "`dossier COMMAND --help` says the same on a terminal. Every command ends with exit status 0 when all is well,"
    yield "1 when something stops it, and 2 when it was called in a wrong way."
    yield ""
    for name, command in commands():
        context = click.Context(command)
        yield f"{'#' * min(len(name.split()) + 1, 3)} {name}"
        yield ""
        yield from inspect.cleandoc(command.help or "").splitlines()
        yield ""
        yield "```sh"
        yield " ".join((name, *command.collect_usage_pieces(context)))
        yield "```"
        yield ""
        options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
        records = [record for option in options if (record := option.get_help_record(context))]
        if records:
            yield from _table(("Option", "What it does"), ((f"`{option}`", " ".join(said.split())) for option, said in records))


def _findings() -> Iterator[str]:
    yield "# Findings"
    yield ""
    yield "Every finding has a code. `dossier explain CODE` tells the same on a terminal. An **error** stops a build;"
    yield "a **warning** weakens the case; a **note** is worth knowing."
    yield ""
    yield from _table(("Code", "What is wrong"), ((f"[{name}](#{slug(_heading(name, code))})", code.title) for name, code in CODES.items()))
    group = ""
    for name, code in CODES.items():
        if _GROUPS[name[:2]] != group:
            group = _GROUPS[name[:2]]
            yield f"## {group}"
            yield ""
        yield from _finding(name, code)


def _heading(name: str, code: Code) -> str:
    return f"{name}: {code.title}"


def _finding(name: str, code: Code) -> Iterator[str]:
    yield f"### {_heading(name, code)}"
    yield ""
    yield code.why
    yield ""
    for said, example in (("Wrong:", code.wrong), ("Right:", code.right)):
        if example:
            yield from (said, "", "```yaml", example.rstrip(), "```", "")


def _fields() -> Iterator[str]:
    schemas = {name: schema(name) for name in _FILES}
    yield "# Fields"
    yield ""
    yield "What may stand in each file. Every other name is an error. `dossier schema` prints the same for editors."
    yield ""
    yield "“Text” is a text that readers see: written plainly it is in the first language of the dossier, or it is given by"
    yield "language, such as `{en: …, sv: …}`. A date is a year, a month or a day: `2022`, `2022-07`, `2022-07-03`."
    yield ""
    for name, said in _FILES.items():
        yield f"## {said}"
        yield ""
        yield _INTRODUCTIONS[name]
        yield ""
        yield from _fields_of(schemas[name])
    yield "## Parts"
    yield ""
    yield "What the fields above are made of, in alphabetical order."
    yield ""
    parts = {name: part for found in schemas.values() for name, part in found.get("$defs", {}).items()}
    for name, part in sorted(parts.items()):
        yield f"### {_spaced(name)}"
        yield ""
        yield part["description"]
        yield ""
        yield from _fields_of(part)


def _fields_of(made: Mapping[str, Any]) -> Iterator[str]:
    if "properties" not in made:
        return
    required = made.get("required", ())
    fields = made["properties"].items()
    rows = ((f"`{name}`", _kind(field), "yes" if name in required else "", field.get("description", "")) for name, field in fields)
    yield from _table(("Field", "Takes", "Required", "Meaning"), rows)


def _spaced(name: str) -> str:
    """`Source reference` from `SourceReference`."""
    return "".join(f" {c.lower()}" if c.isupper() and n else c for n, c in enumerate(name))


def _kind(field: Mapping[str, Any]) -> str:
    """What a field takes, in words."""
    match field:
        case {"$ref": str() as reference}:
            title = _spaced(reference.rpartition("/")[2])
            return f"[{title.lower()}](#{slug(title)})"
        case {"anyOf": choices}:
            return _choice([choice for choice in choices if choice != {"type": "null"}])
        case {"enum": words}:
            return ", ".join(f"`{word}`" for word in words)
        case {"const": word}:
            return f"`{word}`"
        case {"type": "array", "items": items}:
            return f"list of {_kind(items)}"
        case {"type": "object", "patternProperties": values}:
            return f"{_kind(next(iter(values.values())))}, by id"
        case {"type": "object", "additionalProperties": {} as values}:
            return f"{_kind(values)}, by name"
        case {"type": "string", "format": "date"}:
            return "day"
        case {"type": ["string", "integer"]}:
            return "date, or time with its offset"
        case {"type": kind}:
            return {"string": "word", "number": "number", "integer": "whole number", "boolean": "`true` or `false`"}[kind]
        case _:
            raise AssertionError(f"a kind of field that this page does not know: {field}")


def _choice(choices: Sequence[Mapping[str, Any]]) -> str:
    if any("propertyNames" in choice for choice in choices):
        rest = [_kind(choice) for choice in choices if choice != {"type": "string"} and "propertyNames" not in choice]
        return " or ".join(("text", *rest))
    if any(choice.get("maximum") for choice in choices):
        return "date"
    if len(choices) > 1 and choices[1].get("items") == choices[0]:
        single, nested, _ = _kind(choices[0]).partition(", or a list of them")
        return f"{single}, or a list of them" + (" or of such lists" if nested else "")
    return " or ".join(dict.fromkeys(_kind(choice) for choice in choices))


def _awards() -> Iterator[str]:
    profiles = tuple(_profile(name) for name in profile_ids(REFERENCE))
    yield "# Award profiles"
    yield ""
    yield "The built-in profiles. Every rule says how sure it is: **official** from the award itself, **secondary** from somebody who"
    yield "reports on it, **assumed** where it is carried over from another edition. What an award does not publish is absent."
    yield "`dossier awards show AWARD` prints each rule with its source."
    yield ""
    heads = ("Profile", "Award", "Edition", "Criteria", "Questions", "Deadline")
    yield from _table(heads, (_row(profile) for profile in profiles))
    for profile in profiles:
        yield from _award(profile)


def _profile(name: str) -> AwardProfile:
    profile, findings = read_profile(REFERENCE, name)
    if profile is None:
        raise DossierError(findings)
    return profile


def _say(text: LocalText | None) -> str:
    return text.get("en")[0] if text else ""


def _row(profile: AwardProfile) -> Sequence[str]:
    questions = sum(len(criterion.questions) for criterion in profile.criteria)
    deadline = str(profile.calendar.deadline or "–")[:10]
    return (f"[`{profile.id}`](#{slug(profile.id)})", _say(profile.award), profile.edition, str(len(profile.criteria)), str(questions), deadline)


def _award(profile: AwardProfile) -> Iterator[str]:
    yield f"## {profile.id}"
    yield ""
    if profile.summary:
        yield from (_say(profile.summary), "")
    yield from _table(("Rule", "Value", "How sure"), ((name, value, _confidence(profile, path)) for name, value, path in _rules(profile)))
    for criterion in profile.criteria:
        yield from _criterion(criterion)
    yield ""


def _confidence(profile: AwardProfile, path: str) -> str:
    voucher = profile.voucher(path)
    return voucher.confidence if voucher else ""


def _rules(profile: AwardProfile) -> Iterator[tuple[str, str, str]]:
    """Name, value and dotted path of the rules that an applicant asks for first."""
    for name in ("opens", "deadline", "results"):
        if moment := getattr(profile.calendar, name):
            yield name.capitalize(), str(moment), f"calendar.{name}"
    for name, category in profile.categories.items():
        yield f"Category `{name}`", _category(category), f"categories.{name}.population"
    for document in profile.documents:
        for limit in document.limits:
            bounds = " and ".join(f"{word} {n}" for word, n in (("at least", limit.min), ("at most", limit.max)) if n is not None)
            only = f" for {', '.join(f'`{question}`' for question in limit.questions)}" if limit.questions else ""
            apart = f", {' and '.join(limit.excludes)} apart" if limit.excludes else ""
            path = f"documents.{document.id}.limits.{limit.unit}"
            yield f"Limit of `{document.id}`", f"{bounds} {limit.unit} in each {limit.scope}{only}{apart}", path
    for requirement in profile.requirements:
        yield requirement.kind.capitalize(), _say(requirement.title), f"requirements.{requirement.id}"
    yield "Criteria", str(len(profile.criteria)), "criteria"


def _category(category: Category) -> str:
    low, high = (category.population.min, category.population.max) if category.population else (None, None)
    bounds = " and ".join(f"{word} {n:,}" for word, n in (("at least", low), ("at most", high)) if n is not None)
    return _say(category.title) + (f": {bounds} inhabitants" if bounds else "")


def _criterion(criterion: Criterion) -> Iterator[str]:
    points = f", {criterion.max_points} points" if criterion.max_points is not None else ""
    yield f"- `{criterion.id}` {_say(criterion.title)}{points}"
    for question in criterion.questions:
        yield f"  - `{question.id}` {_say(question.text)}"


if __name__ == "__main__":
    main()
