"""What can go wrong with one request to LanguageTool."""

from __future__ import annotations


class Fault(Exception):
    """A request had no useful answer; the message completes "because …"."""


class Gone(Fault):
    """The server is not there, died, or does not answer any more."""


class Slow(Fault):
    """The server gave up on this text, or took too long."""


class TooLong(Fault):
    """The server does not take texts of this length."""


class Busy(Fault):
    """The server asks to come back later."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class Refused(Fault):
    """The server answered, but not with findings."""
