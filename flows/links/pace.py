"""Politeness: one request to a host at a time, a pause after it, and none before the host wants to be asked again."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from flows.links.faults import Cancelled


class Pace:
    """Lets requests to one host follow one another; those to different hosts do not wait for each other."""

    def __init__(self, pause: float, until: float) -> None:
        """Leave `pause` seconds after each request; end at `until`, of `time.monotonic`."""
        self._pause = pause
        self._until = until
        self._stopped = threading.Event()
        self._guard = threading.Lock()
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._ready: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for a host, and have it alone.

        Raises:
            Cancelled: when waiting is not worth it any more.
        """
        with self._guard:
            turn = self._turns[host]
        with turn:
            self._wait(host)
            try:
                yield
            finally:
                self.postpone(host, self._pause)

    def postpone(self, host: str, seconds: float) -> None:
        """Leave a host alone for at least so long from now."""
        ready = time.monotonic() + seconds
        with self._guard:
            self._ready[host] = max(ready, self._ready.get(host, 0))

    def stop(self) -> None:
        """Let nobody wait any longer."""
        self._stopped.set()

    def _wait(self, host: str) -> None:
        with self._guard:
            ready = self._ready.get(host, 0)
        if self._stopped.is_set() or max(ready, time.monotonic()) > self._until:
            raise Cancelled
        if self._stopped.wait(max(0.0, ready - time.monotonic())):
            raise Cancelled
