"""What can go wrong with one request."""

from __future__ import annotations

from checks.web import Outcome


class Fault(Exception):
    """A request had no answer; `outcome` says what that means for the link, the message completes a sentence."""

    def __init__(self, outcome: Outcome, reason: str, *, again: bool = False, local: bool = False) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason
        self.again = again
        """Whether another try may help."""
        self.local = local
        """Whether this machine's own network may be to blame."""


class Cancelled(Exception):
    """Nobody waits for the answer any more, or no time is left."""
