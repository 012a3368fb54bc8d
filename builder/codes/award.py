"""C2: whether the dossier keeps the award's rules."""

from builder.codes.code import Code

_DOSSIER = "# dossier.yaml\naward: icapital-2027\ncategory: rising\nlanguages: [en]\n"

AWARD = {
    "C201": Code("A document over its page limit", "Pages beyond the limit are not read, or the application is not admissible."),
    "C202": Code(
        "A text over its limit",
        "Portals cut off what is too long, often in the middle of a sentence. Counted is what is printed of the answer itself, in the language of"
        " submission: its paragraphs, headings, lists and tables, with spaces; not the question, cards and charts.",
    ),
    "C203": Code("Too many or too few figures", "Counted are the charts, tables and pictures of an answer."),
    "C210": Code(
        "A population outside the category",
        "Categories are for cities of a certain size; an application in the wrong one is not admissible.",
        _DOSSIER + "applicant: {name: Sampleville, country: SE, population: {value: 1200000, date: 2025}}\n",
        _DOSSIER + "applicant: {name: Sampleville, country: SE, population: {value: 120000, date: 2025}}\n",
    ),
    "C211": Code(
        "A country that may not apply",
        "Awards are open to certain countries. Which countries are associated to a programme of the European Union changes and is not recorded here.",
        _DOSSIER + "applicant: {name: Sampleville, country: US, population: {value: 120000, date: 2025}}\n",
        _DOSSIER + "applicant: {name: Sampleville, country: SE, population: {value: 120000, date: 2025}}\n",
    ),
    "C212": Code(
        "A language that is not accepted or not recommended",
        "The first of `languages:` is the language of submission. Experts read what they understand best first.",
        _DOSSIER.replace("[en]", "[sv]") + "applicant: {name: Sampleville, country: SE, population: {value: 120000, date: 2025}}\n",
        _DOSSIER + "applicant: {name: Sampleville, country: SE, population: {value: 120000, date: 2025}}\n",
    ),
    "C213": Code("An initiative that began too early", "The award counts only what began after a certain date."),
    "C214": Code("A series that is too short", "The award asks for results of a number of years, so that a trend can be seen."),
    "C215": Code("An indicator without comparison", "The award asks what others reach, so that a result can be judged."),
    "C216": Code(
        "A required attachment is missing",
        "Without it the application is not admissible. Name the file under `attachments:` in dossier.yaml, by the id of the award's requirement.",
        "# dossier.yaml\nattachments: {}\n",
        "# dossier.yaml\nattachments: {endorsement: {file: experimenting/expo.yaml, signatory: A. Berg (mayor)}}\n"
        "# evidence/experimenting/expo.yaml\n",
    ),
    "C217": Code(
        "An attachment that is not signed",
        "The award says who must sign it. Name who did, under `signatory:`, and when, under `signed:`.",
        "# dossier.yaml\nattachments: {endorsement: {file: experimenting/expo.yaml}}\n# evidence/experimenting/expo.yaml\n",
        "# dossier.yaml\nattachments: {endorsement: {file: experimenting/expo.yaml, signatory: A. Berg (mayor)}}\n"
        "# evidence/experimenting/expo.yaml\n",
    ),
    "C218": Code(
        "An attachment that nobody asks for",
        "Its id is none of the award's requirements, so it meets none of them.",
        "# dossier.yaml\nattachments: {endorsment: {file: experimenting/expo.yaml}}\n# evidence/experimenting/expo.yaml\n",
        "# dossier.yaml\nattachments: {endorsement: {file: experimenting/expo.yaml, signatory: A. Berg (mayor)}}\n"
        "# evidence/experimenting/expo.yaml\n",
    ),
    "C220": Code("The deadline", "How many days are left. That it has passed is said as well, and stops nothing: a dossier may be built afterwards."),
}
