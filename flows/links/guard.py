"""Which addresses may be asked: public ones, over http and https, on ports that browsers open.

A host's name is looked up here, every address that it stands for is judged
here, and the connection is made to an address so judged and to no other
(`flows.links.line`): a name that stands for something else a moment later
changes nothing. Redirects go the same way.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from checks.web import Outcome
from flows.links.faults import Fault

if TYPE_CHECKING:
    import httpx

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[Address]]
"""Look a name up; raises `socket.gaierror`."""

SCHEMES = {"http": 80, "https": 443}

BLOCKED_PORTS = frozenset(
    (
        *(0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104),
        *(109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526),
        *(
            530,
            531,
            532,
            540,
            548,
            554,
            556,
            563,
            587,
            601,
            636,
            989,
            990,
            993,
            995,
            1719,
            1720,
            1723,
            2049,
            3659,
            4045,
        ),
        *(4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080),
    )
)
"""Ports of other services, on which no browser opens a page (Fetch Standard, “bad port”)."""

PORTS = 65_536

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""Holds an IPv4 address in its last 32 bits (RFC 6052)."""
COMPATIBLE = ipaddress.IPv6Network("::/96")
"""The same, of old (RFC 4291, 2.5.5.1)."""

SHARED = ipaddress.IPv4Network("100.64.0.0/10")
"""Private networks of providers, and of some companies (RFC 6598)."""
SPECIAL = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "3fff::/20", "5f00::/16"))
)
"""Special purposes that not all Pythons from 3.11 on know of (RFC 6890, 7526, 2544, 9637, 9602)."""

NO_SUCH_NAME = frozenset(
    code for name in ("EAI_NONAME", "EAI_NODATA") if (code := getattr(socket, name, None)) is not None
)


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet's, and so is the IPv4 address that it may hold."""
    if isinstance(address, ipaddress.IPv6Address):
        held = _held(address)
        if held is not None:
            return is_public(held)
        if address.is_site_local:
            return False
    closed = address.is_multicast or address.is_reserved or address.is_link_local or address.is_unspecified
    return address.is_global and not closed and not any(address in network for network in SPECIAL)


def _held(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address to which an IPv6 address leads in the end, if it does."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in NAT64 or (address in COMPATIBLE and int(address) > 1):
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return None


def is_internal(address: Address) -> bool:
    """Whether an address is of this machine or of a private network: what `allow-hosts` can open.

    What only this link reaches (where clouds keep their machines' secrets),
    multicast and reserved addresses are not to be opened by a name.
    """
    if isinstance(address, ipaddress.IPv6Address) and (held := _held(address)) is not None:
        return is_internal(held)
    closed = address.is_link_local or address.is_multicast or address.is_unspecified
    private = address.is_private or address in SHARED
    return address.is_loopback or (private and not closed and not address.is_reserved)


def literal(host: str) -> Address | None:
    """Return the address that a host is when it is not a name, in any form that browsers and systems know.

    `0177.0.0.1`, `0x7f.1` and `2130706433` are 127.0.0.1, too.
    """
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        pass
    last = host.rstrip(".").rpartition(".")[2]
    if not last[:1].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host.rstrip(".")))
    except OSError:
        return None


def look_up(host: str, port: int) -> Sequence[Address]:
    """Return the addresses that a name stands for, best first, as the system says.

    Raises:
        socket.gaierror: when it stands for none, or nobody could be asked.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = (ipaddress.ip_address(str(where[0]).partition("%")[0]) for *_, where in found)
    return tuple(dict.fromkeys(addresses))


@dataclass(frozen=True)
class Guard:
    """Decides which addresses of the web may be asked."""

    allowed: Iterable[str] = ()
    """Hosts whose addresses need not be public."""
    resolve: Resolve = look_up
    _known: dict[str, tuple[Address, ...]] = field(default_factory=dict)
    """Looked up already; what was judged once is what all connections go to."""

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name.lower().strip("[].") for name in self.allowed)

    def judge(self, url: httpx.URL) -> None:
        """Look at an address as it is written.

        Raises:
            Fault: when it is not to be asked.
        """
        if url.scheme not in SCHEMES or not url.host or "%" in url.host:
            raise Fault(Outcome.LEFT_OUT, "it is not an address of the web")
        if url.userinfo:
            raise Fault(Outcome.LEFT_OUT, "there is a user name in it")
        port = port_of(url)
        if port in BLOCKED_PORTS or not 0 < port < PORTS:
            raise Fault(Outcome.LEFT_OUT, f"no browser opens port {port}")

    def judge_unseen(self, url: httpx.URL) -> None:
        """Look at a host that somebody else will look up, as a proxy does: only by its name, or by the address it is.

        Raises:
            Fault: when it is not to be asked.
        """
        host, address = _plain(url), literal(url.host)
        if host in self._names:
            return
        if address is not None:
            self._permitted(url, [address])
        elif host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
            raise Fault(Outcome.PRIVATE, f"{host} is a name of private networks")

    def addresses(self, url: httpx.URL) -> tuple[Address, ...]:
        """Return the addresses that a connection may go to, best first.

        Raises:
            Fault: when there are none.
        """
        host = url.raw_host.decode("ascii").lower()
        if host not in self._known:
            written = literal(host)
            self._known[host] = self._permitted(url, [written] if written else self._looked_up(host, port_of(url)))
        return self._known[host]

    def _looked_up(self, host: str, port: int) -> Sequence[Address]:
        try:
            return self.resolve(host, port)
        except socket.gaierror as error:
            if error.errno in NO_SUCH_NAME:
                raise Fault(Outcome.NO_HOST, f"the name {host} does not exist", local=True) from error
            reason = f"the name {host} could not be looked up"
            raise Fault(Outcome.SILENT, reason, again=True, local=True) from error
        except UnicodeError as error:
            raise Fault(Outcome.LEFT_OUT, f"{host} is not a name of a host") from error

    def _permitted(self, url: httpx.URL, found: Sequence[Address]) -> tuple[Address, ...]:
        opened = _plain(url) in self._names
        permitted = tuple(
            one for one in found if is_public(one) or (opened and (is_internal(one) or literal(url.host) == one))
        )
        if not permitted:
            raise Fault(Outcome.PRIVATE, " and ".join(f"{one} is not public" for one in found[:2]))
        return permitted


def port_of(url: httpx.URL) -> int:
    """Return the port of an address, the scheme's own when it names none."""
    return url.port if url.port is not None else SCHEMES[url.scheme]


def _plain(url: httpx.URL) -> str:
    return url.host.lower().strip("[].")
