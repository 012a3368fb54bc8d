"""The city's own Word document as reference: the Word file has its styles, and ours where it has none."""

import re
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from builder.cli import main
from builder.inspection.word import read_word
from builder.reading.workspace import read_workspace
from tests.small_workspace import FILES, small_workspace

GREEN, BLUE = RGBColor(0, 102, 51), RGBColor(0, 68, 136)
CITY = {
    "Normal": ("Verdana", 10.5, RGBColor(34, 34, 34)),
    "Title": ("Rockwell", 33, BLUE),
    "Heading 1": ("Rockwell", 25, GREEN),
    "Heading 2": ("Rockwell", 17, GREEN),
    "Heading 3": ("Rockwell", 13, BLUE),
}
"""Font, size in points and colour of the city's styles."""
LOOK = "theme: {name: civic, reference: "
WHERE = f"  --> dossier.yaml:{FILES['dossier.yaml'].count(chr(10)) + 1}:{len(LOOK) + 1}\n"
"""Where dossier.yaml names the reference document."""


def letter() -> Document:
    """A letter of the city: the stock document of python-docx with other fonts, sizes and colours."""
    made = docx.Document()
    for name, (font, size, colour) in CITY.items():
        style = paragraph_style(made, name)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), colour
    return made


def paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A Word file with one of its parts changed."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            part = old.read(member)
            after = change(part.decode()).encode() if member == name else part
            assert (after != part) == (member == name)
            new.writestr(member, after)
    return made.getvalue()


def workspace(folder: Path, reference: bytes, theme: str = "civic") -> Path:
    """The small workspace with a reference document."""
    look = f"{LOOK.replace('civic', theme)}city.docx}}\n"
    small_workspace(folder, **{"dossier.yaml": FILES["dossier.yaml"].replace("[en, sv]", "[en]") + look})
    (folder / "templates" / "style").mkdir(parents=True)
    (folder / "templates" / "style" / "city.docx").write_bytes(reference)
    return folder


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def built(folder: Path) -> bytes:
    """The Word file of the application."""
    result = run("build", folder, "--format", "docx")
    assert result.exit_code == 0, result.output
    return (folder / "output" / "application.en.docx").read_bytes()


def looks(data: bytes, name: str) -> tuple[str | None, float | None, RGBColor | None]:
    """Font, size and colour that a style of a Word file states."""
    font = paragraph_style(docx.Document(BytesIO(data)), name).font
    return font.name, font.size.pt if font.size else None, font.color.rgb


def faults(data: bytes, folder: Path) -> list[str]:
    """What the validator has to say, and each style that another refers to and that is not there."""
    (folder / "finished.docx").write_bytes(data)
    root = docx.Document(BytesIO(data)).styles.element
    known = {style.get(qn("w:styleId")) for style in root.iter(qn("w:style"))}
    referred = {made.get(qn("w:val")) for tag in ("basedOn", "next", "link") for made in root.iter(qn(f"w:{tag}"))}
    assert len(referred) > 5
    return [*map(str, OpenXmlValidator().validate(str(folder / "finished.docx")).errors), *sorted(map(str, referred - known))]


@pytest.mark.parametrize("theme", ["civic", "clear", "plain"])
def test_the_word_file_has_the_styles_of_the_reference_document(tmp_path: Path, theme: str) -> None:
    """Headings, title and running text look as in the city's letter, in a valid file that says what the PDF says."""
    folder = workspace(tmp_path / "city", saved(letter()), theme)
    assert run("build", folder).exit_code == 0
    data = (folder / "output" / "application.en.docx").read_bytes()
    white = RGBColor(255, 255, 255)
    on_cover = (*CITY["Title"][:2], white if theme == "civic" else BLUE)
    assert {name: looks(data, name) for name in CITY} == {**CITY, "Title": on_cover}
    used = {paragraph.style.name for paragraph in docx.Document(BytesIO(data)).paragraphs if paragraph.style}
    assert {"Heading 1", "Heading 2", "Body Text"} <= used
    base = paragraph_style(docx.Document(BytesIO(data)), "Body Text").base_style
    assert base is not None
    assert base.name == "Normal"
    assert faults(data, tmp_path) == []
    verified = run("verify", folder)
    assert verified.exit_code == 0, verified.output


def test_styles_that_the_reference_document_lacks_come_from_the_theme(tmp_path: Path) -> None:
    """Cards and tables keep the theme's font and spacing, whatever the city's Normal says."""
    city = letter()
    paragraph_style(city, "Normal").paragraph_format.space_after = Pt(40)
    data = built(workspace(tmp_path, saved(city)))
    assert looks(data, "Table Text")[0] == "Source Sans 3"
    style, after = paragraph_style(docx.Document(BytesIO(data)), "Table Text"), []
    while isinstance(style.base_style, ParagraphStyle):
        after.append(style.paragraph_format.space_after)
        style = style.base_style
    assert style.name == "Theme Text"
    assert set(after) == {None}
    defaults = docx.Document(BytesIO(data)).styles.element.find(qn("w:docDefaults"))
    assert [spacing.get(qn("w:after")) for spacing in defaults.iter(qn("w:spacing"))] == ["0"]


def test_what_the_document_says_for_all_its_styles_holds_for_those_taken_over(tmp_path: Path) -> None:
    """The defaults of the stock document are 10 points after each paragraph; Normal itself says nothing of it."""
    city = letter()
    assert paragraph_style(city, "Normal").paragraph_format.space_after is None
    data = built(workspace(tmp_path, saved(city)))
    assert paragraph_style(docx.Document(BytesIO(data)), "Normal").paragraph_format.space_after == Pt(10)


def test_styles_are_told_by_name_whatever_their_ids(tmp_path: Path) -> None:
    """A Swedish Word calls Heading 1 `Rubrik1` within the file, and other programs write its name with a capital."""
    ids = {"Heading1": "Rubrik1", "Heading2": "Rubrik2", "Heading3": "Rubrik3", "Normal": "Standard1", "Title": "Titel1", "BodyText": "Text7"}

    def swedish(styles: str) -> str:
        for ours, theirs in ids.items():
            styles = re.sub(rf'(w:styleId|<w:(?:basedOn|next|link) w:val)="{ours}"', rf'\1="{theirs}"', styles)
        return styles.replace('<w:name w:val="heading 1"/>', '<w:name w:val="Heading 1"/>')

    plain, renamed = saved(letter()), changed(saved(letter()), "word/styles.xml", swedish)
    data = built(workspace(tmp_path / "renamed", renamed))
    assert data == built(workspace(tmp_path / "plain", plain))
    assert faults(data, tmp_path) == []


def test_what_a_style_rests_on_comes_along(tmp_path: Path) -> None:
    """Heading 1 is based on a style of the city's own, which bears the name of one of ours that is of another kind."""
    city = letter()
    base = city.styles.add_style("Label", WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(base, ParagraphStyle)
    base.font.small_caps = True
    paragraph_style(city, "Heading 1").base_style = base
    data = built(workspace(tmp_path, saved(city)))
    found = paragraph_style(docx.Document(BytesIO(data)), "Heading 1").base_style
    assert isinstance(found, ParagraphStyle)
    assert found.font.small_caps
    names = [style.name for style in docx.Document(BytesIO(data)).styles]
    assert len(names) == len(set(names))
    assert faults(data, tmp_path) == []


def test_the_page_stays_the_theme_s(tmp_path: Path) -> None:
    """Where words begin, margins, levels, numbers and language are ours: the label of a question stands in the rail, no number is counted twice."""
    city = letter()
    heading = paragraph_style(city, "Heading 2")
    heading.paragraph_format.left_indent, heading.paragraph_format.page_break_before, heading.font.hidden = Pt(100), True, True
    numbered = OxmlElement("w:numPr")
    numbered.append(OxmlElement("w:numId", {qn("w:val"): "7"}))
    heading.element.get_or_add_pPr()._insert_numPr(numbered)
    language = OxmlElement("w:lang", {qn("w:val"): "fi-FI"})
    paragraph_style(city, "Normal").element.get_or_add_rPr().append(language)
    city.sections[0].left_margin = Pt(200)
    data = built(workspace(tmp_path / "city", saved(city)))
    made, plain = docx.Document(BytesIO(data)), docx.Document(BytesIO(built(small_workspace(tmp_path / "none"))))
    ours = paragraph_style(made, "Heading 2").paragraph_format
    assert ours.left_indent == paragraph_style(plain, "Heading 2").paragraph_format.left_indent
    assert (ours.page_break_before, paragraph_style(made, "Heading 2").font.hidden) == (None, None)
    assert made.sections[0].left_margin == plain.sections[0].left_margin
    assert not list(made.styles.element.iter(qn("w:numPr")))
    assert read_word(data).language == "en-GB"
    assert b"fi-FI" not in zipfile.ZipFile(BytesIO(data)).read("word/styles.xml")
    assert [heading.level for heading in read_word(data).headings] == [heading.level for heading in read_word(built(tmp_path / "none")).headings]


def test_what_is_no_heading_stays_none_whatever_it_is_based_on(tmp_path: Path) -> None:
    """A city may have based its title and its text on Heading 1, which has a level."""
    city = letter()
    for name in ("Title", "Body Text", "Caption"):
        paragraph_style(city, name).base_style = paragraph_style(city, "Heading 1")
    with_city = read_word(built(workspace(tmp_path / "city", saved(city)))).headings
    without = read_word(built(small_workspace(tmp_path / "none"))).headings
    assert [(heading.level, heading.text) for heading in with_city] == [(heading.level, heading.text) for heading in without]
    assert len(without) > 3


def test_colours_and_fonts_of_the_document_come_along(tmp_path: Path) -> None:
    """A style may name a colour of the document's palette, which must then be there, and a font that its table describes."""
    fonts = '<w:font w:name="Verdana"><w:altName w:val="DejaVu Sans"/><w:embedRegular r:id="rId1"/></w:font></w:fonts>'
    reference = changed(saved(letter()), "word/theme/theme1.xml", lambda part: part.replace("4F81BD", "123456"))
    reference = changed(reference, "word/fontTable.xml", lambda part: part.replace("</w:fonts>", fonts))
    data = built(workspace(tmp_path, reference))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert b'<a:accent1><a:srgbClr val="123456"/></a:accent1>' in archive.read("word/theme/theme1.xml")
        table = archive.read("word/fontTable.xml").decode()
    assert '<w:font w:name="Verdana"><w:altName w:val="DejaVu Sans"/></w:font>' in table
    assert '"Source Sans 3"' in table
    assert faults(data, tmp_path) == []


def test_a_word_file_of_ours_can_be_the_reference(tmp_path: Path) -> None:
    """Whoever changes a style in a finished file and names that file gets the next one so; all else looks as before."""
    first = built(small_workspace(tmp_path / "first"))
    second = built(workspace(tmp_path / "second", changed(first, "word/styles.xml", lambda part: part.replace("9E3318", "005500"))))
    third = built(workspace(tmp_path / "third", second))
    names = [style.name for style in docx.Document(BytesIO(first)).styles if isinstance(style, ParagraphStyle)]
    assert len(names) > 30
    assert {name: looks(second, name)[:2] for name in names} == {name: looks(third, name)[:2] for name in names}
    assert looks(first, "Table Group")[2] == RGBColor(0x9E, 0x33, 0x18)
    assert looks(third, "Table Group")[2] == RGBColor(0, 0x55, 0)
    assert sorted(style.name or "" for style in docx.Document(BytesIO(third)).styles) == sorted([*stock_names(first), "Theme Text"])


def stock_names(data: bytes) -> list[str]:
    return [style.name or "" for style in docx.Document(BytesIO(data)).styles]


def test_a_changed_reference_document_makes_the_word_file_anew_and_no_pdf(tmp_path: Path) -> None:
    """Its content is part of what a Word file depends on; the PDF does not follow it."""
    folder = workspace(tmp_path, saved(letter()))
    assert run("build", folder).exit_code == 0
    before = {file.name: sha256(file.read_bytes()).hexdigest() for file in (folder / "output").iterdir() if file.is_file()}
    city = letter()
    paragraph_style(city, "Heading 1").font.size = Pt(31)
    (folder / "templates" / "style" / "city.docx").write_bytes(saved(city))
    assert run("build", folder).exit_code == 0
    after = {file.name: sha256(file.read_bytes()).hexdigest() for file in (folder / "output").iterdir() if file.is_file()}
    assert before.keys() == after.keys()
    assert {Path(name).suffix for name in before if before[name] != after[name]} == {".docx"}
    assert {Path(name).suffix for name in before} >= {".docx", ".pdf"}
    assert looks((folder / "output" / "application.en.docx").read_bytes(), "Heading 1")[1] == 31


def test_missing_styles_are_named_where_the_document_is_named(tmp_path: Path) -> None:
    """All of them at once, with line and column of the name in dossier.yaml and the way out."""
    city = letter()
    for name in ("Title", "Heading 3"):
        element = paragraph_style(city, name).element
        element.getparent().remove(element)
    result = run("check", workspace(tmp_path, saved(city)))
    assert result.exit_code == 1
    assert f"error[E222]: templates/style/city.docx lacks the styles `Title`, `Heading 3`\n{WHERE}" in result.output
    assert "apply each of them once" in result.output


def bomb(data: bytes) -> bytes:
    return changed(data, "word/styles.xml", lambda part: part.replace("</w:styles>", " " * 30_000_000 + "</w:styles>"))


def encrypted(data: bytes) -> bytes:
    """The same members, each said to be encrypted."""
    made = bytearray(data)
    for start in (found.start() for found in re.finditer(b"PK\x01\x02", data)):
        made[start + 8] |= 1
    return bytes(made)


def typed(kind: str) -> Callable[[bytes], bytes]:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return lambda data: changed(data, "[Content_Types].xml", lambda part: part.replace(main, kind))


def nameless(data: bytes) -> bytes:
    return changed(data, "word/styles.xml", lambda part: re.sub(r' w:styleId="[^"]*"', "", part))


HARMFUL: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a text": (lambda _: b"Dear Sir or Madam", "it is damaged"),
    "nothing": (lambda _: b"", "it is damaged"),
    "half a file": (lambda data: data[: len(data) // 2], "it is damaged"),
    "a zip bomb": (bomb, "more than 20 MB"),
    "encrypted": (encrypted, "it is encrypted"),
    "with macros": (typed("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros, .docm"),
    "a template": (typed("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), "a template, .dotx"),
    "a spreadsheet": (typed("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "no Word document"),
    "with entities": (
        lambda data: changed(data, "word/styles.xml", lambda part: part.replace("<w:styles", '<!DOCTYPE a [<!ENTITY b "c">]><w:styles', 1)),
        "document type",
    ),
    "broken XML": (lambda data: changed(data, "word/styles.xml", lambda part: part[:-20]), "it is damaged"),
    "Strict Open XML": (
        lambda data: changed(data, "word/styles.xml", lambda xml: xml.replace("schemas.openxmlformats.org/wordprocessingml", "purl.oclc.org/ooxml")),
        "Strict Open XML",
    ),
    "without styles": (lambda data: changed(data, "word/_rels/document.xml.rels", lambda part: part.replace("/styles", "/unknown")), "no styles"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_document_that_cannot_be_used_is_a_finding(tmp_path: Path, name: str) -> None:
    """At the place where it is named, with what is wrong and what to do."""
    harm, words = HARMFUL[name]
    result = run("check", workspace(tmp_path, harm(saved(letter()))))
    assert result.exit_code == 1
    assert re.search(rf"error\[E129\]: .*{re.escape(words)}.*\n{WHERE}", result.output), result.output


@pytest.mark.parametrize(("named", "code"), [("../../../city.docx", "E123"), ("none.docx", "E125"), ("fonts", "E125"), ("../city.docx", "E123")])
def test_a_document_that_lies_elsewhere_is_a_finding(tmp_path: Path, named: str, code: str) -> None:
    """Paths start from templates/style/ and stay there."""
    folder = workspace(tmp_path / "city", saved(letter()))
    for place in (tmp_path, folder / "templates"):
        (place / "city.docx").write_bytes(saved(letter()))
    (folder / "templates" / "style" / "fonts").mkdir()
    file = folder / "dossier.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("reference: city.docx", f"reference: {named}"), encoding="utf-8")
    result = run("check", folder)
    assert result.exit_code == 1
    assert re.search(rf"error\[{code}\]: .*templates/style/.*\n{WHERE}", result.output), result.output


def test_styles_that_cannot_be_told_apart_are_missing(tmp_path: Path) -> None:
    """A style without an id is none."""
    result = run("check", workspace(tmp_path, nameless(saved(letter()))))
    assert result.exit_code == 1
    assert "lacks the styles `Normal`, `Title`, `Heading 1`, `Heading 2`, `Heading 3`" in result.output


def test_styles_that_rest_on_one_another_in_a_circle_do_no_harm(tmp_path: Path) -> None:
    """The circle is cut."""
    city = letter()
    paragraph_style(city, "Normal").base_style = paragraph_style(city, "Heading 1")
    data = built(workspace(tmp_path, saved(city)))
    assert paragraph_style(docx.Document(BytesIO(data)), "Normal").base_style is None
    assert faults(data, tmp_path) == []


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_anywhere_is_a_finding_or_does_no_harm(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Some bytes of a sound document are replaced: reading ends with a workspace or with findings."""
    sound = saved(letter())
    start = data.draw(st.integers(0, len(sound) - 1))
    damage = data.draw(st.binary(min_size=1, max_size=40))
    folder = workspace(tmp_path_factory.mktemp("damaged"), sound[:start] + damage + sound[start + len(damage) :])
    reading = read_workspace(folder)
    assert (reading.workspace is None) == bool({finding.code for finding in reading.findings} & {"E129", "E222"})
