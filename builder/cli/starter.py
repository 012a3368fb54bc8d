"""The files that commands write for people to fill in."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder.resources import builtin


def starter(name: str, **fields: object) -> str:
    """A file from `templates/starter/` with its fields filled in."""
    environment = Environment(
        loader=FileSystemLoader(builtin("starter")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - YAML, not HTML; texts go through `tojson`
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment.get_template(name).render(fields)
