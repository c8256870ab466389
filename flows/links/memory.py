"""What links led to, kept between runs: long if they were well, shortly if not.

The store holds hashes of the addresses asked; of redirects also where they
ended.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict

from checks.citations.link_options import LinkOptions
from checks.web import Answer, Outcome, Question
from flows.remembered.store import Forgetful, Store, key

HOUR = 3600
DAY = 24 * HOUR
KEPT = frozenset({Outcome.ANSWERED, Outcome.NO_HOST, Outcome.INSECURE, Outcome.ASTRAY, Outcome.SILENT})
"""What is worth remembering; the rest took no request, or says nothing of the link."""
FAILED = 400


class Memory:
    """Answers by question; thread-safe."""

    def __init__(self, store: Store | Forgetful, options: LinkOptions) -> None:
        """Use `store`, which is closed by whoever opened it."""
        self._store = store
        self._well, self._unwell = options.keep_days * DAY, options.keep_failures_hours * HOUR
        self._manner = json.dumps(options.model_dump(include={"allow_hosts", "max_redirects", "proxy", "user_agent"}))

    def recall(self, question: Question) -> Answer | None:
        """Return the answer that is known, unless it is too old."""
        where = self._key(question)
        value = self._store.recall([where]).get(where)
        if value is None:
            return None
        try:
            said = json.loads(value)
            answer = Answer(**{**said["answer"], "outcome": Outcome(said["answer"]["outcome"])})
        except (ValueError, TypeError, KeyError):
            # A damaged file knows nothing.
            return None
        lasts = self._well if answer.outcome is Outcome.ANSWERED and answer.status < FAILED else self._unwell
        return answer if 0 <= time.time() - said["asked"] < lasts else None

    def keep(self, question: Question, answer: Answer) -> None:
        """Remember an answer from now on."""
        if answer.outcome in KEPT:
            said = json.dumps({"asked": time.time(), "answer": asdict(answer)})
            self._store.keep({self._key(question): said.encode()})

    def _key(self, question: Question) -> bytes:
        return key("link", self._manner, str(question.follow), question.address)
