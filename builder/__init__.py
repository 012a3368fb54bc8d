"""Builds award dossiers from evidence kept as YAML in git.

read → assemble → check → write → inspect:
    YAML files → Workspace → Document → findings → PDF and Word file → what was measured on them
"""

__version__ = "0.1.0"
