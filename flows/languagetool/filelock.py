"""A lock between processes, which ends with the process that holds it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

POLL_SECONDS = 0.1

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, deadline: float) -> Iterator[bool | None]:
    """Hold the lock file `path`; yield whether another had it before, or None when it was not free in time.

    `deadline` is a value of `time.monotonic()`. The file stays: removing it
    would let two processes hold different files of one name.
    """
    waited = False
    with path.open("ab") as file:
        while True:
            try:
                _take(file)
                break
            except OSError:
                waited = True
                if time.monotonic() > deadline:
                    yield None
                    return
                time.sleep(POLL_SECONDS)
        yield waited
