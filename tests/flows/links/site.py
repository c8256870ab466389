"""A real HTTP server whose pages tests write, under as many names as they like."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from checks.citations.link_options import LinkOptions
from checks.web import Answer, Question
from flows.links import launch
from flows.links.asker import Asker
from flows.links.guard import Address
from flows.links.memory import Memory
from flows.progress import Observer, Silent
from flows.remembered.store import Forgetful, Store

LOOPBACK = ipaddress.IPv4Address("127.0.0.1")


class Asked(NamedTuple):
    """One request that the server got."""

    method: str
    host: str
    path: str
    headers: Mapping[str, str]
    began: float
    ended: float


class Page(NamedTuple):
    """What the server answers."""

    status: int = 200
    headers: Mapping[str, str] = {}
    body: bytes = b""


Answering = Page | Callable[[BaseHTTPRequestHandler], Page | None]


@dataclass
class Site:
    """The server: its port, its pages, and what it was asked."""

    port: int = 0
    pages: dict[str, Answering] = field(default_factory=dict)
    """By path, or by method and path (`HEAD /page`)."""
    asked: list[Asked] = field(default_factory=list)
    names: dict[str, Sequence[Address] | OSError] = field(default_factory=dict)
    """What names stand for; all others stand for the loopback address."""
    looked_up: list[str] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "alpha.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def methods(self, path: str) -> list[str]:
        return [one.method for one in self.asked if one.path == path]

    def resolve(self, host: str, port: int) -> Sequence[Address]:
        self.looked_up.append(host)
        found = self.names.get(host, (LOOPBACK,))
        if isinstance(found, OSError):
            raise found
        return found

    def launch(self, store: Store | None = None, observer: Observer | None = None, **given: object) -> Asker:
        options = self.options(**given)
        return launch(options, Memory(store or Forgetful(), options), observer or Silent(), self.resolve)

    def options(self, **given: object) -> LinkOptions:
        hosts = ("alpha.example", "beta.example", "gamma.example", "127.0.0.1")
        quick = {"check": True, "allow_hosts": hosts, "pause": 0, "retry_wait": 0.01, "timeout": 5}
        return LinkOptions.model_validate({**quick, **given})

    def answer(self, address: str, *, follow: bool = True, **given: object) -> Answer:
        """Ask one address, as a run with these settings would."""
        with self.launch(None, None, **given) as web:
            return web.answer(Question(address, follow))


class Quiet(ThreadingHTTPServer):
    """A server that takes many connections at once and does not tell of those that clients break off."""

    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        pass


OK = 200


def pump(one: socket.socket, two: socket.socket) -> None:
    """Send on what comes until nothing does."""
    try:
        while part := one.recv(65_536):
            two.sendall(part)
        two.shutdown(socket.SHUT_WR)
    except OSError:
        return


def handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            began = time.monotonic()
            answering = site.pages.get(f"{self.command} {self.path}") or site.pages.get(self.path, Page(404))
            page = answering if isinstance(answering, Page) else answering(self)
            headers = {name.lower(): value for name, value in self.headers.items()}
            host = headers.get("host", "").rpartition(":")[0]
            site.asked.append(Asked(self.command, host, self.path, headers, began, time.monotonic()))
            if page is None:
                self.close_connection = True
                return
            self.send_response(page.status)
            for name, value in {"Content-Length": str(len(page.body)), **page.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(page.body)

        do_HEAD = do_GET  # noqa: N815  # http.server's names

        def do_CONNECT(self) -> None:
            """Be a proxy: whatever is wanted, lead to the port that stands in the page of this name."""
            site.asked.append(Asked("CONNECT", self.path, self.path, dict(self.headers.items()), 0, 0))
            page = site.pages.get(self.path, Page(502))
            if not isinstance(page, Page) or page.status != OK:
                self.send_error(502)
                return
            with socket.create_connection(("127.0.0.1", int(page.body))) as there:
                self.send_response(OK)
                self.end_headers()
                back = threading.Thread(target=pump, args=(there, self.connection), daemon=True)
                back.start()
                pump(self.connection, there)
                back.join(10)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Site]:
    """Run a server; with a certificate (and its key), over TLS."""
    made = Site()
    with Quiet(("127.0.0.1", 0), handler(made)) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        made.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield made
        server.shutdown()
