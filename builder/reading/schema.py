"""JSON Schemas of what people write, for editors and for the documentation; made from the models, so that the two agree."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema

from builder.reading.award import AwardProfile
from builder.reading.dossier import Dossier
from builder.reading.entry import Entry
from builder.reading.response import Response
from builder.reading.source import SharedSources

SCHEMAS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {"dossier": Dossier, "entry": Entry, "response": Response, "sources": SharedSources, "award": AwardProfile}
)
"""The kinds of file that people write, and their models."""


class _Generator(GenerateJsonSchema):
    """As pydantic's own, without titles: they repeat the names of the fields."""

    schema_dialect = "https://json-schema.org/draft/2020-12/schema"

    def generate(self, schema: CoreSchema, mode: Any = "validation") -> JsonSchemaValue:  # noqa: ANN401 - as the parent
        """The schema with its dialect."""
        made = _untitled(super().generate(schema, mode))
        return {"$schema": self.schema_dialect, **made}


def _untitled(schema: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(schema, list):
        return [_untitled(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: _untitled(field) for name, field in value.items()} if key in {"properties", "$defs"} else _untitled(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
    }


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file; raises KeyError for a name that is not in `SCHEMAS`."""
    return SCHEMAS[name].model_json_schema(schema_generator=_Generator)
