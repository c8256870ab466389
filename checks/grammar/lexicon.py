"""How common a word is, and whether one could be English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import islice

from checks.grammar.data import lines, words

UNKNOWN = 10**6
"""The rank of a word that the list does not have."""


def rank(word: str) -> int:
    """Return the place of a lower-case word among the most frequent, 0 for the first."""
    return _ranks().get(word, UNKNOWN)


@cache
def most_frequent(count: int) -> Mapping[str, int]:
    """Return the places of the most frequent words only, which is a fraction of the list."""
    with (files(__package__) / "words.txt").open(encoding="utf-8") as read:
        entries = (line.strip() for line in read if not line.startswith("#"))
        return {word: place for place, word in enumerate(islice(entries, count))}


def is_term(word: str) -> bool:
    """Whether a lower-case word is frequent, or a term of a trade: one, whatever dictionary lacks it."""
    terms = _terms()
    return rank(word) < UNKNOWN or word in terms or word.removesuffix("s") in terms


def is_pronounceable(word: str) -> bool:
    """Whether each three letters of a lower-case word, its ends included, stand so in some known word."""
    known = _triples()
    framed = f"^{word}$"
    return all(framed[at : at + 3] in known for at in range(len(framed) - 2))


def joining_words() -> frozenset[str]:
    """Return words that join others and make no compounds with them."""
    return words("joining.txt")


def _terms() -> frozenset[str]:
    return words("terms.txt")


@cache
def _ranks() -> Mapping[str, int]:
    return {word: place for place, word in enumerate(lines("words.txt"))}


@cache
def _triples() -> frozenset[str]:
    framed = (f"^{word}$" for word in _ranks())
    return frozenset(word[at : at + 3] for word in framed for at in range(len(word) - 2))
