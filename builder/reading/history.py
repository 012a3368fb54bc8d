"""What git knows of a workspace: which translations were left behind by a change of their original."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.reading.git import git
from builder.reading.nodes import Keys, Plain
from builder.reading.places import Places
from builder.reading.yaml import parse_yaml

_MOST_COMMITS = 5000
_NEVER = 1_000_000


def outdated_texts(root: Path, places: Places) -> frozenset[tuple[str, Keys]]:
    """The texts of translations, as path of the translation and way to the text, whose original has changed since.

    A translation counts as up to date in the commit that last touched its file, and while it has changes that are not committed. Outside a git
    repository nothing is known and nothing is said. Only commands are used that read the repository and obey none of its settings.
    """
    pairs = [(original, translation) for original, translations in places.translations.items() for translation in translations.values()]
    history = _history(root) if pairs else None
    if history is None:
        return frozenset()
    wanted = [(original, translation) for original, translation in pairs if history.position(translation) < _NEVER]
    blobs = _contents(root, [f"{history.last(t)}:{history.prefix}{path}" for o, t in wanted for path in (o, t)])
    found: set[tuple[str, Keys]] = set()
    for number, (original, translation) in enumerate(wanted):
        before, committed = blobs[2 * number : 2 * number + 2]
        now = places.files[original].script.text
        if before is not None and committed == places.files[translation].script.text and before != now:
            found |= {(translation, keys) for keys in _changed(before, now, committed)}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _History:
    prefix: str
    """The folder of the workspace in its repository, with a stroke at its end."""
    commits: Sequence[str]
    """Newest first."""
    touched: dict[str, int]
    """The number of the newest commit that touched a file, by its path in the repository."""

    def position(self, path: str) -> int:
        return self.touched.get(self.prefix + path, _NEVER)

    def last(self, path: str) -> str:
        return self.commits[self.position(path)]


def _history(root: Path) -> _History | None:
    prefix = git(root, "rev-parse", "--show-prefix")
    if prefix is None:
        return None
    commits = (git(root, "rev-list", "--topo-order", f"--max-count={_MOST_COMMITS}", "HEAD") or b"").decode().split()
    listed = git(root, "diff-tree", "--stdin", "-r", "--root", "-z", "--name-only", given="".join(f"{commit}\n" for commit in commits).encode())
    if not commits or listed is None:
        return None
    touched: dict[str, int] = {}
    numbers = {commit: number for number, commit in enumerate(commits)}
    current = 0
    for name in listed.decode("utf-8", "replace").split("\0"):
        if (head := name.strip("\n")) in numbers:
            current = numbers[head]
        else:
            touched.setdefault(name, current)
    return _History(prefix.decode("utf-8", "replace").rstrip("\n"), commits, touched)


def _contents(root: Path, names: Sequence[str]) -> list[str | None]:
    """The texts of `commit:path`, where there are any."""
    out = git(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode()) or b""
    texts: list[str | None] = []
    at = 0
    for _ in names:
        head, _, _ = out[at:].partition(b"\n")
        fields = head.split()
        at += len(head) + 1
        if len(fields) == 3 and fields[1] == b"blob":  # noqa: PLR2004 - object, kind and size
            size = int(fields[2])
            texts.append(out[at : at + size].decode("utf-8", "replace").removeprefix("\ufeff"))
            at += size + 1
        else:
            texts.append(None)
    return texts


def _changed(before: str, now: str, translated: str) -> Iterator[Keys]:
    """The ways to the texts that the translation has and the original changed."""
    older, newer, texts = (parse_yaml(text.encode(), "").data for text in (before, now, translated))
    for keys, _ in _texts(texts):
        one, other = _at(older, keys), _at(newer, keys)
        if isinstance(one, str) and isinstance(other, str) and one != other:
            yield keys


def _texts(value: Plain, keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts(child, (*keys, key))
    elif isinstance(value, tuple):
        for number, child in enumerate(value):
            yield from _texts(child, (*keys, number))


def _at(value: Plain, keys: Keys) -> Plain:
    for key in keys:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, tuple) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value
