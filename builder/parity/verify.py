"""Holds finished files against the document that they were made from."""

import dataclasses
import json
from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pikepdf import PdfError

from builder.document import blocks as b
from builder.parity.compare import Check, Difference, compare
from builder.parity.page import said_by_page
from builder.parity.pdf import pages_of, said_by_pdf
from builder.parity.said import ASPECTS, said_by
from builder.parity.word import said_by_word
from builder.reading.theme import Theme
from builder.resources import builtin
from builder.writers.word.anchors import bookmark_name


def verify_pdf(name: str, data: bytes, document: b.Document) -> tuple[Check, ...]:
    """A check for each aspect of a PDF; the pages that its contents name are held against where its own links lead."""
    try:
        expected = said_by(document, pages_of(data))
        return compare(name, expected, said_by_pdf(data, frozenset(expected["order"])))
    except (PdfError, ValueError, KeyError, TypeError) as problem:
        return _unreadable(name, document, problem)


def verify_word(name: str, data: bytes, document: b.Document) -> tuple[Check, ...]:
    """A check for each aspect of a Word file; its bookmarks stand for the ids of blocks."""
    said = said_by(document, {})
    names = {aspect: tuple(map(bookmark_name, said[aspect])) for aspect in ("targets", "order")}
    expected = {**said, "targets": tuple(sorted(names["targets"])), "order": names["order"]}
    try:
        return compare(name, expected, said_by_word(data, frozenset(expected["order"])))
    except (ValueError, KeyError) as problem:
        return _unreadable(name, document, problem)


def verify_page(name: str, data: bytes, document: b.Document) -> tuple[Check, ...]:
    """A check for each aspect of a page for the screen."""
    expected = said_by(document, {})
    try:
        return compare(name, expected, said_by_page(data, frozenset(expected["order"])))
    except ValueError as problem:
        return _unreadable(name, document, problem)


def missing(name: str, document: b.Document) -> tuple[Check, ...]:
    """The checks of a file that is not there: none has passed."""
    return _unreadable(name, document, FileNotFoundError("there is no such file"))


def _unreadable(name: str, document: b.Document, problem: Exception) -> tuple[Check, ...]:
    said = said_by(document, {})
    return tuple(Check(name, aspect, len(said[aspect]), Difference(aspect, 1, ASPECTS[aspect], f"not read: {problem}")) for aspect in ASPECTS)


def as_json(checks: Sequence[Check]) -> str:
    """A list of checks, each with its file, aspect, number of pieces and difference, which is null where it passed."""
    return json.dumps([dataclasses.asdict(check) for check in checks], ensure_ascii=False, indent=2) + "\n"


def as_html(checks: Sequence[Check], title: str, theme: Theme) -> str:
    """A page that needs nothing from the network."""
    environment = Environment(loader=FileSystemLoader(builtin()), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    files = {check.file: [each for each in checks if each.file == check.file] for check in checks}
    return environment.get_template("verify.html.j2").render(title=title, files=files, aspects=ASPECTS, colours=theme.colours)
