"""The Word file of a document.

Markup is written directly, into a package of python-docx that starts without stock content. All that can be named is a named style.
"""

from collections.abc import Mapping
from pathlib import Path

from builder.document import blocks as b
from builder.reading.theme import Theme
from builder.writers.word.fonts import font_table
from builder.writers.word.footnotes import footnotes
from builder.writers.word.grid import grid_of
from builder.writers.word.language import word_language
from builder.writers.word.numbering import Numbering
from builder.writers.word.origins import origins, origins_properties
from builder.writers.word.palette import palette
from builder.writers.word.referring import referred
from builder.writers.word.sections import body
from builder.writers.word.settings import core_properties, custom_properties, extended_properties, settings
from builder.writers.word.styles import styles
from builder.writers.word.writing import Writing


def write_word(document: b.Document, theme: Theme, folder: Path, page_of: Mapping[str, int]) -> bytes:
    """The document as a Word file; equal content gives equal bytes.

    Pictures are read from `folder`. `page_of` gives the page of each block as the contents shall show it; what it lacks is shown as a dash.
    Raises ValueError where words hold characters that XML does not allow, OSError where a picture cannot be read.
    """
    grid = grid_of(theme)
    writing = Writing(theme, grid, folder, page_of, Numbering(grid.rail), referred(document))
    text = body(document, writing)
    parts = {
        "styles": styles(theme, word_language(document.language)),
        "numbering": writing.numbering.part(),
        "settings": settings(),
        "theme/theme1": palette(theme),
        "fontTable": font_table(theme),
        "footnotes": footnotes(writing.notes, grid.rail),
    }
    properties = {"core": core_properties(document), "app": extended_properties(document), "custom": custom_properties(document)}
    return writing.package.save(text, parts, properties, (origins(document), origins_properties()))
