"""One request: sent to an address that the guard allowed, without cookies, credentials or the environment's proxies."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from typing import NamedTuple

import httpcore
import httpx

from checks.citations.link_options import LinkOptions
from checks.web import Outcome
from flows.links.faults import Fault
from flows.links.guard import Guard
from flows.links.line import Line

MOST = 2_000_000
"""Bytes of a page that are read when its places are asked for; of other answers nothing is read but the head."""

WARNED_OF = {9: "not valid yet", 10: "expired", 18: "self-signed", 23: "revoked", 62: "for other hosts"}
"""Faults of a certificate that browsers warn of, by OpenSSL's number.

Others, such as an issuer that is not known, may be this machine's: a proxy
that looks into connections, or an intermediate certificate that browsers know.
"""


class Reply(NamedTuple):
    """The answer to one request."""

    status: int
    headers: Mapping[str, str]
    """By name in lower case."""
    page: bytes = b""
    """The body, if it was asked for and is HTML."""
    whole: bool = False
    """Whether `page` is all of it."""


@dataclass(frozen=True)
class Caller:
    """Sends single requests, each on a connection of its own."""

    options: LinkOptions
    guard: Guard
    asked: set[str] = field(default_factory=set)
    """Hosts that were sent something, those included to which redirects led."""

    def send(self, method: str, url: httpx.URL, *, read: bool = False) -> Reply:
        """Return the answer; its body only with `read`, if it is a page, and up to `MOST` bytes.

        Raises:
            Fault: when there is none.
        """
        self.guard.judge(url)
        until = time.monotonic() + self.options.timeout
        # Looking a name up has the system's own time limit.
        with self._connection(url, until) as connection, self._translated(url):
            self.asked.add(url.host)
            request = httpcore.Request(method, _core(url), headers=self._headers(url))
            response = connection.handle_request(request)
            with closing(response):
                headers = {name.decode("latin-1").lower(): _text(value) for name, value in response.headers}
                if read and _is_page(response.status, headers):
                    return Reply(response.status, headers, *_read(response))
                return Reply(response.status, headers)

    @contextmanager
    def _connection(self, url: httpx.URL, until: float) -> Iterator[httpcore.HTTPConnection | httpcore.ConnectionPool]:
        if self.options.proxy:
            self.guard.judge_unseen(url)
            backend = Line(None, until)
            with httpcore.HTTPProxy(self.options.proxy, ssl_context=self._trust, network_backend=backend) as proxy:
                yield proxy
            return
        backend = Line(self.guard.addresses(url), until)
        origin = _core(url).origin
        with httpcore.HTTPConnection(origin, ssl_context=self._trust, network_backend=backend) as connection:
            yield connection

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        """Whom to believe who they are: the authorities that come with httpx, and the system's."""
        context = httpx.create_ssl_context(trust_env=False)
        context.load_default_certs()
        return context

    def _headers(self, url: httpx.URL) -> list[tuple[str, str]]:
        agent = self.options.user_agent or f"copydesk/{version('copydesk')} (link check)"
        return [
            ("Host", url.netloc.decode("ascii")),
            ("User-Agent", agent),
            ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"),
            # What is not compressed cannot swell.
            ("Accept-Encoding", "identity"),
            ("Connection", "close"),
        ]

    @contextmanager
    def _translated(self, url: httpx.URL) -> Iterator[None]:
        """Tell in our words what went wrong."""
        proxied = bool(self.options.proxy)
        try:
            yield
        except httpcore.TimeoutException as error:
            reason = f"no answer in {self.options.timeout:g} seconds"
            raise Fault(Outcome.SILENT, reason, again=True, local=True) from error
        except httpcore.ProxyError as error:
            raise Fault(Outcome.SILENT, f"the proxy says {error}", local=True) from error
        except httpcore.ConnectError as error:
            raise _not_connected(error, "the proxy" if proxied else url.host) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError, ValueError) as error:
            reason = "the connection was broken off, or what came is not HTTP"
            raise Fault(Outcome.SILENT, reason, again=True) from error


def _core(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _not_connected(error: httpcore.ConnectError, host: str) -> Fault:
    cause = error.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        warned = WARNED_OF.get(cause.verify_code)
        if warned:
            return Fault(Outcome.INSECURE, f"its certificate is {warned}")
        said = cause.verify_message.lower()
        return Fault(Outcome.SILENT, f"its certificate could not be verified here ({said})", local=True)
    if isinstance(cause, ssl.SSLError):
        return Fault(Outcome.SILENT, f"no secure connection could be made ({cause.reason or 'unknown fault'})")
    if isinstance(cause, ConnectionRefusedError):
        return Fault(Outcome.SILENT, f"{host} refuses the connection", again=True, local=True)
    return Fault(Outcome.SILENT, f"{host} cannot be reached", again=True, local=True)


def _is_page(status: int, headers: Mapping[str, str]) -> bool:
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    plain = headers.get("content-encoding", "identity").lower() in {"", "identity"}
    return status in range(200, 300) and kind in {"text/html", "application/xhtml+xml"} and plain


def _read(response: httpcore.Response) -> tuple[bytes, bool]:
    """Return the body up to `MOST` bytes, and whether that is all."""
    parts: list[bytes] = []
    size = 0
    for part in response.iter_stream():
        parts.append(part)
        size += len(part)
        if size > MOST:
            return b"".join(parts)[:MOST], False
    return b"".join(parts), True


def _text(value: bytes) -> str:
    """Return a header's value; addresses in it are UTF-8 more often than what the standard says."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
