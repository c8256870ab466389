"""`copydesk serve`: let a Prefect server start audits here, on a schedule or when somebody asks for one.

What is served is the flow that `copydesk audit` runs, with the parameters that
the same options would give it; each run is a process of its own.
"""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from flows.errors import UsageError
from flows.job import settings_of
from flows.orchestrate import parameters
from flows.request import Request
from flows.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from prefect.runner import Runner
    from prefect.schedules import Schedule

FLOW = "copydesk audit"
"""The flow's name, which deployments stand under."""

LEAST = "Start one with `prefect server start` and name it: export PREFECT_API_URL=http://127.0.0.1:4200/api"


def serve(request: Request, name: str, cron: str | None, timezone: str) -> None:
    """Serve audits of `request` as deployment `name` until interrupted or terminated.

    Everything is tried that can be before the first run is due. One run goes
    at a time, because all write to the same place.

    Raises:
        UsageError: when something in the request is wrong, or there is no Prefect server.
    """
    schedule = _schedule(cron, timezone) if cron else None
    _try_out(request)
    address = _server()
    from prefect.runner import Runner
    from prefect.types.entrypoint import EntrypointType

    from flows.audit import audit

    when = f"at {cron!r}, {timezone}, and " if cron else ""
    click.echo(f"Audits run {when}whenever told to: prefect deployment run '{FLOW}/{name}'", err=True)
    click.echo(f"Prefect's server: {address}  To stop: Ctrl-C", err=True)
    runner = Runner(name, limit=1)
    runner.add_flow(
        audit,
        name=name,
        schedule=schedule,
        parameters=parameters(request),
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    asyncio.run(_until_stopped(runner))


async def _until_stopped(runner: Runner) -> None:
    """Run until interrupted or terminated, and then leave the schedule paused."""
    loop = asyncio.get_running_loop()
    running = loop.create_task(runner.start())

    def stop(*_: object) -> None:
        loop.call_soon_threadsafe(running.cancel)

    # Prefect's own handler leaves its work half undone, and a traceback.
    runner.handle_sigterm = stop  # type: ignore[method-assign]
    signal.signal(signal.SIGINT, stop)
    with suppress(asyncio.CancelledError):
        await running


def _schedule(cron: str, timezone: str) -> Schedule:
    from prefect.client.schemas.schedules import CronSchedule
    from prefect.schedules import Cron
    from pydantic import ValidationError

    try:
        CronSchedule(cron=cron, timezone=timezone)
    except ValidationError as error:
        wrong = {part for one in error.errors() for part in one["loc"]}
        if "timezone" in wrong:
            raise UsageError(
                f"--timezone: there is no time zone {timezone!r}.", "Write it as in: Europe/Oslo"
            ) from error
        raise UsageError(
            f"--cron: {cron!r} is no cron expression.",
            'Name minute, hour, day, month and weekday, as in: --cron "0 6 * * 1-5"',
        ) from error
    return Cron(cron, timezone=timezone)


def _try_out(request: Request) -> None:
    """Find what is wrong with settings and paths now, not at six in the morning."""
    from flows.sources.walk import Search, find

    if STANDARD_INPUT in request.paths:
        raise UsageError("Standard input ends, so it cannot be audited again and again.", "Name files or folders.")
    for output in request.outputs:
        if output.target is None:
            raise UsageError(f"--output {output.format} needs a file here.", f"Write --output {output.format}=FILE.")
    settings = settings_of(request)
    for _ in find(request.paths, Search(settings.exclude, settings.root)):
        break


def _server() -> str:
    from flows import embedded

    if not embedded.is_configured():
        raise UsageError("There is no Prefect server that could start audits.", LEAST)
    return embedded.reach("Start it, or correct PREFECT_API_URL.")
