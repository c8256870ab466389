"""Probes of Prefect."""

from __future__ import annotations

import time
from importlib.metadata import version

from flows.doctor.diagnosis import Finding, Health


def prefect() -> Finding:
    """Import Prefect and look which API it is set to use."""
    from flows.embedded import is_configured

    where = "set to use a server of yours" if is_configured() else "with a server of its own for each audit"
    return Health.OK, f"{version('prefect')}, {where}"


def server() -> Finding:
    """Ask the configured server, or start one as `copydesk audit` does."""
    from flows.embedded import is_configured

    return _configured() if is_configured() else _embedded()


def _configured() -> Finding:
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        address = str(client.api_url)
        error = client.api_healthcheck()
    if error is None:
        return Health.OK, f"{address} answers"
    remedy = "Start it, correct PREFECT_API_URL or PREFECT_API_KEY, or unset them: prefect config unset PREFECT_API_URL"
    return Health.FAIL, f"{address} does not answer: {error}", remedy


def _embedded() -> Finding:
    from flows.embedded import EmbeddedServer

    began = time.monotonic()
    started = EmbeddedServer()
    try:
        started.wait()
    finally:
        started.stop()
    return Health.OK, f"started for a moment, in {time.monotonic() - began:.1f} s"
