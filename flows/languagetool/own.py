"""Put together what runs a LanguageTool server of our own: Java, jars, supervision."""

from __future__ import annotations

import os
import secrets
from dataclasses import replace

from checks.grammar.options import GrammarOptions
from flows.languagetool.ahead import prepared
from flows.languagetool.engine import BRIEF, Engine, Limits, megabytes
from flows.languagetool.host import Host
from flows.languagetool.install import install
from flows.languagetool.java import find_java
from flows.languagetool.server import Server, start
from flows.languagetool.supervisor import Supervisor
from flows.languagetool.tongues import Tongues, in_order

TEXT_LENGTH = 2_000_000
"""UTF-16 units that the server takes: more than any piece that we send has."""

LITTLE = 60_000
"""Code points up to which a run is too short for thorough compilation, which takes twice the processor time."""

MEMORY_SHARE = 0.6
"""Of the machine's memory, at most, that a server that ran out may get."""


def supervise(options: GrammarOptions, host: Host) -> tuple[Supervisor, Tongues, dict[str, str]]:
    """Find Java and LanguageTool, fetching it if need be; return its supervisor, not started, its languages, and facts.

    Raises:
        CheckUnavailable: when one of the two is not to be had.
    """
    java = find_java(options.java, host.environment, host.folder)
    installation = install(options, java, host)
    tongues = Tongues(installation, options, host, in_order(host.languages(), options))
    tongues.foresee()

    def limits(starved: int) -> Limits:
        threads, token = os.cpu_count() or 4, secrets.token_urlsafe()
        return Limits(heap(options.heap, starved), options.request_timeout, TEXT_LENGTH, threads, token)

    def begin(starved: int) -> Server:
        used = Engine(java, tongues.classpath())
        # What was prepared for fast starts may be what makes them fail.
        if options.fast_start and (starved or supervisor.in_a_row <= 1):
            # Articles wait when it starts again for one more language, so the next run may train.
            used = prepared(used, limits(0), host, tongues.loaded(), training=supervisor.number == 1)
        if host.amount is not None and host.amount <= LITTLE:
            used = replace(used, flags=(*used.flags, BRIEF))
        return start(used, limits(starved), host, options.start_timeout)

    supervisor = Supervisor(begin, host)

    facts = {
        "java": f"{java.major} ({java.origin})",
        "origin": installation.origin,
        "version": installation.version,
        "remote": "no",
    }
    return supervisor, tongues, facts


def heap(wanted: str, starved: int) -> str:
    """Return `wanted` doubled for each server that ran out of memory, within what the machine has."""
    import psutil

    first = megabytes(wanted)
    most = int(psutil.virtual_memory().total * MEMORY_SHARE) >> 20
    return f"{max(first, min(first << starved, most))}m"
