"""When two sources are two: what one publisher says twice is said once."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from builder.reading.source import Source


def independent(sources: Mapping[str, Source], names: Iterable[str], language: str) -> int:
    """How many public sources of those names depend on nobody else of them: one for each publisher, else for each site, else for each source."""
    return len({_publisher(name, sources[name], language) for name in names if not sources[name].confidential})


def _publisher(name: str, source: Source, language: str) -> str:
    publisher = source.publisher.get(language)[0].casefold() if source.publisher else ""
    return publisher or (urlsplit(source.url).hostname or "" if source.url else "") or f"#{name}"
