"""Whose machine an address names, and whether it stands on the open web."""

import socket
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

Resolve = Callable[[str], Iterable[str]]
"""From the name of a host to its numeric addresses; OSError when it has none."""


def resolve(host: str) -> list[str]:
    """The numeric addresses of a host, as this machine sees them."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def host_of(url: str) -> str:
    """The host that an address names, in lower case; empty where it names none that can be read."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def may_follow(start: str, onward: str, resolve: Resolve) -> bool:
    """Whether a redirection stays on the web: never into the machine or the house, unless it started there."""
    if urlsplit(onward).scheme not in ("http", "https") or not host_of(onward):
        return False
    return host_of(onward) == host_of(start) or is_inside(host_of(start)) or not _leads_inside(host_of(onward), resolve)


def _leads_inside(host: str, resolve: Resolve) -> bool:
    """Whether a host is inside by its name or by what the name stands for. One without addresses leads nowhere, which the visit tells."""
    try:
        return is_inside(host) or any(is_inside(found) for found in resolve(host))
    except (OSError, UnicodeError):
        return False


def is_inside(host: str) -> bool:
    """Whether a name or number is one of this machine or of a network at home, also as `127.1`, which libraries of the system read as 127.0.0.1."""
    try:
        return not ip_address(host.partition("%")[0]).is_global
    except ValueError:
        pass
    try:
        return not ip_address(socket.inet_aton(host)).is_global
    except (OSError, ValueError):
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or "." not in host
