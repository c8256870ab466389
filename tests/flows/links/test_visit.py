"""One link against a real server: heads, pages, redirects, retries, and what is never sent."""

from __future__ import annotations

import socket
import threading
import time
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pytest

from checks.web import Answer, Outcome, Question
from flows.links.call import MOST
from tests.flows.links.site import Page, Quiet, Site, handler, serving

OK = Answer(Outcome.ANSWERED, 200)
CERTIFICATE = Path(__file__).with_name("self-signed.pem")


def to(target: str, status: int = 302) -> Page:
    return Page(status, {"Location": target})


def final(site: Site, path: str = "/end", *, permanent: bool = False) -> Answer:
    return Answer(Outcome.ANSWERED, 200, "", site.url(path), permanent)


def drops(request: BaseHTTPRequestHandler) -> None:
    """Break the connection off without an answer."""
    request.connection.shutdown(socket.SHUT_RDWR)


def test_a_page_that_is_there_is_asked_for_its_head_only(site: Site) -> None:
    site.pages["/here"] = Page()
    assert site.answer(site.url("/here")) == OK
    assert site.methods("/here") == ["HEAD"]


def test_requests_say_who_asks_and_bring_nothing_else(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages |= {"/one": Page(200, {"Set-Cookie": "a=b"}), "/two": Page()}
    with site.launch() as web:
        web.expect([Question(site.url("/one")), Question(site.url("/two"))])
        assert web.answer(Question(site.url("/two"))) == OK
    assert len(site.asked) == 2
    for one in site.asked:
        assert one.headers == {
            "host": f"alpha.example:{site.port}",
            "user-agent": f"copydesk/{version('copydesk')} (link check)",
            "accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "accept-encoding": "identity",
            "connection": "close",
        }


def test_the_settings_may_introduce_us_otherwise(site: Site) -> None:
    site.answer(site.url("/"), user_agent="town-desk (desk@town.example)")
    assert {one.headers["user-agent"] for one in site.asked} == {"town-desk (desk@town.example)"}


@pytest.mark.parametrize("status", [404, 410, 403])
def test_a_failure_counts_when_the_page_itself_was_asked_for(site: Site, status: int) -> None:
    site.pages["/gone"] = Page(status)
    assert site.answer(site.url("/gone")) == Answer(Outcome.ANSWERED, status)
    assert site.methods("/gone") == ["HEAD", "GET"]


@pytest.mark.parametrize("head", [Page(405), Page(404), Page(403), Page(500), Page(501), drops])
def test_a_server_that_does_not_do_heads_is_asked_for_the_page(site: Site, head: Page) -> None:
    site.pages |= {"HEAD /here": head, "/here": Page()}
    assert site.answer(site.url("/here")) == OK
    assert site.methods("/here") == ["HEAD", "GET"]


def test_the_body_of_a_large_page_stays_where_it_is(site: Site) -> None:
    sent = []

    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(10**12))
        request.end_headers()
        try:
            while True:
                sent.append(request.wfile.write(b"x" * 65_536))
        except OSError:
            return

    site.pages |= {"HEAD /large": Page(405), "/large": endless}
    assert site.answer(site.url("/large")) == OK
    # What fits the buffers between two sockets has gone out before the connection closes.
    assert sum(sent) < 50_000_000


def test_redirects_are_followed_to_their_end(site: Site) -> None:
    site.pages |= {"/start": to("/middle"), "/middle": to("end?a=1"), "/end?a=1": Page()}
    assert site.answer(site.url("/start")) == final(site, "/end?a=1")


@pytest.mark.parametrize(
    ("statuses", "permanent"),
    [((301,), True), ((308, 301), True), ((301, 302), False), ((302, 301), False), ((303,), False), ((307,), False)],
)
def test_a_move_is_for_good_when_each_redirect_is(site: Site, statuses: tuple[int, ...], permanent: bool) -> None:  # noqa: FBT001
    paths = [f"/{number}" for number in range(len(statuses))] + ["/end"]
    site.pages |= {here: to(there, status) for (here, there), status in zip(pairwise(paths), statuses, strict=True)}
    site.pages["/end"] = Page()
    assert site.answer(site.url("/0")) == final(site, permanent=permanent)


def test_where_redirects_end_counts(site: Site) -> None:
    site.pages |= {"/start": to("/end"), "/end": Page(410)}
    assert site.answer(site.url("/start")) == Answer(Outcome.ANSWERED, 410, "", site.url("/end"))


def test_a_redirect_to_another_host_is_followed(site: Site) -> None:
    site.pages |= {"/start": to(site.url("/end", "beta.example"), 301), "/end": Page()}
    assert site.answer(site.url("/start")).final == site.url("/end", "beta.example")
    assert [one.host for one in site.asked] == ["alpha.example", "beta.example"]


def test_an_address_beyond_ascii_is_asked_for_as_browsers_do(site: Site) -> None:
    site.pages |= {"/caf%C3%A9%20noir": to("/gr\u00fcn".encode().decode("latin-1")), "/gr%C3%BCn": Page()}
    answer = site.answer(site.url("/café noir"))
    assert (answer.status, answer.final) == (200, site.url("/gr%C3%BCn"))


def test_redirects_in_a_circle_lead_nowhere(site: Site) -> None:
    site.pages |= {"/one": to("/two"), "/two": to("/one")}
    answer = site.answer(site.url("/one"))
    assert (answer.outcome, answer.reason) == (Outcome.ASTRAY, "redirects go round in a circle")
    assert len(site.asked) == 2


def test_a_circle_that_wants_a_cookie_says_nothing_of_the_page(site: Site) -> None:
    site.pages["/one"] = Page(302, {"Location": "/one", "Set-Cookie": "seen=1"})
    assert site.answer(site.url("/one")).outcome is Outcome.SILENT


@pytest.mark.parametrize(("most", "outcome"), [(3, Outcome.ANSWERED), (2, Outcome.ASTRAY)])
def test_so_many_redirects_and_no_more(site: Site, most: int, outcome: Outcome) -> None:
    site.pages |= {f"/{number}": to(f"/{number + 1}") for number in range(3)} | {"/3": Page()}
    assert site.answer(site.url("/0"), max_redirects=most).outcome is outcome
    assert len(site.asked) == most + 1


@pytest.mark.parametrize("target", ["mailto:desk@alpha.example", "intent://open", "http://[", "file:///etc/hostname"])
def test_a_redirect_to_what_is_no_page_is_not_followed(site: Site, target: str) -> None:
    site.pages["/start"] = to(target)
    assert site.answer(site.url("/start")).outcome in {Outcome.SILENT, Outcome.ASTRAY}
    assert len(site.asked) == 1


def test_a_resolver_is_asked_and_not_whom_it_names(site: Site) -> None:
    site.pages |= {"/10.5555/a": to(site.url("/end", "beta.example"))}
    assert site.answer(site.url("/10.5555/a"), follow=False).status == 302
    assert [one.path for one in site.asked] == ["/10.5555/a"]


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_asked_again(site: Site, status: int) -> None:
    answers = iter([Page(status), Page(status), Page()])
    site.pages["/busy"] = lambda _: next(answers)
    assert site.answer(site.url("/busy")) == OK
    assert len(site.asked) == 3


def test_a_busy_host_is_given_up_in_the_end(site: Site) -> None:
    site.pages["/busy"] = Page(503)
    assert site.answer(site.url("/busy"), retries=1).status == 503
    assert site.methods("/busy") == ["HEAD", "GET", "GET"]


def test_waits_double(site: Site) -> None:
    site.pages["/busy"] = Page(503)
    site.answer(site.url("/busy"), retry_wait=0.2)
    one, two, three = (after.began - before.ended for before, after in pairwise(site.asked))
    # Never sooner than agreed; how much later is the machine's business.
    assert one >= 0.19
    assert two >= 0.39
    assert three >= 0.79


@pytest.mark.parametrize("told", ["1", "date"])
def test_a_host_that_says_when_to_come_back_is_obeyed(site: Site, told: str) -> None:
    def busy(_: BaseHTTPRequestHandler) -> Page:
        after = formatdate(time.time() + 2, usegmt=True) if told == "date" else told
        return Page(429, {"Retry-After": after}) if len(site.asked) == 0 else Page()

    site.pages["/busy"] = busy
    assert site.answer(site.url("/busy")) == OK
    one, two = site.asked
    # A date has no fractions of seconds.
    assert two.began - one.ended >= 0.95


def test_nobody_waits_for_an_hour(site: Site) -> None:
    site.pages["/busy"] = Page(429, {"Retry-After": "3600"})
    assert site.answer(site.url("/busy")).status == 429
    assert len(site.asked) == 1


@pytest.mark.parametrize("told", ["soon", "-5", "٣", "Sat, 99 Nov 2026 99:00:00 GMT", "9" * 400])
def test_nonsense_about_when_to_come_back_harms_nobody(site: Site, told: str) -> None:
    site.pages["/busy"] = lambda _: (
        Page(429, {"Retry-After": told.encode().decode("latin-1")}) if not site.asked else Page()
    )
    assert site.answer(site.url("/busy")).status in {200, 429}


def test_a_server_that_says_nothing_costs_the_time_limit_and_no_more(site: Site) -> None:
    site.pages |= {"/slow": lambda _: time.sleep(3), "/other": Page()}
    with site.launch(timeout=0.3, retries=0) as web:
        web.expect([Question(site.url("/slow")), Question(site.url("/other", "beta.example"))])
        answer = web.answer(Question(site.url("/slow")))
    assert answer == Answer(Outcome.SILENT, reason="no answer in 0.3 seconds")


def test_an_answer_in_drips_does_not_hold_us(site: Site) -> None:
    dripped = []

    def drips(request: BaseHTTPRequestHandler) -> None:
        try:
            for char in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"z" * 100:
                request.wfile.write(bytes([char]))
                dripped.append(char)
                time.sleep(0.05)
        except OSError:
            return

    site.pages |= {"/slow": drips, "/other": Page()}
    with site.launch(timeout=0.4, retries=0) as web:
        web.expect([Question(site.url("/other", "beta.example"))])
        assert web.answer(Question(site.url("/slow"))).outcome is Outcome.SILENT
    assert len(dripped) < 40


@pytest.mark.parametrize("said", [b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.1 banana\r\n\r\n", b"\0" * 300_000, b""])
def test_what_is_not_http_is_no_answer(site: Site, said: bytes) -> None:
    def talks(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(said)

    site.pages |= {"/odd": talks, "/other": Page()}
    with site.launch(retries=0) as web:
        web.expect([Question(site.url("/other", "beta.example"))])
        assert web.answer(Question(site.url("/odd"))).outcome is Outcome.SILENT


def test_a_closed_port_is_no_answer(site: Site, closed_port: int) -> None:
    site.pages["/"] = Page()
    with site.launch() as web:
        web.expect([Question(site.url())])
        answer = web.answer(Question(f"http://beta.example:{closed_port}/"))
    assert answer == Answer(Outcome.SILENT, reason="beta.example refuses the connection")


def test_a_name_that_does_not_exist_is_told(site: Site) -> None:
    site.names["gone.example"] = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    assert site.answer("http://gone.example/").outcome is Outcome.NO_HOST


def test_a_certificate_that_browsers_warn_of() -> None:
    with serving(CERTIFICATE) as site:
        address = site.url().replace("http:", "https:")
        assert site.answer(address) == Answer(Outcome.INSECURE, reason="its certificate is self-signed")


def test_authorities_of_the_system_are_believed_and_names_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serving(CERTIFICATE) as site:
        site.pages["/"] = Page()
        address = site.url().replace("http:", "https:")
        assert site.answer(address) == OK
        other = site.answer(address.replace("alpha", "beta"))
        assert other == Answer(Outcome.INSECURE, reason="its certificate is for other hosts")


def test_secure_links_go_through_a_proxy_unread(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    proxy = f"http://127.0.0.1:{site.port}"
    with serving(CERTIFICATE) as there:
        there.pages["/page"] = Page()
        site.pages["alpha.example:443"] = Page(200, {}, str(there.port).encode())
        with site.launch(proxy=proxy, retries=0) as web:
            assert web.answer(Question("https://alpha.example/page")) == OK
            assert web.answer(Question("https://beta.example/page")) == Answer(
                Outcome.SILENT, reason="the proxy says 502 Bad Gateway"
            )
    assert [one.path for one in there.asked] == ["/page"]
    assert {one.path for one in site.asked} == {"alpha.example:443", "beta.example:443"}
    assert site.looked_up == []


def test_an_address_of_version_6_is_asked_as_it_is_written(site: Site) -> None:
    class Sixth(Quiet):
        address_family = socket.AF_INET6

    if not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with Sixth(("::1", 0), handler(site)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        port = server.server_address[1]
        site.pages["/page"] = Page()
        assert site.answer(f"http://[::1]:{port}/page", allow_hosts=("::1",)) == OK
        server.shutdown()
    assert site.asked[0].headers["host"] == f"[::1]:{port}"


def test_a_server_that_speaks_no_tls_is_no_answer(site: Site) -> None:
    site.pages["/"] = Page()
    with site.launch(retries=0) as web:
        web.expect([Question(site.url("/", "beta.example"))])
        answer = web.answer(Question(site.url().replace("http:", "https:")))
    assert answer.outcome is Outcome.SILENT
    assert "secure" in answer.reason


@pytest.mark.parametrize(
    ("body", "there"),
    [
        (b'<h2 id="may">May</h2>', True),
        (b'<a name="may"></a>', True),
        (b'<h2 id="user-content-may">May</h2>', True),
        (b'<h2 id="june">June</h2><!-- <i id="may"> -->', False),
        (b"<p>" + b"x" * MOST + b'<i id="may">', None),
    ],
)
def test_the_place_that_a_fragment_names_is_looked_for(site: Site, body: bytes, there: bool | None) -> None:  # noqa: FBT001
    site.pages["/page"] = Page(200, {"Content-Type": "text/html; charset=utf-8"}, body)
    assert site.answer(site.url("/page#may")) == Answer(Outcome.ANSWERED, 200, place=there)
    assert site.methods("/page") == ["GET"]


def test_a_page_is_read_once_for_all_its_places(site: Site) -> None:
    site.pages["/page"] = Page(200, {"Content-Type": "text/html"}, b'<i id="may"><i id="june">')
    with site.launch() as web:
        answers = [web.answer(Question(site.url(f"/page#{name}"))) for name in ("may", "june", "july")]
    assert [one.place for one in answers] == [True, True, False]
    assert len(site.asked) == 1


def test_a_fragment_is_read_as_it_is_meant(site: Site) -> None:
    site.pages["/page"] = Page(200, {"Content-Type": "text/html"}, '<i id="größe">'.encode())
    assert site.answer(site.url("/page#gr%C3%B6%C3%9Fe")).place is True


@pytest.mark.parametrize(
    "headers", [{"Content-Type": "application/pdf"}, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, {}]
)
def test_what_is_not_a_page_in_clear_has_no_places(site: Site, headers: dict[str, str]) -> None:
    site.pages["/page"] = Page(200, headers, b"<p>")
    assert site.answer(site.url("/page#may")) == OK
