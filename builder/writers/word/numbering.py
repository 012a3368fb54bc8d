"""Lists: dashes and numbers on nine levels, and a numbering of its own for every numbered list."""

from builder.writers.word.markup import part, pt, w

LEVELS = 9
"""As many as Word has."""
_DASHES, _NUMBERS = 0, 1
_DASHED_LIST = 1
_DASH_INDENT = pt(15)
_NUMBER_INDENT = pt(22.5)


class Numbering:
    """The numberings of a file, counted as lists come along; `start` is where running text begins, in twips."""

    def __init__(self, start: int) -> None:
        self._start = start
        self._lists = [w("num", w("abstractNumId", val=_DASHES), numId=_DASHED_LIST)]

    def dashes(self) -> int:
        """The numbering that all lists without order share."""
        return _DASHED_LIST

    def numbers(self, level: int, start: int) -> int:
        """A new numbering for a numbered list on a level, counted from 0."""
        number = len(self._lists) + 1
        override = w("lvlOverride", w("startOverride", val=start), ilvl=level)
        self._lists.append(w("num", w("abstractNumId", val=_NUMBERS), override, numId=number))
        return number

    def part(self) -> bytes:
        """The numbering part with all lists so far."""
        kinds = (self._abstract(_DASHES, "bullet", "–", _DASH_INDENT), self._abstract(_NUMBERS, "decimal", "", _NUMBER_INDENT))
        return part("numbering", *kinds, *self._lists)

    def indent(self, level: int, *, ordered: bool) -> int:
        """Where the words of an item begin, in twips."""
        return self._start + (level + 1) * (_NUMBER_INDENT if ordered else _DASH_INDENT)

    def _abstract(self, number: int, form: str, mark: str, hanging: int) -> str:
        levels = (self._level(level, form, mark or f"%{level + 1}.", hanging) for level in range(LEVELS))
        return w("abstractNum", w("multiLevelType", val="hybridMultilevel" if mark else "multilevel"), *levels, abstractNumId=number)

    def _level(self, level: int, form: str, mark: str, hanging: int) -> str:
        place = w("pPr", w("ind", left=self._start + (level + 1) * hanging, hanging=hanging))
        return w("lvl", w("start", val=1), w("numFmt", val=form), w("lvlText", val=mark), w("lvlJc", val="left"), place, ilvl=level)
