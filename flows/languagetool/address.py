"""Where a LanguageTool server is asked."""

from __future__ import annotations

from typing import NamedTuple


class Address(NamedTuple):
    """One server: where, which, and how to be let in."""

    url: str
    number: int = 0
    """Counts the servers of a run; 0 for one that is not ours."""
    token: str = ""
    """What requests must bring; empty for nothing."""
