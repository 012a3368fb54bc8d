"""C33: what the visits found, at the places where the addresses were written."""

from collections.abc import Iterator, Mapping

from builder.checks.case import Case
from builder.checks.sources import described
from builder.findings import Finding, Location, Severity
from builder.online.links import Answer


def addresses(case: Case) -> Iterator[tuple[str, Location]]:
    """The address of every public source, and where it stands."""
    for file, keys, source in described(case):
        if source.url:
            yield source.url, case.workspace.locate(file, (*keys, "url"))


def check_answers(case: Case, answers: Mapping[str, Answer]) -> Iterator[Finding]:
    """C331 to C334: addresses that lead nowhere, have moved, could not be checked or stand on a site that nobody can trust."""
    for url, place in addresses(case):
        answer = answers[url]
        if answer.state == "gone":
            hint = "Find where it went, or keep a local copy under `file:`; the Internet Archive may have one."
            yield Finding("C331", f"the address leads nowhere: {answer.detail}", place, Severity.WARNING, hint)
        elif answer.state == "moved":
            yield Finding("C332", f"the address has moved to {answer.detail}", place, Severity.NOTE, f"Write `{answer.detail}`, after a look at it.")
        elif answer.state == "unknown":
            yield Finding("C333", f"the address could not be checked: {answer.detail}", place, Severity.NOTE, "Look at it yourself.")
        elif answer.state == "certificate":
            hint = "Tell whoever runs the site, or keep a local copy under `file:`; browsers warn everybody who follows the address."
            yield Finding("C334", f"the site's identity cannot be verified: {answer.detail}", place, Severity.WARNING, hint)
