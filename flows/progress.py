"""What a person is told while an audit runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol

import click

EXAMINING = "Checking articles"
"""Name of the step that looks at articles one by one."""


class Observer(Protocol):
    """Someone who wants to know how far an audit is."""

    def step(self, name: str, done: float, total: float | None) -> None:
        """Take note that `done` of `total` (None: not known) of a named step are done."""

    def note(self, message: str) -> None:
        """Take note of something worth a line."""


class Silent:
    """Tells nobody anything."""

    def step(self, name: str, done: float, total: float | None) -> None:
        """Ignore it."""

    def note(self, message: str) -> None:
        """Ignore it."""


_SILENT: Observer = Silent()
_observer: ContextVar[Observer] = ContextVar("observer", default=_SILENT)


def observer() -> Observer:
    """Return the observer of the audit in progress."""
    return _observer.get()


@contextmanager
def observed_by(someone: Observer) -> Iterator[None]:
    """Let `someone` follow what happens in this block."""
    token = _observer.set(someone)
    try:
        yield
    finally:
        _observer.reset(token)


class Lines:
    """Writes notes to standard error, and nothing else: for pipes and logs."""

    def step(self, name: str, done: float, total: float | None) -> None:
        """Ignore it."""

    def note(self, message: str) -> None:
        """Write a line."""
        click.echo(message, err=True)


@contextmanager
def terminal() -> Iterator[Observer]:
    """Follow an audit with bars on standard error, which must be a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    bars = Progress(*columns, TimeElapsedColumn(), console=console, transient=True)
    steps: dict[str, TaskID] = {}

    class Bars:
        def step(self, name: str, done: float, total: float | None) -> None:
            if name not in steps:
                steps[name] = bars.add_task(name, total=total)
            bars.update(steps[name], completed=done, total=total)

        def note(self, message: str) -> None:
            console.print(message, markup=False, highlight=False)

    with bars:
        yield Bars()
