"""Rules about finished files, held against what was measured on them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from builder.document import blocks as b
from builder.findings import Finding, Severity
from builder.reading.award import Limit
from builder.reading.workspace import DOSSIER, Workspace


def page_limits(workspace: Workspace, document: b.Document, page_parts: Sequence[str]) -> Iterator[Finding]:
    """C201: more pages than the award allows, with the pages of each part.

    `page_parts` holds the id of the part that each page of the PDF belongs to.
    """
    rules = next(rules for rules in workspace.documents if rules.id == document.id)
    parts = {part.id: part for part in document.parts}
    for limit in rules.limits:
        if limit.unit != "pages" or limit.scope != "document" or limit.max is None:
            continue
        counted = [parts[name] for name in page_parts if parts[name].kind not in limit.excludes]
        if len(counted) > limit.max:
            yield _too_long(workspace, document, limit, counted)


def _too_long(workspace: Workspace, document: b.Document, limit: Limit, counted: Sequence[b.Part]) -> Finding:
    pages = ", ".join(f"{title} {number}" for title, number in Counter(part.title for part in counted).items())
    message = f"{document.id}.{document.language}: {len(counted)} of {limit.max} pages: {pages}"
    voucher = workspace.award.voucher(f"documents.{document.id}.limits.{limit.unit}")
    severity = Severity.ERROR if voucher and voucher.confidence == "official" else Severity.WARNING
    return Finding("C201", message, workspace.locate(DOSSIER, ("award",)), severity, "Shorten a response, or show fewer cards and charts.", voucher)
