"""Put together what runs a LanguageTool server of our own: Java, jars, supervision."""

from __future__ import annotations

import os

from checks.grammar.options import GrammarOptions
from flows.languagetool.host import Host
from flows.languagetool.install import install
from flows.languagetool.java import find_java
from flows.languagetool.server import Limits, Server, start
from flows.languagetool.supervisor import Supervisor

TEXT_LENGTH = 2_000_000
"""UTF-16 units that the server takes: more than any piece that we send has."""

MEMORY_SHARE = 0.6
"""Of the machine's memory, at most, that a server that ran out may get."""


def supervise(options: GrammarOptions, host: Host) -> tuple[Supervisor, dict[str, str]]:
    """Find Java and LanguageTool, fetching it if need be; return its supervisor, not started, and facts.

    Raises:
        CheckUnavailable: when one of the two is not to be had.
    """
    java = find_java(options.java, host.environment)
    installation = install(options, java, host)

    def begin(starved: int) -> Server:
        limits = Limits(heap(options.heap, starved), options.request_timeout, TEXT_LENGTH, os.cpu_count() or 4)
        return start(installation, java, limits, host, options.start_timeout)

    facts = {
        "java": f"{java.major} ({java.origin})",
        "origin": installation.origin,
        "version": installation.version,
        "remote": "no",
    }
    return Supervisor(begin, host), facts


def heap(wanted: str, starved: int) -> str:
    """Return `wanted` doubled for each server that ran out of memory, within what the machine has."""
    import psutil

    megabytes = int(wanted[:-1]) * (1024 if wanted.endswith("g") else 1)
    most = int(psutil.virtual_memory().total * MEMORY_SHARE) >> 20
    return f"{max(megabytes, min(megabytes << starved, most))}m"
