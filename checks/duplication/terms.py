"""Words as duplication compares them: content words, without endings."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.lists import words

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""Compounds count as their parts: rewriting often adds or drops a hyphen."""

# Longest first. Crude on purpose: both sides lose the same letters, so only the meeting of words counts.
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "nesses", "ness", "ingly", "edly", "ings", "ing", "ies", "ied"),
    *("ers", "er", "ed", "ly", "es", "s", "e"),
)
_KEPT = 4
"""Letters that stay, at least."""


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """Return the stem of a content word as written, or nothing for a function word."""
    lower = word.casefold().replace("’", "'").removesuffix("'s")
    if lower in stopwords():
        return ""
    if len(lower) <= _KEPT or not lower.isalpha():
        return lower
    for ending in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= _KEPT:
            return lower[: -len(ending)]
    return lower


def stopwords() -> frozenset[str]:
    """Return the function words."""
    return words("checks.duplication", "stopwords.txt")
