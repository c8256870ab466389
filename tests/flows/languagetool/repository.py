"""A repository of jars that can be told to misbehave."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from flows.languagetool.lock import Jar

CONTENT = {f"org/example/{name}/1/{name}-1.jar": name.encode() * 40_000 for name in ("one", "two", "three")}
JARS = tuple(Jar(path, len(content), hashlib.sha256(content).hexdigest()) for path, content in CONTENT.items())
ONE = JARS[0].path


class Repository(ThreadingHTTPServer):
    """A repository on the loopback interface that can be told to misbehave, path by path, so many times."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: Counter[str] = Counter()
        self.faults: dict[str, tuple[str, int]] = {}
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/maven"


class Answer(BaseHTTPRequestHandler):
    server: Repository

    def do_GET(self) -> None:
        path = self.path.removeprefix("/maven/")
        self.server.asked[path] += 1
        fault, times = self.server.faults.get(path, ("", 0))
        if self.server.asked[path] > times:
            fault = ""
        if fault.isdigit():
            self.send_error(int(fault))
            return
        content = CONTENT[path]
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if fault == "cut":
            content = content[:70_000]
        elif fault == "wrong":
            content = content[::-1]
        elif fault == "silent":
            self.server.released.wait(60)
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Repository]:
    server = Repository()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
