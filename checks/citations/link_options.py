"""Settings of link checking."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from checks.rule import Options

Host = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]+$")]
"""A host's name or address, without a port; no pattern, since what it opens should stand there."""


class LinkOptions(Options):
    """Asking over the network whether links still lead somewhere."""

    check: bool = Field(
        default=False,
        description="Ask each link's host whether it still leads somewhere (as --check-links does). The addresses "
        "leave this machine; nothing is asked otherwise.",
    )
    exclude: tuple[str, ...] = Field(
        default=(),
        description="Links not to ask: a host (with all below it), or an address in which * stands for any characters.",
    )
    allow_hosts: tuple[Host, ...] = Field(
        default=(),
        description="Hosts that may be asked although their addresses are private or loopback, such as an intranet's; "
        "each by its full name or address. All others are refused, also after a redirect.",
    )
    anchors: bool = Field(
        default=False, description="Fetch pages to see whether they have the place that a link's # names."
    )
    timeout: float = Field(default=20, gt=0, le=120, description="Seconds that one request may take altogether.")
    total_timeout: float = Field(
        default=900,
        gt=0,
        le=86_400,
        description="Seconds that all links together may take; what is left then counts as not checked.",
    )
    retries: int = Field(
        default=2, ge=0, le=5, description="Times to ask again when a host is busy or does not answer."
    )
    retry_wait: float = Field(
        default=2,
        ge=0,
        le=60,
        description="Seconds before asking again, doubled each time; a host that says when to come back is obeyed "
        "if that is within a minute.",
    )
    pause: float = Field(default=0.2, ge=0, le=60, description="Seconds to leave a host alone between two requests.")
    connections: int = Field(
        default=16, ge=1, le=128, description="Hosts to ask at the same time; each gets one request at a time."
    )
    max_redirects: int = Field(default=10, ge=0, le=50, description="Redirects to follow from one link.")
    proxy: str = Field(
        default="",
        pattern=r"^(https?://[^\s/@]+/?)?$",
        description="Address of a proxy to ask through; it then decides which addresses a name stands for. The "
        "environment's is not used.",
    )
    user_agent: str = Field(
        default="",
        pattern=r"^[ -~]*$",
        max_length=200,
        description="How requests introduce themselves; empty: copydesk and its version.",
    )
    keep_days: float = Field(
        default=7, ge=0, le=365, description="Days for which it is remembered that a link was well."
    )
    keep_failures_hours: float = Field(
        default=1, ge=0, le=720, description="Hours for which it is remembered that one was not."
    )
