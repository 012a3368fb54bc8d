"""C0: what a team has decided about findings."""

from builder.codes.code import Code

_IGNORE = "# dossier.yaml\ncheck:\n  ignore:\n"

CHOICES = {
    "C001": Code(
        "A finding is accepted that is not there",
        "A warning or note was accepted with a reason, and is not found any more. The line can go, so that it does not hide the next one.",
        _IGNORE + "    C302: The lease was renewed orally.\n",
        _IGNORE + "    C216: The mayor signs in the last week.\n",
    ),
    "C002": Code(
        "A choice that cannot be made",
        "An error is never accepted: it would mislead a juror or leave the document wrong. And a code that does not exist accepts nothing.",
        _IGNORE + "    C999: We know.\n",
        _IGNORE + "    C216: The mayor signs in the last week.\n",
    ),
}
