"""E1: files and YAML."""

from builder.codes.code import Code

FILES = {
    "E101": Code(
        "Not plain UTF-8 text",
        "Files are read as UTF-8, so that å, é and – look the same on every machine. Control characters are invisible and never meant.",
    ),
    "E102": Code(
        "A byte-order mark inside the text",
        "Some editors put an invisible mark at the beginning of a file, which is harmless. Inside the text it becomes part of a word that then"
        " matches"
        " nothing.",
    ),
    "E103": Code(
        "A file too large", "Evidence is written by people, in short files. A file of more than a megabyte is an attachment in the wrong place."
    ),
    "E104": Code(
        "Too many levels",
        "No field of the format stands deeper than ten levels. Fifty are a sign of a broken file, and could be meant to make a program fail.",
    ),
    "E105": Code(
        "A tab",
        "Indentation says what belongs to what, and a tab has a different width in every editor. Two spaces look the same everywhere.",
        "# evidence/experimenting/expo.yaml\nperiod:\n\tstart: 2022\n",
        "# evidence/experimenting/expo.yaml\nperiod:\n  start: 2022\n",
    ),
    "E106": Code(
        "Broken YAML",
        "The file cannot be read, so nothing in it can be used. Most often a space after a colon, a closing quote or a step of indentation is"
        " missing,"
        " or a text with `: ` in it needs quotes.",
        "# evidence/experimenting/expo.yaml\ntitle: Expo: the city as a test bed\n",
        '# evidence/experimenting/expo.yaml\ntitle: "Expo: the city as a test bed"\n',
    ),
    "E107": Code(
        "The same key twice",
        "Only one of two equal keys can count. Many programs keep the last without a word, and the other one is lost.",
        "# evidence/experimenting/expo.yaml\nstatus: planned\nstatus: completed\n",
        "# evidence/experimenting/expo.yaml\nstatus: completed\n",
    ),
    "E108": Code(
        "Anchors, aliases or merge keys",
        "They let one place of a file stand for another, which hides what an entry says and makes small files grow without bound. A text that"
        " begins with"
        " `&` or `*` needs quotes.",
        "# evidence/experimenting/expo.yaml\ncaveat: *see the report\n",
        '# evidence/experimenting/expo.yaml\ncaveat: "*see the report"\n',
    ),
    "E109": Code(
        "Tags or directives",
        "They tell a program how to read a value, down to running code. Here every field knows its own kind. A text that begins with `!` needs"
        " quotes.",
        "# evidence/experimenting/expo.yaml\ncaveat: !important the count is preliminary\n",
        '# evidence/experimenting/expo.yaml\ncaveat: "!important: the count is preliminary"\n',
    ),
    "E110": Code(
        "A second document in one file",
        "A line `---` begins a new document, and one file holds one thing. What follows it would not be read.",
        "# evidence/experimenting/expo.yaml\nkind: event\n---\nkind: policy\n",
        "# evidence/experimenting/expo.yaml\nkind: event\n",
    ),
    "E111": Code(
        "A number that falls apart at its comma",
        "In braces and brackets a comma separates items, so 13,000 reads as 13 and 000. Write digits only; the documents group them as each"
        " language does.",
        "# evidence/experimenting/expo.yaml\nindicators:\n  visits:\n    name: Visits\n    baseline: {date: 2021, value: 13,000}\n",
        "# evidence/experimenting/expo.yaml\nindicators:\n  visits:\n    name: Visits\n    baseline: {date: 2021, value: 13000}\n",
    ),
    "E112": Code(
        "A key that is no word",
        "What stands before a colon names a field. A text that begins with a bracket or a colon needs quotes.",
        "# evidence/experimenting/expo.yaml\n? [kind]\n: event\n",
        "# evidence/experimenting/expo.yaml\nkind: event\n",
    ),
    "E120": Code("A file that cannot be read", "Without the file nothing can be made. Check that it exists, and that you may read it."),
    "E121": Code(
        "A name that ends in .yml",
        "All files end in .yaml, so that nothing is overlooked because of its name.",
        "# evidence/experimenting/expo.yml\nkind: event\n",
        "# evidence/experimenting/expo.yaml\nkind: event\n",
    ),
    "E122": Code(
        "A file name that cannot be an id",
        "The name of a file is the id by which texts cite the entry, on every system and in web addresses. So it has lower-case letters, digits and"
        " hyphens only.",
        "# evidence/experimenting/City_Expo.yaml\nkind: event\n",
        "# evidence/experimenting/city-expo.yaml\nkind: event\n",
    ),
    "E123": Code(
        "A path or link that leaves the workspace",
        "A dossier is made from its own folder alone, so that it builds the same on every machine and shows nothing that was not meant to be in it.",
        "# evidence/experimenting/expo.yaml\nsources:\n  report: {title: Report, file: ../../report.pdf}\n",
        "# evidence/experimenting/expo.yaml\nsources:\n  report: {title: Report}\n",
    ),
    "E124": Code(
        "A file that is not read",
        "What lies in evidence/ should be evidence. A file in the wrong place is easily believed to be in the dossier when it is not.",
        "# evidence/experimenting/notes.txt\nTo do.\n",
        "",
    ),
    "E125": Code(
        "A named file that does not exist",
        "The entry promises a local copy or a picture that is not there. Paths start from evidence/, that of a reference document from"
        " templates/style/.",
        "# evidence/experimenting/expo.yaml\nsources:\n  report: {title: Report, file: files/report.pdf}\n",
        "# evidence/files/report.pdf\n…\n# evidence/experimenting/expo.yaml\nsources:\n  report: {title: Report, file: files/report.pdf}\n",
    ),
    "E126": Code(
        "A picture that cannot be used",
        "Pictures are PNG or JPEG of at most 50 million pixels, and readable to their end. Anything else makes a document incomplete or very slow.",
        "# evidence/media/expo.png\nnot a picture\n# evidence/experimenting/expo.yaml\nmedia:\n  - {file: media/expo.png, alt: Visitors}\n",
        "",
    ),
    "E127": Code(
        "A translation into another language",
        "The dossier is not made in this language, so the translation is not used. Add the language to dossier.yaml, or correct the name of the"
        " file.",
        "# evidence/experimenting/expo.fr.yaml\ntitle: Expo\n",
        "# evidence/experimenting/expo.sv.yaml\ntitle: Expo\n",
    ),
    "E128": Code(
        "A translation without its original",
        "A translation stands beside the file that it translates and has its name, with the language before .yaml.",
        "# evidence/experimenting/exppo.sv.yaml\ntitle: Expo\n",
        "# evidence/experimenting/expo.sv.yaml\ntitle: Expo\n",
    ),
    "E129": Code(
        "A reference document that cannot be used",
        "The Word file takes over the styles of a Word document, .docx, that can be read to its end. Templates, documents with macros or a"
        " password, and documents of more than 50 MB are refused: save a copy as an ordinary Word document.",
        "# templates/style/city.docx\nnot a Word file\n# dossier.yaml\ntheme: {reference: city.docx}\n",
        "# dossier.yaml\ntheme: {name: plain}\n",
    ),
}
