"""How Word treats the file, and what it knows of it as a whole."""

from builder.document import blocks as b
from builder.writers.word.markup import DECLARATION, escaped, part, quoted, w
from builder.writers.word.origins import whole_fingerprint

_SPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Marks properties that users define ([MS-OSHARED] 2.3.3.2.3)."""
_FIRST = 2
"""Number of the first of them; lower ones are not theirs."""
_WORD = "http://schemas.microsoft.com/office/word"
_CURRENT = 15
"""The layout rules of Word 2013 and later."""


def settings() -> bytes:
    """The settings part. Fields keep their stored results until somebody asks for new ones, so that Word opens the file without a question."""
    return part(
        "settings",
        w("zoom", percent=100),
        w("autoHyphenation", val=1),
        w("consecutiveHyphenLimit", val=2),
        w("doNotHyphenateCaps", val=1),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", w("compatSetting", name="compatibilityMode", uri=_WORD, val=_CURRENT)),
    )


def core_properties(document: b.Document) -> bytes:
    """Title, subject, author, language and day; the time is that of the document, never that of the build."""
    said = {"title": document.title, "subject": document.subject, "creator": document.author, "language": document.language}
    names = "".join(f"<dc:{name}>{escaped(value)}</dc:{name}>" for name, value in said.items())
    day = f"{escaped(document.date)}T00:00:00Z"
    times = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>' for name in ("created", "modified"))
    return f"{DECLARATION}<cp:coreProperties {_SPACES}>{names}{times}</cp:coreProperties>".encode()


def extended_properties(document: b.Document) -> bytes:
    """The applicant as the company that the file belongs to."""
    return f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><Company>{escaped(document.author)}</Company></Properties>'.encode()


def custom_properties(document: b.Document) -> bytes:
    """Which dossier this is, the fingerprint of its words, and the commit of its evidence where one is known."""
    name = ".".join(filter(None, (document.award, document.id, document.language)))
    said = {"Dossier": name, "Fingerprint": whole_fingerprint(document), "Source commit": document.commit}
    known = ((key, value) for key, value in said.items() if value)
    properties = "".join(
        f'<property fmtid="{_SET}" pid="{number}" name="{quoted(key)}"><vt:lpwstr>{escaped(value)}</vt:lpwstr></property>'
        for number, (key, value) in enumerate(known, _FIRST)
    )
    return f'{DECLARATION}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{properties}</Properties>'.encode()
