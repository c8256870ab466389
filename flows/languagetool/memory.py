"""What LanguageTool said of each paragraph, kept between runs.

The store holds hashes of paragraphs, not their text, and what was flagged in
them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from checks.position import Span
from checks.rule import Match
from flows.remembered.store import Forgetful, Store, key

__all__ = ["Memory", "key"]


class Memory:
    """Matches by paragraph; thread-safe."""

    def __init__(self, store: Store | Forgetful) -> None:
        """Use `store`, which is closed by whoever opened it."""
        self._store = store

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, tuple[Match, ...]]:
        """Return what is known, by key."""
        return {key: _matches(value) for key, value in self._store.recall(keys).items()}

    def keep(self, known: Mapping[bytes, Iterable[Match]]) -> None:
        """Remember matches by key."""
        self._store.keep({key: _text(matches) for key, matches in known.items()})


def _text(matches: Iterable[Match]) -> bytes:
    said = [
        [one.rule, one.category, one.issue, one.message, *one.span, list(one.replacements), one.url] for one in matches
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _matches(value: bytes) -> tuple[Match, ...]:
    return tuple(
        Match(rule, category, issue, message, Span(start, end), tuple(replacements), url)
        for rule, category, issue, message, start, end, replacements, url in json.loads(
            value.decode("utf-8", "surrogatepass")
        )
    )
