"""The proof that travels inside the PDF of the evidence register: the entries as they were written, and the local copies of their sources.

Whatever holds anything confidential stays out, whole: what is cut from a file leaves traces.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel

from builder.assembly.draft import Draft
from builder.document import blocks as b
from builder.reading.files import EVIDENCE, SOURCES
from builder.reading.source import Source


def proof(draft: Draft) -> tuple[b.Attachment, ...]:
    """The files that `enclose:` in dossier.yaml asks for, in order of the register, each once."""
    wanted = draft.workspace.dossier.enclose
    found: dict[str, b.Attachment] = {}
    for name, number in sorted(draft.numbers.items(), key=lambda item: item[1]):
        for attachment in (*(_written(draft, name, number) if "entries" in wanted else ()), *(_copies(draft, name) if "copies" in wanted else ())):
            found.setdefault(attachment.file, attachment)
    names = Counter(attachment.name for attachment in found.values())
    return tuple(each if names[each.name] == 1 else replace(each, name=each.file.replace("/", "-")) for each in found.values())


def _written(draft: Draft, name: str, number: int) -> Iterator[b.Attachment]:
    """The YAML of an entry, or that of the shared sources, with its translations."""
    workspace = draft.workspace
    file = workspace.entries[name].file if name in workspace.entries else SOURCES
    holds = workspace.entries.get(name, workspace.sources)
    if not _confidential(holds):
        title = draft.name(workspace.entries[name].title, name) if name in workspace.entries else draft.wording.word("sources")
        for path in (file, *workspace.places.translations.get(file, {}).values()):
            yield b.Attachment(path, path.rpartition("/")[2], f"{number}: {title}" if file != SOURCES else title, "Source")


def _copies(draft: Draft, name: str) -> Iterator[b.Attachment]:
    """Local copies of an entry's public sources, or of a shared source."""
    workspace = draft.workspace
    entry = workspace.entries.get(name)
    if entry and entry.confidential:
        return
    hidden = {source.file for source in _sources(draft) if source.confidential}
    for source in workspace.sources_of(name).values() if entry else (workspace.sources[name],):
        if source.file and source.file not in hidden:
            path = f"{EVIDENCE}/{source.file}"
            yield b.Attachment(path, path.rpartition("/")[2], draft.say(source.title), "Supplement")


def _sources(draft: Draft) -> Iterator[Source]:
    """Every source of the workspace; those of a confidential entry are as confidential as it is."""
    workspace = draft.workspace
    yield from workspace.sources.values()
    for entry in workspace.entries.values():
        for source in entry.sources.values():
            if source:
                yield source.model_copy(update={"confidential": True}) if entry.confidential else source


def _confidential(value: object) -> bool:
    """Whether anything in a model is marked confidential."""
    if isinstance(value, BaseModel):
        return getattr(value, "confidential", False) or any(map(_confidential, value.__dict__.values()))
    if isinstance(value, Mapping):
        return any(map(_confidential, value.values()))
    return isinstance(value, tuple) and any(map(_confidential, value))
