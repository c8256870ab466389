"""Restatements: what an article says twice, so that the source of one place serves the other.

A summary repeats in other sections what the text supports, and nobody expects
the same source twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from checks.article import Article
from checks.tokens import Tokens, tokens

LETTERS = 4
"""Letters from which a word tells what a sentence is about."""

FEWEST = 6
"""Such words from which two sentences can be told to say the same."""

SHARED = 0.75
"""Share of their words, those of both taken together, that two sentences have in common when they say the same."""

COMMON = 16
"""Sentences in which a word may stand to be looked up."""


def restated(article: Article, bare: Collection[int], supported: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of a sentence without support and a supported one that says the same in about the same words."""
    if not bare or not supported:
        return
    column = tokens(article)
    where: dict[str, list[int]] = {}
    words = {index: _words(column, index) for index in supported}
    for index, them in words.items():
        for word in them:
            where.setdefault(word, []).append(index)
    for index in bare:
        if len(column.sentences[index]) < FEWEST:
            continue
        own = _words(column, index)
        known = own & where.keys()
        if len(own) < FEWEST or len(known) < SHARED * len(own):
            continue
        best = _likest(known, where)
        if best >= 0 and len(own & words[best]) >= SHARED * len(own | words[best]):
            yield index, best


def _words(column: Tokens, index: int) -> set[str]:
    where = column.sentences[index]
    return {word for word in column.words[where.start : where.stop] if len(word) >= LETTERS}


def _likest(known: set[str], where: Mapping[str, list[int]]) -> int:
    """Return the sentence that shares most rare words, the first of several, or -1."""
    count: Counter[int] = Counter()
    for word in known:
        if len(where[word]) <= COMMON:
            count.update(where[word])
    return max(count, key=lambda at: (count[at], -at), default=-1)
