"""Known: what a function makes of a word, remembered from article to article, for words recur."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

MOST = 1 << 15
"""Words that are remembered; when there are more all are forgotten, so that no stream of articles fills the memory."""

K = TypeVar("K")
R = TypeVar("R")


class Known(dict[K, R]):
    """What a function makes of each key, made when it is first asked for.

    Unlike `functools.lru_cache` it keeps no order of use, which takes longer than most of what is made here.
    """

    def __init__(self, make: Callable[[K], R]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: K) -> R:
        """Make and remember what belongs to `key`."""
        if len(self) >= MOST:
            self.clear()
        made = self[key] = self.make(key)
        return made
