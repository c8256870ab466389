"""Run the Prefect flow from the command line, with all that is slow to start started at once.

LanguageTool (Java)          ├──────────┤
articles, checked            ├────────────────────────────┤
import of Prefect            ├────┤
Prefect's server, if ours    ├─────────────┤
the flow                                   ├──────────────────────┤
"""

from __future__ import annotations

from typing import Any

from flows import interrupt
from flows.examining import examining
from flows.job import settings_of, workers_of
from flows.progress import Observer, observed_by
from flows.request import Request
from flows.sources import gather
from flows.toolbox import held, opened
from reports.audit import Audit

STARTING = "Starting LanguageTool and Prefect"


def audit(request: Request, observer: Observer) -> Audit:
    """Carry out a request in a flow run.

    Raises:
        UsageError: when the request cannot be carried out as it stands.
    """
    settings = settings_of(request)
    # Read here as well as in the flow: wrong paths are told before anything starts, and what is known
    # of the articles decides whether LanguageTool has to.
    seen = gather(request.paths, exclude=settings.exclude, root=settings.root, max_bytes=settings.max_bytes)
    with (
        opened(settings, observer) as tools,
        held(tools),
        examining(seen.articles, tools, workers_of(settings)),
        observed_by(observer),
    ):
        observer.step(STARTING, 0, None)
        return _in_prefect(request, observer)


def _in_prefect(request: Request, observer: Observer) -> Audit:
    from flows import embedded

    # Importing Prefect, which alone knows for sure, takes as long as half the server's start.
    server = None if embedded.may_be_configured() else embedded.EmbeddedServer()
    try:
        if embedded.is_configured():
            if server is not None:
                server.stop()
            server = None
        else:
            server = server or embedded.EmbeddedServer()
        from flows.audit import audit as flow
        from flows.collect import collecting

        interrupt.heed()

        with embedded.quiet(), embedded.api(server), collecting() as made:
            observer.step(STARTING, 1, 1)
            state = flow(**parameters(request), return_state=True)
    finally:
        if server is not None:
            server.stop()
    if not made:
        # The flow did not come to its end: this raises what it raised.
        state.result()
    return made[0]


def parameters(request: Request) -> dict[str, Any]:
    """Return a request as parameters of the flow, which are JSON."""
    return {
        "paths": list(request.paths),
        "config": str(request.config) if request.config else None,
        "changes": dict(request.changes),
        "baseline": str(request.baseline) if request.baseline else None,
        "since": request.since,
        "outputs": [f"{output.format}={output.target}" for output in request.outputs if output.target],
    }
