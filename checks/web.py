"""What a check may ask of the web, and what it is told. Who asks is handed to checks, as a proofreader is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    """A server answered, with a status."""
    NO_HOST = "no-host"
    """The name of the host does not exist."""
    INSECURE = "insecure"
    """The host's certificate is one that browsers warn of."""
    ASTRAY = "astray"
    """Redirects go round in a circle, or do not end."""
    SILENT = "silent"
    """No server answered: refused, broken off, out of time. It may do so tomorrow."""
    PRIVATE = "private"
    """It leads to an address that is not public, so it was not asked."""
    LEFT_OUT = "left-out"
    """Not asked because of what the address is, e.g. one with a password in it."""
    UNASKED = "unasked"
    """Nothing is known: there is no network, or no time was left."""


class Question(NamedTuple):
    """One address to ask."""

    address: str
    """Absolute, http or https. One with a fragment asks also whether the page has a place of that name."""
    follow: bool = True
    """Whether to follow redirects; False asks the first host alone, such as a resolver of DOIs."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question."""

    outcome: Outcome
    status: int = 0
    """HTTP status, of the last answer; 0 when there was none."""
    reason: str = ""
    """What happened, in words that follow a colon; empty when the status says it."""
    final: str = ""
    """Address at which redirects ended; empty when there were none."""
    permanent: bool = False
    """Whether all of these redirects are for good (301 or 308)."""
    place: bool | None = None
    """Whether the page has the place that the fragment names; None when nobody looked, or could tell."""

    def __str__(self) -> str:
        """Tell it in a few words."""
        told = str(self.status) if self.status else self.outcome.replace("-", " ")
        told += f", at {self.final}" if self.final else ""
        told += " (for good)" if self.permanent else ""
        return told + (f", {self.reason}" if self.reason else "")


class Web(Protocol):
    """Something that can ask addresses on the web, in the background."""

    def expect(self, questions: Iterable[Question]) -> None:
        """Begin to ask these, each once however often it is named, and return at once."""

    def answer(self, question: Question) -> Answer:
        """Return what came of a question; waits until all that is expected was asked."""
