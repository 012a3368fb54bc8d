"""`dossier init`."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import click

from builder.cli.awards import known_award
from builder.cli.printing import near
from builder.cli.schema import write_schemas
from builder.cli.starter import starter
from builder.reading.award import AwardProfile
from builder.resources import sample

_IGNORED = "output/\n"


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--award", default="icapital-2027", show_default=True, help="Which award, by the id that `dossier awards` lists.")
@click.option("--category", help="Which category of the award.")
@click.option("--city", default="Our city", show_default=True, help="Who applies.")
@click.option("--language", default="en", show_default=True, help="The language of submission.")
@click.option("--sample", "with_sample", is_flag=True, help="Begin with the complete sample, Helsingborg's application, instead.")
def command(folder: Path, award: str, category: str | None, city: str, language: str, *, with_sample: bool) -> None:
    """Start a workspace in FOLDER, ready for a first `dossier build`."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is not empty; name a new folder.")
    if with_sample:
        _copy_sample(folder)
    else:
        profile = known_award(award)
        if category and category not in profile.categories:
            raise click.BadParameter(near("category", category, profile.categories), param_hint="--category")
        _write(folder, _files(profile, category or next(reversed(list(profile.categories)), None), city, language))
    write_schemas(folder)
    (folder / ".gitignore").write_text(_IGNORED, encoding="utf-8")
    click.echo(f"A workspace stands in {folder}. Next:\n\n  cd {folder}\n  dossier build\n")


def _copy_sample(folder: Path) -> None:
    source = sample()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / "dossier.yaml", folder / "dossier.yaml")
    shutil.copytree(source / "evidence", folder / "evidence")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _files(award: AwardProfile, category: str | None, city: str, language: str) -> dict[str, str]:
    """The files of a new workspace: a response for each criterion, and one entry to look at."""
    files = {"dossier.yaml": starter("dossier.yaml.j2", award=award.id, category=category, city=city, language=language)}
    for number, criterion in enumerate(award.criteria):
        questions = [{"id": q.id, "text": q.text.get(language)[0]} for q in criterion.questions]
        example = number == 0
        files[f"evidence/{criterion.id}/response.yaml"] = starter(
            "response.yaml.j2",
            title=criterion.title.get(language)[0],
            questions=questions,
            example=example,
            unanswered=questions[1:] if example else questions,
        )
    first = award.criteria[0]
    files[f"evidence/{first.id}/first-initiative.yaml"] = starter("first-initiative.yaml.j2", supports=f"{first.id}.{first.questions[0].id}")
    return files
