"""What the finished PDF says of itself: that it is PDF/A-3a, for archives, and PDF/UA-1, for every reader, and how its pages are numbered.

WeasyPrint declares one of the two. The tags are the same for both; the second claim needs a property in the metadata, and, because PDF/A allows only
properties it knows, the description of that property (ISO 19005-3, 6.6.2.3.3; ISO 14289-1, 5).
"""

from typing import Any

import pydyf

_CLAIM = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas>\
</rdf:Description>"""
_END = b"</rdf:RDF>"


def claim_accessibility(pdf: Any) -> None:  # noqa: ANN401 - a `pydyf.PDF`, whose objects have no types
    """Add the claim of PDF/UA-1 to the metadata of a PDF that is being written as PDF/A-3a."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    assert isinstance(metadata, pydyf.Stream)  # noqa: S101 - WeasyPrint writes one for every variant
    before, end, after = b"\n".join(metadata.stream).rpartition(_END)
    metadata.stream[:] = [before + _CLAIM + end + after]


def label_pages(pdf: Any) -> None:  # noqa: ANN401
    """Number the pages as their feet do, from 1 on, for readers that show labels (ISO 32000-1, 12.4.2)."""
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})
