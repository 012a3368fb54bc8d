"""Visits the addresses of sources, politely: each once, one at a time on each site with a pause between, and not again for a week.

A page is asked for its head; where a site refuses that, for its first bytes. `robots.txt` is not read: nothing is crawled, each address was written
by somebody who wants it looked at.
"""

import datetime as dt
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from builder import __version__

if TYPE_CHECKING:
    import httpx

_AGENT = f"dossier/{__version__} (checks the addresses of a dossier's sources; one request each)"
_TIMEOUT = 10.0
_PAUSE = 1.0
"""Seconds between two requests to one site."""
_LONGEST_WAIT = 30.0
_SITES = 8
"""Looked at side by side."""
_REDIRECTS = 5
_KEPT = {"found": 7, "moved": 7, "gone": 1}
"""Days for which an answer is remembered; one that tells nothing is asked for again."""
_GONE = (404, 410)
_MOVED_FOR_GOOD = (301, 308)
_REFUSES_HEAD = (400, 403, 405, 406, 501)


class Answer(BaseModel):
    """What came of a visit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: Literal["found", "moved", "gone", "unknown"]
    detail: str = ""
    """The new address, or why."""
    day: dt.date


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the time comes from; tests bring their own."""

    today: dt.date
    sleep: Callable[[float], None] = time.sleep


_CACHE: TypeAdapter[dict[str, Answer]] = TypeAdapter(dict[str, Answer])


def remembered(text: str) -> dict[str, Answer]:
    """Answers kept from before; none where the text is not one that we have written."""
    try:
        return _CACHE.validate_json(text)
    except ValidationError:
        return {}


def as_text(answers: Mapping[str, Answer]) -> str:
    """Answers, to be kept."""
    return json.dumps({url: answer.model_dump(mode="json") for url, answer in sorted(answers.items())}, indent=1) + "\n"


def visit(urls: Iterable[str], known: Mapping[str, Answer], clock: Clock, transport: "httpx.BaseTransport | None" = None) -> dict[str, Answer]:
    """The answer for each address: a remembered one that is fresh, else a new one."""
    wanted = list(dict.fromkeys(urls))
    answers = {url: known[url] for url in wanted if url in known and _is_fresh(known[url], clock.today)}
    sites: dict[str, list[str]] = {}
    for url in wanted:
        if url not in answers:
            sites.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    with ThreadPoolExecutor(_SITES) as pool:
        for found in pool.map(lambda site: dict(_site(site, clock, transport)), sites.values()):
            answers |= found
    return answers


def _is_fresh(answer: Answer, today: dt.date) -> bool:
    return dt.timedelta(0) <= today - answer.day < dt.timedelta(_KEPT.get(answer.state, 0))


def _site(urls: list[str], clock: Clock, transport: "httpx.BaseTransport | None") -> Iterator[tuple[str, Answer]]:
    """The addresses of one site, one after another."""
    import httpx  # noqa: PLC0415 - for this command alone

    with httpx.Client(headers={"user-agent": _AGENT}, timeout=_TIMEOUT, transport=transport, follow_redirects=False) as client:
        for number, url in enumerate(urls):
            if number:
                clock.sleep(_PAUSE)
            state, detail = _visit(client, url, clock)
            yield url, Answer(state=state, detail=detail, day=clock.today)


State = Literal["found", "moved", "gone", "unknown"]


def _visit(client: "httpx.Client", url: str, clock: Clock) -> tuple[State, str]:
    """Follow an address to where it leads."""
    import httpx  # noqa: PLC0415

    here, for_good = url, True
    for _ in range(_REDIRECTS + 1):
        try:
            answer = _ask(client, here, clock)
        except httpx.ConnectError as problem:
            return "gone" if "Name or service" in str(problem) or "nodename" in str(problem) else "unknown", "the site cannot be reached"
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as problem:
            return "unknown", type(problem).__name__
        if not answer.is_redirect:
            break
        target = str(answer.headers.get("location", ""))
        onward = str(httpx.URL(here).join(target))
        if not _may_follow(url, onward):
            return "unknown", f"it leads on to {onward}, which is not on the web"
        for_good = for_good and answer.status_code in _MOVED_FOR_GOOD
        here = onward
    else:
        return "unknown", "it leads in circles"
    if answer.status_code in _GONE:
        return "gone", f"the site answers {answer.status_code}"
    if answer.status_code >= 400:  # noqa: PLR2004 - where HTTP's errors begin
        return "unknown", f"the site answers {answer.status_code}"
    return ("moved", here) if here != url and for_good else ("found", "")


def _ask(client: "httpx.Client", url: str, clock: Clock) -> "httpx.Response":
    """The head of a page, or its first bytes; once more after a pause where the site is busy."""
    answer = client.head(url)
    if answer.status_code in _REFUSES_HEAD:
        clock.sleep(_PAUSE)
        with client.stream("GET", url, headers={"range": "bytes=0-1023"}) as answer:
            pass
    if answer.status_code in (429, 503):
        said = answer.headers.get("retry-after", "")
        clock.sleep(min(float(said) if said.isdecimal() else _PAUSE, _LONGEST_WAIT))
        answer = client.head(url)
    return answer


def _may_follow(start: str, onward: str) -> bool:
    """Whether a redirection stays on the web: never into the machine or the house, unless it started there."""
    parts = urlsplit(onward)
    return parts.scheme in ("http", "https") and (not _is_inside(parts.hostname or "") or _is_inside(urlsplit(start).hostname or ""))


def _is_inside(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or "." not in host
