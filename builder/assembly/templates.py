"""Jinja2 templates in Markdown: a template is data, not code, and what it prints is escaped."""

import re
import traceback
from collections.abc import Callable, Mapping
from inspect import signature
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from builder.assembly.sandbox import Bounded
from builder.findings import DossierError, Finding, Location
from builder.resources import builtin

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class Inserted(str):
    """Text that stands for blocks; it is printed as it is."""

    __slots__ = ()


# A character that neither YAML nor XML allows, so that no text of a user can look like a mark of ours.
MARK = "\uffff"


def escaped(value: object) -> str:
    """A value as Markdown that prints just its characters. Escaping all ASCII punctuation is the only list that never misses one."""
    if isinstance(value, Inserted):
        return value
    text = str(value)
    if MARK in text:
        raise ValueError("what a function inserts cannot go through a filter or into a text")
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def render(name: str, root: Path, context: Mapping[str, object]) -> str:
    """The text of a template, the workspace's own before the built-in one. Raises DossierError (E301) with the template's line."""
    places = [root / "templates", builtin()]
    environment = Bounded(places, escaped)
    try:
        return environment.get_template(name).render(context)
    except TemplateNotFound as problem:
        raise _finding(places, str(problem), 1, f"there is no template `{problem}`", "Name a file in templates/, or a built-in template.") from None
    except TemplateSyntaxError as problem:
        raise _finding(
            places, problem.name or name, problem.lineno, problem.message or "syntax error", "Compare with the built-in template of that name."
        ) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as problem:
        file, line = _place(problem, name)
        raise _finding(places, file, line, f"the template stops here: {problem}", "Compare with the built-in template of that name.") from None


def _place(problem: BaseException, name: str) -> tuple[str, int]:
    """Template and line of a failure, from the frames that Jinja gives the names of templates."""
    frames = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename.endswith(".j2")]
    return (Path(frames[-1].filename).name, frames[-1].lineno or 1) if frames else (name, 1)


def _finding(places: list[Path], name: str, line: int, message: str, hint: str) -> DossierError:
    lines = next(((p / name).read_text(encoding="utf-8").splitlines() for p in places if (p / name).is_file()), [])
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    return DossierError([Finding("E301", message, Location(f"templates/{name}", line, 1, excerpt), hint=hint)])


_MOST_INSERTED = 20_000


class Insertions:
    """The blocks that a template asked for, made later in order of appearance."""

    def __init__(self, kinds: Mapping[type, str]) -> None:
        """`kinds` are the types that a template may hand to a function, each as a template's author calls it."""
        self._kinds = kinds
        self._makers: list[Callable[[], object]] = []

    def inserting(self, make: Callable[..., object], *wanted: type) -> Callable[..., Inserted]:
        """What inserts the blocks that `make` makes. Raises TypeError at the template's line when it is not given values of those types."""
        form = signature(make)

        def insert(*given: object, **named: object) -> Inserted:
            values = form.bind(*given, **named).arguments.values()
            for value, kind in zip(values, wanted, strict=False):
                if not isinstance(value, kind):
                    raise TypeError(f"it needs {self._kinds[kind]} here, not {value!r:.40}")
            return self.later(lambda: make(*given, **named))

        return insert

    def later(self, maker: Callable[[], object]) -> Inserted:
        """A mark that stands for what `maker` will make. Raises ValueError when a template inserts without end."""
        if len(self._makers) >= _MOST_INSERTED:
            raise ValueError(f"it inserts more than {_MOST_INSERTED:,} things")
        self._makers.append(maker)
        return Inserted(f"\n\n{MARK}{len(self._makers) - 1}{MARK}\n\n")

    def maker(self, text: str) -> Callable[[], object] | None:
        """What makes the thing that a paragraph of this text stands for."""
        inner = text.strip(MARK)
        return self._makers[int(inner)] if text.startswith(MARK) and text.endswith(MARK) and inner.isdecimal() else None
