"""`dossier build`."""

import sys
from pathlib import Path

import click

from builder.cli.arguments import workspace_argument
from builder.cli.building import Wanted, build_once

FORMATS = ("pdf", "docx", "html", "txt", "md")
_DEFAULT = ("pdf", "docx")


def _listed(_: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    chosen = tuple(part.strip() for part in value.split(",")) if value else ()
    unknown = [part for part in chosen if parameter.name == "formats" and part not in FORMATS]
    if unknown:
        raise click.BadParameter(f"unknown format {', '.join(unknown)}; choose from {', '.join(FORMATS)}")
    return chosen


@click.command("build")
@workspace_argument
@click.option(
    "--document", "documents", metavar="ID,…", callback=_listed, help="Only these documents of the dossier: application, evidence-register."
)
@click.option("--format", "formats", metavar="FORMAT,…", callback=_listed, help="pdf, docx (both by default), html, txt, md.")
@click.option("--language", "languages", metavar="LANG,…", callback=_listed, help="Only these languages: en, sv.")
@click.option("--award", metavar="ID", help="For another award than dossier.yaml names, into a folder of its own below output/.")
@click.option("--category", metavar="ID", help="For another category than dossier.yaml names.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Folder for the files; default: output/ in the workspace.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings as well; the files are written all the same.")
@click.option("--watch", is_flag=True, help="Stay, and build again whenever a file changes; end with Ctrl+C.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, whatever earlier builds have left in output/.cache.")
@click.option("--timings", is_flag=True, help="Tell where the time went.")
def command(
    workspace: Path,
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    languages: tuple[str, ...],
    award: str | None,
    category: str | None,
    output: Path | None,
    *,
    strict: bool,
    watch: bool,
    no_cache: bool,
    timings: bool,
) -> None:
    """Write the dossier in WORKSPACE (default: this folder) as PDF and Word.

    `html` writes a page for reading on a screen, complete in one file. `txt` and `md` write the answers to be pasted into a portal, each with its
    length.

    Every PDF and Word file is measured as it was written. With errors in the evidence nothing is written; files that break a verified rule of the
    award are written and not called ready. What has not changed since the last build is not made again. Exit status: 0 fine, 1 errors, 2 wrong
    usage.
    """
    wanted = Wanted(workspace, documents, formats or _DEFAULT, languages, award, category, output, strict, not no_cache, timings)
    if watch:
        from builder.cli.watching import watch_and_build  # noqa: PLC0415 - watches files with a library of its own

        watch_and_build(wanted)
    elif status := build_once(wanted):
        sys.exit(status)
