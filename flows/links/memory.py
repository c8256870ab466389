"""What links led to, kept on disk between runs: long if they were well, shortly if not.

One SQLite file for the user, used by several processes at once. It holds
hashes of the addresses asked; of redirects also where they ended.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from checks.citations.link_options import LinkOptions
from checks.web import Answer, Outcome, Question

SCHEMA = 1
"""Part of the file's name: another layout gets another file."""
WAIT_SECONDS = 10.0
"""How long to wait for another process that writes."""
HOUR = 3600
DAY = 24 * HOUR
KEPT = frozenset({Outcome.ANSWERED, Outcome.NO_HOST, Outcome.INSECURE, Outcome.ASTRAY, Outcome.SILENT})
"""What is worth remembering; the rest took no request, or says nothing of the link."""
FAILED = 400


class Memory(Protocol):
    """Somewhere to keep answers."""

    def recall(self, question: Question) -> Answer | None:
        """Return the answer that is still good, if there is one."""

    def keep(self, question: Question, answer: Answer) -> None:
        """Remember an answer."""

    def close(self) -> None:
        """Be done with it."""


class Disk:
    """Answers on disk; thread-safe. A file that cannot be used raises `sqlite3.Error`."""

    def __init__(self, folder: Path, options: LinkOptions) -> None:
        """Open or make the file in `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._ages = options.keep_days * DAY, options.keep_failures_hours * HOUR
        self._manner = json.dumps(options.model_dump(include={"allow_hosts", "max_redirects", "proxy", "user_agent"}))
        self._lock = threading.Lock()
        self._file = sqlite3.connect(
            folder / f"links-{SCHEMA}.sqlite", timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute(
                "CREATE TABLE IF NOT EXISTS link (key BLOB PRIMARY KEY, answer TEXT, asked REAL, well INTEGER)"
            )
        except sqlite3.Error:
            self._file.close()
            raise

    def recall(self, question: Question) -> Answer | None:
        """Return the answer, unless it is too old."""
        with self._lock:
            row = self._file.execute(
                "SELECT answer, asked, well FROM link WHERE key = ?", (self._key(question),)
            ).fetchone()
        if row is None or not 0 <= time.time() - row[1] < self._ages[not row[2]]:
            return None
        said = json.loads(row[0])
        return Answer(**{**said, "outcome": Outcome(said["outcome"])})

    def keep(self, question: Question, answer: Answer) -> None:
        """Remember an answer from now on."""
        if answer.outcome not in KEPT:
            return
        well = answer.outcome is Outcome.ANSWERED and answer.status < FAILED
        row = self._key(question), json.dumps(asdict(answer)), time.time(), well
        with self._lock:
            self._file.execute("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)", row)

    def close(self) -> None:
        """Drop what is too old, and close."""
        now = time.time()
        with self._lock:
            for well, age in zip((1, 0), self._ages, strict=True):
                self._file.execute("DELETE FROM link WHERE well = ? AND asked < ?", (well, now - age))
            self._file.close()

    def _key(self, question: Question) -> bytes:
        asked = f"{self._manner}\0{question.follow}\0{question.address}"
        return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).digest()


class Forgetful:
    """A memory that keeps nothing."""

    def recall(self, question: Question) -> Answer | None:  # noqa: ARG002 - as Memory's
        """Return nothing."""
        return None

    def keep(self, question: Question, answer: Answer) -> None:
        """Forget it."""

    def close(self) -> None:
        """Do nothing."""
