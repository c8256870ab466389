"""A way for whoever started a flow run to get its audit: Prefect itself keeps only how the run ended.

Not in `flows.audit`, because Prefect pickles a served flow together with the
globals that it uses, and a context variable cannot be pickled.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from reports.audit import Audit

_wanted: ContextVar[list[Audit] | None] = ContextVar("wanted", default=None)


@contextmanager
def collecting() -> Iterator[list[Audit]]:
    """Collect the audits of flow runs in this block."""
    made: list[Audit] = []
    token = _wanted.set(made)
    try:
        yield made
    finally:
        _wanted.reset(token)


def collect(made: Audit) -> None:
    """Hand an audit to whoever collects in this context, if anybody does."""
    collected = _wanted.get()
    if collected is not None:
        collected.append(made)
