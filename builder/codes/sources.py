"""C3: whether a reader can look up what proves the dossier, and whether it may be shown."""

from builder.codes.code import Code

_EXPO = "# evidence/experimenting/expo.yaml\n"
_ANSWER = "# evidence/experimenting/response.yaml\nanswers:\n  test-bed: "


def _source(fields: str) -> str:
    return f"{_EXPO}sources:\n  report: {{title: Report, {fields}}}\n"


SOURCES = {
    "C301": Code(
        "A source that nobody can look up",
        "A title alone leads nowhere. A source has an address, a local copy, or at least a publisher who can be asked.",
        _source("type: report"),
        _source('type: report, publisher: The city, url: "https://example.org/report"'),
    ),
    "C302": Code(
        "A source that has expired",
        "What was valid until a day that has passed no longer proves that something is so today.",
        _source("publisher: The city, valid_until: 2020"),
        _source("publisher: The city, valid_until: 2090"),
    ),
    "C303": Code(
        "A source from the future",
        "It was published or looked at after today, so one of its dates is wrong. “Today” is `as_of` of dossier.yaml.",
        _source("publisher: The city, accessed: 2090-01-01"),
        _source("publisher: The city, accessed: 2024-01-01"),
    ),
    "C304": Code(
        "A local copy that has changed",
        "The checksum was taken from another file. Either the copy was replaced or it is damaged; until that is known it proves nothing.",
    ),
    "C305": Code(
        "A link that nobody can follow",
        "Links lead to the web, to a mail address or to a telephone. A path on somebody's machine or a script does not work for a reader, and may be"
        " dangerous.",
        _ANSWER + "The streets were the test bed, as [the plan](file:///c:/plan.pdf) says. [@expo]\n",
        _ANSWER + "The streets were the test bed, as [the plan](https://example.org/plan) says. [@expo]\n",
    ),
    "C306": Code(
        "An address without encryption",
        "Readers' programs warn of addresses that begin with http://, and most sites answer to https:// as well.",
        _source('publisher: The city, url: "http://example.org/report"'),
        _source('publisher: The city, url: "https://example.org/report"'),
    ),
    "C311": Code(
        "A quotation without consent",
        "Somebody's words are printed only when they agreed to it, and a dossier says on which day they did.",
        _EXPO + "quotes:\n  - {text: We learned a lot., speaker: A resident}\n",
        _EXPO + "quotes:\n  - {text: We learned a lot., speaker: A resident, consent: 2024-03-01}\n",
    ),
    "C312": Code(
        "Proof that may not be shown",
        "A citation of a confidential claim or source points at something that no reader will find, and a public claim that only confidential sources"
        " prove looks unproven.",
        _EXPO + "claims:\n  plan: {text: There is a plan., confidential: true, sources: [report]}\n"
        + _ANSWER + "The streets of the city were the test bed. [@expo#plan]\n",
        _EXPO + "claims:\n  plan: {text: There is a plan., sources: [report]}\n"
        + _ANSWER + "The streets of the city were the test bed. [@expo#plan]\n",
    ),
    "C321": Code("A picture without its maker or licence", "A city that prints a picture without the right to it may have to withdraw the document."),
    "C322": Code(
        "A picture too coarse for print",
        "Below 150 dots per inch, print shows the pixels. Counted is the size at which the picture stands in the PDF.",
    ),
}  # fmt: skip
