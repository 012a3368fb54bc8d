"""The workbook behind a chart: its data as a sheet that Word opens when somebody edits the chart."""

import datetime as dt
from io import BytesIO

from builder.document import blocks as b
from builder.document.words import plain

SHEET = "Data"
_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""Stands for the day of writing, so that equal data gives equal bytes."""


_EMPTY = "\N{NO-BREAK SPACE}"
"""Names the place beside the last point, over which the lines go on."""


def categories_of(chart: b.Chart) -> list[str]:
    """What stands along the axis."""
    return [*(point.label for point in chart.points), *([_EMPTY] if chart.lines else [])]


def workbook(chart: b.Chart) -> bytes:
    """Categories, values, the lines they are held against, and in the last column each value as printed."""
    import xlsxwriter  # noqa: PLC0415 - wanted only where there is a chart

    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"created": _EPOCH})
        sheet = book.add_worksheet(SHEET)
        sheet.write_row(0, 1, [plain(chart.caption.title), *(line.label for line in chart.lines)])
        sheet.write_column(1, 0, categories_of(chart))
        sheet.write_column(1, 1, [point.value for point in chart.points])
        for column, line in enumerate(chart.lines, 2):
            sheet.write_column(1, column, [line.value] * len(categories_of(chart)))
        sheet.write_column(1, len(chart.lines) + 3, [point.text for point in chart.points])
    return made.getvalue()
