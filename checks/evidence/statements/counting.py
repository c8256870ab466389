"""Counting: numbers in words, what they count, and of how many: "nine of the top 10", "one patient in five"."""

from __future__ import annotations

from functools import cache

from checks.evidence.statements.outline import tense
from checks.phrases import section_words
from checks.tokens import Tokens

COUNTED = 3
"""Words behind a number in which what it counts is looked for: "212 written objections"."""

RATIO = 6
"""Tokens of a ratio in words at most: "nine nights out of ten"."""


@cache
def words_of(section: str) -> frozenset[str]:
    """Return the words of a section of the list of figures."""
    return section_words("checks.evidence", "lexicon/figures.txt", section)


def numerals() -> frozenset[str]:
    """Return the numbers that are one word: "two", "thirty", "dozen"."""
    return words_of("number")


def ratio(column: Tokens, where: range) -> range | None:
    """Return the tokens of the first ratio in words: "seven out of ten", "nine of the top 10", "five times more"."""
    words, numbers = column.words, numerals()
    for at in where if not numbers.isdisjoint(words[where.start : where.stop]) else ():
        if words[at] not in numbers:
            continue
        if at + 1 < where.stop and words[at + 1] == "times":
            return range(at, at + 3) if at + 2 < where.stop and words[at + 2] in words_of("more") else range(at, at + 2)
        if stop := _among(column, at + 1, where):
            return range(at, stop)
        for over in range(at + 1, min(where.stop - 1, at + RATIO)):
            if (words[over] == "in" or words[over - 1 : over + 1] == ["out", "of"]) and (
                end := _whole(column, over + 1, where)
            ):
                return range(at, end)
            if not (
                words[over].isalpha()
                and (words[over] == "out" or words[over - 1] == "out" or may_be_counted(words[over]))
            ):
                break
    return None


def _among(column: Tokens, at: int, where: range) -> int:
    """Return the end of a number of which some are taken: "of the 46", "of the top 10"; 0 if none stands there."""
    if column.words[at : at + 2] != ["of", "the"]:
        return 0
    counts = (over + 1 for over in range(at + 2, min(where.stop, at + 4)) if column.words[over][0].isdigit())
    return next(counts, 0)


def _whole(column: Tokens, at: int, where: range) -> int:
    """Return the end of what a ratio is taken of, "five" or "a hundred"; 0 if no number stands there."""
    while at < where.stop and column.words[at] in {"a", "every", "the"}:
        at += 1
    return at + 1 if at < where.stop and column.words[at] in numerals() else 0


def counted(column: Tokens, stop: int, where: range) -> int:
    """Return the end of what a number that ends at `stop` counts, as far as that can be told: a unit, or a plural."""
    while stop < where.stop and column.words[stop] in words_of("scale"):
        stop += 1
    if stop < where.stop and column.words[stop] in words_of("unit"):
        return stop + 1
    if stop + 1 < where.stop and column.words[stop] == "per" and column.words[stop + 1] == "cent":
        return stop + 2
    for at in range(stop, min(where.stop, stop + COUNTED)):
        word = column.words[at]
        if not may_be_counted(word):
            break
        if word in words_of("plural") or is_plural(word):
            return at + 1
    return stop


def may_be_counted(word: str) -> bool:
    """Whether a word may stand between a number and what it counts."""
    return word.isalpha() and word not in words_of("small") and (word.endswith("s") or tense(word) != "past")


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in words_of("small")
