"""The pipeline: a workspace goes in, finished files come out."""

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.assembly.assemble import assemble
from builder.checks.case import Case
from builder.checks.finished import Finished, check_finished, rules_for
from builder.checks.rules import check
from builder.document import blocks as b
from builder.document.words import count_words
from builder.findings import DossierError, Finding, Location, errors
from builder.inspection.measure import measure
from builder.inspection.measured import Measured
from builder.reading.attachments import checksums
from builder.reading.history import outdated_texts
from builder.reading.theme import Theme
from builder.reading.workspace import Workspace
from builder.writers.pasteable import Form, pasteable

FORMATS = ("pdf", "docx")
"""What a build writes unless it is asked for something else."""
TEXT_FORMATS = ("txt", "md")
"""For the fields of a portal."""
_BESIDE = ".writing-"


@dataclass(frozen=True, slots=True)
class Request:
    """What to build."""

    formats: tuple[str, ...] = FORMATS
    languages: tuple[str, ...] = ()
    """All of the dossier's when empty."""
    documents: tuple[str, ...] = ()
    """All that the dossier asks for when empty."""

    def includes(self, document: b.Document) -> bool:
        """Whether a document is asked for."""
        return document.language in (self.languages or (document.language,)) and document.id in (self.documents or (document.id,))


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file."""

    name: str
    data: bytes
    pages: int
    """Of its PDF, cover included; 0 where none was laid out."""
    words: int
    page_parts: tuple[str, ...]
    """Id of the part that each page of its PDF belongs to."""
    measured: Measured | None
    """As it was written; a text is not measured."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    outputs: tuple[Output, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """One document in one language, for a process of its own."""

    document: b.Document
    theme: Theme
    root: Path
    formats: tuple[str, ...]


def documents(workspace: Workspace, today: dt.date) -> tuple[tuple[b.Document, ...], tuple[Finding, ...]]:
    """All documents in all languages, and every finding of the whole dossier. `today` counts where dossier.yaml has no `as_of`."""
    case, findings = case_of(workspace, today)
    return case.documents, (*findings, *check(case))


def case_of(workspace: Workspace, today: dt.date) -> tuple[Case, tuple[Finding, ...]]:
    """What the rules look at, and what was found while it was put together. Raises DossierError where a template does not work."""
    assembled = [assemble(workspace, language) for language in workspace.languages]
    made = tuple(document for one in assembled for document in one.documents)
    found = [finding for one in assembled for finding in one.findings]
    outdated = outdated_texts(workspace.root, workspace.places)
    return Case(workspace, made, workspace.as_of or today, checksums(workspace), outdated), tuple(found)


def build(workspace: Workspace, request: Request, today: dt.date, progress: Callable[[str], None]) -> Built:
    """Makes the files asked for, in memory, and measures them. Raises DossierError with all findings when the evidence has errors."""
    made, findings = documents(workspace, today)
    if errors(findings):
        raise DossierError(findings)
    jobs = [_Job(document, workspace.theme, workspace.root, request.formats) for document in made if request.includes(document)]
    outputs: list[Output] = []
    measured: list[Finding] = []
    for job, written in _run(jobs):
        progress(f"{job.document.id}.{job.document.language}")
        outputs += written
        measured += _inspected(workspace, job.document, written)
    order = {f"{job.document.id}.{job.document.language}.{suffix}": n for n, job in enumerate(jobs) for suffix in (*FORMATS, *TEXT_FORMATS)}
    return Built(tuple(sorted(outputs, key=lambda output: order[output.name])), (*findings, *measured))


def _inspected(workspace: Workspace, document: b.Document, written: Sequence[Output]) -> Iterator[Finding]:
    """What the rules find on the files of a document as they were written. Pages are counted once, in the PDF where there is one."""
    parts = {part.id: part for part in document.parts}
    rules = rules_for(workspace.award, document.id)
    files = [(output.measured, output.page_parts) for output in written if output.measured]
    for number, (measured, page_parts) in enumerate(files):
        pages = () if number else tuple(parts[name] for name in page_parts)
        yield from check_finished(Finished(measured, workspace.award, rules, document.language, pages))


def _run(jobs: Sequence[_Job]) -> Iterator[tuple[_Job, list[Output]]]:
    """The jobs as they are done, side by side on all cores."""
    if len(jobs) == 1:
        yield jobs[0], _write(jobs[0])
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415 - a check needs none of this
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(_write, job): job for job in jobs}
        for done in as_completed(waiting):
            yield waiting[done], done.result()


def _write(job: _Job) -> list[Output]:
    """The files of one document. The Word file takes the page numbers of its contents from the PDF, which is laid out for both."""
    name, words = f"{job.document.id}.{job.document.language}", count_words(job.document)
    made: list[Output] = []
    if set(job.formats) & set(FORMATS):
        from builder.writers.pdf import write_pdf  # noqa: PLC0415 - WeasyPrint takes a second to import
        from builder.writers.word import write_word  # noqa: PLC0415

        pdf = write_pdf(job.document, job.theme, job.root)
        files = {"pdf": pdf.data} if "pdf" in job.formats else {}
        if "docx" in job.formats:
            files["docx"] = write_word(job.document, job.theme, job.root, pdf.page_of)
        for suffix, data in files.items():
            made.append(Output(f"{name}.{suffix}", data, pdf.pages, words, pdf.page_parts, measure(f"{name}.{suffix}", data)))
    forms: tuple[Form, ...] = ("txt", "md")
    texts = {form: pasteable(job.document, form).encode() for form in forms if form in job.formats}
    return [*made, *(Output(f"{name}.{form}", data, 0, words, (), None) for form, data in texts.items())]


def output_folder(root: Path, *parts: str) -> Path:
    """The folder for outputs in a workspace. Raises DossierError (E123) when a link leads it out of the workspace: it may come from anybody."""
    folder = root.joinpath("output", *parts)
    if not folder.resolve().is_relative_to(root.resolve()):
        hint = "Replace the link by a folder, or name another one with --output."
        raise DossierError([Finding("E123", "output leads out of the workspace", Location("output", 0, 0), hint=hint)])
    return folder


def replace_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Puts files into the folder. Each is replaced whole or not at all: written beside, flushed, then renamed."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_BESIDE}*"):
        shutil.rmtree(left, ignore_errors=True)  # a build that was killed has left it
    with tempfile.TemporaryDirectory(prefix=_BESIDE, dir=folder) as beside:
        for name, data in files.items():
            with (Path(beside) / name).open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        return tuple((Path(beside) / name).replace(folder / name) for name in files)
