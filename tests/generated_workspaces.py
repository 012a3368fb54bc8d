"""Workspaces that hypothesis invents: all that a response and an entry may hold, in words that try every format, and within the contract."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from PIL import Image

from builder.reading.fonts import printable

Tree = dict[str, Any]
"""What a YAML file holds."""
LONGEST = "ostkakeprovningskommitté" * 4
FRAGMENTS = (
    *("<b>", "</w:t>", "&amp;", "]]>", "<!--", "&", '"', "'", "''", "\\", "\\n", "/", "%s", "$1", "{{ x }}", "{% raw %}", "{x}", "}", "[@x]"),
    *("^[x]", "[^1]", "|", "#", "###", "- x", "+", "1. b", "*", "**", "_x_", "`", "~~x~~", "!", "[x](y)", "www.example.org", "...", "--", "a: b"),
    *("שלום", "عربي", "Ελλάδα", "Градът", "👩‍🔬", "🇸🇪", "👍🏽", "♻️", "½", "m²", "CO₂", "→", "‰", "ﬁ", "ǅ", "İ", "ß", "e\u0301", "ẹ\u0301", "\u0301"),
    *("a\u00adb", "a\u00a0b", "a\u200bb", "a\u2060b", "a\u2011b", "a\u202fb", "a\u3000b", "a\u2028b", "\u200fa", "\u2066a\u2069", LONGEST),
)
"""What some format takes for markup, joins, turns round or swallows."""
_LETTERS = [chr(code) for code in sorted(printable(None)) if unicodedata.category(chr(code))[0] not in "CZ"]
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_INVISIBLE = re.compile("[\u0085\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_ENTRIES = ("fair", "heat-plan")
_PICTURE = BytesIO()
Image.new("RGB", (40, 24), "#7f95a1").save(_PICTURE, "PNG")


@dataclass(frozen=True, slots=True)
class Generated:
    """A workspace as its files, and the words that its application must print."""

    files: dict[str, str]
    printed: tuple[str, ...]

    def write(self, folder: Path) -> Path:
        """Put the files into a folder."""
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        media = folder / "evidence" / "media"
        media.mkdir()
        (media / "picture.png").write_bytes(_PICTURE.getvalue())
        return folder


@cache
def words() -> st.SearchStrategy[str]:
    """Some words without a line end, any of their characters printable."""
    letters = st.lists(st.sampled_from(_LETTERS), min_size=1, max_size=6).map("".join)
    return st.lists(letters | st.sampled_from(FRAGMENTS), min_size=1, max_size=3).map(" ".join)


def as_yaml(tree: Tree) -> str:
    """JSON, which is YAML; invisible characters by their numbers."""
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(tree, ensure_ascii=False, indent=1)) + "\n"


@st.composite
def workspaces(draw: st.DrawFn, first: str, second: str) -> Generated:
    """A workspace in one language or in two, with one criterion, one response and one or two entries; some texts are translated."""
    return _Writer(draw, draw(st.sampled_from([(first,), (first,), (first, second)]))).workspace()


class _Writer:
    """Draws one workspace and keeps the words that must be printed."""

    def __init__(self, draw: st.DrawFn, languages: tuple[str, ...]) -> None:
        self.draw = draw
        self.languages = languages
        self.printed: list[str] = []

    def maybe(self, made: Callable[[], Any]) -> Any:  # noqa: ANN401 - any part of a tree
        return made() if self.draw(st.booleans()) else None

    def name(self) -> str:
        """Words that are not Markdown."""
        said: str = self.draw(words())
        self.printed.append(said)
        return said

    def text(self) -> str:
        """Words as Markdown that prints just them."""
        return _PUNCTUATION.sub(r"\\\1", self.name())

    def aside(self) -> str:
        """Words as Markdown that not every application prints."""
        return _PUNCTUATION.sub(r"\\\1", self.draw(words()))

    def local(self, made: Callable[[], str]) -> object:
        """A text, or one for each language."""
        return {language: made() for language in self.languages} if self.draw(st.booleans()) else made()

    def workspace(self) -> Generated:
        entries = _ENTRIES[: self.draw(st.integers(1, 2))]
        files = {
            "dossier.yaml": {
                "award": "awards/prize.yaml",
                "as_of": "2026-07-01",
                "title": self.local(self.name),
                "applicant": {"name": self.local(self.name), "country": "SE"},
                "languages": list(self.languages),
            },
            "awards/prize.yaml": self.award(),
            "evidence/openness/response.yaml": self.response(entries),
            **{f"evidence/openness/{entry}.yaml": self.entry() for entry in entries},
        }
        return Generated({name: as_yaml(_without_nothing(tree)) for name, tree in files.items()}, tuple(self.printed))

    def award(self) -> Tree:
        questions = [{"id": name, "title": self.local(self.name), "text": self.local(self.name)} for name in ("tests", "reach")]
        document = {"id": "application", "title": {"en": "Application", "sv": "Ansökan"}, "template": "application.md.j2"}
        criterion = {"id": "openness", "title": self.local(self.name), "questions": questions}
        return {"id": "prize", "award": "Prize", "edition": "2026", "criteria": [criterion], "documents": [document]}

    def entry(self) -> Tree:
        draw = self.draw
        return {
            "title": self.local(self.text),
            "supports": "openness.tests",
            "kind": draw(st.sampled_from(["event", "policy", None])),
            "status": draw(st.sampled_from(["planned", "completed", None])),
            "summary": self.local(self.text),
            "caveat": self.maybe(lambda: self.local(self.text)),
            "claims": {"open": {"text": self.aside(), "sources": ["page"]}},
            "indicators": {"visits": self.indicator()},
            "sources": {"page": {"title": self.name(), "publisher": self.maybe(self.name), "url": self.maybe(self.address)}},
            "media": self.maybe(lambda: [self.picture()]),
            "quotes": self.maybe(lambda: [self.quotation()]),
        }

    def picture(self) -> Tree:
        return {"file": "media/picture.png", "alt": self.name(), "caption": self.maybe(self.text), "credit": self.name()}

    def quotation(self) -> Tree:
        return {"text": self.text(), "speaker": self.name(), "role": self.maybe(self.name), "consent": "2024-03-01"}

    def indicator(self) -> Tree:
        value = st.integers(1, 10**7) | st.sampled_from([0.5, 12.25])
        years = self.draw(st.lists(st.integers(2010, 2025), min_size=1, max_size=10, unique=True))
        return {
            "name": self.local(self.aside),
            "unit": self.maybe(lambda: self.draw(words() | st.sampled_from(["percent", "SEK", "days"]))),
            "definition": self.maybe(lambda: self.local(self.aside)),
            "baseline": self.maybe(lambda: {"date": 2009, "value": self.draw(value), "source": "page"}),
            "target": self.maybe(lambda: {"date": 2030, "value": self.draw(value), "source": "page"}),
            "results": [{"date": year, "value": self.draw(value), "source": "page"} for year in sorted(years)],
        }

    def address(self) -> str:
        return "https://example.org/" + re.sub(r"[\s<>\\]", "", self.draw(words()))

    def response(self, entries: tuple[str, ...]) -> Tree:
        answer = {
            "text": self.local(lambda: self.answer(entries)),
            "figures": self.draw(st.sampled_from([[f"{entries[0]}.visits"], [[f"{entry}.visits" for entry in entries]], None])),
            "evidence": list(entries),
        }
        return {
            "headline": self.local(self.text),
            "summary": self.local(self.text),
            "key_figures": self.maybe(lambda: [{"value": f"{entries[0]}.visits", "text": self.text()}]),
            "answers": {"tests": answer},
            "gaps": {"reach": self.local(self.text)},
        }

    def answer(self, entries: tuple[str, ...]) -> str:
        kinds = self.draw(st.lists(st.sampled_from([self.paragraph, self.listing, self.table, self.heading]), min_size=1, max_size=3))
        return "\n\n".join([self.paragraph(entries), *(kind(entries) for kind in kinds)]) + f" [@{entries[-1]}]\n"

    def heading(self, entries: tuple[str, ...]) -> str:
        return f"### {self.inline(entries)}\n\n{self.text()}"

    def paragraph(self, entries: tuple[str, ...]) -> str:
        return " ".join(self.inline(entries) for _ in range(self.draw(st.integers(1, 4))))

    def listing(self, entries: tuple[str, ...]) -> str:
        start = self.draw(st.integers(0, 99))
        marks = [f"{start + number}." for number in range(3)] if self.draw(st.booleans()) else ["-"] * 3
        items = [f"{mark} {self.inline(entries)}" for mark in marks]
        if self.draw(st.booleans()):
            items.insert(1, f"{' ' * len(items[0].split(' ')[0])} - {self.inline(entries)}")
        return "\n".join(items) + f"\n\n{self.text()}"

    def table(self, entries: tuple[str, ...]) -> str:
        rows = [f"| {self.inline(entries)} | {self.inline(entries)} |" for _ in range(self.draw(st.integers(1, 3)))]
        return "\n".join([f"| {self.text()} | {self.text()} |", "|---|--:|", *rows]) + f"\n\n{self.text()}"

    def inline(self, entries: tuple[str, ...]) -> str:
        """Words with some markup of ours or of Markdown."""
        said, entry = self.text(), self.draw(st.sampled_from(entries))
        made: Callable[[], str] = self.draw(
            st.sampled_from(
                [
                    lambda: said,
                    lambda: f"**{said}**",
                    lambda: f"*{said}*",
                    lambda: f"{said}^[{self.text()}]",
                    lambda: f"{said} [@{entry}]",
                    lambda: f"{said} [@{entry}#open, p. 3]",
                    lambda: f"{said} {{{entry}.visits}}",
                    lambda: f"{said} {{{entry}.visits:number}}",
                    lambda: f"{said} {{=7: made up}}",
                    lambda: f"[{said}](<{self.address()}>)",
                ]
            )
        )
        return made()


def _without_nothing(tree: Any) -> Any:  # noqa: ANN401
    """The tree without the fields that were left out."""
    if isinstance(tree, dict):
        return {key: _without_nothing(value) for key, value in tree.items() if value is not None}
    return [_without_nothing(item) for item in tree] if isinstance(tree, list) else tree
