"""`dossier inspect` measures finished files, whoever made them."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pikepdf
import pypandoc
import pytest
from click.testing import CliRunner
from docx.shared import Mm, Pt
from fpdf import FPDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from weasyprint import HTML

from builder.checks.finished import Finished, check_finished
from builder.cli import main
from builder.findings import DossierError, Severity
from builder.inspection.measure import measure, rendered
from builder.inspection.measured import Measured
from builder.reading.award import AwardProfile
from builder.writers.pdf import write_pdf
from tests.sample_document import draw_media, every_block
from tests.test_pdf import THEME

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing")
FONT = Path(__file__).parent.parent / "templates" / "style" / "fonts"


def near(found: float, wanted: float, within: float) -> bool:
    return abs(found - wanted) <= within


def codes(measured: Measured, layout: str = "{}", confidence: str = "official") -> list[tuple[str, str]]:
    """Codes and severities of what an award with this layout would say."""
    profile = AwardProfile.model_validate(
        {
            "id": "prize",
            "award": "Prize",
            "edition": "1",
            "criteria": ({"id": "one", "title": "One"},),
            "documents": ({"id": "application", "template": "x", "layout": json.loads(layout)},),
            "facts": {"documents.application": {"source": "The rules", "confidence": confidence}},
        }
    )
    return [(f.code, str(f.severity)) for f in check_finished(Finished(measured, profile, profile.documents[0]))]


def weasyprint(body: str, page: str = "size: A4; margin: 20mm", style: str = "") -> bytes:
    css = f"@page {{ {page} }} * {{ margin: 0; padding: 0 }} {style}"
    html = f"<html lang=en><head><title>T</title><style>{css}</style></head><body>{body}</body></html>"
    data: bytes = HTML(string=html).write_pdf(pdf_tags=True)
    return data


# ---------- known sizes, several engines ----------


def test_sizes_and_margins_of_a_pdf_by_weasyprint() -> None:
    """Glyphs of 11 pt are 11.0 although pixels are written; a block at a known place stands there."""
    data = weasyprint("<p>HHHH</p><p style='position: absolute; right: 0; bottom: 0; line-height: 1'>HHHH</p>", style="p { font: 11pt sans-serif }")
    sheet = measure("a.pdf", data).sheets[0]
    assert {each.points for each in measure("a.pdf", data).sizes} == {11.0}
    assert sheet.text is not None
    assert near(sheet.text.left, 20, 0.5)
    assert near(sheet.text.right, 20, 0.5)
    assert near(sheet.width, 595.28, 0.1)


@pytest.mark.parametrize(("points", "left", "top"), [(9.0, 12.5, 14.0), (11.0, 20.0, 30.0), (14.5, 25.0, 50.0)])
def test_sizes_and_places_of_a_pdf_by_fpdf(points: float, left: float, top: float) -> None:
    """An engine that has nothing in common with ours; the letter H stands on its baseline and reaches its capital height."""
    pdf = FPDF(format="A4", unit="mm")
    pdf.add_page()
    pdf.add_font("Source", fname=str(next(FONT.glob("SourceSans3-Regular.*"))))
    pdf.set_font("Source", size=points)
    pdf.text(left, top, "HHH")
    measured = measure("b.pdf", bytes(pdf.output()))
    sheet = measured.sheets[0]
    assert measured.size_of("body") == points
    assert sheet.text is not None
    capital = 0.66 * points * 25.4 / 72  # the height of H in Source Sans: 660 of 1,000 units
    assert near(sheet.text.left, left + 0.09 * points * 25.4 / 72, 0.5)  # H begins some 90 units after its origin
    assert near(sheet.text.top, top - capital, 0.5)
    assert near(sheet.text.bottom, 297 - top, 0.5)


def office_file(points: float, side: float) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(side)
    document.styles["Normal"].font.size = Pt(points)
    document.styles["Normal"].font.name = "Liberation Serif"
    document.add_heading("First", 1)
    for _ in range(30):
        document.add_paragraph(
            "Hundreds of words stand here in one line after another until the paragraph is long enough to reach the right edge. " * 3
        )
    document.core_properties.title = "A title"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@needs_libreoffice
@pytest.mark.parametrize(("points", "side"), [(11.0, 20.0), (10.5, 15.0)])
def test_a_word_file_and_its_pages_by_libreoffice(points: float, side: float) -> None:
    """The Word file says its sizes and margins; laid out by LibreOffice they are measured on the glyphs."""
    data = office_file(points, side)
    written = measure("c.docx", data)
    assert written.size_of("body") == points
    assert written.pages is None or written.pages == 1  # what python-docx's template says
    assert written.sheets[0].text is not None
    assert near(written.sheets[0].text.left, side, 0.05)
    laid_out = rendered(written, data)
    assert laid_out.pages is not None
    assert laid_out.pages > 1
    middle = laid_out.sheets[1].text
    assert middle is not None
    assert near(middle.left, side, 0.5)
    assert near(middle.top, side, 2.0)  # the first line's letters stand below the ascent of their line
    assert middle.right >= side - 0.5


@needs_libreoffice
def test_a_pdf_that_libreoffice_exports(tmp_path: Path) -> None:
    """As an office would make it: sizes within 0.1 pt, the left edge within 0.5 mm."""
    (tmp_path / "office.docx").write_bytes(office_file(12.0, 25.0))
    profile = f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "office.docx")]
    subprocess.run(command, check=True, capture_output=True)
    measured = measure("office.pdf", (tmp_path / "office.pdf").read_bytes())
    size = measured.size_of("body")
    assert size is not None
    assert near(size, 12.0, 0.1)
    edges = measured.sheets[1].text
    assert edges is not None
    assert near(edges.left, 25.0, 0.5)


def test_a_pdf_that_pandoc_makes(tmp_path: Path) -> None:
    """Through pandoc's own HTML and style sheet, set to known values."""
    style = tmp_path / "style.css"
    style.write_text("@page { size: A4; margin: 30mm } html { font-size: 12pt } body { margin: 0; padding: 0; max-width: none }", encoding="utf-8")
    options = ["--standalone", f"--css={style}", "--metadata=title:T"]
    html = pypandoc.convert_text("# Heading\n\nHHHH of a text.\n", "html", format="md", extra_args=options)
    data = HTML(string=html, base_url=str(tmp_path)).write_pdf(stylesheets=[str(style)])
    measured = measure("pandoc.pdf", data)
    assert measured.size_of("body") == 12.0
    edges = measured.sheets[0].text
    assert edges is not None
    assert near(edges.left, 30, 0.5)


# ---------- pages that are turned, cut, scaled, white ----------


def changed(data: bytes, **keys: object) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name, value in keys.items():
            pdf.pages[0][f"/{name}"] = value
        pdf.save(buffer)
    return buffer.getvalue()


def test_a_turned_page_is_measured_as_it_is_seen() -> None:
    """After a quarter turn clockwise, what stood at the left stands at the top."""
    data = weasyprint("<p style='font: 11pt sans-serif'>HHHH</p>", page="size: A4; margin: 40mm 10mm 0 20mm")
    upright, turned = measure("a.pdf", data).sheets[0], measure("a.pdf", changed(data, Rotate=90)).sheets[0]
    assert upright.text is not None
    assert turned.text is not None
    assert (round(turned.width), round(turned.height)) == (842, 595)
    assert near(turned.text.top, upright.text.left, 0.01)
    assert near(turned.text.right, upright.text.top, 0.01)


def test_a_cut_page_is_measured_from_where_it_is_cut() -> None:
    """A crop box of 10 mm all around takes 10 mm off every distance."""
    data = weasyprint("<p style='font: 11pt sans-serif'>HHHH</p>")
    ten = 10 * 72 / 25.4
    cut = changed(data, CropBox=pikepdf.Array([ten, ten, 595.28 - ten, 841.89 - ten]))
    whole, small = measure("a.pdf", data).sheets[0], measure("a.pdf", cut).sheets[0]
    assert whole.text is not None
    assert small.text is not None
    assert near(small.text.left, whole.text.left - 10, 0.05)
    assert near(small.text.top, whole.text.top - 10, 0.05)


def test_a_form_that_is_scaled_has_glyphs_of_the_size_that_is_seen() -> None:
    """A page put into another at half its size: 11 pt become 5.5."""
    source = pikepdf.open(io.BytesIO(weasyprint("<p style='font: 11pt sans-serif'>HHHH</p>")))
    target = pikepdf.new()
    target.add_blank_page(page_size=(595, 842))
    target.pages[0].add_overlay(source.pages[0], pikepdf.Rectangle(0, 421, 297.5, 842))
    buffer = io.BytesIO()
    target.save(buffer)
    size = measure("a.pdf", buffer.getvalue()).size_of("body")
    assert size is not None
    assert near(size, 5.5, 0.1)


def test_invisible_text_is_not_measured() -> None:
    """A layer of recognised text over a scan has no size that anybody sees."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F 6 Tf 3 Tr 2 2 Td (hidden) Tj ET BT /F 12 Tf 0 Tr 100 400 Td (seen) Tj ET")
    buffer = io.BytesIO()
    pdf.save(buffer)
    measured = measure("a.pdf", buffer.getvalue())
    assert [(each.points, each.characters) for each in measured.sizes] == [(12.0, 4)]
    assert [(face.name, face.embedded) for face in measured.faces] == [("Helvetica", False)]


# ---------- rules ----------


def test_each_rule_of_the_layout_is_held_against_the_file() -> None:
    """The page is A5, the text 9 pt, 10 mm from the edge: official rules are errors, others warnings."""
    data = weasyprint("<p>One two three four five six</p>", page="size: A5; margin: 10mm", style="p { font: 9pt sans-serif }")
    asked = '{"page": "A4", "margin_mm": {"min": 15}, "body_pt": {"min": 11}, "small_pt": {"min": 10}, "file_mb": {"max": 0}}'
    measured = measure("a.pdf", data)
    assert codes(measured, asked) == [(code, "error") for code in ("L101", "L102", "L103", "L104", "L106")]
    assert {severity for _, severity in codes(measured, asked, "assumed")} == {"warning"}
    assert codes(measured, '{"page": null, "margin_mm": {"min": 9}, "body_pt": {"min": 9}, "small_pt": {"min": 9}}') == []


def test_what_every_reader_expects_is_said_without_an_award() -> None:
    """No tags, no language, no title, a placeholder, an empty page, a link to somebody's machine, a font that is not carried."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    pdf.write(8, "TODO write this", link="file:///c:/plan.docx")
    pdf.add_page()
    found = check_finished(Finished(measure("a.pdf", bytes(pdf.output()))))
    assert [f.code for f in found] == ["L105", "L110", "L111", "L112", "L113", "L114", "L116"]
    place = next(f for f in found if f.code == "L113")
    assert (str(place.location), place.location.excerpt) == ("a.pdf, page 1", "TODO write this")
    assert re.search(r"at 1\d mm from the left and 1\d mm from the top", place.message)


def test_our_own_files_have_nothing_said_against_them(tmp_path: Path) -> None:
    """The document that uses every block, as PDF."""
    draw_media(tmp_path)
    measured = measure("ours.pdf", write_pdf(every_block("sv"), THEME, tmp_path).data)
    assert check_finished(Finished(measured, language="sv")) == ()
    assert [f.code for f in check_finished(Finished(measured, language="en"))] == ["L111"]
    assert "PDF/UA-1" in measured.claims
    assert measured.size_of("body") == 11.0


def test_pages_over_the_limit_are_named_by_section() -> None:
    """From one heading of the highest level to the next; cover and contents do not count where the award says so."""
    body = "<p>Cover</p><h1 style='break-before: page'>Contents</h1>" + "".join(
        f"<h1 style='break-before: page'>{name}</h1><p style='break-before: page'>more</p>" for name in ("Experimenting", "Escalating")
    )
    measured = measure("a.pdf", weasyprint(body))
    assert measured.pages == 6
    profile = AwardProfile.model_validate(
        {
            "id": "prize",
            "award": "Prize",
            "edition": "1",
            "criteria": ({"id": "one", "title": "One"},),
            "documents": ({"id": "application", "template": "x", "limits": ({"unit": "pages", "max": 3, "excludes": ("cover", "contents")},)},),
        }
    )
    found = check_finished(Finished(measured, profile, profile.documents[0]))
    assert [f.message for f in found if f.code == "C201"] == ["a.pdf: 4 of 3 pages: Contents 1, Experimenting 2, Escalating 2"]


def test_comments_and_changes_left_in_a_word_file_are_counted() -> None:
    """The jury would read them."""
    document = docx.Document()
    run = document.add_paragraph("A text of some words").runs[0]
    document.add_comment(run, "Is this true?", author="A. Berg")
    document.core_properties.title = "T"
    buffer = io.BytesIO()
    document.save(buffer)
    assert "L115" in [f.code for f in check_finished(Finished(measure("a.docx", buffer.getvalue())))]


# ---------- what is no file, or a hostile one ----------


def refused(name: str, data: bytes) -> str:
    with pytest.raises(DossierError) as caught:
        measure(name, data)
    [finding] = caught.value.findings
    assert (finding.code, finding.severity) == ("L100", Severity.ERROR)
    return finding.message


def zipped(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


LOOP = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer<</Root 1 0 R>>"


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\n", b"PK\x03\x04", LOOP])
def test_what_is_no_pdf_or_word_file_is_refused(data: bytes) -> None:
    """With one finding, never a traceback."""
    assert "cannot be measured" in refused("a", data)


def test_an_encrypted_pdf_is_refused() -> None:
    """Nobody can read what nobody can open."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(weasyprint("<p>x</p>"))) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert "encrypted" in refused("a.pdf", buffer.getvalue())


def test_xml_that_declares_entities_is_refused() -> None:
    """No Word file has a document type; one that does wants to read another file or to grow without end."""
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    assert "document type" in refused("a.docx", zipped(document=bomb))


def test_a_word_file_that_would_unpack_to_gigabytes_is_refused() -> None:
    """A few kilobytes can hold them; the directory of the archive tells."""
    assert "unpacked" in refused("a.docx", zipped(document="<x>" + " " * 210_000_000 + "</x>"))


SMALL = weasyprint("<h1>A</h1><p>Some words</p>")


@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), max_size=40), st.integers(0, len(SMALL)))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_pdf_is_measured_or_refused(changes: list[tuple[int, int]], end: int) -> None:
    """Whatever bytes were changed and wherever the file ends."""
    data = bytearray(SMALL)
    for place, value in changes:
        data[place] = value
    try:
        said: str = measure("a.pdf", bytes(data[: max(end, 8)])).kind
    except DossierError as problem:
        said = problem.findings[0].code
    assert said in {"pdf", "L100"}


# ---------- the command ----------


def test_the_command_shows_what_was_measured_and_what_is_wrong(tmp_path: Path) -> None:
    """For a person; and the same for a program."""
    (tmp_path / "a.pdf").write_bytes(weasyprint("<h1>A</h1><p style='font: 11pt sans-serif'>[insert name here]</p>"))
    result = CliRunner().invoke(main, ["inspect", str(tmp_path / "a.pdf")])
    assert result.exit_code == 0
    assert "210 × 297 mm" in result.output
    assert "warning[L113]: a placeholder is left over" in result.output
    as_json = json.loads(CliRunner().invoke(main, ["inspect", str(tmp_path / "a.pdf"), "--format", "json"]).output)
    assert as_json[0]["measured"]["pages"] == 1
    assert [each["code"] for each in as_json[0]["findings"]] == ["L113"]


def test_the_command_ends_with_1_when_a_file_cannot_be_measured(tmp_path: Path) -> None:
    """And measures the others."""
    (tmp_path / "a.pdf").write_bytes(b"no")
    (tmp_path / "b.pdf").write_bytes(SMALL)
    result = CliRunner().invoke(main, ["inspect", str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf")])
    assert result.exit_code == 1
    assert "error[L100]" in result.output
    assert "b.pdf" in result.output
