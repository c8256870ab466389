"""What is refused: addresses that are not public, however they are written, named or redirected to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checks.citations.link_options import LinkOptions
from checks.web import Answer, Outcome, Question
from flows.links.faults import Fault
from flows.links.guard import BLOCKED_PORTS, Address, Guard, is_internal, is_public, literal
from flows.settings import load
from flows.settings.errors import SettingsError
from tests.flows.links.site import LOOPBACK, Page, Site

PUBLIC = ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
CLOSED = {
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fdff::1"],
    "loopback": ["127.0.0.1", "127.255.255.254", "::1"],
    "link-local": ["169.254.169.254", "fe80::1", "febf::1"],
    "multicast": ["224.0.0.1", "239.255.255.250", "ff02::1", "ff0e::1"],
    "reserved": ["240.0.0.1", "255.255.255.255", "192.0.0.8", "198.18.0.1", "5f00::1", "fec0::1", "192.88.99.1"],
    "shared": ["100.64.0.1", "100.127.255.254"],
    "nowhere": ["0.0.0.0", "0.1.2.3", "::", "100::1"],
    "documentation": ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
    "held": ["::ffff:127.0.0.1", "::ffff:a00:1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::1", "::7f00:1"],
    "teredo": ["2001:0:4136:e378:8000:63bf:80ff:fffe"],
}


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_is_open(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", [one for kind in CLOSED.values() for one in kind])
def test_everything_else_is_closed(site: Site, address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))
    site.names["inside.town"] = (ipaddress.ip_address(address),)
    answer = site.answer("http://inside.town/")
    assert answer == Answer(Outcome.PRIVATE, reason=f"{ipaddress.ip_address(address)} is not public")


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "0"),
        *("127.0.0.1.", "[::1]", "[::ffff:7f00:1]", "[fe80::1%25eth0]"),
    ],
)
def test_an_address_is_known_in_all_its_forms(site: Site, host: str) -> None:
    site.names = {}
    answer = site.answer(f"http://{host}:{site.port}/", allow_hosts=())
    assert answer.outcome in {Outcome.PRIVATE, Outcome.LEFT_OUT}
    assert site.asked == []
    assert site.looked_up in ([], ["example.com"])


@given(st.ip_addresses(v=4), st.sampled_from(["{}", "{:#x}", "0{:o}"]), st.integers(1, 4))
def test_an_address_is_known_with_fewer_parts_and_in_other_digits(
    address: ipaddress.IPv4Address, form: str, parts: int
) -> None:
    # The last part holds what the parts left out would have held.
    number = int(address)
    first = [number >> 24, number >> 16 & 255, number >> 8 & 255][: parts - 1]
    last = number & ((1 << 8 * (5 - parts)) - 1)
    assert literal(".".join(form.format(part) for part in [*first, last])) == address


@given(st.ip_addresses(v=4), st.sampled_from(["::ffff:{}", "64:ff9b::{}", "::{}"]))
def test_an_address_within_another_is_judged_as_itself(address: ipaddress.IPv4Address, form: str) -> None:
    assume(int(address) > 1)
    assert is_public(ipaddress.ip_address(form.format(address))) == is_public(address)


@pytest.mark.parametrize("host", ["alpha.example", "8.8.8.8x", "1.2.3.4.example", "dead.beef", "x.0x7g"])
def test_a_name_is_a_name(host: str) -> None:
    assert literal(host) is None


@pytest.mark.parametrize(
    "address",
    [
        "http://desk:secret@alpha.example/",
        "http://desk@alpha.example/",
        "http://public.example\\@alpha.example/",
        "ftp://alpha.example/",
        "http:///nowhere",
        "http://a%00b.example/",
        "http://①②⑦.⓪.⓪.①/",
        "http://alpha.example/\ud800",
        "http://alpha\ud800.example/",
        "http://alpha.example/\0",
        "http://alpha.example/" + "a" * 70_000,
        "http://alpha.example:0/",
        "http://alpha.example:70000/",
        *(f"http://alpha.example:{port}/" for port in (22, 25, 110, 6000, 6667)),
    ],
)
def test_what_no_browser_would_ask_for_is_left_out(site: Site, address: str) -> None:
    assert site.answer(address).outcome is Outcome.LEFT_OUT
    assert site.asked == []
    assert site.looked_up == []


@pytest.mark.parametrize("port", [80, 443, 8080, 8443, 3000])
def test_ports_of_the_web_are_open(port: int) -> None:
    assert port not in BLOCKED_PORTS
    Guard().judge(httpx.URL(f"http://alpha.example:{port}/"))


@pytest.mark.parametrize("target", ["http://127.0.0.1:{port}/secret", "http://inside.example:{port}/secret"])
def test_a_redirect_goes_through_the_same_door(site: Site, target: str) -> None:
    site.pages |= {"/start": Page(302, {"Location": target.format(port=site.port)}), "/secret": Page()}
    answer = site.answer(site.url("/start"), allow_hosts=("alpha.example",))
    assert answer.outcome is Outcome.PRIVATE
    assert answer.final == target.format(port=site.port)
    assert [one.path for one in site.asked] == ["/start"]


def test_a_redirect_with_a_password_is_not_followed_nor_told(site: Site) -> None:
    site.pages |= {
        "/start": Page(302, {"Location": f"http://desk:secret@beta.example:{site.port}/end"}),
        "/end": Page(),
    }
    answer = site.answer(site.url("/start"))
    assert answer.reason == "a redirect leads to what is not asked, for there is a user name in it"
    assert "secret" not in str(answer)
    assert [one.path for one in site.asked] == ["/start"]


def test_a_connection_goes_to_the_address_that_was_judged(site: Site) -> None:
    # A name that stands for a public address when it is judged and for ours when somebody looks again.
    answers: Iterator[Sequence[Address]] = iter([(ipaddress.IPv4Address("192.0.2.1"),), (LOOPBACK,)])
    guard = Guard((), lambda _host, _port: next(answers))
    with pytest.raises(Fault, match=r"192\.0\.2\.1 is not public"):
        guard.addresses(httpx.URL("http://rebound.example/"))
    site.pages["/"] = Page()
    # Nobody but the guard looks names up: this one does not exist for the system.
    name = "never-registered.alpha.invalid"
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo(name, site.port)
    assert site.answer(site.url("/", name), allow_hosts=(name,)).status == 200
    assert site.looked_up == [name]
    assert site.asked[0].headers["host"] == f"{name}:{site.port}"


def test_only_public_addresses_of_a_name_are_connected_to() -> None:
    mixed = tuple(map(ipaddress.ip_address, ("10.0.0.1", "8.8.8.8", "::1")))
    guard = Guard((), lambda _host, _port: mixed)
    assert guard.addresses(httpx.URL("http://mixed.town/")) == (ipaddress.ip_address("8.8.8.8"),)


def test_nothing_private_is_open_by_default(site: Site) -> None:
    assert LinkOptions().allow_hosts == ()
    assert site.answer(site.url(), allow_hosts=()).outcome is Outcome.PRIVATE
    assert site.asked == []


@pytest.mark.parametrize("allowed", ["beta.example", "example", "lpha.example", "sub.alpha.example"])
def test_a_host_is_opened_by_its_full_name_only(site: Site, allowed: str) -> None:
    assert site.answer(site.url(), allow_hosts=(allowed,)).outcome is Outcome.PRIVATE


@pytest.mark.parametrize(
    "pattern", ["*", "*.town.example", "10.0.0.0/8", "http://town.example", "town.example:80/", ""]
)
def test_patterns_do_not_open_hosts(tmp_path: Path, pattern: str) -> None:
    file = tmp_path / "copydesk.toml"
    file.write_text(f'[citations.links]\nallow-hosts = ["{pattern}"]', "utf-8")
    with pytest.raises(SettingsError, match="allow-hosts"):
        load(file)


@pytest.mark.parametrize("address", ["169.254.169.254", "fe80::1", "224.0.0.1", "0.0.0.0"])
def test_a_name_that_is_allowed_does_not_open_what_only_machines_talk_to(site: Site, address: str) -> None:
    assert not is_internal(ipaddress.ip_address(address))
    site.names["alpha.example"] = (ipaddress.ip_address(address),)
    assert site.answer("http://alpha.example/").outcome is Outcome.PRIVATE


def test_a_proxy_is_asked_only_for_what_may_be(site: Site) -> None:
    proxy = f"http://127.0.0.1:{site.port}"
    site.pages["http://far.town/page"] = Page()
    with site.launch(proxy=proxy, allow_hosts=()) as web:
        assert web.answer(Question("http://far.town/page")) == Answer(Outcome.ANSWERED, 200)
        for host in (
            "127.0.0.1",
            "2130706433",
            "[::1]",
            "10.0.0.1",
            "localhost",
            "a.localhost",
            "metadata.google.internal",
        ):
            assert web.answer(Question(f"http://{host}/")).outcome in {Outcome.PRIVATE, Outcome.LEFT_OUT}, host
    assert [one.path for one in site.asked] == ["http://far.town/page"]
    assert site.looked_up == []
