"""Binds printed parts into one PDF with one structure tree.

A part and the frames come as files of their own. The pages of the parts take the places of the frames, whose numbers they carry, and the trees of
the parts become branches of one (ISO 32000-1, 14.7.2 and 14.7.4.4).
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from itertools import chain
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from builder.writers.pdf.joined_fonts import join_fonts
from builder.writers.pdf.places import lead
from builder.writers.pdf.printed import Printed

_FOLIO = "/Folio"


def bind(frames: bytes, parts: Sequence[Printed]) -> bytes:
    """The parts in one file. Equal parts give equal bytes."""
    with ExitStack() as opened:
        book = opened.enter_context(pikepdf.open(BytesIO(frames)))
        blank = list(book.pages)
        tree = _Tree(book)
        for printed in parts:
            part = opened.enter_context(pikepdf.open(BytesIO(printed.pdf)))
            for page in part.pages:
                book.pages.append(page)  # not `extend`, which warns of destinations lost: they are made anew
            tree.add(part)
        pages = list(book.pages)[len(blank) :]
        tree.finish()
        _share(blank, pages)
        around = (book.make_stream(b"q"), book.make_stream(b"Q /Folio Do"))
        for frame, page in zip(blank, pages, strict=True):
            _number(frame, page, around)
        del book.pages[: len(blank)]
        lead(book, [page for printed in parts for page in printed.pages])
        made = BytesIO()
        book.save(made, deterministic_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return made.getvalue()


class _Tree:
    """The structure tree of the whole."""

    def __init__(self, book: pikepdf.Pdf) -> None:
        self._book = book
        self._kids = Array()
        self._parents: list[Any] = []
        self._ids: list[tuple[bytes, Any]] = []
        self._next = 0
        """The first key that is free in the table of parents."""
        self._first = len(book.pages)
        """Number of the page that the next part begins with."""

    def add(self, part: pikepdf.Pdf) -> None:
        """Take over the tree of a part, whose pages have just been added."""
        root = part.Root.StructTreeRoot
        kids = root.K[0].K
        for kid in kids:
            del kid.P
        copied: Any = self._book.copy_foreign(part.make_indirect(Dictionary(K=kids, Nums=root.ParentTree.Nums, Names=root.IDTree.Names)))
        self._kids.extend(copied.K)
        for key, parents in _pairs(copied.Nums):
            self._parents += [self._next + int(key), parents]
        self._ids += [(bytes(name), element) for name, element in _pairs(copied.Names)]
        for page in list(self._book.pages)[self._first :]:
            page.obj.StructParents = self._next + int(page.obj.StructParents)
            for annotation in page.obj.get("/Annots", ()):
                annotation.StructParent = self._next + int(annotation.StructParent)
        self._next += len(copied.Nums) // 2
        self._first = len(self._book.pages)

    def finish(self) -> None:
        """Put the tree into the file."""
        new = self._book.make_indirect
        whole = new(Dictionary(Type=Name.StructElem, S=Name.Document, K=self._kids))
        for kid in self._kids:
            kid.P = whole
        names = Array(
            chain.from_iterable((pikepdf.String(name.decode("latin-1")), element) for name, element in sorted(self._ids, key=lambda pair: pair[0]))
        )
        root = new(
            Dictionary(
                Type=Name.StructTreeRoot,
                K=Array([whole]),
                ParentTree=new(Dictionary(Nums=Array(self._parents))),
                ParentTreeNextKey=self._next,
                IDTree=new(Dictionary(Names=names)),
            )
        )
        whole.P = root
        self._book.Root.StructTreeRoot = root


def _pairs(flat: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - pikepdf's objects are untyped
    """The leaves of a name or number tree that is a single node."""
    values = list(flat)
    return zip(values[::2], values[1::2], strict=True)


def _share(blank: Sequence[pikepdf.Page], pages: Sequence[pikepdf.Page]) -> None:
    """Let all parts use the same fonts and the same colours, which each has brought along."""
    resources = {used.objgen: used for used in (page.obj.Resources for page in (*blank, *pages))}
    join_fonts([used.Font for used in resources.values()])
    colours = blank[0].obj.Resources.ColorSpace
    for used in resources.values():
        used.ColorSpace = colours


def _number(frame: pikepdf.Page, page: pikepdf.Page, around: tuple[Any, Any]) -> None:
    """Lay what stands on a frame over a page; `around` are the instructions before and after the page's own."""
    drawn = frame.obj.Contents
    drawn.Type, drawn.Subtype = Name.XObject, Name.Form
    drawn.BBox, drawn.Resources = frame.obj.MediaBox, frame.obj.Resources
    used = Dictionary(dict(page.obj.Resources.items()))
    used.XObject = Dictionary({**dict(used.get("/XObject", Dictionary()).items()), _FOLIO: drawn})
    page.obj.Resources = used
    page.obj.Contents = Array([around[0], page.obj.Contents, around[1]])
