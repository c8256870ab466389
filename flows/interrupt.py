"""Interrupts, which may come at a moment when Python ignores them, such as a callback while it imports a module."""

from __future__ import annotations

import signal
from types import FrameType

_noted: list[int] = []


def watch() -> None:
    """Take note of interrupts from now on, unless they are ignored."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        _noted.append(number)
        signal.default_int_handler(number, frame)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupt)


def happened() -> bool:
    """Whether there was an interrupt."""
    return bool(_noted)


def heed() -> None:
    """Let an interrupt that was ignored have its way; to be called where much has been imported, or waited for.

    Raises:
        KeyboardInterrupt: when there was one.
    """
    if _noted:
        raise KeyboardInterrupt
