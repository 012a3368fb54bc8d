"""E2: fields, translations and references."""

from builder.codes.code import Code

MODELS = {
    "E201": Code(
        "An unknown field",
        "A misspelt field would be ignored, and what it says would be missing from the dossier. So every field must be one that the format knows.",
        "# evidence/experimenting/expo.yaml\nsumary: For 35 days the city was a fair.\n",
        "# evidence/experimenting/expo.yaml\nsummary: For 35 days the city was a fair.\n",
    ),
    "E202": Code(
        "A required field is missing",
        "Without it the thing cannot be shown at all. Everything that is merely wished for may be left out and is reported as a gap where the"
        " award asks"
        " for it.",
        "# evidence/experimenting/expo.yaml\nclaims:\n  open: {supports: experimenting}\n",
        "# evidence/experimenting/expo.yaml\nclaims:\n  open: {text: The expo was open to all., supports: experimenting}\n",
    ),
    "E203": Code(
        "A value of the wrong kind",
        "A field takes what it was made for: a date, a number, one of some words. Where a truth value is wanted, only true and false count, so"
        " that `no`"
        " never turns into its opposite.",
        "# evidence/experimenting/expo.yaml\nconfidential: yes\n",
        "# evidence/experimenting/expo.yaml\nconfidential: true\n",
    ),
    "E204": Code(
        "A translation of another shape",
        "A translation has the shape of its original, so that each text finds its counterpart. What the original lacks cannot be translated.",
        "# evidence/experimenting/expo.sv.yaml\ncaveat: Siffran är preliminär.\n",
        "# evidence/experimenting/expo.yaml\ncaveat: The figure is preliminary.\n"
        "# evidence/experimenting/expo.sv.yaml\ncaveat: Siffran är preliminär.\n",
    ),
    "E205": Code(
        "A translation of something that is no text",
        "Ids, dates, choices and addresses hold for all languages. In a translation they could only contradict the original.",
        "# evidence/experimenting/expo.yaml\nkind: event\n# evidence/experimenting/expo.sv.yaml\nkind: evenemang\n",
        "# evidence/experimenting/expo.yaml\nkind: event\n# evidence/experimenting/expo.sv.yaml\ntitle: Stadsmässan\n",
    ),
    "E206": Code(
        "A text without its translation",
        "The document in that language prints the text in the first language, marked as such. Readers notice.",
        "# evidence/experimenting/expo.yaml\ntitle: The fair\nsummary: A fair.\n# evidence/experimenting/expo.sv.yaml\ntitle: Mässan\n",
        "# evidence/experimenting/expo.yaml\ntitle: The fair\nsummary: A fair.\n"
        "# evidence/experimenting/expo.sv.yaml\ntitle: Mässan\nsummary: En mässa.\n",
    ),
    "E210": Code(
        "An unknown criterion or question",
        "Evidence that supports a criterion nobody has would count nowhere. The ids are those of the award profiles.",
        "# evidence/experimenting/expo.yaml\nsupports: experimentng.test-bed\n",
        "# evidence/experimenting/expo.yaml\nsupports: experimenting.test-bed\n",
    ),
    "E211": Code(
        "An unknown source",
        "A claim is as good as its source, so each one named must be described: in the entry itself or in evidence/sources.yaml.",
        "# evidence/experimenting/expo.yaml\nsources:\n  report: {title: Report}\nclaims:\n  open: {text: It was open., sources: [raport]}\n",
        "# evidence/experimenting/expo.yaml\nsources:\n  report: {title: Report}\nclaims:\n  open: {text: It was open., sources: [report]}\n",
    ),
    "E212": Code(
        "An unknown entry or indicator",
        "Charts, cards and key figures are made from entries. An id that leads nowhere would leave a hole in the document.",
        "# evidence/experimenting/response.yaml\nanswers:\n  test-bed: {text: The city is open., evidence: [exppo]}\n",
        "# evidence/experimenting/expo.yaml\n\n"
        "# evidence/experimenting/response.yaml\nanswers:\n  test-bed: {text: The city is open., evidence: [expo]}\n",
    ),
    "E213": Code(
        "An answer to a question that is not asked",
        "Answers stand under the ids of the award's questions. Under any other name the answer would not be printed.",
        "# evidence/experimenting/response.yaml\nanswers:\n  testbed: The city is open.\n",
        "# evidence/experimenting/response.yaml\nanswers:\n  test-bed: The city is open.\n",
    ),
    "E214": Code(
        "An unknown award, category or document",
        "The award profile decides criteria, limits and documents, so it must be one that is built in or stands in this workspace.",
        "# evidence/experimenting/response.icapital-2072.yaml\nsummary: The city is open.\n",
        "# evidence/experimenting/response.icapital-2027.yaml\nsummary: The city is open.\n",
    ),
    "E215": Code(
        "A language without fixed words",
        "Headings such as “Contents” and “Source” come from templates/words/. A language needs such a file before documents can be made in it.",
        "# dossier.yaml\naward: icapital-2027\ncategory: rising\napplicant: {name: Sampleville, country: SE}\nlanguages: [en, xx]\n",
        "# dossier.yaml\naward: icapital-2027\ncategory: rising\napplicant: {name: Sampleville, country: SE}\nlanguages: [en, sv]\n",
    ),
    "E216": Code(
        "An id used twice",
        "A citation must lead to one thing. Entries and shared sources share one set of ids; claims, indicators and sources of an entry share"
        " another.",
        "# evidence/experimenting/expo.yaml\nsources:\n  open: {title: Opening hours}\nclaims:\n  open: {text: It was open.}\n",
        "# evidence/experimenting/expo.yaml\nsources:\n  hours: {title: Opening hours}\nclaims:\n  open: {text: It was open.}\n",
    ),
    "E217": Code(
        "An entry without a source",
        "Evidence that nobody can look up is only a statement. One source is enough, its own or a shared one.",
        "# evidence/experimenting/expo.yaml\nsources:\n",
        "# evidence/experimenting/expo.yaml\nsources:\n  report: {title: Report, publisher: City of Sampleville}\n",
    ),
    "E218": Code(
        "A folder that is no criterion",
        "Entries and responses stand in the folder of their criterion. A folder of another name belongs to no award.",
        "# evidence/experimentation/expo.yaml\n\n",
        "# evidence/experimenting/expo.yaml\n\n",
    ),
    "E219": Code(
        "An award profile at odds with itself",
        "A profile is found by the name of its file, and takes over what it does not say from the one profile that it extends.",
        "# awards/prize-2027.yaml\nid: prize\naward: City Prize\nedition: '2027'\nextends: icapital-2027\n",
        "# awards/prize-2027.yaml\nid: prize-2027\naward: City Prize\nedition: '2027'\nextends: icapital-2027\n",
    ),
    "E220": Code(
        "A theme that is not there",
        "The look comes from a theme: `civic`, `clear`, `plain`, or one that stands in templates/style/themes/ of the workspace.",
        "# dossier.yaml\ntheme: {name: plane}\n",
        "# dossier.yaml\ntheme: {name: plain}\n",
    ),
    "E221": Code(
        "A font that is not carried",
        "Documents are set in fonts that lie in the package or in templates/style/fonts/ of the workspace, never in those that a machine happens to"
        " have: everybody then builds the same file.",
        "# dossier.yaml\ntheme: {fonts: {text: Comic Sans}}\n",
        "# dossier.yaml\ntheme: {fonts: {text: Source Sans 3}}\n",
    ),
    "E222": Code(
        "A reference document without a style it needs",
        "Normal, Title, Heading 1, Heading 2 and Heading 3 give a document its look; half of them from the city and half from the theme would be"
        " nobody's. Word saves a style with a document once it has been applied in it.",
    ),
}
