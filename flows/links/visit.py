"""One link: asked, followed, asked again where that may help."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import NamedTuple

import httpx

from checks.citations.link_options import LinkOptions
from checks.web import Answer, Outcome, Question
from flows.links.call import Caller, Reply
from flows.links.faults import Fault
from flows.links.pace import Pace
from flows.links.places import Places, has_place, places

REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What another try may help with."""
FAILED = 400
"""Statuses from here on are failures."""
PATIENCE = 60.0
"""Longest time, in seconds, to wait because a host asks for it."""


class _End(NamedTuple):
    """Where following a link ended."""

    final: str
    """Empty when there were no redirects."""
    status: int
    permanent: bool
    places: Places | None


@dataclass(frozen=True)
class Visitor:
    """Finds out where links lead; thread-safe."""

    options: LinkOptions
    caller: Caller
    pace: Pace
    _pages: dict[str, _End] = field(default_factory=dict)
    """Pages that were read for their places, by address: several links may name places in one."""

    @property
    def asked(self) -> frozenset[str]:
        """Hosts that were sent something."""
        return frozenset(self.caller.asked)

    def stop(self) -> None:
        """Ask nothing any more."""
        self.pace.stop()

    def visit(self, question: Question) -> tuple[Answer, bool]:
        """Return what came of a question, and whether this machine's own network may be why.

        Raises:
            Cancelled: when nobody wants to know any more.
        """
        trail: list[httpx.URL] = []
        try:
            start = httpx.URL(question.address)
            end = self._end(start, question, trail)
        except Fault as fault:
            final = str(trail[-1]) if len(trail) > 1 else ""
            if final and fault.outcome is Outcome.LEFT_OUT:
                return Answer(Outcome.SILENT, 0, f"a redirect leads to what is not asked, for {fault.reason}"), False
            return Answer(fault.outcome, 0, fault.reason, final), fault.local
        except (httpx.InvalidURL, UnicodeError):
            return Answer(Outcome.LEFT_OUT, 0, "it is not an address of the web"), False
        place = has_place(end.places, start.fragment) if start.fragment else None
        return Answer(Outcome.ANSWERED, end.status, "", end.final, end.permanent, place), False

    def _end(self, start: httpx.URL, question: Question, trail: list[httpx.URL]) -> _End:
        page = start.copy_with(fragment=None)
        if not start.fragment:
            return self._followed(page, question, trail)
        if str(page) not in self._pages:
            self._pages[str(page)] = self._followed(page, question, trail)
        return self._pages[str(page)]

    def _followed(self, url: httpx.URL, question: Question, trail: list[httpx.URL]) -> _End:
        """Go where redirects lead, and note in `trail` where that was.

        Raises:
            Fault: when they lead nowhere.
        """
        permanent, cookies = True, False
        read = "#" in question.address
        while True:
            trail.append(url)
            reply = self._asked(url, read=read)
            cookies = cookies or "set-cookie" in reply.headers
            target = reply.headers.get("location", "") if reply.status in REDIRECTS else ""
            if not target or not question.follow:
                final = str(url) if len(trail) > 1 else ""
                return _End(final, reply.status, bool(final) and permanent, places(reply.page, whole=reply.whole))
            permanent = permanent and reply.status in FOR_GOOD
            url = _joined(url, target)
            if url in trail and cookies:
                # Some sites go round until a browser keeps what they set; we never do.
                raise Fault(Outcome.SILENT, "it wants a cookie before it answers")
            if url in trail:
                raise Fault(Outcome.ASTRAY, "redirects go round in a circle")
            if len(trail) > self.options.max_redirects:
                raise Fault(Outcome.ASTRAY, f"there are more than {self.options.max_redirects} redirects")

    def _asked(self, url: httpx.URL, *, read: bool) -> Reply:
        """Ask for the head, and if that fails for the page: many servers answer the first in another way.

        A host that is busy, or does not answer, is asked again later, as often as the settings say.
        """
        wait = self.options.retry_wait
        methods = [*([] if read else ["HEAD"]), *["GET"] * (self.options.retries + 1)]
        for left, method in zip(range(len(methods) - 1, -1, -1), methods, strict=True):
            later = 0.0
            try:
                with self.pace.turn(_host(url)):
                    reply = self.caller.send(method, url, read=read)
                busy = reply.status in BUSY
                if reply.status < FAILED or not left or (method == "GET" and not busy):
                    return reply
                if busy:
                    later = max(wait, _seconds(reply.headers.get("retry-after", "")))
                if later > PATIENCE:
                    return reply
            except Fault as fault:
                if not fault.again or not left:
                    raise
                later = wait
            if later:
                self.pace.postpone(_host(url), later)
                wait *= 2
        raise AssertionError  # the last try returns or raises


def _host(url: httpx.URL) -> str:
    """Return what is asked one request at a time."""
    return url.host.lower().rstrip(".")


def _joined(url: httpx.URL, target: str) -> httpx.URL:
    try:
        joined = url.join(target.strip())
    except (httpx.InvalidURL, UnicodeError) as error:
        raise Fault(Outcome.ASTRAY, "a redirect leads to what is no address") from error
    if joined.scheme not in {"http", "https"}:
        raise Fault(Outcome.SILENT, f"a redirect leads to a program ({joined.scheme or 'none'}:), not to a page")
    return joined.copy_with(fragment=None)


def _seconds(told: str) -> float:
    """Return how long `Retry-After` asks to wait; 0 when it does not say."""
    told = told.strip()
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return 0.0
