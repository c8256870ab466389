"""Values by key, kept on disk between runs.

One SQLite file for the user, used by several processes at once. Keys are
hashes of all that determines a value, so nothing in it is ever out of date.
Entries that were not needed for longest go first when it grows too large.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

SCHEMA = 2
"""Part of the file's name: another layout gets another file."""

WAIT_SECONDS = 10.0
"""How long to wait for another process that writes."""

KEEP = 0.8
"""Share of the largest size that is left after the oldest entries have gone."""

DAY = 86_400
CHUNK = 500
"""Keys looked up at once; SQLite takes a limited number of parameters."""

PREPARE = (
    "PRAGMA auto_vacuum = INCREMENTAL",
    "PRAGMA journal_mode = WAL",
    # A crash of the machine may lose the last entries, which costs a little time and nothing else.
    "PRAGMA synchronous = NORMAL",
    "CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, value BLOB, used INTEGER) WITHOUT ROWID",
)


class Store:
    """Values by key; thread-safe.

    A file that cannot be opened raises `sqlite3.Error`. One that fails later (a full disk, another process that
    writes for too long) costs what it would have told, and nothing else.
    """

    def __init__(self, folder: Path, megabytes: int) -> None:
        """Open or make the file in `folder`; it is kept under `megabytes`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._most = megabytes << 20
        self._lock = threading.Lock()
        self._today = int(time.time()) // DAY
        path = folder / f"remembered-{SCHEMA}.sqlite"
        # It holds what articles say, some of which nobody else may read yet.
        path.touch(mode=0o600)
        self._file = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            for statement in PREPARE:
                self._file.execute(statement)
        except sqlite3.Error:
            self._file.close()
            raise

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return what is known, by key."""
        found: dict[bytes, bytes] = {}
        stale: list[tuple[int, bytes]] = []
        try:
            with self._lock:
                for key, value, used in self._select("key, value, used", keys):
                    found[key] = value
                    if used < self._today:
                        stale.append((self._today, key))
                if stale:
                    self._write("UPDATE entry SET used = ? WHERE key = ?", stale)
        except sqlite3.Error:
            return found
        return found

    def known(self, keys: Sequence[bytes]) -> frozenset[bytes]:
        """Return the keys of which something is known."""
        try:
            with self._lock:
                return frozenset(key for (key,) in self._select("key", keys))
        except sqlite3.Error:
            return frozenset()

    def keep(self, known: Mapping[bytes, bytes]) -> None:
        """Remember values by key."""
        rows = [(key, value, self._today) for key, value in known.items()]
        try:
            with self._lock:
                self._write("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", rows)
        except sqlite3.Error:
            return

    def close(self) -> None:
        """Make it small enough, and close it."""
        with self._lock:
            try:
                if self._size() > self._most:
                    self._shrink()
            except sqlite3.Error:
                # Another process may be at it; it is made small by the next that closes it.
                pass
            finally:
                self._file.close()

    def _select(self, columns: str, keys: Sequence[bytes]) -> Iterator[Any]:
        for start in range(0, len(keys), CHUNK):
            part = keys[start : start + CHUNK]
            marks = ",".join("?" * len(part))
            query = f"SELECT {columns} FROM entry WHERE key IN ({marks})"  # noqa: S608 - our columns, and marks
            yield from self._file.execute(query, part)

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._file.execute("BEGIN IMMEDIATE")
        try:
            self._file.executemany(statement, rows)
        except sqlite3.Error:
            self._file.execute("ROLLBACK")
            raise
        self._file.execute("COMMIT")

    def _size(self) -> int:
        (pages,), (free,), (size,) = (
            self._file.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def _shrink(self) -> None:
        """Drop the entries that were not needed for longest, until those left fill the share that is kept."""
        (held,) = self._file.execute("SELECT sum(length(value)) FROM entry").fetchone()
        surplus = held * (1 - KEEP * self._most / self._size())
        for (day,) in self._file.execute("SELECT DISTINCT used FROM entry ORDER BY used").fetchall():
            (size,) = self._file.execute("SELECT sum(length(value)) FROM entry WHERE used = ?", (day,)).fetchone()
            if size > surplus:
                self._drop(day, surplus)
                break
            self._file.execute("DELETE FROM entry WHERE used = ?", (day,))
            surplus -= size
        self._file.executescript("PRAGMA incremental_vacuum")

    def _drop(self, day: int, surplus: float) -> None:
        """Drop entries of one day, in the order of their keys, which is none, until `surplus` bytes are gone."""
        sizes = self._file.execute("SELECT key, length(value) FROM entry WHERE used = ? ORDER BY key", (day,))
        gone: list[tuple[bytes]] = []
        for key, size in sizes.fetchall():
            if surplus <= 0:
                break
            gone.append((key,))
            surplus -= size
        self._write("DELETE FROM entry WHERE key = ?", gone)


class Forgetful:
    """A store that keeps nothing."""

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:  # noqa: ARG002 - as Store's
        """Return nothing."""
        return {}

    def known(self, keys: Sequence[bytes]) -> frozenset[bytes]:  # noqa: ARG002 - as Store's
        """Return nothing."""
        return frozenset()

    def keep(self, known: Mapping[bytes, bytes]) -> None:
        """Forget it."""

    def close(self) -> None:
        """Do nothing."""


def key(*parts: str) -> bytes:
    """Return the key of what `parts` determine."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
