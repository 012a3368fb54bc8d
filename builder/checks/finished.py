"""Rules about finished files, held against what was measured on them: of an award where there is one, and what every reader expects."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from builder.document import blocks as b
from builder.findings import Finding, Location, Severity, Voucher
from builder.inspection.measured import Measured, Spot
from builder.reading.award import AwardProfile, DocumentRules, Limit

_PAGES = {"A4": (595.28, 841.89)}
"""Points."""
_PAGE_TOLERANCE = 2.0
_SIZE_TOLERANCE = 0.05
"""Points, and below: half of what a size is rounded to."""
_EDGE_TOLERANCE = 0.25
"""Millimetres."""
_SAFE = re.compile(r"(?:https?://(?!localhost\b|127\.)[^\s/]+\.[^\s/]+|mailto:|tel:)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:table of )?contents|innehåll(?:sförteckning)?|table des matières|inhalt(?:sverzeichnis)?", re.IGNORECASE)
_FEW = 20
"""Characters smaller than allowed that are not worth a word: raised numbers."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A measured file, and what it is held against."""

    measured: Measured
    award: AwardProfile | None = None
    document: DocumentRules | None = None
    """The rules of the award for this document."""
    language: str = ""
    """That the file should have; empty where any will do."""
    parts: tuple[b.Part, ...] = ()
    """Of each page in turn, where we made the file and laid it out ourselves."""

    def place(self, spot: Spot | None = None) -> Location:
        """Where a finding stands."""
        return Location(self.measured.name, 0, 0, spot.text if spot else "", page=spot.page if spot else 0)

    def broken(self, code: str, message: str, rule: str, hint: str, spot: Spot | None = None) -> Finding:
        """A finding that rests on a rule of the award: an error only when the award itself vouches for it."""
        voucher: Voucher | None = self.award.voucher(f"documents.{self.document.id}.{rule}") if self.award and self.document else None
        severity = Severity.ERROR if voucher and voucher.confidence == "official" else Severity.WARNING
        return Finding(code, message, self.place(spot), severity, hint, voucher)


Rule = Callable[[Finished], Iterator[Finding]]


def _limits(finished: Finished, unit: str) -> Iterator[Limit]:
    for limit in finished.document.limits if finished.document else ():
        if limit.unit == unit and limit.scope == "document":
            yield limit


def page_limit(finished: Finished) -> Iterator[Finding]:
    """C201: more pages than the award allows, with the pages of each part."""
    pages = finished.measured.pages
    for limit in _limits(finished, "pages"):
        counted = [part for part in finished.parts if part.kind not in limit.excludes]
        number = len(counted) if finished.parts else (pages or 0) - _pages_apart(finished.measured, limit.excludes)
        if limit.max is not None and number > limit.max:
            each = Counter(part.title for part in counted) if finished.parts else _pages_of_sections(finished.measured)
            named = ", ".join(f"{title} {count}" for title, count in each.items() if title)
            message = f"{finished.measured.name}: {number} of {limit.max} pages{f': {named}' if named else ''}"
            yield finished.broken("C201", message, "limits.pages", "Shorten a response, or show fewer cards and charts.")


def _pages_apart(measured: Measured, excludes: Sequence[str]) -> int:
    """Pages that do not count, as far as the file tells: those before the first heading are the cover, those headed so the contents."""
    headed = [section for section in measured.sections if section.level]
    cover = headed[0].page - 1 if headed and "cover" in excludes else 0
    contents = sum(count for title, count in _pages_of_sections(measured).items() if _CONTENTS.fullmatch(title)) if "contents" in excludes else 0
    return cover + contents


def _pages_of_sections(measured: Measured) -> Counter[str]:
    """Pages from each heading of the highest level to the next."""
    levels = [section.level for section in measured.sections if section.level]
    tops = [section for section in measured.sections if levels and section.level == min(levels)]
    ends = [section.page for section in tops[1:]] + [(measured.pages or 0) + 1]
    found: Counter[str] = Counter()
    for section, end in zip(tops, ends, strict=False):
        found[section.title] += max(1, end - section.page)
    return found


def word_limit(finished: Finished) -> Iterator[Finding]:
    """C202: more words or characters in a whole document than the award allows."""
    for unit, count in (("words", finished.measured.words), ("characters", finished.measured.characters)):
        for limit in _limits(finished, unit):
            if limit.max is not None and count > limit.max and not finished.parts:
                message = f"{finished.measured.name}: {count:,} of {limit.max:,} {unit}"
                yield finished.broken("C202", message, f"limits.{unit}", "Shorten it, or leave something out.")


def page_size(finished: Finished) -> Iterator[Finding]:
    """L101: a page of another size than the award wants."""
    wanted = finished.document.layout.page if finished.document else None
    width, height = _PAGES[wanted] if wanted else (0, 0)
    for sheet in finished.measured.sheets if wanted else ():
        sides = sorted((sheet.width, sheet.height))
        if max(abs(sides[0] - width), abs(sides[1] - height)) > _PAGE_TOLERANCE:
            millimetres = f"{sheet.width * 25.4 / 72:.0f} × {sheet.height * 25.4 / 72:.0f} mm"
            spot = Spot(sheet.page, "", 0, 0)
            yield finished.broken("L101", f"the page is {millimetres}, not {wanted}", "layout.page", f"Set the page to {wanted}.", spot)
            return


def margins(finished: Finished) -> Iterator[Finding]:
    """L102: text nearer to the edge of the page than the award allows: the worst page, and how many more."""
    least = finished.document.layout.margin_mm if finished.document else None
    wanted = float(least.min) if least and least.min is not None else 0.0
    near = [(sheet, *sheet.text.least()) for sheet in finished.measured.sheets if wanted and sheet.text]
    near = [item for item in near if item[2] < wanted - _EDGE_TOLERANCE]
    if near:
        sheet, edge, distance = min(near, key=lambda item: item[2])
        more = f", and on {len(near) - 1} more pages" if len(near) > 1 else ""
        spot = sheet.nearest or Spot(sheet.page, "", 0, 0)
        message = f"text stands {distance:.1f} mm from the {edge} edge; the award asks for {wanted:g} mm{more}"
        yield finished.broken("L102", message, "layout.margin_mm", "Widen the margins: `theme: margins:` in dossier.yaml.", spot)


def body_size(finished: Finished) -> Iterator[Finding]:
    """L103: running text smaller than the award allows."""
    least = finished.document.layout.body_pt if finished.document else None
    size = finished.measured.size_of("body")
    if least and least.min is not None and size is not None and size < float(least.min) - _SIZE_TOLERANCE:
        spot = next(each.first for each in finished.measured.sizes if each.role == "body" and each.points == size)
        message = f"running text is set in {size:g} pt; the award asks for {least.min:g} pt"
        yield finished.broken("L103", message, "layout.body_pt", "Set it larger: `theme: sizes: body:` in dossier.yaml.", spot)


def small_size(finished: Finished) -> Iterator[Finding]:
    """L104: type smaller than the award allows anywhere."""
    least = finished.document.layout.small_pt if finished.document else None
    wanted = float(least.min) if least and least.min is not None else 0.0
    small = [each for each in finished.measured.sizes if each.points < wanted - _SIZE_TOLERANCE]
    if sum(each.characters for each in small) > _FEW:
        worst = min(small, key=lambda each: each.points)
        count = sum(each.characters for each in small)
        message = f"{count:,} characters are smaller than {wanted:g} pt; the smallest have {worst.points:g} pt"
        yield finished.broken("L104", message, "layout.small_pt", "Set notes and tables larger.", worst.first)


def embedded_fonts(finished: Finished) -> Iterator[Finding]:
    """L105: a PDF that lacks one of its fonts looks different on every machine."""
    missing = [face.name for face in finished.measured.faces if not face.embedded]
    if missing and finished.measured.kind == "pdf":
        message = f"the file does not carry the {'font' if len(missing) == 1 else 'fonts'} {', '.join(missing)}"
        yield finished.broken("L105", message, "layout.fonts_embedded", "Export it with its fonts embedded.")


def file_size(finished: Finished) -> Iterator[Finding]:
    """L106: a file larger than the award accepts."""
    most = finished.document.layout.file_mb if finished.document else None
    if most and most.max is not None and finished.measured.size > float(most.max) * 1_000_000:
        message = f"the file has {finished.measured.size / 1_000_000:.1f} MB; the award accepts {most.max:g} MB"
        yield finished.broken("L106", message, "layout.file_mb", "Make its pictures smaller.")


def tags(finished: Finished) -> Iterator[Finding]:
    """L110: a PDF without tags, which a screen reader cannot follow."""
    if not finished.measured.tagged:
        hint = "Export it as a tagged, accessible PDF."
        yield Finding("L110", "the PDF is not tagged", finished.place(), Severity.WARNING, hint)


def language(finished: Finished) -> Iterator[Finding]:
    """L111: a file that does not name its language, or names another."""
    said, wanted = finished.measured.language, finished.language
    if not said:
        yield Finding("L111", "the file does not say in which language it is", finished.place(), Severity.WARNING, "Set the document's language.")
    elif wanted and said.partition("-")[0].lower() != wanted.partition("-")[0].lower():
        message = f"the file says that it is in `{said}`, and should be in `{wanted}`"
        yield Finding("L111", message, finished.place(), Severity.WARNING, "Set the document's language.")


def title(finished: Finished) -> Iterator[Finding]:
    """L112: a file without a title, which readers show instead of its name."""
    if not finished.measured.title.strip():
        yield Finding("L112", "the file has no title", finished.place(), Severity.WARNING, "Set the title in the document's properties.")


def placeholders(finished: Finished) -> Iterator[Finding]:
    """L113: an instruction to the writer, or a field that leads nowhere, is left in the text."""
    for spot in finished.measured.placeholders:
        place = f" at {spot.left:.0f} mm from the left and {spot.top:.0f} mm from the top" if spot.page else ""
        message = f"a placeholder is left over{place}"
        yield Finding("L113", message, finished.place(spot), Severity.WARNING, "Write what belongs there, or take it out.")


def dead_links(finished: Finished) -> Iterator[Finding]:
    """L114: links that cannot work for a reader."""
    for address in sorted({address for address in finished.measured.links if not _SAFE.match(address)}):
        message = f"a link leads to `{address[:80]}`, which no reader can follow"
        yield Finding("L114", message, finished.place(), Severity.WARNING, "Give an address on the web, or take the link out.")


def remarks(finished: Finished) -> Iterator[Finding]:
    """L115: comments or tracked changes are left in a Word file."""
    if finished.measured.remarks:
        message = f"{finished.measured.remarks} comments or tracked changes are left in the file"
        yield Finding("L115", message, finished.place(), Severity.WARNING, "Settle them: accept or reject changes, delete comments.")


def blank_pages(finished: Finished) -> Iterator[Finding]:
    """L116: a page with nothing on it."""
    for page in finished.measured.blank:
        yield Finding("L116", "the page is empty", finished.place(Spot(page, "", 0, 0)), Severity.WARNING, "Take it out; it may count.")


def undescribed_figures(finished: Finished) -> Iterator[Finding]:
    """L117: a picture that those who cannot see it learn nothing of."""
    if number := finished.measured.without_alternative:
        message = f"{number} {'figure has' if number == 1 else 'figures have'} no alternative text"
        yield Finding("L117", message, finished.place(), Severity.WARNING, "Describe what it shows.")


RULES: tuple[Rule, ...] = (
    page_limit,
    word_limit,
    page_size,
    margins,
    body_size,
    small_size,
    embedded_fonts,
    file_size,
    tags,
    language,
    title,
    placeholders,
    dead_links,
    remarks,
    blank_pages,
    undescribed_figures,
)


def check_finished(finished: Finished) -> tuple[Finding, ...]:
    """What all rules find on a finished file."""
    return tuple(finding for rule in RULES for finding in rule(finished))


def rules_for(award: AwardProfile, document: str) -> DocumentRules | None:
    """The award's rules for a document; without an id, those of the submission itself."""
    known: Sequence[DocumentRules] = award.documents
    return next((rules for rules in known if rules.id == document), None) if document else known[0]
