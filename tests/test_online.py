"""`dossier check --online` visits the addresses of sources, politely."""

import datetime as dt
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from builder.cli import main
from builder.online.links import Answer, Clock, as_text, remembered, visit
from tests.small_workspace import FILES, small_workspace

TODAY = dt.date(2026, 7, 1)
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
    return visit(urls, known or {}, clock, httpx.MockTransport(answer)), log


@pytest.mark.parametrize(("status", "state"), [(200, "found"), (404, "gone"), (410, "gone"), (500, "unknown"), (401, "unknown"), (204, "found")])
def test_each_kind_of_answer_is_told_apart(status: int, state: str) -> None:
    """What is gone is gone; a site that is broken or closed tells nothing of the page."""
    answers, log = visited(lambda _: httpx.Response(status), A)
    assert answers[A].state == state
    assert log == [f"HEAD {A}"]


def test_a_site_that_refuses_to_give_its_head_is_asked_for_the_first_bytes() -> None:
    """Many do."""
    answers, log = visited(lambda request: httpx.Response(405 if request.method == "HEAD" else 206), A)
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
    "target", ["file:///etc/passwd", "http://127.0.0.1/", "http://10.0.0.1/", "http://localhost/", "http://[::1]/", "https://intranet/"]
)
def test_a_redirection_never_leads_into_the_machine_or_the_house(target: str) -> None:
    """The web must not learn from our request what stands behind the wall."""
    answers, log = visited(lambda _: httpx.Response(301, headers={"location": target}), A)
    assert answers[A].state == "unknown"
    assert log == [f"HEAD {A}"]


def test_a_redirection_in_circles_ends() -> None:
    """After five steps."""
    answers, log = visited(lambda _: httpx.Response(301, headers={"location": A}), A)
    assert (answers[A].state, len(log)) == ("unknown", 6)


def test_a_busy_site_is_asked_once_more_when_it_says_so() -> None:
    """And not before; half a minute at the longest."""
    _, log = visited(lambda _: httpx.Response(429, headers={"retry-after": "3600"}), A)
    assert log == [f"HEAD {A}", "pause 30", f"HEAD {A}"]


def test_what_fails_on_the_way_tells_nothing() -> None:
    """A slow site is not a dead one."""

    def slow(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow", request=request)

    assert visited(slow, A)[0][A].state == "unknown"


@pytest.mark.parametrize(
    ("state", "age", "asked"),
    [("found", 6, False), ("found", 7, True), ("gone", 0, False), ("gone", 1, True), ("unknown", 0, True), ("found", -1, True)],
)
def test_answers_are_kept_for_a_while(state: str, age: int, asked: bool) -> None:  # noqa: FBT001
    """A week when the page was there, a day when it was not; one from the future is not believed."""
    known = {A: Answer.model_validate({"state": state, "day": TODAY - dt.timedelta(age)})}
    _, log = visited(lambda _: httpx.Response(200), A, known=known)
    assert bool(log) == asked


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1}', '{"a": {"state": "fine", "day": "2026-07-01"}}', "\0", "[" * 5000])
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
