"""A request with all it takes to carry it out."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from flows.examining import Examining, examining
from flows.novelty import Novelty
from flows.progress import Observer
from flows.request import Request
from flows.settings import Settings, load
from flows.sources import STANDARD_INPUT, Gathered, gather
from flows.toolbox import Toolbox, opened


@dataclass(frozen=True, slots=True)
class Job:
    """One audit to do: what was asked for, what to audit, and with what."""

    request: Request
    settings: Settings
    gathered: Gathered
    novelty: Novelty
    tools: Toolbox
    examining: Examining
    """The gathered articles, being examined."""
    started: datetime
    clock: float
    """Of `time.monotonic` at the start."""

    @property
    def workers(self) -> int:
        """Articles to examine at once."""
        return workers_of(self.settings)


def workers_of(settings: Settings) -> int:
    """Return how many articles to examine at once."""
    return settings.jobs or processors()


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def settings_of(request: Request) -> Settings:
    """Return the settings in force for a request.

    Raises:
        UsageError: when something in them is wrong.
    """
    first = next((Path(path) for path in request.paths if path != STANDARD_INPUT), None)
    return load(request.config, first, request.changes)


@contextmanager
def prepared(
    request: Request, observer: Observer, stdin: BinaryIO | None = None, read: Callable[..., Gathered] = gather
) -> Iterator[Job]:
    """Read settings and articles and start what the checks need, all of it in the background.

    `read` is `gather` or something that wraps it.

    Raises:
        UsageError: when a path does not exist or something in the settings is wrong.
    """
    started, clock = datetime.now(UTC), time.monotonic()
    settings = settings_of(request)
    gathered = read(
        request.paths, exclude=settings.exclude, root=settings.root, max_bytes=settings.max_bytes, stdin=stdin
    )
    novelty = Novelty.of(request, settings, gathered)
    with opened(settings, observer) as tools, examining(gathered.articles, tools, workers_of(settings)) as begun:
        yield Job(request, settings, gathered, novelty, tools, begun, started, clock)
