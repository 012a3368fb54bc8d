"""C5: the wording of texts."""

from builder.codes.code import Code

_ANSWER = "# evidence/experimenting/response.yaml\nanswers:\n  test-bed: "

PROSE = {
    "C501": Code(
        "A placeholder left over",
        "A note to the writer in a finished document tells the jury that nobody read it to the end.",
        _ANSWER + "The expo drew many visitors from TODO countries. [@expo]\n",
        _ANSWER + "The expo drew many visitors from abroad. [@expo]\n",
    ),
    "C502": Code(
        "An answer that says next to nothing",
        "An answer of fewer than five words scores nothing. Where there is no answer, say why under `gaps:`.",
        _ANSWER + "See above. [@expo]\n",
        _ANSWER + "The streets of the city were the test bed. [@expo]\n",
    ),
    "C503": Code(
        "A heading that skips a level",
        "Readers of screens move from heading to heading; a missing level sounds like a missing part. Inside an answer headings begin with `###`.",
        _ANSWER + "|\n    The city is open to all who come.\n\n    #### Streets\n\n    They were the hall. [@expo]\n",
        _ANSWER + "|\n    The city is open to all who come.\n\n    ### Streets\n\n    They were the hall. [@expo]\n",
    ),
    "C504": Code(
        "A translation older than its original",
        "The original was changed by a commit after the one that last touched the translation, so the languages may no longer say the same. Only git"
        " knows this: without it, the rule says nothing.",
    ),
    "C505": Code(
        "A word that the house avoids",
        "One word for one thing, from the first page to the last. The list stands in dossier.yaml under `check: terms:`, each with the word to use.",
        "# dossier.yaml\ncheck:\n  terms:\n    - {preferred: residents, avoided: [inhabitants, locals], language: en}\n"
        + _ANSWER
        + "The locals tried it out at home first. [@expo]\n",
        "# dossier.yaml\ncheck:\n  terms:\n    - {preferred: residents, avoided: [inhabitants, locals], language: en}\n"
        + _ANSWER
        + "The residents tried it out at home first. [@expo]\n",
    ),
    "C506": Code(
        "An answer that is hard to read",
        "LIX adds the words of an average sentence to the percentage of words with more than six letters. It works for Swedish and English alike:"
        " below 40 is easy, 50 is officials' prose, and above 60 readers give up.",
    ),
    "C507": Code(
        "An abbreviation that nobody explains",
        "A juror from another country does not know it. Write it out once in each language, `… (ABC)`; those that everybody knows go on the list"
        " `check: abbreviations:` in dossier.yaml.",
        _ANSWER + "The RISEX tried it out at home first. [@expo]\n",
        _ANSWER + "The Research Institute of Examples (RISEX) tried it out at home first. [@expo]\n",
    ),
}
