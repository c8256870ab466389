"""Many links: each asked once, hosts at the same time, a host's links one after the other; and no network at all."""

from __future__ import annotations

import ipaddress
import socket
import threading
from http.server import BaseHTTPRequestHandler
from itertools import pairwise

import pytest

from checks.web import Answer, Outcome, Question
from flows.links.asker import SILENCES, STEP
from tests.flows.links.site import Page, Site

OK = Answer(Outcome.ANSWERED, 200)
UNKNOWN = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
UNREACHABLE = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


class Notes:
    """An observer that keeps what it is told."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.steps: list[tuple[str, float, float | None]] = []

    def step(self, name: str, done: float, total: float | None) -> None:
        self.steps.append((name, done, total))

    def note(self, message: str) -> None:
        self.notes.append(message)


def test_nothing_happens_before_there_is_something_to_ask(site: Site) -> None:
    before = threading.active_count()
    with site.launch() as web:
        web.expect([])
        assert threading.active_count() == before
        assert web.facts() == {}
    assert site.looked_up == []


def test_each_address_is_asked_once_however_often_it_is_expected(site: Site) -> None:
    site.pages["/page"] = Page()
    with site.launch() as web:
        expecting = [threading.Thread(target=web.expect, args=([Question(site.url("/page"))] * 3,)) for _ in range(8)]
        for one in expecting:
            one.start()
        for one in expecting:
            one.join()
        assert web.answer(Question(site.url("/page"))) == OK
        assert web.answer(Question(site.url("/page"))) == OK
    assert len(site.asked) == 1
    assert site.looked_up == ["alpha.example"]


def test_a_host_gets_one_request_at_a_time_and_a_pause_after_it(site: Site) -> None:
    site.pages |= {f"/{number}": Page() for number in range(6)}
    site.pages["/0"] = Page(302, {"Location": site.url("/5", "beta.example")})
    with site.launch(pause=0.1) as web:
        # A redirect leads from one host to the other, so two queues meet there.
        web.expect(
            Question(site.url(f"/{number}", host)) for number in range(4) for host in ("alpha.example", "beta.example")
        )
        web.answer(Question(site.url("/3")))
    for host in ("alpha.example", "beta.example"):
        mine = sorted(one for one in site.asked if one.host == host)
        mine.sort(key=lambda one: one.began)
        assert len(mine) >= 4
        assert all(after.began - before.ended >= 0.09 for before, after in pairwise(mine))


def test_hosts_are_asked_at_the_same_time(site: Site) -> None:
    # Each answers only once all three have been asked.
    together = threading.Barrier(3, timeout=10)

    def waits(_: BaseHTTPRequestHandler) -> Page:
        together.wait()
        return Page()

    site.pages["/page"] = waits
    questions = [Question(site.url("/page", f"{name}.example")) for name in ("alpha", "beta", "gamma")]
    with site.launch() as web:
        web.expect(questions)
        assert [web.answer(one) for one in questions] == [OK] * 3


def test_no_more_hosts_at_a_time_than_the_settings_say(site: Site) -> None:
    inside, most = 0, 0
    lock = threading.Lock()

    def counts(_: BaseHTTPRequestHandler) -> Page:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        threading.Event().wait(0.05)
        with lock:
            inside -= 1
        return Page()

    site.pages["/page"] = counts
    names = [f"{letter}.example" for letter in "abcdefgh"]
    with site.launch(connections=2, allow_hosts=tuple(names)) as web:
        web.expect(Question(site.url("/page", name)) for name in names)
        web.answer(Question(site.url("/page", names[0])))
    assert len(site.asked) == 8
    assert most <= 2


def test_a_host_that_stays_silent_is_left_alone_after_a_while(site: Site) -> None:
    site.pages["/other"] = Page()
    site.pages |= {f"/{number}": _dropped for number in range(8)}
    with site.launch(retries=0) as web:
        questions = [Question(site.url(f"/{number}")) for number in range(8)]
        web.expect([Question(site.url("/other", "beta.example")), *questions])
        assert {web.answer(one).outcome for one in questions} == {Outcome.SILENT}
        assert len({one.path for one in site.asked if one.host == "alpha.example"}) == SILENCES
        assert web.facts()["asked"] == f"{SILENCES + 1} addresses at alpha.example, beta.example"


def test_a_host_that_has_had_enough_is_not_asked_again_in_this_run(site: Site) -> None:
    site.pages |= {f"/{number}": Page(429, {"Retry-After": "3600"}) for number in range(8)}
    with site.launch() as web:
        web.expect(Question(site.url(f"/{number}")) for number in range(8))
        assert {web.answer(Question(site.url(f"/{number}"))).status for number in range(8)} == {429}
    assert len(site.asked) == 1


def _dropped(request: BaseHTTPRequestHandler) -> None:
    request.connection.shutdown(socket.SHUT_RDWR)


def test_without_a_network_nothing_is_known_of_any_link(site: Site) -> None:
    names = [f"town-{number}.example" for number in range(5)]
    site.names = dict.fromkeys([*names, "example.com"], UNREACHABLE)
    with site.launch() as web:
        answers = {web.answer(Question(f"http://{name}/")) for name in names}
    assert answers == {
        Answer(Outcome.UNASKED, reason="no host answered, so this machine seems to be without a network")
    }


def test_a_system_that_says_no_such_name_without_a_network_is_not_believed(site: Site) -> None:
    site.names = {"town.example": UNKNOWN, "example.com": UNKNOWN}
    assert site.answer("http://town.example/").outcome is Outcome.UNASKED


def test_names_that_do_not_exist_are_told_from_a_missing_network(site: Site) -> None:
    names = [f"invented-{number}.example" for number in range(5)]
    site.names = dict.fromkeys(names, UNKNOWN)
    with site.launch() as web:
        assert {web.answer(Question(f"http://{name}/")).outcome for name in names} == {Outcome.NO_HOST}
    assert site.looked_up.count("example.com") == 1


def test_one_host_that_answers_shows_that_there_is_a_network(site: Site, closed_port: int) -> None:
    site.pages["/"] = Page(500)
    dead = [Question(f"http://{name}.example:{closed_port}/") for name in ("beta", "gamma")] + [
        Question("http://x.example/")
    ]
    site.names["x.example"] = UNREACHABLE
    with site.launch(retries=0) as web:
        web.expect([Question(site.url())])
        assert {web.answer(one).outcome for one in dead} == {Outcome.SILENT}
    assert "example.com" not in site.looked_up


def test_a_wall_around_the_machine_is_not_every_links_fault(site: Site, closed_port: int) -> None:
    # Names are found, and nobody can be reached.
    names = ("alpha.example", "beta.example", "gamma.example")
    with site.launch(retries=0) as web:
        web.expect(Question(f"http://{name}:{closed_port}/") for name in names)
        assert web.answer(Question(f"http://alpha.example:{closed_port}/")).outcome is Outcome.UNASKED


def test_a_name_that_does_not_exist_is_told_behind_a_wall_too(site: Site, closed_port: int) -> None:
    names = ("alpha.example", "beta.example", "gamma.example")
    site.names["invented.example"] = UNKNOWN
    with site.launch(retries=0) as web:
        web.expect(Question(f"http://{name}:{closed_port}/") for name in names)
        assert web.answer(Question("http://invented.example/")).outcome is Outcome.NO_HOST


def test_a_proxy_that_is_down_is_not_the_links_fault(site: Site, closed_port: int) -> None:
    answer = site.answer("http://far.town/", proxy=f"http://127.0.0.1:{closed_port}", retries=0)
    assert answer.outcome is Outcome.UNASKED


def test_time_for_all_links_is_limited(site: Site) -> None:
    site.pages["/0"] = Page()
    with site.launch(pause=30, total_timeout=1) as web:
        web.expect([Question(site.url("/0")), Question(site.url("/1"))])
        answers = [web.answer(Question(site.url(path))) for path in ("/0", "/1")]
    assert answers[0] == OK
    assert answers[1].outcome is Outcome.UNASKED
    assert "citations.links.total-timeout" in answers[1].reason


def test_closing_lets_nobody_wait(site: Site) -> None:
    site.pages |= {"/0": Page(), "/1": Page()}
    web = site.launch(pause=60)
    web.expect([Question(site.url("/0")), Question(site.url("/1"))])
    heard: list[Answer] = []
    waiting = threading.Thread(target=lambda: heard.append(web.answer(Question(site.url("/1")))))
    waiting.start()
    web.close()
    web.close()
    waiting.join(timeout=30)
    assert [one.outcome for one in heard] == [Outcome.UNASKED]
    assert web.answer(Question(site.url("/2"))).outcome is Outcome.UNASKED


def test_who_is_asked_is_said_before_and_after(site: Site) -> None:
    site.pages["/page"] = Page(302, {"Location": "/held"})
    held = threading.Event()

    def holds(_: BaseHTTPRequestHandler) -> Page:
        held.wait(10)
        return Page()

    site.pages["/held"] = holds
    notes = Notes()
    with site.launch(observer=notes) as web:
        questions = [Question(site.url("/page", host)) for host in ("alpha.example", "beta.example")]
        web.expect(questions)
        threading.Timer(0.2, held.set).start()
        web.answer(questions[0])
        assert notes.notes == ["Link checking asks 2 hosts whether links are well."]
        assert web.facts() == {"asked": "2 addresses at alpha.example, beta.example"}
    assert sorted(notes.steps) == [(STEP, 1, 2), (STEP, 2, 2)]


def test_hosts_to_which_redirects_lead_are_told_too(site: Site) -> None:
    site.pages |= {"/start": Page(302, {"Location": site.url("/end", "beta.example")}), "/end": Page()}
    with site.launch() as web:
        web.answer(Question(site.url("/start")))
        assert web.facts() == {"asked": "1 address at alpha.example, beta.example"}


def test_what_was_refused_does_not_count_as_asked(site: Site) -> None:
    site.names["inside.town"] = (ipaddress.ip_address("10.0.0.1"),)
    with site.launch() as web:
        web.answer(Question("http://inside.town/"))
        web.answer(Question("http://desk@alpha.example/"))
        assert web.facts() == {}


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://", "no address", "http://a..b/", "http://" + "a" * 70 + ".b/"]
)
def test_what_is_no_address_breaks_nothing(site: Site, address: str) -> None:
    site.names["example.com"] = ()
    assert site.answer(address).outcome in {Outcome.LEFT_OUT, Outcome.NO_HOST, Outcome.PRIVATE}
