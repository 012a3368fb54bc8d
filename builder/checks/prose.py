"""The sentences of a workspace, as rules about wording and numbers read them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from builder.assembly.syntax import BRACES, CITATION
from builder.reading.entry import Entry
from builder.reading.nodes import Keys
from builder.reading.response import Response
from builder.reading.values import LocalText
from builder.reading.workspace import DOSSIER, Workspace

Kind = Literal["answer", "response", "entry", "front"]
_STORY = ("summary", "challenge", "action", "result", "lesson", "caveat")
_MARKUP = re.compile(
    r"\\."  # an escaped character
    r"|\{\{|\}\}|\{[^{}]*\}"  # values and numbers typed with a reason
    r"|\[@[^\[\]]*\]|\[\^[^\[\]]*\]"  # citations and marks of footnotes
    r"|`[^`]*`|<[^<>\s]*>|\]\((?:[^()]|\([^()]*\))*\)|\bhttps?://[^\s)]+"  # code and addresses
)
_TARGET = re.compile(r"@([^\s,;\]]+)")
_UNESCAPED = r"(?<![\\{])"
_CITATION, _VALUE = (re.compile(_UNESCAPED + form.pattern) for form in (CITATION, BRACES))
_MARKUP_SIGN = re.compile(r"[\\{}\[`<:]")
_QUOTE_SIGN = re.compile("[\"“”„«»'‘]")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|”[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«»]*[«»]|(?<!\w)\'[^\']*\'(?!\w)|‘[^’]*’(?!\w)')


@dataclass(frozen=True, slots=True)
class Reference:
    """A value in braces, or a typed number with its reason."""

    text: str
    """`entry.indicator@date:form`, or `=7: reason`."""
    start: int
    """Of the opening brace, in characters of the passage."""
    width: int

    @property
    def is_value(self) -> bool:
        """Whether it is taken from an entry."""
        return not self.text.startswith("=")

    @property
    def entry(self) -> str:
        """The id of the entry; empty for the entry the text stands in."""
        return self.text.partition(".")[0]

    @property
    def name(self) -> str:
        """`entry.indicator@date`, without its form."""
        return self.text.partition(":")[0].strip()


@dataclass(frozen=True)
class Passage:
    """A text that readers see, in one language."""

    file: str
    keys: Keys
    """The way to the text in its file."""
    language: str
    text: str
    kind: Kind
    """`answer` to a question, other text of a `response`, text of an `entry`, or of dossier.yaml (`front`)."""
    owner: str
    """`criterion.question`, the criterion, the id of the entry, or empty."""

    @cached_property
    def words(self) -> str:
        """The text with spaces in place of markup, values, citations and addresses; every character stands where it stood."""
        return _MARKUP.sub(_blank, self.text) if _MARKUP_SIGN.search(self.text) else self.text

    @cached_property
    def own_words(self) -> str:
        """As `words`, without what stands between quotation marks: somebody else's words."""
        return _QUOTED.sub(_blank, self.words) if _QUOTE_SIGN.search(self.words) else self.words

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """What it cites, as written: `entry`, `entry#claim` or a shared source."""
        return tuple(target for citation in _CITATION.findall(self.text) for target in _TARGET.findall(citation)) if "[@" in self.text else ()

    @cached_property
    def values(self) -> tuple[Reference, ...]:
        """What stands in its braces."""
        found = _VALUE.finditer(self.text) if "{" in self.text else ()
        return tuple(Reference(match[1].strip(), match.start(), len(match[0])) for match in found)

    @property
    def rests_on(self) -> frozenset[str]:
        """Ids of the entries and shared sources that it cites or prints values of."""
        return frozenset({target.partition("#")[0] for target in self.cited} | {value.entry or self.owner for value in self.values if value.is_value})


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def passages(workspace: Workspace) -> Iterator[Passage]:
    """All texts of all languages, less those of confidential entries and claims: they are never printed."""
    yield from _front(workspace)
    for response in workspace.responses.values():
        yield from _response(response)
    for entry in workspace.entries.values():
        if not entry.confidential:
            yield from _entry(entry)


def _spoken(text: LocalText | None, file: str, keys: Keys, kind: Kind, owner: str) -> Iterator[Passage]:
    for language, words in text.by_language.items() if text else ():
        yield Passage(file, keys, language, words, kind, owner)


def _front(workspace: Workspace) -> Iterator[Passage]:
    dossier = workspace.dossier
    yield from _spoken(dossier.claim, DOSSIER, ("claim",), "front", "")
    if dossier.glance:
        yield from _spoken(dossier.glance.summary, DOSSIER, ("glance", "summary"), "front", "")
        for number, figure in enumerate(dossier.glance.key_figures):
            yield from _spoken(figure.text, DOSSIER, ("glance", "key_figures", number, "text"), "front", "")


def _response(response: Response) -> Iterator[Passage]:
    file, owner = response.file, response.criterion
    yield from _spoken(response.headline, file, ("headline",), "response", owner)
    yield from _spoken(response.summary, file, ("summary",), "response", owner)
    for number, figure in enumerate(response.key_figures):
        yield from _spoken(figure.text, file, ("key_figures", number, "text"), "response", owner)
    for question, answer in response.answers.items():
        yield from _spoken(answer.text, file, ("answers", question, "text"), "answer", f"{owner}.{question}")
    for question, gap in response.gaps.items():
        yield from _spoken(gap, file, ("gaps", question), "response", owner)


def _entry(entry: Entry) -> Iterator[Passage]:
    for name in _STORY:
        yield from _spoken(getattr(entry, name), entry.file, (name,), "entry", entry.id)
    for name, claim in entry.claims.items():
        if not claim.confidential:
            yield from _spoken(claim.text, entry.file, ("claims", name, "text"), "entry", entry.id)
