"""Visits the addresses of sources, politely: each once, one at a time on each host with a pause between, and not again for a week.

A page is asked for its head; where a site refuses that, for its first bytes. `robots.txt` is not read: nothing is crawled, each address was written
by somebody who wants it looked at.
"""

import datetime as dt
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from builder import __version__
from builder.online.hosts import Resolve, host_of, may_follow, resolve

if TYPE_CHECKING:
    import httpx

_AGENT = f"dossier/{__version__} (checks the addresses of a dossier's sources; one request each)"
_TIMEOUT = 10.0
_PAUSE = 1.0
"""Seconds between two requests to one host, at least."""
_LONGEST_WAIT = 30.0
_HOSTS = 8
"""Looked at side by side."""
_REDIRECTS = 5
_KEPT = {"found": 7, "moved": 7, "gone": 1, "certificate": 1}
"""Days for which an answer is remembered; one that tells nothing is asked for again."""
_GONE = (404, 410)
_MOVED_FOR_GOOD = (301, 308)
_REFUSES_HEAD = (400, 403, 404, 405, 406, 501)
"""Not found too: some sites answer so to every question for a head."""
_NO_SUCH_HOST = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))

State = Literal["found", "moved", "gone", "certificate", "unknown"]


class Answer(BaseModel):
    """What came of a visit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: State
    detail: Annotated[str, StringConstraints(pattern=r"^[ -~]*$")] = ""
    """The new address, or why; nothing that could steer a terminal."""
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


def visit(
    urls: Iterable[str], known: Mapping[str, Answer], clock: Clock, transport: "httpx.BaseTransport | None" = None, resolve: Resolve = resolve
) -> dict[str, Answer]:
    """The answer for each address: a remembered one that is fresh, else a new one."""
    import httpx  # noqa: PLC0415 - for this command alone

    wanted = list(dict.fromkeys(urls))
    answers = {url: known[url] for url in wanted if url in known and _is_fresh(known[url], clock.today)}
    hosts: dict[str, list[str]] = {}
    for url in wanted:
        if url not in answers:
            hosts.setdefault(host_of(url), []).append(url)
    with (
        httpx.Client(headers={"user-agent": _AGENT}, timeout=_TIMEOUT, transport=transport, follow_redirects=False) as client,
        ThreadPoolExecutor(_HOSTS) as pool,
    ):
        visitor = _Visitor(client, clock, resolve)
        for found in pool.map(lambda of_one_host: dict(visitor.answers(of_one_host)), hosts.values()):
            answers |= found
    return answers


def _is_fresh(answer: Answer, today: dt.date) -> bool:
    return dt.timedelta(0) <= today - answer.day < dt.timedelta(_KEPT.get(answer.state, 0))


@dataclass
class _Turns:
    """Lets one request at a time through to a host, each but the first after a pause; redirections from elsewhere wait their turn as well."""

    locks: dict[str, Lock] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    guard: Lock = field(default_factory=Lock)

    def of(self, host: str) -> Lock:
        """What to hold while asking."""
        with self.guard:
            return self.locks.setdefault(host, Lock())


@dataclass(frozen=True)
class _Visitor:
    client: "httpx.Client"
    clock: Clock
    resolve: Resolve
    turns: _Turns = field(default_factory=_Turns)

    def answers(self, urls: Iterable[str]) -> Iterator[tuple[str, Answer]]:
        """What came of visiting the addresses, one after another."""
        import httpx  # noqa: PLC0415

        for url in urls:
            try:
                state, detail = self._follow(url)
            except (httpx.HTTPError, httpx.InvalidURL, ValueError) as problem:
                state, detail = _failed(problem)
            yield url, Answer(state=state, detail=detail, day=self.clock.today)

    def _follow(self, url: str) -> tuple[State, str]:
        """Follow an address to where it leads."""
        import httpx  # noqa: PLC0415

        here, for_good = url, True
        for _ in range(_REDIRECTS + 1):
            answer = self._ask(here)
            if not answer.has_redirect_location:
                return _told(answer.status_code, here if here != url and for_good else "")
            onward = str(httpx.URL(here).join(str(answer.headers["location"])))
            if not may_follow(url, onward, self.resolve):
                return "unknown", f"it leads on to {onward}, which is not on the web"
            for_good = for_good and answer.status_code in _MOVED_FOR_GOOD
            here = onward
        return "unknown", f"it leads on more than {_REDIRECTS} times"

    def _ask(self, url: str) -> "httpx.Response":
        """The head of a page, or its first bytes."""
        answer = self._patiently("HEAD", url)
        return self._patiently("GET", url) if answer.status_code in _REFUSES_HEAD else answer

    def _patiently(self, method: str, url: str) -> "httpx.Response":
        """An answer; asked for once more where the site is slow, busy or broken."""
        import httpx  # noqa: PLC0415

        try:
            answer = self._once(method, url, _PAUSE)
        except httpx.TimeoutException:
            return self._once(method, url, _PAUSE)
        busy = answer.status_code == httpx.codes.TOO_MANY_REQUESTS or (answer.is_server_error and answer.status_code not in _REFUSES_HEAD)
        return self._once(method, url, _wanted_pause(answer)) if busy else answer

    def _once(self, method: str, url: str, pause: float) -> "httpx.Response":
        """One request, when it is its turn; of the body nothing is read."""
        host = host_of(url)
        with self.turns.of(host):
            if host in self.turns.asked:
                self.clock.sleep(pause)
            self.turns.asked.add(host)
            headers = {"range": "bytes=0-1023"} if method == "GET" else {}
            with self.client.stream(method, url, headers=headers) as answer:
                return answer


def _told(status: int, moved_to: str) -> tuple[State, str]:
    """What a page's last answer says of it."""
    if status in _GONE:
        return "gone", f"the site answers {status}"
    if status >= 400:  # noqa: PLR2004 - where HTTP's errors begin
        return "unknown", f"the site answers {status}"
    return ("moved", moved_to) if moved_to else ("found", "")


def _failed(problem: BaseException) -> tuple[State, str]:
    """What a request that got no answer says of the page, from the reasons behind the failure."""
    reason: BaseException | None = problem
    while reason:
        if isinstance(reason, ssl.SSLCertVerificationError):
            return "certificate", "its certificate cannot be trusted"
        if isinstance(reason, socket.gaierror):
            return ("gone", "there is no such host") if reason.errno in _NO_SUCH_HOST else ("unknown", "the name of its host cannot be looked up")
        reason = reason.__cause__ or reason.__context__
    return "unknown", type(problem).__name__


def _wanted_pause(answer: "httpx.Response") -> float:
    """Seconds that a site asks us to wait, as a number or as a date beside its own; half a minute at the longest."""
    said = str(answer.headers.get("retry-after", ""))
    if said.isdecimal():
        wanted = float(said)
    else:
        try:
            wanted = (parsedate_to_datetime(said) - parsedate_to_datetime(str(answer.headers.get("date", "")))).total_seconds()
        except (ValueError, TypeError):
            wanted = _PAUSE
    return min(max(wanted, _PAUSE), _LONGEST_WAIT)
