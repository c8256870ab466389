"""Fetch the pinned jars: checked by SHA-256, several at once, resumed, shared by all runs of a user."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from flows.languagetool.filelock import locked
from flows.languagetool.host import Host
from flows.languagetool.lock import Jar

if TYPE_CHECKING:
    from requests import Session

CONNECTIONS = 8
ATTEMPTS = 4
"""Tries of one jar before the fetch fails; a refusal (401, 403, 404) is believed at once."""

WAITS = (0.5, 2.0, 5.0)
"""Seconds before the second, third and fourth try."""

CHUNK = 1 << 16
POLL_SECONDS = 0.2
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
    host: Host
    stop: Event = field(default_factory=Event)
    """Set when the fetch is over, one way or another."""
    done: int = 0
    _lock: Lock = field(default_factory=Lock)

    @property
    def stopped(self) -> bool:
        """Whether going on is in vain."""
        return self.stop.is_set() or self.host.cancelled.is_set()

    def add(self, count: int) -> None:
        """Take note of so many more bytes."""
        with self._lock:
            self.done += count
        self.host.observer.step(STEP, self.done, self.total)


@dataclass(slots=True)
class _Share:
    """How much of one jar has come, as part of the tally."""

    tally: _Tally
    size: int
    counted: int = 0

    def add(self, count: int) -> None:
        """Take note of a chunk.

        Raises:
            FetchError: when going on is in vain.
        """
        if self.tally.stopped:
            raise FetchError("the fetch was stopped")
        self.counted += count
        self.tally.add(count)

    def forget(self) -> None:
        """Take note that what came is of no use."""
        self.tally.add(-self.counted)
        self.counted = 0


def fetch(jars: Sequence[Jar], repository: str, folder: Path, host: Host, seconds: float) -> tuple[Path, ...]:
    """Make sure that `folder` holds `jars`, unchanged, and return their paths in order.

    What is there and has the right checksum stays, so a fetch that was cut
    goes on where it ended, and a damaged jar is fetched again. Jars appear
    under their name only when they are complete and right. Of several
    processes one fetches while the others wait.

    Args:
        jars: what to have.
        repository: base address of a repository in Maven's layout.
        folder: where to keep them; made if need be.
        host: told of progress in bytes; may cancel.
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
                raise FetchError(f"another process has been fetching to {folder} for more than {seconds:.0f} s")
            _fetch_missing(absent(jars, folder) if waited else missing, repository, folder, host, deadline)
    _keep_note(jars, folder)
    return tuple(folder / jar.path for jar in jars)


def absent(jars: Sequence[Jar], folder: Path) -> tuple[Jar, ...]:
    """Return the jars that `folder` does not hold with the right content."""
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return tuple(
            jar for jar, right in zip(jars, pool.map(lambda jar: _holds(folder, jar), jars), strict=True) if not right
        )


def unchanged(jars: Sequence[Jar], folder: Path) -> bool:
    """Whether these jars were found right before and nobody wrote to them since: reading 100 MB takes its time."""
    try:
        return _note(jars, folder).read_text("utf-8") == _state(jars, folder)
    except OSError:
        return False


def _keep_note(jars: Sequence[Jar], folder: Path) -> None:
    # Where nothing can be written, each run reads them all.
    with suppress(OSError):
        _note(jars, folder).write_text(_state(jars, folder), "utf-8")


def _note(jars: Sequence[Jar], folder: Path) -> Path:
    wanted = "".join(f"{jar.path} {jar.sha256}\n" for jar in jars)
    return folder / f".checked-{hashlib.sha256(wanted.encode()).hexdigest()[:16]}"


def _state(jars: Sequence[Jar], folder: Path) -> str:
    """Return when each jar was last written to, and its size."""
    stats = ((jar.path, (folder / jar.path).stat()) for jar in jars)
    return "".join(f"{path} {stat.st_size} {stat.st_mtime_ns}\n" for path, stat in stats)


def _holds(folder: Path, jar: Jar) -> bool:
    path = folder / jar.path
    try:
        if path.stat().st_size != jar.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False


def _fetch_missing(jars: Sequence[Jar], repository: str, folder: Path, host: Host, deadline: float) -> None:
    if not jars:
        return
    tally = _Tally(sum(jar.size for jar in jars), host)
    # Worth a line also where no bar is shown: a log that is silent for a minute looks dead.
    host.observer.note(f"{STEP}, once: {tally.total / 1e6:,.0f} MB to {folder}")
    host.observer.step(STEP, 0, tally.total)
    # Big ones first, so that none of them is alone at the end.
    todo = deque(sorted(jars, key=lambda jar: -jar.size))
    outcomes: SimpleQueue[Exception | None] = SimpleQueue()

    def work() -> None:
        import requests

        with requests.Session() as session:
            while todo and not tally.stopped:
                try:
                    _fetch_one(todo.popleft(), repository, folder, tally, session, deadline)
                except Exception as error:  # noqa: BLE001  # raised again by who waits
                    outcomes.put(error)
                else:
                    outcomes.put(None)

    # Not an executor's threads: the interpreter would wait for them at exit, while a repository is silent.
    for number in range(min(CONNECTIONS, len(jars))):
        Thread(target=work, name=f"fetch-{number}", daemon=True).start()
    try:
        for _ in jars:
            _await(outcomes, tally, deadline)
    finally:
        tally.stop.set()


def _await(outcomes: SimpleQueue[Exception | None], tally: _Tally, deadline: float) -> None:
    """Return when one more jar is there; raise what went wrong with it."""
    while True:
        if tally.stopped:
            raise FetchError("the fetch was stopped")
        if time.monotonic() > deadline:
            raise FetchError("the repository did not send everything in time (grammar.download-timeout)")
        with suppress(Empty):
            outcome = outcomes.get(timeout=POLL_SECONDS)
            if outcome is not None:
                raise outcome
            return


def _fetch_one(jar: Jar, repository: str, folder: Path, tally: _Tally, session: Session, deadline: float) -> None:
    reason = ""
    for attempt in range(ATTEMPTS):
        if attempt and (tally.stop.wait(WAITS[attempt - 1]) or time.monotonic() > deadline):
            break
        share = _Share(tally, jar.size)
        refused, reason = _attempt(jar, repository, folder, share, session)
        if not reason:
            return
        share.forget()
        if refused:
            break
    raise FetchError(f"{jar.path} from {repository} {reason}" if reason else "the fetch was stopped")


def _attempt(jar: Jar, repository: str, folder: Path, share: _Share, session: Session) -> tuple[bool, str]:
    """Try once; return whether trying again is in vain, and what went wrong or ""."""
    import pooch
    import requests

    def download(url: str, path: str, _store: object) -> None:
        # Pooch's own downloader would leave a connection that broke open.
        with session.get(url, stream=True, timeout=SOCKET_SECONDS) as response, Path(path).open("wb") as file:
            response.raise_for_status()
            for chunk in response.iter_content(CHUNK):
                file.write(chunk)
                share.add(len(chunk))

    # Pooch announces each file on standard error otherwise.
    pooch.get_logger().setLevel(logging.WARNING)
    base = repository.rstrip("/") + "/"
    store = pooch.create(path=folder, base_url=base, registry={jar.path: f"sha256:{jar.sha256}"})
    try:
        store.fetch(jar.path, downloader=download)
    except requests.HTTPError as error:
        status = 0 if error.response is None else error.response.status_code
        return status in REFUSALS, f"was refused with status {status}"
    except requests.exceptions.RequestException as error:
        # Errors in the address are ValueErrors as well, and come again.
        return isinstance(error, ValueError), f"did not come: {_plain(error)}"
    except ValueError:
        return False, "does not have the pinned SHA-256"
    return False, ""


def _plain(error: Exception) -> str:
    """Return the innermost cause of an error of requests, on one line."""
    inner: BaseException = error
    while (below := inner.__cause__ or inner.__context__) is not None:
        inner = below
    return f"{type(inner).__name__}: {' '.join(str(inner).split())}"[:200]
