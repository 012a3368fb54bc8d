"""Charts in the Word file are Word's own, with their data beside them."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.document import blocks as b
from builder.document import inlines as i
from builder.inspection.word import read_word
from builder.writers.word import write_word
from tests.sample_words import ORIGIN
from tests.themes import theme

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
POINTS = (
    b.Point("2019", 40, "40", "earlier"),
    b.Point("2022", 100.5, "over 100", "latest"),
    b.Point("Target 2030", 200, "200", "target"),
)
BASELINE = (b.ReferenceLine("Baseline <40> & more", 40),)


def chart(kind: str, points: tuple[b.Point, ...] = POINTS, lines: tuple[b.ReferenceLine, ...] = ()) -> b.Chart:
    caption = b.Caption("Figure 1", (i.Text("Partners & friends"),))
    return b.Chart("chart", ORIGIN, kind, points, lines, caption, "Partners rose.", (i.Text("Source."),))  # type: ignore[arg-type]


def parts(block: b.Chart) -> dict[str, bytes]:
    """The parts of a Word file that holds this chart alone."""
    document = b.Document("d", "en", "T", "S", "A", "", "{page}", (b.Part("p", "text", "P", (block,)),))
    data = write_word(document, theme(), Path(), {})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()} | {"all": data}


def sheet(block: b.Chart) -> list[dict[str, object]]:
    """The rows of the workbook behind the chart: what stands in each column."""
    with zipfile.ZipFile(BytesIO(parts(block)["word/embeddings/chart1.xlsx"])) as archive:
        texts = [item.findtext(f"{S}t") for item in etree.fromstring(archive.read("xl/sharedStrings.xml"))]
        rows = etree.fromstring(archive.read("xl/worksheets/sheet1.xml")).iter(f"{S}row")
    found: list[dict[str, object]] = []
    for row in rows:
        cells = {cell.get("r", "")[0]: (cell.get("t"), cell.findtext(f"{S}v") or "") for cell in row}
        found.append({column: texts[int(value)] if kind == "s" else float(value) for column, (kind, value) in cells.items()})
    return found


@pytest.mark.parametrize("kind", ["columns", "bars", "line"])
def test_the_data_stands_in_a_workbook_and_in_the_chart(kind: str) -> None:
    """Somebody who edits the chart finds its values, and each as it is printed."""
    held = sheet(chart(kind))
    assert held == [
        {"B": "Partners & friends"},
        {"A": "2019", "B": 40, "D": "40"},
        {"A": "2022", "B": 100.5, "D": "over 100"},
        {"A": "Target 2030", "B": 200, "D": "200"},
    ]
    drawn = etree.fromstring(parts(chart(kind))["word/charts/chart1.xml"])
    assert [value.text for value in drawn.iterfind(f".//{C}val//{C}v")] == ["40", "100.5", "200"]
    assert [value.text for value in drawn.iterfind(f".//{C}cat//{C}v")] == ["2019", "2022", "Target 2030"]


@pytest.mark.parametrize("kind", ["columns", "bars"])
def test_values_are_labelled_as_printed_and_coloured_by_their_standing(kind: str) -> None:
    """Grey, the accent, and white with an outline in the accent."""
    drawn = etree.fromstring(parts(chart(kind))["word/charts/chart1.xml"])
    assert [text.text for text in drawn.iterfind(f".//{A}t")] == ["40", "over 100", "200"]
    fills = [point.find(f"{C}spPr/{A}solidFill/{A}srgbClr") for point in drawn.iterfind(f".//{C}dPt")]
    assert [fill.get("val") for fill in fills if fill is not None] == ["8F8981", "9E3318", "FFFFFF"]
    outlined = drawn.find(f".//{C}dPt[3]/{C}spPr/{A}ln/{A}solidFill/{A}srgbClr")
    assert outlined is not None
    assert outlined.get("val") == "9E3318"
    assert {body.get("wrap") for body in drawn.iterfind(f".//{C}rich/{A}bodyPr")} == {"none"}  # else LibreOffice cuts words into pieces


@pytest.mark.parametrize("kind", ["columns", "line"])
def test_what_values_are_held_against_is_a_dashed_series(kind: str) -> None:
    """It goes on over an empty place beside the last value, where its name stands."""
    drawn = etree.fromstring(parts(chart(kind, lines=BASELINE))["word/charts/chart1.xml"])
    series = list(drawn.iterfind(f".//{C}ser"))
    assert len(series) == 2
    assert [value.text for value in series[1].iterfind(f"{C}val//{C}v")] == ["40"] * 4
    assert [text.text for text in series[1].iterfind(f".//{A}t")] == ["Baseline <40> & more"]
    assert series[1].find(f".//{A}prstDash") is not None
    assert [row["C"] for row in sheet(chart(kind, lines=BASELINE))] == ["Baseline <40> & more", 40, 40, 40, 40]


@pytest.mark.parametrize(
    "drawn",
    [
        chart("bars", lines=BASELINE),
        chart("columns", POINTS[:1], BASELINE),
        b.Chart("c", ORIGIN, "progress", (), (), b.Caption("", ()), "Alt", (), (b.Panel("Homes", (POINTS[1], POINTS[2])),)),
        b.Chart("c", ORIGIN, "multiples", (), (), b.Caption("", ()), "Alt", (), (b.Panel("Homes", POINTS),)),
    ],
)
def test_a_chart_without_an_equal_in_word_is_a_picture(drawn: b.Chart) -> None:
    """It is drawn as in the PDF."""
    found = parts(drawn)
    assert not any(name.startswith("word/charts/") for name in found)
    assert any(name.startswith("word/media/") for name in found)


def test_a_native_chart_keeps_its_alternative_text_and_the_file_is_valid(tmp_path: Path) -> None:
    """By the validator of the format; two writings are equal byte for byte."""
    found = parts(chart("columns", lines=BASELINE))
    assert read_word(found["all"]).alts == ("Partners rose.",)
    (tmp_path / "chart.docx").write_bytes(found["all"])
    assert OpenXmlValidator().validate(tmp_path / "chart.docx").errors == []
    assert parts(chart("columns", lines=BASELINE))["all"] == found["all"]
