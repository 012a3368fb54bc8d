"""E3: texts and templates."""

from builder.codes.code import Code

_ANSWER = "# evidence/experimenting/response.yaml\nanswers:\n  test-bed: "

TEXTS = {
    "E301": Code(
        "A template that does not work",
        "Templates in templates/ replace the built-in ones of the same name. A name that is not known or a block that is not closed stops the"
        " document.",
        "# templates/application.md.j2\n{{ cover( }}\n",
        "# templates/application.md.j2\n{{ cover() }}\n",
    ),
    "E302": Code(
        "Markdown that is not wanted here",
        "Texts are paragraphs, lists, tables and small headings. Raw HTML and pictures would look different in the PDF and in Word, or be lost.",
        _ANSWER + "The city is <b>open</b>.\n",
        _ANSWER + "The city is **open**.\n",
    ),
    "E303": Code(
        "A citation that leads nowhere",
        "Every citation must lead to an entry or a shared source, so that a juror can follow it.",
        _ANSWER + "The city is open. [@exppo]\n",
        _ANSWER + "The city is open. [@expo]\n",
    ),
    "E304": Code(
        "A value that does not exist",
        "Numbers come from the entries. A value needs the entry, its indicator, and what the form asks for, such as a target.",
        _ANSWER + "The fair drew {expo.vists}.\n",
        _ANSWER + "The fair drew {expo.visits}.\n",
    ),
    "E305": Code(
        "A picture or font that cannot be loaded",
        "A document that lacks a picture is not the one that was meant. Pictures come from evidence/media, never from the web.",
    ),
    "E306": Code(
        "Braces that cannot be read",
        "In braces stands a value, or a number with the reason why it may be typed. A literal brace is written twice.",
        _ANSWER + "Open at {=7}.\n",
        _ANSWER + "Open at {=7: opening hour}.\n",
    ),
    "E307": Code(
        "Confidential evidence in a public document",
        "What is marked confidential never appears in a document, and neither does a value or citation that would give it away.",
        "# evidence/experimenting/expo.yaml\nconfidential: true\n" + _ANSWER + "The city is open. [@expo]\n",
        "# evidence/experimenting/expo.yaml\nconfidential: false\n" + _ANSWER + "The city is open. [@expo]\n",
    ),
    "E308": Code(
        "A character that no font has",
        "It would be an empty box on the page. The carried fonts have Latin, Greek, Cyrillic, Arabic and Hebrew letters, many signs, and emoji.",
        _ANSWER + "The city is open to all, 漢 too.\n",
        _ANSWER + "The city is open to all, Ελλάδα too.\n",
    ),
}
