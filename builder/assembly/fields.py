"""Words that know which field of which file they were written in."""

from builder.assembly.draft import Draft
from builder.document import inlines as i
from builder.findings import Location
from builder.reading.entry import Entry
from builder.reading.nodes import Keys
from builder.reading.values import LocalText


def written(draft: Draft, name: str, children: i.Inlines, file: str, keys: Keys) -> i.Inlines:
    """The words of a field of a response or of dossier.yaml; `name` becomes their id."""
    return _written(name, children, keys, draft.place(file, *keys))


def entry_text(draft: Draft, name: str, entry: Entry, text: LocalText | None, keys: Keys) -> i.Inlines:
    """A text of an evidence entry as one run; `name` becomes its id."""
    return entry_words(draft, name, entry, draft.inlines(text, entry.file, keys, entry.id), keys)


def entry_words(draft: Draft, name: str, entry: Entry, children: i.Inlines, keys: Keys) -> i.Inlines:
    """Words that a field of an evidence entry holds; `name` becomes their id.

    Of an entry that has no translation into the document's language the file is named without a line: to find the lines in all entries takes twice as
    long as to assemble them.
    """
    translated = draft.language in draft.workspace.places.translations.get(entry.file, {})
    return _written(name, children, keys, draft.place(entry.file, *keys) if translated else Location(entry.file, 0))


def _written(name: str, children: i.Inlines, keys: Keys, place: Location) -> i.Inlines:
    return (i.Written(name, ".".join(map(str, keys)), place, children),) if children else ()
