"""Articles examined in the background, from the moment that they are known.

Whoever wants to know what came of an article waits for it here: `copydesk
check` for one after the other, the flow's tasks batch by batch. So the
checks, and LanguageTool, are at work while Prefect still starts.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar

from flows.pipeline import Examined, examine
from flows.sources import Raw
from flows.toolbox import Toolbox


class Examining:
    """Articles being examined, as many at a time as there are workers, in their order."""

    def __init__(self, raws: Sequence[Raw], tools: Toolbox, workers: int) -> None:
        """Begin."""
        self.tools = tools
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="examine")
        self._begun: dict[Raw, Future[Examined]] = {raw: self._pool.submit(examine, raw, tools) for raw in raws}

    def result(self, raw: Raw) -> Examined:
        """Return what came of an article, one that failed being examined again when it is asked for again."""
        future = self._begun.get(raw) or self._pool.submit(examine, raw, self.tools)
        try:
            return future.result()
        except Exception:
            self._begun.pop(raw, None)
            raise

    def close(self) -> None:
        """Begin no other article."""
        self._pool.shutdown(wait=False, cancel_futures=True)


_outer: ContextVar[Examining | None] = ContextVar("outer", default=None)


@contextmanager
def examining(raws: Sequence[Raw], tools: Toolbox, workers: int) -> Iterator[Examining]:
    """Have articles examined, and start what that needs, all of it in the background.

    Inside another such block with the same tools, what has begun there goes on.
    """
    outer = _outer.get()
    if outer is not None and outer.tools is tools:
        yield outer
        return
    if tools.expect(raws):
        threading.Thread(target=_warm, args=(tools,), daemon=True).start()
    begun = Examining(raws, tools, workers)
    token = _outer.set(begun)
    try:
        yield begun
    finally:
        _outer.reset(token)
        begun.close()


def _warm(tools: Toolbox) -> None:
    for check in tools.checks:
        if check.warm is not None:
            check.warm()
