"""The package of a Word file: its parts, what they refer to, and the same bytes for the same content."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.spec import default_content_types
from docx.package import Package as DocxPackage

from builder.writers.word.markup import DECLARATION

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip archive can hold."""
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_PARTS = {
    "styles": (CT.WML_STYLES, RT.STYLES),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
    "theme/theme1": (CT.OFC_THEME, RT.THEME),
    "fontTable": (CT.WML_FONT_TABLE, RT.FONT_TABLE),
    "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES),
}
_PROPERTIES = {
    "core": (CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES),
    "app": (CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES),
    "custom": (CT.OFC_CUSTOM_PROPERTIES, RT.CUSTOM_PROPERTIES),
}


class Story:
    """What a part with running text refers to, collected while the text is written."""

    def __init__(self) -> None:
        self.links: dict[str, str] = {}
        """Relationships by the address they lead to."""
        self.pictures: dict[bytes, str] = {}
        """Relationships by the picture they lead to."""
        self.charts: list[tuple[bytes, bytes]] = []
        """Charts, each with its workbook, in order."""
        self.feet: list[bytes] = []
        """Feet of the sections, in order."""

    def link(self, url: str) -> str:
        """The relationship that leads to an address outside the file."""
        return self.links.setdefault(url, f"link{len(self.links) + 1}")

    def picture(self, image: bytes) -> str:
        """The relationship that leads to a picture; the same picture is kept once."""
        return self.pictures.setdefault(image, f"picture{len(self.pictures) + 1}")

    def chart(self, chart: bytes, workbook: bytes) -> str:
        """The relationship that leads to a chart."""
        self.charts.append((chart, workbook))
        return f"chart{len(self.charts)}"

    def foot(self, foot: bytes) -> str:
        """The relationship that leads to the foot of a section."""
        self.feet.append(foot)
        return f"foot{len(self.feet)}"


class Package:
    """A Word file without any stock content."""

    def __init__(self) -> None:
        self.body = Story()
        """The text itself."""
        self.footnotes = Story()
        """The notes at the foot of the pages."""

    def save(self, document: bytes, parts: Mapping[str, bytes], properties: Mapping[str, bytes], data: tuple[bytes, bytes]) -> bytes:
        """The file, from the body, the other parts by name, and a part of data with its properties. Equal content gives equal bytes.

        Raises docx.image.exceptions.UnrecognizedImageError where a picture is of a format that Word does not show.
        """
        package = DocxPackage()
        body = _part("word/document", CT.WML_DOCUMENT_MAIN, document, package)
        package.relate_to(body, RT.OFFICE_DOCUMENT)
        for name, content in parts.items():
            content_type, kind = _PARTS[name]
            made = _part(f"word/{name}", content_type, content, package)
            body.relate_to(made, kind)
            if name == "footnotes":
                _relate(made, self.footnotes, package)
        _relate(body, self.body, package)
        item = _part("customXml/item1", CT.XML, data[0], package)
        item.relate_to(_part("customXml/itemProps1", CT.OFC_CUSTOM_XML_PROPERTIES, data[1], package), RT.CUSTOM_XML_PROPS)
        body.relate_to(item, RT.CUSTOM_XML)
        for name, content in properties.items():
            content_type, kind = _PROPERTIES[name]
            package.relate_to(_part(f"docProps/{name}", content_type, content, package), kind)
        return _sealed(package)


def _part(name: str, content_type: str, content: bytes, package: DocxPackage) -> Part:
    return Part(PackURI(f"/{name}.xml"), content_type, content, package)


def _relate(made: Part, story: Story, package: DocxPackage) -> None:
    """Give a part the relationships that its text refers to, under the names it uses."""
    for url, name in story.links.items():
        made.load_rel(RT.HYPERLINK, url, name, is_external=True)
    for image, name in story.pictures.items():
        made.load_rel(RT.IMAGE, package.get_or_add_image_part(BytesIO(image)), name)
    for number, (chart, workbook) in enumerate(story.charts, 1):
        drawn = _part(f"word/charts/chart{number}", CT.DML_CHART, chart, package)
        drawn.load_rel(RT.PACKAGE, Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), CT.SML_SHEET, workbook, package), "data")
        made.load_rel(RT.CHART, drawn, f"chart{number}")
    for number, foot in enumerate(story.feet, 1):
        made.load_rel(RT.FOOTER, _part(f"word/footer{number}", CT.WML_FOOTER, foot, package), f"foot{number}")


def _sealed(package: DocxPackage) -> bytes:
    """The archive with its members in a fixed order, at a fixed time. python-docx would date them, and compressing them twice takes long."""
    members = {"[Content_Types].xml": _content_types(package), "_rels/.rels": package.rels.xml}
    for part in package.parts:
        members[part.partname.membername] = part.blob
        if len(part.rels):
            members[part.partname.rels_uri.membername] = part.rels.xml
    sealed = BytesIO()
    with ZipFile(sealed, "w") as made:
        for name in sorted(members, key=lambda name: (name not in _FIRST, name)):
            member = ZipInfo(name, _EPOCH)
            member.compress_type = ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            made.writestr(member, members[name])
    return sealed.getvalue()


def _content_types(package: DocxPackage) -> bytes:
    """What each part is, by the end of its name where that says enough (ECMA-376-2, 10.1.2)."""
    usual = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    usual |= {part.partname.ext: part.content_type for part in package.parts if (part.partname.ext, part.content_type) in default_content_types}
    said = [f'<Default Extension="{extension}" ContentType="{usual[extension]}"/>' for extension in sorted(usual)]
    others = sorted((part.partname, part.content_type) for part in package.parts if usual.get(part.partname.ext) != part.content_type)
    said += [f'<Override PartName="{name}" ContentType="{content_type}"/>' for name, content_type in others]
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{"".join(said)}</Types>'.encode()
