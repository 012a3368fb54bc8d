"""C: what a dossier says, and how much."""

from builder.codes.code import Code

RULES = {
    "C101": Code("A criterion without a response", "A jury scores every criterion, and one without a response scores nothing."),
    "C102": Code(
        "A question without an answer",
        "A question that is passed over looks like an oversight. Where there is no answer, say why under `gaps:`; candour costs less than silence.",
    ),
    "C201": Code("A document over its limit", "Pages beyond the limit are not read, or the application is not admissible."),
    "C311": Code(
        "A quotation without consent",
        "Somebody's words are printed only when they agreed to it, and a dossier says on which day they did.",
        "# evidence/experimenting/expo.yaml\nquotes:\n  - {text: We learned a lot., speaker: A resident}\n",
        "# evidence/experimenting/expo.yaml\nquotes:\n  - {text: We learned a lot., speaker: A resident, consent: 2024-03-01}\n",
    ),
}
