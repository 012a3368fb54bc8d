"""Every code a finding can have, explained."""

from collections.abc import Mapping
from types import MappingProxyType

from builder.codes.award import AWARD
from builder.codes.choices import CHOICES
from builder.codes.code import Code
from builder.codes.coverage import COVERAGE
from builder.codes.files import FILES
from builder.codes.finished import FINISHED
from builder.codes.models import MODELS
from builder.codes.online import ONLINE
from builder.codes.prose import PROSE
from builder.codes.sources import SOURCES
from builder.codes.texts import TEXTS
from builder.codes.truth import TRUTH

CODES: Mapping[str, Code] = MappingProxyType(
    dict(sorted({**FILES, **MODELS, **TEXTS, **CHOICES, **COVERAGE, **AWARD, **SOURCES, **ONLINE, **TRUTH, **PROSE, **FINISHED}.items())),
)
"""All of them, in order. E1: files and YAML, E2: fields and references, E3: texts and templates; C0: a team's choices, C1: coverage,
C2: the award's rules, C3: sources, C4: truth, C5: wording; L1: finished files."""

__all__ = ["CODES", "Code"]
