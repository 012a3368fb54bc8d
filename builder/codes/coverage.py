"""C1: whether every question is answered, and every answer, claim and criterion has evidence."""

from builder.codes.code import Code

_EXPO = "# evidence/experimenting/expo.yaml\n"
_ANSWER = "# evidence/experimenting/response.yaml\nanswers:\n  test-bed: "

COVERAGE = {
    "C101": Code("A criterion without a response", "A jury scores every criterion, and one without a response scores nothing."),
    "C102": Code(
        "A question without an answer",
        "A question that is passed over looks like an oversight. Where there is no answer, say why under `gaps:`; candour costs less than silence.",
        _ANSWER + "The streets of the city were the test bed. [@expo]\n",
        _ANSWER + "The streets of the city were the test bed. [@expo]\n"
        "  concepts: It starts from challenges that concern everybody. [@expo]\n"
        "gaps: {mainstreaming: Nobody has counted what became of the trials.}\n",
    ),
    "C103": Code(
        "An answer that rests on nothing",
        "An answer that cites no evidence, prints no value and shows no chart is opinion. A jury scores what it can follow to a source.",
        _ANSWER + "The streets of the city were the test bed.\n",
        _ANSWER + "The streets of the city were the test bed. [@expo]\n",
    ),
    "C104": Code(
        "A claim without a source",
        "A claim is a statement offered as true. Without a source it is only a statement.",
        _EXPO + "claims:\n  open: {text: It ran in the streets.}\n",
        _EXPO + "claims:\n  open: {text: It ran in the streets., sources: [report]}\n",
    ),
    "C105": Code(
        "An entry that supports nothing of this award",
        "Its `supports:` names criteria of other awards only. That is in order where a workspace serves several; else the entry is lost here.",
        _EXPO + "supports: engaging\n",
        _EXPO + "supports: experimenting\n",
    ),
    "C106": Code(
        "An entry that no answer uses",
        "Evidence that is not cited convinces nobody: it stands in the register, where few jurors look for what no answer points to.",
        _EXPO,
        _EXPO + _ANSWER + "The streets of the city were the test bed. [@expo]\n",
    ),
    "C107": Code(
        "A claim that rests on one source",
        "A second source that does not depend on the first makes a claim hard to doubt. Several sources of one publisher count as one.",
        _EXPO + "claims:\n  open: {text: It ran in the streets., sources: [report]}\n",
        _EXPO + "claims:\n  open: {text: It ran in the streets., sources: [report, press]}\n"
        "sources:\n  report: {title: Report, publisher: The city}\n  press: {title: All out in the streets, publisher: Daily News}\n",
    ),
    "C108": Code(
        "A criterion that rests on plans",
        "All entries that support it have the status `planned`. Awards are given for what has been done.",
        _EXPO + "status: planned\n",
        _EXPO + "status: ongoing\n",
    ),
    "C109": Code(
        "A criterion that tells no outcome",
        "Its entries tell what was done and not what came of it: none has a text under `result:`, or an indicator whose results can be compared with"
        " a baseline, target or benchmark.",
        _EXPO,
        _EXPO + "result: Two streets stayed closed to cars.\n",
    ),
    "C110": Code(
        "A criterion with little evidence",
        "It has less than half as many entries as the criteria of this dossier usually have. Juries score criterion by criterion.",
    ),
    "C111": Code("A criterion without evidence", "No entry names it under `supports:`, so its response can only assert."),
}
