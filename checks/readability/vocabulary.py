"""Words: which are familiar, how many syllables they have, which are abstract nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checks.lists import words
from checks.readability.formulas import engine

_ABSTRACT = re.compile(r"\w{3}(?:tion|sion|ment|ity|ence|ance|ness|ism|ship)(?:s|ies)?$|\w{3}ities$")
# Endings and what may have stood in their place: "carries" -> "carry", "making" -> "make".
_ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ier", ("y",)),
    ("er", ("", "e")),
    ("iest", ("y",)),
    ("est", ("", "e")),
    ("ily", ("y",)),
    ("ly", ("", "le")),
    ("y", ("", "e")),
)
SHORTEST_STEM = 2
_CONTRACTION = re.compile(r"(?:n't|'(?:s|d|m|ll|re|ve))$")


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word, whatever its place."""

    familiar: bool
    syllables: int
    abstract: bool
    """A noun made from a verb or an adjective: "consideration", "effectiveness"."""
    capital: bool


@lru_cache(maxsize=100_000)
def look_up(word: str) -> Word:
    """Return what is known of a word as it is written."""
    lower = word.lower()
    return Word(_familiar(lower), engine().syllable_count(lower), bool(_ABSTRACT.search(lower)), word[0].isupper())


def _familiar(lower: str) -> bool:
    """Whether most adults know the word, as it is or inflected; numbers are familiar.

    Dale and Chall's rules: regular inflections of a listed word count as listed.
    """
    if lower[0].isdigit():
        return True
    return any(stem in _ours() or not engine().is_difficult_word(stem, 0) for stem in stems(lower))


def stems(lower: str) -> Iterator[str]:
    """Yield the word and what it may be an inflection of, real words or not."""
    yield lower
    bare = _CONTRACTION.sub("", lower)
    if bare and bare != lower:
        yield bare
    for ending, befores in _ENDINGS:
        stem = lower.removesuffix(ending)
        if stem == lower or len(stem) < SHORTEST_STEM:
            continue
        for before in befores:
            yield stem + before
        if len(stem) > SHORTEST_STEM and stem[-1] == stem[-2]:
            yield stem[:-1]


def _ours() -> frozenset[str]:
    return words("checks.readability", "familiar.txt")
