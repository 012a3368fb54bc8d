"""Reads the cases."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.small_workspace import FILES

FOLDER = Path(__file__).parent
_MARK = re.compile(r"⟦([A-Z]\d{3})⟧")
_SWEDISH = ("evidence/openness/fair.sv.yaml", "evidence/openness/response.sv.yaml")
_PRESS = '  press: {title: A city outdoors, publisher: Daily News, url: "https://example.org/press"}\n'
_UNSEEN = {
    "\\t": "\t",
    "\\0": "\0",
    "\\r": "\r",
    "\\u001b": "\u001b",
    "\\u00a0": "\u00a0",
    "\\u00ad": "\u00ad",
    "\\u0301": "\u0301",
    "\\u2011": "\u2011",
    "\\u202f": "\u202f",
    "\\ufeff": "\ufeff",
}
_FORM = re.compile(
    r"(?P<path>.+) \((?P<form>removed|CRLF|open end|latin-1|utf-16|hex|link to (?P<target>.+)|repeated (?P<times>\d+): (?P<text>.+))\)"
)
"""What stands after a path, where a file is more than its lines."""

Expected = tuple[str, str, int, int]
"""Code, file, line and column."""


def base(*, swedish: bool = False) -> dict[str, str]:
    """A workspace of which nothing can be said: a small one, with a second source for its claim."""
    files = {path: text for path, text in FILES.items() if path not in _SWEDISH or swedish}
    files["dossier.yaml"] = files["dossier.yaml"].replace("[en, sv]", "[en, sv]" if swedish else "[en]")
    fair = files["evidence/openness/fair.yaml"]
    files["evidence/openness/fair.yaml"] = fair.replace("    sources: [page]\n", "    sources: [page, press]\n") + _PRESS
    return files


@dataclass(frozen=True)
class Case:
    """A workspace and what must be found in it."""

    name: str
    files: dict[str, bytes]
    links: dict[str, str]
    """Symbolic links by their paths, with what they lead to."""
    expected: tuple[Expected, ...]


def cases(kind: str) -> Iterator[Case]:
    """All cases of `broken` or `correct`, in order of files."""
    for path in sorted((FOLDER / kind).glob("*.txt")):
        for number, text in enumerate(re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:], 1):
            title, _, body = text.partition("\n")
            yield _case(f"{path.stem} {number:02}: {title}", body)


def _case(name: str, body: str) -> Case:
    lines = body.rstrip("\n").split("\n") if body.strip() else []
    files = base(swedish="(two languages)" in lines)
    forms: dict[str, re.Match[str]] = {}
    expected: list[Expected] = []
    current = ""
    stretch: list[tuple[str, str]] = []
    for line in [*lines, ""]:
        sign, text = line[:1], _seen(line[2:])
        if sign in "-+|" and line:
            stretch.append((sign, text))
            continue
        _apply(name, files, current, stretch)
        stretch = []
        if sign == "!":
            code, path = text.split(" ", 1)
            expected.append((code, path, 1, 1))
        elif line and line != "(two languages)":
            form = _FORM.fullmatch(line)
            current = form["path"] if form else _seen(line)
            if form:
                forms[current] = form
            if form and form["form"] == "removed":
                del files[current]
    links = {path: form["target"] for path, form in forms.items() if form["target"]}
    marked = tuple(_marked(files))
    written = {path: _bytes(_MARK.sub("", text), forms.get(path)) for path, text in files.items()}
    repeated = {path: form["text"].encode() * int(form["times"]) for path, form in forms.items() if form["times"]}
    return Case(name, {**written, **repeated}, links, (*expected, *marked))


def _bytes(text: str, form: re.Match[str] | None) -> bytes:
    """A file as it lies on the disk."""
    match form["form"] if form else "":
        case "CRLF":
            return text.replace("\n", "\r\n").encode()
        case "open end":
            return text.removesuffix("\n").encode()
        case "latin-1" | "utf-16" as encoding:
            return text.encode(encoding)
        case "hex":
            return bytes.fromhex(text)
        case _:
            return text.encode()


def _seen(text: str) -> str:
    for written, meant in _UNSEEN.items():
        text = text.replace(written, meant)
    return text


def _apply(name: str, files: dict[str, str], path: str, stretch: list[tuple[str, str]]) -> None:
    """Lay one or more changes over a file: each begins with its `-` lines."""
    whole = [text for sign, text in stretch if sign == "|"]
    if whole:
        files[path] = "\n".join(whole) + "\n"
        return
    old: list[str] = []
    new: list[str] = []
    for sign, text in [*stretch, ("-", "")]:
        if sign == "-" and new:
            before, after = "\n".join(old), "\n".join(new)
            assert not old or files[path].count(before) == 1, f"{name}: {before!r} stands {files[path].count(before)} times in {path}"
            files[path] = files[path].replace(before, after) if old else files[path] + after + "\n"
            old, new = [], []
        (old if sign == "-" else new).append(text)


def _marked(files: dict[str, str]) -> Iterator[Expected]:
    for path, text in files.items():
        for match in _MARK.finditer(text):
            before = _MARK.sub("", text[: match.start()])
            lines = re.split("\r\n|\n|\r", before)
            yield match[1], path, len(lines), len(lines[-1].removeprefix("\ufeff")) + 1
