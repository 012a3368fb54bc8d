"""Every code a finding can have, explained."""

from collections.abc import Mapping
from types import MappingProxyType

from builder.codes.code import Code
from builder.codes.files import FILES
from builder.codes.models import MODELS
from builder.codes.rules import RULES
from builder.codes.texts import TEXTS

CODES: Mapping[str, Code] = MappingProxyType(dict(sorted({**FILES, **MODELS, **TEXTS, **RULES}.items())))
"""All of them, in order: E1 files and YAML, E2 fields and references, E3 texts and templates, C content."""

__all__ = ["CODES", "Code"]
