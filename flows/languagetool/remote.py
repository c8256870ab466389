"""A LanguageTool server that the user runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from checks.rule import CheckUnavailable
from flows.languagetool.address import Address

FAILURES = 3
"""Failures in a row after which no further article waits for it."""


@dataclass(slots=True)
class Remote:
    """A server that is not ours to start: used as it is, given up when it does not answer."""

    url: str
    failures: int = 0

    def current(self) -> Address:
        """Return its address.

        Raises:
            CheckUnavailable: when it failed too often.
        """
        if self.failures >= FAILURES:
            raise self._lost("it failed several times in a row")
        return Address(self.url)

    @contextmanager
    def request(self) -> Iterator[None]:
        """Take note of nothing: watching it is its owner's."""
        yield

    def praise(self, number: int) -> None:  # noqa: ARG002  # there is one only
        """Take note that it answered."""
        self.failures = 0

    def complain(self, number: int, reason: str) -> bool:  # noqa: ARG002  # as above
        """Take note that it did not answer; return False, as nothing about it changed.

        Raises:
            CheckUnavailable: when it failed too often.
        """
        self.failures += 1
        if self.failures >= FAILURES:
            raise self._lost(reason)
        return False

    def facts(self) -> Mapping[str, str]:
        """Return where it is, and whether text leaves this machine for it."""
        away = f"yes, the text of articles is sent to {self.host}" if self.is_elsewhere else "no, it is on this machine"
        return {"address": self.url, "remote": away}

    @property
    def host(self) -> str:
        """Name or address of the machine that it runs on."""
        return urlsplit(self.url).hostname or self.url

    @property
    def is_elsewhere(self) -> bool:
        """Whether it runs on another machine, as far as its address tells."""
        try:
            return not ip_address(self.host).is_loopback
        except ValueError:
            return self.host != "localhost"

    def close(self) -> None:
        """Leave it alone."""

    def _lost(self, reason: str) -> CheckUnavailable:
        return CheckUnavailable(
            f"the LanguageTool server at {self.url} cannot be used: {reason}",
            "Start it, or correct grammar.server, or leave it out.",
        )
