"""The pipeline: a workspace goes in, finished files come out."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from builder.assembly.assemble import assemble
from builder.build.tasks import MEASURED, Measure, WritePage, WriteWord
from builder.checks.case import Case
from builder.checks.finished import Finished, check_finished, rules_for
from builder.checks.rules import check
from builder.document import blocks as b
from builder.document.words import count_words
from builder.findings import DossierError, Finding, errors
from builder.inspection.measured import Measured
from builder.reading.attachments import checksums
from builder.reading.commit import written_in
from builder.reading.history import outdated_texts
from builder.reading.workspace import Workspace
from builder.writers.pasteable import Form, pasteable
from builder.writers.pdf import write_pdf
from builder.writers.work import Work, one_by_one

FORMATS = ("pdf", "docx")
"""What a build writes unless it is asked for something else."""


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
    """As it was written; what has no pages is not measured."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build."""

    outputs: tuple[Output, ...]
    findings: tuple[Finding, ...]


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


def build(workspace: Workspace, request: Request, today: dt.date, deliver: Callable[[Output], None], work: Work = one_by_one) -> Built:
    """Makes the files asked for, in memory, and measures them; each is delivered as soon as it is made.

    Raises DossierError with all findings when the evidence has errors.
    """
    made, findings = documents(workspace, today)
    if errors(findings):
        raise DossierError(findings)
    commit = written_in(workspace.root)
    wanted = [replace(document, commit=commit) for document in made if request.includes(document)]
    with ThreadPoolExecutor(1 if work is one_by_one else max(1, len(wanted))) as threads:
        written = list(threads.map(lambda document: _written(workspace, document, request.formats, deliver, work), wanted))
    measured = (finding for document, outputs in zip(wanted, written, strict=True) for finding in _inspected(workspace, document, outputs))
    return Built(tuple(output for outputs in written for output in outputs), (*findings, *measured))


def _written(workspace: Workspace, document: b.Document, formats: Sequence[str], deliver: Callable[[Output], None], work: Work) -> tuple[Output, ...]:
    """The files of one document, in the order of formats. The Word file takes the page numbers of its contents from the PDF, laid out for both."""
    name, words = f"{document.id}.{document.language}", count_words(document)
    made: list[Output] = []

    def finished(suffix: str, data: bytes, pages: int = 0, page_parts: tuple[str, ...] = ()) -> None:
        made.append(Output(f"{name}.{suffix}", data, pages, words, page_parts, None))
        deliver(made[-1])

    if set(formats) & set(FORMATS):
        pdf = write_pdf(document, workspace.theme, workspace.root, work)
        if "pdf" in formats:
            finished("pdf", pdf.data, pdf.pages, pdf.page_parts)
        measuring = [Measure(output.name, output.data) for output in made]
        writing = [WriteWord(document, workspace.theme, workspace.root, pdf.page_of)] if "docx" in formats else []
        results = work([*measuring, *writing])
        measured = results[: len(measuring)]
        for word in results[len(measuring) :]:
            finished("docx", word, pdf.pages, pdf.page_parts)
            measured += work([Measure(made[-1].name, word)])
        made = [replace(output, measured=MEASURED.validate_json(each)) for output, each in zip(made, measured, strict=True)]
    if "html" in formats:
        (page,) = work([WritePage(document, workspace.theme, workspace.root)])
        finished("html", page)
    forms: tuple[Form, ...] = ("txt", "md")
    for form in forms:
        if form in formats:
            finished(form, pasteable(document, form).encode())
    return tuple(made)


def _inspected(workspace: Workspace, document: b.Document, written: Sequence[Output]) -> Iterator[Finding]:
    """What the rules find on the files of a document as they were written. Pages are counted once, in the PDF where there is one."""
    parts = {part.id: part for part in document.parts}
    rules = rules_for(workspace.award, document.id)
    files = [(output.measured, output.page_parts) for output in written if output.measured]
    for number, (measured, page_parts) in enumerate(files):
        pages = () if number else tuple(parts[name] for name in page_parts)
        yield from check_finished(Finished(measured, workspace.award, rules, document.language, pages))
