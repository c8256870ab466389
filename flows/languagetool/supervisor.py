"""Keep one LanguageTool server going: start it, watch it, start it again."""

from __future__ import annotations

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from checks.rule import CheckUnavailable
from flows.languagetool.address import Address
from flows.languagetool.host import Host
from flows.languagetool.server import Server, StartError

RESTARTS = 3
"""Starts in a row without one answered request between them, after which we give up."""

RESTARTS_IN_ALL = 24
"""Starts of one run after which we give up, whatever was answered."""

WAITS = (0.0, 0.5, 2.0)
"""Seconds before the first, second and third start in a row."""

QUIET_SECONDS = 4.0
"""How long a request may be on its way before we ask whether the server is well."""

PROBE_SECONDS = 4.0
PROBES = 2
"""Unanswered questions in a row after which the server counts as hung: 4 + 2 * 4 s and a little, at the latest."""

AT_WORK = 0.05
"""Processor seconds a second from which a server that says nothing is at work, on a machine with too much to do.

One that idles uses less than 0.01, one of twenty threads that share a processor 0.05. What is at work but never
answers is ended by `grammar.request-timeout`.
"""

REMEDY = "`copydesk doctor` tells what works on this machine; grammar.server names a LanguageTool that you run."


@dataclass(slots=True)
class Supervisor:
    """The server that is to be used now, and what became of those before.

    Each start has a number. Who had a bad experience with a server says so
    with its number; the first to complain has it replaced, the others wait.
    """

    begin: Callable[[int], Server]
    """Start a server; told how many ran out of memory before."""
    host: Host
    number: int = 0
    server: Server | None = None
    answered: bool = False
    """Whether the present server has answered a request."""
    in_a_row: int = 0
    starved: int = 0
    """Servers that ran out of memory."""
    grown: int = 0
    """Number of the first server with the present amount of memory."""
    fault: CheckUnavailable | None = None
    closed: bool = False
    _since: dict[int, float] = field(default_factory=dict)
    """When each request that is on its way was sent, by thread."""
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def start(self) -> Server:
        """Start the first server and return it.

        Raises:
            CheckUnavailable: when it does not start.
        """
        with self._lock:
            server = self._begin()
        threading.Thread(target=self._watch, name="languagetool-watch", daemon=True).start()
        return server

    def current(self) -> Address:
        """Return the address of the server to use, starting another if it died.

        Raises:
            CheckUnavailable: when there is none any more.
        """
        with self._lock:
            if self.fault or self.closed:
                raise self.fault or self._give_up("LanguageTool was stopped")
            server = self.server
            if server is None or not server.alive:
                server = self._replace("it ended")
            return Address(server.url, self.number, server.token)

    @contextmanager
    def request(self) -> Iterator[None]:
        """Take note that this thread's request is on its way."""
        thread = threading.get_ident()
        self._since[thread] = time.monotonic()
        try:
            yield
        finally:
            self._since.pop(thread, None)

    def praise(self, number: int) -> None:
        """Take note that server `number` answered."""
        if number == self.number and not self.answered:
            self.answered = True

    def complain(self, number: int, reason: str) -> bool:
        """Have server `number` replaced, unless it already is; return whether it got more memory since.

        Raises:
            CheckUnavailable: when it was the last that we try.
        """
        with self._lock:
            if self.fault or self.closed:
                raise self.fault or self._give_up("LanguageTool was stopped")
            # A connection can break while the server is well, for instance one that was idle for long.
            if number == self.number and not (self.server and self.server.alive and responds(self.server.url)):
                self._replace(reason)
            return self.grown > number

    def renew(self, reason: str) -> None:
        """Put another server, started anew, in the place of the present one, which no request may be on its way to.

        Raises:
            CheckUnavailable: when it does not start.
        """
        with self._lock:
            if self.fault or self.closed:
                raise self.fault or self._give_up("LanguageTool was stopped")
            if self.server is not None:
                self.server.stop()
                self.server = None
            self.in_a_row = 0
            self.host.observer.note(f"LanguageTool is started again, because {reason}.")
            self._begin()

    def facts(self) -> Mapping[str, str]:
        """Return where the server is, and how often there had to be another."""
        server = self.server
        return {"address": server.url if server else "", "restarts": str(max(0, self.number - 1))}

    def close(self) -> None:
        """End the server; what is asked later is refused."""
        self.closed = True
        # Without the lock, so that an interrupt ends a start that is under way.
        server = self.server
        if server is not None:
            server.stop()
        self.fault = self.fault or CheckUnavailable("LanguageTool was stopped")

    def _replace(self, reason: str) -> Server:
        words = ""
        if self.server is not None:
            if self.server.out_of_memory:
                self.starved += 1
                self.grown = self.number + 1
                reason = "it ran out of memory (grammar.heap)"
            words = self.server.stop()
            self.server = None
        self.in_a_row = 0 if self.answered else self.in_a_row
        if self.in_a_row >= RESTARTS or self.number >= RESTARTS_IN_ALL:
            times = self.in_a_row or self.number
            raise self._give_up(f"LanguageTool failed {times} times, lastly because {reason}; its last words: {words}")
        self.host.observer.note(f"LanguageTool is started again, because {reason}.")
        return self._begin()

    def _begin(self) -> Server:
        while True:
            if self.closed:
                raise self._give_up("LanguageTool was stopped")
            time.sleep(WAITS[min(self.in_a_row, len(WAITS) - 1)])
            self.in_a_row += 1
            self.number += 1
            try:
                server = self.server = self.begin(self.starved)
            except StartError as error:
                if self.in_a_row >= RESTARTS:
                    raise self._give_up(f"LanguageTool did not start: {error}") from error
                continue
            self.answered = False
            if self.closed:
                server.stop()
                raise self._give_up("LanguageTool was stopped")
            return server

    def _give_up(self, reason: str) -> CheckUnavailable:
        self.fault = CheckUnavailable(reason, REMEDY)
        return self.fault

    def _watch(self) -> None:
        """End a server that leaves a request waiting, does not say that it is well, and does not work either."""
        silent = 0
        while not self.closed and self.fault is None:
            time.sleep(PROBE_SECONDS / 4)
            server, oldest = self.server, min(self._since.copy().values(), default=None)
            if server is None or oldest is None or time.monotonic() - oldest < QUIET_SECONDS:
                silent = 0
                continue
            silent = 0 if _well(server) else silent + 1
            if silent >= PROBES:
                silent = 0
                # Whoever waits for it now sees the connection break, and complains.
                server.stop()


def _well(server: Server) -> bool:
    """Whether a server says anything, or at least works, within the time for an answer."""
    began, spent = time.monotonic(), server.processor_seconds()
    if responds(server.url):
        return True
    return server.processor_seconds() - spent > AT_WORK * (time.monotonic() - began)


def responds(url: str) -> bool:
    """Whether a server says anything at all within the time for it."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{url}v2/healthcheck", timeout=PROBE_SECONDS):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
