"""What a layout may read: pictures of the workspace and the built-in style folder, nothing else.

Addresses have schemes of their own, `workspace:` and `style:`, so that the bytes of a PDF do not depend on where a workspace lies.
"""

from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from builder.resources import builtin
from builder.writers.html import WORKSPACE


class Resources(URLFetcher):  # type: ignore[misc]
    """Serves files of the workspace and of the style folder; any other address stops the layout."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=())
        self._roots = {WORKSPACE: folder, "style": builtin("style")}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - the name is the library's
        """The bytes of the file; raises FatalURLFetchingError where it may not or cannot be read."""
        scheme, _, path = url.partition(":")
        root = self._roots.get(scheme)
        if root is None:
            raise FatalURLFetchingError(url)
        file = (root / unquote(path)).resolve()
        if not (file.is_relative_to(root.resolve()) and file.is_file()):
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, file.read_bytes())
