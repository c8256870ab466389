"""Fetch the pinned jars: checked by SHA-256, several at once, resumed, shared by all runs of a user."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock

from flows.languagetool.filelock import locked
from flows.languagetool.lock import Jar
from flows.progress import Observer

CONNECTIONS = 8
ATTEMPTS = 4
"""Tries of one jar before the fetch fails; a refusal (401, 403, 404) is believed at once."""

WAITS = (0.5, 2.0, 5.0)
"""Seconds before the second, third and fourth try."""

SOCKET_SECONDS = 30.0
"""Longest silence of the repository within an answer."""

REFUSALS = frozenset({401, 403, 404, 407, 410, 451})
STEP = "Fetching LanguageTool"


class FetchError(Exception):
    """The jars could not be had; the message completes "because …"."""


@dataclass(slots=True)
class _Tally:
    """How much has come so far, of all jars together; several threads report to it."""

    total: int
    observer: Observer
    stop: Event = field(default_factory=Event)
    done: int = 0
    _lock: Lock = field(default_factory=Lock)

    def add(self, count: int) -> None:
        with self._lock:
            self.done += count
        self.observer.step(STEP, self.done, self.total)


@dataclass(slots=True)
class _Bar:
    """What pooch takes for a progress bar: counts one jar's bytes into the tally."""

    tally: _Tally
    size: int
    total: int = 0
    counted: int = 0

    def update(self, count: int) -> None:
        if self.tally.stop.is_set():
            msg = "another jar could not be had"
            raise FetchError(msg)
        self._count(min(count, self.size - self.counted))

    def reset(self) -> None:
        """Ignore it: pooch's last update would count again."""

    def close(self) -> None:
        """Ignore it."""

    def _count(self, count: int) -> None:
        self.counted += count
        self.tally.add(count)

    def settle(self, *, whole: bool) -> None:
        """Count the jar as wholly there or wholly missing."""
        self._count((self.size if whole else 0) - self.counted)


def fetch(jars: Sequence[Jar], repository: str, folder: Path, observer: Observer, seconds: float) -> tuple[Path, ...]:
    """Make sure that `folder` holds `jars`, unchanged, and return their paths in order.

    What is there and has the right checksum stays, so a fetch that was cut
    goes on where it ended, and a damaged jar is fetched again. Jars appear
    under their name only when they are complete and right. Of several
    processes one fetches while the others wait.

    Args:
        jars: what to have.
        repository: base address of a repository in Maven's layout.
        folder: where to keep them; made if need be.
        observer: told of progress in bytes.
        seconds: longest time for all.

    Raises:
        FetchError: when a jar is refused, wrong, or not had in time.
        OSError: when the folder cannot be written.
    """
    deadline = time.monotonic() + seconds
    missing = absent(jars, folder)
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder / ".lock", deadline) as waited:
            if waited is None:
                msg = f"another process has been fetching to {folder} for more than {seconds:.0f} s"
                raise FetchError(msg)
            _fetch_missing(absent(jars, folder) if waited else missing, repository, folder, observer, deadline)
    return tuple(folder / jar.path for jar in jars)


def absent(jars: Sequence[Jar], folder: Path) -> tuple[Jar, ...]:
    """Return the jars that `folder` does not hold with the right content."""
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return tuple(
            jar for jar, right in zip(jars, pool.map(lambda jar: _holds(folder, jar), jars), strict=True) if not right
        )


def _holds(folder: Path, jar: Jar) -> bool:
    path = folder / jar.path
    try:
        if path.stat().st_size != jar.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False


def _fetch_missing(jars: Sequence[Jar], repository: str, folder: Path, observer: Observer, deadline: float) -> None:
    if not jars:
        return
    tally = _Tally(sum(jar.size for jar in jars), observer)
    observer.step(STEP, 0, tally.total)
    pool = ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="fetch")
    # Big ones first, so that none of them is alone at the end.
    ordered = sorted(jars, key=lambda jar: -jar.size)
    futures = [pool.submit(_fetch_one, jar, repository, folder, tally, deadline) for jar in ordered]
    try:
        _finish(futures, deadline)
    finally:
        tally.stop.set()
        pool.shutdown(wait=False, cancel_futures=True)


def _finish(futures: Sequence[Future[None]], deadline: float) -> None:
    done, pending = wait(futures, max(0.0, deadline - time.monotonic()), FIRST_EXCEPTION)
    for future in done:
        future.result()
    if pending:
        msg = "the repository did not send everything in time (grammar.download-timeout)"
        raise FetchError(msg)


def _fetch_one(jar: Jar, repository: str, folder: Path, tally: _Tally, deadline: float) -> None:
    reason = ""
    for attempt in range(ATTEMPTS):
        if attempt and (tally.stop.wait(WAITS[attempt - 1]) or time.monotonic() > deadline):
            break
        bar = _Bar(tally, jar.size)
        refused, reason = _attempt(jar, repository, folder, bar)
        bar.settle(whole=not reason)
        if not reason:
            return
        if refused:
            break
    msg = f"{jar.path} from {repository} {reason}" if reason else "another jar could not be had"
    raise FetchError(msg)


def _attempt(jar: Jar, repository: str, folder: Path, bar: _Bar) -> tuple[bool, str]:
    """Try once; return whether trying again is in vain, and what went wrong or ""."""
    import pooch
    import requests

    # Pooch announces each file on standard error otherwise.
    pooch.get_logger().setLevel(logging.WARNING)
    store = pooch.create(
        path=folder, base_url=repository.rstrip("/") + "/", registry={jar.path: f"sha256:{jar.sha256}"}
    )
    try:
        store.fetch(
            jar.path, downloader=pooch.HTTPDownloader(progressbar=bar, chunk_size=1 << 16, timeout=SOCKET_SECONDS)
        )
    except requests.HTTPError as error:
        status = 0 if error.response is None else error.response.status_code
        return status in REFUSALS, f"was refused with status {status}"
    except requests.RequestException as error:
        return isinstance(
            error, requests.exceptions.InvalidURL | requests.exceptions.MissingSchema
        ), f"did not come: {_plain(error)}"
    except ValueError:
        return False, "does not have the pinned SHA-256"
    return False, ""


def _plain(error: Exception) -> str:
    """Return the innermost cause of an error of requests, on one line."""
    inner: BaseException = error
    while (below := inner.__cause__ or inner.__context__) is not None:
        inner = below
    return f"{type(inner).__name__}: {' '.join(str(inner).split())}"[:200]
