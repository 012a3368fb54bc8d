"""`dossier check --online` visits the addresses of sources, politely."""

import datetime as dt
import http.server
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from builder.cli import main
from builder.online.links import Answer, Clock, State, as_text, remembered, visit
from tests.small_workspace import FILES, small_workspace

TODAY = dt.date(2026, 7, 1)
HOSTS = {"a.example": ["93.184.215.14"], "b.example": ["93.184.215.14"], "inside.example": ["93.184.215.14", "10.0.0.7"]}
"""Where the names lead; nothing is looked up."""
A, B = "https://a.example/page", "https://b.example/page"


def visited(
    answers: Callable[[httpx.Request], httpx.Response], *urls: str, known: dict[str, Answer] | None = None
) -> tuple[dict[str, Answer], list[str]]:
    """What came of visiting the addresses, and every request with the pauses between."""
    log: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        log.append(f"{request.method} {request.url}")
        return answers(request)

    clock = Clock(TODAY, lambda seconds: log.append(f"pause {seconds:g}"))
    return visit(urls, known or {}, clock, httpx.MockTransport(answer), HOSTS.__getitem__), log


@pytest.mark.parametrize(("status", "state"), [(200, "found"), (404, "gone"), (410, "gone"), (500, "unknown"), (401, "unknown"), (204, "found")])
def test_each_kind_of_answer_is_told_apart(status: int, state: str) -> None:
    """What is gone is gone; a site that is broken or closed tells nothing of the page."""
    assert visited(lambda _: httpx.Response(status), A)[0][A].state == state


@pytest.mark.parametrize("status", [200, 401, 410])
def test_a_clear_answer_takes_one_request(status: int) -> None:
    """Nobody is asked twice for what was said once."""
    assert visited(lambda _: httpx.Response(status), A)[1] == [f"HEAD {A}"]


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_a_site_that_refuses_to_give_its_head_is_asked_for_the_first_bytes(status: int) -> None:
    """Many do; some even say that the page is not there, which would be a false alarm."""
    answers, log = visited(lambda request: httpx.Response(status if request.method == "HEAD" else 206), A)
    assert answers[A].state == "found"
    assert log == [f"HEAD {A}", "pause 1", f"GET {A}"]


def test_one_site_is_visited_page_by_page_with_a_pause_and_each_address_once() -> None:
    """A dossier may cite one site fifty times."""
    _, log = visited(lambda _: httpx.Response(200), A, A, f"{A}/2", f"{A}/3")
    assert log == [f"HEAD {A}", "pause 1", f"HEAD {A}/2", "pause 1", f"HEAD {A}/3"]


def test_a_page_that_has_moved_for_good_gives_its_new_address() -> None:
    """A passing redirection, such as one to a page for a language, does not count as a move."""
    moved, _ = visited(lambda r: httpx.Response(301, headers={"location": "/new"}) if r.url.path == "/page" else httpx.Response(200), A)
    assert (moved[A].state, moved[A].detail) == ("moved", "https://a.example/new")
    passing, _ = visited(lambda r: httpx.Response(302, headers={"location": "/sv"}) if r.url.path == "/page" else httpx.Response(200), A)
    assert passing[A].state == "found"


@pytest.mark.parametrize(
    "target",
    [
        *("file:///etc/passwd", "http://127.0.0.1/", "http://10.0.0.1/", "http://localhost/", "http://[::1]/", "https://intranet/"),
        *("http://127.1/", "http://0x7f.1/", "http://localhost./", "http://[::ffff:10.0.0.1]/", "http://me@127.0.0.1/", "https://inside.example/"),
        *("javascript:alert(1)", "http://["),
    ],
)
def test_a_redirection_never_leads_into_the_machine_or_the_house(target: str) -> None:
    """The web must not learn from our request what stands behind the wall."""
    answers, log = visited(lambda _: httpx.Response(301, headers={"location": target}), A)
    assert answers[A].state == "unknown"
    assert log == [f"HEAD {A}"]


def test_a_redirection_in_circles_ends() -> None:
    """After five steps."""
    answers, log = visited(lambda _: httpx.Response(301, headers={"location": A}), A)
    assert (answers[A].state, log) == ("unknown", [f"HEAD {A}", *["pause 1", f"HEAD {A}"] * 5])


def test_a_redirection_to_another_site_waits_its_turn_there() -> None:
    """However many addresses lead to one host, it is asked once a second."""
    _, log = visited(lambda r: httpx.Response(302, headers={"location": B}) if r.url.host == "a.example" else httpx.Response(200), A, f"{A}/2")
    assert log.count(f"HEAD {B}") == 2
    assert log == [f"HEAD {A}", f"HEAD {B}", "pause 1", f"HEAD {A}/2", "pause 1", f"HEAD {B}"]


def test_a_source_on_this_machine_may_lead_on_to_this_machine() -> None:
    """Whoever wrote the address meant it."""
    here = "http://127.0.0.1:8000/"
    answers, _ = visited(lambda r: httpx.Response(308, headers={"location": "/new"}) if r.url.path == "/" else httpx.Response(200), here)
    assert answers[here].state == "moved"


@pytest.mark.parametrize("url", ["http://[/x", "http://[::1", "https://a.example:999999999/"])
def test_an_address_that_cannot_be_read_does_not_stop_the_others(url: str) -> None:
    """It is a note like any other page that could not be checked."""
    answers, _ = visited(lambda r: httpx.Response(200, request=r), url, A)
    assert answers[A].state == "found"
    assert url in answers


@given(st.text())
def test_whatever_a_site_answers_there_is_an_answer_fit_for_a_terminal(location: str) -> None:
    """A page that somebody else made must neither stop the command nor steer the screen."""
    header = {b"location": location.encode("utf-8", "surrogatepass")}
    answers = visit([A], {}, Clock(TODAY, lambda _: None), httpx.MockTransport(lambda _: httpx.Response(301, headers=header)), lambda _: ["10.0.0.1"])
    assert answers[A].detail.isprintable()
    assert answers[A].detail.isascii()


@pytest.mark.parametrize(
    ("after", "pause"), [("3600", 30), ("5", 5), ("0", 1), ("soon", 1), ("Wed, 01 Jul 2026 10:00:07 GMT", 7), ("Wed, 01 Jul 2026 09:00:00 GMT", 1)]
)
def test_a_busy_site_is_asked_once_more_when_it_says_so(after: str, pause: int) -> None:
    """And not before; half a minute at the longest, a second at the least."""
    said = {"retry-after": after, "date": "Wed, 01 Jul 2026 10:00:00 GMT"}
    _, log = visited(lambda _: httpx.Response(429, headers=said), A)
    assert log == [f"HEAD {A}", f"pause {pause}", f"HEAD {A}"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_site_that_is_broken_for_a_moment_is_asked_again(status: int) -> None:
    """Once."""
    first = [status]
    answers, log = visited(lambda _: httpx.Response(first.pop() if first else 200), A)
    assert answers[A].state == "found"
    assert log == [f"HEAD {A}", "pause 1", f"HEAD {A}"]


def test_a_slow_site_is_asked_again() -> None:
    """Once: what came late may come in time now."""
    first = [httpx.ReadTimeout("slow")]

    def late(_: httpx.Request) -> httpx.Response:
        if first:
            raise first.pop()
        return httpx.Response(200)

    assert visited(late, A)[0][A].state == "found"


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        (ssl.SSLCertVerificationError("certificate has expired"), "certificate"),
        (ssl.SSLError("wrong version number"), "unknown"),
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "gone"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), "unknown"),
        (ConnectionRefusedError(111, "Connection refused"), "unknown"),
    ],
)
def test_why_a_site_cannot_be_reached_makes_a_difference(reason: OSError, state: str) -> None:
    """A broken certificate and a name that nobody has are facts about the site; a line that is down is not."""

    def fail(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no") from reason

    assert visited(fail, A)[0][A].state == state


def test_what_fails_on_the_way_tells_nothing() -> None:
    """A slow site is not a dead one."""

    def slow(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow", request=request)

    assert visited(slow, A)[0][A].state == "unknown"


@pytest.mark.parametrize(
    ("state", "age", "asked"),
    [
        ("found", 6, False),
        ("found", 7, True),
        ("gone", 0, False),
        ("gone", 1, True),
        ("certificate", 1, True),
        ("unknown", 0, True),
        ("found", -1, True),
    ],
)
def test_answers_are_kept_for_a_while(state: str, age: int, asked: bool) -> None:  # noqa: FBT001
    """A week when the page was there, a day when it was not; one from the future is not believed."""
    known = {A: Answer.model_validate({"state": state, "day": TODAY - dt.timedelta(age)})}
    _, log = visited(lambda _: httpx.Response(200), A, known=known)
    assert bool(log) == asked


ESCAPE = '{"a": {"state": "moved", "detail": "\\u001b[2J", "day": "2026-07-01"}}'


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1}', '{"a": {"state": "fine", "day": "2026-07-01"}}', ESCAPE, "\0", "[" * 5000])
def test_a_damaged_or_edited_cache_is_not_believed(text: str) -> None:
    """It is asked for again; what we wrote ourselves is read back."""
    assert remembered(text) == {}
    answers = {A: Answer(state="moved", detail=B, day=TODAY)}
    assert remembered(as_text(answers)) == answers


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine: /here is there, all else is not."""

    class Site(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200 if self.path == "/here" else 404)
            self.end_headers()

        do_GET = do_HEAD  # noqa: N815 - the name is the library's

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_command_names_the_address_that_leads_nowhere_and_keeps_the_answers(tmp_path: Path, site: str) -> None:
    """At the line where it was written; without --online nothing is visited."""
    entry = FILES["evidence/openness/fair.yaml"].replace("https://example.org/fair", f"{site}/gone")
    folder = small_workspace(tmp_path, **{"evidence/openness/fair.yaml": entry})
    assert "C331" not in CliRunner().invoke(main, ["check", str(folder)]).output
    assert not (folder / "output").exists()
    result = CliRunner().invoke(main, ["check", str(folder), "--online"])
    assert result.exit_code == 0, result.output
    assert "warning[C331]: the address leads nowhere: the site answers 404" in result.output
    line = next(number for number, text in enumerate(entry.splitlines(), 1) if "/gone" in text)
    assert f"--> evidence/openness/fair.yaml:{line}:" in result.output
    assert f"{site}/gone" in remembered((folder / "output" / ".cache" / "links.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("state", "code"), [("gone", "warning[C331]"), ("moved", "note[C332]"), ("unknown", "note[C333]"), ("certificate", "warning[C334]")]
)
def test_each_answer_has_its_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: State, code: str) -> None:
    """What a juror would meet is a warning; what only a person can judge is a note."""
    monkeypatch.setattr("builder.online.links.visit", lambda urls, *_: {url: Answer(state=state, detail=B, day=TODAY) for url in urls})
    assert code in CliRunner().invoke(main, ["check", str(small_workspace(tmp_path)), "--online"]).output
