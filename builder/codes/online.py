"""C33: the addresses of sources, visited by `dossier check --online`."""

from builder.codes.code import Code

ONLINE = {
    "C331": Code("An address that leads nowhere", "The page or its site is gone. A local copy under `file:` keeps the proof when a page vanishes."),
    "C332": Code("An address that has moved", "It still leads on to the new one, for as long as somebody keeps the way open."),
    "C333": Code("An address that could not be checked", "The site did not answer in time, or refuses programs. Look at it yourself."),
    "C334": Code(
        "A site with a broken certificate",
        "Its certificate has expired, or names another site. A juror's browser warns instead of showing the page.",
    ),
}
