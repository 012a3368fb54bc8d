"""C3: whether a reader can look up what proves the dossier, and whether it may be shown."""

import re
from collections.abc import Iterator

from builder.checks.case import Case, Rule
from builder.findings import Finding, Location, Severity
from builder.reading.entry import Entry, Medium
from builder.reading.files import SOURCES
from builder.reading.nodes import Keys
from builder.reading.source import Source
from builder.writers.picture_size import printed

_LINK = re.compile(r"(?:(?<!\\)\]\(\s*<?|<(?=\w+:))(?P<address>[^\s()<>]+)")
_SAFE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_COARSEST = 150
"""Dots per inch below which print shows the pixels."""
_POINTS_PER_INCH = 72
_MANY = 1000
"""Times as many pixels: enough to fill the room that a picture of this shape may take."""


def described(case: Case) -> Iterator[tuple[str, Keys, Source]]:
    """Every public source with the file and the way to its description."""
    for name, source in case.workspace.sources.items():
        if not source.confidential:
            yield SOURCES, (name,), source
    for entry in case.public_entries:
        for name, own in entry.sources.items():
            if own and not own.confidential:
                yield entry.file, ("sources", name), own


def nothing_to_verify_with(case: Case) -> Iterator[Finding]:
    """C301: a source without address, local copy or publisher."""
    for file, keys, source in described(case):
        if not (source.url or source.file or source.publisher):
            place = case.workspace.places.locate_key(file, keys)
            hint = "Add `url:`, `publisher:` or `file:` with a local copy."
            yield Finding("C301", f"nobody can look up the source `{keys[-1]}`", place, Severity.WARNING, hint)


def expired_source(case: Case) -> Iterator[Finding]:
    """C302: a source that is no longer valid."""
    for file, keys, source in described(case):
        if source.valid_until and source.valid_until.last_day < case.today:
            place = case.workspace.locate(file, (*keys, "valid_until"))
            message = f"the source `{keys[-1]}` was valid until {source.valid_until}"
            yield Finding("C302", message, place, Severity.WARNING, "Look for a newer one, or say in a `caveat:` that it has lapsed.")


def source_from_the_future(case: Case) -> Iterator[Finding]:
    """C303: a source that was published or looked at after today."""
    for file, keys, source in described(case):
        for name in ("published", "accessed"):
            date = getattr(source, name)
            if date and date.first_day > case.today:
                place = case.workspace.locate(file, (*keys, name))
                hint = f"Correct the date; today is {case.today} for this dossier."
                yield Finding("C303", f"`{name}` lies in the future: {date}", place, Severity.WARNING, hint)


def changed_copy(case: Case) -> Iterator[Finding]:
    """C304: a local copy that is not the file whose checksum was taken."""
    for file, keys, source in described(case):
        if source.file and source.sha256 and case.checksums.get(source.file, source.sha256) != source.sha256:
            place = case.workspace.locate(file, (*keys, "sha256"))
            message = f"evidence/{source.file} has changed since its checksum was taken"
            hint = f"Bring the file back, or take the new one for proof: `sha256: {case.checksums[source.file]}`."
            yield Finding("C304", message, place, Severity.ERROR, hint)


def unsafe_link(case: Case) -> Iterator[Finding]:
    """C305: a link that does not lead to the web, a mail address or a telephone."""
    for address, place in _links(case):
        if not _SAFE.match(address):
            message = f"the link leads to `{address}`, which no reader can follow"
            yield Finding("C305", message, place, Severity.ERROR, "Give an address that begins with https://, or cite a source.")


def _links(case: Case) -> Iterator[tuple[str, Location]]:
    """The address of every link in a text, and where it stands; what a picture names is refused elsewhere."""
    for passage in case.passages:
        for match in _LINK.finditer(passage.text) if "](" in passage.text or "<" in passage.text else ():
            picture = match[0].startswith("]") and passage.text[: passage.text.rfind("[", 0, match.start())].endswith("!")
            if not picture:
                yield match["address"], case.place(passage, match.start("address"), len(match["address"]))


def insecure_address(case: Case) -> Iterator[Finding]:
    """C306: an address without encryption."""
    sources = ((source.url, file, keys) for file, keys, source in described(case) if source.url)
    insecure = [case.workspace.locate(file, (*keys, "url")) for url, file, keys in sources if url.lower().startswith("http://")]
    for place in (*insecure, *(place for address, place in _links(case) if address.lower().startswith("http://"))):
        yield Finding("C306", "the address begins with http://", place, Severity.NOTE, "Try whether the page answers to https:// as well.")


def quotation_without_consent(case: Case) -> Iterator[Finding]:
    """C311: somebody's words without a consent on file."""
    for entry in case.public_entries:
        for number, quote in enumerate(entry.quotes):
            if not quote.consent:
                hint = "Add `consent:` with the date on which the speaker agreed, or take the quotation out."
                place = case.workspace.locate(entry.file, ("quotes", number))
                yield Finding("C311", "this quotation has no consent", place, Severity.ERROR, hint)


def confidential_part_cited(case: Case) -> Iterator[Finding]:
    """C312: a citation of a confidential claim or source, or a public claim that only confidential sources prove."""
    for passage in case.passages:
        for target in passage.cited:
            name, _, part = target.partition("#")
            entry = case.workspace.entries.get(name)
            if entry and part and _is_confidential(case, entry, part):
                at = passage.text.find(f"@{target}")
                message = f"`{part}` of `{name}` is confidential and cannot be cited"
                hint = f"Cite the entry alone, `[@{name}]`, or a public part of it."
                yield Finding("C312", message, case.place(passage, at, len(target) + 1), Severity.ERROR, hint)
    for entry in case.public_entries:
        for name, claim in entry.claims.items():
            if claim.sources and not claim.confidential and all(_is_confidential(case, entry, source) for source in claim.source_ids):
                place = case.workspace.places.locate_key(entry.file, ("claims", name))
                message = f"only confidential sources prove the public claim `{name}`"
                yield Finding("C312", message, place, Severity.WARNING, "Add a source that can be shown, or mark the claim confidential as well.")


def _is_confidential(case: Case, entry: Entry, part: str) -> bool:
    if part in entry.claims:
        return entry.claims[part].confidential
    source = entry.sources.get(part) or case.workspace.sources.get(part)
    return source is not None and source.confidential


def _pictures(case: Case) -> Iterator[tuple[Entry, int, Medium]]:
    for entry in case.public_entries:
        for number, medium in enumerate(entry.media):
            if not medium.confidential:
                yield entry, number, medium


def picture_without_rights(case: Case) -> Iterator[Finding]:
    """C321: a picture without its maker or licence."""
    for entry, number, medium in _pictures(case):
        missing = [f"`{name}`" for name in ("credit", "licence") if not getattr(medium, name)]
        if missing:
            place = case.workspace.locate(entry.file, ("media", number))
            message = f"the picture {medium.file} has no {' and no '.join(missing)}"
            yield Finding("C321", message, place, Severity.WARNING, "Name who made it, and under which terms it may be used.")


def coarse_picture(case: Case) -> Iterator[Finding]:
    """C322: a picture with too few pixels for the size it is printed at."""
    for entry, number, medium in _pictures(case):
        width, height = case.workspace.picture_size(medium.file)
        points, _ = printed(width, height)
        dots = round(width * _POINTS_PER_INCH / points)
        if dots < _COARSEST:
            place = case.workspace.locate(entry.file, ("media", number, "file"))
            millimetres = round(points / _POINTS_PER_INCH * 25.4)
            message = f"{width} × {height} pixels are {dots} dots per inch at the {millimetres} mm it is printed at; print wants {_COARSEST}"
            full, _ = printed(width * _MANY, height * _MANY)
            hint = f"Take a picture of at least {round(full * _COARSEST / _POINTS_PER_INCH)} pixels across."
            yield Finding("C322", message, place, Severity.WARNING, hint)


RULES: tuple[Rule, ...] = (
    nothing_to_verify_with,
    expired_source,
    source_from_the_future,
    changed_copy,
    unsafe_link,
    insecure_address,
    quotation_without_consent,
    confidential_part_cited,
    picture_without_rights,
    coarse_picture,
)
