"""What LanguageTool said of each paragraph, kept on disk between runs.

One SQLite file for the user, used by several processes at once. It holds
hashes of paragraphs, not their text, and what was flagged in them. Entries
that were not needed for longest go first when it grows too large.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from checks.position import Span
from checks.rule import Match

SCHEMA = 1
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
    "CREATE TABLE IF NOT EXISTS paragraph (key BLOB PRIMARY KEY, matches TEXT, used INTEGER) WITHOUT ROWID",
)


class Memory:
    """Matches by paragraph; thread-safe. A file that cannot be used raises `sqlite3.Error`."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        """Open or make the file in `folder`; it is kept under `megabytes`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._most = megabytes << 20
        self._lock = threading.Lock()
        self._today = int(time.time()) // DAY
        self._file = sqlite3.connect(
            folder / f"paragraphs-{SCHEMA}.sqlite", timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            for statement in PREPARE:
                self._file.execute(statement)
        except sqlite3.Error:
            self._file.close()
            raise

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, tuple[Match, ...]]:
        """Return what is known, by key."""
        found: dict[bytes, tuple[Match, ...]] = {}
        stale: list[bytes] = []
        with self._lock:
            for start in range(0, len(keys), CHUNK):
                part = keys[start : start + CHUNK]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, matches, used FROM paragraph WHERE key IN ({marks})"  # noqa: S608 - marks only
                for key, matches, used in self._file.execute(query, part):
                    found[key] = _matches(matches)
                    if used < self._today:
                        stale.append(key)
            if stale:
                self._file.executemany(
                    "UPDATE paragraph SET used = ? WHERE key = ?", [(self._today, key) for key in stale]
                )
        return found

    def keep(self, known: Mapping[bytes, Iterable[Match]]) -> None:
        """Remember matches by key."""
        rows = [(key, _text(matches), self._today) for key, matches in known.items()]
        with self._lock:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("INSERT OR REPLACE INTO paragraph VALUES (?, ?, ?)", rows)
            self._file.execute("COMMIT")

    def close(self) -> None:
        """Make it small enough, and close it."""
        with self._lock:
            if self._size() > self._most:
                self._shrink()
            self._file.close()

    def _size(self) -> int:
        (pages,), (free,), (size,) = (
            self._file.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def _shrink(self) -> None:
        (count,) = self._file.execute("SELECT count(*) FROM paragraph").fetchone()
        surplus = count - int(count * KEEP * self._most / self._size())
        self._file.execute(
            "DELETE FROM paragraph WHERE key IN (SELECT key FROM paragraph ORDER BY used LIMIT ?)", (surplus,)
        )
        self._file.executescript("PRAGMA incremental_vacuum")


class Forgetful:
    """A memory that keeps nothing."""

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, tuple[Match, ...]]:  # noqa: ARG002 - as Memory's
        """Return nothing."""
        return {}

    def keep(self, known: Mapping[bytes, Iterable[Match]]) -> None:
        """Forget it."""

    def close(self) -> None:
        """Do nothing."""


def key(*parts: str) -> bytes:
    """Return the key of what `parts` determine."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


def _text(matches: Iterable[Match]) -> str:
    return json.dumps(
        [
            [one.rule, one.category, one.issue, one.message, *one.span, list(one.replacements), one.url]
            for one in matches
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _matches(text: str) -> tuple[Match, ...]:
    return tuple(
        Match(rule, category, issue, message, Span(start, end), tuple(replacements), url)
        for rule, category, issue, message, start, end, replacements, url in json.loads(text)
    )
