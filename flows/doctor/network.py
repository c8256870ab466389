"""A probe of link checking."""

from __future__ import annotations

from typing import cast

from checks.citations import CitationsOptions
from flows.doctor.diagnosis import Finding, Health
from flows.settings import Settings


def links(settings: Settings) -> Finding:
    """Say whether links are asked over the network, and if so, whether there is one."""
    options = cast("CitationsOptions", settings.options("citations")).links
    if not options.check:
        return Health.OK, "not asked over the network, unless --check-links is given"
    from flows.links import online

    told = "asked over the network (citations.links.check): the addresses in articles leave this machine"
    if online(options):
        return Health.OK, f"{told}{f', by way of {options.proxy}' if options.proxy else ''}"
    if options.proxy:
        return Health.FAIL, f"{told}, but the proxy {options.proxy} cannot be reached", "Correct citations.links.proxy."
    return Health.FAIL, f"{told}, but there seems to be no network", "Connect, or set citations.links.check to false."
