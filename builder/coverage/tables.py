"""The coverage as JSON, as a web page and as a spreadsheet."""

import dataclasses
import datetime as dt
import io
import json

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder.coverage.coverage import ORDER, Coverage
from builder.reading.theme import Theme
from builder.resources import builtin

COLUMNS = (
    *("Criterion", "Question", "Answer", "Words", "LIX", "Strength", "Evidence", "Cited", "Status", "Its strength"),
    *("Sources", "Independent", "Claims", "Results", "Compared", "Age in years"),
)
_WIDTHS = (24, 26, 10, 8, 6, 10, 40, 8, 13, 12, 9, 12, 8, 9, 10, 12)


def as_json(coverage: Coverage) -> str:
    """An object with `award`, `title`, `language`, `today` and `criteria`, whose keys are the fields of this room's classes."""
    return json.dumps(dataclasses.asdict(coverage), ensure_ascii=False, indent=2, default=str) + "\n"


def as_html(coverage: Coverage, theme: Theme) -> str:
    """A page for reviewers that needs nothing from the network."""
    environment = Environment(loader=FileSystemLoader(builtin()), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("coverage.html.j2").render(coverage=coverage, colours=theme.colours, strengths=ORDER[:-1])


def as_xlsx(coverage: Coverage) -> bytes:
    """A spreadsheet with a row for each piece of evidence; no text in it is taken for a formula."""
    import xlsxwriter  # noqa: PLC0415 - for this format alone

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": f"{coverage.title}: coverage", "created": dt.datetime.combine(coverage.today, dt.time())})
        sheet = book.add_worksheet("Coverage")
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width, wrapped)
            sheet.write_string(0, column, name, head)
        sheet.freeze_panes(1, 0)
        rows = _rows(coverage)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write_number(number, column, value)
        sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    return buffer.getvalue()


def _rows(coverage: Coverage) -> list[tuple[str | float | None, ...]]:
    """A row for each piece of evidence; a question without any has a row of its own."""
    rows: list[tuple[str | float | None, ...]] = []
    for criterion in coverage.criteria:
        for question in criterion.questions:
            first = (criterion.title, question.title, question.state, question.words, question.lix, question.strength)
            rows += [
                (
                    *first,
                    each.title,
                    "yes" if each.cited else "no",
                    each.status,
                    each.strength,
                    each.sources,
                    each.independent,
                    each.claims,
                    each.results,
                    "yes" if each.compared else "no",
                    each.age,
                )
                for each in question.evidence
            ] or [(*first, *([None] * (len(COLUMNS) - len(first))))]
    return rows
