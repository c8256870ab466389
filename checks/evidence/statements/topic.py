"""Topic: whether an article is about health, law or money, where claims weigh more."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from checks.article import Article, once
from checks.phrases import read
from checks.tokens import tokens, vocabulary

STRICT = ("health", "law", "finance")
"""Topics that are held to a stricter standard."""

SHARE = 0.02
"""Share of words of a field that makes it the topic; most other texts stay below half of it."""

FEWEST = 5
"""Different words of a field that must stand in the article: one word alone, however frequent, makes no topic."""


@once
def topic(article: Article) -> str:
    """Return `health`, `law` or `finance`, or an empty string when it is none of them."""
    seen = fields() & vocabulary(article)
    if len(seen) < FEWEST:
        return ""
    words = tokens(article).words
    count = {one: sum(map(_words()[one].__contains__, words)) for one in STRICT}
    best = max(STRICT, key=lambda one: count[one])
    enough = len(seen & _words()[best]) >= FEWEST and count[best] >= SHARE * len(words)
    return best if enough else ""


def is_strict(article: Article) -> bool:
    """Whether an article is about something that is held to a stricter standard."""
    return topic(article) in STRICT


@cache
def _words() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {one: set() for one in STRICT}
    for name, line in read("checks.evidence", "lexicon/topics.txt"):
        found[name].update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


def of_field(name: str) -> frozenset[str]:
    """Return the words of `health`, `law` or `finance`."""
    return _words()[name]


@cache
def fields() -> frozenset[str]:
    """Return the words of all fields that are held to a stricter standard."""
    return frozenset().union(*_words().values())
