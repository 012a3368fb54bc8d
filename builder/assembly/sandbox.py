"""Jinja with bounds: a template is data, so it must end, stay small and reach nothing but what it is given.

Jinja's own sandbox keeps a template from Python's insides. What is added here: only filters and methods that a document needs, a number of steps,
a number of characters, and no arithmetic that makes something huge out of something small.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment

_MOST_STEPS = 200_000
"""Turns of loops and calls of macros in one document; the largest of ours takes some thousands."""
_MOST_CHARACTERS = 20_000_000
"""Printed and put together in one document."""
_LARGEST_NUMBER = 10**12
_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "first", "int", "join", "last", "length", "list", "lower", "reject", "rejectattr"),
    *("reverse", "round", "select", "selectattr", "sort", "title", "trim", "unique", "upper"),
)
_METHODS = {
    str: frozenset({"capitalize", "endswith", "lower", "startswith", "strip", "title", "upper"}),
    dict: frozenset({"get", "items", "keys", "values"}),
    list: frozenset[str](),
    tuple: frozenset[str](),
    int: frozenset[str](),
    float: frozenset[str](),
}


class _Folder(FileSystemLoader):
    """A folder of templates whose links stay in it."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """As its base; a template that is a link to elsewhere raises ValueError."""
        source, file, is_current = super().get_source(environment, template)
        if not any(Path(file).resolve().is_relative_to(Path(place).resolve()) for place in self.searchpath):
            raise ValueError(f"the link templates/{template} leads out of the workspace")
        return source, file, is_current


class Bounded(SandboxedEnvironment):
    """The environment of one rendering. What goes beyond its bounds raises ValueError."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, places: Sequence[Path], finalize: Callable[[object], str]) -> None:
        super().__init__(
            loader=ChoiceLoader([_Folder(place) for place in places]),
            undefined=StrictUndefined,
            finalize=lambda value: self.spent(finalize(value)),
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.globals = {"range": self.globals["range"]}
        self._steps = 0
        self._characters = 0

    def step(self) -> str:
        """Count a step."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise ValueError(f"it takes more than {_MOST_STEPS:,} steps; does it end?")
        return ""

    def counted(self, items: Iterable[object]) -> Iterator[object]:
        """The items of a loop, each a step."""
        for item in items:
            self.step()
            yield item

    def spent(self, text: str) -> str:
        """Count the characters of a text."""
        self._characters += len(text)
        if self._characters > _MOST_CHARACTERS:
            raise ValueError(f"it prints more than {_MOST_CHARACTERS:,} characters")
        return text

    def joined(self, *values: object) -> str:
        """What `~` makes of values."""
        return self.spent("".join(map(str, values)))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - a template's values
        """Arithmetic on numbers of everyday size, and texts put together; nothing is repeated or formatted."""
        del context
        numbers = all(isinstance(value, int | float) and abs(value) < _LARGEST_NUMBER for value in (left, right))
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.spent(left + right)
        if not numbers or operator == "**":
            raise ValueError(f"`{operator}` is for numbers of everyday size")
        return self.binop_table[operator](left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401
        """No text is used as a format: `'{:1000000000}'` is one."""
        if super().wrap_str_format(value) is not None:
            raise ValueError("texts are not formatted; write them with `~`")
        return None

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Only methods that read; those that pad or repeat could make a gigabyte of a letter."""
        for kind, methods in _METHODS.items():
            if isinstance(obj, kind):
                return attr in methods
        return super().is_safe_attribute(obj, attr, value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template with a count in each loop and macro, and with `~` replaced by what counts characters."""
        template = super()._parse(source, name, filename)
        for concat in list(template.find_all(nodes.Concat)):
            concat.nodes = [self._call("joined", list(concat.nodes), concat.lineno)]
        for loop in template.find_all(nodes.For):
            loop.iter = self._call("counted", [loop.iter], loop.lineno)
        body: Any
        for body in template.find_all((nodes.Macro, nodes.CallBlock)):
            body.body = [nodes.Output([self._call("step", [], body.lineno)], lineno=body.lineno), *body.body]
        return template.set_environment(self)  # type: ignore[return-value]  # itself

    def _call(self, name: str, arguments: list[Any], line: int) -> Any:  # noqa: ANN401 - Jinja's nodes are loosely typed
        return nodes.Call(nodes.EnvironmentAttribute(name, lineno=line), arguments, [], None, None, lineno=line)
