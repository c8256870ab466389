"""Interrupts that end the run in order where that is possible, and soon in any case.

Python raises `KeyboardInterrupt` wherever the main thread stands. Inside the
import machinery that leaves a lock held which every thread needs for its next
import, and in a finalizer it is ignored, so there it has to wait; and whoever
ends in order may wait for something that never comes.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from types import FrameType

from flows.exit import Exit

GRACE_SECONDS = 10.0
"""How long ending in order may take. After that, or at a second interrupt, the process ends as it stands."""

RETRY_SECONDS = 0.05

_SHOW_CURSOR = b"\x1b[?25h"
"""Undoes what a progress bar that does not end in order leaves."""

_IMPORTING = "<frozen importlib._bootstrap>"


class _Watch:
    """Handles interrupts of this process."""

    def __init__(self) -> None:
        self.happened = False
        self._raised = False
        self._retried = False
        # Unlike locks, a queue that a handler may use whatever it interrupted.
        self._noted: SimpleQueue[int] = SimpleQueue()
        self._main = 0

    def start(self) -> None:
        """Handle interrupts from now on; to be called in the main thread."""
        self._main = threading.get_ident()
        threading.Thread(target=self._insist, name="interrupts", daemon=True).start()
        signal.signal(signal.SIGINT, self._interrupt)

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        self.happened = True
        if self._retried:
            self._retried = False
        else:
            self._noted.put(number)
        if not self._raised and not _has_to_wait(frame):
            self._raised = True
            signal.default_int_handler(number, frame)

    def _insist(self) -> None:
        self._noted.get()
        deadline = time.monotonic() + GRACE_SECONDS
        time.sleep(RETRY_SECONDS)
        while not self._raised and time.monotonic() < deadline:
            self._retry()
            time.sleep(RETRY_SECONDS)
        with suppress(Empty):
            self._noted.get(timeout=max(0.0, deadline - time.monotonic()))
        # Not through sys.stderr, whose lock another thread may hold. What was started ends with this process.
        os.write(2, (_SHOW_CURSOR if os.isatty(2) else b"") + b"copydesk: interrupted\n")
        os._exit(Exit.INTERRUPTED)

    def _retry(self) -> None:
        self._retried = True
        if sys.platform == "win32":
            _thread.interrupt_main()
        else:
            signal.pthread_kill(self._main, signal.SIGINT)


def _has_to_wait(frame: FrameType | None) -> bool:
    """Whether an interrupt in `frame` would leave the import machinery locked, or be ignored as a finalizer's."""
    if frame is not None and frame.f_code.co_filename == _IMPORTING:
        return True
    while frame is not None and frame.f_code.co_name != "__del__":
        frame = frame.f_back
    return frame is not None


_watch = _Watch()


def watch() -> None:
    """Handle interrupts from now on, unless they are ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        _watch.start()


def happened() -> bool:
    """Whether there was an interrupt."""
    return _watch.happened


def heed() -> None:
    """Let an interrupt that was ignored have its way; to be called where much has been imported, or waited for.

    Raises:
        KeyboardInterrupt: when there was one.
    """
    if _watch.happened:
        raise KeyboardInterrupt
